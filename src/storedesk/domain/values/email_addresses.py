"""Check e-mail addresses by what mail servers accept.

By the library that reads them as the standards do (RFC 6531, IDNA 2008). A domain whose names are
of two scripts is refused: the Cyrillic letters in it are there to look like the Latin ones.
"""

import re
import unicodedata

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.text import line

LONGEST = 255
_MIXED = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})
"""Scripts some of whose letters look like those of another of them."""


def email_address(text: str) -> str:
    """Return an e-mail address, trimmed and in small letters; "" for none.

    Refuses what is none (email_unreadable), what `text.line` refuses, and 256 characters or more.
    """
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 start-up time

    cleaned = line(text, longest=LONGEST).lower()
    if not cleaned:
        return ""
    try:
        known = validate_email(cleaned, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise Refused("email_unreadable") from error
    if "." not in known.domain or known.domain.endswith(".invalid") or _is_forged(known.domain):
        raise Refused("email_unreadable")
    return str(known.normalized).lower()


def on_the_wire(domain: str) -> str:
    """Return a domain as mail travels to it: straße.example is xn--strae-oqa.example (IDNA 2008).

    Refused where it is none: email_unreadable.
    """
    import idna  # noqa: PLC0415 - start-up time

    try:
        return idna.encode(domain).decode("ascii") if not domain.isascii() else domain
    except idna.IDNAError as error:
        raise Refused("email_unreadable") from error


def _is_forged(domain: str) -> bool:
    """Tell whether one name of a domain has letters of two scripts that look alike."""
    return any(len(_MIXED & set(map(_script, label))) > 1 for label in domain.split("."))


def _script(letter: str) -> str:
    return re.split("[ -]", unicodedata.name(letter, ""), maxsplit=1)[0]
