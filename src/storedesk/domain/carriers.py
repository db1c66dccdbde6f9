"""Guess the carrier of a tracking number by its shape, and link to its tracking page.

A store names the carriers that it uses, in its order, some of them its own with a shape such as
"AB########": # is a digit, @ a letter, * either. What it does not use is not guessed. Where it
named none, all that are known here are tried, and a number that two of them could have given says
nothing; where it did, the first that fits is meant.

A shape counts only with its check digit where the carrier has one, so that a house number or a
barcode is not taken for a tracking number; a number that two carriers could have given says
nothing. Sources: the carriers' own descriptions of their labels (UPS 1Z, USPS Publication 199 for
IMpb, FedEx 12, 15, 22 and 34, DHL Express, DPD with its check character of ISO 7064, GLS), and UPU
standard S10 for the posts.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from string import ascii_uppercase, digits
from typing import TypeAlias
from urllib.parse import quote

from storedesk.domain.values.pasted import as_typed

LONGEST = 100
"""Characters of a tracking number."""
_LAWFUL = re.compile(rf"[A-Za-z0-9 ._-]{{4,{LONGEST}}}")
_S10 = re.compile(r"[A-Z]{2}(\d{8})(\d)([A-Z]{2})", re.ASCII)
_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_FEDEX_LABEL = 34
_MARKS: Mapping[str, Callable[[str], bool]] = {
    "#": lambda c: c in digits,
    "@": lambda c: c in ascii_uppercase,
    "*": lambda c: c in digits or c in ascii_uppercase,
}


@dataclass(frozen=True, slots=True)
class Carrier:
    """A carrier, and its tracking page."""

    name: str
    page: str
    """With a hole for the number; "" where there is none."""
    code: str = ""
    """By which a known carrier is kept; "" is a carrier of the store's own."""
    shapes: tuple[str, ...] = ()
    """What numbers of an own carrier look like; any number where there are none."""

    def link(self, number: str) -> str:
        """Return the address of the page about a parcel."""
        return self.page.replace("{number}", quote(number, safe=""))


UPS = Carrier("UPS", "https://www.ups.com/track?tracknum={number}", "ups")
USPS = Carrier("USPS", "https://tools.usps.com/go/TrackConfirmAction?tLabels={number}", "usps")
FEDEX = Carrier("FedEx", "https://www.fedex.com/fedextrack/?trknbr={number}", "fedex")
DHL = Carrier("DHL", "https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}", "dhl")
DPD = Carrier("DPD", "https://tracking.dpd.de/status/en_US/parcel/{number}", "dpd")
GLS = Carrier("GLS", "https://gls-group.eu/track/{number}", "gls")
ROYAL_MAIL = Carrier("Royal Mail", "https://www.royalmail.com/track-your-item#/tracking-results/{number}", "royal_mail")  # fmt: skip  # noqa: E501
CANADA_POST = Carrier("Canada Post", "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={number}", "canada_post")  # fmt: skip  # noqa: E501
LA_POSTE = Carrier(
    "La Poste", "https://www.laposte.fr/outils/suivre-vos-envois?code={number}", "la_poste"
)
POSTS = {"US": USPS, "GB": ROYAL_MAIL, "DE": DHL, "CA": CANADA_POST, "FR": LA_POSTE}
"""Postal services with a tracking page, by the country at the end of an S10 number."""
KNOWN = (UPS, USPS, FEDEX, DHL, DPD, GLS, ROYAL_MAIL, CANADA_POST, LA_POSTE)
Used: TypeAlias = tuple[Carrier, ...] | None
"""The carriers that a store uses, in its order; None where it named none."""

DOUBTS = {"tracking_used", "tracking_misread"}
"""Warnings that are given once: the same number again is accepted."""


def is_tracking(text: str) -> bool:
    """Tell whether `text` may be a tracking number at all: what core.ship takes."""
    return bool(_LAWFUL.fullmatch(text.strip()))


def cleaned(text: str) -> str:
    """Return a tracking number as it is kept: without what a label's barcode wraps around it.

    USPS puts 420 and the postal code before it, FedEx routes in 34 digits of which the last 14 are
    the number, and of DPD's 28 letters the middle ones are it. What a program pastes with it goes
    (`as_typed`). A number whose carrier is known loses its blanks; others stay as they were typed.
    """
    text = as_typed(text)
    tight = re.sub(r"[\s-]", "", text).upper()
    usps = re.fullmatch(r"420\d{5}(?:\d{4})?(9[1-5]\d{20,24})", tight)
    dpd = re.fullmatch(r"\d{7}(\d{14})\d{6}[0-9A-Z]", tight)
    if found := usps or (dpd if dpd and _is_37_36(tight) else None):
        tight = found[1]
    elif tight.isdigit() and len(tight) == _FEDEX_LABEL:
        tight = tight[-14:].removeprefix("00")
    return tight if guess(tight) else " ".join(text.split())


def guess(number: str, used: Used = None) -> Carrier | None:
    """Return whose number that is, by its shape and its check digit; None where it says nothing."""
    fits = fitting(number, used)
    return fits[0] if len(fits) == 1 or (fits and used is not None) else None


def fitting(number: str, used: Used = None) -> tuple[Carrier, ...]:
    """Return the carriers that could have given that number, in the store's order.

    An own carrier without a shape could have given any that no other's shape has.
    """
    tight = re.sub(r"[\s-]", "", as_typed(number)).upper()
    if not is_tracking(tight):
        return ()
    known = _known(tight)
    shaped = tuple(
        one for one in (KNOWN if used is None else used)
        if one in known or any(has_shape(tight, shape) for shape in one.shapes)
    )  # fmt: skip
    return shaped or tuple(one for one in used or () if not one.code and not one.shapes)


def carrier_of(number: str, name: str, used: Used) -> Carrier | None:
    """Return the carrier of a shipment: the one that was noted with it, else the one guessed."""
    if not name:
        return guess(number, used)
    named = (one for one in (*(used or ()), *KNOWN) if one.name == name)
    return next(named, Carrier(name, ""))


def has_shape(tight: str, shape: str) -> bool:
    """Tell whether a number without blanks is of a shape: in one pass, whatever was typed."""
    return len(tight) == len(shape) and all(
        _MARKS[mark](c) if mark in _MARKS else mark == c
        for mark, c in zip(shape, tight, strict=True)
    )


def _known(tight: str) -> set[Carrier]:
    """Return the known carriers whose shape and check digit a number has."""
    if found := _S10.fullmatch(tight):
        post = POSTS.get(found[3]) if _is_s10(found[1], found[2]) else None
        return {post} if post else set()
    shapes = (
        (UPS, r"1Z[0-9A-Z]{15}\d", _is_ups),
        (USPS, r"9[1-5](\d{18}|\d{20}|\d{24})", _is_mod_10),
        (FEDEX, r"\d{12}", _is_fedex),
        (FEDEX, r"\d{15}|96\d{20}", lambda number: _is_mod_10(number[-15:])),
        (DHL, r"JJD\d{16,20}|JVGL\d{10,20}|00340\d{15}", bool),
        (DHL, r"\d{10}", _is_mod_7),
        (DPD, r"0\d{13}", bool),
        (DPD, r"\d{14}[0-9A-Z]", _is_37_36),
        (GLS, r"Z(?=[0-9A-Z]*\d)[0-9A-Z]{7}", bool),
    )
    return {
        carrier for carrier, shape, checks in shapes
        if re.fullmatch(shape, tight, re.ASCII) and checks(tight)
    }  # fmt: skip


def misread(number: str, used: Used = None) -> Carrier | None:
    """Return the carrier whose number this would be but for its check digit; None for others.

    Only shapes that nobody else has: a number of ten or twelve digits may be any carrier's. Nor
    one that the store does not use, or that an own carrier of it gives.
    """
    tight = re.sub(r"[\s-]", "", number).upper()
    meant = None if fitting(tight, used) else _meant(tight)
    return meant if used is None or meant in used else None


def _meant(tight: str) -> Carrier | None:
    if _known(tight):
        return None
    if found := _S10.fullmatch(tight):
        return None if _is_s10(found[1], found[2]) else POSTS.get(found[3])
    if re.fullmatch(r"1Z[0-9A-Z]{15}\d", tight, re.ASCII):
        return UPS
    return USPS if re.fullmatch(r"9[1-5](\d{20}|\d{24})", tight, re.ASCII) else None


def _is_ups(tight: str) -> bool:
    """Count letters as UPS does: A is 2, B is 3 ... and every second place twice."""
    values = [int(c) if c.isdigit() else (ord(c) - 63) % 10 for c in tight[2:17]]
    return -sum(v * (1 + at % 2) for at, v in enumerate(values)) % 10 == int(tight[17])


def _is_s10(serial: str, check: str) -> bool:
    weighed = sum(int(c) * w for c, w in zip(serial, _S10_WEIGHTS, strict=True))
    due = 11 - weighed % 11
    return {10: 0, 11: 5}.get(due, due) == int(check)


def _is_mod_10(number: str) -> bool:
    weighed = sum(int(c) * (1, 3)[at % 2] for at, c in enumerate(reversed(number)))
    return weighed % 10 == 0


def _is_fedex(number: str) -> bool:
    weighed = sum(int(c) * (3, 1, 7)[at % 3] for at, c in enumerate(number[:11]))
    return weighed % 11 % 10 == int(number[11])


def _is_mod_7(number: str) -> bool:
    return int(number[:9]) % 7 == int(number[9])


def _is_37_36(text: str) -> bool:
    """Check the last character by ISO 7064 modulo 37, 36, in which letters count on from ten."""
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    rest = 36
    for letter in text[:-1]:
        rest = ((rest + letters.index(letter)) % 36 or 36) * 2 % 37
    return (rest + letters.index(text[-1])) % 36 == 1
