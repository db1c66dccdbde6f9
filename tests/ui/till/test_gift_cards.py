"""Gift cards at the real page on a real database: sold, taken, undone, looked at, topped up."""

import asyncio
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.documents.strip import Barcode
from storedesk.domain.credit import bare_code, check_symbol
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.till import Method
from storedesk.ui.kit.paper.receipt_paper import ReceiptPaper
from storedesk.ui.till.approvals import ApprovalPanel
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.gift_cards.balance import GiftCardBalancePanel
from storedesk.ui.till.gift_cards.selling import SellGiftCardPanel
from storedesk.ui.till.receipts.print_panel import PrintPanel
from tests.conftest import PASSWORD
from tests.ui.till.test_real import real  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
SPENT = "SELECT coalesce(sum(amount), 0)::text FROM storedesk.credit_entries WHERE kind = 'redeem'"


@pytest.fixture
def counter_of(real, goods):  # noqa: F811
    """Bob's till with mugs of $20.00."""

    async def counter_of():
        goods("MUG", price="20.00")
        return await real()

    return counter_of


async def sell(counter, worth, given=""):
    """Sell a gift card by keys; answer the code that its slip says."""
    QTest.keyClick(counter.view, KEY.Key_G, Qt.KeyboardModifier.ControlModifier)
    counter.view.gift_cards.sell() if counter.panel is None else None
    assert isinstance(counter.panel, SellGiftCardPanel)
    if given:
        counter.panel.given.field.setText(given)
    await counter.enter(worth, widget=counter.panel.box.field)
    assert isinstance(counter.panel, PrintPanel), counter.panel.problem.text()
    [code] = re.findall(r"GC[2-9A-Z]{2}(?:-[2-9A-Z]{4}){4}", counter.panel.html)
    return code


async def test_a_card_whose_answer_was_lost_is_sold_once_and_its_code_is_told(
    counter_of, store, monkeypatch
):
    counter = await counter_of()
    desk, lost = counter.view.context.desk, []
    do = desk.do

    async def losing(service, **given):
        answer = await do(service, **given)
        if service.__name__ == "issue_credit" and not lost:
            lost.append(answer)
            raise Unavailable("perhaps_done")
        return answer

    monkeypatch.setattr(desk, "do", losing)
    counter.view.gift_cards.sell()
    panel = counter.panel
    await counter.enter("12", widget=panel.box.field)
    assert panel.problem.text() == Unavailable("perhaps_done").sentence()
    await counter.press(KEY.Key_Return, widget=panel.box.field)
    assert isinstance(counter.panel, PrintPanel)
    assert lost[0].code in counter.panel.html
    assert store.rows("SELECT balance_amount::text FROM storedesk.credit_accounts") == [("12.00",)]


def check_misses(code):
    return code[:-1] + ("2" if code[-1] != "2" else "3")


async def test_a_card_is_sold_with_change_and_its_slip_has_code_and_barcode(counter_of, store):
    counter = await counter_of()
    code = await sell(counter, "12", given="20")
    assert Barcode(bare_code(code)) in counter.panel.strip.document.parts
    assert "Change: $8.00" in counter.view.note.text()
    assert store.sql("SELECT balance_amount::text FROM storedesk.credit_accounts") == "12.00"
    await counter.press(KEY.Key_Escape)
    assert code not in counter.view.note.text()


@pytest.mark.parametrize(
    ("typed", "left", "method"),
    [("30d", "30.00", Method.CARD), ("12.5p", "12.50", Method.PAYPAL), ("d", "", Method.CARD),
     ("30", "30", Method.CASH), ("30g", "30g", Method.CASH)],
)  # fmt: skip
async def test_the_letter_on_a_tab_says_how_the_card_is_paid(counter_of, typed, left, method):
    counter = await counter_of()
    counter.view.gift_cards.sell()
    QTest.keyClicks(counter.panel.box.field, typed)
    assert (counter.panel.method, counter.panel.box.field.text()) == (method, left)


async def test_a_scan_does_not_close_the_slip_of_a_card_that_was_not_printed(
    counter_of, monkeypatch
):
    counter = await counter_of()
    code = await sell(counter, "12")
    slip = counter.panel
    jobs = []

    async def gone(*_, **__):
        raise Unavailable("no_printer", printer="Epson")

    async def there(document, **_):
        jobs.append(document)

    monkeypatch.setattr(ReceiptPaper, "print", gone)
    await counter.press(KEY.Key_Return)
    assert slip.problem.text() == Unavailable("no_printer", printer="Epson").sentence()
    await counter.scan("MUG")
    assert counter.panel is slip
    assert code in slip.html
    assert counter.lines == [("Mug", 1)]
    monkeypatch.setattr(ReceiptPaper, "print", lambda _, document, **more: there(document, **more))
    await counter.press(KEY.Key_Return)
    assert len(jobs) == 1
    await counter.scan("MUG")
    assert counter.panel is None
    assert counter.lines == [("Mug", 2)]


async def test_a_card_pays_a_part_by_its_letter_and_cash_the_rest(counter_of, store):
    counter = await counter_of()
    code = await sell(counter, "12")
    await counter.scan("MUG")
    await counter.pay()
    assert isinstance(counter.panel, PayPanel)
    await counter.type("g", counter.panel.amount.field)
    assert counter.panel.method is Method.CREDIT
    assert counter.panel.code.field.hasFocus()
    await counter.enter(code.lower(), widget=counter.panel.code.field)
    assert counter.panel.problem.isHidden(), counter.panel.problem.text()
    assert counter.panel.sum.text() == "$8.00"
    assert counter.panel.title.text() == "Still to pay"
    assert len(counter.panel.taken_credit.rows) == 1
    await counter.enter("10", widget=counter.panel.amount.field)
    assert store.sql(SPENT) == "-12.00"
    done = counter.view.side.done
    number = store.sql("SELECT core.credit_number(serial) FROM storedesk.credit_accounts")
    assert done.before.text() == f"Gift card {number} · $12.00, $0.00 left on it"
    assert done.how.text() == "Cash · $10.00 given for $8.00"
    assert done.change.amount.text() == "$2.00"


async def test_a_scanned_card_pays_the_sale_and_covers_all_of_it(counter_of, store):
    counter = await counter_of()
    code = await sell(counter, "50")
    await counter.scan("MUG", code.replace("-", ""))
    assert isinstance(counter.panel, PayPanel)
    assert counter.panel.sum.text() == "$0.00"
    await counter.press(KEY.Key_Return)
    assert counter.panel is None
    assert store.sql(SPENT) == "-20.00"
    assert counter.view.side.done.before.text().endswith("$30.00 left on it")


async def test_undo_and_escape_give_it_back(counter_of, store):
    counter = await counter_of()
    code = await sell(counter, "12")
    await counter.scan("MUG", code)
    panel = counter.panel
    undo = panel.taken_credit.rows[0].findChildren(type(counter.view.remove))[0]
    undo.click()
    await counter.view.idle()
    assert panel.sum.text() == "$20.00"
    assert panel.taken_credit.isHidden()
    held = "SELECT count(*) FROM storedesk.till_tenders"
    assert store.sql(held) == 0
    await counter.scan(code)
    assert store.sql(held) == 1
    await counter.press(KEY.Key_Escape)
    assert counter.panel is None
    assert store.sql(held) == 0
    assert store.sql(SPENT) == "0"


async def test_what_is_wrong_with_a_code_is_said_and_what_was_typed_stays(counter_of):
    counter = await counter_of()
    code = await sell(counter, "12")
    await counter.scan("MUG")
    await counter.pay()
    await counter.type("g", counter.panel.amount.field)
    await counter.enter(check_misses(code), widget=counter.panel.code.field)
    assert counter.panel.problem.text() == Refused("credit_code_typo").sentence()
    assert counter.panel.code.field.text() == check_misses(code)
    wrong = "GC" + "2" * 17
    counter.panel.code.field.setText(wrong + check_symbol(wrong))
    await counter.press(KEY.Key_Return, widget=counter.panel.code.field)
    assert counter.panel.problem.text() == Refused("credit_code_wrong", left=9).sentence()
    assert counter.panel.code.field.text()
    await counter.press(KEY.Key_Escape, widget=counter.panel.code.field)
    assert counter.panel.method is Method.CASH
    assert counter.panel.amount.isVisible()


async def test_a_card_that_is_scanned_while_nothing_is_sold_says_its_balance_and_is_topped_up(
    counter_of, store
):
    counter = await counter_of()
    code = await sell(counter, "12")
    await counter.press(KEY.Key_Escape)
    await counter.scan(code)
    assert isinstance(counter.panel, GiftCardBalancePanel)
    assert counter.panel.balance.text() == "$12.00"
    await counter.press(KEY.Key_Return, widget=counter.panel)
    assert isinstance(counter.panel, SellGiftCardPanel)
    await counter.enter("8", widget=counter.panel.box.field)
    assert isinstance(counter.panel, PrintPanel)
    assert code not in counter.panel.html, "it was told once"
    assert store.sql("SELECT balance_amount::text FROM storedesk.credit_accounts") == "20.00"
    await counter.scan("MUG")
    assert counter.lines == [("Mug", 1)]


async def test_card_and_paypal_need_a_reference(counter_of, store):
    counter = await counter_of()
    counter.view.gift_cards.sell()
    panel = counter.panel
    panel.choose(Method.CARD)
    await counter.enter("12", widget=panel.box.field)
    assert panel.problem.text() == Refused("reference_needed").sentence()
    panel.card.fields["reference"].setText("TRX-55501")
    await counter.press(KEY.Key_Return, widget=panel.box.field)
    assert isinstance(counter.panel, PrintPanel)
    assert store.sql("SELECT method FROM storedesk.credit_payments") == "credit_card"


async def test_beyond_the_limit_a_manager_approves_it_beside_the_sale(counter_of, store):
    store.sql("UPDATE storedesk.limits SET value = 10 WHERE kind = 'credit_day_amount'")
    counter = await counter_of()
    counter.view.gift_cards.sell()
    counter.panel.box.field.setText("12")
    counter.panel.enter()
    while not isinstance(counter.panel, ApprovalPanel):
        await asyncio.sleep(0.01)
    asked = counter.panel
    asked.login.show_value("cyd")
    asked.password.show_value(PASSWORD)
    asked.enter()
    await counter.view.idle()
    assert isinstance(counter.panel, PrintPanel)


async def test_without_a_shift_none_is_sold(counter_of):
    counter = await counter_of()
    counter.view.shifts.show(None)
    counter.view.gift_cards.sell()
    assert counter.panel is None
    assert counter.view.problem.text() == Refused("shift_not_open").sentence()
