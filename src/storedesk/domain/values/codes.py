"""Make up codes: SKUs of imported products, and EAN-13 with its check digit."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 50


def make_sku(*parts: str, taken: Collection[str] = ()) -> str:
    """Make a SKU out of words, the same for the same words; a number is added if it is taken.

    `taken` holds capitals, as does the SKU: A to Z, digits and dashes.
    """
    folded = unicodedata.normalize("NFKD", " ".join(filter(None, parts)))
    ascii_only = folded.encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Z0-9]+", "-", ascii_only.upper()).strip("-") or "ITEM"
    sku, times = words[:LONGEST].rstrip("-"), 1
    while sku in taken:
        times += 1
        tail = f"-{times}"
        sku = words[: LONGEST - len(tail)].rstrip("-") + tail
    return sku


def ean13(number: int) -> str:
    """Write a number of up to twelve digits as an EAN-13, with its check digit."""
    digits = f"{number:012}"
    return f"{digits}{check_digit(digits)}"


def check_digit(digits: str) -> int:
    """Return the check digit of a code: every second one counts thrice."""
    weighed = sum(int(digit) * (1 if at % 2 else 3) for at, digit in enumerate(reversed(digits)))
    return -weighed % 10
