"""What imported past sales come to in a period: a part of the sales report.

Another program says nothing of taxes: amounts are as they stand in its files. Lines below zero came
back. An order counts when it was placed, as here; an import that did not end does not.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import TextClause, text

from storedesk.domain.report_figures import total_of
from storedesk.domain.reports import NIL, PAST, Figures, Grouping, Reported, spread
from storedesk.domain.values.money import rounded
from storedesk.queries import report_sql as sql

SOLD = "FILTER (WHERE l.quantity > 0)"
BACK = "FILTER (WHERE l.quantity < 0)"
STATEMENT = """
    SELECT {key}, {name}, count(DISTINCT o.id) {is_sold}, coalesce(sum(l.quantity) {is_sold}, 0),
        coalesce(sum(l.quantity * l.unit_price) {is_sold}, 0),
        coalesce(-sum(l.quantity * l.unit_price) {is_back}, 0)
    FROM (SELECT id, past_import_id, placed_at AS created_at FROM storedesk.past_orders) AS o
    JOIN storedesk.past_imports AS i ON i.id = o.past_import_id AND i.ended_at IS NOT NULL
    JOIN storedesk.past_lines AS l ON l.past_order_id = o.id {joins}
    WHERE o.created_at >= :begins AND o.created_at < :ends GROUP BY 1
"""
JOINS = """
    LEFT JOIN public.products AS g ON g.id = l.product_id
    LEFT JOIN public.categories AS c ON c.id = g.category_id
    LEFT JOIN public.product_variants AS v ON v.id = l.variant_id
"""
NAMES = sql.LINE_NAMES | {
    Grouping.VARIANT: "concat_ws(', ', min(g.name), max(v.size), max(v.color))"
}


@cache
def of_past(by: Grouping | None) -> TextClause:
    """Return the statement over past sales; who sold them and where is not known."""
    name, joins = "CAST(NULL AS text)", ""
    key = f"CAST({sql.time_key(by, 'o')} AS text)"
    if by in {Grouping.PERSON, Grouping.REGISTER}:
        key = f"'{PAST}'"
    elif by is not None and by.is_of_lines:
        key = f"CASE WHEN g.id IS NULL THEN '{PAST}' ELSE {sql.LINE_KEYS[by]} END"
        name, joins = NAMES[by], JOINS
    words = STATEMENT.format(key=key, name=name, joins=joins, is_sold=SOLD, is_back=BACK)
    return text(words)


def past_figures(rows: Sequence[Sequence[Any]], digits: int) -> Reported[Figures]:
    """Return the figures of past sales by their keys; their orders only in those by time.

    Prices have four decimals there: the rows are rounded so that they add up to what all of them
    come to, rounded once.
    """
    sold = _whole({row[0]: row[4] for row in rows}, digits)
    back = _whole({row[0]: row[5] for row in rows}, digits)
    found = {
        key: Figures(
            orders, int(pieces), sold[key], refunded=back[key], past_orders=orders,
            past_sold=sold[key], past_back=back[key],
        )
        for key, _, orders, pieces, *_ in rows
    }  # fmt: skip
    names = {key: name for key, name, *_ in rows if name and key != PAST}
    return Reported(total_of(found.values()), found, names)


def with_past(rows: Mapping[str, Figures], past: Reported[Figures]) -> dict[str, Figures]:
    """Return rows with the past sales of each added."""
    none, made = Figures(), dict(rows)
    for key, one in past.rows.items():
        made[key] = made.get(key, none) + one
    return made


def _whole(shares: Mapping[str, Decimal], digits: int) -> dict[str, Decimal]:
    return spread(shares, rounded(sum(shares.values(), NIL), digits), digits)
