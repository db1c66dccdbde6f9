"""Questions about many orders: queues, searches and counts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    Uuid,
    any_,
    bindparam,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from storedesk.api.orders import find_orders
from storedesk.domain.order_details import OrderLine
from storedesk.domain.orders import DIGITS_OF_A_NUMBER, OrderStatus, are_last_digits
from storedesk.domain.values.money import Money
from storedesk.domain.values.pasted import as_typed
from storedesk.persistence.engine.lists import as_written, by_text, in_order, key_vector, ordered
from storedesk.persistence.engine.prepared import Written
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import (
    CustomerRow,
    OrderLineRow,
    OrderPaymentRow,
    OrderRow,
    PosSaleRow,
    ShipmentRecallRow,
)

KEY = OrderRow.id.expression
SORTS: Mapping[str, tuple[ColumnElement[Any], ...]] = MappingProxyType(
    {
        "placed": (OrderRow.created_at.expression, KEY),
        "number": (OrderRow.order_number.expression, KEY),
        "total": (OrderRow.total_amount.expression, KEY),
        "customer": (
            *by_text(CustomerRow.last_name.expression, CustomerRow.first_name.expression),
            KEY,
        ),
        "status": (OrderRow.status.expression, OrderRow.created_at.expression, KEY),
    }
)
"""What the list may be sorted by; every order ends with a key, so that none is left to chance."""


RECALLED = (
    any_(
        func.array(
            select(ShipmentRecallRow.order_id)
            .where(ShipmentRecallRow.ended_at.is_(None))
            .scalar_subquery(),
            type_=ARRAY(Uuid()),
        )
    )
    == KEY
)
"""Shipped, but did not leave after all: asked once, and met with in the index of keys."""


HAS_DEPOSIT = (
    OrderRow.status == literal("pending", Text(), literal_execute=True)
) & exists().where(OrderPaymentRow.order_id == OrderRow.id)
"""Not paid yet, but for a part."""


def order_keys(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    status: OrderStatus | None = None,
    has_deposit: bool = False,
    sort: str = "placed",
    descending: bool = True,
) -> bytes:
    """Return the ids of all orders that match, in order, 16 bytes each.

    `search` is words in any order: of number, customer, e-mail, tracking number, recipient, and
    articles as sold with their codes. With `has_deposit` those of which a part was paid. Sorted by
    placed, number, customer, total or status.
    """
    conditions = is_wanted(search=search, status=status, has_deposit=has_deposit)
    query = select(OrderRow.id).where(*conditions)
    if sort == "customer":
        query = query.join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
    order = _sorted(query, sort, status, descending=descending)
    return key_vector(session, order)


def _sorted(
    query: Select[Any], sort: str, status: OrderStatus | None, *, descending: bool
) -> Select[Any]:
    """Sort a list; at the head of what is to be shipped stand the parcels that did not leave."""
    if status is OrderStatus.CONFIRMED:
        query = query.order_by(RECALLED.desc())
    return ordered(query, SORTS[sort], descending=descending)


def first_orders(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    status: OrderStatus | None = None,
    has_deposit: bool = False,
    sort: str = "placed",
    descending: bool = True,
    limit: int = 200,
) -> list[OrderLine]:
    """Return the first orders of the list whose keys `order_keys` returns."""
    given = {"search": words} if (words := search.split()) else {}
    page = _page(
        sort, limit, descending=descending, status=status, has_deposit=has_deposit,
        is_searched=bool(words),
    )  # fmt: skip
    return [line_of(*row) for row in page.rows(session, **given)]


WORDS: ColumnElement[Any] = bindparam("search", None, type_=ARRAY(Text()))
"""What a list is searched for, before anybody has said it."""


@lru_cache(maxsize=256)
def _page(  # noqa: PLR0913 - what a list is narrowed to
    sort: str, limit: int, *, descending: bool, status: OrderStatus | None, has_deposit: bool,
    is_searched: bool,
) -> Written:  # fmt: skip
    """Write the question for the first lines of a list, searched or not."""
    search = WORDS if is_searched else ""
    conditions = is_wanted(search=search, status=status, has_deposit=has_deposit)
    query = _sorted(LINES.where(*conditions), sort, status, descending=descending)
    return Written(query.limit(as_written(limit)))


def order_lines(session: Session, ids: Sequence[UUID]) -> list[OrderLine]:
    """Return orders in the order of `ids`; those no longer there are left out."""
    rows = _lines().rows(session, ids=list(ids))
    return in_order(ids, {row[0]: line_of(*row) for row in rows})


@lru_cache(maxsize=1)
def _lines() -> Written:
    return Written(LINES.where(OrderRow.id == any_(bindparam("ids", None, type_=ARRAY(Uuid())))))


def is_wanted(
    *,
    search: str | ColumnElement[Any] = "",
    status: OrderStatus | None = None,
    has_deposit: bool = False,
) -> list[ColumnElement[bool]]:
    """Say what an order must be: in a state, with all the words of `search`, or a deposit.

    The words are a value, or a parameter that will have one.
    """
    conditions: list[ColumnElement[bool]] = []
    if not isinstance(search, str) or search.strip():
        conditions.append(OrderRow.id.in_(_found_by(search)))
    if status is not None:
        # written into the statement, so that the plan knows how many there are of them
        stands = OrderRow.status == literal(status.value, Text(), literal_execute=True)
        conditions.append(or_(stands, RECALLED) if status is OrderStatus.CONFIRMED else stands)
    if has_deposit:
        conditions.append(HAS_DEPOSIT)
    return conditions


def order_counts(session: Session) -> dict[OrderStatus, int]:
    """Count the orders of each state, those that have none left out.

    As of one moment, so that a parcel that is recalled is not counted twice.
    """
    states, (recalled,) = together(session, STATES, RECALLS)
    found = {OrderStatus(status): count for status, count in states}
    if recalled:
        found[OrderStatus.CONFIRMED] = found.get(OrderStatus.CONFIRMED, 0) + recalled
    return found


def orders_to_ship(session: Session) -> int:
    """Count the orders whose parcels wait to be sent, those that did not leave among them.

    As of one moment, as `order_counts` is.
    """
    (confirmed,), (recalled,) = together(session, TO_SHIP, RECALLS)
    return int(confirmed + recalled)


def deposits(session: Session) -> int:
    """Count the orders of which a part was paid."""
    return session.scalar(select(func.count()).select_from(OrderRow).where(HAS_DEPOSIT)) or 0


STATES = Part(lambda: select(OrderRow.status, func.count()).group_by(OrderRow.status))
TO_SHIP = Part(
    lambda: select(func.count()).where(
        OrderRow.status == literal("confirmed", Text(), literal_execute=True)
    )
)
RECALLS = Part(lambda: select(func.count()).where(ShipmentRecallRow.ended_at.is_(None)))
"""Counts the parcels that did not leave after all."""


def id_by_number(session: Session, text: str) -> UUID | None:
    """Return the order with a number; by its last digits alone, of this year or the one before."""
    wanted = as_typed(text).strip().upper()
    numbers = [wanted]
    if are_last_digits(wanted):
        newest = select(OrderRow.order_number).order_by(OrderRow.created_at.desc()).limit(1)
        year = (session.scalar(newest) or "").removeprefix("ORD-").partition("-")[0]
        years = [int(year), int(year) - 1] if year.isdigit() else []
        numbers = [f"ORD-{one}-{wanted:0>{DIGITS_OF_A_NUMBER}}" for one in years]
    query = (
        select(OrderRow.id)
        .where(OrderRow.order_number == any_(bindparam("numbers", numbers, ARRAY(Text()))))
        .order_by(OrderRow.created_at.desc())
        .limit(1)
    )
    return session.scalar(query)


def _found_by(words: str | ColumnElement[Any]) -> Select[UUID]:
    """Select the ids of what a search finds."""
    array = literal(words.split(), ARRAY(Text())) if isinstance(words, str) else words
    return select(find_orders(array).function.column_valued("found"))


def lines_query() -> Select[*tuple[Any, ...]]:
    """Select what a line of the list is made of, to be narrowed."""
    return LINES


LINES = (
    select(
        OrderRow.id,
        OrderRow.order_number,
        CustomerRow.first_name,
        CustomerRow.last_name,
        OrderRow.created_at,
        OrderRow.status,
        select(func.coalesce(func.sum(OrderLineRow.quantity), 0))
        .where(OrderLineRow.order_id == OrderRow.id)
        .correlate(OrderRow)
        .scalar_subquery(),
        OrderRow.total_amount,
        OrderRow.total_currency,
        OrderRow.shipping_city,
        PosSaleRow.kind,
        OrderRow.tracking_number,
        RECALLED,
    )
    .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
    .outerjoin(PosSaleRow, PosSaleRow.order_id == OrderRow.id)
)
"""What a line of the list is made of: columns, since whole rows cost twice the time."""


def line_of(  # noqa: PLR0913, PLR0917 - the columns of LINES
    key: UUID,
    number: str,
    first_name: str,
    last_name: str,
    placed_at: datetime,
    status: str,
    pieces: int,
    amount: Decimal,
    currency: str,
    city: str,
    kind: str | None,
    tracking: str | None,
    is_recalled: bool,  # noqa: FBT001 a column like the others
) -> OrderLine:
    """Return a line of the list."""
    return OrderLine(
        id=key,
        number=number,
        customer=f"{first_name} {last_name}".strip(),
        placed_at=placed_at,
        status=OrderStatus(status),
        pieces=pieces,
        total=Money(amount, currency),
        town="" if kind == "sale" else city,
        is_sale=kind == "sale",
        tracking=tracking,
        is_recalled=is_recalled,
    )
