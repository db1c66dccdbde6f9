import pytest

from storedesk.documents.tracking_lists import TrackedLine, read


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
