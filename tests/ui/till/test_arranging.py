"""A manager arranges the quick keys of a touch till: by hand, by keys, for all tills."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from storedesk.domain.quick_keys import moved
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.staff import Group
from storedesk.ui.kit.looks.sizes import FINGER, SIZES
from storedesk.ui.till.quick_keys.arranging import ArrangePanel
from tests.ui.till.conftest import Counter
from tests.ui.till.shop import ALL_OF_IT, stocked, till_context

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def at_till(qtbot, shop=None, group=Group.MANAGER):
    context = till_context()
    object.__setattr__(context.me, "groups", frozenset({group}))
    made = Counter(qtbot, shop or stocked(context.register), context)
    made.view.resize(964, 724)
    return made


@pytest.fixture
def touch():
    SIZES.choose(percent=100, is_touch=True)
    yield
    SIZES.choose(percent=100, is_touch=False)


@pytest.fixture
def counter(qtbot, touch):  # noqa: ARG001 - the till is made for fingers
    made = at_till(qtbot)
    yield made
    made.view.stop()


def names(counter):
    return [tile.line.name for tile in counter.view.touch.quick.tiles]


def chosen(counter):
    return [t.line.name for t in counter.view.touch.quick.tiles if t.is_chosen]


async def begin(counter):
    await counter.come()
    await counter.click(counter.view.touch.quick.arrange)
    assert isinstance(counter.panel, ArrangePanel)
    return counter.panel


def pull(widget, *points):
    """Move the mouse with its button down over points of a widget's parent."""
    for point in points:
        at = QPointF(widget.mapFromParent(point))
        place = QPointF(widget.mapToGlobal(at))
        none = Qt.MouseButton.NoButton
        move = QMouseEvent(QEvent.Type.MouseMove, at, place, none, LEFT, Qt.KeyboardModifier(0))
        QApplication.sendEvent(widget, move)


async def key(counter, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for one in keys:
        counter.clock.pass_()
        QTest.keyClick(counter.panel.field, one, modifier)
        await counter.view.idle()


async def test_nothing_is_arranged_at_first_and_it_sells_as_ever(counter):
    await counter.come()
    quick = counter.view.touch.quick
    assert quick.tabs[None].label == "Most sold"
    assert names(counter)[:2] == ["Harbour Blend coffee", "Paper coffee filters"]
    await counter.click(quick.tiles[1])
    assert counter.lines == [("Paper coffee filters", 1)]


async def test_a_key_is_pulled_to_its_place_and_kept_for_all(counter):
    await begin(counter)
    tiles = counter.view.touch.quick.tiles
    pulled, goal = tiles[3], tiles[1]
    QTest.mousePress(pulled, LEFT, pos=pulled.rect().center())
    before, after = pulled.geometry().center(), goal.geometry().center()
    pull(pulled, before + QPoint(3, 0))
    assert names(counter)[3] == "Linen tea towel", "a finger is never quite still"
    pull(pulled, (before + after) / 2, after)
    await counter.view.idle()
    QTest.mouseRelease(pulled, LEFT)
    assert names(counter)[:4] == [
        "Harbour Blend coffee", "Linen tea towel", "Paper coffee filters", "Enamel mug",
    ]  # fmt: skip
    assert chosen(counter) == ["Linen tea towel"]
    assert counter.lines == [], "nothing is sold"

    await key(counter, KEY.Key_Return)
    assert counter.panel is None
    assert names(counter)[1] == "Linen tea towel"
    assert counter.view.touch.quick.tabs[None].label == "Favorites"
    assert counter.shop.boards[None][1] == counter.shop.goods["036000291452"].id


async def test_by_keys_a_key_is_chosen_moved_and_removed(counter):
    await begin(counter)
    assert chosen(counter) == ["Harbour Blend coffee"]
    await key(counter, KEY.Key_Right)
    assert chosen(counter) == ["Paper coffee filters"]
    await key(counter, KEY.Key_Right, modifier=CTRL)
    assert names(counter)[1:3] == ["Enamel mug", "Paper coffee filters"]
    assert chosen(counter) == ["Paper coffee filters"]
    await key(counter, KEY.Key_Left, KEY.Key_Left, KEY.Key_Left)
    assert chosen(counter) == ["Harbour Blend coffee"]
    await key(counter, KEY.Key_Left, modifier=CTRL)
    await key(counter, KEY.Key_Delete)
    assert names(counter)[:2] == ["Enamel mug", "Paper coffee filters"]
    across = counter.view.touch.quick.across
    await key(counter, KEY.Key_Down)
    assert chosen(counter) == [names(counter)[across]]
    await key(counter, KEY.Key_Up, KEY.Key_Up)
    assert chosen(counter) == [names(counter)[0]]


async def test_by_fingers_the_buttons_do_the_same(counter):
    panel = await begin(counter)
    tiles = counter.view.touch.quick.tiles
    for button in (panel.left_key, panel.right_key, panel.remove_key, panel.clear_key, panel.go):
        assert min(button.width(), button.height()) >= FINGER
    await counter.click(tiles[2])
    assert chosen(counter) == ["Enamel mug"]
    await counter.click(panel.left_key)
    await counter.click(panel.left_key)
    assert names(counter)[0] == "Enamel mug"
    assert not panel.left_key.isEnabled()
    await counter.click(panel.remove_key)
    assert "Enamel mug" not in names(counter)


async def test_what_is_typed_is_added_behind_the_chosen_key(counter):
    panel = await begin(counter)
    await key(counter, KEY.Key_Delete)
    assert names(counter)[0] == "Paper coffee filters"
    await counter.enter("harbour", widget=panel.field)
    await key(counter, KEY.Key_Return)
    assert names(counter)[:2] == ["Paper coffee filters", "Harbour Blend coffee"]
    assert panel.field.text() == ""
    assert not panel.list.isVisible()
    await counter.enter("beeswax", widget=panel.field)
    await key(counter, KEY.Key_Return)
    assert chosen(counter) == ["Beeswax candle"], "it was there already"
    assert names(counter).count("Beeswax candle") == 1


async def test_what_is_scanned_is_added_and_not_sold(counter):
    await begin(counter)
    await key(counter, KEY.Key_Delete)
    await counter.scan("5901234123457")
    assert chosen(counter) == ["Harbour Blend coffee"]
    await counter.scan("9999")
    assert "9999" in counter.panel.problem.text()
    assert counter.lines == []


async def test_no_product_is_no_key(counter):
    panel = await begin(counter)
    before = names(counter)
    await counter.enter("zzz", widget=panel.field)
    assert panel.none.isVisible()
    await key(counter, KEY.Key_Return)
    assert names(counter) == before
    assert counter.panel is panel


async def test_a_full_board_takes_no_more(counter):
    panel = await begin(counter)
    object.__setattr__(counter.context.me, "bounds", {"quick_keys": len(panel.lines) - 1})
    await key(counter, KEY.Key_Delete)
    await counter.scan("5901234123457")
    assert panel.problem.text() == Refused("quick_keys_full", most=len(panel.lines)).sentence()


async def test_what_is_not_saved_is_warned_of_once(counter):
    panel = await begin(counter)
    before = names(counter)
    await key(counter, KEY.Key_Delete, KEY.Key_Escape)
    assert counter.panel is panel
    assert "not saved" in panel.problem.text()
    await key(counter, KEY.Key_Escape)
    assert counter.panel is None
    assert names(counter) == before
    assert counter.shop.boards == {}
    await counter.click(counter.view.touch.quick.tiles[0])
    assert counter.lines == [(before[0], 1)], "it sells again"


async def test_unchanged_esc_asks_nothing(counter):
    await begin(counter)
    await key(counter, KEY.Key_Escape)
    assert counter.panel is None


async def test_each_board_is_arranged_for_itself(counter):
    await counter.come()
    quick = counter.view.touch.quick
    await counter.click(quick.tabs[ALL_OF_IT])
    await counter.click(quick.arrange)
    assert counter.panel.title.text() == "Quick keys: Home"
    assert not quick.tabs[None].isEnabled()
    await key(counter, KEY.Key_Delete, KEY.Key_Return)
    assert list(counter.shop.boards) == [ALL_OF_IT]
    assert quick.tabs[None].isEnabled()
    await counter.click(quick.tabs[None])
    assert names(counter)[0] == "Harbour Blend coffee"


async def test_back_to_what_sells_most(counter):
    panel = await begin(counter)
    await key(counter, KEY.Key_Delete, KEY.Key_Return)
    assert names(counter)[0] == "Paper coffee filters"
    await counter.click(counter.view.touch.quick.arrange)
    panel = counter.panel
    await counter.click(panel.clear_key)
    assert names(counter) == []
    assert "what sells most" in panel.problem.text()
    await key(counter, KEY.Key_Return)
    assert names(counter)[0] == "Harbour Blend coffee"
    assert counter.view.touch.quick.tabs[None].label == "Most sold"


async def test_what_is_not_on_sale_at_present_keeps_its_key(counter):
    await begin(counter)
    await key(counter, KEY.Key_Return)
    counter.shop.goods["PEGS"].is_sellable = False
    counter.view.touch.quick.forget()
    counter.view.reload()
    await counter.view.idle()
    assert "Clothes pegs" not in names(counter)
    await counter.click(counter.view.touch.quick.arrange)
    await key(counter, KEY.Key_Delete, KEY.Key_Return)
    assert counter.shop.boards[None][-1] == counter.shop.goods["PEGS"].id


async def test_another_window_shows_it_without_being_asked(counter, qtbot):
    await begin(counter)
    await key(counter, KEY.Key_Delete, KEY.Key_Return)
    other = at_till(qtbot, counter.shop, Group.CASHIER)
    await other.come()
    assert names(other)[0] == "Paper coffee filters"
    await counter.click(counter.view.touch.quick.arrange)
    await key(counter, KEY.Key_Delete, KEY.Key_Return)
    other.view.hear("quick_keys", None)
    await other.view.idle()
    assert names(other)[0] == "Enamel mug"
    other.view.stop()


async def test_news_while_arranging_moves_no_key(counter):
    await begin(counter)
    await key(counter, KEY.Key_Delete)
    before = names(counter)
    counter.view.hear("quick_keys", None)
    await counter.view.idle()
    assert names(counter) == before
    assert counter.panel.chosen == 0


async def test_what_somebody_else_has_arranged_meanwhile_is_said_first(counter):
    panel = await begin(counter)
    counter.shop.boards[None] = (counter.shop.goods["PEGS"].id,)
    await key(counter, KEY.Key_Delete, KEY.Key_Return)
    assert counter.panel is panel
    assert "Somebody else has arranged" in panel.problem.text()
    await key(counter, KEY.Key_Return)
    assert counter.panel is None
    assert len(counter.shop.boards[None]) > 1


@pytest.mark.parametrize("group", [Group.CASHIER, Group.CLERK])
async def test_who_may_not_sees_no_handle(qtbot, touch, group):  # noqa: ARG001
    counter = at_till(qtbot, group=group)
    await counter.come()
    assert not counter.view.touch.quick.arrange.isVisible()
    assert not [one for one in counter.actions.all() if one.name == "till.arrange"]
    tiles = counter.view.touch.quick.tiles
    QTest.mousePress(tiles[0], LEFT, pos=QPoint(5, 5))
    pull(tiles[0], tiles[1].geometry().center())
    await counter.view.idle()
    assert names(counter)[0] == "Harbour Blend coffee"
    counter.view.stop()


async def test_while_something_is_sold_nothing_is_arranged(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.click(counter.view.touch.quick.arrange)
    assert counter.panel is None
    assert counter.view.problem.text() == Refused("sale_in_hand").sentence()


async def test_the_goods_stay_in_sight_beside_it(counter):
    panel = await begin(counter)
    assert counter.view.touch.quick.isVisible()
    assert panel.isVisible()
    assert panel.field.hasFocus()
    await key(counter, KEY.Key_Escape)
    assert counter.view.entry.hasFocus()


async def test_the_key_of_the_action_opens_it(counter):
    await counter.come()
    QTest.keyClick(counter.view.entry, KEY.Key_T, CTRL | Qt.KeyboardModifier.ShiftModifier)
    await counter.view.idle()
    assert isinstance(counter.panel, ArrangePanel)


@pytest.mark.parametrize(
    ("at", "to", "made"), [(0, 2, "bcad"), (2, 0, "cabd"), (3, 3, "abcd"), (0, 3, "bcda")]
)
def test_a_key_takes_a_place_and_those_between_move_up(at, to, made):
    assert "".join(moved("abcd", at, to)) == made
