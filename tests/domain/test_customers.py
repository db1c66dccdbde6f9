"""What a customer's fields may hold."""

from datetime import date

import pytest

from storedesk.domain.customer_card import PaymentMethod
from storedesk.domain.customers import email_address, phone_number
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.store import web_address


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Ann@X.Example ", "ann@x.example"),
        ("\ufeffo'hara+shop@mail.example.org", "o'hara+shop@mail.example.org"),
        ("", ""),
        ("   ", ""),
        (f"a@{'x.' * 125}de", f"a@{'x.' * 125}de"),
    ],
)
def test_an_address_is_trimmed_and_lowered(typed, kept):
    assert email_address(typed) == kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ann", "email_unreadable"),
        ("ann@x", "email_unreadable"),
        ("@x.de", "email_unreadable"),
        ("a b@x.de", "email_unreadable"),
        ("a@x.de,b@x.de", "email_unreadable"),
        ("a@x.de\nBcc: evil@x.de", "email_unreadable"),
        ("Ann <a@x.de>", "email_unreadable"),
        ('"a"@x.de', "email_unreadable"),
        ("none+1@storedesk.invalid", "email_unreadable"),
        (f"a@{'x' * 251}.de", "text_too_long"),
        (f"a@{'x' * 64}.de", "email_unreadable"),
        ("a\x00@x.de", "text_control"),
        ("a\u202e@x.de", "text_bidi"),
        ("a\ud800@x.de", "text_broken"),
    ],
)
def test_what_is_no_address_is_refused(typed, code):
    with pytest.raises(Refused) as refused:
        email_address(typed)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("+49 221  555-0199", "+49 221 555-0199"),
        ("(207) 555.0100", "(207) 555.0100"),
        ("555 0199 ext. 12", "555 0199 ext. 12"),
        ("\t", ""),
        ("110", "110"),
    ],
)
def test_a_telephone_number_stays_as_it_is_written(typed, kept):
    assert phone_number(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "12",
        "call me",
        "4111 1111 1111 1111",
        "555\x000199",
        "\uff11\uff12\uff13\uff14",
        "+" * 9,
        "5" * 41,
    ],
)
def test_what_nobody_could_dial_is_refused(typed):
    with pytest.raises(Refused) as refused:
        phone_number(typed)
    assert refused.value.code == "phone_unreadable"


def test_a_card_is_good_until_the_end_of_its_month():
    card = PaymentMethod(None, "credit_card", "visa", "4242", "2026-11", is_default=False)
    assert not card.is_expired(date(2026, 11, 30))
    assert card.is_expired(date(2026, 12, 1))
    assert not PaymentMethod(None, "paypal", None, None, None, is_default=True).is_expired(
        date(2026, 12, 1)
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("shop.example.com", "https://shop.example.com"),
        (" HTTP://localhost:8000/ ", "HTTP://localhost:8000"),
        ("https://example.com/shop/", "https://example.com/shop"),
        ("", ""),
    ],
)
def test_a_web_address_is_completed(typed, kept):
    assert web_address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "a b.com",
        "https://",
        "//x",
        'x.com/"><img',
        "?",
    ],
)
def test_what_no_browser_should_go_to_is_refused(typed):
    with pytest.raises(Refused) as refused:
        web_address(typed)
    assert refused.value.code == "web_address_unreadable"
