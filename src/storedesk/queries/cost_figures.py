"""What products cost the store: as of a day, and of what a report has as sold.

A cost holds from the beginning of a day of the store until the next one. A line has the cost of the
day on which its order was placed: that of its variant, where it has one, else that of its product.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from storedesk.domain.costs import NIL, NO_COSTS, CostFigures
from storedesk.domain.report_periods import ReportWindow
from storedesk.domain.reports import NOBODY, Asked, Figures, Grouping, Reported, spread
from storedesk.domain.values.money import UNITS, decimals
from storedesk.persistence.engine.together import TextPart
from storedesk.queries import report_sql as sql
from storedesk.queries import reports
from storedesk.queries.day_sums import Beside, Cover
from storedesk.queries.line_costs import COLUMNS, nets

NEWEST_COSTS = """
    SELECT DISTINCT ON (c.product_id) c.product_id, c.cost_amount
    FROM storedesk.product_costs AS c
    WHERE c.variant_id IS NULL AND c.valid_from < :ends
    ORDER BY c.product_id, c.valid_from DESC, c.seq DESC
"""
"""What each product cost before an instant; stock is kept by product, so costs of variants are not
in it."""
FROM_ROWS = "FROM storedesk.cost_figures WHERE instant >= :b{at} AND instant < :e{at}"
FROM_DAYS = (
    "FROM storedesk.day_costs WHERE part = '{part}' AND begins >= :b{at} AND begins < :e{at}"
)
STATEMENT = """
    SELECT x.key, nullif(sum(x.cost), 0), nullif(sum(x.costed), 0),
        nullif(sum(x.net - x.costed), 0), nullif(sum(x.cost_back), 0),
        nullif(sum(x.costed_back), 0), nullif(sum(x.net_back - x.costed_back), 0)
    FROM (
        SELECT key, coalesce(cost, 0) AS cost, coalesce(cost_back, 0) AS cost_back, {nets}
        FROM (
            SELECT key, rate, {sums} FROM ({source}) AS s
            WHERE EXISTS (SELECT FROM storedesk.product_costs) GROUP BY key, rate
        ) AS r
    ) AS x GROUP BY 1
"""
"""Of what was sold, and then of what came back: costs, what has one, and what has none. Null is
nothing: most of what is sold does not come back, and what is null costs no time to read."""
PARTS = {
    Grouping.HOUR: "quarter", Grouping.PERSON: "person", Grouping.REGISTER: "register",
}  # fmt: skip
SHIPPED = """
    SELECT coalesce(sum(shipping), 0), coalesce(sum(shipping_back), 0),
        EXISTS (SELECT FROM storedesk.product_costs)
    FROM ({source}) AS s
"""
SHIPPED_IN_ROWS = """
    SELECT shipping, shipping_back FROM storedesk.order_figures
    WHERE instant >= :b{at} AND instant < :e{at}
        AND (shipping IS NOT NULL OR shipping_back IS NOT NULL)
"""
SHIPPED_IN_DAYS = """
    SELECT shipping, shipping_back FROM storedesk.day_totals
    WHERE begins >= :b{at} AND begins < :e{at}
"""


def sold(session: Session, *, asked: Asked, currency: str) -> Reported[Figures]:
    """Return what `reports.sold` does, with what the products cost.

    All rows add up to the total, to the cent, and the total is the same however it is grouped:
    of what was sold without tax and shipping, the part that has a cost and the part that has none.
    """
    of_lines = asked.by.is_of_lines
    beside = Beside(
        lambda cover: [_shipped(cover), *([] if of_lines else [_costs(asked, cover)])],
        has_costs=of_lines,
    )
    report = reports.sold(session, asked=asked, currency=currency, beside=beside)
    [[[shipped, shipped_back, are_known]], *found] = beside.found
    if not are_known:
        return report
    columns = beside.costs if of_lines else [*zip(*found[0], strict=True)]
    total, digits = report.total, decimals(currency)
    went, came = (_Sums.of(columns, first) for first in (1, 4))
    plus = went.figures(total.sales - total.past_sold - shipped, digits)
    minus = came.figures(total.returns - total.past_back - shipped_back, digits)
    rows = {
        key: _with_costs(one, _less(plus.get(key, NO_COSTS), minus.get(key, NO_COSTS)))
        for key, one in report.rows.items()
    }
    return replace(report, total=_with_costs(total, _added_up(rows)), rows=rows)


@dataclass(frozen=True, slots=True)
class _Sums:
    """Costs, and what was sold with and without one, by the keys of a report's rows."""

    costs: dict[str, Decimal] = field(default_factory=dict)
    costed: dict[str, Decimal] = field(default_factory=dict)
    uncosted: dict[str, Decimal] = field(default_factory=dict)

    @classmethod
    def of(cls, columns: Sequence[Sequence[Any]], first: int) -> "_Sums":
        """Take three of the columns beside keys, the first one; nulls are nothing."""
        made = cls()
        if not columns:
            return made
        keys = [NOBODY if key is None else str(key) for key in columns[0]]
        kinds = (made.costs, made.costed, made.uncosted)
        for sums, column in zip(kinds, columns[first : first + 3], strict=True):
            for key, value in zip(keys, column, strict=True):
                if value is not None:
                    sums[key] = sums[key] + value if key in sums else value
        return made

    def figures(self, net: Decimal, digits: int) -> dict[str, CostFigures]:
        """Return whole cents that come to `net`, shared out over both kinds and then the rows."""
        kinds = {"costed": self.costed, "uncosted": self.uncosted}
        whole = {name: sum(sums.values(), Decimal(0)) for name, sums in kinds.items()}
        parts = spread(whole, net, digits)
        costed, uncosted = (
            sums if whole[name] == parts[name] and _are_whole(sums, digits)
            else spread(sums, parts[name], digits)
            for name, sums in kinds.items()
        )  # fmt: skip
        return {
            key: CostFigures(self.costs.get(key, NIL), costed.get(key, NIL), uncosted.get(key, NIL))
            for key in self.costs | costed | uncosted
        }


def _are_whole(sums: Mapping[str, Decimal], digits: int) -> bool:
    """Tell whether amounts are whole cents, which need not be rounded."""
    return all(one.same_quantum(UNITS[digits]) for one in sums.values())


def _with_costs(one: Figures, goods: CostFigures) -> Figures:
    """Return figures with what the products cost, sooner than `replace` does."""
    return Figures(
        one.orders, one.pieces, one.paid, one.tax, one.discounts, one.refunded, one.refunded_tax,
        one.past_orders, one.past_sold, one.past_back, goods,
    )  # fmt: skip


def _less(plus: CostFigures, minus: CostFigures) -> CostFigures:
    """Return what was sold less what came back."""
    if minus is NO_COSTS:
        return plus
    return CostFigures(
        plus.cost - minus.cost, plus.costed - minus.costed, plus.uncosted - minus.uncosted
    )


def _added_up(rows: Mapping[str, Figures]) -> CostFigures:
    """Return what all rows come to."""
    found = [one.goods for one in rows.values() if one.goods is not NO_COSTS]
    return CostFigures(
        sum((one.cost for one in found), NIL), sum((one.costed for one in found), NIL),
        sum((one.uncosted for one in found), NIL),
    )  # fmt: skip


def _shipped(cover: Cover) -> TextPart:
    """Return the statement over what was paid and refunded for shipping."""
    sources = [(SHIPPED_IN_ROWS, one) for one in cover.gaps]
    sources += [(SHIPPED_IN_DAYS, one) for one in cover.summed]
    words = [one.format(at=at) for at, (one, _) in enumerate(sources)]
    values = _bounds([one for _, one in sources])
    return TextPart(text(SHIPPED.format(source=" UNION ALL ".join(words))), **values)


def _costs(asked: Asked, cover: Cover) -> TextPart:
    """Return the statement over what goods cost, by the keys of a report's rows."""
    by = asked.by
    sources = [(FROM_ROWS, _row_keys(by), one) for one in cover.gaps]
    sources += [(FROM_DAYS, _day_keys(by), one) for one in cover.summed]
    part, named = PARTS.get(by, "day"), ", ".join(("amount", *COLUMNS))
    source = " UNION ALL ".join(
        f"SELECT {keys} AS key, rate, {named} {one.format(at=at, part=part)}"
        for at, (one, keys, _) in enumerate(sources)
    )
    words = _around(is_inside=cover.is_inside).replace("{source}", source)
    return TextPart(text(words), **_bounds([one for *_, one in sources]) | {
        "starts": list(asked.starts), "zone": asked.zone,
    })  # fmt: skip


def _bounds(windows: Sequence[ReportWindow]) -> dict[str, Any]:
    values = {f"b{at}": one.begins for at, one in enumerate(windows)}
    return values | {f"e{at}": one.ends for at, one in enumerate(windows)}


@cache
def _around(*, is_inside: bool) -> str:
    """Return the words of it, with a place for where sums come from."""
    named = nets(is_inside=is_inside)
    return STATEMENT.format(
        source="{source}",
        sums=", ".join(f"sum({one}) AS {one}" for one in ("amount", *COLUMNS)),
        nets=", ".join(f"{words} AS {name}" for name, words in named.items()),
    )


def _row_keys(by: Grouping) -> str:
    """Return what rows of goods are grouped by."""
    if by in {Grouping.PERSON, Grouping.REGISTER}:
        return f"CAST({by}_id AS text)"
    return sql.hour_of("instant") if by is Grouping.HOUR else _bucket("instant")


def _day_keys(by: Grouping) -> str:
    """Return what goods of days are grouped by."""
    if by in {Grouping.PERSON, Grouping.REGISTER}:
        return "key"
    return sql.hour_of("quarter") if by is Grouping.HOUR else _bucket("begins")


def _bucket(instant: str) -> str:
    return f"width_bucket({instant}, CAST(:starts AS timestamp[])) - 1"
