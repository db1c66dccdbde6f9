import pytest

from storedesk.documents.tracking_lists import LARGEST, TrackedLine, read, text_of
from storedesk.domain.refusals.errors import Refused


@pytest.mark.parametrize(
    "line",
    [
        "ORD-2026-000001,1Z 999",
        "1Z 999;ORD-2026-000001",
        '"ord-2026-000001"\t"1Z 999"\t3.5 kg',
        "ORD-2026-000001 | 1Z 999",
        "ORD-2026-000001   1Z 999",
    ],
)
def test_a_line_is_read_whatever_divides_it(line):
    assert read(line) == [TrackedLine(1, "ORD-2026-000001", "1Z 999")]


def test_headings_and_empty_lines_are_left_out_and_others_keep_their_row():
    text = "Order,Tracking\n\nORD-2026-000001,AAAA\n,,\nnonsense,BBBB\nORD-2026-000002\n"
    assert read(text) == [
        TrackedLine(3, "ORD-2026-000001", "AAAA"),
        TrackedLine(5, "", "nonsense"),
        TrackedLine(6, "ORD-2026-000002", ""),
    ]


def test_nothing_is_nothing():
    assert read("") == read("\n \n") == read("Order;Tracking") == []


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp850"]
)
def test_a_file_is_read_in_whatever_encoding_it_is(tmp_path, encoding):
    path = tmp_path / "parcels.csv"
    path.write_bytes("Bestellung;Paket;Ort\r\nORD-2026-000001;1Z 999;Zürich\r\n".encode(encoding))

    assert read(text_of(path)) == [TrackedLine(2, "ORD-2026-000001", "1Z 999")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04\x14\0\0\0\0\0[Content_Types].xml xl/workbook.xml", "file_is_excel"),
        (b"%PDF-1.4\n", "file_is_pdf"),
        (b"\0\1\2\3" * 40, "file_is_no_text"),
        (b"", "list_unreadable"),
        (b"x" * (LARGEST + 1), "list_unreadable"),
    ],
)
def test_what_is_no_list_is_called_by_its_name(tmp_path, content, code):
    path = tmp_path / "parcels.csv"
    path.write_bytes(content)

    with pytest.raises(Refused, match=r"parcels\.csv") as refusal:
        text_of(path)
    assert refusal.value.code == code


def test_a_list_that_is_gone_is_refused(tmp_path):
    with pytest.raises(Refused, match=r"gone\.csv cannot be read as a list"):
        text_of(tmp_path / "gone.csv")
