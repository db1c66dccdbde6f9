"""Parse cells of a foreign file: a line of text, a price, a count, an instant."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import Decimal

from storedesk.documents import numerals
from storedesk.documents.currency_signs import CURRENCIES, SIGNS
from storedesk.documents.numerals import BLANKS
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values import text as texts
from storedesk.domain.values.money import CENT, LARGEST

_UNSEEN = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e00ff\U000e01f0-\U000e0fff]"
    "|(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0000-\U000e007f]+"
)
"""Invisible characters; tags stay in the flags that end in them."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_AROUND = re.compile(f"^[{BLANKS}]+|[{BLANKS}]+$|[\u200b-\u200f\u2060\ufeff]")
_BEFORE = re.compile(r"[^\d(+\-\u2212\u2013.,'\u2019]*", re.ASCII)
_AFTER = re.compile(r"[^\d)\-\u2012-\u2014\u2212.,'\u2019]+\.?$", re.ASCII)
_TEXT_FORMULA = re.compile(r'\s*=\s*"((?:[^"]|"")*)"\s*')
_SHEET_ERROR = re.compile(
    r"#(?:N/A|NV|NAME\?|REF!|BEZUG!|VALUE!|WERT!|DIV/0!|NULL!|NUM!|ZAHL!|#{2,})", re.IGNORECASE
)
_DATES = (
    "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y/%m/%d",
    "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M", "%m/%d/%Y", "%m/%d/%y %H:%M", "%m/%d/%y",
    "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y", "%d/%m/%y %H:%M", "%d/%m/%y",
    "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y", "%d-%m-%Y %H:%M", "%d-%m-%Y",
)  # fmt: skip
_FIRST = {"day": "%d/%m", "month": "%m/%d"}
"""How a date with slashes begins, by what stands first in it."""
MOST_PIECES = 1_000_000
FINEST = Decimal("0.0001")
"""What the price of a piece is kept to, where it was sold by the thousand."""
LONGEST_TEXT = 20_000
"""Letters of a text of several lines."""
_CODES = {
    "text_broken": "import_bad_text",
    "text_control": "import_bad_text",
    "text_too_long": "import_too_long",
}
"""Sentences for cells, where they differ from those for fields."""
SHOWN = 60
"""How many characters of a bad cell are shown."""


class BadCellError(ValueError):
    """A cell that cannot be read; `code` names the sentence for it."""

    def __init__(self, code: str, value: str) -> None:
        super().__init__(code, value)
        self.code = code
        self.value = value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"


def line(cell: str, *, most: int, least: int = 0) -> str:
    """Return one clean line of at most `most` characters: composed, trimmed, single blanks."""
    if _CONTROL.search(cell):
        raise BadCellError("import_bad_text", _CONTROL.sub("�", cell))
    clean = " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", cell)).split())
    if clean.startswith("#") and _SHEET_ERROR.fullmatch(clean):
        raise BadCellError("import_sheet_error", clean)
    if len(clean) > most:
        raise BadCellError("import_too_long", clean)
    if len(clean) < least:
        raise BadCellError("import_too_short" if clean else "import_missing", clean)
    return clean


def words(cell: str, *, most: int, least: int = 0) -> str:
    """Return one clean line of words, which keep the rule of what people may type."""
    clean = line(cell, most=most)
    kept = _ruled(texts.line, clean, most)
    if len(kept) < least:
        raise BadCellError("import_too_short" if kept else "import_missing", clean)
    return kept


def text(cell: str) -> str | None:
    """Return text of several lines, clean, as people may type it; None where there is none."""
    if _CONTROL.search(cell):
        raise BadCellError("import_bad_text", _CONTROL.sub("�", cell))
    seen = unicodedata.normalize("NFC", _UNSEEN.sub("", cell))
    lines = seen.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    clean = "\n".join(words.rstrip() for words in lines).strip()
    short = re.sub(r"\n{3,}", "\n\n", clean)
    return _ruled(texts.note, short, LONGEST_TEXT) or None


def _ruled(rule: Callable[..., str], clean: str, most: int) -> str:
    try:
        return rule(clean, longest=most)
    except Refused as refusal:
        raise BadCellError(_CODES.get(refusal.code, refusal.code), clean) from refusal


def foreign(cell: str) -> str:
    """Return a cell that means nothing to us as it can be kept: without what no text may hold."""
    return _UNSEEN.sub("", _NO_TEXT.sub("", cell)).strip()


def from_formula(cell: str) -> str:
    """Return what stands in a cell that keeps its text from a spreadsheet: 0077 of `="0077"`."""
    if cell[:1] != "=" or not (found := _TEXT_FORMULA.fullmatch(cell)):
        return cell
    return found[1].replace('""', '"')


def bare_price(cell: str) -> str:
    """Return a price without the sign or name of its currency; as it stands, if it has another."""
    before, number, after = _parts(cell)
    words = [word for word in (before, after) if word]
    return number if all(_currencies(word) for word in words) else cell.strip()


def currencies_of(cell: str) -> frozenset[str]:
    """Return the currencies that a price may be in, by what stands beside it; none if nothing."""
    before, _, after = _parts(cell)
    return _currencies(before) or _currencies(after)


def _parts(cell: str) -> tuple[str, str, str]:
    """Part an amount from the words before and after it; the point of Rs.50 belongs to the word."""
    plain = _AROUND.sub("", cell)
    before = _BEFORE.match(plain)
    word = before[0] if before else ""
    rest = plain[len(word) :]
    if rest.startswith(".") and word.casefold() in SIGNS and word[-1:].isalpha():
        rest = rest[1:]
    after = _AFTER.search(rest)
    number = rest[: after.start()] if after else rest
    return word.strip(), number.strip(), after[0].strip() if after else ""


def _currencies(word: str) -> frozenset[str]:
    bare = _AROUND.sub("", word).rstrip(".")
    if bare in CURRENCIES:
        return frozenset({bare})
    return SIGNS.get(bare.casefold(), frozenset())


def cost(cell: str, mark: str | None = ".") -> Decimal | None:
    """Read what a piece costs the store, from nothing on; None where the cell is empty."""
    if not cell.strip():
        return None
    found = _amount(cell, mark, Decimal(0), too_low="import_bad_price")
    return _stepped(found, cell, CENT, "import_price_not_exact").quantize(CENT)


def price(cell: str, mark: str | None = ".") -> Decimal:
    """Read a price of 0.01 or more, with or without the sign or name of its currency.

    `mark` stands before its decimals; None where the column does not say which it is.
    """
    found = _amount(cell, mark, CENT, too_low="import_no_price")
    return _stepped(found, cell, CENT, "import_price_not_exact").quantize(CENT)


def past_price(cell: str, mark: str | None) -> Decimal:
    """Read what a piece was sold for: nought or more, with at most four decimals."""
    found = _amount(cell, mark, Decimal(0), too_low="import_price_below_nought")
    return _stepped(found, cell, FINEST, "import_price_too_fine")


def _amount(cell: str, mark: str | None, least: Decimal, *, too_low: str) -> Decimal:
    if not cell.strip():
        raise BadCellError("import_missing", "")
    found = _number(bare_price(cell), mark, cell, "import_bad_price")
    if found < least:
        raise BadCellError(too_low, cell)
    if found > LARGEST:
        raise BadCellError("import_too_dear", cell)
    return found


def _stepped(found: Decimal, cell: str, step: Decimal, too_fine: str) -> Decimal:
    if found != found.quantize(step):
        raise BadCellError(too_fine, cell)
    return found


def past_pieces(cell: str, mark: str | None) -> int:
    """Read how many pieces were sold, or, below nought, taken back."""
    if not cell.strip():
        raise BadCellError("import_missing", "")
    found = _number(cell, mark, cell, "import_bad_count")
    if found != int(found) or abs(found) > MOST_PIECES:
        raise BadCellError("import_bad_count", cell)
    if not found:
        raise BadCellError("import_no_pieces", cell)
    return int(found)


def pieces(cell: str, mark: str | None = None) -> int | None:
    """Read a count of pieces; None where there is none, and nought for one below it."""
    if not cell.strip():
        return None
    found = _number(cell, mark, cell, "import_bad_count")
    if found != int(found) or found > MOST_PIECES:
        raise BadCellError("import_bad_count", cell)
    return max(int(found), 0)


def number_in(cell: str, mark: str | None) -> Decimal | None:
    """Return the number in a cell, whatever it is good for; None where there is none, or two."""
    try:
        return numerals.read(bare_price(cell), mark)
    except numerals.DoubtError:
        return None


def _number(bare: str, mark: str | None, cell: str, bad: str) -> Decimal:
    if _SHEET_ERROR.fullmatch(bare):
        raise BadCellError("import_sheet_error", cell)
    try:
        found = numerals.read(bare, mark)
    except numerals.DoubtError as error:
        raise BadCellError("import_doubtful_number", cell) from error
    if found is None:
        raise BadCellError(bad, cell)
    return found


def instants(
    cells: Iterable[str], first: str = "", *, is_exact: bool = False
) -> dict[str, datetime | None]:
    """Read a column of dates, all in one way; None for those that cannot be read so.

    `first` says whether the day or the month comes first where slashes part them. Raises
    DoubtError where nothing says it, and it decides which date is the later one, or, if it
    `is_exact`, which day one is.
    """
    distinct = list(dict.fromkeys(cells))
    unwanted = tuple(way for name, way in _FIRST.items() if first and name != first)
    best, pattern = _read_all(distinct, None), ""
    for tried in _DATES:
        if all(best.values()):
            break
        if not tried.startswith(unwanted or ("-",)):
            found = _read_all(distinct, tried)
            if sum(map(bool, found.values())) > sum(map(bool, best.values())):
                best, pattern = found, tried
    if not first and pattern.startswith(_FIRST["month"]):
        other = _read_all(distinct, _FIRST["day"] + pattern.removeprefix(_FIRST["month"]))
        matters = best != other if is_exact else _sorts_otherwise(best, other)
        if matters and sum(map(bool, other.values())) == sum(map(bool, best.values())):
            raise numerals.DoubtError
    return best


def _sorts_otherwise(one: dict[str, datetime | None], other: dict[str, datetime | None]) -> bool:
    """Tell whether it matters in which of two ways dates are read: for which comes last."""
    known = [cell for cell in one if one[cell] and other[cell]]
    return sorted(known, key=lambda c: str(one[c])) != sorted(known, key=lambda c: str(other[c]))


def _read_all(cells: Iterable[str], pattern: str | None) -> dict[str, datetime | None]:
    return {cell: _instant(cell.strip(), pattern) for cell in cells}


def _instant(cell: str, pattern: str | None) -> datetime | None:
    try:
        if pattern is None:
            return datetime.fromisoformat(cell).replace(tzinfo=None)
        return datetime.strptime(cell, pattern)  # noqa: DTZ007 - only their order matters
    except ValueError:
        return None
