"""What was sold in any period at prices set by hand: who set them, why, and of which products."""

from functools import cache

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from storedesk.domain.report_figures import DiscountFigures
from storedesk.domain.reports import NOBODY, Asked, Grouping, Reported
from storedesk.persistence.engine.together import TextPart, together
from storedesk.queries import report_sql as sql

LINES = """
    FROM storedesk.order_discounts AS d
    JOIN public.order_line_items AS l ON l.id = d.order_line_item_id
    JOIN public.orders AS o ON o.id = l.order_id
    JOIN public.products AS g ON g.id = l.product_id
    JOIN public.categories AS c ON c.id = g.category_id {joins}
    WHERE {sold}
"""
SUMS = f"""
    count(*), sum(l.quantity), sum(d.list_price_amount * l.quantity),
    sum(greatest({sql.DISCOUNT}, 0)), sum(greatest(-({sql.DISCOUNT}), 0))
"""


def given_away(session: Session, *, asked: Asked, currency: str) -> Reported[DiscountFigures]:
    """Return what was sold at prices set by hand, grouped as asked, of the groupings it has.

    The rows add up to the total. What was given less what was raised is what the sales report has
    as discounts.
    """
    del currency  # nothing is rounded
    parts = [TextPart(sql.ROOM), TextPart(_lines(asked.by))]
    [_, found] = together(session, *parts, **sql.given(asked))
    rows, names = {}, {}
    for key, name, count, pieces, listed, given, raised in found:
        known = NOBODY if key is None else str(key)
        names[known] = name or ""
        rows[known] = DiscountFigures(count, int(pieces), listed, given, raised)
    return Reported(sum(rows.values(), DiscountFigures()), rows, names)


@cache
def of_row(by: Grouping, key: str) -> TextClause:
    """Return the statement for the orders of one row: their ids and when they were placed."""
    found, _, joins = _key(by)
    lines = LINES.format(joins=joins, sold=sql.SOLD)
    condition = f"{found} IS NULL" if key == NOBODY else f"CAST({found} AS text) = :key"
    return text(f"{sql.SELECT_ORDERS} WHERE o.id IN (SELECT o.id {lines} AND {condition})")


@cache
def _lines(by: Grouping) -> TextClause:
    key, name, joins = _key(by)
    return text(
        f"SELECT {key}, {name}, {SUMS} {LINES.format(joins=joins, sold=sql.SOLD)} GROUP BY 1"
    )


def _key(by: Grouping) -> tuple[str, str, str]:
    """Return what lines are grouped by, how that is called, and what has to be joined for it."""
    match by:
        case Grouping.REASON:
            return "lower(d.reason)", 'min(d.reason COLLATE "C")', ""
        case Grouping.PERSON:
            return "d.requested_by", "min(w.display_name)", sql.staff_of("d.requested_by")
        case Grouping.REGISTER:
            joins = "LEFT JOIN storedesk.pos_sales AS p ON p.order_id = o.id"
            key = "coalesce(p.register_id, h.register_id)"
            return key, "min(k.name)", f"{joins} {sql.register_of('p', key)}"
    if by.is_of_lines:
        return sql.LINE_KEYS[by], sql.LINE_NAMES[by], ""
    return sql.time_key(by, "o"), "CAST(NULL AS text)", ""
