"""The list of matches that comes up beside the sale while somebody types."""

import asyncio
from uuid import uuid4

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.kit.looks.tokens import Tone
from tests.ui.till.shop import usd

KEY = Qt.Key
SIZES = ("S", "M", "L")
MANY = tuple(f"Size {number}" for number in range(1, 9))


@pytest.fixture
def taken(counter):
    """What the list has added: names, and descriptions of variants."""
    return counter.shop.added


def add(counter, code, name, sizes=(), more="0"):
    variants = tuple((uuid4(), size, more if size == sizes[-1] else "0") for size in sizes)
    return counter.shop.add(code, name, None, "20.00", variants=variants)


def shown(counter):
    """The rows of the list: products, and the descriptions of unfolded variants."""
    rows = counter.view.popup.list.rows.records
    return [row.item.description if row.is_variant else row.item.name for row in rows]


def chosen(counter):
    row = counter.view.popup.current()
    return row and (row.item.description if row.is_variant else row.item.name)


def place(part, page):
    return QRect(part.mapTo(page, part.rect().topLeft()), part.size())


async def test_letters_list_what_has_them_and_enter_adds_the_best(counter):
    await counter.come()
    await counter.type("2*towel linen")
    assert shown(counter) == ["Linen tea towel"]
    assert counter.lines == []
    await counter.press(KEY.Key_Return)
    assert counter.lines == [("Linen tea towel", 2)]
    assert not counter.view.popup.isVisible()
    assert counter.view.entry.text() == ""


async def test_one_letter_is_enough_and_each_further_one_narrows_it(counter):
    await counter.come()
    await counter.type("o")
    assert len(shown(counter)) > 2
    await counter.type("at so")
    assert shown(counter) == ["Oat soap"]
    for _ in "oat so":
        await counter.press(KEY.Key_Backspace)
    assert not counter.view.popup.isVisible()


@pytest.mark.parametrize("typed", ["3", "100", "100*", "*", "*5", "3*"])
async def test_how_many_are_meant_is_not_searched_for(counter, typed):
    await counter.come()
    await counter.scan("PEGS")
    await counter.type(typed)
    assert not counter.view.popup.isVisible()
    assert "find_items" not in counter.shop.asked


async def test_the_sale_and_its_total_stay_in_sight_and_in_their_place(counter):
    await counter.come()
    await counter.scan("PEGS", "SOAP-OAT", "SOAP-OAT")
    view = counter.view
    before = place(view.side.totals.total, view), place(view.pay, view)
    await counter.type("co")
    covered = place(view.popup, view)
    for part in (view.panel_host, view.entry, view.side.totals.total, view.side.short):
        assert part.isVisible()
        assert not covered.intersects(place(part, view))
    assert [line.name for line in view.side.short.list.rows.records] == ["Clothes pegs", "Oat soap"]
    assert view.side.short.sum.text() == "2 lines · 3 pieces"
    assert (place(view.side.totals.total, view), place(view.pay, view)) == before

    await counter.press(KEY.Key_Escape)
    assert view.entry.text() == ""
    assert view.lines.isVisible()
    assert not view.side.short.isVisible()
    assert (place(view.side.totals.total, view), place(view.pay, view)) == before


async def test_what_is_scanned_while_the_list_is_open_is_sold_and_seen(counter):
    await counter.come()
    await counter.type("co")
    await counter.scan("PEGS")
    assert counter.lines == [("Clothes pegs", 1)]
    assert counter.view.entry.text() == ""
    assert not counter.view.popup.isVisible()

    counter.shop.gate = asyncio.Event()
    counter.view.scans.take("SOAP-OAT")
    QTest.keyClicks(counter.view.entry, "co")
    counter.shop.gate.set()
    await counter.view.idle()
    assert counter.view.entry.text() == "co"  # what was typed after the scan is not lost
    assert [one.name for one in counter.view.side.short.list.rows.records] == [
        "Clothes pegs", "Oat soap",
    ]  # fmt: skip


async def test_the_best_product_shows_its_variants_and_enter_adds_the_first(counter, taken):
    add(counter, "SHIRT", "Linen shirt", SIZES)
    add(counter, "CAP", "Linen cap", SIZES)
    await counter.come()
    await counter.type("linen shirt")
    assert shown(counter) == ["Linen shirt", *SIZES]
    assert chosen(counter) == "S"
    await counter.press(KEY.Key_Down, KEY.Key_Return)
    assert taken == [("Linen shirt", "M")]


async def test_other_products_unfold_by_right_or_enter_and_fold_by_left(counter, taken):
    counter.shop.goods.clear()
    add(counter, "APRON", "Linen apron")
    add(counter, "SHIRT", "Linen shirt", SIZES)
    add(counter, "WOOL", "Linen socks", SIZES)
    await counter.come()
    await counter.type("linen")
    assert shown(counter) == ["Linen apron", "Linen shirt", "Linen socks"]
    await counter.press(KEY.Key_Down, KEY.Key_Right)
    assert shown(counter) == ["Linen apron", "Linen shirt", *SIZES, "Linen socks"]
    assert chosen(counter) == "S"
    await counter.press(KEY.Key_Down, KEY.Key_Left)
    assert shown(counter) == ["Linen apron", "Linen shirt", "Linen socks"]
    assert chosen(counter) == "Linen shirt"
    await counter.press(KEY.Key_Down, KEY.Key_Return)
    assert taken == []
    assert chosen(counter) == "S"
    await counter.press(KEY.Key_Up)
    assert chosen(counter) == "Linen socks"
    await counter.press(KEY.Key_Return)  # its variants are seen: it goes to the first
    await counter.press(KEY.Key_Return)
    assert taken == [("Linen socks", "S")]


async def test_many_variants_of_the_best_leave_room_for_other_products(counter):
    counter.shop.goods.clear()
    add(counter, "A", "Linen shirt", MANY)
    add(counter, "B", "Linen socks", SIZES)
    await counter.come()
    await counter.type("linen")
    assert shown(counter) == ["Linen shirt", "Linen socks"]
    await counter.type(" sh")
    assert shown(counter) == ["Linen shirt", *MANY]


async def test_left_and_right_move_in_the_text_where_nothing_unfolds(counter):
    await counter.come()
    await counter.type("oat")
    await counter.press(KEY.Key_Left)
    assert counter.view.entry.cursorPosition() == 2
    await counter.press(KEY.Key_Right)
    assert counter.view.entry.cursorPosition() == 3


async def test_no_key_is_lost_that_is_pressed_before_the_answer_has_come(counter, taken):
    add(counter, "SHIRT", "Coarse shirt", SIZES)
    await counter.come()
    counter.shop.gate = asyncio.Event()
    QTest.keyClicks(counter.view.entry, "coarse")
    for key in (KEY.Key_Down, KEY.Key_Return):
        counter.clock.pass_()
        QTest.keyClick(counter.view.entry, key)
    assert taken == []
    counter.shop.gate.set()
    await counter.view.idle()
    assert taken == [("Coarse shirt", "M")]


async def test_enter_alone_before_the_answer_never_adds_what_nobody_has_seen(counter, taken):
    await counter.come()
    counter.shop.gate = asyncio.Event()
    QTest.keyClicks(counter.view.entry, "soap")
    counter.clock.pass_()
    QTest.keyClick(counter.view.entry, KEY.Key_Return)
    counter.shop.gate.set()
    await counter.view.idle()
    assert taken == []
    assert counter.view.problem.text() == ""
    assert counter.view.sounds.tone is None
    assert shown(counter) == ["Oat soap"]
    await counter.press(KEY.Key_Return)
    assert taken == [("Oat soap", None)]


async def test_an_exact_code_before_the_answer_is_sold_at_once(counter, taken):
    await counter.come()
    counter.shop.gate = asyncio.Event()
    QTest.keyClicks(counter.view.entry, "soap-oat")
    counter.shop.goods["soap-oat"] = counter.shop.goods["SOAP-OAT"]
    counter.clock.pass_()
    QTest.keyClick(counter.view.entry, KEY.Key_Return)
    counter.shop.gate.set()
    await counter.view.idle()
    assert taken == []
    assert counter.lines == [("Oat soap", 1)]
    assert not counter.view.popup.isVisible()


async def test_a_number_is_a_code_and_never_adds_what_only_resembles_it(counter, taken):
    await counter.come()
    await counter.enter("40063813")
    assert counter.lines == []
    assert shown(counter) == ["Paper coffee filters"]
    assert counter.view.entry.text() == "40063813"
    await counter.press(KEY.Key_Return)  # seen, and meant
    assert taken == [("Paper coffee filters", None)]


async def test_a_number_that_nothing_has_is_heard_by_who_does_not_look(counter):
    await counter.come()
    await counter.enter("88888888")
    assert counter.lines == []
    assert counter.view.sounds.tone is Tone.BAD


async def test_an_answer_to_older_letters_is_never_shown(counter):
    await counter.come()
    counter.shop.gate = asyncio.Event()
    QTest.keyClicks(counter.view.entry, "co")
    await asyncio.sleep(0)
    QTest.keyClicks(counter.view.entry, "x")
    seen = []
    counter.view.popup.counted.connect(seen.append)
    counter.shop.gate.set()
    await counter.view.idle()
    assert seen == [""]
    assert "Nothing matches" in counter.view.popup.hint.text()


async def test_a_search_that_fails_is_told_and_leaves_no_key_behind(counter, taken):
    await counter.come()
    counter.shop.fails["find_items"] = [Unavailable("unavailable")]
    QTest.keyClicks(counter.view.entry, "co")
    QTest.keyClick(counter.view.entry, KEY.Key_Down)
    await counter.view.idle()
    assert counter.view.problem.text() == Unavailable("unavailable").sentence()
    await counter.type("f")
    assert taken == []
    assert chosen(counter) == "Harbour Blend coffee"


async def test_a_click_unfolds_folds_and_adds(counter, taken):
    counter.shop.goods.clear()
    add(counter, "A", "Linen apron")
    add(counter, "B", "Linen shirt", SIZES)
    await counter.come()
    await counter.type("linen")
    rows = counter.view.popup.list

    async def click(row):
        at = rows.visualRect(rows.rows.index(row)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
        await counter.view.idle()

    await click(1)
    assert shown(counter) == ["Linen apron", "Linen shirt", *SIZES]
    await click(1)
    assert shown(counter) == ["Linen apron", "Linen shirt"]
    await click(1)
    await click(4)
    assert taken == [("Linen shirt", "L")]
    assert counter.view.entry.hasFocus()


async def test_esc_goes_back_to_the_sale_at_once_and_empties_nothing(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.type("oat")
    await counter.press(KEY.Key_Escape)
    assert not counter.view.popup.isVisible()
    assert counter.view.entry.text() == ""
    assert counter.lines == [("Clothes pegs", 1)]
    assert counter.panel is None


async def test_f2_opens_the_list_for_nothing_yet_and_a_click_closes_it(counter):
    await counter.come()
    await counter.press(KEY.Key_F2)
    assert counter.view.popup.isVisible()
    assert counter.view.popup.hint.text() == "Type a name, a category or a part of a code"
    await counter.press(KEY.Key_Return)
    assert counter.panel is None
    await counter.click(counter.view.popup.foot.close_button)
    assert not counter.view.popup.isVisible()


async def test_a_panel_beside_the_sale_closes_the_list_for_the_lines(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.type("oat")
    await counter.press(KEY.Key_F3)
    assert counter.panel is not None
    assert not counter.view.popup.isVisible()
    assert counter.view.lines.isVisible()


async def test_rows_are_read_out_with_price_and_stock_and_variants_without_a_number(counter):
    add(counter, "SHIRT", "Linen shirt", SIZES, more="2.50")
    counter.shop.goods["SHIRT"].on_shelf = 7
    await counter.come()
    await counter.type("linen shirt")
    rows = counter.view.popup.list.rows
    read = [rows.data(rows.index(at), Qt.ItemDataRole.AccessibleTextRole) for at in range(4)]
    assert read == [
        "Linen shirt, Home · 3 variants, from $20.00, 7 on the shelf, all variants together",
        "Linen shirt, S, SHIRT-S, $20.00",
        "Linen shirt, M, SHIRT-M, $20.00",
        "Linen shirt, L, SHIRT-L, $22.50",
    ]
    assert counter.view.popup.matches.found[0].lowest_price == usd("20.00")


async def test_how_many_there_are_is_said_in_the_field(counter):
    said = []
    counter.view.popup.counted.connect(said.append)
    await counter.come()
    await counter.type("soap")
    await counter.press(KEY.Key_Escape)
    for number in range(40):
        counter.shop.add(f"N{number}", f"Needle {number}", None, "1.00")
    await counter.type("needle")
    assert said == ["1 product", "", "the first 30 products"]
