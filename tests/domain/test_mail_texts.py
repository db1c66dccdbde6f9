"""What a store writes in e-mails has the placeholders of their kind alone."""

import pytest

from storedesk.domain import mail_texts
from storedesk.domain.mail_texts import PLACEHOLDERS, MailKind
from storedesk.domain.refusals.errors import Refused

KNOWN = {"store": "Harbor & Vine", "order_number": "ORD-7", "customer": "Ana\r\nBcc: all@x.test"}


@pytest.mark.parametrize("kind", MailKind)
def test_each_placeholder_of_a_kind_is_known_and_no_other(kind):
    for name in PLACEHOLDERS[kind]:
        assert mail_texts.checked_subject(f"x {{{name}}}", kind)
        assert mail_texts.checked_words(f"x\n{{{name}}}", kind)
    for wrong in ("{price}", "{}", "{ store }", "{store.name}", "{0}", "{register}"):
        with pytest.raises(Refused) as refused:
            mail_texts.checked_words(wrong, kind)
        assert refused.value.code == "placeholder_unknown"


def test_only_shipped_e_mails_have_a_tracking_link():
    known = [kind for kind in MailKind if "tracking_link" in PLACEHOLDERS[kind]]
    assert known == [MailKind.SHIPPED]


def test_a_subject_is_one_line_whatever_is_filled_in():
    filled = mail_texts.filled_subject("For {customer} of {store}", MailKind.SHIPPED, KNOWN)
    assert filled == "For Ana Bcc: all@x.test of Harbor & Vine"
    with pytest.raises(Refused):
        mail_texts.checked_subject("One\nTwo", MailKind.SHIPPED)


def test_a_subject_with_nothing_to_fill_in_is_none():
    assert not mail_texts.filled_subject("Order {order_number}: {paid}", MailKind.CANCELED, KNOWN)


def test_words_are_paragraphs_without_the_lines_that_have_nothing_to_fill_in():
    text = "Hello,\n{order_number} is off.\n\nYou paid {paid}.\n\n\nBye"
    assert mail_texts.filled_words(text, MailKind.CANCELED, KNOWN) == [
        ["Hello,", "ORD-7 is off."],
        ["Bye"],
    ]


def test_words_have_no_more_than_so_many_lines():
    most = mail_texts.MOST_LINES
    assert mail_texts.checked_words("\n".join("x" * most), MailKind.RECEIPT)
    with pytest.raises(Refused) as refused:
        mail_texts.checked_words("\n".join("x" * (most + 1)), MailKind.RECEIPT)
    assert refused.value.code == "too_many_lines"


def test_what_an_e_mail_of_another_kind_would_know_is_not_filled():
    known = {**KNOWN, "paid": "$5.00"}
    assert mail_texts.filled_words("{paid}", MailKind.SHIPPED, known) == [["{paid}"]]
    assert mail_texts.filled_words("{paid}", MailKind.CANCELED, known) == [["$5.00"]]
