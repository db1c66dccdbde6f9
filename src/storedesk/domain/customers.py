"""Define customers, their addresses and the form in which they are edited."""

import re
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.email_addresses import email_address as email_address  # noqa: PLC0414
from storedesk.domain.values.money import Money

MOST_PHONE_DIGITS = 15
"""E.164; a card's number has more."""
_PHONE = re.compile(r"[0-9+()/. -]{3,40}(?: ?(?:x|ext\.?) ?[0-9]{1,6})?", re.IGNORECASE)


class Registration(StrEnum):
    """Whether a customer's e-mail address is confirmed."""

    UNVERIFIED = "unverified"
    REGISTERED = "registered"


class Why(StrEnum):
    """Why two customers may be the same."""

    EMAIL = "email"
    PLACE = "place"
    PHONE = "phone"
    SAME = "same"
    """Of the name alone."""
    NAME = "name"
    """Nearly."""


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A customer as lists and the till show them."""

    id: UUID
    name: str
    email: str | None
    """None for someone who left no address."""
    orders: int
    place: str | None = None
    """Postal code and city of the default address."""
    registration: Registration = Registration.UNVERIFIED
    phone: str | None = None
    value: Money | None = None
    """Of all orders but the canceled ones."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A customer who may be the same as a new one."""

    line: CustomerLine
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address of a customer."""

    id: UUID
    recipient: str
    street: str
    city: str
    state: str
    postal_code: str
    country: str
    is_default: bool

    @property
    def fields(self) -> dict[str, str]:
        """Return what a form holds of it."""
        return {
            "recipient": self.recipient, "street": self.street, "postal_code": self.postal_code,
            "city": self.city, "state": self.state, "country": self.country,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class CustomerForm:
    """What a person edits of a customer, as it was at a version."""

    id: UUID
    version: int
    fields: dict[str, str]
    """first_name, last_name, email, phone, note; "" for nothing."""
    may_change_email: bool


def phone_number(text: str) -> str:
    """Return a telephone number as it is written, blanks made one; "" for none.

    Refuses what nobody could dial (phone_unreadable): it has 3 to 15 digits.
    """
    cleaned = " ".join(text.split())
    digits = sum(letter.isdigit() for letter in cleaned)
    if cleaned and not (_PHONE.fullmatch(cleaned) and 3 <= digits <= MOST_PHONE_DIGITS):  # noqa: PLR2004
        raise Refused("phone_unreadable")
    return cleaned


def person_in(text: str) -> dict[str, str]:
    """Return what the words of a search say about somebody, by the fields of a form.

    A word with an @ is the e-mail address; the rest is a telephone number, if it has digits and no
    letters, or else the name, of which the last word is the last name.
    """
    words = text.split()
    email = next((word for word in words if "@" in word), "")
    rest = " ".join(word for word in words if word != email)
    is_phone = any(letter.isdigit() for letter in rest) and not any(map(str.isalpha, rest))
    first, _, last = ("", "", "") if is_phone else rest.rpartition(" ")
    found = {"first_name": first, "last_name": last, "email": email}
    return found | {"phone": rest if is_phone else ""}
