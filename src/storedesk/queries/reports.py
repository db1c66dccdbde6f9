"""What sales come to in any period, by whatever they are grouped by."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import TextClause
from sqlalchemy.orm import Session

from storedesk.domain.order_details import OrderLine
from storedesk.domain.report_periods import ReportWindow
from storedesk.domain.reports import (
    NIL,
    NOBODY,
    SHIPPING,
    Asked,
    Figures,
    Grouping,
    Sold,
    TaxRow,
    TenderRow,
    spread,
    total_tax,
)
from storedesk.domain.values.money import decimals
from storedesk.persistence.engine.moments import of_one_moment
from storedesk.queries import report_sql as sql
from storedesk.queries.order_lists import order_lines

NAMES = {Grouping.PERSON: sql.PEOPLE, Grouping.REGISTER: sql.REGISTERS}
ALL = "0"
"""The key of what is not grouped."""


@of_one_moment
def sold(session: Session, *, asked: Asked, currency: str) -> Sold:
    """Return what was sold and came back in a window, grouped as asked; not by tender.

    The rows add up to the total, to the cent.
    """
    session.execute(sql.ROOM)
    report = _Report(session, asked)
    if asked.by.is_of_lines:
        return report.by_lines(asked.by, decimals(currency))
    rows = report.by_orders(asked.by)
    names = session.execute(NAMES[asked.by]) if asked.by in NAMES else ()
    return Sold(sum(rows.values(), Figures()), rows, {str(key): name for key, name in names})


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

    The rows add up to the total of the sales report.
    """
    report = _Report(session, Asked(window, Grouping.RATE))
    total = sum(report.by_orders(Grouping.RATE).values(), Figures())
    sold, back = (report.rates(one) for one in (sql.RATES, sql.RATES_BACK))
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
    rows = session.execute(sql.of_row(asked.by, key), _given(asked) | {"key": key}).all()
    return [row[0] for row in sorted(rows, key=lambda row: (row[at], row[0]), reverse=descending)]


def _given(asked: Asked) -> dict[str, Any]:
    return {
        "begins": asked.window.begins, "ends": asked.window.ends,
        "starts": list(asked.starts), "zone": asked.zone,
    }  # fmt: skip


class _Report:
    """Asks one window, and puts together what the statements have found."""

    def __init__(self, session: Session, asked: Asked) -> None:
        self._session = session
        self._is_inside = bool(session.scalar(sql.IS_INSIDE))
        self._given = _given(asked)

    def by_orders(self, by: Grouping) -> dict[str, Figures]:
        """Return the figures of orders and of returns, by what each of them is of."""
        orders = self._rows(sql.of_orders(sql.ORDERS, by))
        inside = self._inside(by)
        pieces = self._rows(sql.of_orders(sql.PIECES, by))
        given = self._rows(sql.of_orders(sql.DISCOUNTS, by))
        returns = self._rows(sql.of_returns(by))
        made = {}
        for key in orders | returns:
            count, paid, added, _ = orders.get(key, (0, NIL, NIL, NIL))
            refunded, _, added_back, inside_back = returns.get(key, (NIL, NIL, NIL, NIL))
            made[key] = Figures(
                count, int(pieces.get(key, (0,))[0]), paid, added + inside.get(key, NIL),
                given.get(key, (NIL,))[0], refunded, added_back + (inside_back or NIL),
            )  # fmt: skip
        return made

    def rates(self, statement: TextClause) -> dict[tuple[str, Decimal], tuple[Decimal, Decimal]]:
        """Return the sum without tax and the tax of each name and rate."""
        found = self._session.execute(statement, self._given)
        return {
            (name, rate): (base - tax if self._is_inside else base, tax)
            for name, rate, base, tax in found
        }

    def by_lines(self, by: Grouping, digits: int) -> Sold:
        """Return the figures of lines by what they are of, and what shipping came to.

        Tax is rounded once for an order's rate: here it is spread over what was sold.
        """
        orders = self._rows(sql.of_orders(sql.ORDERS, None)).get(ALL, (0, NIL, NIL, NIL))
        back = self._rows(sql.of_returns(None)).get(ALL, (NIL, NIL, NIL, NIL))
        lines = _LineSums(digits, is_inside=self._is_inside)
        sums = sql.SOLD_INSIDE if self._is_inside else sql.SOLD_SUMS
        for row in self._lines(sql.SOLD_LINES, sums, by):
            lines.sell(*row)
        for key, _, tax in self._lines(sql.FOREIGN_LINES, sql.FOREIGN_SUMS, by):
            lines.added[key] += tax or NIL
        for key, _, amount in self._lines(sql.DISCOUNTED_LINES, f"sum({sql.DISCOUNT})", by):
            lines.discounts[key] += amount
        for row in self._lines(sql.RETURNED_LINES, sql.RETURNED_SUMS, by):
            lines.take_back(*row)
        rows = lines.figures(orders[2], self._inside(None).get(ALL, NIL), back[3] or NIL)
        if orders[3] or back[1] or lines.rest or lines.rest_back:
            rows[SHIPPING] = Figures(
                paid=orders[3] + lines.rest, tax=lines.rest, refunded=back[1],
                refunded_tax=lines.rest_back,
            )  # fmt: skip
        total = sum(rows.values(), Figures(orders=orders[0]))
        return Sold(total, rows, lines.names)

    def _inside(self, by: Grouping | None) -> dict[str, Decimal]:
        """Return the tax that prices include; nothing where it is added to them."""
        if not self._is_inside:
            return {}
        found = self._rows(sql.of_orders(sql.INSIDE, by))
        return {key: tax for key, (tax,) in found.items()}

    def _rows(self, statement: TextClause) -> dict[str, tuple[Any, ...]]:
        found = self._session.execute(statement, self._given)
        return {NOBODY if key is None else str(key): tuple(sums) for key, *sums in found}

    def _lines(self, rows: str, sums: str, by: Grouping) -> Iterator[tuple[Any, ...]]:
        found = self._session.execute(sql.of_lines(rows, sums, by), self._given)
        for key, name, product, variant, words, *values in found:
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
