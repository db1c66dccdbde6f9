"""Recognize numbers of payment cards, which must not be stored anywhere.

The same rule as `storedesk.has_card_number` in the database.
"""

import re
import unicodedata

_KINDS = re.compile(
    r"4(\d{12}|\d{15}|\d{18})|(5[1-5]|2[2-7])\d{14}|3[47]\d{13}|3[0689]\d{12}|(35|6\d)\d{14,17}"
)
"""How cards' numbers begin, and how long each kind is."""
_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u20d0-\u20ff\u2800\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_BETWEEN = str.maketrans(
    "\u1680\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u2044\u00b7\u2022", " --------/.."
)
_RUN = re.compile(r"[0-9](?:[- ./_\t]{0,3}[0-9]){12,}")
SHORTEST, LONGEST = 13, 19
OF_AN_EAN = 13
LEAST_GROUP = 3
"""Digits of a group; shorter ones are sizes and dates, unless all stand one by one."""


def has_card_number(text: str) -> bool:
    """Tell whether `text` holds what is very likely a card's number, in whatever digits.

    That is 13 to 19 digits with a card's beginning and Luhn's sum: together, one by one, or in
    groups with blanks, hyphens, dots or slashes between them.
    """
    return any(
        _is_card(digits)
        for run in _RUN.finditer(_plain_digits(text))
        for digits in _candidates(re.split("[^0-9]+", run[0]))
    )


def luhn(digits: str) -> bool:
    """Tell whether the last of `digits` (0-9 only) is the check digit of those before it."""
    total = 0
    for at, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + at % 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - the sum of its two digits
    return total % 10 == 0


def _is_card(digits: str) -> bool:
    return _KINDS.fullmatch(digits) is not None and luhn(digits) and not _is_ean(digits)


def _is_ean(digits: str) -> bool:
    """Tell an EAN, of which one in ten would pass for a card."""
    weighed = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return len(digits) == OF_AN_EAN and weighed % 10 == 0


def _candidates(groups: list[str]) -> list[str]:
    """List what some neighboring groups come to, where it is as long as a card's number."""
    found = []
    for first, group in enumerate(groups):
        least, digits = (1, "") if len(group) == 1 else (LEAST_GROUP, "")
        for one in groups[first:]:
            digits += one
            if len(digits) > LONGEST or (least == 1 and len(one) > 1):
                break
            if len(digits) >= SHORTEST:
                found.append(digits)
            if len(one) < least:
                break
    return found


def _plain_digits(text: str) -> str:
    """Return `text` with digits of any script as 0 to 9, without what nobody sees."""
    if text.isascii():
        return text
    seen = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    digits = (unicodedata.decimal(letter, None) for letter in seen)
    plain = (
        letter if digit is None else str(digit) for letter, digit in zip(seen, digits, strict=True)
    )
    return "".join(plain).translate(_BETWEEN)
