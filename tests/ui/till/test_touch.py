"""The till for fingers: a touch sells, digits are typed on the screen, lines stay in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from storedesk.ui.kit.looks.sizes import FINGER, SIZES
from tests.ui.fits import cut
from tests.ui.till.conftest import Counter
from tests.ui.till.shop import ALL_OF_IT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def counter(qtbot):
    SIZES.choose(percent=100, is_touch=True)
    made = Counter(qtbot)
    made.view.resize(964, 724)
    yield made
    made.view.stop()
    SIZES.choose(percent=100, is_touch=False)


async def touch(counter, widget):
    counter.clock.pass_()
    QTest.mouseClick(widget, LEFT)
    await counter.view.idle()


async def test_a_touch_sells_and_the_tile_counts(counter):
    await counter.come()
    tiles = counter.view.touch.quick.tiles
    assert tiles[0].line.name == "Harbour Blend coffee"
    await touch(counter, tiles[0])
    await touch(counter, tiles[0])
    await touch(counter, tiles[1])
    assert counter.lines[0] == ("Harbour Blend coffee", 2)
    assert [one.pieces for one in tiles[:3]] == [2, 1, 0]
    assert counter.view.entry.hasFocus()


async def test_digits_before_a_touch_are_its_quantity(counter):
    await counter.come()
    pad = counter.view.touch.pad
    for key in ("1", "2"):
        await touch(counter, pad.keys[key])
    assert counter.view.entry.text() == "12"
    QTest.keyClicks(counter.view.entry, "*")
    counter.clock.pass_()
    await touch(counter, counter.view.touch.quick.tiles[0])
    assert counter.lines == [("Harbour Blend coffee", 12)]


async def test_the_pad_takes_back_and_enters(counter):
    await counter.come()
    pad = counter.view.touch.pad
    for key in ("1", "00", ".", "back", "back", "back"):
        await touch(counter, pad.keys[key])
    assert counter.view.entry.text() == "1"


async def test_variants_are_asked_for(counter):
    await counter.come()
    quick = counter.view.touch.quick
    tile = quick.tiles[0]
    object.__setattr__(tile.line, "variants", 3)
    await touch(counter, tile)
    assert counter.view.popup.is_open
    assert counter.lines == []
    assert counter.view.popup.geometry().left() < counter.view.width() / 2, "over the goods"


async def test_another_category_shows_its_goods(counter):
    await counter.come()
    quick = counter.view.touch.quick
    await touch(counter, quick.tabs[ALL_OF_IT])
    assert quick.category == ALL_OF_IT
    assert quick.tiles
    assert all(one.height() >= FINGER and one.width() >= FINGER for one in quick.tiles)


async def test_money_is_typed_on_the_screen_beside_the_lines(counter):
    await counter.come()
    await touch(counter, counter.view.touch.quick.tiles[0])
    lines = counter.view.lines
    assert lines.isVisible()
    await touch(counter, counter.view.pay)
    assert lines.isVisible(), "while it is paid as well"
    pad = counter.view.touch.pad_beside
    assert pad.isVisible()
    assert not counter.view.touch.quick.isVisible()
    for key in ("5", "0", ".", "00"):
        await touch(counter, pad.keys[key])
    assert counter.panel.amount.field.text() == "50.00"
    await touch(counter, pad.keys["enter"])
    assert counter.panel is None
    assert lines.isVisible()
    assert counter.view.touch.quick.isVisible()


async def test_plus_and_minus_are_large_and_the_pad_removes(counter):
    await counter.come()
    await touch(counter, counter.view.touch.quick.tiles[0])
    view = counter.view
    for sign in (view.plus, view.minus):
        assert sign.isVisible()
        assert min(sign.width(), sign.height()) >= FINGER
    await touch(counter, view.plus)
    assert counter.lines == [("Harbour Blend coffee", 2)]
    await touch(counter, view.touch.pad.keys["remove"])
    assert counter.lines == []


async def test_nothing_that_is_painted_lies_outside_the_column(counter):
    await counter.come()
    await touch(counter, counter.view.touch.quick.tiles[0])
    view = counter.view
    column = view.panel_host.rect()
    for part in (view.touch.pad, view.pay, view.lines, view.side.totals, view.chip):
        assert part.isVisible()
        assert part.height() >= part.minimumSizeHint().height()
        corner = part.mapTo(view.panel_host, part.rect().bottomRight())
        assert column.contains(corner), part


@pytest.mark.parametrize("pieces", [1, 9, 99])
async def test_in_large_text_the_amount_to_pay_is_whole(counter, pieces):
    SIZES.choose(percent=150, is_touch=True)
    await counter.come()
    counter.shop.goods["QUILT"].on_shelf = 99
    await counter.scan("QUILT")
    counter.view.selling.set_quantity(pieces)
    await counter.view.idle()
    await touch(counter, counter.view.pay)
    amount = counter.panel.sum
    QApplication.processEvents()
    assert amount.fontMetrics().horizontalAdvance(amount.text()) <= amount.width()


async def test_that_it_is_paid_is_said_in_whole_words_in_german_too(counter):
    await counter.come()
    await counter.scan("QUILT")
    await touch(counter, counter.view.pay)
    await counter.pay()
    band = counter.view.lines.paid
    assert band.isVisible()
    assert cut(band) == []
    band.words.setText("Bezahlt und gebucht")
    QApplication.processEvents()
    assert cut(band) == []


async def test_letters_are_typed_on_the_screen_where_a_reason_is_asked(counter):
    await counter.come()
    await touch(counter, counter.view.touch.quick.tiles[0])
    await touch(counter, counter.view.discount)
    typing = counter.view.touch.typing
    await touch(counter, typing.digits.keys["letters"])
    letters = typing.letters
    assert letters.isVisible()
    assert not typing.digits.isVisible()
    counter.panel.reason.setFocus()
    for key in ("capital", "o", "l", "d", " ", "b", "o", "x", "back", "signs"):
        await touch(counter, letters.keys[key])
    assert counter.panel.reason.text() == "Old bo"
    await touch(counter, letters.keys["q"])
    assert counter.panel.reason.text() == "Old bo@", "signs stand in place of letters"
    assert all(min(key.width(), key.height()) >= FINGER for key in letters.keys.values())
    await touch(counter, letters.keys["digits"])
    assert typing.digits.isVisible()


async def test_each_panel_begins_with_digits(counter):
    await counter.come()
    await touch(counter, counter.view.touch.quick.tiles[0])
    await touch(counter, counter.view.discount)
    await touch(counter, counter.view.touch.typing.digits.keys["letters"])
    counter.view.panel_host.shut()
    await touch(counter, counter.view.pay)
    assert counter.view.touch.typing.digits.isVisible()


async def test_the_keys_stand_in_two_rows_where_their_words_would_be_cut(counter):
    await counter.come()
    keys = counter.view.keys
    for key in keys.buttons.values():
        key.words = "Bestellung"
    counter.view.resize(965, 724)
    await counter.view.idle()
    tiles = [*keys.buttons.values()]
    assert not any(one.is_cut(one.width()) for one in tiles)
    assert len({one.y() for one in tiles}) == 2
    assert all(min(one.width(), one.height()) >= FINGER for one in tiles)


async def test_a_name_is_searched_for_by_letters_on_the_screen(counter):
    await counter.come()
    view = counter.view
    await touch(counter, view.keys.buttons["till.search"])
    for key in "har":
        await touch(counter, view.popup.letters.keys[key])
    assert view.entry.text() == "har"
    assert view.popup.list.rows.records[0].item.name == "Harbour Blend coffee"
    assert all(min(key.width(), key.height()) >= FINGER for key in view.popup.letters.keys.values())
    assert view.popup.list.height() >= 3 * FINGER, "what is found stays in sight"


async def test_the_drawer_is_counted_on_the_screen(counter):
    await counter.come()
    await touch(counter, counter.view.keys.buttons["till.shift"])
    assert counter.view.touch.typing.isVisible()
    for key in ("4", "2"):
        await touch(counter, counter.view.touch.typing.digits.keys[key])
    assert counter.panel.counter.money().amount == 42
