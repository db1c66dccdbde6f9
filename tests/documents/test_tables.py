"""Lists as files, read back by others than those who wrote them."""

import csv
import io
from datetime import datetime
from decimal import Decimal
from tempfile import TemporaryDirectory

import openpyxl
import pytest

from storedesk.documents import workbooks
from storedesk.documents.tables import CsvSheet, clean, csv_cell, with_currency
from storedesk.documents.workbooks import LONGEST, XlsxSheet, fitting, sheet_title
from storedesk.domain.values.money import Money

FORMULAS = ["=1+1", "+1", "-5", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "\uff1d1+1"]
WHEN = datetime(2026, 11, 25, 14, 5)  # noqa: DTZ001 - a spreadsheet has no zones


def as_csv(headings, rows):
    file = io.BytesIO()
    sheet = CsvSheet(file, headings)
    sheet.write(rows)
    sheet.end()
    return file.getvalue()


def as_book(headings, rows, title="List"):
    file = io.BytesIO()
    with TemporaryDirectory() as folder:
        sheet = XlsxSheet(file, headings, title=title, folder=folder, first=rows)
        try:
            sheet.write(rows)
            sheet.end()
        finally:
            sheet.drop()
    file.seek(0)
    return openpyxl.load_workbook(file)


def test_csv_is_what_rfc_4180_and_spreadsheets_expect():
    raw = as_csv(["Name", "Note"], [["Müller, Anna", 'says "no"\nand goes'], ["", None]])
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == 3
    text = raw.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["Name", "Note"],
        ["Müller, Anna", 'says "no"\nand goes'],
        ["", ""],
    ]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_a_formula_is_never_one(text):
    assert csv_cell(text).startswith("'")
    [[cell]] = as_book(["Note"], [[text]]).active.iter_rows(min_row=2)
    assert cell.data_type == "s"
    assert cell.value == text.replace("\r", "\n")


def test_numbers_stay_numbers_also_below_nothing():
    assert csv_cell(-5) == "-5"
    assert csv_cell(Decimal("-0.50")) == "-0.50"
    assert csv_cell(Money(Decimal("-12.50"), "EUR")) == "-12.50"
    [row] = as_book(
        ["a", "b", "c"], [[-5, Decimal("0.5"), Money(Decimal("-12.50"), "EUR")]]
    ).active["A2:C2"]
    assert [cell.data_type for cell in row] == ["n", "n", "n"]
    assert [cell.value for cell in row] == [-5, 0.5, -12.5]
    assert row[2].number_format == '#,##0.00 "EUR"'


def test_yen_have_no_decimals():
    [[cell]] = as_book(["a"], [[Money(Decimal(1200), "JPY")]]).active["A2:A2"]
    assert cell.number_format == '#,##0 "JPY"'


@pytest.mark.parametrize("text", ["0012345", "1E5", "3-12", "5901234123457", "TRUE"])
def test_codes_that_look_like_numbers_stay_text_in_a_workbook(text):
    [[cell]] = as_book(["Code"], [[text]]).active["A2:A2"]
    assert (cell.data_type, cell.value) == ("s", text)


def test_what_looks_like_an_escape_of_the_format_is_escaped_itself():
    [[cell]] = as_book(["Code"], [["_x0041_"]]).active["A2:A2"]
    assert cell.value == "_x005F_x0041_"  # which spreadsheets undo, and openpyxl does not


def test_an_instant_is_a_date_with_a_time():
    assert csv_cell(WHEN) == "2026-11-25 14:05:00"
    [[cell]] = as_book(["When"], [[WHEN]]).active["A2:A2"]
    assert cell.is_date
    assert cell.value == WHEN


def test_signs_that_no_file_can_hold_are_replaced():
    assert clean("a\x00b\x0bc\ud800d\uffff") == "a�b�c�d�"
    as_csv(["a"], [["\ud800"]]).decode("utf-8-sig")
    [[cell]] = as_book(["a"], [["bell\x07"]]).active["A2:A2"]
    assert cell.value == "bell�"


def test_a_cell_too_long_for_a_workbook_ends_with_a_mark():
    [[cell]] = as_book(["a"], [["x" * 40_000]]).active["A2:A2"]
    assert len(cell.value) == LONGEST
    assert cell.value.endswith("…")
    assert fitting("x" * LONGEST) == "x" * LONGEST


def test_a_long_cell_is_cut_between_characters():
    cut = fitting("😀" * 20_000)
    assert cut.endswith("😀…")
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST
    assert csv_cell("x" * 40_000) == "x" * 40_000


def test_a_number_with_more_digits_than_a_workbook_has_is_text():
    [[cell]] = as_book(["a"], [[1234567890123456789]]).active["A2:A2"]
    assert (cell.data_type, cell.value) == ("s", "1234567890123456789")


def test_a_workbook_is_one_sheet_with_headings_that_stay_and_filters():
    book = as_book(["Name", "Price"], [["Mug", Money(Decimal("2.50"), "USD")]], title="Products")
    sheet = book.active
    assert book.sheetnames == ["Products"]
    assert [cell.value for cell in sheet[1]] == ["Name", "Price"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B2"


def test_an_empty_list_is_a_file_with_headings():
    assert as_csv(["Name"], []) == b"\xef\xbb\xbfName\r\n"
    assert [cell.value for cell in as_book(["Name"], []).active[1]] == ["Name"]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("a/b[c]:d*e?f\\g", "a b c  d e f g"),
        ("'quoted'", "quoted"),
        ("x" * 40, "x" * 31),
        ("History", "History list"),
        ("***", "list"),
    ],
)
def test_a_sheet_has_a_name_that_workbooks_allow(words, title):
    assert sheet_title(words) == title
    assert as_book(["a"], [], title=words).sheetnames == [title]


def test_a_full_sheet_takes_no_more(monkeypatch):
    monkeypatch.setattr(workbooks, "SHEET_ROWS", 3)
    with pytest.raises(ValueError, match="full"):
        as_book(["a"], [["1"], ["2"], ["3"]])


def test_the_heading_of_money_names_its_currency():
    rows = [["Mug", Money(Decimal("2.50"), "EUR"), None]]
    assert with_currency(["Name", "Price", "Was"], rows) == ["Name", "Price (EUR)", "Was"]
    assert with_currency(["Name", "Price", "Was"], []) == ["Name", "Price", "Was"]
