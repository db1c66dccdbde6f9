"""Questions about customers: finding them, lists of them, and who may be whom."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    any_,
    bindparam,
    func,
    literal,
    select,
    true,
)
from sqlalchemy.orm import Session

from storedesk.api import customers
from storedesk.api.customers import find_customers
from storedesk.domain.customers import (
    CustomerLine,
    Duplicate,
    Registration,
    Why,
)
from storedesk.domain.values.folding import folded, letters
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.lists import as_written, by_text, in_order, key_vector, ordered
from storedesk.persistence.rows import (
    AddressRow,
    CustomerDetailsRow,
    CustomerRow,
    OrderRow,
    StoreSettingsRow,
)

NOWHERE = ".invalid"
"""How the address of someone ends who has none."""
ZERO = Decimal(0)
TYPO = 4
"""Letters from which on a word that finds nobody may be a typing error."""
SORTS: Mapping[str, tuple[ColumnElement[Any], ...]] = MappingProxyType(
    {
        "name": (
            *by_text(CustomerRow.last_name.expression, CustomerRow.first_name.expression),
            CustomerRow.id.expression,
        ),
        "since": (CustomerRow.created_at.expression, CustomerRow.id.expression),
    }
)
"""What the list may be sorted by; every order ends with the key."""


def find(session: Session, text: str, limit: int = 30) -> tuple[CustomerLine, ...]:
    """Return the customers that have all words of `text` about them, in any order.

    A word is part of a name, the e-mail, an address or the telephone number, or an order's number.
    Where nobody has them all, those who nearly do, the likeliest first; the walk-in customer never.
    """
    found = first_customers(session, search=text, limit=limit)
    if found or len(text.strip()) < TYPO:
        return tuple(found)
    near = session.scalars(found_by(text, fuzzy=True).limit(limit)).all()
    return tuple(customer_lines(session, near))


def found_by(words: str, *, fuzzy: bool = False, most: int | None = None) -> Select[UUID]:
    """Select the ids of what a search finds, or the first `most` of them in the order of names."""
    found = find_customers(words.split(), fuzzy=fuzzy, most=most)
    return select(found.function.column_valued("found"))


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
    query = select(CustomerRow.id).where(*is_wanted(search=search, registration=registration))
    order = order_of(sort, descending=descending, search=search, registration=registration)
    return key_vector(session, ordered(query, order, descending=descending))


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
    order = order_of(sort, descending=descending, search=search, registration=registration)
    if order is not SORTS[sort] and registration is None:
        chosen = found_by(search, most=limit)  # the server sorts as `order` says
    else:
        wanted = select(CustomerRow.id).where(*is_wanted(search=search, registration=registration))
        chosen = ordered(wanted, order, descending=descending).limit(as_written(limit))
    query = ordered(lines_of(chosen), order, descending=descending)
    return [_line(*row) for row in session.execute(query)]


def order_of(
    sort: str, *, descending: bool, search: str = "", **_narrowed: Any
) -> Sequence[ColumnElement[Any]]:
    """Return what a list is sorted by: of what a search finds, whose name begins so comes first."""
    words = [f" {letters(word)}" for word in search.split() if folded(word)]
    if not words or sort != "name" or descending:
        return SORTS[sort]
    first, last = by_text(CustomerRow.first_name, CustomerRow.last_name)[:2]
    name = literal(" ") + first + " " + last
    begins = and_(*(name.contains(word, autoescape=True) for word in words))
    return (~begins, *SORTS[sort])


def customer_lines(session: Session, ids: Sequence[UUID]) -> list[CustomerLine]:
    """Return customers as lists show them, in the order of `ids`."""
    chosen = select(CustomerRow.id).where(CustomerRow.id == any_(bindparam("ids")))
    rows = session.execute(lines_of(chosen), {"ids": list(ids)})
    return in_order(ids, {row[0]: _line(*row) for row in rows})


def is_wanted(
    *, search: str = "", registration: Registration | None = None
) -> list[ColumnElement[bool]]:
    """Say what a customer must be: found by all the words, and registered or not."""
    conditions: list[ColumnElement[bool]]
    if search.strip():
        conditions = [CustomerRow.id.in_(found_by(search))]
    else:
        merged = select(CustomerDetailsRow.customer_id).where(
            CustomerDetailsRow.merged_into.is_not(None)
        )
        walk_in = select(StoreSettingsRow.walk_in_customer_id).scalar_subquery()
        conditions = [CustomerRow.id != walk_in, CustomerRow.id.not_in(merged)]
    if registration is not None:
        conditions.append(CustomerRow.registration_status == registration.value)
    return conditions


def lines_of(chosen: Select[UUID]) -> Select[Any]:
    """Select what lines are made of, for chosen customers only: their orders are counted each."""
    page = chosen.subquery("page")
    key = next(iter(page.c))
    bought = (
        select(
            func.count().label("orders"),
            func.sum(OrderRow.total_amount)
            .filter(OrderRow.status != literal("cancelled", String(), literal_execute=True))
            .label("value"),
        )
        .where(OrderRow.customer_id == CustomerRow.id)
        .lateral("bought")
    )
    return (
        select(
            CustomerRow.id,
            CustomerRow.first_name,
            CustomerRow.last_name,
            CustomerRow.email,
            CustomerRow.registration_status,
            AddressRow.postal_code,
            AddressRow.city,
            CustomerDetailsRow.phone,
            bought.c.orders,
            bought.c.value,
            StoreSettingsRow.currency,
        )
        .join(page, key == CustomerRow.id)
        .join(StoreSettingsRow, true())
        .join(bought, true())
        .outerjoin(
            AddressRow, and_(AddressRow.customer_id == CustomerRow.id, AddressRow.is_default)
        )
        .outerjoin(CustomerDetailsRow, CustomerDetailsRow.customer_id == CustomerRow.id)
    )


def _line(  # noqa: PLR0913, PLR0917 - the columns of lines_of
    key: UUID,
    first_name: str,
    last_name: str,
    email: str,
    registration: str,
    postal_code: str | None,
    city: str | None,
    phone: str | None,
    orders: int,
    value: Any,
    currency: str,
) -> CustomerLine:
    return CustomerLine(
        id=key,
        name=f"{first_name} {last_name}".strip(),
        email=shown_email(email),
        orders=orders,
        place=None if city is None else f"{postal_code} {city}".strip(),
        registration=Registration(registration),
        phone=phone,
        value=Money(value or ZERO, currency),
    )


def shown_email(email: str) -> str | None:
    """Return an address as people know it: None for one that nobody can write to."""
    return None if email.endswith(NOWHERE) else email


def duplicates(
    session: Session, known: Mapping[str, str], apart_from: UUID | None = None
) -> tuple[Duplicate, ...]:
    """Return who may be the same person as someone of whom some fields are known.

    The likeliest first, five at most; `known` are first_name, last_name, email, postal_code and
    phone, as far as they are typed.
    """
    found = customers.twins(known, apart_from).function.table_valued("customer_id", "why")
    why = {key: Why(reason) for key, reason in session.execute(select(found))}
    return tuple(Duplicate(line, why[line.id]) for line in customer_lines(session, list(why)))
