"""Guess the carrier of a tracking number by its shape, and link to its tracking page.

A shape counts only with its check digit where the carrier has one, so that a house number or a
barcode is not taken for a tracking number; a number that two carriers could have given says
nothing. Sources: the carriers' own descriptions of their labels (UPS 1Z, USPS Publication 199 for
IMpb, FedEx 12, 15, 22 and 34, DHL Express, DPD with its check character of ISO 7064, GLS), and UPU
standard S10 for the posts.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

from storedesk.domain.values.pasted import as_typed

LONGEST = 100
"""Characters of a tracking number."""
_LAWFUL = re.compile(rf"[A-Za-z0-9 ._-]{{4,{LONGEST}}}")
_S10 = re.compile(r"[A-Z]{2}(\d{8})(\d)([A-Z]{2})", re.ASCII)
_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_FEDEX_LABEL = 34


@dataclass(frozen=True, slots=True)
class Carrier:
    """A carrier, and its tracking page."""

    name: str
    page: str
    """With a hole for the number."""

    def link(self, number: str) -> str:
        """Return the address of the page about a parcel."""
        return self.page.format(number=quote(number, safe=""))


UPS = Carrier("UPS", "https://www.ups.com/track?tracknum={number}")
USPS = Carrier("USPS", "https://tools.usps.com/go/TrackConfirmAction?tLabels={number}")
FEDEX = Carrier("FedEx", "https://www.fedex.com/fedextrack/?trknbr={number}")
DHL = Carrier("DHL", "https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}")
DPD = Carrier("DPD", "https://tracking.dpd.de/status/en_US/parcel/{number}")
GLS = Carrier("GLS", "https://gls-group.eu/track/{number}")
ROYAL_MAIL = Carrier("Royal Mail", "https://www.royalmail.com/track-your-item#/tracking-results/{number}")  # fmt: skip  # noqa: E501
CANADA_POST = Carrier("Canada Post", "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={number}")  # fmt: skip  # noqa: E501
LA_POSTE = Carrier("La Poste", "https://www.laposte.fr/outils/suivre-vos-envois?code={number}")
POSTS = {"US": USPS, "GB": ROYAL_MAIL, "DE": DHL, "CA": CANADA_POST, "FR": LA_POSTE}
"""Postal services with a tracking page, by the country at the end of an S10 number."""


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


def guess(number: str) -> Carrier | None:
    """Return whose number that is, by its shape and its check digit; None where it says nothing."""
    tight = re.sub(r"[\s-]", "", as_typed(number)).upper()
    if found := _S10.fullmatch(tight):
        return POSTS.get(found[3]) if _is_s10(found[1], found[2]) else None
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
    fits = {
        carrier for carrier, shape, checks in shapes
        if re.fullmatch(shape, tight, re.ASCII) and checks(tight)
    }  # fmt: skip
    return fits.pop() if len(fits) == 1 else None


def misread(number: str) -> Carrier | None:
    """Return the carrier whose number this would be but for its check digit; None for others.

    Only shapes that nobody else has: a number of ten or twelve digits may be any carrier's.
    """
    tight = re.sub(r"[\s-]", "", number).upper()
    if guess(tight) is not None:
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


def _is_mod_10(digits: str) -> bool:
    weighed = sum(int(c) * (1, 3)[at % 2] for at, c in enumerate(reversed(digits)))
    return weighed % 10 == 0


def _is_fedex(digits: str) -> bool:
    weighed = sum(int(c) * (3, 1, 7)[at % 3] for at, c in enumerate(digits[:11]))
    return weighed % 11 % 10 == int(digits[11])


def _is_mod_7(digits: str) -> bool:
    return int(digits[:9]) % 7 == int(digits[9])


def _is_37_36(text: str) -> bool:
    """Check the last character by ISO 7064 modulo 37, 36, in which letters count on from ten."""
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    rest = 36
    for letter in text[:-1]:
        rest = ((rest + letters.index(letter)) % 36 or 36) * 2 % 37
    return (rest + letters.index(text[-1])) % 36 == 1
