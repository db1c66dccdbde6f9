"""The orders that a row of a report is made of."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from sqlalchemy import TextClause
from sqlalchemy.orm import Session

from storedesk.domain.order_details import OrderLine
from storedesk.domain.reports import Asked, Grouping, Subject
from storedesk.persistence.engine.moments import of_one_moment
from storedesk.queries import discount_reports, return_reports, stock_reports
from storedesk.queries import report_sql as sql
from storedesk.queries.order_lists import order_lines

STATEMENTS: Mapping[Subject, Callable[[Grouping, str], TextClause]] = {
    Subject.SALES: sql.of_row,
    Subject.RETURNS: return_reports.of_row,
    Subject.PROMOTIONS: partial(discount_reports.of_row, Subject.PROMOTIONS),
    Subject.DISCOUNTS: partial(discount_reports.of_row, Subject.DISCOUNTS),
    Subject.STOCK: stock_reports.of_row,
}


def order_keys(
    session: Session, *, asked: Asked, key: str, sort: str = "placed", descending: bool = True
) -> bytes:
    """Return the ids of the orders of a row, 16 bytes each, by when they were placed or total."""
    ids = _orders_of(session, asked, key, sort, descending=descending)
    return b"".join(one.bytes for one in ids)


@of_one_moment
def first_orders(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    asked: Asked,
    key: str,
    sort: str = "placed",
    descending: bool = True,
    limit: int = 100,
) -> list[OrderLine]:
    """Return the first orders of the list whose keys `order_keys` returns."""
    ids = _orders_of(session, asked, key, sort, descending=descending)
    return order_lines(session, ids[:limit])


def _orders_of(
    session: Session, asked: Asked, key: str, sort: str, *, descending: bool
) -> list[UUID]:
    at = {"placed": 1, "total": 2}[sort]
    statement = STATEMENTS[asked.about](asked.by, key)
    rows = session.execute(statement, sql.given(asked) | {"key": key}).all()
    return [row[0] for row in sorted(rows, key=lambda row: (row[at], row[0]), reverse=descending)]
