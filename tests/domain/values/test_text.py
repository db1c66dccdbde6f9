import unicodedata

import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.text import has_card_number, line, luhn, note, wanted

LONG = 200


def refused(text, clean=line, longest=LONG):
    with pytest.raises(Refused) as refusal:
        clean(text, longest=longest)
    return refusal.value.code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ab\x00cd", "text_control"),
        ("\x1b[31mred", "text_control"),
        ("\x01", "text_control"),
        ("\ud800", "text_broken"),
        ("x" * 201, "text_too_long"),
        ("Z" + "\u0301" * 199, "text_marks"),
        ("abc\u202etxt.exe", "text_bidi"),
        ("\u2066abc\u2069", "text_bidi"),
        ("card 4111 1111 1111 1111 please", "card_number"),
        ("5500-0000-0000-0004", "card_number"),
        ("378282246310005", "card_number"),
    ],
)
def test_what_would_do_harm_is_refused(text, code):
    assert refused(text) == code


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  a \t b  ", "a b"),
        ("\ufeffname", "name"),
        ("name\u00a0", "name"),
        ("soft\u00adhyphen", "softhyphen"),
        ("two\nlines", "two lines"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("\u200b\u200b", ""),
        ("  ", ""),
    ],
)
def test_what_nobody_sees_is_cleaned_away(text, cleaned):
    assert line(text, longest=LONG) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "😀" * 200,
        "می\u200cخواهم",  # noqa: RUF001 - people write so
        "👨\u200d👩\u200d👧",
        "قهوة",
        "กาแฟ",
        "<img src=/dev/zero>",
        "R&D",
        "' OR 1=1 --",
        "5901234123457",  # an EAN-13: no card begins with 59
        "order 1234567890123",
        "+49 170 1234567890",
    ],
)
def test_what_people_really_write_is_kept(text):
    assert line(text, longest=LONG) == unicodedata.normalize("NFC", text)


def test_a_note_keeps_its_lines():
    assert note(" one \r\n\r\n two\u00a0\r", longest=LONG) == "one\n\n two"


def test_a_card_is_found_on_any_line_of_a_note():
    assert refused("ring twice\n4111111111111111", clean=note) == "card_number"


def test_a_note_is_measured_whole():
    assert refused("abc\n" * 60, clean=note) == "text_too_long"


def test_a_wrong_check_digit_is_no_card():
    assert not has_card_number("4111111111111112")
    assert not luhn("4111111111111112")
    assert luhn("4111111111111111")


def test_far_too_much_is_refused_whatever_would_be_left_of_it():
    assert refused(" " * (2 * LONG + 1_001)) == "text_too_long"
    assert refused(" " * (2 * LONG + 1_001), note) == "text_too_long"
    assert line(" " * (2 * LONG + 1_000), longest=LONG) == ""


@pytest.mark.parametrize(
    ("typed", "looked_for"),
    [("  blue \t mug\n", "blue mug"), ("mu\u00adg\x00\x1b", "mug"), ("Cafe\u0301", "Caf\u00e9"),
     ("\ud800", ""), ("\u200b", ""), ("\u202emug", "\u202emug")],
)  # fmt: skip
def test_what_nobody_can_type_is_not_looked_for(typed, looked_for):
    assert wanted(typed) == looked_for
