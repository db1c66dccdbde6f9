import asyncio
from datetime import datetime
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.till import Method, Tender
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.till.sale.empty_sale import EmptyPanel
from tests.ui.till.shop import EVIL, NOON

KEY = Qt.Key


async def test_a_scan_adds_one_and_the_same_again_is_one_line(counter):
    await counter.come()
    await counter.scan("5901234123457", "SOAP-OAT", "5901234123457")
    assert counter.lines == [("Harbour Blend coffee", 2), ("Oat soap", 1)]
    assert counter.view.selling.line().name == "Harbour Blend coffee"
    assert counter.view.side.totals.total.text() == "$22.35"


async def test_a_quantity_before_the_scan_is_meant_for_it(counter):
    await counter.come()
    await counter.type("12*")
    await counter.scan("PEGS")
    assert counter.lines == [("Clothes pegs", 12)]
    assert counter.view.entry.text() == ""


@pytest.mark.parametrize(("typed", "quantity"), [("PEGS", 1), ("3*PEGS", 3)])
async def test_an_exact_code_adds_at_once(counter, typed, quantity):
    await counter.come()
    await counter.enter(typed)
    assert counter.lines == [("Clothes pegs", quantity)]
    assert counter.view.entry.text() == ""


async def test_enter_never_adds_a_match_for_older_words(counter):
    await counter.come()
    await counter.type("co")
    counter.view.entry.setText("soap")
    await counter.press(KEY.Key_Return)
    assert counter.lines == []
    await counter.press(KEY.Key_Return)
    assert counter.lines == [("Oat soap", 1)]


async def test_a_code_of_several_variants_lists_them(counter):
    await counter.come()
    counter.shop.fails["scan"] = [Refused("choose_variant", name="soap", product="")]
    await counter.enter("3*7777")
    assert counter.view.entry.text() == "3*soap"
    await counter.press(KEY.Key_Return)
    assert counter.lines == [("Oat soap", 3)]


async def test_an_unknown_code_is_told_and_kept_for_the_search(counter):
    await counter.come()
    await counter.scan("PEGS", "9999")
    assert "9999" in counter.view.problem.text()
    assert counter.view.entry.text() == "9999"
    assert counter.view.popup.isVisible()
    assert counter.lines == [("Clothes pegs", 1)]
    await counter.scan("SOAP-OAT")
    assert counter.lines == [("Clothes pegs", 1), ("Oat soap", 1)]
    assert counter.view.entry.text() == ""


async def test_an_unknown_code_is_no_part_of_what_is_typed_for_the_next_sale(counter):
    await counter.come()
    await counter.scan("PEGS", "9999")
    counter.view.begin_checkout()
    await counter.view.idle()
    await counter.pay()
    assert counter.lines == []
    await counter.enter("SOAP-OAT")
    assert counter.lines == [("Oat soap", 1)]


async def test_an_unknown_code_is_told_once_and_in_one_way(counter):
    await counter.come()
    await counter.scan("9999")
    assert "by its name" in counter.view.problem.text()
    assert counter.view.popup.hint.text() == "Type a name, a category or a part of a code"

    await counter.press(KEY.Key_Escape)
    await counter.press(KEY.Key_Escape)
    await counter.press(KEY.Key_Escape)
    await counter.enter("8888")  # by hand: words as well as a code, so only the list says it
    assert counter.view.problem.text() == ""
    assert "Nothing matches" in counter.view.popup.hint.text()
    assert counter.view.sounds.tone is Tone.BAD


async def test_scans_that_failed_are_all_named_until_they_are_seen(counter):
    await counter.come()
    await counter.scan("111", "PEGS", "222")
    assert "111, 222" in counter.view.problem.text()
    await counter.press(KEY.Key_Escape, KEY.Key_Escape, KEY.Key_Escape)
    assert counter.view.problem.text() == ""


async def test_what_is_no_longer_sold_is_for_a_manager(counter):
    await counter.come()
    counter.shop.goods["PEGS"].is_sellable = False
    await counter.scan("PEGS")
    assert "Clothes pegs" in counter.view.problem.text()
    assert counter.lines == []


async def test_scanning_faster_than_the_database_answers_loses_nothing(counter):
    await counter.come()
    counter.shop.gate = asyncio.Event()
    codes = list(counter.shop.goods) * 3
    for code in codes:
        counter.view.scans.take(code)
    assert counter.lines == []
    counter.shop.gate.set()
    await counter.view.idle()
    assert [quantity for _, quantity in counter.lines] == [3] * len(counter.shop.goods)
    assert counter.shop.asked.count("scan") == len(codes)


async def test_plus_waits_for_the_scan_before_it(counter):
    await counter.come()
    await counter.scan("SOAP-OAT")
    counter.shop.gate = asyncio.Event()
    counter.view.scans.take("PEGS")
    QTest.keyClicks(counter.view.entry, "+")
    counter.shop.gate.set()
    await counter.view.idle()
    assert counter.lines == [("Oat soap", 1), ("Clothes pegs", 2)]


async def test_keys_change_the_current_line(counter):
    await counter.come()
    await counter.scan("SOAP-OAT", "PEGS", "BRUSH")
    await counter.press(KEY.Key_Up)
    await counter.type("+")
    assert counter.lines[1] == ("Clothes pegs", 2)
    await counter.enter("*5")
    assert counter.lines[1] == ("Clothes pegs", 5)
    await counter.type("-")
    assert counter.lines[1] == ("Clothes pegs", 4)
    await counter.press(KEY.Key_Delete)
    assert [name for name, _ in counter.lines] == ["Oat soap", "Dish brush"]
    assert counter.view.selling.line().name == "Dish brush"


async def test_every_key_of_the_line_has_a_button_and_the_field_keeps_the_keyboard(counter):
    await counter.come()
    await counter.scan("SOAP-OAT", "PEGS")
    await counter.click(counter.view.plus)
    await counter.click(counter.view.plus)
    await counter.click(counter.view.minus)
    assert counter.lines[1] == ("Clothes pegs", 2)
    await counter.click(counter.view.quantity)
    assert counter.view.entry.text() == "*"
    await counter.enter("7")
    assert counter.lines[1] == ("Clothes pegs", 7)
    await counter.click(counter.view.remove)
    assert counter.lines == [("Oat soap", 1)]
    assert counter.view.entry.hasFocus()


async def test_nothing_on_the_page_takes_the_keyboard_but_the_field(counter):
    await counter.come()
    await counter.scan("SOAP-OAT", "9999")
    takers = [
        part
        for part in counter.view.findChildren(QAbstractButton)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.isVisible()
    ]
    assert takers == []
    await counter.press(KEY.Key_Tab)
    assert counter.view.entry.hasFocus()


async def test_a_page_that_is_gone_to_gives_the_keyboard_to_its_field_or_its_panel(counter):
    await counter.come()
    counter.view.setFocus()
    assert counter.view.entry.hasFocus()
    await counter.press(KEY.Key_F8)
    field = counter.panel.field
    counter.view.setFocus()
    assert field.hasFocus()


async def test_everything_that_is_pressed_has_a_name(counter):
    await counter.come()
    await counter.scan("SOAP-OAT")
    parts = [*counter.view.findChildren(QAbstractButton), *counter.view.findChildren(QLineEdit)]
    nameless = [part for part in parts if part.isVisible() and not part.accessibleName()]
    assert nameless == []


async def test_a_code_where_a_quantity_belongs_is_refused_kindly(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.enter("*5901234123457")
    assert "looks like a barcode" in counter.view.problem.text()
    assert counter.lines == [("Clothes pegs", 1)]


async def test_a_great_quantity_is_asked_about(counter):
    await counter.come()
    await counter.enter("1200*PEGS")
    assert counter.lines == []
    assert "1200" in counter.view.warning.text()
    await counter.press(KEY.Key_Return)
    assert counter.lines == [("Clothes pegs", 1200)]


async def test_an_enter_that_is_held_or_left_over_from_a_scan_does_nothing(counter):
    await counter.come()
    await counter.scan("PEGS")
    held = QKeyEvent(
        QEvent.Type.KeyPress,
        KEY.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        text="\r",
        autorep=True,
    )
    QApplication.sendEvent(counter.view.entry, held)
    counter.scanner.enter.arm()
    QTest.keyClick(counter.view.entry, KEY.Key_Return)
    await counter.view.idle()
    assert counter.panel is None
    assert "quote" not in counter.shop.asked


async def test_a_real_burst_reaches_the_sale_and_never_the_grammar(counter):
    await counter.come()
    counter.shop.add("*12*9", "Star", None, "1.00")
    app = QApplication.instance()
    app.installEventFilter(counter.scanner)
    try:
        for sign in "*12*9":
            counter.clock.pass_(5)
            QTest.keyClicks(counter.view.entry, sign)
        counter.clock.pass_(5)
        QTest.keyClick(counter.view.entry, KEY.Key_Return)
        await counter.view.idle()
    finally:
        app.removeEventFilter(counter.scanner)
    assert counter.lines == [("Star", 1)]
    assert counter.panel is None


async def test_esc_asks_before_it_empties_a_sale_and_enter_keeps_it(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.press(KEY.Key_Escape)
    assert isinstance(counter.panel, EmptyPanel)
    await counter.press(KEY.Key_Return)
    assert counter.lines == [("Clothes pegs", 1)]

    await counter.press(KEY.Key_Escape)
    buttons = {b.accessibleName(): b for b in counter.panel.findChildren(QAbstractButton)}
    await counter.click(buttons["Empty the sale"])
    assert counter.lines == []
    assert counter.panel is None
    assert "discard_sale" in counter.shop.asked


async def test_a_sale_of_before_is_on_the_screen_again(counter):
    counter.shop.scan(register_id=None, order_id=(order := uuid4()), code="PEGS")
    await counter.come()
    assert counter.lines == [("Clothes pegs", 1)]
    await counter.scan("SOAP-OAT")
    assert counter.sale.order_id == order


async def test_a_first_scan_whose_answer_was_lost_does_not_begin_two_sales(counter):
    await counter.come()
    counter.shop.fails["scan"] = [Unavailable("perhaps_done")]
    await counter.scan("PEGS")
    lost = counter.view.selling.order_id
    await counter.scan("PEGS")
    assert counter.sale.order_id == lost
    assert "PEGS" in counter.view.problem.text()


async def test_an_order_booked_moments_before_the_start_is_told(counter, monkeypatch):
    await counter.come()
    await counter.scan("PEGS")
    await counter.pay()
    await counter.press(KEY.Key_Return)
    [receipt] = counter.shop.orders.values()
    assert receipt.order_number == "ORD-2026-000001"
    counter.view._is_new = True
    counter.view.context.seen.clear()  # as another program would not have seen it
    monkeypatch.setattr("storedesk.ui.till.commands.datetime", Now)
    counter.view.reload()
    await counter.view.idle()
    said = "ORD-2026-000001 was booked at 14:17. “Receipt” prints it."
    assert counter.view.warning.text() == said


async def test_an_order_that_this_program_has_shown_is_not_told_again(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.pay()
    await counter.press(KEY.Key_Return)
    counter.view._is_new = True  # as after someone else has signed in
    counter.view.reload()
    await counter.view.idle()
    assert counter.view.warning.isHidden()


async def test_a_sale_that_the_program_before_has_booked_after_all_is_told(counter):
    await counter.come()
    await counter.scan("PEGS")
    order, total = counter.sale.order_id, counter.sale.total
    tender = Tender(uuid4(), Method.CASH, total, tendered=total)
    await counter.pay()
    counter.shop.pay(order_id=order, tenders=(tender,))
    counter.view.changed()
    await counter.view.idle()
    assert counter.lines == []
    assert counter.panel is None
    assert "ORD-2026-000001 was booked at" in counter.view.warning.text()


async def test_a_sale_that_was_thrown_away_elsewhere_goes_without_a_word(counter):
    await counter.come()
    await counter.scan("PEGS")
    counter.shop.discard_sale(order_id=counter.sale.order_id)
    counter.view.changed()
    await counter.view.idle()
    assert counter.lines == []
    assert counter.view.warning.text() == ""


class Now(datetime):
    @classmethod
    def now(cls, tz=None):
        return NOON.replace(tzinfo=tz)


async def test_sales_parked_at_other_tills_appear_with_the_news(counter):
    await counter.come()
    counter.shop.scan(register_id=None, order_id=(other := uuid4()), code="PEGS")
    counter.shop.park(order_id=other, label="Green scarf")
    counter.view.changed()
    await counter.view.idle()
    [card] = counter.view.side.cards
    assert card.sale.label == "Green scarf"
    await counter.click(card)
    assert counter.lines == [("Clothes pegs", 1)]
    assert counter.view.side.cards == []


async def test_a_tap_on_a_card_that_has_just_moved_does_nothing(counter):
    await counter.come()
    for label in ("first", "second"):
        counter.shop.scan(register_id=None, order_id=(other := uuid4()), code="PEGS")
        counter.shop.park(order_id=other, label=label)
        counter.view.changed()
        await counter.view.idle()
    QTest.mouseClick(counter.view.side.cards[0], Qt.MouseButton.LeftButton)
    await counter.view.idle()
    assert counter.lines == []
    await counter.click(counter.view.side.cards[0])
    assert counter.lines == [("Clothes pegs", 1)]


async def test_news_of_goods_and_orders_that_are_not_on_the_screen_ask_nothing(counter):
    await counter.come()
    await counter.scan("PEGS")
    [line], order = counter.sale.lines, counter.sale.order_id
    looked = []
    counter.view.changed = looked.append

    for table in ("inventory", "products", "orders"):
        counter.view.hear(table, frozenset({uuid4()}))
    assert looked == []

    shown = frozenset({line.product_id})
    counter.view.hear("inventory", shown)
    counter.view.hear("products", None)
    counter.view.hear("orders", frozenset({order}))
    counter.view.hear("till_carts", frozenset({uuid4()}))
    assert looked == [shown, None, {order}, looked[-1]]


async def test_news_moves_neither_the_current_line_nor_what_is_typed(counter):
    await counter.come()
    await counter.scan("SOAP-OAT", "PEGS")
    await counter.press(KEY.Key_Up)
    await counter.type("mu")
    counter.shop.goods["SOAP-OAT"].on_shelf = 0
    counter.view.changed()
    await counter.view.idle()
    assert counter.view.selling.line().name == "Oat soap"
    assert counter.view.entry.text() == "mu"


async def test_a_name_that_looks_like_markup_is_text(counter):
    await counter.come()
    await counter.scan("EVIL")
    counter.view.selling.attach(counter.shop.people[2].id)
    await counter.view.idle()
    await counter.type("img")
    rows = counter.view.popup.list.rows
    tip = rows.data(rows.index(0), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=/dev/zero&gt;" in tip
    assert "<img" not in tip
    assert EVIL in counter.view.chip.accessibleName()
    for label in counter.view.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


async def test_a_closed_shift_invites_to_open_one(counter):
    counter.shop.shift = None
    await counter.come()
    assert counter.view.empty.title.text() == "The shift is closed"
    await counter.click(counter.view.open_shift)
    await counter.enter("150")
    assert counter.shop.shift.opening_float.amount == 150
    assert counter.view.empty.title.text() == "Ready for the next customer"
    assert counter.view.entry.hasFocus()


async def test_everything_stands_as_high_as_it_was_drawn(counter):
    await counter.come()
    await counter.scan("SOAP-OAT")
    heights = {
        "entry": (counter.view.entry, 56),
        "pay": (counter.view.pay, 60),
        "chip": (counter.view.chip, 56),
    }
    assert {name: part.height() for name, (part, _) in heights.items()} == {
        name: height for name, (_, height) in heights.items()
    }
    assert counter.view.panel_host.width() == 392
    place = counter.view.pay.geometry()
    counter.view.selling.attach(counter.shop.people[0].id)
    await counter.scan(*list(counter.shop.goods)[:9])
    assert counter.view.pay.geometry() == place
    assert counter.view.lines.list.viewport().height() >= 9 * 56
    await counter.pay()
    assert counter.view.panel_host.width() == 392
    assert counter.panel.amount.height() == 64
    assert counter.panel.change.height() == 122
    assert {note.height() for note in counter.panel.notes.buttons} == {56}
    assert {tab.height() for tab in counter.panel.tabs.tabs.values()} == {56}


async def test_a_database_that_is_away_is_told_once_and_not_asked_again_and_again(counter):
    await counter.come()
    before = counter.shop.asked.count("current_sale")
    counter.shop.fails["current_sale"] = [Unavailable("unavailable")] * 5
    counter.view.changed()
    await counter.view.idle()
    assert counter.shop.asked.count("current_sale") == before + 1
    assert counter.view.problem.text() == Unavailable("unavailable").sentence()


async def test_f9_pays_although_the_list_of_matches_is_open(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.press(KEY.Key_F2, KEY.Key_F9)
    assert not counter.view.popup.isVisible()
    assert "quote" in counter.shop.asked


async def test_how_many_scans_are_on_their_way_is_said_and_taken_back(counter):
    await counter.come()
    await counter.scan("PEGS")
    counter.shop.gate = asyncio.Event()
    for code in ("1", "2", "3"):
        counter.view.scans.take(code)
    assert counter.view.lines.sum.text() == "3 on their way"
    counter.shop.gate.set()
    await counter.view.idle()
    assert counter.view.lines.sum.text() == "1 line · 1 piece"


async def test_a_code_whose_check_digit_is_wrong_is_looked_up_before_it_is_misread(counter):
    await counter.come()
    counter.shop.goods["790617348408"] = counter.shop.goods["PEGS"]
    await counter.scan("790617348408")
    assert counter.lines == [("Clothes pegs", 1)]
    assert counter.view.problem.text() == ""
    await counter.scan("790617348400")
    assert "it was misread" in counter.view.problem.text()
    assert not counter.view.popup.isVisible()
    assert counter.view.entry.text() == ""
