"""What a cell of a strange file means: a line of text, a price, a count, an instant."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from storedesk.domain.money import CENT, LARGEST

_UNSEEN = re.compile("[\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")
_NUMBER = re.compile(r"[+-]?\d[\d.,' ]*", re.ASCII)
_DATES = (
    "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y/%m/%d",
    "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M", "%m/%d/%Y", "%m/%d/%y %H:%M", "%m/%d/%y",
    "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y", "%d/%m/%y %H:%M", "%d/%m/%y",
    "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y", "%d-%m-%Y %H:%M", "%d-%m-%Y",
)  # fmt: skip
MOST_PIECES = 1_000_000
SHOWN = 60
"""How many characters of a bad cell are shown."""


class BadCellError(ValueError):
    """A cell that means nothing to us; `code` names the sentence that says so."""

    def __init__(self, code: str, value: str) -> None:
        super().__init__(code, value)
        self.code = code
        self.value = value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"


def line(cell: str, *, most: int, least: int = 0) -> str:
    """Return one clean line of at most `most` characters: composed, trimmed, single blanks."""
    if _CONTROL.search(cell):
        raise BadCellError("import_bad_text", _CONTROL.sub("�", cell))
    clean = " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", cell)).split())
    if len(clean) > most:
        raise BadCellError("import_too_long", clean)
    if len(clean) < least:
        raise BadCellError("import_too_short" if clean else "import_missing", clean)
    return clean


def text(cell: str) -> str | None:
    """Return text of several lines, clean; None where there is none."""
    if _CONTROL.search(cell):
        raise BadCellError("import_bad_text", _CONTROL.sub("�", cell))
    seen = unicodedata.normalize("NFC", _UNSEEN.sub("", cell))
    lines = seen.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    clean = "\n".join(words.rstrip() for words in lines).strip()
    return re.sub(r"\n{3,}", "\n\n", clean) or None


def foreign(cell: str) -> str:
    """Return a cell that means nothing to us as it can be kept: without what no text may hold."""
    return cell.replace("\x00", "").strip()


def decimal_mark(cells: Iterable[str]) -> str:
    """Tell whether a column of numbers has a point or a comma before its decimals."""
    points = commas = 0
    for cell in cells:
        digits = re.sub(r"[^\d.,]", "", cell)
        if {".", ","} <= set(digits):
            points += digits.rfind(".") > digits.rfind(",")
            commas += digits.rfind(",") > digits.rfind(".")
        else:
            points += bool(re.search(r"\.\d{1,2}$", digits))
            commas += bool(re.search(r",\d{1,2}$", digits))
    return "," if commas > points else "."


def price(cell: str, mark: str = ".") -> Decimal:
    """Read a price of 0.01 or more, with or without the sign or name of its currency."""
    if not cell.strip():
        raise BadCellError("import_missing", "")
    bare = cell.strip().strip("€$£¥ \u00a0\u202f").removesuffix(".-")
    bare = re.sub(r"^[A-Z]{3}\b|\b[A-Z]{3}$", "", bare).strip(" \u00a0")
    found = _number(bare, mark)
    if found is None:
        raise BadCellError("import_bad_price", cell)
    if found < CENT:
        raise BadCellError("import_no_price", cell)
    if found > LARGEST:
        raise BadCellError("import_too_dear", cell)
    if found != found.quantize(CENT):
        raise BadCellError("import_price_not_exact", cell)
    return found.quantize(CENT)


def pieces(cell: str, mark: str = ".") -> int | None:
    """Read a count of pieces; None where there is none, and nought for one below it."""
    if not cell.strip():
        return None
    found = _number(cell.strip(), mark)
    if found is None or found != int(found) or found > MOST_PIECES:
        raise BadCellError("import_bad_count", cell)
    return max(int(found), 0)


def instants(cells: Iterable[str]) -> dict[str, datetime | None]:
    """Read a column of dates, all in one way; None for those that cannot be read so."""
    distinct = list(dict.fromkeys(cells))
    best = _read_all(distinct, None)
    for pattern in _DATES:
        if all(best.values()):
            break
        tried = _read_all(distinct, pattern)
        if sum(map(bool, tried.values())) > sum(map(bool, best.values())):
            best = tried
    return best


def _read_all(cells: Iterable[str], pattern: str | None) -> dict[str, datetime | None]:
    return {cell: _instant(cell.strip(), pattern) for cell in cells}


def _instant(cell: str, pattern: str | None) -> datetime | None:
    try:
        if pattern is None:
            return datetime.fromisoformat(cell).replace(tzinfo=None)
        return datetime.strptime(cell, pattern)  # noqa: DTZ007 - only their order matters
    except ValueError:
        return None


def _number(bare: str, mark: str) -> Decimal | None:
    if len(bare) > 40 or not _NUMBER.fullmatch(bare):  # noqa: PLR2004
        return None
    grouping = "." if mark == "," else ","
    whole, _, decimals = re.sub(r"[ ']", "", bare).partition(mark)
    groups = whole.lstrip("+-").split(grouping)
    if not decimals.isdigit() and decimals:
        return None
    if any(len(group) != 3 for group in groups[1:]) or not groups[0]:  # noqa: PLR2004
        return None
    return Decimal(whole.replace(grouping, "") + "." + (decimals or "0"))
