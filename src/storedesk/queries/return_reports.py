"""What came back in any period, why, of which products, and who took it."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from storedesk.domain.report_figures import ReturnFigures
from storedesk.domain.reports import NIL, NOBODY, SHIPPING, Asked, Grouping, Reported, spread
from storedesk.domain.values.money import decimals
from storedesk.persistence.engine.together import TextPart, together
from storedesk.queries import report_sql as sql

Rows: TypeAlias = Sequence[Sequence[Any]]
TAKEN = """
    SELECT {key}, {name}, count(*), sum(x.pieces), coalesce(sum(x.damaged), 0),
        sum(r.refund_amount), sum(r.refund_amount - r.shipping_amount - x.goods),
        sum(CASE WHEN o.tax_amount = 0 THEN (
            SELECT sum(t.tax_amount) FROM storedesk.order_return_tax_lines AS t
            WHERE t.return_id = r.id
        ) END), sum(r.shipping_amount)
    FROM storedesk.order_returns AS r JOIN public.orders AS o ON o.id = r.order_id
    CROSS JOIN LATERAL (
        SELECT sum(b.quantity) AS pieces, sum(b.quantity) FILTER (WHERE NOT b.restocked) AS damaged,
            sum(b.quantity * l.unit_price_amount) AS goods
        FROM storedesk.order_return_lines AS b
        JOIN public.order_line_items AS l ON l.id = b.order_line_item_id
        WHERE b.return_id = r.id
    ) AS x {joins}
    WHERE {taken} GROUP BY 1
"""
"""Of the refunds also tax that had been added, tax that was included, and shipping."""
LINES = """
    SELECT {key}, {name}, sum(b.quantity),
        coalesce(sum(b.quantity) FILTER (WHERE NOT b.restocked), 0), sum(b.refund_amount),
        sum(b.refund_amount - b.quantity * l.unit_price_amount),
        sum(CASE WHEN o.tax_amount = 0 THEN b.refund_amount * t.rate / (1 + t.rate) END)
    FROM storedesk.order_returns AS r
    JOIN storedesk.order_return_lines AS b ON b.return_id = r.id
    JOIN public.order_line_items AS l ON l.id = b.order_line_item_id
    JOIN public.orders AS o ON o.id = l.order_id
    JOIN public.products AS g ON g.id = l.product_id
    JOIN public.categories AS c ON c.id = g.category_id
    LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
    WHERE {taken} GROUP BY 1
"""
ORDERS = """
    {orders} WHERE o.id IN (
        SELECT r.order_id FROM storedesk.order_returns AS r {joins} WHERE {taken} AND {condition}
    )
"""
LINE_JOINS = """
    JOIN storedesk.order_return_lines AS b ON b.return_id = r.id
    JOIN public.order_line_items AS l ON l.id = b.order_line_item_id
    JOIN public.products AS g ON g.id = l.product_id
"""


def came_back(session: Session, *, asked: Asked, currency: str) -> Reported[ReturnFigures]:
    """Return what came back in a window, grouped as asked, of the groupings that returns have.

    The rows add up to the total, to the cent, and that is what the sales report has as returns. A
    return of several products is counted in the total alone.
    """
    by_lines = [_returns(None), _lines(asked.by)] if asked.by.is_of_lines else []
    parts = [TextPart(one) for one in (sql.ROOM, *(by_lines or [_returns(asked.by)]))]
    [_, *found] = together(session, *parts, **sql.given(asked))
    if not by_lines:
        return _by_returns(found[0])
    totals, lines = found
    return _by_lines(totals, lines, decimals(currency))


@cache
def of_row(by: Grouping, key: str) -> TextClause:
    """Return the statement for the orders of one row: their ids and when they were placed."""
    found, _, joins = _key(by)
    condition = f"CAST({found} AS text) = :key"
    if key == SHIPPING:
        joins, condition = "", "r.shipping_amount > 0"
    elif by.is_of_lines:
        joins = LINE_JOINS
    elif key == NOBODY:
        condition = f"{found} IS NULL"
    return text(
        ORDERS.format(orders=sql.SELECT_ORDERS, joins=joins, taken=sql.TAKEN, condition=condition)
    )


def _by_returns(found: Rows) -> Reported[ReturnFigures]:
    rows, names = {}, {}
    for key, name, count, pieces, damaged, refunded, added, inside, shipping in found:
        known = NOBODY if key is None else str(key)
        names[known] = name or ""
        tax = added + (inside or NIL)
        rows[known] = ReturnFigures(count, int(pieces), int(damaged), refunded, tax, shipping)
    return Reported(sum(rows.values(), ReturnFigures()), rows, names)


def _by_lines(totals: Rows, lines: Rows, digits: int) -> Reported[ReturnFigures]:
    """Return the figures by what came back, and shipping; included tax is spread over the rows.

    Tax is rounded once for a return's rate: here it is spread over what came back.
    """
    if not totals:
        return Reported(ReturnFigures())
    _, _, count, _, _, _, _, inside, shipping = totals[0]
    names = {str(key): name for key, name, *_ in lines}
    shares: dict[str, Decimal] = defaultdict(lambda: NIL)
    for key, *_, part in lines:
        shares[str(key)] = part or NIL
    included = spread(shares, inside or NIL, digits)
    rows = {
        str(key): ReturnFigures(
            0, int(pieces), int(damaged), refunded, added + included.get(str(key), NIL)
        )
        for key, _, pieces, damaged, refunded, added, _ in lines
    }
    rest = (inside or NIL) - sum(included.values(), NIL)
    if shipping or rest:
        rows[SHIPPING] = ReturnFigures(refunded=shipping, tax=rest, shipping=shipping)
    return Reported(sum(rows.values(), ReturnFigures(count)), rows, names)


@cache
def _returns(by: Grouping | None) -> TextClause:
    key, name, joins = _key(by)
    return text(TAKEN.format(key=key, name=name, joins=joins, taken=sql.TAKEN))


@cache
def _lines(by: Grouping) -> TextClause:
    key, name, _ = _key(by)
    return text(LINES.format(key=key, name=name, taken=sql.TAKEN))


def _key(by: Grouping | None) -> tuple[str, str, str]:
    """Return what returns are grouped by, how that is called, and what has to be joined for it."""
    match by:
        case Grouping.REASON:
            return "lower(r.reason)", 'min(r.reason COLLATE "C")', ""
        case Grouping.PERSON:
            return "r.created_by", "min(w.display_name)", sql.staff_of("r.created_by")
        case Grouping.REGISTER:
            return "h.register_id", "min(k.name)", sql.register_of("r")
    if by is not None and by.is_of_lines:
        return sql.LINE_KEYS[by], sql.LINE_NAMES[by], ""
    return sql.time_key(by, "r"), "CAST(NULL AS text)", ""
