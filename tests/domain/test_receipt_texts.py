"""What a store writes on receipts has known placeholders alone, and is filled line by line."""

import pytest

from storedesk.domain.receipt_texts import MOST_LINES, PLACEHOLDERS, checked_text, filled_lines
from storedesk.domain.refusals.errors import Refused

KNOWN = {"store": "Harbor & Vine", "order_number": "ORD-7", "register": "Till 1", "cashier": "Ana"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Thank you!", ["Thank you!"]),
        ("One\n\nTwo", ["One", "", "Two"]),
        ("{order_number} at {store}", ["ORD-7 at Harbor & Vine"]),
        ("Dear {customer},\nthank you", ["thank you"]),
        ("{customer}", []),
        ("{cashier}{cashier}", ["AnaAna"]),
        ("{nonsense} {} { } {{store}}", ["{nonsense} {} { } {Harbor & Vine}"]),
        ("} {store", ["} {store"]),
    ],
)
def test_placeholders_are_filled_and_lines_with_nothing_to_fill_in_are_left_out(text, lines):
    assert filled_lines(text, KNOWN) == lines


def test_what_is_filled_in_is_not_filled_again():
    assert filled_lines("{store}", {"store": "{order_number}", "order_number": "7"}) == [
        "{order_number}"
    ]


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_each_placeholder_is_known(name):
    assert checked_text(f"x {{{name}}} y") == f"x {{{name}}} y"


@pytest.mark.parametrize("wrong", ["{price}", "{}", "{ store }", "{Store}", "{store.name}", "{0}"])
def test_an_unknown_placeholder_is_refused_by_its_name(wrong):
    with pytest.raises(Refused) as refused:
        checked_text(f"{{store}}\n{wrong}")
    assert refused.value.code == "placeholder_unknown"
    assert refused.value.parameters == {"placeholder": wrong}


def test_a_receipt_has_no_more_than_so_many_lines():
    assert checked_text("\n".join("x" * MOST_LINES))
    with pytest.raises(Refused) as refused:
        checked_text("\n".join("x" * (MOST_LINES + 1)))
    assert refused.value.code == "too_many_lines"
