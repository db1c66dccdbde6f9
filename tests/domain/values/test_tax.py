from decimal import Decimal

import pytest

from storedesk.domain.values.tax import TaxLine, TaxMode
from tests.taxes import Rate, totals

FULL, LOW = Rate("VAT", Decimal("0.20")), Rate("VAT", Decimal("0.05"))


def line(amount, rate=FULL):
    return Decimal(amount), rate


def test_tax_is_rounded_once_for_each_rate_and_not_for_each_line():
    five = [line("0.55", Rate("VAT", Decimal("0.10")))] * 5
    assert totals(five, TaxMode.EXCLUSIVE).tax == Decimal("0.28")


def test_exclusive_tax_is_added():
    sum_ = totals([line("10.00"), line("4.00", LOW), line("1.00", None)], TaxMode.EXCLUSIVE)
    assert (sum_.subtotal, sum_.tax, sum_.total) == (15, Decimal("2.20"), Decimal("17.20"))
    assert sum_.tax_lines == (
        TaxLine("VAT", Decimal("0.05"), Decimal("4.00"), Decimal("0.20")),
        TaxLine("VAT", Decimal("0.20"), Decimal("10.00"), Decimal("2.00")),
    )


def test_inclusive_tax_is_contained():
    sum_ = totals([line("12.00"), line("1.05", LOW)], TaxMode.INCLUSIVE)
    assert (sum_.tax, sum_.total) == (0, Decimal("13.05"))
    assert [one.tax for one in sum_.tax_lines] == [Decimal("0.05"), Decimal("2.00")]


def test_tax_in_yen_is_whole():
    sum_ = totals([line("105", Rate("Tax", Decimal("0.1")))], TaxMode.EXCLUSIVE, decimals=0)
    assert (sum_.tax, sum_.total) == (11, 116)


@pytest.mark.parametrize("mode", TaxMode)
def test_nothing_comes_to_nothing(mode):
    assert totals([], mode).total == 0
    assert totals([line("3.00", Rate("none", Decimal(0)))], mode).tax_lines == ()
