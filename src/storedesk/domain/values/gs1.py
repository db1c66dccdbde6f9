"""Check the numbers of GS1, and tell barcodes from text by their form."""

import re

FNC1 = "\x1d"
"""Begins a code of GS1, and divides its elements: GS, the character 29."""
CHECKED = frozenset({12, 13, 14})
"""Lengths of UPC-A, EAN-13 and GTIN-14. Eight digits are a house code as often as an EAN-8."""


def has_check_digit(code: str) -> bool:
    """Tell whether the last digit of `code` is the one that GS1 computes from the others."""
    weighed = sum(int(c) * (3 if at % 2 else 1) for at, c in enumerate(reversed(code)))
    return weighed % 10 == 0


def is_number(text: str) -> bool:
    """Tell whether `text` is digits 0 to 9 alone."""
    return text.isascii() and text.isdigit()


def is_barcode(raw: str) -> bool:
    """Tell whether this can be nothing but a barcode: GS1's marks, or digits and their check."""
    code = raw.strip(" \t\r\n")
    if FNC1 in code or re.match(r"\][A-Za-z][0-9]", code):
        return True
    if printed := re.match(r"\(01\)(\d{14})(?:\(|$)", code, re.ASCII):
        return has_check_digit(printed[1])
    return is_number(code) and len(code) in CHECKED and has_check_digit(code)
