import asyncio
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.checkout.quote_changes import QuoteChangesPanel
from storedesk.ui.till.checkout.sale_money import SaleMoney
from tests.ui.till.shop import till_context, usd

KEY = Qt.Key


@pytest.fixture
def ready(counter):
    """A counter with a sale of $57.81 on it; nothing is short."""

    async def ready():
        await counter.come()
        counter.shop.goods["MUG-SAGE"].on_shelf = 10
        codes = list(counter.shop.goods)[:9]
        await counter.scan(*codes, codes[1], codes[2], codes[5], codes[8], codes[8])
        assert counter.view.side.totals.total.text() == "$57.81"
        return counter

    return ready


def payment(counter):
    [order] = counter.shop.orders.values()
    [paid] = order.payments
    return paid


async def test_exact_cash_is_two_enters_and_the_next_scan_is_the_next_sale(ready):
    counter = await ready()
    await counter.pay()
    assert isinstance(counter.panel, PayPanel)
    assert counter.panel.sum.text() == "$57.81"
    assert counter.panel.amount_due.held.text() == "Prices held until 14:32"
    await counter.press(KEY.Key_Return)
    assert counter.panel is None
    assert payment(counter).method is Method.CASH
    assert payment(counter).amount == usd("57.81")
    done = counter.view.side.done
    assert done.isVisible()
    assert done.number.text() == "ORD-2026-000001"
    assert done.change.amount.text() == "$0.00"
    first = next(iter(counter.shop.orders))
    await counter.scan("PEGS")
    assert counter.lines == [("Clothes pegs", 1)]
    assert counter.sale.order_id != first
    assert not done.isVisible()


@pytest.mark.parametrize("way", ["enter", "equals", "f9", "button"])
async def test_the_total_is_asked_for_by_key_and_by_finger(ready, way):
    counter = await ready()
    if way == "enter":
        await counter.press(KEY.Key_Return)
    elif way == "equals":
        await counter.type("=")
    elif way == "f9":
        await counter.press(KEY.Key_F9)
    else:
        await counter.click(counter.view.pay)
    assert isinstance(counter.panel, PayPanel)
    assert counter.shop.asked.count("quote") == 1


async def test_cash_given_shows_its_change_until_the_next_scan(ready):
    counter = await ready()
    await counter.pay()
    await counter.type("60", counter.panel.amount.field)
    assert counter.panel.change.amount.text() == "$2.19"
    await counter.press(KEY.Key_Return)
    assert payment(counter).tendered == usd(60)
    assert counter.view.side.done.change.amount.text() == "$2.19"


async def test_a_quick_note_is_one_tap(ready):
    counter = await ready()
    await counter.pay()
    [exact, sixty, hundred] = counter.panel.notes.buttons
    assert exact.isChecked()
    await counter.click(hundred)
    assert hundred.isChecked()
    assert not sixty.isChecked()
    assert counter.panel.change.amount.text() == "$42.19"


@pytest.mark.parametrize(
    ("typed", "method"), [("d", Method.CARD), ("57.81d", Method.CARD), ("c", Method.CASH)]
)
async def test_a_letter_says_how_it_is_paid(ready, typed, method):
    counter = await ready()
    await counter.pay()
    await counter.type(typed, counter.panel.amount.field)
    assert counter.panel.method is method
    await counter.press(KEY.Key_Return)
    assert payment(counter).method is method


async def test_the_tabs_say_it_too(ready):
    counter = await ready()
    await counter.pay()
    await counter.click(counter.panel.tabs.tabs[Method.CARD])
    assert counter.panel.card.isVisible()
    assert not counter.panel.notes.isVisible()
    await counter.type("42", counter.panel.card.fields["last_four"])
    await counter.press(KEY.Key_Return)
    assert counter.panel.problem.text() == "Type the last four digits of the card, or nothing."
    await counter.type("42", counter.panel.card.fields["last_four"])
    await counter.press(KEY.Key_Return)
    assert payment(counter).method is Method.CARD


@pytest.mark.parametrize(("letter", "words"), [("c", "Take"), ("d", "Charge"), ("p", "Charge")])
async def test_the_button_says_what_is_done_with_the_money(ready, letter, words):
    counter = await ready()
    await counter.press(KEY.Key_Return)
    QTest.keyClicks(counter.panel.amount.field, letter)
    assert counter.panel.pay.text() == f"{words} $57.81"


async def test_the_letters_are_those_of_the_store(ready):
    counter = await ready()
    store = counter.context.store
    counter.context.store = replace(store, letters={Method.CARD: "k", Method.PAYPAL: "c"})
    await counter.press(KEY.Key_Return)
    assert [tab._cap for tab in counter.panel.tabs.tabs.values()] == ["h", "k", "c", "g"]
    for letter, method in {"k": Method.CARD, "C": Method.PAYPAL, "h": Method.CASH}.items():
        QTest.keyClicks(counter.panel.amount.field, letter)
        assert counter.panel.method is method
    QTest.keyClicks(counter.panel.amount.field, "p")
    assert counter.panel.method is Method.CASH


async def test_paypal_needs_its_proof(ready):
    counter = await ready()
    await counter.pay()
    await counter.enter("p")
    assert "PayPal" in counter.panel.problem.text()
    assert counter.panel.paypal.fields["reference"].hasFocus()
    await counter.enter("4XY", widget=counter.panel.paypal.fields["reference"])
    assert payment(counter).method is Method.PAYPAL


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("0", "This amount cannot be used. Type another one."),
        ("60d", "Only cash gives change: $57.81 is to pay."),
        ("5901234123457", "looks like a barcode"),
        ("abc", "Type the amount in digits"),
    ],
)
async def test_what_does_not_pay_is_told_and_kept(ready, typed, told):
    counter = await ready()
    await counter.pay()
    await counter.enter(typed, widget=counter.panel.amount.field)
    assert told in counter.panel.problem.text()
    assert counter.shop.orders == {}


async def test_what_is_missing_stands_where_the_change_would(ready):
    counter = await ready()
    await counter.pay()
    await counter.type("20", counter.panel.amount.field)
    box = counter.panel.change
    assert (box.word.text(), box.amount.text()) == ("Still missing", "$37.81")
    assert counter.panel.pay.text() == "Take $20.00"
    counter.panel.amount.field.selectAll()
    await counter.type("60", counter.panel.amount.field)
    assert (box.word.text(), box.amount.text()) == ("Change", "$2.19")
    assert counter.panel.pay.isEnabled()


def test_cash_is_rounded_to_the_smallest_coin_and_nothing_else_is(qtbot):
    store = StoreSettings(currency="CHF", cash_rounding=Decimal("0.05"))
    panel = PayPanel(till_context(store=store), SaleMoney(Money.of("8.92", "CHF")), None)
    qtbot.addWidget(panel)
    taken = []
    panel.taken.connect(taken.append)
    assert panel.due == Money.of("8.90", "CHF")
    assert "8.92" in panel.amount_due.rounded.text()
    panel.amount.field.setText("10")
    panel.amount.field.textEdited.emit("10")
    assert "1.10" in panel.change.amount.text()
    panel.enter()
    panel.choose(Method.CARD)
    assert panel.due == Money.of("8.92", "CHF")
    panel.refuse(Refused("not_booked"))
    panel.enter()
    assert [(one.method, one.amount.amount) for one in taken] == [
        (Method.CASH, Decimal("8.92")),
        (Method.CARD, Decimal("8.92")),
    ]
    assert taken[0].tendered == Money.of(10, "CHF")


def test_the_store_says_how_most_people_pay(qtbot):
    store = StoreSettings(first_tender=Method.CARD)
    panel = PayPanel(till_context(store=store), SaleMoney(usd("8.92")), None)
    qtbot.addWidget(panel)
    assert panel.method is Method.CARD


async def test_change_above_the_largest_note_is_asked_about(ready):
    counter = await ready()
    await counter.pay()
    await counter.enter("600")
    assert "$542.19 change" in counter.panel.problem.text()
    assert counter.shop.orders == {}
    await counter.press(KEY.Key_Return)
    assert payment(counter).tendered == usd(600)


async def test_a_scan_while_money_is_typed_goes_to_the_sale(ready):
    counter = await ready()
    await counter.pay()
    await counter.type("20", counter.panel.amount.field)
    await counter.scan("PEGS")
    assert counter.panel is None
    assert ("Clothes pegs", 2) in counter.lines
    assert "Scanned while money was being typed" in counter.view.warning.text()
    assert counter.view.entry.hasFocus()


async def test_a_second_pay_while_one_runs_does_nothing(ready):
    counter = await ready()
    counter.shop.gate = asyncio.Event()
    counter.clock.pass_()
    for _ in range(3):
        QTest.keyClick(counter.view.entry, KEY.Key_Return)
    counter.shop.gate.set()
    await counter.view.idle()
    assert counter.shop.asked.count("quote") == 1

    counter.clock.pass_()
    counter.shop.gate = asyncio.Event()
    for _ in range(3):
        QTest.keyClick(counter.panel.amount.field, KEY.Key_Return)
        QTest.mouseClick(counter.panel.pay, Qt.MouseButton.LeftButton)
    QTest.keyClick(counter.panel.amount.field, KEY.Key_Escape)
    counter.view.scans.take("PEGS")
    assert counter.panel.is_busy
    counter.shop.gate.set()
    await counter.view.idle()
    assert counter.shop.asked.count("pay") == 1
    assert counter.lines == [("Clothes pegs", 1)]


async def test_the_enter_that_opened_the_panel_does_not_pay(ready):
    counter = await ready()
    counter.clock.pass_()
    QTest.keyClick(counter.view.entry, KEY.Key_Return)
    await counter.view.idle()
    QTest.keyClick(counter.panel.amount.field, KEY.Key_Return)
    QTest.mouseClick(counter.panel.pay, Qt.MouseButton.LeftButton)
    await counter.view.idle()
    assert counter.shop.orders == {}


async def test_esc_goes_back_to_the_sale_and_lets_its_pieces_go(ready):
    counter = await ready()
    await counter.pay()
    assert counter.sale.quote_expires_at is not None
    await counter.press(KEY.Key_Escape)
    assert counter.panel is None
    assert counter.sale.quote_expires_at is None
    assert len(counter.lines) == 9
    assert counter.view.entry.hasFocus()


async def test_a_lost_answer_is_looked_for_and_found_booked(ready):
    counter = await ready()
    counter.view.checkout.pause = 0
    await counter.pay()
    pay, counter.shop.pay = counter.shop.pay, None

    def lost(**kwargs):
        pay(**kwargs)
        raise Unavailable("perhaps_done")

    counter.shop.pay = lost
    counter.shop.fails["receipt"] = [Unavailable("unavailable"), None]
    await counter.press(KEY.Key_Return)
    assert counter.panel is None
    assert counter.view.side.done.number.text() == "ORD-2026-000001"
    assert counter.shop.asked.count("pay") == 1
    assert counter.shop.asked.count("receipt") == 3  # looked for twice, then printed


async def test_a_lost_answer_that_booked_nothing_lets_it_be_paid_again(ready):
    counter = await ready()
    counter.view.checkout.pause = 0
    await counter.pay()
    counter.shop.fails["pay"] = [Unavailable("perhaps_done")]
    await counter.press(KEY.Key_Return)
    assert "was not completed" in counter.panel.problem.text()
    await counter.press(KEY.Key_Return)
    assert len(counter.shop.orders) == 1


async def test_a_sale_that_was_booked_after_all_is_not_paid_twice(ready):
    counter = await ready()
    await counter.pay()
    order_id, sale = counter.sale.order_id, counter.shop.sale
    tender = counter.panel._tender()
    counter.shop.pay(order_id=order_id, tenders=(tender,))
    assert counter.shop.sale is None
    assert sale.order_id == order_id
    await counter.press(KEY.Key_Return)
    assert counter.view.side.done.number.text() == "ORD-2026-000001"
    assert len(counter.shop.orders) == 1


async def test_a_changed_price_is_explained_before_money_moves(ready):
    counter = await ready()
    counter.shop.price_changes = (("Oat soap", usd("2.50"), usd("2.85")),)
    await counter.pay()
    assert isinstance(counter.panel, QuoteChangesPanel)
    words = [label.text() for label in counter.panel.findChildren(Label)]
    assert "$2.50  →  $2.85" in words
    await counter.press(KEY.Key_Return)
    assert isinstance(counter.panel, PayPanel)


async def test_pieces_beyond_the_count_are_sold_with_a_reason(ready):
    counter = await ready()
    counter.shop.goods["MUG-SAGE"].on_shelf = 1
    await counter.scan("MUG-SAGE")
    await counter.pay()
    assert isinstance(counter.panel, QuoteChangesPanel)
    counter.panel.reason.clear()
    await counter.press(KEY.Key_Return)
    assert counter.panel.problem.text() == "A reason is missing. Give one."
    await counter.enter("on the counter", widget=counter.panel.reason)
    assert isinstance(counter.panel, PayPanel)
    await counter.press(KEY.Key_Return)
    assert len(counter.shop.orders) == 1


async def test_back_from_the_doubts_sells_nothing(ready):
    counter = await ready()
    counter.shop.goods["MUG-SAGE"].on_shelf = 1
    await counter.scan("MUG-SAGE")
    await counter.pay()
    await counter.press(KEY.Key_Escape)
    assert counter.panel is None
    assert counter.shop.orders == {}


async def test_a_closed_shift_is_told_before_money_moves(ready):
    counter = await ready()
    counter.shop.shift = None
    await counter.pay()
    assert counter.panel is None
    assert counter.view.problem.text() == Refused("shift_not_open").sentence()


async def test_nothing_on_the_counter_is_nothing_to_pay(counter):
    await counter.come()
    await counter.pay()
    assert counter.panel is None
    assert counter.view.problem.text() == Refused("sale_empty").sentence()
    assert counter.view.problem.property("tone") == "info"
    assert counter.view.sounds.tone is None
    assert "quote" not in counter.shop.asked


async def test_scans_before_pay_are_in_what_is_paid(counter):
    await counter.come()
    await counter.scan("SOAP-OAT")
    counter.shop.gate = asyncio.Event()
    counter.view.scans.take("PEGS")
    counter.clock.pass_()
    QTest.keyClick(counter.view.entry, KEY.Key_Return)
    counter.shop.gate.set()
    await counter.view.idle()
    assert counter.panel.sum.text() == "$5.57"


async def test_a_receipt_that_cannot_be_printed_loses_no_sale(ready, monkeypatch):
    counter = await ready()

    async def broken(_receipt):
        raise Unavailable("printer_silent")

    monkeypatch.setattr(counter.view.commands, "print_receipt", broken)
    await counter.pay()
    await counter.press(KEY.Key_Return)
    assert len(counter.shop.orders) == 1
    number = next(iter(counter.shop.orders.values())).order_number
    assert counter.view.unprinted.text() == (
        f"The receipt for {number} was not printed: The printer does not answer."
        " “Receipt” prints it again."
    )
