"""What was given away in any period: at prices set by hand, and by promotions.

What was sold counts when its order was placed, what came back when its return was taken, as in the
sales report: of what came back it is what had been given away on those pieces.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from storedesk.domain.report_figures import DiscountFigures
from storedesk.domain.reports import NOBODY, Asked, Grouping, Reported, Subject
from storedesk.persistence.engine.together import TextPart, together
from storedesk.queries import report_sql as sql


@dataclass(frozen=True, slots=True)
class _Source:
    """Which rows say that a line was sold below another price, and which column has that price."""

    table: str
    listed: str


@dataclass(frozen=True, slots=True)
class _Key:
    """What lines are grouped by, and how that is called: names are joined to the sums as s."""

    key: str
    joins: str = ""
    label: str = "CAST(NULL AS text)"
    name: str = "s.label"
    names: str = ""


SOURCES: Mapping[Subject, _Source] = {
    Subject.DISCOUNTS: _Source("storedesk.order_discounts", "d.list_price_amount"),
    Subject.PROMOTIONS: _Source("storedesk.order_promotions", "d.usual_price_amount"),
}
LINES = """
    FROM {table} AS d
    JOIN public.order_line_items AS l ON l.id = d.order_line_item_id
    JOIN public.orders AS o ON o.id = l.order_id {joins}
    WHERE {sold}
"""
SOLD = """
    SELECT s.is_total, s.key, {name}, s.lines, s.pieces, s.listed, s.given, s.raised, s.orders
    FROM (
        SELECT grouping(x.key) = 1 AS is_total, x.key, min(x.label) AS label, count(*) AS lines,
            sum(x.quantity) AS pieces, sum(x.listed * x.quantity) AS listed,
            sum(greatest(x.listed - x.price, 0) * x.quantity) AS given,
            sum(greatest(x.price - x.listed, 0) * x.quantity) AS raised,
            count(DISTINCT x.order_id) AS orders
        FROM (
            SELECT {key} AS key, {label} AS label, l.order_id, l.quantity, {listed} AS listed,
                l.unit_price_amount AS price
            {lines}
        ) AS x GROUP BY GROUPING SETS ((x.key), ())
    ) AS s {names}
"""
"""With what all lines come to: an order may be of several rows, and counts once in the total."""
BACK = """
    SELECT s.key, {name}, s.pieces, s.given
    FROM (
        SELECT {key} AS key, min({label}) AS label, sum(b.quantity) AS pieces,
            sum(greatest({listed} - l.unit_price_amount, 0) * b.quantity) AS given
        FROM storedesk.order_returns AS r
        JOIN storedesk.order_return_lines AS b ON b.return_id = r.id
        JOIN {table} AS d ON d.order_line_item_id = b.order_line_item_id
        JOIN public.order_line_items AS l ON l.id = d.order_line_item_id
        JOIN public.orders AS o ON o.id = l.order_id {joins}
        WHERE {taken} GROUP BY 1
    ) AS s {names}
"""
PRODUCT = "JOIN public.products AS g ON g.id = l.product_id"
KEYS: Mapping[Grouping, _Key] = {
    Grouping.PROMOTION: _Key(
        "d.promotion_id", name="n.name",
        names="LEFT JOIN storedesk.promotions AS n ON n.id = s.key",
    ),
    Grouping.REASON: _Key("lower(d.reason)", label='d.reason COLLATE "C"'),
    Grouping.PERSON: _Key(
        "d.requested_by", name="n.display_name",
        names="LEFT JOIN storedesk.staff AS n ON n.id = s.key",
    ),
    Grouping.REGISTER: _Key(
        "coalesce(p.register_id, h.register_id)",
        "LEFT JOIN storedesk.pos_sales AS p ON p.order_id = o.id"
        " LEFT JOIN storedesk.till_sessions AS h ON h.id = p.till_session_id",
        name="n.name", names="LEFT JOIN storedesk.registers AS n ON n.id = s.key",
    ),
    Grouping.CATEGORY: _Key(
        "g.category_id", PRODUCT, name="n.name",
        names="LEFT JOIN public.categories AS n ON n.id = s.key",
    ),
    Grouping.PRODUCT: _Key(
        "l.product_id", name="n.name", names="LEFT JOIN public.products AS n ON n.id = s.key"
    ),
    Grouping.VARIANT: _Key(
        "concat(l.product_id, '/', l.variant_id)", label="l.variant_description",
        name="concat_ws(', ', n.name, nullif(s.label, ''))",
        names="LEFT JOIN public.products AS n"
        " ON n.id = CAST(nullif(split_part(s.key, '/', 1), '') AS uuid)",
    ),
}  # fmt: skip
"""Names are looked up by row: a year has half a million lines, and far fewer rows."""


def given_away(session: Session, *, asked: Asked, currency: str) -> Reported[DiscountFigures]:
    """Return what was given away by hand, or by promotions, grouped as asked.

    The rows add up to the total, but for orders that are of several rows. What was given by hand
    less what was raised is what the sales report has as discounts.
    """
    del currency  # nothing is rounded
    sold, back = _statements(asked.about, asked.by)
    parts = [TextPart(one) for one in (sql.ROOM, sold, back)]
    [_, went, came] = together(session, *parts, **sql.given(asked))
    rows: dict[str, DiscountFigures] = {}
    names: dict[str, str] = {}
    total = DiscountFigures()
    for is_total, key, name, *figures in went:
        if is_total:
            total = _figures(figures)
            continue
        known = NOBODY if key is None else str(key)
        rows[known], names[known] = _figures(figures), name or ""
    for key, name, pieces, given in came:
        known = NOBODY if key is None else str(key)
        names.setdefault(known, name or "")
        one = DiscountFigures(pieces_back=int(pieces), given_back=given)
        rows[known] = rows.get(known, DiscountFigures()) + one
        total += one
    return Reported(total, rows, names)


@cache
def of_row(about: Subject, by: Grouping, key: str) -> TextClause:
    """Return the statement for the orders of one row: their ids and when they were placed."""
    found = _key(by, "o")
    condition = f"{found.key} IS NULL" if key == NOBODY else f"CAST({found.key} AS text) = :key"
    lines = f"{_lines(about, found)} AND {condition}"
    return text(f"{sql.SELECT_ORDERS} WHERE o.id IN (SELECT o.id {lines})")


def _figures(row: list[Any]) -> DiscountFigures:
    """Return the figures of a row of what was sold; sums over no line are null."""
    lines, pieces, listed, given, raised, orders = row
    if not lines:
        return DiscountFigures()
    return DiscountFigures(lines, int(pieces), listed, given, raised, orders)


@cache
def _statements(about: Subject, by: Grouping) -> tuple[TextClause, TextClause]:
    """Return the statements over what was sold, and over what came back."""
    source, sold, back = SOURCES[about], _key(by, "o"), _key(by, "r")
    went = SOLD.format(
        key=sold.key, label=sold.label, name=sold.name, names=sold.names, listed=source.listed,
        lines=_lines(about, sold),
    )  # fmt: skip
    came = BACK.format(
        key=back.key, label=back.label, name=back.name, names=back.names, listed=source.listed,
        table=source.table, joins=back.joins, taken=sql.TAKEN,
    )  # fmt: skip
    return text(went), text(came)


def _lines(about: Subject, by: _Key) -> str:
    return LINES.format(table=SOURCES[about].table, joins=by.joins, sold=sql.SOLD)


def _key(by: Grouping, table: str) -> _Key:
    """Return what lines are grouped by; by time it is when the row of a table was made."""
    return KEYS.get(by) or _Key(sql.time_key(by, table))
