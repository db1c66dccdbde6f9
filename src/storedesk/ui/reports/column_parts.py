"""Make the columns that several reports have."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Protocol

from storedesk.domain.reports import Grouping, ReportRow, Subject
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.reports.labels import change_cell, grouping_names

ReportColumn = Column[ReportRow[Any]]


class AmountColumn(Protocol):
    """Makes a column of amounts in the store's currency."""

    def __call__(
        self, heading: str, sort: str, of: Callable[[Any], Decimal | None], *, spare: int = 0,
        is_strong: bool = False,
    ) -> ReportColumn:  # fmt: skip
        """Take the heading, what it is sorted by, and the amount of a row."""


def name_column(by: Grouping) -> ReportColumn:
    """Return the column that names the rows."""
    in_time = by.step is not None or by is Grouping.HOUR
    return Column(
        grouping_names()[by], lambda row: row.name, CellStyle.STRONG, 132, 3,
        "place" if in_time else "name", plain=None if in_time else lambda row: row.name,
    )  # fmt: skip


def count_column(
    context: PageContext, heading: str, sort: str, of: Callable[[Any], int], spare: int = 0
) -> ReportColumn:
    """Return a column of whole numbers."""
    count = context.format.count
    return Column(
        heading, lambda row: count(of(row)), CellStyle.NUMBER, 70, sort=sort, spare=spare,
        plain=of,
    )  # fmt: skip


def amounts(context: PageContext) -> AmountColumn:
    """Return what makes columns of amounts; a cell is empty where an amount is None."""
    currency = context.store.currency

    def amount(
        heading: str, sort: str, of: Callable[[Any], Decimal | None], *, spare: int = 0,
        is_strong: bool = False,
    ) -> ReportColumn:  # fmt: skip
        style = CellStyle.MONEY if is_strong else CellStyle.NUMBER

        def money(row: Any) -> Money | None:
            value = of(row)
            return None if value is None else Money(value, currency)

        def cell(row: Any) -> Cell | str:
            shown = money(row)
            return "" if shown is None else Cell(context.money(shown), style=style)

        return Column(heading, cell, style, 96, sort=sort, spare=spare, plain=money)

    return amount


def against_column(context: PageContext, about: Subject, compared: str) -> ReportColumn:
    """Return how rows compare with another period; `compared` names that amount in files."""
    more_is_good = about is Subject.SALES
    currency = context.store.currency

    def cell(row: ReportRow[Any]) -> Cell:
        then = row.then.main if row.then else None
        made = change_cell(row.now.main, then, context.format, more_is_good=more_is_good)
        return replace(made, tone=Tone.MUTE) if about is Subject.STOCK else made

    def before(row: ReportRow[Any]) -> Money | None:
        return Money(row.then.main, currency) if row.then else None

    return Column(
        tr("Against"), cell, CellStyle.NUMBER, 86, sort="against", spare=2, plain=_more,
        beside=[(compared, before)],
    )  # fmt: skip


def imported_column(context: PageContext) -> ReportColumn:
    """Return what of net is of imported past sales; nothing where there is none of it."""
    currency = context.store.currency

    def cell(row: ReportRow[Any]) -> str:
        return context.money(Money(row.now.past, currency)) if row.now.past else ""

    return Column(
        tr("Imported"), cell, CellStyle.NUMBER, 96, sort="imported", spare=8,
        plain=lambda row: Money(row.now.past, currency),
    )  # fmt: skip


def _more(row: ReportRow[Any]) -> Decimal | None:
    """Return the change as a share, four decimals: 0.0471."""
    if row.then is None or row.then.main <= 0:
        return None
    share: Decimal = (row.now.main - row.then.main) / row.then.main
    return share.quantize(Decimal("0.0001"))
