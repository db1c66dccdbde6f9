"""Lay out a strip of paper in lines of characters, as a receipt printer writes them."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from storedesk.documents.amounts import JOINER
from storedesk.documents.strip import (
    Barcode,
    Logo,
    Middle,
    Pair,
    Part,
    Remark,
    Rule,
    printable,
)

REMARK = "  "
"""Before small words: a receipt printer has no smaller ones that everybody reads."""
LEAST = 8
"""Characters that a text keeps beside its amount; a longer amount stands on a line of its own."""


@dataclass(frozen=True, slots=True)
class StripLine:
    """A line of at most the width of the roll."""

    text: str
    is_bold: bool = False


def lines(parts: Iterable[Part], columns: int) -> Iterator[Barcode | Logo | StripLine]:
    """Yield the lines of a strip; a logo and a barcode remain what they are."""
    for part in parts:
        if isinstance(part, (Barcode, Logo)):
            yield part
            continue
        is_bold = isinstance(part, (Middle, Pair)) and part.is_bold
        for text in _texts(part, columns):
            yield StripLine(text.rstrip(), is_bold=is_bold)


def plain(text: str) -> str:
    """Return text as characters of one column: accents joined, spaces of any kind a space."""
    joined = unicodedata.normalize("NFC", printable(text).replace(JOINER, ""))
    return "".join(" " if unicodedata.category(one) == "Zs" else one for one in joined)


def _texts(part: Middle | Pair | Remark | Rule, columns: int) -> list[str]:
    match part:
        case Middle(text):
            return [line.center(columns) for line in _wrapped(plain(text), columns)]
        case Pair(left, right):
            return _pair(plain(left), plain(right), columns)
        case Remark(text):
            width = columns - len(REMARK)
            return [REMARK + line for line in _wrapped(plain(text), width)]
        case Rule():
            return ["-" * columns]


def _pair(left: str, right: str, columns: int) -> list[str]:
    """Put the amount at the right of the last line of the text."""
    room = columns - len(right) - 1
    if room < LEAST:
        return [*_wrapped(left, columns), *(one.rjust(columns) for one in _wrapped(right, columns))]
    *above, last = _wrapped(left, room) or [""]
    return [*above, last + right.rjust(columns - len(last))]


def _wrapped(text: str, width: int) -> list[str]:
    """Break text between words, and words that are too long anywhere; nothing is dropped."""
    made: list[str] = []
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) <= width:
            line += " " + word
            continue
        if line:
            made.append(line)
        *whole, line = [word[at : at + width] for at in range(0, len(word), width)]
        made += whole
    return [*made, line] if line else made
