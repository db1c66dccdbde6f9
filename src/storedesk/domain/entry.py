"""Parse what was typed or scanned into the till's one field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.scans import LONGEST, unwrapped
from storedesk.domain.till import Method
from storedesk.domain.values.gs1 import CHECKED, has_check_digit, is_number
from storedesk.domain.values.money import check_amount
from storedesk.domain.values.pasted import as_typed

ASK_OVER = 999
"""Larger quantities are asked about: they are usually typing errors."""
WHOLE = 100
"""Percent of all."""
CODE_DIGITS = 6
"""A whole number this long in place of a quantity is taken for a code."""
_TIMES = re.compile(r"\s*([0-9]+)\s*\*\s*(.*)", re.DOTALL)
_DISCOUNT = re.compile(r"\s*(//?)\s*([0-9.,][0-9.,' ]*)(%?)\s*")
_PRICE = re.compile(r"\s*/\s*=\s*([0-9.,][0-9.,' ]*)\s*")
_SET = re.compile(r"\s*\*\s*([0-9]+)\s*")
_AZERTY = frozenset("&é\"'(-è_çà")
"""What a scanner set to a US keyboard makes of 1234567890 at a French one."""


@dataclass(frozen=True, slots=True)
class Pay:
    """Enter on the empty field, or =: the sale is complete."""


@dataclass(frozen=True, slots=True)
class Item:
    """A product to add, by exact code or by words to search for."""

    text: str
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class Times:
    """How many of the product that is scanned next: "12*"."""

    quantity: int


@dataclass(frozen=True, slots=True)
class SetQuantity:
    """How many of the current line: "*5". Nought removes it."""

    quantity: int


@dataclass(frozen=True, slots=True)
class Discount:
    """What is given off: "/10%" and "/2.50" of the current line, "//" of the whole sale."""

    value: Decimal
    is_percent: bool
    is_whole: bool = False
    """Of the whole sale, and not of the current line."""


@dataclass(frozen=True, slots=True)
class TypedPrice:
    """What each piece of the current line shall cost: "/=12.50"."""

    value: Decimal


Entry: TypeAlias = Pay | Item | Times | SetQuantity | Discount | TypedPrice


def parse(text: str, *, most: int, has_discounts: bool = False) -> Entry:
    """Say what `text`, typed by hand, asks for, of which there may be `most` at once.

    `has_discounts`: it may be a discount or a price, too. Refused: quantity_is_code, bad_quantity,
    and what `discount` and `amount` refuse. A burst of a scanner never
    comes here: a Code 39 label may well read `*12345*`, or have a "/".
    """
    if text.strip() in {"", "="}:
        return Pay()
    if found := _SET.fullmatch(text):
        return SetQuantity(_quantity(found[1], least=0, most=most))
    if found := _TIMES.fullmatch(text):
        quantity, rest = _quantity(found[1], least=1, most=most), found[2].strip()
        return Item(rest, quantity) if rest else Times(quantity)
    if has_discounts and (found := _DISCOUNT.fullmatch(text)):
        return discount(found[2] + found[3], is_whole=len(found[1]) > 1)
    if has_discounts and (found := _PRICE.fullmatch(text)):
        return TypedPrice(amount(found[1]))
    return Item(text.strip())


def discount(text: str, *, is_whole: bool) -> Discount:
    """Read a discount, "10%", "2.50" or "2,50"; a "/" before it may stay.

    Refused: discount_percent, and what `amount` refuses.
    """
    words = text.strip().lstrip("/").strip()
    is_percent = words.endswith("%")
    value = amount(words.removesuffix("%"))
    if is_percent and not 0 < value <= WHOLE:
        raise Refused("discount_percent")
    return Discount(value, is_percent, is_whole)


def times(text: str, *, most: int) -> int:
    """Return how many of a scanned product are meant, while `text` stands in the field."""
    try:
        entry = parse(text, most=most)
    except Refused:
        return 1
    return entry.quantity if isinstance(entry, Times) else 1


def scanned(raw: str) -> str:
    """Return the code that a scanner sent, without what was wrapped around it.

    Line ends, AIM identifiers and the elements of GS1 around an article are taken off. Refused
    before anything is looked up: scan_unreadable, scan_no_code, scan_keyboard. A wrong check digit
    is none of these: shops have such codes, so it counts only where nothing has it (`unknown`).
    """
    code = unwrapped(raw)
    if not code or not code.isprintable():
        raise Refused("scan_unreadable")
    if len(code) > LONGEST or "://" in code:
        raise Refused("scan_no_code")
    if set(code) <= _AZERTY and set(code) & set("&éèçà"):
        raise Refused("scan_keyboard")
    return code


def is_misread(code: str) -> bool:
    """Tell whether a scanner has probably misread `code`, if nothing in the store has it."""
    return is_number(code) and len(code) in CHECKED and not has_check_digit(code)


def unknown(code: str) -> Refused:
    """Return what to say of a code that nothing has: scan_misread, unknown_code."""
    return Refused("scan_misread" if is_misread(code) else "unknown_code", code=code)


@dataclass(frozen=True, slots=True)
class Tendered:
    """What is typed into the pay panel; None is "exact", and "as the tab says"."""

    amount: Decimal | None
    method: Method | None


def tendered(text: str, letters: Mapping[Method, str]) -> Tendered:
    """Read "20", "20c", "d" or nothing; `letters` are those of the store's settings.

    Refused: amount_not_understood, amount_is_code.
    """
    text = text.strip()
    method = next((m for m, letter in letters.items() if _ends(text, letter)), None)
    if method is not None:
        text = text[: -len(letters[method])].strip()
    return Tendered(amount(text) if text else None, method)


def tender_parts(text: str) -> list[str]:
    """Return what `tendered` reads one after the other: "15c 10d" is "15c" and "10d".

    A letter behind a digit ends a part, and so does a blank behind cents.
    """
    return re.split(r"(?<=\d[^\W\d_])\s*(?=\w)|(?<=[.,]\d\d)\s+(?=\d)", text.strip())


def amount(text: str) -> Decimal:
    """Read an amount with `.` or `,` before its cents: 20, 1234.5, 1.234,50 and 1,234.50.

    Refused: amount_not_understood, amount_is_code (a barcode, typed where money belongs),
    money_too_big.
    """
    digits = as_typed(text).strip()
    if is_number(digits) and len(digits) >= min(CHECKED):
        raise Refused("amount_is_code", code=digits)
    found = re.fullmatch(r"(\d+|\d{1,3}(?:[.,' ]\d{3})+)?(?:[.,](\d{1,2}))?", digits, re.ASCII)
    grouped = digits.count(".") > 1 or digits.count(",") > 1 or {".", ","} <= set(digits)
    if not digits or found is None or not (found[1] or found[2]):
        raise Refused("amount_not_understood", text=digits)
    if found[2] is None and not is_number(digits) and not grouped:
        # "1.234" may be a thousand or one and a bit: nobody shall guess with money
        raise Refused("amount_not_understood", text=digits)
    whole = re.sub(r"\D", "", found[1] or "0")
    value = Decimal(f"{whole}.{found[2] or '0'}")
    check_amount(value)
    return value


def _quantity(digits: str, *, least: int, most: int) -> int:
    if len(digits) >= CODE_DIGITS:
        raise Refused("quantity_is_code", code=digits)
    if not least <= int(digits) <= most:
        raise Refused("bad_quantity", least=least, most=most)
    return int(digits)


def _ends(text: str, letter: str) -> bool:
    return bool(letter) and text.casefold().endswith(letter.casefold())
