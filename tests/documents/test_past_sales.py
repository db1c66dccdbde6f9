"""Files of past sales are read whatever program wrote them, and each bad line is named."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from storedesk.documents.past_sales import USUAL, StoreTerms, read_past_sales
from storedesk.domain.importing.options import FileChoices
from storedesk.domain.importing.past_sales import PastColumn, PastOptions, read_past_map
from storedesk.domain.refusals.errors import Refused

HEAD = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
TERMS = StoreTerms(ZoneInfo("America/New_York"), "USD", datetime.fromisoformat("2026-12-01T12:00"))


@pytest.fixture
def read(tmp_path):
    def read(content, columns=None, **choices):
        file = tmp_path / "past.csv"
        file.write_text(content, encoding="utf-8")
        options = PastOptions(columns or {}, FileChoices(**choices))
        return read_past_sales([file], options, TERMS)

    return read


def test_the_columns_of_a_usual_file_are_known(read):
    (line,) = read(HEAD + "536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,UK\n").lines
    assert (line.number, line.code, line.name, line.quantity) == ("536365", "85123A", "HOLDER", 6)
    assert line.sold_at == datetime.fromisoformat("2010-12-01T13:26")
    assert (line.price, line.customer, line.country) == (Decimal("2.55"), "17850", "UK")


def test_a_cancellation_is_a_negative_line(read):
    found = read(HEAD + "C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527,UK\n")
    assert [line.amount for line in found.lines] == [Decimal("-27.5")]


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        (",A,x,1,2010-12-01,1,,", "InvoiceNo", "import_missing"),
        ("1,,x,1,2010-12-01,1,,", "StockCode", "import_missing"),
        ("1,A,x,,2010-12-01,1,,", "Quantity", "import_missing"),
        ("1,A,x,0,2010-12-01,1,,", "Quantity", "import_no_pieces"),
        ("1,A,x,1.5,2010-12-01,1,,", "Quantity", "import_bad_count"),
        ("1,A,x,9999999,2010-12-01,1,,", "Quantity", "import_bad_count"),
        ("1,A,x,-3,2010-12-01,0,,", "Quantity", "import_stock_correction"),
        ("1,A,x,1,2010-12-41,1,,", "InvoiceDate", "import_bad_date"),
        ("1,A,x,1,2026-12-02,1,,", "InvoiceDate", "import_not_yet"),
        ("1,A,x,1,1849-12-01,1,,", "InvoiceDate", "import_past_before"),
        ("1,A,x,1,2010-12-01,-11062.06,,", "UnitPrice", "import_price_below_nought"),
        ("1,A,x,1,2010-12-01,0.00001,,", "UnitPrice", "import_price_too_fine"),
        ("1,A,x,1,2010-12-01,free,,", "UnitPrice", "import_bad_price"),
        ("1,A,x,1,2010-12-01,1e999,,", "UnitPrice", "import_bad_price"),
        ("1,A,x,1,2010-12-01,€2.00,,", "UnitPrice", "import_other_currency"),
        (f"1,{'A' * 51},x,1,2010-12-01,1,,", "StockCode", "import_too_long"),
        ("1,1.23E+12,x,1,2010-12-01,1,,", "StockCode", "import_code_rounded"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_with_its_cell(read, cells, column, code):
    found = read(HEAD + "7,B,x,2,2010-12-02,3.00,,\n" + cells + "\n")
    assert [(bad.row, bad.column, bad.code) for bad in found.bad] == [(3, column, code)]
    assert [line.number for line in found.lines] == ["7"]
    assert found.bad[0].sentence() != code


def test_a_missing_name_customer_or_country_is_no_fault(read):
    (line,) = read(HEAD + "1,A,,1,2010-12-01,0,,\n").lines
    assert (line.name, line.customer, line.country, line.price) == ("", "", "", 0)


def test_what_is_imported_and_what_is_listed_add_up_to_the_file(read):
    rows = [(3, "2.55"), (-2, "4.10"), (-5, "0"), (7, "-1.20"), (0, "9.99"), (4, "0.125")]
    cells = "".join(f"{n},A,x,{q},2010-12-01,{p},,\n" for n, (q, p) in enumerate(rows))
    found = read(HEAD + cells)
    assert (len(found.lines), len(found.bad)) == (3, 3)
    assert found.amount + found.bad_amount == sum(q * Decimal(p) for q, p in rows)


def test_a_day_that_may_be_a_month_is_asked_about(read):
    content = HEAD + "1,A,x,1,1/2/2010 8:00,1,,\n2,A,x,1,3/2/2010 8:00,1,,\n"
    assert {bad.code for bad in read(content).bad} == {"import_doubtful_date"}
    days = [line.sold_at.day for line in read(content, date_first="day").lines]
    assert days == [1, 3]


def test_german_files_are_read(read):
    content = (
        "Rechnungsnummer;Datum;Artikelnummer;Menge;Einzelpreis\n"
        "R-1;24.12.2025 13:05;K-7;2;1.234,50\n"
    )
    (line,) = read(content).lines
    assert (line.price, line.sold_at) == (
        Decimal("1234.50"),
        datetime.fromisoformat("2025-12-24T18:05"),
    )


def test_a_file_without_a_needed_column_is_refused_with_what_it_has(read):
    with pytest.raises(Refused) as refusal:
        read("InvoiceNo,StockCode\n1,A\n")
    assert refusal.value.code == "past_map_missing"
    assert "date, quantity, price" in refusal.value.sentence()


def test_columns_can_be_named(read):
    columns = read_past_map(
        ["number=Beleg", "date=Wann", "code=Ware", "quantity=Stück", "price=Zu"]
    )
    (line,) = read("Beleg,Wann,Ware,Stück,Zu\n9,2020-02-29,A,1,1\n", columns).lines
    assert line.number == "9"


@pytest.mark.parametrize("option", ["number", "number=", "color=Red", "=x"])
def test_what_is_no_column_is_refused(option):
    with pytest.raises(Refused, match="is not field=Column"):
        read_past_map([option])


def test_every_field_has_usual_headings():
    assert set(USUAL) == set(PastColumn)
