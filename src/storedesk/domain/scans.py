"""Read what a scanner sent: which article's codes to ask for, and what else the code holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from storedesk.domain.values.gs1 import CHECKED, FNC1, has_check_digit, is_number

if TYPE_CHECKING:
    from storedesk.domain.values.elements import Elements

GTIN = "01"
LONGEST = 64
"""Characters of the longest code that a store gives a product."""
_EAN_8, _UPC_A, _GTIN_14 = 8, 12, 14
_MOST = 1000
"""Characters of the longest code that is read as elements; a DataMatrix holds fewer letters."""
_AIM = re.compile(r"\]([A-Za-z][0-9A-Za-z])")
_WITH_ADD_ON = "E3"
_SEPARATORS = re.compile(r"<GS>|\{GS\}|␝|<FNC1>|\{FNC1\}")
"""What scanners are set to send for FNC1 where a program takes no control characters."""
_ARTICLE = re.compile(r"(?:^|\x1d)(?:1[1-9]\d{6}|20\d\d|3[1-6]\d{8})*01(\d{14})", re.ASCII)
_ADD_ON = re.compile(r"(\d{13})(\d{2}|\d{5})", re.ASCII)
_BOOK = re.compile(r"(97[789]\d{10})(\d{2}|\d{5})", re.ASCII)
_SPACED = re.compile(r"(\d{8}|\d{12,13}) (\d{2}|\d{5})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Scan:
    """What a code says. Nothing is guessed: what is no code of GS1 is a code as it stands."""

    code: str
    """The article's code as it stands below the bars, or else the code itself."""
    forms: tuple[str, ...]
    """The codes to ask for: what has the first that anything has is meant."""
    add_on: str | None = None
    """The two or five digits beside the bars: the issue of a magazine, the price of a book."""
    batch: str | None = None
    serial: str | None = None
    expires_on: date | None = None
    best_before: date | None = None
    weight: Decimal | None = None
    """In kilograms, net."""
    price: Decimal | None = None
    """Of what was weighed, in `currency`, or else in the store's."""
    currency: str | None = None
    """By its number in ISO 4217: "978"."""


def read(raw: str) -> Scan:
    """Return what a scanner sent, or somebody typed: line ends and AIM identifiers are taken off.

    Elements of GS1 are read with FNC1 as scanners send it, in brackets, or as a Digital Link. Where
    nothing but their form says that they are elements, all of them must be, and the check digit of
    the article right; then the code as it stands is asked for first, as a store's own.
    """
    sent = raw.strip(" \t\r\n")
    aim = _AIM.match(sent)
    text = sent[aim.end() :] if aim else sent
    is_marked = aim is not None or FNC1 in sent
    if elements := _elements(text):
        return _of_elements(elements, "" if is_marked else sent)
    if is_marked and (found := _ARTICLE.search(text.lstrip(FNC1))):
        return _of_code(_below_bars(found[1]))
    code = text.strip(FNC1)
    is_sure = aim is not None and aim[1] == _WITH_ADD_ON
    added = (_ADD_ON if is_sure else _BOOK).fullmatch(code) or _SPACED.fullmatch(code)
    if added and has_check_digit(added[1]):
        forms = _distinct(code, *stored_forms(added[1]))
        return Scan(added[1] if is_sure else code, forms, add_on=added[2])
    return _of_code(code)


def unwrapped(raw: str) -> str:
    """Return a scanned code, or that of the article in it, without what stands around it."""
    return read(raw).code


def stored_forms(code: str) -> tuple[str, ...]:
    """Return a code as stores may have written it down, the code as it stands first.

    An article's number is kept as EAN-13, UPC-A, EAN-8, UPC-E and GTIN-14 with leading zeros. A
    zero before twelve digits or more is as good as none, whatever the check digit.
    """
    if not is_number(code):
        return (code,)
    forms = [code]
    if len(code) == _UPC_A:
        forms.append(f"0{code}")
    elif _UPC_A < len(code) <= _GTIN_14 and code.startswith("0"):
        forms.append(code[1:])
    if (len(code) == _EAN_8 or len(code) in CHECKED) and has_check_digit(code):
        forms += _names(code.zfill(_GTIN_14))
    if _may_be_upc_e(code) and (upc_a := _upc_a(code)):
        forms += _names(upc_a.zfill(_GTIN_14))
    return _distinct(*forms)


def _may_be_upc_e(code: str) -> bool:
    """Tell whether eight digits may be a UPC-E; what is an EAN-8 of a country is none."""
    if len(code) != _EAN_8:
        return False
    return code.startswith("0") or (code.startswith("1") and not has_check_digit(code))


def _names(gtin: str) -> Iterator[str]:
    """List what an article is called, whose number has fourteen digits."""
    if gtin.startswith("0"):
        yield gtin[1:]
    if gtin.startswith("00"):
        yield gtin[2:]
    if gtin.startswith("0" * 6):
        yield gtin[6:]
    elif gtin.startswith("00") and (upc_e := _upc_e(gtin[2:])):
        yield upc_e
    yield gtin


def _elements(text: str) -> "Elements":
    """Return all that is in a code, if it holds the number of an article."""
    if not _GTIN_14 < len(text) <= _MOST or GTIN not in text:
        return ()
    from storedesk.domain.values import elements  # noqa: PLC0415 - not before the window is there

    if "://" in text:
        found = elements.of_link(text)
    elif text.startswith("("):
        found = elements.of_brackets(text)
    else:
        found = elements.of_message(_SEPARATORS.sub(FNC1, text).strip(FNC1))
    return found if any(one.ai.ai == GTIN and one.gtin for one in found) else ()


def _of_elements(elements: "Elements", sent: str) -> Scan:
    """Put together what elements say; `sent` is asked for as well, before the article."""
    by_id = {one.ai.ai: one for one in reversed(elements)}
    dated = {name: by_id[name].date for name in ("15", "17") if name in by_id}
    texts = {name: by_id[name].value for name in ("10", "21") if name in by_id}
    weighed = next((one.decimal for one in elements if one.ai.ai.startswith("310")), None)
    priced = next((one for one in elements if one.ai.ai[:3] in {"392", "393"}), None)
    gtin = by_id[GTIN].value.zfill(_GTIN_14)
    code = _below_bars(gtin)
    first = (sent,) if sent and len(sent) <= LONGEST else ()
    return Scan(
        code,
        _distinct(*first, code, *stored_forms(gtin)),
        batch=texts.get("10"),
        serial=texts.get("21"),
        expires_on=dated.get("17"),
        best_before=dated.get("15"),
        weight=weighed,
        price=priced.decimal if priced else None,
        currency=priced.pattern_groups[0] if priced and priced.ai.ai[:3] == "393" else None,
    )


def _of_code(code: str) -> Scan:
    return Scan(code, stored_forms(code))


def _below_bars(gtin: str) -> str:
    """Return an article's number of fourteen digits as it is printed: an EAN-8, an EAN-13."""
    if gtin.startswith("0" * 6):
        return gtin[6:]
    return gtin.removeprefix("0")


def _upc_a(upc_e: str) -> str:
    from storedesk.domain.values import elements  # noqa: PLC0415 - not before the window is there

    return elements.expanded(upc_e)


def _upc_e(upc_a: str) -> str:
    from storedesk.domain.values import elements  # noqa: PLC0415 - not before the window is there

    return elements.suppressed(upc_a)


def _distinct(*codes: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
