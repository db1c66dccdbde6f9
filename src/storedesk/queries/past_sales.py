"""Questions about past sales: those of another program, beside the orders."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Integer, Numeric, func, select
from sqlalchemy.orm import Session

from storedesk.domain.importing.past_sales import PastImport
from storedesk.domain.past_orders import PastOrder, PastOrderLine
from storedesk.persistence.rows import (
    PastImportRow,
    PastLineRow,
    PastOrderRow,
    ProductRow,
    StaffRow,
)


def past_imports(session: Session) -> list[PastImport]:
    """List the imports there are, the newest first."""
    orders = (
        select(
            PastOrderRow.past_import_id.label("id"),
            func.count(PastOrderRow.id.distinct()).label("orders"),
            func.count().label("lines"),
            func.sum(PastLineRow.quantity * PastLineRow.unit_price, type_=Numeric()).label("sum"),
            func.min(PastLineRow.sold_at).label("first"),
            func.max(PastLineRow.sold_at).label("last"),
        )
        .join(PastLineRow, PastLineRow.past_order_id == PastOrderRow.id)
        .group_by(PastOrderRow.past_import_id)
        .subquery()
    )
    row = PastImportRow
    asked = (
        select(
            row.id, row.files, row.begun_at, StaffRow.display_name, row.ended_at.is_not(None),
            func.coalesce(orders.c.orders, 0, type_=Integer()),
            func.coalesce(orders.c.lines, 0, type_=Integer()),
            func.coalesce(orders.c.sum, 0, type_=Numeric()), orders.c.first, orders.c.last,
        )
        .join(StaffRow, StaffRow.id == row.begun_by)
        .outerjoin(orders, orders.c.id == row.id)
        .order_by(row.begun_at.desc(), row.id)
    )  # fmt: skip
    return [PastImport(*found) for found in session.execute(asked)]


def past_order(session: Session, number: str) -> PastOrder | None:
    """Return the imported order with a number, whatever its capitals; None for none.

    Of an import that did not end, none is found.
    """
    name = func.coalesce(ProductRow.name, PastLineRow.name, "")
    asked = (
        select(
            PastOrderRow.number, PastOrderRow.placed_at, PastOrderRow.customer,
            PastOrderRow.country, PastLineRow.code, name, PastLineRow.quantity,
            PastLineRow.unit_price,
        )
        .join(PastLineRow, PastLineRow.past_order_id == PastOrderRow.id)
        .join(PastImportRow, PastImportRow.id == PastOrderRow.past_import_id)
        .outerjoin(ProductRow, ProductRow.id == PastLineRow.product_id)
        .where(PastOrderRow.number.in_({number, number.upper(), number.lower()}))
        .where(PastImportRow.ended_at.is_not(None))
        .order_by(PastOrderRow.number, PastLineRow.id)
    )  # fmt: skip
    rows = session.execute(asked).all()
    if not rows:
        return None
    first, placed_at, customer, country, *_ = rows[0]
    lines = tuple(PastOrderLine(*row[4:]) for row in rows if row[0] == first)
    return PastOrder(first, placed_at, customer or "", country or "", lines)


def known_past_orders(session: Session, numbers: Collection[str]) -> frozenset[str]:
    """Return which of these numbers of orders were imported before."""
    asked = select(PastOrderRow.number).where(PastOrderRow.number == func.any(list(numbers)))
    return frozenset(session.scalars(asked))


def past_imports_named(session: Session, start: str) -> list[UUID]:
    """Return the imports whose id, in hexadecimal digits alone, begins so; none for no digit."""
    ids = session.scalars(select(PastImportRow.id))
    return [one for one in ids if start and one.hex.startswith(start.lower())]
