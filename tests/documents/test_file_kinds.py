"""Files that are no table: told by what they are, whatever their name says."""

import gzip
import io
import tarfile
import zipfile

import pytest

from storedesk.documents.delimited import read_sheet
from storedesk.documents.workbooks import XlsxSheet
from storedesk.domain.refusals.errors import Refused


def packed(*names, mimetype=None):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for name in names:
            made.writestr(name, "x" * 500)
    return file.getvalue()


def archive():
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as made:
        made.addfile(tarfile.TarInfo("goods.csv"), io.BytesIO())
    return file.getvalue()


OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
OPEN = "application/vnd.oasis.opendocument."
KINDS = [
    ("file_is_excel", packed("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")),
    ("file_is_excel", packed("[Content_Types].xml", "xl/workbook.bin")),
    ("file_is_excel", packed("[Content_Types].xml", "xl/workbook.xml")[:300]),
    ("file_is_excel", OFFICE + "Workbook".encode("utf-16-le")),
    ("file_is_excel", b"\x09\x08\x10\x00\x00\x06\x05\x00" + b"\0" * 50),
    (
        "file_is_excel",
        b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>',
    ),
    ("file_is_locked", OFFICE + "EncryptedPackage".encode("utf-16-le")),
    ("file_is_document", OFFICE + "WordDocument".encode("utf-16-le")),
    ("file_is_document", packed("[Content_Types].xml", "word/document.xml")),
    ("file_is_document", b"{\\rtf1\\ansi goods}"),
    ("file_is_document", packed("content.xml", mimetype=OPEN + "text")),
    ("file_is_open_sheet", packed("content.xml", mimetype=OPEN + "spreadsheet")),
    ("file_is_numbers", packed("Index/Document.iwa", "Metadata/Properties.plist")),
    ("file_is_packed", packed("goods.csv")),
    ("file_is_packed", packed()),
    ("file_is_packed", archive()),
    ("file_is_packed", b"Rar!\x1a\x07\x00rest"),
    ("file_is_packed", b"7z\xbc\xaf\x27\x1crest"),
    ("file_is_pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    ("file_is_picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    ("file_is_picture", b"\xff\xd8\xff\xe0\0\x10JFIF\0"),
    ("file_is_picture", b"RIFF\0\0\0\0WEBPVP8 "),
    ("file_is_picture", b"\0\0\0\x18ftypheic\0\0\0\0"),
    ("file_is_page", b"\xef\xbb\xbf\r\n<!DOCTYPE html><html><table><tr><td>1</table>"),
    ("file_is_page", b"<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table>"),
    ("file_is_data", b'[{"sku": "A1", "name": "Mug"}]'),
    ("file_is_data", b'<?xml version="1.0"?><goods><one/></goods>'),
    ("file_is_database", b"SQLite format 3\0" + b"\0" * 80),
    ("file_is_database", b"PGDMP\x01\x0e\0"),
    ("file_is_program", b"\x7fELF\x02\x01\x01"),
    ("file_is_program", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0\0\0\0\0"),
    ("file_is_no_text", bytes(range(32)) * 20),
]


@pytest.mark.parametrize(("code", "content"), KINDS)
@pytest.mark.parametrize("is_packed", [False, True], ids=["plain", "gz"])
def test_what_is_no_table_is_called_by_its_name(tmp_path, code, content, is_packed):
    path = tmp_path / "goods.csv"
    path.write_bytes(gzip.compress(content) if is_packed else content)

    with pytest.raises(Refused) as refusal:
        read_sheet(path)

    assert refusal.value.code == code
    assert "goods.csv" in refusal.value.sentence()


def test_a_workbook_of_our_own_is_an_excel_workbook(tmp_path):
    path = tmp_path / "goods.xlsx"
    with path.open("wb") as file:
        sheet = XlsxSheet(file, ["Code"], title="Goods", folder=tmp_path, first=[["A1"]])
        sheet.write([["A1"]])
        sheet.end()

    with pytest.raises(Refused, match=r"goods\.xlsx is an Excel workbook: save it as CSV"):
        read_sheet(path)


@pytest.mark.parametrize(
    "text",
    ["BMW,Name\nA,b\n", "PK,Name\n1,b\n", "MZ,Name\n1,b\n", "%,Name\n1,b\n", "GIF,Name\n1,b\n",
     "{A},Name\n1,b\n", "<b>,Name\n1,b\n", "[A],Name\n1,b\n", "\tCode\tName\n1\t2\t3\n"],
)  # fmt: skip
def test_a_table_that_begins_alike_is_a_table(tmp_path, text):
    path = tmp_path / "goods.csv"
    path.write_text(text)

    assert read_sheet(path).header


def test_tables_of_wide_letters_are_tables(tmp_path):
    path = tmp_path / "goods.csv"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        path.write_bytes("Code,Name\nA1,Plain\n".encode(encoding))
        assert read_sheet(path).header == ("Code", "Name")
