"""Show what was sold, came back or was given away in any period, as a chart and as a table."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QStackedWidget

from storedesk import queries
from storedesk.domain.change_notices import Rows
from storedesk.domain.report_periods import Against
from storedesk.domain.report_rows import TaxRow, TenderRow, sum_of, total_tax
from storedesk.domain.reports import Grouping, Reported, ReportRow, Subject
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.rest import Rest
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.lists.tabs import SegmentedTabs
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import GAP, PageHeader, boxed, column
from storedesk.ui.kit.looks.filter_bar import FilterBar
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.reports import labels
from storedesk.ui.reports.chart_card import ChartCard
from storedesk.ui.reports.columns import rate_name, tender_name
from storedesk.ui.reports.order_part import OrderPart
from storedesk.ui.reports.printing import report_dialog
from storedesk.ui.reports.question import (
    UNCOMPARED,
    GroupingChooser,
    QuestionBar,
    ReportQuestion,
    chooser,
    question_of,
)
from storedesk.ui.reports.report_rows import report_rows
from storedesk.ui.reports.report_table import ReportTable
from storedesk.ui.reports.shortcuts import report_actions
from storedesk.ui.reports.summing import sum_by
from storedesk.ui.reports.tables import made_table

REST_MS = 15_000
"""After it was read a report is not read again for so long, whatever is sold meanwhile."""
CHART_HEIGHT = 250
"""The chart is never higher: the table has the rest."""
READS: dict[Subject, Callable[..., Reported[Any]]] = {
    Subject.SALES: queries.cost_figures.sold,
    Subject.RETURNS: queries.return_reports.came_back,
    Subject.PROMOTIONS: queries.discount_reports.given_away,
    Subject.DISCOUNTS: queries.discount_reports.given_away,
    Subject.STOCK: queries.stock_reports.in_stock,
}


class ReportsView(View):
    """Reports for managers and auditors. Reading one is called off as soon as another is asked."""

    watches = frozenset({"orders", "order_returns", "order_payments"})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self._asked: ReportQuestion | None = None
        self._row: tuple[ReportQuestion, str] | None = None
        self._rest = Rest(self, REST_MS, self.changed)
        self._tables: dict[tuple[Subject, Grouping], ReportTable[Any]] = {}
        self._make_parts()
        self._lay_out(context.actions)

    @property
    def report(self) -> ReportTable[Any]:
        """The table of what is asked, made when it is first wanted."""
        wanted = self.subject(), self.grouping()
        if wanted not in self._tables:
            made = made_table(self.context, *wanted)
            made.opened.connect(self.open_row)
            made.table.sort_changed.connect(lambda _: self.start(made.resort))
            made.table.failed.connect(self.refuse)
            self._tables[wanted] = made
            self.tables.addWidget(made)
        return self._tables[wanted]

    def subject(self) -> Subject:
        """Return what the report is about."""
        return Subject(self.about.current())

    def is_of_sales(self) -> bool:
        """Tell whether the report in sight is one of sales."""
        return self._asked is not None and self._asked.about is Subject.SALES

    def grouping(self) -> Grouping:
        """Return what the rows are."""
        return self.by.grouping()

    async def refresh(self) -> None:
        """Ask the question that is chosen, and show what is found; the rows stay until then."""
        self._rest.begin()
        form = self.context.format
        now = form.instant().replace(tzinfo=UTC)
        against = Against(self.against.currentData())
        today = form.now().date()
        question = question_of(self.question, against, self.subject(), self.grouping(), today)
        if question.by in UNCOMPARED:
            await self._show_uncompared(question)
            return
        read, currency = READS[question.about], self.context.store.currency
        before = question.before(form, now)
        wanted = [question.now(form)] + ([before] if before else [])
        found = await asyncio.gather(
            *(self.desk.read_apart(read, asked=one, currency=currency) for one in wanted)
        )
        await self._show_compared(question, found[0], found[1] if before else None, now)
        if any(one.misses_days for one in found):
            self.start(self.sum_up)

    async def sum_up(self) -> None:
        """Have the days summed up that were added up row by row: the next report is faster."""
        await sum_by(self.desk)

    def hear(self, table: str, ids: Rows) -> None:
        """Note that something was sold; the report is read at once, or after its rest."""
        if self._rest.allows():
            super().hear(table, ids)

    def hears_scans(self) -> bool:
        """Tell that nothing is scanned here."""
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Answer Qt: nobody waits for the answer any more, so the server need not find it."""
        if self._jobs.drop(self.refresh):
            self._stale = True
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: the table takes the keyboard."""
        super().focusInEvent(event)
        self.report.table.setFocus(event.reason())

    def stop(self) -> None:
        """End all that would read the page once more."""
        self._rest.stop()
        super().stop()

    def open_row(self, row: ReportRow[Any] | TenderRow | TaxRow) -> None:
        """List the orders of a row."""
        if self._asked is None:
            return
        key = row.method if isinstance(row, TenderRow) else row.key
        name = tender_name(key) if isinstance(row, TenderRow) else row.name
        name = rate_name(row) if isinstance(row, TaxRow) else name
        self._row = self._asked, key
        self.orders.title.setText(tr("Orders: {row}").format(row=name))
        self.orders.days.setText(labels.span_words(self._asked.span, self.context.format))
        past = row.now.past_orders if isinstance(row, ReportRow) and self.is_of_sales() else 0
        self.orders.show_past(past)
        self.parts.setCurrentWidget(self.orders)
        self.orders.table.setFocus()
        self._jobs.restart(self.show_orders)

    async def show_orders(self) -> None:
        """Ask for the orders of the row that was opened."""
        if self._row is not None:
            question, key = self._row
            await self.orders.show_orders(question.now(self.context.format), key)

    def close_row(self) -> None:
        """Show the report again."""
        self._row = None
        self.parts.setCurrentIndex(0)
        self.report.table.setFocus()

    def open_chosen(self) -> None:
        """Do what Enter does in the list in sight."""
        table = self.orders.table if self.has_row() else self.report.table
        table.open_chosen()

    def has_chosen(self) -> bool:
        """Tell whether a row is chosen that Enter opens."""
        return not self.has_row() and self.report.table.chosen_or_none() is not None

    def has_row(self) -> bool:
        """Tell whether the orders of a row are in sight."""
        return self._row is not None

    async def export(self) -> None:
        """Export the table as it is shown, into a file that a person names."""
        exporting = self.report.export(self)
        done = await exporting.ask()
        if done is not None:
            self.note.say(exporting.summary(done))

    async def print_report(self) -> None:
        """Preview the table; print it, or save it as a PDF."""
        if self._asked is None:
            return
        days = labels.span_words(self._asked.span, self.context.on_paper())
        await report_dialog(self, self.context, self.report, days, self.chart.past.text()).shown()

    async def _show_compared(
        self, question: ReportQuestion, now: Reported[Any], then: Reported[Any] | None, at: datetime
    ) -> None:
        form, by = self.context.format, question.by
        parts = question.parts(form)
        rows = report_rows(by, parts, now, then, form)
        total: ReportRow[Any] = ReportRow("", tr("Total"), now.total, then.total if then else None)
        until = form.time(at) if question.is_running else ""
        self.chart.setHidden(not rows)
        self.chart.show_figures(question, rows, total, until)
        await self._show_table(question, rows, total)

    async def _show_uncompared(self, question: ReportQuestion) -> None:
        window = question.now(self.context.format).window
        self.chart.hide()
        if question.by is Grouping.TENDER:
            paid = await self.desk.read_apart(queries.reports.by_tender, window=window)
            await self._show_table(question, paid, sum_of(paid))
        else:
            taxed = await self.desk.read_apart(queries.reports.by_rate, window=window)
            total = replace(total_tax(taxed), name=tr("Total"))
            await self._show_table(question, taxed, total)

    async def _show_table(self, question: ReportQuestion, rows: list[Any], total: Any) -> None:
        is_new, self._asked = question != self._asked, question
        table = self.report
        had_focus = any(one.table.hasFocus() for one in self._tables.values())
        self.tables.setCurrentWidget(table)
        if had_focus:
            table.table.setFocus()
        await table.show_rows(rows, total, is_new=is_new)

    def _make_parts(self) -> None:
        self.question = QuestionBar(self.context.format)
        self.against = chooser(tr("Compared with"), labels.against_names().items())
        self.by = GroupingChooser()
        self.about = SegmentedTabs(labels.subject_names().items(), name=tr("Report"))
        self.about.chosen.connect(self._take_subject)
        self.question.changed.connect(self.ask)
        self.question.refused.connect(lambda words: self.problem.say(words, Tone.BAD))
        for one in (self.against, self.by):
            one.activated.connect(lambda _: self.ask())
        self.chart = ChartCard(self.context)
        self.chart.opened.connect(self.open_row)
        self.chart.setMaximumHeight(CHART_HEIGHT)
        self.tables = QStackedWidget()
        self.orders = OrderPart(self.context, lambda *_: self._jobs.restart(self.show_orders))
        self.orders.left.connect(self.close_row)
        self.parts = QStackedWidget()

    def ask(self) -> None:
        """Ask the question that is chosen now, in place of the one that is being asked."""
        self.problem.hide()
        if self._row is not None:
            self.close_row()
        self.reload()

    def turn(self, way: int = 1) -> None:
        """Show the next report, or the one before."""
        known = list(labels.subject_names())
        about = known[(known.index(self.subject()) + way) % len(known)]
        self.about.choose(about)
        self._take_subject(about)

    def _take_subject(self, key: str) -> None:
        self.by.show_subject(Subject(key))
        self.ask()

    def _lay_out(self, actions: Actions) -> None:
        export = secondary(tr("Export"), icon="download")
        out = secondary(tr("Print"), icon="printer")
        self.tables.addWidget(self.report)
        whole = boxed(column(self.chart, gap=GAP))
        whole.layout().addWidget(self.tables, 1)  # type: ignore[union-attr,call-arg]
        self.parts.addWidget(whole)
        self.parts.addWidget(self.orders)
        against, by = muted(tr("Compared with")), muted(tr("Grouped by"))
        bar = FilterBar(self.question, against, self.against, by, self.by)
        title = tr("Reports")
        buttons = {"export": export, "print": out}
        for name, action in report_actions(self, title).items():
            if button := buttons.get(name):
                actions.bind(action, button, self)
            else:
                actions.add(action, self)
        header = PageHeader(title, export, out, remark=self.about)
        self.lay_out(bar, self.parts, header=header)
