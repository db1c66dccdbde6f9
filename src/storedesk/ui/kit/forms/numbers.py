"""Read numbers that a person typed: strictly, by the store's language, without guessing."""

import re
from decimal import Decimal

from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.money import LARGEST

_DIGITS = re.compile(r"[0-9]+")
_BARCODE = re.compile(r"[0-9]{8}|[0-9]{12,14}")
_KILOGRAMS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,3})?")
_PLUS = re.compile(r"^\+(?=[0-9])")
_BLANKS = "\u00a0\u202f "
_GROUP_OF_THREE = 3


def decimal_point(locale: str) -> str:
    """Return the decimal point of a language: "." or ","."""
    return str(get_decimal_symbol(locale))


def as_typed(amount: Decimal, locale: str) -> str:
    """Write an amount as it is typed: two decimals, no groups."""
    return str(format_decimal(amount, "#0.00", locale=locale))


def parse_amount(typed: str, *, locale: str, smallest: Decimal = Decimal("0.01")) -> Decimal:
    """Return the amount that was typed, at most two decimals.

    Refuses what is not a number (amount_unreadable), what could mean two things
    (amount_ambiguous: "1.234" in German), too many decimals (amount_decimals), too small or too
    large (amount_small, amount_large).
    """
    text = typed.strip(_BLANKS + "\t")
    point, group = decimal_point(locale), str(get_group_symbol(locale))
    whole, has_point, cents = text.partition(point)
    if has_point and len(cents) > 2 and _DIGITS.fullmatch(cents):  # noqa: PLR2004 - cents
        raise Refused("amount_decimals", amount=text)
    amount = _number(text, _ungrouped(text, whole, group, alone=not has_point), cents, has_point)
    if amount < smallest:
        raise Refused("amount_small", smallest=as_typed(smallest, locale))
    if amount > LARGEST:
        raise Refused("amount_large", largest=as_typed(LARGEST, locale))
    return amount


def parse_price(typed: str, *, locale: str) -> Decimal:
    """Return the amount that was typed where a scanner may type too: a barcode is none.

    Refuses as `parse_amount` does, and what looks like a barcode (price_is_code).
    """
    if _BARCODE.fullmatch(typed.strip()):
        raise Refused("price_is_code", code=typed.strip())
    return parse_amount(typed, locale=locale)


def parse_kilograms(typed: str) -> Decimal:
    """Return the weight that was typed, at most three decimals, with a comma or a point.

    Refuses what is none (weight_unreadable).
    """
    text = typed.strip(_BLANKS + "\t")
    if not _KILOGRAMS.fullmatch(text):
        raise Refused("weight_unreadable", typed=text[:20])
    return Decimal(text.replace(",", "."))


def parse_quantity(typed: str, *, smallest: int = 1, largest: int = 9_999) -> int:
    """Return the whole number that was typed.

    Refuses what is none (quantity_unreadable), a barcode (quantity_is_code), and what is out of
    bounds (quantity_bounds). Where there are negative ones, a plus is understood too.
    """
    text = typed.strip()
    if smallest < 0:
        text = _PLUS.sub("", text.replace("\N{MINUS SIGN}", "-"))
    digits = text.removeprefix("-") if smallest < 0 else text
    if _BARCODE.fullmatch(digits):
        raise Refused("quantity_is_code", code=digits)
    if not _DIGITS.fullmatch(digits):
        raise Refused("quantity_unreadable", typed=text[:20])
    if len(digits) > len(str(max(abs(smallest), largest))):
        raise Refused("quantity_bounds", smallest=smallest, largest=largest)
    number = int(text)
    if not smallest <= number <= largest:
        raise Refused("quantity_bounds", smallest=smallest, largest=largest)
    return number


def _ungrouped(text: str, whole: str, group: str, *, alone: bool) -> str:
    groups = re.split("|".join(map(re.escape, {group, *_BLANKS} - {""})), whole)
    if len(groups) == 1:
        return whole
    good = 0 < len(groups[0]) <= _GROUP_OF_THREE and all(
        len(one) == _GROUP_OF_THREE for one in groups[1:]
    )
    if not good:
        raise Refused("amount_unreadable", typed=text[:20])
    if alone and len(groups) == 2 and group in {".", ","}:  # noqa: PLR2004 - "1.234": thousand or one?
        raise Refused("amount_ambiguous", typed=text[:20])
    return "".join(groups)


def _number(text: str, whole: str, cents: str, has_point: str) -> Decimal:
    if not _DIGITS.fullmatch(whole) or (has_point and not _DIGITS.fullmatch(cents)):
        raise Refused("amount_unreadable", typed=text[:20])
    if len(whole) > 12:  # noqa: PLR2004 - long before LARGEST, and cheap
        raise Refused("amount_large", largest=str(LARGEST))
    return Decimal(f"{whole}.{cents or '0'}")
