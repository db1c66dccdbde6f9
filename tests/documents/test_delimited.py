"""Files as they come: any encoding, any dialect, and never a traceback."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.documents import delimited
from storedesk.documents.delimited import read_sheet
from storedesk.domain.refusals.errors import Refused


@pytest.fixture
def sheet(tmp_path):
    def sheet(content, name="goods.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_sheet(path)

    return sheet


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_the_encoding_is_found_out(sheet, encoding):
    read = sheet("Code;Name\r\nA1;Café Größe\r\nA2;Plain\r\n".encode(encoding))

    assert read.header == ("Code", "Name")
    assert [line.cells for line in read.lines] == [("A1", "Café Größe"), ("A2", "Plain")]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out_beside_others_in_quotes(sheet, mark):
    read = sheet(f'Code{mark}"Name,;|"{mark}Price\n1{mark}"a, b; c"{mark}2\n')

    assert read.header == ("Code", "Name,;|", "Price")
    assert read.lines[0].cells == ("1", "a, b; c", "2")


def test_a_packed_file_is_unpacked(sheet):
    assert sheet(gzip.compress(b"a,b\n1,2\n")).lines[0].cells == ("1", "2")


def test_excels_own_first_line_is_skipped_and_counted(sheet):
    read = sheet("sep=;\na;b\n1;2\n")

    assert (read.header, read.lines[0].row) == (("a", "b"), 3)


def test_a_record_is_named_by_the_line_it_begins_on(sheet):
    read = sheet('a,b\n1,"two\nlines"\n\n3,4\n')

    assert [(line.row, line.cells) for line in read.lines] == [
        (2, ("1", "two\nlines")),
        (5, ("3", "4")),
    ]


def test_a_quote_that_is_never_closed_is_told_with_its_line(sheet):
    read = sheet('a,b\n1,2\n3,"open\n5,6\n')

    assert [line.cells for line in read.lines] == [("1", "2")]
    assert [(bad.row, bad.code) for bad in read.bad] == [(3, "import_quote_open")]


def test_a_quote_in_the_middle_costs_its_own_line_only(sheet):
    read = sheet('a,b\n1,"6" ruler"\n3,4\n')

    assert [line.cells for line in read.lines] == [("3", "4")]
    assert [(bad.row, bad.code) for bad in read.bad] == [(2, "import_quote_inside")]


def test_short_lines_are_filled_and_long_ones_told(sheet):
    read = sheet("a,b,c\n1\n1,2,3,\n1,2,3,4\n")

    assert [line.cells for line in read.lines] == [("1", "", ""), ("1", "2", "3")]
    assert [(bad.row, bad.code, bad.value) for bad in read.bad] == [
        (4, "import_too_many_cells", "4")
    ]


def test_a_cell_of_200_kb_is_a_cell(sheet):
    assert len(sheet("a,b\n1," + "x" * 200_000 + "\n").lines[0].cells[1]) == 200_000


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(sheet, content):
    with pytest.raises(Refused, match=r"nothing in goods\.csv"):
        sheet(content)


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(Refused) as refusal:
        read_sheet(tmp_path / "gone.csv")

    assert refusal.value.code == "import_unreadable"


def test_half_a_packed_file_is_refused(sheet):
    with pytest.raises(Refused) as refusal:
        sheet(gzip.compress(b"a,b\n" * 1_000)[:-10])

    assert refusal.value.code == "import_unreadable"


def test_what_unpacks_to_too_much_is_refused_before_it_fills_the_memory(sheet, monkeypatch):
    monkeypatch.setattr(delimited, "LARGEST_FILE", 1_000_000)

    with pytest.raises(Refused) as refusal:
        sheet(gzip.compress(b"x" * 10_000_000))

    assert refusal.value.code == "import_too_large"


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("any") / "any.csv"
    path.write_bytes(content)
    try:
        read = read_sheet(path)
    except Refused:
        return
    assert all(len(line.cells) == len(read.header) for line in read.lines)
