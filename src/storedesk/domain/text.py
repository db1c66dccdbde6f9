"""What a person may type: cleaned of what nobody sees, refused where it would do harm."""

import re
import unicodedata

from storedesk.domain.errors import Refused

MOST_MARKS = 4
"""Combining marks in a row: enough for every script, too few to climb over other lines."""

_INVISIBLE = {0xAD: None, 0xFEFF: None}
"""Soft hyphens and byte order marks are dropped."""
_BLANKS = re.compile(
    r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000 ]+"
)
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ONLY_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufe00-\ufe0f]+")
_NEVER_WANTED = frozenset({"Cc", "Cs"})
_CARD = re.compile(r"(?<![0-9])[0-9](?:[ -]?[0-9]){12,18}(?![0-9])")
_CARD_BEGINNINGS = re.compile(
    r"4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[47]|6(?:011|4[4-9]|5)|3(?:0[0-5]|[68])|35"
)


def line(text: str, *, longest: int, what: str = "text") -> str:
    """Return one line of text, cleaned: NFC, blanks made one, ends trimmed.

    Refuses what no line may hold (text_control, text_bidi, text_broken, text_marks), what is too
    long (text_too_long), and a card's number (card_number). "" is for the caller to judge.
    """
    cleaned = _BLANKS.sub(" ", text.translate(_INVISIBLE)).strip()
    return _checked(unicodedata.normalize("NFC", cleaned), longest=longest, what=what)


def note(text: str, *, longest: int, what: str = "text") -> str:
    """Return text of several lines, cleaned as `line` does each of them."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cleaned = "\n".join(_BLANKS.sub(" ", one.translate(_INVISIBLE)).rstrip() for one in unified)
    normal = unicodedata.normalize("NFC", cleaned.strip())
    for one in normal.split("\n"):
        _checked(one, longest=longest, what=what)
    return _fitting(normal, longest=longest, what=what)


def wanted(text: str) -> str:
    """Return what to search for: `text` in one line, without what nobody sees or can type."""
    kept = _BLANKS.sub(" ", text.translate(_INVISIBLE))
    seen = (letter for letter in kept if unicodedata.category(letter) not in _NEVER_WANTED)
    return unicodedata.normalize("NFC", "".join(seen)).strip()


def has_card_number(text: str) -> bool:
    """Tell whether `text` holds what is very likely a card's number.

    That is 13 to 19 digits, perhaps with blanks and hyphens, a card's beginning, and Luhn's sum.
    """
    for found in _CARD.finditer(text):
        digits = re.sub(r"[ -]", "", found[0])
        if _CARD_BEGINNINGS.match(digits) and luhn(digits):
            return True
    return False


def luhn(digits: str) -> bool:
    """Tell whether the last of `digits` (0-9 only) is the check digit of those before it."""
    total = 0
    for at, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + at % 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - the sum of its two digits
    return total % 10 == 0


def _checked(text: str, *, longest: int, what: str) -> str:
    if any(unicodedata.category(letter) == "Cs" for letter in text):
        raise Refused("text_broken", what=what)
    if any(unicodedata.category(letter) == "Cc" for letter in text):
        raise Refused("text_control", what=what)
    if _BIDI.search(text):
        raise Refused("text_bidi", what=what)
    if _too_many_marks(text):
        raise Refused("text_marks", what=what)
    if has_card_number(text):
        raise Refused("card_number")
    shown = "" if _ONLY_INVISIBLE.fullmatch(text) else text
    return _fitting(shown, longest=longest, what=what)


def _fitting(text: str, *, longest: int, what: str) -> str:
    if len(text) > longest:
        raise Refused("text_too_long", what=what, longest=longest)
    return text


def _too_many_marks(text: str) -> bool:
    run = 0
    for letter in text:
        run = run + 1 if unicodedata.category(letter) in {"Mn", "Me"} else 0
        if run > MOST_MARKS:
            return True
    return False
