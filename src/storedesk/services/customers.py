"""What staff can ask about customers, and do for them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from storedesk.domain.customer_card import Customer
from storedesk.domain.customers import (
    Address,
    CustomerForm,
    CustomerLine,
    Registration,
    Twin,
)
from storedesk.persistence import customer_card, customer_edits, customers
from storedesk.persistence.engine.database import Command, Session


def find(session: Session, text: str, limit: int = 30) -> tuple[CustomerLine, ...]:
    """Return the customers that have all words of `text` about them, in any order.

    A word is part of a name, the e-mail, an address or the telephone number, or an order's number;
    where nobody fits, those who nearly do.
    """
    return tuple(customers.find(session, text, limit=limit))


def customer_keys(
    session: Session,
    *,
    search: str = "",
    registration: Registration | None = None,
    sort: str = "name",
    descending: bool = False,
) -> bytes:
    """Return the ids of all customers that match, in order, 16 bytes each.

    Sorted by name or since.
    """
    return customers.customer_keys(
        session, search=search, registration=registration, sort=sort, descending=descending
    )


def first_customers(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    registration: Registration | None = None,
    sort: str = "name",
    descending: bool = False,
    limit: int = 200,
) -> list[CustomerLine]:
    """Return the first customers of the list whose keys `customer_keys` returns."""
    return customers.first_customers(
        session,
        search=search,
        registration=registration,
        sort=sort,
        descending=descending,
        limit=limit,
    )


def customer_lines(session: Session, ids: Sequence[UUID]) -> list[CustomerLine]:
    """Return customers as lists show them, in the order of `ids`."""
    return customers.customer_lines(session, ids)


def customer(session: Session, key: UUID, *, baskets: bool = True, mails: bool = True) -> Customer:
    """Return all about a customer; baskets and mails only to those who may read them."""
    return customer_card.customer(session, key, baskets=baskets, mails=mails)


def twins(
    session: Session, known: Mapping[str, str], apart_from: UUID | None = None
) -> tuple[Twin, ...]:
    """Return who may be the same person as someone of whom some fields are known."""
    return tuple(customers.twins(session, apart_from=apart_from, **known))


def form(session: Session, key: UUID) -> CustomerForm:
    """Return what a person edits of a customer."""
    return customer_edits.form(session, key)


def add(
    session: Session, fields: Mapping[str, str], address: Mapping[str, str] | None = None
) -> UUID:
    """Write down a new customer, with an address where there is one; return her id."""
    return customer_edits.add(session, fields, address)


def save(session: Session, key: UUID, *, seen: int, fields: Mapping[str, str]) -> None:
    """Change a customer as a form says that saw version `seen`; Conflict if there is another."""
    customer_edits.save(session, key, seen=seen, fields=fields)


def address_form(session: Session, key: UUID, address: UUID | None) -> tuple[int, Address | None]:
    """Return a customer's version, and an address of hers; None where it is not there."""
    return customer_edits.address_form(session, key, address)


def save_address(
    session: Session, key: UUID, address: UUID | None, *, seen: int, fields: Mapping[str, str]
) -> UUID:
    """Change an address, or add one (None); Conflict if the customer has another version."""
    return customer_edits.save_address(session, key, address, seen=seen, fields=fields)


def set_default_address(request: UUID, key: UUID, address: UUID) -> Command[dict[str, str]]:
    """Make an address the default."""
    return customer_edits.set_default_address(request, key, address)


def remove_address(request: UUID, key: UUID, address: UUID) -> Command[dict[str, str]]:
    """Take an address away; the newest of the others becomes the default."""
    return customer_edits.remove_address(request, key, address)


def set_default_method(request: UUID, key: UUID, method: UUID) -> Command[dict[str, str]]:
    """Make a way of paying the default."""
    return customer_edits.set_default_method(request, key, method)


def remove_method(request: UUID, key: UUID, method: UUID) -> Command[dict[str, str]]:
    """Take a way of paying away, and what would charge it."""
    return customer_edits.remove_method(request, key, method)


def send_verification(request: UUID, key: UUID) -> Command[str]:
    """Have a customer confirm her e-mail address, by a link that is good for 24 hours."""
    return customer_edits.send_verification(request, key)


def send_password_reset(request: UUID, key: UUID) -> Command[str]:
    """Have a customer choose a new password, by a link that is good for an hour."""
    return customer_edits.send_password_reset(request, key)
