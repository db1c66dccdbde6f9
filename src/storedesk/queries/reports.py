"""What sales come to in any period, by whatever they are grouped by."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import TextClause
from sqlalchemy.orm import Session

from storedesk.domain.report_periods import ReportWindow
from storedesk.domain.reports import (
    NIL,
    NOBODY,
    SHIPPING,
    Asked,
    Figures,
    Grouping,
    Reported,
    TaxRow,
    TenderRow,
    spread,
    total_tax,
)
from storedesk.domain.values.money import decimals
from storedesk.persistence.engine.moments import of_one_moment
from storedesk.persistence.engine.together import TextPart, together
from storedesk.queries import report_sql as sql
from storedesk.queries.past_figures import of_past, past_figures, with_past

NAMES = {Grouping.PERSON: sql.PEOPLE, Grouping.REGISTER: sql.REGISTERS}
Rows: TypeAlias = Sequence[Sequence[Any]]
ALL = "0"
"""The key of what is not grouped."""


def sold(session: Session, *, asked: Asked, currency: str) -> Reported[Figures]:
    """Return what was sold and came back in a window, grouped as asked; not by tender or rate.

    Imported past sales count with it, and how much of it they are is said.

    The rows add up to the total, to the cent.
    """
    report = _Report(session, asked)
    if asked.by.is_of_lines:
        return report.by_lines(asked.by, decimals(currency))
    rows, names = report.by_orders(asked.by, decimals(currency))
    return Reported(sum(rows.values(), Figures()), rows, {str(key): name for key, name in names})


@of_one_moment
def by_tender(session: Session, *, window: ReportWindow) -> list[TenderRow]:
    """Return what was paid and refunded in a window in each way, coin rounding with it."""
    found: dict[str, dict[str, tuple[Any, ...]]] = defaultdict(dict)
    given = {"begins": window.begins, "ends": window.ends}
    for method, kind, *sums in session.execute(sql.TENDERS, given):
        found[method][kind] = tuple(sums)
    none = (0, NIL, NIL)
    rows = []
    for method, kinds in found.items():
        payments, paid, rounding = kinds.get("payment", none)
        refunds, refunded, returned = kinds.get("refund", none)
        rows.append(TenderRow(method, payments, paid, rounding - returned, refunds, refunded))
    return sorted(rows, key=lambda row: (-row.paid, row.method))


@of_one_moment
def by_rate(session: Session, *, window: ReportWindow) -> list[TaxRow]:
    """Return what was sold and came back at each rate of tax; last, what has none.

    The rows add up to the total of the sales report without imported past sales.
    """
    report = _Report(session, Asked(window, Grouping.RATE))
    total = sum(report.by_orders(Grouping.RATE)[0].values(), Figures())
    sold, back = map(report.rates, report.ask(sql.RATES, sql.RATES_BACK))
    rows = [
        TaxRow(*key, *sold.get(key, (NIL, NIL)), *back.get(key, (NIL, NIL)))
        for key in sorted(sold | back)
    ]
    taxed = total_tax(rows)
    rest = TaxRow(
        "", None, total.sales - taxed.sales, total.tax - taxed.tax,
        total.returns - taxed.returns, total.refunded_tax - taxed.tax_back,
    )  # fmt: skip
    has_rest = any((rest.sales, rest.tax, rest.returns, rest.tax_back))
    return [*rows, rest] if has_rest else rows


class _Report:
    """Asks one window, and puts together what the statements have found, as of one moment."""

    def __init__(self, session: Session, asked: Asked) -> None:
        self._session = session
        self._is_inside = bool(session.scalar(sql.IS_INSIDE))
        self._given = sql.given(asked)

    def ask(self, *statements: TextClause) -> Sequence[Rows]:
        """Return the rows of each statement: they are asked in one round trip."""
        parts = [TextPart(one) for one in (sql.ROOM, *statements)]
        return together(self._session, *parts, **self._given)[1:]

    def by_orders(self, by: Grouping, digits: int | None = None) -> tuple[dict[str, Figures], Rows]:
        """Return the figures of orders and of returns, by what each is of, and the names of that.

        None are returned of what is not named in the store: days, hours and the like. Imported
        past sales count where `digits` of the currency are given.
        """
        words = [sql.ORDERS, sql.PIECES, sql.DISCOUNTS] + [sql.INSIDE] * self._is_inside
        named = [NAMES[by]] if by in NAMES else []
        statements = [sql.of_orders(one, by) for one in words]
        past = [of_past(by)] if digits is not None else []
        found = list(self.ask(*past, sql.of_returns(by), *named, *statements))
        imported = past_figures(found.pop(0), digits) if digits is not None else None
        returns, orders, pieces, given, inside = (
            _by_key(rows) for rows in [found[0], *found[1 + len(named) :], ()][:5]
        )
        made = {}
        for key in orders | returns:
            count, paid, added, _ = orders.get(key, (0, NIL, NIL, NIL))
            refunded, _, added_back, inside_back = returns.get(key, (NIL, NIL, NIL, NIL))
            made[key] = Figures(
                count, int(pieces.get(key, (0,))[0]), paid, added + inside.get(key, (NIL,))[0],
                given.get(key, (NIL,))[0], refunded, added_back + (inside_back or NIL),
            )  # fmt: skip
        names = found[1] if named else ()
        return (with_past(made, imported) if imported else made), names

    def rates(self, rows: Rows) -> dict[tuple[str, Decimal], tuple[Decimal, Decimal]]:
        """Return the sum without tax and the tax of each name and rate."""
        return {
            (name, rate): (base - tax if self._is_inside else base, tax)
            for name, rate, base, tax in rows
        }

    def by_lines(self, by: Grouping, digits: int) -> Reported[Figures]:
        """Return the figures of lines by what they are of, and what shipping came to.

        Tax is rounded once for an order's rate: here it is spread over what was sold.
        """
        sums = sql.SOLD_INSIDE if self._is_inside else sql.SOLD_SUMS
        inside = [sql.of_orders(sql.INSIDE, None)] * self._is_inside
        found = self.ask(
            sql.of_orders(sql.ORDERS, None),
            sql.of_returns(None),
            sql.of_lines(sql.SOLD_LINES, sums, by),
            sql.of_lines(sql.FOREIGN_LINES, sql.FOREIGN_SUMS, by),
            sql.of_lines(sql.DISCOUNTED_LINES, f"sum({sql.DISCOUNT})", by),
            sql.of_lines(sql.RETURNED_LINES, sql.RETURNED_SUMS, by),
            of_past(None),
            of_past(by),
            *inside,
        )
        orders = _by_key(found[0]).get(ALL, (0, NIL, NIL, NIL))
        back = _by_key(found[1]).get(ALL, (NIL, NIL, NIL, NIL))
        included = _by_key(found[8]).get(ALL, (NIL,))[0] if inside else NIL
        lines = _LineSums(digits, is_inside=self._is_inside)
        sold, foreign, discounted, returned = (_of_lines(rows, by) for rows in found[2:6])
        for row in sold:
            lines.sell(*row)
        for key, _, tax in foreign:
            lines.added[key] += tax or NIL
        for key, _, amount in discounted:
            lines.discounts[key] += amount
        for row in returned:
            lines.take_back(*row)
        rows = lines.figures(orders[2], included, back[3] or NIL)
        if orders[3] or back[1] or lines.rest or lines.rest_back:
            rows[SHIPPING] = Figures(
                paid=orders[3] + lines.rest, tax=lines.rest, refunded=back[1],
                refunded_tax=lines.rest_back,
            )  # fmt: skip
        ours = Reported(Figures(orders=orders[0]), rows, lines.names)
        count = past_figures(found[6], digits).total.orders
        return _with_past_lines(ours, past_figures(found[7], digits), count)


def _with_past_lines(
    ours: Reported[Figures], past: Reported[Figures], count: int
) -> Reported[Figures]:
    """Return lines with past sales, of so many orders: these are counted in the total alone."""
    rows = {
        key: replace(one, orders=0, past_orders=0)
        for key, one in with_past(ours.rows, past).items()
    }
    total = sum(rows.values(), Figures(ours.total.orders + count, past_orders=count))
    return Reported(total, rows, {**past.names, **ours.names})


def _by_key(rows: Rows) -> dict[str, tuple[Any, ...]]:
    return {NOBODY if key is None else str(key): tuple(sums) for key, *sums in rows}


def _of_lines(rows: Rows, by: Grouping) -> Iterator[tuple[Any, ...]]:
    """Yield the key and the name of what lines are of, and their sums."""
    for key, name, product, variant, words, *values in rows:
        if by is Grouping.VARIANT:
            yield f"{product}/{variant or ''}", f"{name}, {words}" if words else name, *values
        else:
            yield str(key), name, *values


class _LineSums:
    """Adds up lines by their keys; tax in fractions of a cent until all of it is there."""

    def __init__(self, digits: int, *, is_inside: bool) -> None:
        self._digits, self._is_inside = digits, is_inside
        self.names: dict[str, str] = {}
        self._pieces: dict[str, int] = defaultdict(int)
        self._amounts, self.added, self._inside, self.discounts = _sums(), _sums(), _sums(), _sums()
        self._refunds, self._added_back, self._inside_back = _sums(), _sums(), _sums()
        self.rest = self.rest_back = NIL
        """Tax that no line has any part of."""

    def sell(self, key: str, name: str, pieces: int, amount: Decimal, tax: Decimal | None) -> None:
        """Count what was sold."""
        self.names[key] = name
        self._pieces[key] += int(pieces)
        self._amounts[key] += amount
        (self._inside if self._is_inside else self.added)[key] += tax or NIL

    def take_back(
        self, key: str, name: str, refund: Decimal, added: Decimal, inside: Decimal | None
    ) -> None:
        """Count what came back: with its tax, and the tax that had been added or was included."""
        self.names[key] = name
        self._refunds[key] += refund
        self._added_back[key] += added
        self._inside_back[key] += inside or NIL

    def figures(self, added: Decimal, inside: Decimal, inside_back: Decimal) -> dict[str, Figures]:
        """Return all figures, with the tax that orders and returns have spread over them."""
        plus, included = self._spread(self.added, added), self._spread(self._inside, inside)
        back = self._spread(self._inside_back, inside_back)
        self.rest = added + inside - sum(plus.values(), NIL) - sum(included.values(), NIL)
        self.rest_back = inside_back - sum(back.values(), NIL)
        return {
            key: Figures(
                0, self._pieces.get(key, 0), self._amounts.get(key, NIL) + plus.get(key, NIL),
                plus.get(key, NIL) + included.get(key, NIL), self.discounts.get(key, NIL),
                self._refunds.get(key, NIL), self._added_back.get(key, NIL) + back.get(key, NIL),
            )
            for key in self.names
        }  # fmt: skip

    def _spread(self, shares: Mapping[str, Decimal], total: Decimal) -> dict[str, Decimal]:
        return spread(shares, total, self._digits)


def _sums() -> dict[str, Decimal]:
    return defaultdict(lambda: NIL)
