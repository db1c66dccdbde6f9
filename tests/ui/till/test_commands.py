from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.refusals.errors import Conflict
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.paper import strip
from storedesk.ui.till.price_check import PricePanel
from storedesk.ui.till.receipts.print_panel import PrintPanel
from storedesk.ui.till.sale.customer import CustomerPanel
from storedesk.ui.till.sale.parked import ParkPanel, RecallPanel
from storedesk.ui.till.shifts.close_shift import CloseShiftPanel
from storedesk.ui.till.shifts.move_cash import MoveCashPanel
from storedesk.ui.till.shifts.open_shift import OpenShiftPanel
from tests.ui.till.shop import EVIL, usd

KEY = Qt.Key


async def test_a_sale_is_put_aside_under_a_name_and_taken_up_again(counter):
    await counter.come()
    await counter.scan("PEGS", "SOAP-OAT")
    await counter.press(KEY.Key_F4)
    assert isinstance(counter.panel, ParkPanel)
    await counter.enter("Green scarf", widget=counter.panel.label)
    assert counter.lines == []
    assert counter.view.side.count.text() == "1"
    await counter.press(KEY.Key_F5)
    assert isinstance(counter.panel, RecallPanel)
    await counter.press(KEY.Key_Return)
    assert counter.lines == [("Clothes pegs", 1), ("Oat soap", 1)]
    assert counter.view.side.count.text() == ""


async def test_nothing_cannot_be_put_aside(counter):
    await counter.come()
    await counter.press(KEY.Key_F4)
    assert counter.panel is None
    assert counter.view.problem.text()


async def test_down_recalls_another_one(counter):
    await counter.come()
    for code, label in (("PEGS", "first"), ("SOAP-OAT", "second")):
        await counter.scan(code)
        counter.view.selling.park(label)
        await counter.view.idle()
    await counter.press(KEY.Key_F5, KEY.Key_Down, KEY.Key_Return)
    assert counter.lines == [("Clothes pegs", 1)]


async def test_a_recall_while_something_lies_there_parks_that_first(counter):
    await counter.come()
    await counter.scan("PEGS")
    counter.view.selling.park("first")
    await counter.scan("SOAP-OAT")
    await counter.press(KEY.Key_F5, KEY.Key_Return)
    assert isinstance(counter.panel, ParkPanel)
    assert "Then “first” is recalled." in counter.panel.findChildren(Label)[1].text()
    assert counter.lines == [("Oat soap", 1)]

    await counter.enter("second", widget=counter.panel.label)
    assert counter.lines == [("Clothes pegs", 1)]
    assert [sale.label for sale in counter.view.commands.parked] == ["second"]


async def test_whoever_thinks_better_of_a_recall_keeps_the_sale(counter):
    await counter.come()
    await counter.scan("PEGS")
    counter.view.selling.park("first")
    await counter.scan("SOAP-OAT")
    await counter.press(KEY.Key_F5, KEY.Key_Return, KEY.Key_Escape)
    assert counter.panel is None
    assert counter.lines == [("Oat soap", 1)]
    assert len(counter.shop.parked) == 1


async def test_a_customer_is_found_by_any_word_and_noted(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.press(KEY.Key_F3)
    assert isinstance(counter.panel, CustomerPanel)
    await counter.enter("hart", widget=counter.panel.field)
    await counter.press(KEY.Key_Return, widget=counter.panel.field)
    assert counter.view.chip.customer.name == "Amelia Hart"
    await counter.press(KEY.Key_F3)
    await counter.click(counter.panel.detach)
    assert counter.view.chip.customer is None


async def test_a_customer_may_come_before_the_first_scan(counter):
    await counter.come()
    await counter.click(counter.view.chip)
    await counter.enter("img", widget=counter.panel.field)
    await counter.press(KEY.Key_Return, widget=counter.panel.field)
    assert counter.view.chip.customer.name == EVIL
    await counter.scan("PEGS")
    assert counter.sale.customer.name == EVIL


async def test_a_price_is_told_and_nothing_sold(counter):
    await counter.come()
    await counter.press(KEY.Key_F8)
    assert isinstance(counter.panel, PricePanel)
    await counter.scan("MUG-SAGE")
    assert counter.panel.price.text() == "$5.50"
    assert counter.panel.stock.text() == "1 on the shelf"
    await counter.enter("beeswax", widget=counter.panel.field)
    assert counter.panel.price.text() == "$4.60"
    await counter.scan("9999")
    assert counter.panel.price.text() == ""
    assert "9999" in counter.panel.problem.text()
    await counter.press(KEY.Key_Escape)
    assert counter.lines == []


async def test_the_float_is_counted_by_notes_and_coins_with_tab_between(counter):
    counter.shop.shift = None
    await counter.come()
    await counter.press(KEY.Key_F7)
    assert isinstance(counter.panel, OpenShiftPanel)
    await counter.press(KEY.Key_Tab)
    for count in ("1", "", "3"):
        await counter.type(count, counter.panel.focusWidget())
        await counter.press(KEY.Key_Tab, widget=counter.panel.focusWidget())
    assert counter.panel.counter.box.field.text() == "160.00"
    await counter.press(KEY.Key_Return, widget=counter.panel.focusWidget())
    assert counter.shop.shift.opening_float == usd(160)


async def test_a_shift_that_fits_closes_with_two_enters(counter):
    await counter.come()
    await counter.press(KEY.Key_F7)
    assert isinstance(counter.panel, CloseShiftPanel)
    assert not counter.panel.facts.isVisible()
    assert not counter.panel.ledger.isVisible(), "what should be there is told after the count"
    await counter.enter("100", widget=counter.panel.counter.box.field)
    assert counter.panel.facts.isVisible()
    assert counter.panel.ledger.isVisible()
    assert counter.panel.ledger.rows.rowCount() == 1
    assert not counter.panel.reason.isVisible()
    await counter.press(KEY.Key_Return)
    assert isinstance(counter.panel, PrintPanel)
    assert "Z report 1" in counter.panel.html
    assert counter.shop.shift is None
    await counter.press(KEY.Key_Escape)
    assert counter.view.empty.title.text() == "The shift is closed"


async def test_cash_is_taken_out_and_put_in_with_a_reason(counter):
    await counter.come()
    await counter.press(KEY.Key_F7, KEY.Key_F7)
    panel = counter.panel
    assert isinstance(panel, MoveCashPanel)
    await counter.enter("5", widget=panel.box.field)
    assert panel.problem.text() == "A reason is missing. Give one."
    assert panel.reason.hasFocus()
    await counter.enter("window cleaner", widget=panel.reason)
    assert counter.shop.cash_moved == [("5.00", "window cleaner", False)]
    assert counter.panel is None
    assert counter.view.note.text() == "$5.00 taken out."

    await counter.press(KEY.Key_F7, KEY.Key_F7, KEY.Key_Up)
    panel = counter.panel
    panel.reason.setText("coins")
    await counter.enter("20", widget=panel.box.field)
    assert counter.shop.cash_moved[1:] == [("20.00", "coins", True)]
    assert counter.view.note.text() == "$20.00 put in."


@pytest.mark.parametrize("typed", ["", "0", "-5", "x", "0.001"])
async def test_cash_is_an_amount_of_money_and_what_is_typed_stays(counter, typed):
    await counter.come()
    await counter.press(KEY.Key_F7, KEY.Key_F7)
    counter.panel.reason.setText("coins")
    await counter.enter(typed, widget=counter.panel.box.field)
    assert counter.shop.cash_moved == []
    assert counter.panel.problem.text()
    assert counter.panel.box.field.hasFocus()
    assert (counter.panel.box.field.text(), counter.panel.reason.text()) == (typed, "coins")


async def test_an_x_report_is_shown_without_counting(counter):
    await counter.come()
    await counter.press(KEY.Key_F7)
    field = counter.panel.counter.box.field
    QTest.keyClick(field, KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
    await counter.view.idle()
    assert isinstance(counter.panel, PrintPanel)
    assert "X report" in counter.panel.html
    assert counter.shop.shift is not None


async def test_a_counted_drawer_is_not_moved_by_a_slip_of_the_finger(counter):
    await counter.come()
    await counter.press(KEY.Key_F7)
    panel = counter.panel
    await counter.enter("90", widget=panel.counter.box.field)
    await counter.press(KEY.Key_F7)
    assert counter.panel is panel
    assert not panel.cash.isVisible()


async def test_a_likely_reason_is_taken_by_a_tap(counter):
    await counter.come()
    await counter.press(KEY.Key_F7)
    await counter.enter("90", widget=counter.panel.counter.box.field)
    counter.panel.likely.buttons[0].click()
    assert counter.panel.reason.text() == "Wrong change"
    assert counter.panel.reason.hasFocus()
    await counter.press(KEY.Key_Return, widget=counter.panel.reason)
    assert counter.shop.shift is None


async def test_a_difference_is_shown_after_the_count_and_needs_a_reason(counter):
    await counter.come()
    await counter.press(KEY.Key_F7)
    await counter.enter("90", widget=counter.panel.counter.box.field)
    assert counter.panel.difference() == usd(-10)
    await counter.press(KEY.Key_Return)
    assert "\N{MINUS SIGN}$10.00" in counter.panel.problem.text()
    assert counter.shop.shift is not None
    await counter.enter("A note is missing", widget=counter.panel.reason)
    assert counter.shop.shift is None
    assert "A note is missing" in counter.panel.html


async def test_a_count_stands_once_expected_was_told_and_a_correction_is_one_more(counter):
    await counter.come()
    await counter.press(KEY.Key_F7)
    panel = counter.panel
    await counter.enter("90", widget=panel.counter.box.field)
    assert not panel.counter.isVisible()
    await counter.press(KEY.Key_Up)
    assert "count of $90.00 stays" in panel.problem.text()
    assert not panel.facts.isVisible()
    assert panel.counter.box.field.hasFocus()
    await counter.enter("100", widget=panel.counter.box.field)
    assert panel.difference() == usd(0)
    assert [label.text() for label in panel.facts.findChildren(Label)][:2] == [
        "Counted by Maya Okafor, 14:17",
        "$90.00",
    ]
    await counter.press(KEY.Key_Return)
    told = counter.panel.html
    assert "Counted by Maya Okafor" in told
    assert "Corrected by Maya Okafor" in told
    assert "$90.00" in told


async def test_a_count_that_was_given_stands_when_the_panel_is_opened_again(counter):
    await counter.come()
    await counter.press(KEY.Key_F7)
    await counter.enter("90", widget=counter.panel.counter.box.field)
    await counter.press(KEY.Key_Escape, KEY.Key_F7)
    assert counter.panel.difference() == usd(-10)
    assert not counter.panel.counter.isVisible()


async def test_after_money_has_moved_the_drawer_is_counted_again(counter):
    await counter.come()
    await counter.press(KEY.Key_F7)
    await counter.enter("100", widget=counter.panel.counter.box.field)
    counter.shop.shift = replace(counter.shop.shift, opening_float=usd(120))
    await counter.press(KEY.Key_Return)
    assert counter.panel.report is None
    assert counter.panel.counter.box.field.hasFocus()
    assert counter.panel.problem.text() == Conflict("drawer_moved").sentence()
    assert counter.shop.shift is not None
    await counter.enter("120", widget=counter.panel.counter.box.field)
    await counter.press(KEY.Key_Return)
    assert counter.shop.shift is None


async def sold(counter, code="EVIL"):
    await counter.come()
    await counter.scan(code)
    await counter.pay()
    await counter.press(KEY.Key_Return)


async def test_the_last_receipt_is_one_key_and_its_names_are_text(counter):
    await sold(counter)
    await counter.press(KEY.Key_F10)
    assert isinstance(counter.panel, PrintPanel)
    assert "ORD-2026-000001" in counter.panel.html
    assert "<img" not in counter.panel.html
    assert EVIL in counter.panel.preview.accessibleDescription()


async def test_the_receipt_is_saved_as_a_pdf(counter, tmp_path, monkeypatch):
    await sold(counter)
    await counter.press(KEY.Key_F10)

    async def choose(*_args, **kwargs):
        return tmp_path / kwargs["name"]

    monkeypatch.setattr(strip, "choose_file", choose)
    await counter.click(counter.panel.save)
    [made] = tmp_path.iterdir()
    assert made.name == "ORD-2026-000001.pdf"
    document = pypdfium2.PdfDocument(made)
    assert document.get_metadata_value("Title") == "Receipt ORD-2026-000001"
    document.close()


async def test_a_scan_puts_the_receipt_away_and_sells(counter):
    await sold(counter, "PEGS")
    await counter.press(KEY.Key_F10)
    await counter.scan("SOAP-OAT")
    assert counter.panel is None
    assert counter.lines == [("Oat soap", 1)]


async def test_before_the_first_sale_there_is_no_receipt(counter):
    await counter.come()
    await counter.press(KEY.Key_F10)
    assert counter.panel is None
    assert counter.view.problem.text() == "Nothing was sold at this till yet."


async def test_keys_do_nothing_behind_an_open_panel(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.press(KEY.Key_F8)
    await counter.press(KEY.Key_F4)
    assert isinstance(counter.panel, PricePanel)
    await counter.press(KEY.Key_Escape)
    assert counter.view.entry.hasFocus()


async def test_a_price_is_told_of_a_code_whose_check_digit_is_wrong(counter):
    await counter.come()
    counter.shop.goods["790617348408"] = counter.shop.goods["PEGS"]
    await counter.press(KEY.Key_F8)
    await counter.scan("790617348408")
    assert counter.panel.name.text() == "Clothes pegs"
    await counter.scan("790617348400")
    assert "it was misread" in counter.panel.problem.text()
