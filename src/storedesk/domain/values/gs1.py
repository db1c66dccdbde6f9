"""Parse GS1 element strings: several values in one code, of which (01) is the GTIN."""

import re
from collections.abc import Iterator

FNC1 = "\x1d"
"""Begins a code of GS1, and divides its elements: GS, the character 29."""
GTIN, CONTENT = "01", "02"
_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_WHOLE = {
    **dict.fromkeys(("00",), 20),
    **dict.fromkeys((GTIN, CONTENT, "03"), 16),
    "04": 18,
    **dict.fromkeys(("11", "12", "13", "14", "15", "16", "17", "18", "19"), 8),
    "20": 4,
    **dict.fromkeys(("31", "32", "33", "34", "35", "36"), 10),
    "41": 16,
}
"""How long an element is with its identifier, by the first two digits: no separator ends it."""
_OTHERS = re.compile(r"1[0]|2[1-9]\d?|30|37|39\d\d|4[0-3]\d|7[0-2]\d\d?|8\d\d\d|9\d")
"""Identifiers of elements that go on to the next separator."""
CHECKED = frozenset({12, 13, 14})
"""Lengths of UPC-A, EAN-13 and GTIN-14. Eight digits are a house code as often as an EAN-8."""
_GTIN_8, _GTIN_13 = "0" * 6, "0"


def unwrapped(raw: str) -> str:
    """Return a scanned code without line ends, AIM identifier and the elements round a GTIN."""
    code = raw.strip(" \t\r\n")
    is_marked = FNC1 in code or _AIM.match(code) is not None
    bare = _AIM.sub("", code, count=1).lstrip(FNC1)
    found = gtin(bare, is_sure=is_marked)
    return found or bare.strip(FNC1)


def gtin(elements: str, *, is_sure: bool) -> str:
    """Return the GTIN in the elements, as it stands below the bars.

    Where nothing but their form says that these are elements (`is_sure`), each must be one, and the
    check digit right: a house code may begin with 01 too.
    """
    found, all_known = "", True
    for identifier, value in _elements(elements):
        all_known = all_known and bool(identifier)
        if identifier == GTIN and not found and re.fullmatch(r"\d{14}", value, re.ASCII):
            found = value
    if not found or not (is_sure or (all_known and has_check_digit(found))):
        return ""
    if found.startswith(_GTIN_8):
        return found[6:]
    return found.removeprefix(_GTIN_13)


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
    return is_number(code) and len(code) in CHECKED and has_check_digit(code)


def _elements(text: str) -> Iterator[tuple[str, str]]:
    """Take elements apart: identifier and value; no identifier where none is known."""
    while text := text.lstrip(FNC1):
        start = text[:2]
        if start in _WHOLE:
            whole, text = text[: _WHOLE[start]], text[_WHOLE[start] :]
            is_whole = len(whole) == _WHOLE[start] and FNC1 not in whole
            yield (start if is_whole else ""), whole[2:]
            continue
        whole, _, text = text.partition(FNC1)
        found = _OTHERS.match(whole)
        identifier = found[0] if found and found[0] != whole else ""
        yield identifier, whole[len(identifier) :]
