from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.documents import receipts, shift_reports
from storedesk.documents.strip import Middle, Pair, Remark, Speech, to_html
from storedesk.domain.orders import Payment, Receipt, ReceiptLine
from storedesk.domain.seals import Seal
from storedesk.domain.shifts import DayReport, Shift, ShiftReport, ShiftTotals, TenderTotal
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine, TaxMode
from tests.strips import as_lines

SPEECH = Speech(
    translate=str,
    money=lambda money: f"${money.amount}",
    moment=lambda when: f"{when:%Y-%m-%d %H:%M}",
)
EVIL = "<img src=/dev/zero>"


def usd(amount):
    return Money.of(amount, "USD")


def receipt(**changes):
    values = {
        "order_id": uuid4(),
        "order_number": "ORD-2026-000007",
        "sold_at": datetime.fromisoformat("2026-11-24T14:05"),
        "time_zone": "UTC",
        "register": "Till 1",
        "cashier": "Maya Okafor",
        "customer": "Amelia Hart",
        "store_name": "Harbour & Home",
        "store_address": ("1 Quay Street", "", "Portland, ME 04101"),
        "store_tax_id": "12-345",
        "lines": (
            ReceiptLine("Enamel mug", "Sage", 2, usd("5.50"), usd("11.00")),
            ReceiptLine("Oat soap", None, 1, usd("2.85"), usd("2.85")),
        ),
        "subtotal": usd("13.85"),
        "shipping": usd(0),
        "tax": usd("1.14"),
        "total": usd("14.99"),
        "tax_mode": TaxMode.EXCLUSIVE,
        "tax_lines": (TaxLine("Tax", Decimal("0.08250"), Decimal("13.85"), Decimal("1.14")),),
        "payments": (Payment(Method.CASH, usd("14.99"), usd(20), usd("5.01"), None),),
    }
    return Receipt(**(values | changes))


def test_the_stores_own_lines_stand_under_the_address_and_at_the_end():
    speech = replace(
        SPEECH, header="Open 9 to 6\nYours, {store}", footer=f"{EVIL}\n{{customer}}, come back"
    )
    lines = as_lines(receipts.parts(receipt(), speech))
    assert lines[4:6] == ["Open 9 to 6", "Yours, Harbour & Home"]
    assert lines[-2:] == [EVIL, "Amelia Hart, come back"]
    assert as_lines(receipts.parts(receipt(customer=None), speech))[-1] == EVIL
    assert "<img" not in receipts.html(receipt(), speech)


def test_a_receipt_tells_all_that_was_sold_and_paid():
    lines = as_lines(receipts.parts(receipt(), SPEECH))
    for left, right in (
        ("ORD-2026-000007", "2026-11-24 14:05"),
        ("Enamel mug", "$11.00"),
        ("Subtotal", "$13.85"),
        ("Tax 8.25%", "$1.14"),
        ("Total", "$14.99"),
        ("Given", "$20.00"),
        ("Change", "$5.01"),
    ):
        assert any(line.startswith(left) and line.endswith(right) for line in lines), left
    assert "  2 × $5.50" in lines
    assert "  Till 1 · served by Maya Okafor" in lines
    assert "Shipping" not in "".join(lines)


def test_a_tax_within_the_prices_stands_below_the_total():
    lines = as_lines(receipts.parts(receipt(tax_mode=TaxMode.INCLUSIVE), SPEECH))
    heads = [line.split("  ")[0] for line in lines]
    assert heads.index("Total") < heads.index("Tax 8.25%, included")


def test_only_what_was_printed_before_says_that_it_is_a_reprint_and_who_made_it():
    first = receipts.document(receipt(), SPEECH, by="Ana")
    again = receipts.document(receipt(prints=2), SPEECH, by="Ana")
    assert "REPRINT" not in first.html
    assert as_lines(again.parts)[:3] == ["REPRINT", "Print 3, by Ana", "---"]
    assert again.parts[3:] == first.parts


def test_cash_given_exactly_says_nothing_of_change():
    exact = Payment(Method.CASH, usd("14.99"), usd("14.99"), usd(0), None)
    told = "".join(as_lines(receipts.parts(receipt(payments=(exact,)), SPEECH)))
    assert "Given" not in told
    assert "Change" not in told


def test_what_a_promotion_made_cheaper_says_what_it_was_and_what_it_is():
    line = ReceiptLine(
        "Candle", None, 1, usd("8.00"), usd("8.00"), usual_price=usd("10.00"),
        promotion="Candle week",
    )  # fmt: skip
    written = as_lines(receipts.parts(receipt(lines=(line,)), SPEECH))
    assert any("Candle week: was $10.00" in one for one in written)
    assert any("1 × $8.00" in one for one in written)


def test_a_card_says_which():
    card = Payment(Method.CARD, usd("14.99"), None, None, "Visa ending 4242")
    assert "  Visa ending 4242" in as_lines(receipts.parts(receipt(payments=(card,)), SPEECH))


@pytest.mark.parametrize("field", ["store_name", "customer", "cashier", "register", "order_number"])
def test_what_a_person_wrote_is_never_markup(field):
    made = receipts.html(receipt(**{field: EVIL}), SPEECH)
    assert "<img" not in made
    assert "&lt;img src=/dev/zero&gt;" in made


def test_names_of_goods_are_never_markup():
    line = ReceiptLine(EVIL, EVIL, 1, usd(1), usd(1))
    paid = Payment(Method.CARD, usd(1), None, None, EVIL)
    made = receipts.html(receipt(lines=(line,), payments=(paid,)), SPEECH)
    assert "<img" not in made
    assert made.count("&lt;img src=/dev/zero&gt;") == 3


def test_every_word_of_a_receipt_is_known_to_the_translator():
    asked = set()

    def translate(words):
        asked.add(words)
        return words

    speech = Speech(translate, SPEECH.money, SPEECH.moment)
    receipts.html(receipt(shipping=usd(1)), speech)
    receipts.html(receipt(tax_mode=TaxMode.INCLUSIVE, prints=1), speech)
    assert asked <= set(receipts.WORDS)
    asked.clear()
    shift_reports.html(report(), speech)
    shift_reports.html(
        report(z_number=None), speech, copied_at=datetime.fromisoformat("2026-11-25T09:00")
    )
    shift_reports.day_html(day(), speech, "24 Nov 2026")
    assert asked <= {*shift_reports.WORDS, *receipts.METHODS.values()}


def totals(**changes):
    values = {
        "sales": 12,
        "gross": usd("310.40"),
        "returns": 1,
        "returned": usd(10),
        "net": usd("278.04"),
        "taxes": (TaxLine("Tax", Decimal("0.08250"), Decimal("278.04"), Decimal("22.36")),),
        "tenders": (
            TenderTotal(Method.CASH, usd("210.40"), usd(10), 9, 1),
            TenderTotal(Method.CARD, usd("100.00"), usd(0), 3),
        ),
        "discounts": 2,
        "discounted": usd("3.50"),
        "paid_in": usd(5),
        "paid_out": usd(20),
        "first_order": "ORD-2026-000007",
        "last_order": "ORD-2026-000018",
    }
    return ShiftTotals(**(values | changes))


def report(**changes):
    opened_at = datetime.fromisoformat("2026-11-24T08:00")
    shift = Shift(uuid4(), uuid4(), "Maya Okafor", opened_at, usd(100))
    values = {
        "shift": shift,
        "store": "Harbour & Home",
        "register": "Till 1",
        "z_number": 17,
        "closed_at": datetime.fromisoformat("2026-11-24T18:00"),
        "closed_by": "Maya Okafor",
        "totals": totals(),
        "expected": usd("285.40"),
        "counted": usd("284.40"),
        "difference": usd("-1.00"),
        "difference_reason": EVIL,
        "worked": ("Maya Okafor", "Ana Lima"),
        "seal": Seal(212, "0123456789abcdef" * 4),
    }
    return ShiftReport(**(values | changes))


def test_a_z_report_tells_what_was_expected_and_counted():
    told = as_lines(shift_reports.parts(report(), SPEECH))
    lines = [line.split() for line in told]
    assert ["Cash", "(9)", "$210.40"] in lines
    assert ["Cash", "given", "back", "$10.00"] in lines
    assert ["Expected", "in", "the", "drawer", "$285.40"] in lines
    assert ["Difference", "$-1.00"] in lines
    assert "Z report 17" in told
    assert "Seal 212: 0123 4567 89AB CDEF" in map(str.strip, told)
    assert "<img" not in shift_reports.html(report(), SPEECH)


def test_a_z_report_tells_net_tax_returns_and_which_orders():
    told = as_lines(shift_reports.parts(report(), SPEECH))
    lines = [" ".join(line.split()) for line in told]
    for words in (
        "Harbour & Home",
        "Sold $310.40",
        "Came back (1) $-10.00",
        "Without tax $278.04",
        "Tax 8.25% $22.36",
        "Prices by hand (2) $-3.50",
        "Orders ORD-2026-000007 to ORD-2026-000018",
        "Worked in it: Maya Okafor, Ana Lima",
    ):
        assert words in lines, words
    assert not any("Copy" in line for line in lines)


def test_what_is_printed_again_says_that_it_is_a_copy():
    at = datetime.fromisoformat("2026-11-25T09:30")
    told = as_lines(shift_reports.parts(report(), SPEECH, copied_at=at))
    assert "Copy, printed 2026-11-25 09:30" in [line.strip() for line in told]


def day():
    opened = report(z_number=None, closed_at=None, register=EVIL)
    return DayReport(
        date(2026, 11, 24), "Harbour & Home", (report(), opened), totals(sales=24),
        usd("285.40"), usd("284.40"), usd("-1.00"),
    )  # fmt: skip


def test_a_day_is_all_its_shifts_together_and_then_each():
    told = as_lines(shift_reports.day_parts(day(), SPEECH, "24 Nov 2026"))
    lines = [" ".join(line.split()) for line in told]
    for words in ("24 Nov 2026", "Sales 24", "Difference $-1.00", "Till 1, Z 17 $310.40",
                  "Difference: $-1.00", f"{EVIL}, open $310.40"):  # fmt: skip
        assert words in lines, words
    assert "<img" not in shift_reports.day_html(day(), SPEECH, EVIL)


def test_an_open_shift_has_an_x_report_without_a_count():
    opened = report(z_number=None, closed_at=None, counted=None, difference=None)
    told = "".join(as_lines(shift_reports.parts(opened, SPEECH)))
    assert "X report" in told
    assert "Counted" not in told
    assert "For sales in progress" not in told
    told = "".join(as_lines(shift_reports.parts(replace(opened, in_sales=usd(15)), SPEECH)))
    assert "For sales in progress" in told


@given(st.text())
def test_html_contains_only_our_own_tags(text):
    made = to_html(text, [Middle(text), Pair(text, text), Remark(text)])
    ours = to_html("", [Middle(""), Pair("", ""), Remark("")])
    assert (made.count("<"), made.count('"')) == (ours.count("<"), ours.count('"'))


def test_a_note_stands_under_its_line_as_text():
    noted = ReceiptLine("Enamel mug", "Sage", 2, usd("5.50"), usd("11.00"), note=EVIL)
    told = receipts.parts(receipt(lines=(noted,)), SPEECH)
    at = told.index(Remark("Sage"))
    assert told[at + 1] == Remark(EVIL)
    assert "<img" not in to_html("Receipt", told)
