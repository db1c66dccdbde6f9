"""What products cost the store: as of a day, and of what a report has as sold.

A cost holds from the beginning of a day of the store until the next one. A line has the cost of the
day on which its order was placed: that of its variant, where it has one, else that of its product.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from storedesk.domain.costs import NIL, NO_COSTS, CostFigures
from storedesk.domain.reports import NOBODY, Asked, Figures, Grouping, Reported, spread
from storedesk.domain.values.money import decimals
from storedesk.queries import report_sql as sql
from storedesk.queries import reports
from storedesk.queries.day_sums import Beside

NEWEST_COSTS = """
    SELECT DISTINCT ON (c.product_id) c.product_id, c.cost_amount
    FROM storedesk.product_costs AS c
    WHERE c.variant_id IS NULL AND c.valid_from < :ends
    ORDER BY c.product_id, c.valid_from DESC, c.seq DESC
"""
"""What each product cost before an instant; stock is kept by product, so costs of variants are not
in it."""
_DAILY = """
    SELECT DISTINCT ON (c.product_id, c.variant_id, c.valid_from)
        c.product_id, c.variant_id, c.valid_from, c.cost_amount
    FROM storedesk.product_costs AS c WHERE c.valid_from < :ends
    ORDER BY c.product_id, c.variant_id, c.valid_from, c.seq DESC
"""
"""Of several costs of one day the last one holds."""
_SPANS = f"""
    SELECT d.*, coalesce(lead(d.valid_from) OVER (
        PARTITION BY d.product_id, d.variant_id ORDER BY d.valid_from
    ), 'infinity') AS valid_until
    FROM ({_DAILY}) AS d
"""  # noqa: S608 - our own words
_COSTS = f"""
    LEFT JOIN ({_SPANS}) AS pc ON pc.product_id = l.product_id AND pc.variant_id IS NULL
        AND o.created_at >= pc.valid_from AND o.created_at < pc.valid_until
    LEFT JOIN ({_SPANS}) AS vc ON vc.variant_id = l.variant_id
        AND o.created_at >= vc.valid_from AND o.created_at < vc.valid_until
"""
UNIT = "coalesce(vc.cost_amount, pc.cost_amount)"
SOLD_NET = "l.subtotal_amount"
INSIDE_NET = """
    CASE WHEN o.tax_amount = 0 THEN l.subtotal_amount / (1 + coalesce(t.rate, 0))
        ELSE l.subtotal_amount END
"""
"""What a line came to without the tax that is included, in fractions of a cent."""
BACK_NET = """
    CASE WHEN o.tax_amount = 0 THEN b.refund_amount / (1 + coalesce(t.rate, 0))
        ELSE b.quantity * l.unit_price_amount END
"""
SUMS = f"""
    coalesce(sum({{cost}}), 0), coalesce(sum({{net}}) FILTER (WHERE {UNIT} IS NOT NULL), 0),
    coalesce(sum({{net}}) FILTER (WHERE {UNIT} IS NULL), 0)
"""
"""Costs, what was sold that has one, and what was sold that has none."""
SOLD_SUMS, INSIDE_SUMS = (
    SUMS.format(cost=f"l.quantity * {UNIT}", net=net) for net in (SOLD_NET, INSIDE_NET)
)
BACK_SUMS = SUMS.format(cost=f"CASE WHEN b.restocked THEN b.quantity * {UNIT} END", net=BACK_NET)
HAS_COSTS = "EXISTS (SELECT FROM storedesk.product_costs)"
SOLD_LINES = f"""
    public.orders AS o JOIN public.order_line_items AS l ON l.order_id = o.id
    {{taxes}} {_COSTS} {{joins}} WHERE {{sold}} AND {HAS_COSTS}
"""
TAXES = "LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id"
"""Only where prices include tax are the taxes of lines needed."""
BACK_LINES = f"""
    storedesk.order_returns AS r
    JOIN storedesk.order_return_lines AS b ON b.return_id = r.id
    JOIN public.order_line_items AS l ON l.id = b.order_line_item_id
    JOIN public.orders AS o ON o.id = l.order_id
    LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
    {_COSTS} {{joins}} WHERE {{taken}} AND {HAS_COSTS}
"""
LINE_KEYS = {
    Grouping.CATEGORY: (
        "CAST(g.category_id AS text)", "JOIN public.products AS g ON g.id = l.product_id"
    ),
    Grouping.PRODUCT: ("CAST(l.product_id AS text)", ""),
    Grouping.VARIANT: ("concat(l.product_id, '/', l.variant_id)", ""),
}  # fmt: skip
SHIPPED = text(f"""
    SELECT coalesce(sum(o.shipping_cost_amount), 0) FROM public.orders AS o WHERE {sql.SOLD}
""")  # noqa: S608 - our own words
SHIPPED_BACK = text(f"""
    SELECT coalesce(sum(r.shipping_amount), 0) FROM storedesk.order_returns AS r WHERE {sql.TAKEN}
""")  # noqa: S608 - our own words


def sold(session: Session, *, asked: Asked, currency: str) -> Reported[Figures]:
    """Return what `reports.sold` does, with what the products cost.

    All rows add up to the total, to the cent, and the total is the same however it is grouped:
    of what was sold without tax and shipping, the part that has a cost and the part that has none.
    """
    by = asked.by
    beside = Beside(
        asked,
        lambda is_inside: (SHIPPED, SHIPPED_BACK, _sold(by, is_inside=is_inside), _back(by)),
    )
    report = reports.sold(session, asked=asked, currency=currency, beside=beside)
    (shipped,), (shipped_back,) = beside.found[0][0], beside.found[1][0]
    total, digits = report.total, decimals(currency)
    went, came = (_Sums.of(rows) for rows in beside.found[2:])
    plus = went.figures(total.sales - total.past_sold - shipped, digits)
    minus = came.figures(total.returns - total.past_back - shipped_back, digits)
    rows = {
        key: replace(one, goods=_less(plus.get(key), minus.get(key)))
        for key, one in report.rows.items()
    }
    goods = sum((one.goods for one in rows.values()), NO_COSTS)
    return replace(report, total=replace(total, goods=goods), rows=rows)


@dataclass(frozen=True, slots=True)
class _Sums:
    """Costs, and what was sold with and without one, by the keys of a report's rows."""

    costs: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    costed: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    uncosted: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    @classmethod
    def of(cls, rows: Sequence[Sequence[Any]]) -> "_Sums":
        """Add up the rows of a statement."""
        made = cls()
        for row in rows:
            key = _key(row)
            for sums, value in zip((made.costs, made.costed, made.uncosted), row[-3:], strict=True):
                sums[key] += value
        return made

    def figures(self, net: Decimal, digits: int) -> dict[str, CostFigures]:
        """Return whole cents that come to `net`, shared out over both kinds and then the rows."""
        whole = {name: sum(sums.values(), Decimal(0)) for name, sums in self._kinds().items()}
        parts = spread(whole, net, digits)
        costed, uncosted = (
            spread(sums, parts[name], digits) for name, sums in self._kinds().items()
        )
        return {
            key: CostFigures(NIL + cost, NIL + costed[key], NIL + uncosted[key])
            for key, cost in self.costs.items()
        }

    def _kinds(self) -> Mapping[str, dict[str, Decimal]]:
        return {"costed": self.costed, "uncosted": self.uncosted}


def _less(plus: CostFigures | None, minus: CostFigures | None) -> CostFigures:
    """Return what was sold less what came back."""
    went, came = plus or NO_COSTS, minus or NO_COSTS
    return CostFigures(
        went.cost - came.cost, went.costed - came.costed, went.uncosted - came.uncosted
    )


def _key(row: Sequence[Any]) -> str:
    return NOBODY if row[0] is None else str(row[0])


def _of_lines(rows: str, sums: str, by: Grouping) -> TextClause:
    """Return a statement over lines, by the keys of a report's rows."""
    key, product = LINE_KEYS[by]
    words = rows.format(joins=product, sold=sql.SOLD, taken=sql.TAKEN)
    return text(f"SELECT {key}, {sums} FROM {words} GROUP BY 1")  # noqa: S608 - our own words


@cache
def _sold(by: Grouping, *, is_inside: bool) -> TextClause:
    sums = INSIDE_SUMS if is_inside else SOLD_SUMS
    rows = SOLD_LINES.replace("{taxes}", TAXES if is_inside else "")
    if by.is_of_lines:
        return _of_lines(rows, sums, by)
    words = f"SELECT {{key}}, {sums} FROM {rows} GROUP BY 1"  # noqa: S608
    return sql.of_orders(words, by)


@cache
def _back(by: Grouping) -> TextClause:
    if by.is_of_lines:
        return _of_lines(BACK_LINES, BACK_SUMS, by)
    key, joins = sql.time_key(by, "r"), ""
    if by is Grouping.PERSON:
        key = "r.created_by"
    elif by is Grouping.REGISTER:
        key, joins = "h.register_id", sql.register_of("r")
    rows = BACK_LINES.format(joins=joins, taken=sql.TAKEN)
    return text(f"SELECT {key}, {BACK_SUMS} FROM {rows} GROUP BY 1")  # noqa: S608
