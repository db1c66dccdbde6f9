"""Find the separator of a file, and which of its first rows has the headings."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import islice

DELIMITERS = ",;\t|"
SEARCHED = 20
"""Rows among which the headings are looked for."""
_TRIED = 60
_QUOTED = re.compile(r'"(?:[^"]|""){0,2000}"')
_START = 100_000
_MONEY = re.compile(r"\s*[(\[]\s*(?:[A-Za-z]{3}|[$€£¥₹₺₽₩฿])\s*[)\]]$|\s+(?:in\s+)?[$€£¥₹₺₽₩฿]$")


def delimiter_of(text: str) -> str:
    """Return the mark that divides the first lines into rows of one width, most of them."""
    start = _QUOTED.sub("x", text[:_START])  # what is quoted divides nothing, whatever the mark
    best, of_best = ",", (0, 0)
    for mark in DELIMITERS:
        if mark not in start:
            continue
        widths = Counter(_widths(start, mark) or [0])  # all its cells may be empty
        width, times = max(widths.items(), key=lambda each: (each[1] * (each[0] > 1), each[0]))
        score = (times * (width > 1), width)
        if score > of_best:
            best, of_best = mark, score
    return best


def heading_key(name: str) -> str:
    """Return what two headings share that say the same: "Item_code *" and "item code"."""
    seen = unicodedata.normalize("NFKC", name).replace("\ufeff", "").replace("_", " ")
    bare = _MONEY.sub("", " ".join(seen.split()).rstrip(" :*"))
    return bare.casefold() or " ".join(seen.split()).casefold()


def heading_row(rows: Sequence[Sequence[str]], known: Collection[str]) -> int:
    """Find the row that has the headings: which of the first ones it is, counted from nought.

    It is the one that has most of the `known` headings, of which two are enough; else the first
    that has as many cells as most rows below it, all with words in them.
    """
    first = rows[:SEARCHED]
    found = [len({heading_key(cell) for cell in row} & set(known)) for row in first]
    most = max(found, default=0)
    if most >= min(2, max(1, len(known))):
        return found.index(most)
    widths = Counter(filled for row in rows[:_TRIED] if (filled := _filled(row)) > 1)
    usual = max(widths, key=lambda width: (widths[width], width), default=0)
    for at, row in enumerate(first):
        if _filled(row) >= usual and all(_is_heading(cell) for cell in row if cell.strip()):
            return at
    return 0


def _widths(start: str, mark: str) -> list[int]:
    reader = csv.reader(io.StringIO(start, newline=""), delimiter=mark)
    try:
        return [len(row) for row in islice(reader, _TRIED) if any(cell.strip() for cell in row)]
    except csv.Error:
        return [line.count(mark) + 1 for line in start.splitlines()[:_TRIED] if line.strip()]


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def _is_heading(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell)
