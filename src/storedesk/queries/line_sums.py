"""What sales come to in any period by what was sold: categories, products and variants."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from storedesk.domain.report_figures import total_of
from storedesk.domain.reports import (
    NIL,
    PAST,
    SHIPPING,
    Asked,
    Figures,
    Grouping,
    Reported,
    spread,
)
from storedesk.persistence.engine.together import Part, TextPart
from storedesk.queries.day_sums import Beside, Cover, whole
from storedesk.queries.line_costs import COLUMNS, cost_sums
from storedesk.queries.past_figures import past_figures, with_past

ORDERS = text("""
    SELECT count(orders), coalesce(sum(added_tax), 0), coalesce(sum(shipping), 0),
        coalesce(sum(included_tax), 0), coalesce(sum(shipping_back), 0),
        coalesce(sum(included_back), 0), count(past_orders)
    FROM storedesk.order_figures WHERE instant >= :begins AND instant < :ends
""")
DAYS = text("""
    SELECT coalesce(sum(orders), 0), coalesce(sum(added_tax), 0), coalesce(sum(shipping), 0),
        coalesce(sum(included_tax), 0), coalesce(sum(shipping_back), 0),
        coalesce(sum(included_back), 0), coalesce(sum(past_orders), 0)
    FROM storedesk.day_totals WHERE begins >= :begins AND begins < :ends
""")
LINES = """
    SELECT x.is_past, {key}, {name}, x.rate, {sums}{costs} FROM (
        SELECT is_past, product_id, {variant} rate, {inner} FROM ({source}) AS s
        GROUP BY is_past, product_id, {grouped} rate
    ) AS x
    LEFT JOIN public.products AS g ON g.id = x.product_id
    {joins}
"""
"""Sums of lines by what they are of and by their rate of tax, with names."""
FIGURES = 11
"""So many columns are what was sold; those of costs follow."""
SUMS = ("pieces", "amount", "discount", "foreign_tax", "refunded", "added_back", "taxed_back")
FROM_ROWS = "FROM storedesk.line_figures WHERE instant >= :b{at} AND instant < :e{at}"
FROM_DAYS = "FROM storedesk.day_lines WHERE begins >= :b{at} AND begins < :e{at}"
FROM_MONTHS = "FROM storedesk.month_lines WHERE months = {months} AND begins = :b{at}"
COSTS_OF_ROWS = "FROM storedesk.cost_figures WHERE instant >= :b{at} AND instant < :e{at}"
KEYS = "is_past, product_id, variant_id, words, rate"
KEYS_OF_COSTS = "false, product_id, variant_id, NULL, rate"


def by_lines(
    session: Session, asked: Asked, digits: int, beside: Beside | None = None
) -> Reported[Figures]:
    """Return the figures of lines by what they are of, and what shipping came to.

    Tax is rounded once for an order's rate: here it is spread over what was sold. The days of the
    window that are summed up are read as such, and the rest is added up row by row.
    """
    beside = beside or Beside()

    def parts(cover: Cover) -> list[Part]:
        totals = [(ORDERS, one) for one in cover.gaps] + [(DAYS, one) for one in cover.summed]
        return [
            _of_lines(asked.by, cover, has_costs=beside.has_costs),
            *(TextPart(words, begins=one.begins, ends=one.ends) for words, one in totals),
        ]

    cover, [lines, *totals] = whole(session, asked.window, parts, beside)
    sums = _LineSums(digits, is_inside=cover.is_inside)
    columns = [*zip(*lines, strict=True)]
    sums.add(zip(*columns[:FIGURES], strict=True))
    if beside.has_costs and columns:
        beside.costs = [columns[1], *columns[FIGURES:]]
    orders, added, shipping, included, shipping_back, included_back, past_orders = (
        sum(column, NIL) for column in zip(*(rows[0] for rows in totals), strict=True)
    )
    made = sums.figures(added, included if cover.is_inside else NIL, included_back)
    if shipping or shipping_back or sums.rest or sums.rest_back:
        made[SHIPPING] = Figures(
            paid=shipping + sums.rest, tax=sums.rest, refunded=shipping_back,
            refunded_tax=sums.rest_back,
        )  # fmt: skip
    past = sums.past()
    rows = with_past(made, past)
    total = replace(total_of(rows.values()), orders=int(orders + past_orders),
                    past_orders=int(past_orders))  # fmt: skip
    return Reported(total, rows, {**past.names, **sums.names}, cover.misses_days)


def _of_lines(by: Grouping, cover: Cover, *, has_costs: bool) -> TextPart:
    """Return the statement over what the lines of a window come to, and what their goods cost.

    Sums have both in one row; of rows they are asked apart.
    """
    more = COLUMNS if has_costs else ()
    none, own = (f"NULL::bigint, {_nulls(SUMS[1:])}", ", ".join([*SUMS, *more]))
    sources = [
        (KEYS, ", ".join([*SUMS, *map(_null, more)]), FROM_ROWS, 0, one) for one in cover.gaps
    ]
    if more:
        sources += [(KEYS_OF_COSTS, f"{none}, {', '.join(more)}", COSTS_OF_ROWS, 0, one)
                    for one in cover.gaps]  # fmt: skip
    sources += [(KEYS, own, FROM_DAYS, 0, one) for one in cover.days]
    sources += [(KEYS, own, FROM_MONTHS, one.months, one.window) for one in cover.months]
    words = " UNION ALL ".join(
        f"SELECT {keys}, {named} {one.format(at=at, months=months)}"
        for at, (keys, named, one, months, _) in enumerate(sources)
    )
    windows = [one for *_, one in sources]
    values = {f"b{at}": one.begins for at, one in enumerate(windows)}
    values |= {f"e{at}": one.ends for at, one in enumerate(windows)}
    made = _lines_of(by, has_costs=has_costs, is_inside=cover.is_inside)
    return TextPart(text(made.replace("{source}", words)), **values)


@cache
def _lines_of(by: Grouping, *, has_costs: bool, is_inside: bool) -> str:
    """Return its words, with a place for where the lines come from."""
    known, name, joins, variant = "CAST(g.id AS text)", "g.name", "", ""
    columns = [*SUMS, *(COLUMNS if has_costs else ())]
    inner = ", ".join(f"sum({one}) AS {one}" for one in columns)
    sums, end = ", ".join(f"x.{one}" for one in SUMS), ""
    if by is Grouping.CATEGORY:
        known, name = "CAST(g.category_id AS text)", "min(c.name)"
        joins = "LEFT JOIN public.categories AS c ON c.id = g.category_id"
        sums, end = ", ".join(f"sum(x.{one})" for one in SUMS), " GROUP BY 1, 2, 4"
    elif by is Grouping.VARIANT:
        known = "concat(g.id, '/', x.variant_id)"
        variant = 'variant_id, max(words COLLATE "C") AS words,'
        joins = "LEFT JOIN public.product_variants AS v ON v.id = x.variant_id AND x.is_past"
        name = """concat_ws(
            ', ', g.name, CASE WHEN x.is_past THEN v.size ELSE nullif(x.words, '') END, v.color
        )"""
    key = f"CASE WHEN g.id IS NULL THEN '{PAST}' ELSE {known} END"
    grouped = "variant_id," if variant else ""
    costs = cost_sums(is_inside=is_inside, is_summed=bool(end)) if has_costs else ()
    words = LINES.format(
        key=key, name=name, sums=sums, joins=joins, variant=variant, inner=inner, grouped=grouped,
        costs="".join(f", {one}" for one in costs), source="{source}",
    )  # fmt: skip
    return words + end


def _null(column: str) -> str:
    return f"NULL::numeric AS {column}"


def _nulls(columns: Sequence[str]) -> str:
    return ", ".join(map(_null, columns))


class _LineSums:
    """Adds up lines by their keys; tax by its rates, for it is computed when all is added up."""

    def __init__(self, digits: int, *, is_inside: bool) -> None:
        self._digits, self._is_inside = digits, is_inside
        self.names: dict[str, str] = {}
        self._pieces: dict[str, int] = defaultdict(int)
        self._amounts, self._discounts, self._foreign = _sums(), _sums(), _sums()
        self._refunds, self._added_back = _sums(), _sums()
        self._taxed: dict[tuple[str, Decimal], Decimal] = defaultdict(lambda: NIL)
        self._taxed_back: dict[tuple[str, Decimal], Decimal] = defaultdict(lambda: NIL)
        self._past: dict[str, list[Any]] = {}
        self.rest = self.rest_back = NIL
        """Tax that no line has any part of."""

    def add(self, rows: Iterable[Iterable[Any]]) -> None:
        """Count sums of lines: a key has a row for each of its rates, in each part of a window."""
        for is_past, key, name, rate, pieces, amount, discount, foreign, *back in rows:
            if is_past:
                self._add_past(key, name, pieces, amount, back[0])
                continue
            self.names[key] = max(name, self.names.get(key, name))
            if pieces:
                self._pieces[key] += int(pieces)
                self._amounts[key] += amount
                if rate:
                    self._taxed[key, rate] += amount
            if discount:
                self._discounts[key] += discount
            if foreign:
                self._foreign[key] += foreign
            if back[0] is not None:
                self._take_back(key, rate, *back)

    def figures(self, added: Decimal, inside: Decimal, inside_back: Decimal) -> dict[str, Figures]:
        """Return all figures, with the tax that orders and returns have spread over them."""
        taxes = _taxes(self._taxed, is_inside=self._is_inside)
        own, contained = ({}, taxes) if self._is_inside else (taxes, {})
        shares = {key: own.get(key, NIL) + self._foreign.get(key, NIL)
                  for key in own | self._foreign}  # fmt: skip
        plus, included = self._spread(shares, added), self._spread(contained, inside)
        back = self._spread(_taxes(self._taxed_back, is_inside=True), inside_back)
        self.rest = added + inside - sum(plus.values(), NIL) - sum(included.values(), NIL)
        self.rest_back = inside_back - sum(back.values(), NIL)
        return {
            key: Figures(
                0, self._pieces.get(key, 0), self._amounts.get(key, NIL) + plus.get(key, NIL),
                plus.get(key, NIL) + included.get(key, NIL), self._discounts.get(key, NIL),
                self._refunds.get(key, NIL), self._added_back.get(key, NIL) + back.get(key, NIL),
            )
            for key in self.names
        }  # fmt: skip

    def past(self) -> Reported[Figures]:
        """Return the figures of imported past sales; their orders are not known here."""
        return past_figures([(key, *one) for key, one in self._past.items()], self._digits)

    def _take_back(
        self, key: str, rate: Decimal | None, refund: Decimal, added: Decimal, taxed: Decimal | None
    ) -> None:
        """Count what came back: with its tax; of it the tax that was added, and what is taxed."""
        self._refunds[key] += refund
        self._added_back[key] += added
        if rate and taxed:
            self._taxed_back[key, rate] += taxed

    def _add_past(
        self, key: str, name: str | None, pieces: int | None, sold: Decimal | None,
        back: Decimal | None,
    ) -> None:  # fmt: skip
        one = self._past.setdefault(key, [name, 0, 0, NIL, NIL])
        one[2:] = [one[2] + int(pieces or 0), one[3] + (sold or NIL), one[4] + (back or NIL)]

    def _spread(self, shares: Mapping[str, Decimal], total: Decimal) -> dict[str, Decimal]:
        return spread(shares, total, self._digits)


def _taxes(
    amounts: Mapping[tuple[str, Decimal], Decimal], *, is_inside: bool
) -> dict[str, Decimal]:
    """Return the tax of amounts by their keys, in fractions of a cent."""
    made = _sums()
    for (key, rate), amount in amounts.items():
        made[key] += amount * rate / (1 + rate) if is_inside else amount * rate
    return made


def _sums() -> dict[str, Decimal]:
    return defaultdict(lambda: NIL)
