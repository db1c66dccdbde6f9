"""Recognize files that are not text by their first bytes."""

import io
import re
import zipfile

from storedesk.domain.refusals.errors import Refused

_BEGINNINGS = (
    (b"%PDF", "file_is_pdf"),
    (b"\x89PNG\r\n", "file_is_picture"),
    (b"\xff\xd8\xff", "file_is_picture"),
    (b"GIF8", "file_is_picture"),
    (b"II*\0", "file_is_picture"),
    (b"MM\0*", "file_is_picture"),
    (b"7z\xbc\xaf\x27\x1c", "file_is_packed"),
    (b"Rar!\x1a\x07", "file_is_packed"),
    (b"\xfd7zXZ\0", "file_is_packed"),
    (b"BZh91AY&SY", "file_is_packed"),
    (b"\x28\xb5\x2f\xfd", "file_is_packed"),
    (b"{\\rtf", "file_is_document"),
    (b"SQLite format 3\0", "file_is_database"),
    (b"PGDMP", "file_is_database"),
    (b"\0\1\0\0Standard ", "file_is_database"),
    (b"PAR1", "file_is_database"),
    (b"\x7fELF", "file_is_program"),
    (b"\x09\x08\x10\x00", "file_is_excel"),
    (b"\x09\x08\x08\x00", "file_is_excel"),
    (b"\x09\x04\x06\x00", "file_is_excel"),
    (b"\x09\x02\x06\x00", "file_is_excel"),
    (b"\x09\x00\x04\x00", "file_is_excel"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_ZIP = (
    ("xl/", "file_is_excel"),
    ("word/", "file_is_document"),
    ("ppt/", "file_is_document"),
    ("Index/Document.iwa", "file_is_numbers"),
    ("Index.zip", "file_is_numbers"),
    ("[Content_Types].xml", "file_is_excel"),
)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_HEAD = 4_096
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.1
_FEW = 8
_UTF_MARKS = (b"\xff\xfe", b"\xfe\xff")


def refuse_other_kinds(name: str, content: bytes) -> None:
    """Refuse what is no text, with what it is and what to do: the codes begin with file_is_."""
    if code := kind_of(content):
        raise Refused(code, file=name)


def kind_of(content: bytes) -> str:
    """Return the code of the sentence that says what a file is; "" where it may well be text."""
    head = content[:_HEAD]
    if head.startswith(_ZIP):
        return _kind_in_zip(content)
    if head.startswith(_OFFICE):
        return _kind_of_ole_file(content)
    return _kind_by_beginning(head) or _kind_of_markup(head) or _kind_by_controls(head)


def _kind_by_beginning(head: bytes) -> str:
    found = next((code for beginning, code in _BEGINNINGS if head.startswith(beginning)), "")
    is_picture = (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or head[4:8] == b"ftyp"
    if is_picture or (head[:2] == b"BM" and head[6:10] == b"\0\0\0\0"):
        found = "file_is_picture"
    elif head[257:262] == b"ustar":
        found = "file_is_packed"
    elif head[:2] == b"MZ" and b"\0\0\0" in head[:64]:
        found = "file_is_program"
    return found


def _kind_in_zip(content: bytes) -> str:
    """Tell an office's workbook from any other packed file by what lies in it."""
    if _OPEN_DOCUMENT in content[:200]:
        is_sheet = content[:200].partition(_OPEN_DOCUMENT)[2].startswith(b"spreadsheet")
        return "file_is_open_sheet" if is_sheet else "file_is_document"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = [entry.filename for entry in packed.infolist()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):  # it was cut off
        names = [
            name.decode("ascii", "ignore")
            for name in re.findall(rb"[\w/.\[\]]{3,}", content[:_HEAD])
        ]
    for beginning, code in _IN_ZIP:
        if any(name.startswith(beginning) for name in names):
            return code
    return "file_is_packed"


def _kind_of_ole_file(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "file_is_locked"
    is_book = any(word.encode("utf-16-le") in content for word in ("Workbook", "Book\0"))
    return "file_is_excel" if is_book else "file_is_document"


def _kind_of_markup(head: bytes) -> str:
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if text.startswith(b"<?xml"):
        if b"excel.sheet" in text or b"office:spreadsheet" in text:
            return "file_is_excel"
        return "file_is_page" if b"<html" in text else "file_is_data"
    if re.match(rb"<(!doctype html|html|head|body|table|meta)\b", text):
        return "file_is_page"
    if re.match(rb"[\[{]\s*[{\"]", text) and b'":' in re.sub(rb"\s", b"", text):
        return "file_is_data"
    return ""


def _kind_by_controls(head: bytes) -> str:
    """Tell by control characters; text with two bytes a character is full of zeros."""
    if head.startswith(_UTF_MARKS) or _has_wide_letters(head):
        return ""
    found = len(_CONTROLS.findall(head))
    return "file_is_no_text" if found >= _FEW and found > len(head) * _MOST_CONTROLS else ""


def _has_wide_letters(head: bytes) -> bool:
    return any(head[at::2].count(0) > len(head) // 4 for at in (0, 1))
