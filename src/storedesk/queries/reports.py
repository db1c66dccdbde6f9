"""What sales come to in any period, by whatever they are grouped by."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import TextClause
from sqlalchemy.orm import Session

from storedesk.domain.report_figures import total_of
from storedesk.domain.report_periods import ReportWindow
from storedesk.domain.report_rows import TaxRow, TenderRow, total_tax
from storedesk.domain.reports import NIL, Asked, Figures, Grouping, Reported
from storedesk.domain.values.money import decimals
from storedesk.persistence.engine.moments import of_one_moment
from storedesk.persistence.engine.together import TextPart, together
from storedesk.queries import report_sql as sql
from storedesk.queries.day_sums import Beside
from storedesk.queries.line_sums import by_lines
from storedesk.queries.order_sums import by_orders, order_figures

Rows: TypeAlias = Sequence[Sequence[Any]]


def sold(
    session: Session, *, asked: Asked, currency: str, beside: Beside | None = None
) -> Reported[Figures]:
    """Return what was sold and came back in a window, grouped as asked; not by tender or rate.

    Imported past sales count with it, and how much of it they are is said.

    The rows add up to the total, to the cent.
    """
    add_up = by_lines if asked.by.is_of_lines else by_orders
    return add_up(session, asked, decimals(currency), beside)


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
    total = report.total()
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

    def total(self) -> Figures:
        """Return sales, returns and their tax, without imported past sales; no pieces."""
        words = [sql.ORDERS, *[sql.INSIDE] * self._is_inside]
        found = self.ask(sql.of_returns(None), *(sql.of_orders(one, None) for one in words))
        returns, orders, *inside = found
        return total_of(order_figures(returns, orders, (), (), *inside).values())

    def rates(self, rows: Rows) -> dict[tuple[str, Decimal], tuple[Decimal, Decimal]]:
        """Return the sum without tax and the tax of each name and rate."""
        return {
            (name, rate): (base - tax if self._is_inside else base, tax)
            for name, rate, base, tax in rows
        }
