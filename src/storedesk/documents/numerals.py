"""Parse numbers as people and programs write them, with either decimal mark.

"1,250" is one and a quarter to some and a thousand and more to others. A number is read only where
it can mean one thing: by itself, or by the mark that its column has.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from storedesk.domain.values.pasted import as_typed

MARKS = (".", ",")
LONGEST = 40
BLANKS = " \u00a0\u2000-\u200a\u202f\u205f\u3000\t"
"""Blanks of every width, as they stand in a character class."""
_BLANK = re.compile(f"[{BLANKS}]+")
_NO_CENTS = re.compile(r"[.,]-{1,2}$")
_NUMBERS = {
    mark: re.compile(
        rf"(?P<whole>\d+|[1-9]\d{{0,2}}(?:(?P<between>[{group}' ])\d{{3}})(?:(?P=between)\d{{3}})*"
        rf"{'|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}' if group == ',' else ''})?"
        rf"(?:{re.escape(mark)}(?P<decimals>\d*))?",
        re.ASCII,
    )
    for mark, group in ((".", ","), (",", "."))
}


class DoubtError(ValueError):
    """A number that may be thousands as well as decimals."""


@dataclass(frozen=True, slots=True)
class ColumnMark:
    """The mark before the decimals of a column, with the first number that settles it.

    `mark` is None where nothing settles it, and where some numbers have one and some the other.
    """

    mark: str | None = None
    example: str = ""
    is_mixed: bool = False


def read(text: str, mark: str | None) -> Decimal | None:
    """Read a number whose decimals follow `mark`, or, without one, that can mean one thing only.

    None where it is no number. Raises DoubtError where it may be thousands or decimals.
    """
    known = _readings(text)
    if mark is not None:
        return known.get(mark)
    values = set(known.values())
    if len(values) > 1:
        raise DoubtError(text)
    return values.pop() if values else None


def mark_of(column: Iterable[str]) -> ColumnMark:
    """Find the mark of a column by the numbers in it that can be read with one mark only."""
    examples: dict[str, str] = {}
    for text in dict.fromkeys(column):
        known = list(_readings(text))
        if len(known) == 1:
            examples.setdefault(known[0], _plain(text))
        if len(examples) > 1:
            return ColumnMark(is_mixed=True)
    for mark, example in examples.items():
        return ColumnMark(mark, example)
    return ColumnMark()


def _readings(text: str) -> dict[str, Decimal]:
    """Return what a text means with each of the marks with which it means anything."""
    if len(text) > LONGEST:
        return {}
    plain = _plain(text)
    bare, sign = _unsigned(plain)
    found: dict[str, Decimal] = {}
    for mark in MARKS:
        match = _NUMBERS[mark].fullmatch(bare)
        if match and (match["whole"] or match["decimals"]):
            whole = re.sub(r"\D", "", match["whole"] or "0")
            found[mark] = sign * Decimal(f"{whole}.{match['decimals'] or '0'}")
    return found


def _plain(text: str) -> str:
    """Return a text with straight apostrophes and hyphens, single blanks and nothing unseen."""
    return _BLANK.sub(" ", as_typed(text)).strip()


def _unsigned(plain: str) -> tuple[str, int]:
    """Part a number from its sign: -5, 5- and (5) are five below nought."""
    if plain.startswith("(") and plain.endswith(")"):
        return plain[1:-1].strip(), -1
    bare = _NO_CENTS.sub("", plain)
    if bare.startswith(("-", "+")):
        return bare[1:].strip(), -1 if bare[0] == "-" else 1
    if bare.endswith("-"):
        return bare[:-1].strip(), -1
    return bare, 1
