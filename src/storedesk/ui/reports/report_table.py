"""Show a report as a table, with what its rows come to below it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.documents.figure_tables import FigureTable
from storedesk.ui.context import PageContext
from storedesk.ui.kit.lists.arrangement import Arrangement
from storedesk.ui.kit.lists.columns import Column, Sort
from storedesk.ui.kit.lists.exporting import ListExport
from storedesk.ui.kit.lists.row_painter import text_of
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.looks.cards import Card
from storedesk.ui.reports.rows_source import RowsSource
from storedesk.ui.reports.totals import TotalsFoot

R = TypeVar("R")
ON_PAPER = 2_000
"""Rows that are printed at most."""


class ReportTable(Card, Generic[R]):
    """The rows of one report. A person arranges its columns as those of any list."""

    opened = Signal(object)
    """A row is to be opened: its record."""

    def __init__(  # noqa: PLR0913 - the whole manner of a report
        self,
        context: PageContext,
        columns: Sequence[Column[R]],
        named: Callable[[R], str],
        *,
        id: str,  # noqa: A002 - as lists have it
        name: str,
        sort: Sort,
        empty: tuple[str, str],
    ) -> None:
        """Take what a row is known by; by `id` its columns are kept; `name` is its title."""
        super().__init__(margin=4, gap=0)
        self.source = RowsSource(named, columns)
        self.table: LongTable[R] = LongTable(
            columns, self.source, name=name, sort=sort, empty=empty
        )
        self.arrangement = Arrangement(self.table, id, context.habits)
        self.foot = TotalsFoot(self.table)
        self.name = name
        self._form = context.format
        self._version = 0
        self.table.opened.connect(self.opened)
        self.add(self.table, stretch=1)
        self.add(self.foot)

    async def show_rows(self, rows: Sequence[R], total: R | None, *, is_new: bool) -> None:
        """Show these rows, from the top if another question was asked."""
        self.source.hold(rows)
        self._version += is_new
        await self.table.display(self._version)
        self.foot.show_record(total if rows else None)

    async def resort(self) -> None:
        """Show the rows in the order that a person asked for."""
        await self.table.display(self._version)

    def export(self, parent: QWidget) -> ListExport[R]:
        """Return the export of the table as it is shown."""
        return ListExport(parent, self.table, self._form, title=self.name)

    def on_paper(self, remark: str) -> FigureTable:
        """Return the table for printing, as it is arranged and sorted."""
        shown = self.table.chosen_columns()
        rows = [
            [text_of(column.value(row)) for column in shown]
            for row in self.source.sorted_rows(self.table.sort)
        ]
        total = self.foot.record
        return FigureTable(
            title=self.name, remark=remark, heads=[column.heading for column in shown],
            is_right=[column.style.right for column in shown], rows=rows[:ON_PAPER],
            left_out=max(0, len(rows) - ON_PAPER),
            total=[text_of(column.value(total)) for column in shown] if total is not None else (),
        )  # fmt: skip
