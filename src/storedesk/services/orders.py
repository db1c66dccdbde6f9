"""What staff can ask about orders."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from storedesk.documents import tracking_lists
from storedesk.domain.order_details import Order, OrderLine, Parcel, Pick
from storedesk.domain.orders import OrderStatus
from storedesk.domain.refusals.errors import NotFound
from storedesk.persistence import order_details, order_lists, order_picking
from storedesk.persistence.engine.database import Session


def order_keys(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    status: OrderStatus | None = None,
    customer_id: UUID | None = None,
    sort: str = "placed",
    descending: bool = True,
) -> bytes:
    """Return the ids of all orders that match, in order, 16 bytes each.

    `search` is words in any order: of number, customer, e-mail, tracking number, recipient, and
    articles as sold with their codes. Sorted by placed, number, customer, total or status.
    """
    return order_lists.order_keys(
        session,
        search=search,
        status=status,
        customer_id=customer_id,
        sort=sort,
        descending=descending,
    )


def first_orders(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    status: OrderStatus | None = None,
    customer_id: UUID | None = None,
    sort: str = "placed",
    descending: bool = True,
    limit: int = 200,
) -> list[OrderLine]:
    """Return the first orders of the list whose keys `order_keys` returns."""
    return order_lists.first_orders(
        session,
        search=search,
        status=status,
        customer_id=customer_id,
        sort=sort,
        descending=descending,
        limit=limit,
    )


def order_lines(session: Session, ids: Sequence[UUID]) -> list[OrderLine]:
    """Return orders in the order of `ids`; those no longer there are left out."""
    return order_lists.order_lines(session, ids)


def order_counts(session: Session) -> dict[OrderStatus, int]:
    """Count the orders of each state, those that have none left out."""
    return order_lists.counts(session)


def orders_to_ship(session: Session) -> int:
    """Count the orders whose parcels wait to be sent, those that did not leave among them."""
    return order_lists.count_to_ship(session)


def order(
    session: Session, order_id: UUID, *, with_mails: bool = False, with_ledger: bool = False
) -> Order:
    """Return an order with all that its page shows; e-mails and stock for those who may read them.

    Not found: order_not_found.
    """
    return order_details.order(session, order_id, with_mails=with_mails, with_ledger=with_ledger)


def text_of_list(_session: Session, path: Path) -> str:
    """Return what a list of parcels holds. Refused: list_unreadable, and what it is instead."""
    return tracking_lists.text_of(path)


def order_by_number(session: Session, text: str) -> Order:
    """Return the order with a number, or the newest with these last digits of one.

    Not found: order_number_unknown.
    """
    found = order_lists.id_by_number(session, text)
    if found is None:
        raise NotFound("order_number_unknown", number=text.strip()[:40])
    return order_details.order(session, found, with_mails=False, with_ledger=False)


def orders_numbered(session: Session, numbers: Sequence[str]) -> dict[str, Parcel]:
    """Return what a list of parcels has to know of the orders with these numbers, by number."""
    return order_picking.parcels(session, numbers)


def orders(session: Session, ids: Sequence[UUID]) -> list[Order]:
    """Return orders as pick lists and packing slips need them, in the order of `ids`."""
    return [order(session, key) for key in ids]


def picks(session: Session, ids: Sequence[UUID]) -> list[Pick]:
    """Return what has to be fetched for some orders, by category, then by name."""
    return order_picking.picks(session, ids)


def item_codes(session: Session, order_id: UUID) -> dict[str, UUID]:
    """Return all codes of what an order has, in capitals, each with the line that it is on."""
    return order_picking.item_codes(session, order_id)
