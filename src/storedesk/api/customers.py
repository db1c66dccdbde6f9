"""What commands do for customers: defaults, removals, links by e-mail."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Integer, Text, Uuid, literal
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command

KNOWN = ("first_name", "last_name", "email", "postal_code", "phone")


def set_default_address(request: UUID, key: UUID, address: UUID) -> Command[dict[str, str]]:
    """Make an address the default.

    Refuses: address_not_found, customer_not_found, walk_in_fixed.
    """
    return func.api.set_default_address(request, key, address, type_=JSONB())


def remove_address(request: UUID, key: UUID, address: UUID) -> Command[dict[str, str]]:
    """Take an address away; the newest of the others becomes the default.

    Refuses: address_not_found, customer_not_found, walk_in_fixed.
    """
    return func.api.remove_address(request, key, address, type_=JSONB())


def set_default_payment_method(request: UUID, key: UUID, method: UUID) -> Command[dict[str, str]]:
    """Make a way of paying the default.

    Refuses: customer_not_found, method_not_found, walk_in_fixed.
    """
    return func.api.set_default_payment_method(request, key, method, type_=JSONB())


def remove_payment_method(request: UUID, key: UUID, method: UUID) -> Command[dict[str, str]]:
    """Take a way of paying away, and what would charge it.

    Refuses: customer_not_found, method_not_found, walk_in_fixed.
    """
    return func.api.remove_payment_method(request, key, method, type_=JSONB())


def send_verification(request: UUID, key: UUID) -> Command[str]:
    """Have a customer confirm her e-mail address, by a link that is good for 24 hours.

    Refuses: already_confirmed, customer_not_found, letter_too_soon, no_address, no_web_address,
    walk_in_fixed.
    """
    return func.api.send_verification(request, key, type_=JSONB())


def send_password_reset(request: UUID, key: UUID) -> Command[str]:
    """Have a customer choose a new password, by a link that is good for an hour.

    Refuses: already_confirmed, customer_not_found, letter_too_soon, no_address, no_web_address,
    walk_in_fixed.
    """
    return func.api.send_password_reset(request, key, type_=JSONB())


def find_customers(words: Sequence[str], *, fuzzy: bool, most: int | None) -> Command[UUID]:
    """Answer the ids of the customers with all words, a row each, in the order of their names.

    With `fuzzy` those that nearly have them, the likeliest first; `most` ends the list.
    """
    return func.api.find_customers(
        literal(list(words), ARRAY(Text())),
        literal(fuzzy, Boolean()),
        literal(most, Integer()),
        type_=Uuid(),
    )


def twins(known: Mapping[str, str], apart_from: UUID | None) -> Command[Any]:
    """Answer who may be the same person as someone of whom some fields are known, and why.

    `known` are first_name, last_name, email, postal_code and phone, as far as they are typed.
    """
    return func.api.twins(
        *(literal(known.get(field, ""), Text()) for field in KNOWN), literal(apart_from, Uuid())
    )
