"""Numbers and codes as they come out of other programs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.documents.tracking_lists import TrackedLine, read
from storedesk.domain import carriers
from storedesk.domain.entry import amount
from storedesk.domain.values.pasted import as_typed


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("1Z\u00a0999\u00a0AA1\u00a00123\u00a04567\u00a084", "1Z999AA10123456784"),
        ("\u202d1Z999AA10123456784\u202c", "1Z999AA10123456784"),
        ("\ufeff1Z999AA10123456784\u200b", "1Z999AA10123456784"),
        ("AB\u00a012\u202f34", "AB 12 34"),
        ("AB\u200b1234", "AB1234"),
        ("AB\u20111234", "AB-1234"),
        ("AB\u20131234", "AB-1234"),
        ("123\u00ad456", "123456"),
        ("\uff11\uff12\uff13\uff14\uff15", "12345"),
        ("RR\u00a0123456785\u00a0DE", "RR123456785DE"),
    ],
)
def test_a_tracking_number_is_kept_as_it_would_be_typed(pasted, kept):
    assert carriers.cleaned(pasted) == kept
    assert carriers.is_tracking(carriers.cleaned(pasted))
    assert carriers.guess(pasted) == carriers.guess(kept)


def test_a_list_of_parcels_is_read_with_what_a_program_put_between():
    line = "ORD\u20112026\u2011000001\t\u202d1Z\u00a0999\u202c\n"

    assert read(line) == [TrackedLine(1, "ORD-2026-000001", "1Z 999")]


@pytest.mark.parametrize("typed", ["1\u00a0250,50", "1\u202f250.50", "1\u2019250.50"])
def test_an_amount_at_the_till_is_read_with_what_a_program_put_between(typed):
    assert str(amount(typed)) == "1250.50"


@given(st.text(max_size=40))
def test_what_was_typed_once_stays(text):
    once = as_typed(text)

    assert as_typed(once) == once
    assert text.isascii() is False or once == text
