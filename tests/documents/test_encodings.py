"""Encodings: found out, told, or guessed and said; one foreign byte costs its own row only."""

import pytest

from storedesk.documents import encodings
from storedesk.documents.delimited import read_sheet
from storedesk.domain.importing.options import FileChoices
from storedesk.domain.refusals.errors import Refused

TOLD = [
    ("cp1250", "Český čaj", "cp1250"),
    ("cp1251", "Чай зелёный", "windows-1251"),
    ("cp1252", "Café “noir”", "cp1252"),
    ("cp1254", "Çay \u0131ğd\u0131r", "cp1254"),
    ("cp850", "Café Größe", "850"),
    ("mac-roman", "Café Größe", "Mac Roman"),
    ("gbk", "绿茶", "GBK"),
    ("gb18030", "绿茶 €", "gb18030"),
    ("big5", "綠茶", "Big5"),
    ("shift_jis", "緑茶", "Shift-JIS"),
    ("euc_kr", "녹차", "EUC-KR"),
    ("koi8-r", "Чай", "KOI8-R"),
    ("iso8859-15", "Prix €", "latin-9"),
    ("utf-16-le", "绿茶 Café", "UTF-16"),
    ("utf-16-be", "绿茶 Café", "utf-16-be"),
    ("utf-16", "绿茶 Café", "utf-16"),
    ("utf-32", "绿茶 Café", ""),
    ("utf-8-sig", "绿茶 Café", ""),
    ("utf-16", "绿茶 Café", ""),
    ("utf-8", "绿茶 Café", "utf8"),
]


def sheet_of(tmp_path, content, **choices):
    path = tmp_path / "goods.csv"
    path.write_bytes(content)
    return read_sheet(path, FileChoices(**choices))


@pytest.mark.parametrize(("encoding", "name", "said"), TOLD)
def test_a_file_is_read_in_the_encoding_that_is_told(tmp_path, encoding, name, said):
    content = f"Code,Name\r\nA1,{name}\r\nA2,Plain\r\n".encode(encoding)
    choice = encodings.known(said) if said else ""

    read = sheet_of(tmp_path, content, encoding=choice)

    assert [line.cells[1] for line in read.lines] == [name, "Plain"]
    assert not read.bad
    assert not read.reading.is_guess


def test_one_foreign_byte_costs_its_row_and_no_other_name(tmp_path):
    good = "".join(f"U{n},Café Zürich {n}\n" for n in range(1, 6)).encode()

    read = sheet_of(tmp_path, b"Code,Name\n" + good + b"U9,Jalape\xf1o\n")

    assert [line.cells[1] for line in read.lines] == [f"Café Zürich {n}" for n in range(1, 6)]
    [bad] = read.bad
    assert (bad.row, bad.column, bad.code, bad.value) == (
        7, "Name", "import_not_in_encoding", "Jalape\ufffdo",
    )  # fmt: skip
    assert (read.reading.encoding, read.reading.is_guess) == ("utf-8", False)


def test_a_foreign_byte_in_a_column_that_is_not_wanted_costs_the_row_as_well(tmp_path):
    read = sheet_of(tmp_path, "Code,Shelf\nA,é\nB,".encode() + b"\xff\nC,d\n")

    assert [line.cells[0] for line in read.lines] == ["A", "C"]
    assert [bad.row for bad in read.bad] == [3]


@pytest.mark.parametrize("encoding", ["cp1250", "cp1251", "cp1252", "cp1254", "cp850", "mac-roman"])
def test_what_is_no_utf8_is_guessed_and_said_to_be_a_guess(tmp_path, encoding):
    name = "Чай" if encoding == "cp1251" else "Ça va"
    read = sheet_of(tmp_path, f"Code,Name\nA1,{name}\nA2,Plain\n".encode(encoding, "replace"))

    assert (read.reading.encoding, read.reading.is_guess) == ("cp1252", True)


def test_the_first_rows_are_shown_as_they_were_read(tmp_path):
    read = sheet_of(tmp_path, "Liste\n\nCode;Name\nA1;Café\n".encode("cp1252"))

    assert read.reading.rows == ((1, ("Liste",)), (3, ("Code", "Name")), (4, ("A1", "Café")))


def test_ascii_is_no_guess(tmp_path):
    assert not sheet_of(tmp_path, b"Code,Name\nA1,Plain\n").reading.is_guess


def test_bytes_that_the_told_encoding_lacks_cost_their_row(tmp_path):
    read = sheet_of(tmp_path, b"Code,Name\nA1,caf\xe9\nA2,\x81\n", encoding="cp1252")

    assert [line.cells[1] for line in read.lines] == ["café"]
    assert [bad.row for bad in read.bad] == [3]


def test_a_mark_goes_before_what_is_told(tmp_path):
    read = sheet_of(tmp_path, "\ufeffCode,Name\nA1,Café\n".encode(), encoding="cp1252")

    assert read.lines[0].cells == ("A1", "Café")


@pytest.mark.parametrize("name", ["", "rot13", "hex", "klingon", "idna", "utf-7", "zlib", "\0"])
def test_what_is_no_encoding_is_refused_with_the_usual_ones(name):
    with pytest.raises(Refused, match="Common ones are utf-8, cp1252"):
        encodings.known(name)


@pytest.mark.parametrize(
    ("said", "known"),
    [("UTF8", "utf-8"), ("utf-8-sig", "utf-8"), ("Windows-1252", "cp1252"), ("latin1", "iso8859-1"),
     ("macintosh", "mac-roman"), ("IBM850", "cp850"), ("sjis", "shift_jis"), ("ms932", "cp932")],
)  # fmt: skip
def test_an_encoding_has_many_names(said, known):
    assert encodings.known(said) == known


def test_every_encoding_that_may_be_chosen_is_known_and_reads_any_bytes():
    for encoding in encodings.ENCODINGS:
        assert encodings.known(encoding) == encoding
        for content in (bytes(range(256)), b"\xff" * 7, b"abc"):
            assert encodings.decoded(content, encoding).text
