"""Read the labels of scales: EAN-13 with an item's number and a weight or price.

They begin with 02 or 20 to 29; what follows, each store decides. Source: GS1 General
Specifications, 2.1.10 (restricted circulation numbers) and 7.9 (check digits of values).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from storedesk.domain.values.gs1 import has_check_digit

PREFIXES = ("02", *(str(number) for number in range(20, 30)))
_INSIDE = 10
"""Digits between the prefix and the last check digit."""
_LABEL = re.compile(r"(?:02|2\d)\d{11}", re.ASCII)


class CodeValue(StrEnum):
    """What a label holds beside the number of its item."""

    WEIGHT = "weight"
    """In grams."""
    PRICE = "price"
    """In the smallest unit of the store's currency."""


@dataclass(frozen=True, slots=True, order=True)
class ScaleCode:
    """How labels with one prefix are read."""

    prefix: str
    value: CodeValue
    digits: int
    """Of the item's number, behind the prefix: 4, 5 or 6."""
    is_checked: bool = False
    """Whether a check digit of the value stands before it."""

    @property
    def value_digits(self) -> int:
        """How many digits the weight or the price has."""
        return _INSIDE - self.digits - self.is_checked


ScaleCodes = tuple[ScaleCode, ...]
"""The rules of a store, each prefix once; none for a store without such labels."""
SHAPES = (
    (CodeValue.WEIGHT, 5, False),
    (CodeValue.PRICE, 5, False),
    (CodeValue.PRICE, 5, True),
    (CodeValue.PRICE, 4, True),
    (CodeValue.WEIGHT, 4, True),
    (CodeValue.WEIGHT, 4, False),
    (CodeValue.PRICE, 4, False),
    (CodeValue.WEIGHT, 5, True),
    (CodeValue.WEIGHT, 6, False),
    (CodeValue.PRICE, 6, False),
)
"""What can stand behind a prefix, the usual first: value, digits of the number, check digit."""


@dataclass(frozen=True, slots=True)
class ScaleLabel:
    """What the label of a scale says."""

    rule: ScaleCode
    item: str
    """The number of the item, with the zeros that it begins with."""
    value: int
    """Grams, or the price in the smallest unit."""
    is_misread: bool
    """Whether a check digit is wrong."""

    @property
    def weight(self) -> Decimal | None:
        """The weight in kilograms; None of a label with a price."""
        if self.rule.value is CodeValue.PRICE:
            return None
        return Decimal(self.value).scaleb(-3)

    def price(self, decimals: int) -> Decimal | None:
        """Return the price in a currency with so many decimals; None of a label with a weight."""
        if self.rule.value is CodeValue.WEIGHT:
            return None
        return Decimal(self.value).scaleb(-decimals)


def read(code: str, rules: Iterable[ScaleCode]) -> ScaleLabel | None:
    """Return what a label says, as core.read_label reads it; None of what no rule reads.

    Twelve digits are a UPC-A: they are an EAN-13 behind a zero.
    """
    text = code.strip()
    text = f"0{text}" if re.fullmatch(r"2\d{11}", text, re.ASCII) else text
    rule = next((one for one in rules if text.startswith(one.prefix)), None)
    if rule is None or not _LABEL.fullmatch(text):
        return None
    behind = 2 + rule.digits
    value = text[behind + rule.is_checked : -1]
    is_wrong = rule.is_checked and inner_check(value) != int(text[behind])
    return ScaleLabel(rule, text[2:behind], int(value), is_wrong or not has_check_digit(text))


def example(rule: ScaleCode) -> str:
    """Return a code that a rule reads: of the item 12345, 350 grams or 4.99."""
    value = ("350" if rule.value is CodeValue.WEIGHT else "499").zfill(rule.value_digits)
    check = str(inner_check(value)) if rule.is_checked else ""
    code = f"{rule.prefix}{'123456'[: rule.digits]}{check}{value}"
    return next(whole for whole in (f"{code}{d}" for d in range(10)) if has_check_digit(whole))


def inner_check(digits: str) -> int:
    """Return the check digit of a price or a weight of four or five digits."""
    from biip.checksums import gs1_price_weight_check_digit  # noqa: PLC0415 - only where a label is

    return gs1_price_weight_check_digit(digits)


def as_document(rules: Iterable[ScaleCode]) -> list[dict[str, Any]] | None:
    """Return rules as they are kept, by prefix; None for none."""
    return [
        {
            "prefix": one.prefix, "value": one.value.value, "digits": one.digits,
            "checked": one.is_checked,
        }
        for one in sorted(rules)
    ] or None  # fmt: skip


def from_document(kept: list[dict[str, Any]] | None) -> ScaleCodes:
    """Return rules as they are kept."""
    return tuple(
        ScaleCode(one["prefix"], CodeValue(one["value"]), one["digits"], one["checked"])
        for one in kept or ()
    )
