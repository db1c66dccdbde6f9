"""The receipt of a return without a receipt, letter by letter, in both languages."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from storedesk.documents import open_return_receipts
from storedesk.documents.strip import Speech
from storedesk.domain.open_returns import OpenReturnReceipt
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine, TaxMode
from storedesk.translations import translation
from tests.strips import as_lines


def usd(amount):
    return Money(Decimal(amount), "USD")


def receipt(**other):
    made = {
        "return_id": UUID(int=1),
        "number": "RET-000042",
        "returned_at": datetime(2026, 12, 3, 5),  # noqa: DTZ001 - UTC without zone
        "time_zone": "UTC",
        "reason": "Gift, <b>wrong</b> color",
        "register": "Till 1",
        "by": "Bob",
        "store_name": "The Shop",
        "store_address": ("1 High Street", ""),
        "store_tax_id": "12-345",
        "lines": (("Mug", "Blue", 2, usd("5.02")), ("Cup", None, 1, usd("1.00"))),
        "refund": usd("6.02"),
        "tax_mode": TaxMode.INCLUSIVE,
        "tax_lines": (TaxLine("VAT", Decimal("0.10"), Decimal("5.47"), Decimal("0.55")),),
        "method": Method.CREDIT,
        "cash": None,
        "account": "SC-000007",
        "left": usd("16.02"),
        "fiscal": None,
    }
    return OpenReturnReceipt(**made | other)


def told(back, language="en"):
    words = translation(language).text
    speech = Speech(words, lambda money: f"{money.amount}", lambda when: f"{when:%Y-%m-%d}")
    return [" ".join(row.split()) for row in as_lines(open_return_receipts.parts(back, speech))]


def test_store_credit_says_which_card_and_what_is_on_it():
    assert told(receipt()) == [
        "The Shop",
        "1 High Street",
        "Tax ID 12-345",
        "Return without a receipt",
        "---",
        "Return RET-000042 2026-12-03",
        "Till 1 · taken back by Bob",
        "---",
        "Mug 5.02",
        "Blue",
        "2 pieces",
        "Cup 1.00",
        "---",
        "Given back 6.02",
        "VAT 10%, in this return 0.55",
        "---",
        "Gift card 6.02",
        "SC-000007, left on it: 16.02",
        "---",
        "Reason: Gift, <b>wrong</b> color",
    ]


def test_cash_is_in_coins_and_taxes_that_are_added_come_before_the_sum():
    cash = {"method": Method.CASH, "cash": usd("6.60"), "account": None, "left": None}
    rows = told(receipt(tax_mode=TaxMode.EXCLUSIVE, refund=usd("6.62"), **cash))
    assert rows[-7:] == [
        "VAT 10%, in this return 0.55",
        "Given back 6.62",
        "---",
        "Cash 6.60",
        "Rounded for cash -0.02",
        "---",
        "Reason: Gift, <b>wrong</b> color",
    ]


def test_in_german():
    rows = told(receipt(), "de")
    assert rows[3] == "Rücknahme ohne Beleg"
    assert rows[5].startswith("Rücknahme RET-000042")
    english = set(told(receipt()))
    same = {"The Shop", "1 High Street", "---", "Mug 5.02", "Blue", "Cup 1.00"}
    assert set(rows) & english == same


def test_what_was_typed_is_no_markup():
    speech = Speech(str, lambda money: f"{money.amount}", lambda when: f"{when:%Y}")
    assert "&lt;b&gt;wrong" in open_return_receipts.html(receipt(), speech)
