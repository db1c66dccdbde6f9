"""The card with the chart of a report: bars, what they are compared with, and their sum."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from storedesk.domain.report_periods import Span
from storedesk.domain.reports import Grouping, ReportRow, Subject
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.charts.period_bars import Bar, PeriodBars
from storedesk.ui.kit.charts.swatch import Swatch
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import Card
from storedesk.ui.kit.looks.labels import Label, card_title
from storedesk.ui.reports import labels
from storedesk.ui.reports.question import ReportQuestion

COUNTED = frozenset({Subject.PROMOTIONS, Subject.DISCOUNTS, Subject.STOCK})
"""What is counted by product, too: not orders and returns, which may be of several."""
MOST_BARS = 20
"""Of rows that are no time, the largest ones are drawn."""


class ChartCard(Card):
    """The main figure of each row: bars now, a line then."""

    opened = Signal(object)
    """A bar is to be opened: its ReportRow."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(gap=6)
        self._context = context
        self._rows: Sequence[ReportRow[Any]] = ()
        self.heading = card_title(labels.main_name(Subject.SALES))
        self.sum = Label(size=15, weight=theme.DEMIBOLD, tabular=True)
        self.change = Label(tabular=True)
        self.past = Label(size=12, ink="muted", tabular=True)
        self.now, self.then = (Label(size=12, ink="muted") for _ in range(2))
        self._line = Swatch("chart_then", is_line=True)
        self.bars = PeriodBars(self._axis)
        self.bars.opened.connect(lambda at: self.opened.emit(self._rows[at]))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.heading)
        head.addSpacing(10)
        head.addWidget(self.sum)
        head.addWidget(self.change)
        head.addStretch(1)
        for part in (Swatch("accent"), self.now, self._line, self.then):
            head.addWidget(part)
        self.add(head, self.past)
        self.past.hide()
        self.column.addWidget(self.bars, 1)

    def show_figures(
        self, question: ReportQuestion, rows: Sequence[ReportRow[Any]], total: ReportRow[Any],
        until: str,
    ) -> None:  # fmt: skip
        """Show what a question has found; `until` is the time up to which days are compared."""
        by, form = question.by, self._context.format
        is_time = by.step is not None or by is Grouping.HOUR
        if not is_time:
            rows = sorted(rows, key=lambda row: -row.now.main)[:MOST_BARS]
        self._rows = rows
        self.heading.setText(labels.main_name(question.about))
        self.bars.setAccessibleName(labels.title_of(question.about, by))
        self.sum.setText(self._money(total.now.main))
        cell = labels.change_cell(total.now.main, total.then.main if total.then else None, form)
        self.change.setText(cell.text if total.then else "")
        self.past.setText(labels.past_words(total.now, self._money))
        self.past.setHidden(not self.past.text())
        self.now.setText(labels.span_words(question.span, form))
        then = labels.span_words(question.then, form) if question.then else ""
        words = tr("{days}, until {time}") if until and then else "{days}"
        self.then.setText(words.format(days=then, time=until) if then else "")
        self._line.setHidden(not then)
        parts = question.parts(form)
        self.bars.has_line = is_time
        self.bars.show_bars([self._bar(row, question, parts) for row in rows])

    def _bar(self, row: ReportRow[Any], question: ReportQuestion, parts: Sequence[Span]) -> Bar:
        form, by = self._context.format, question.by
        below, is_apart, is_running = row.name, False, False
        if by.step is not None:
            part = parts[int(row.key)]
            below = labels.part_mark(part, by, form)
            is_apart = by is Grouping.DAY and labels.is_weekend(part.first)
            is_running = question.is_running and part.last == question.span.last
        then = row.then.main if row.then else None
        return Bar(below, row.now.main, then, self._card(row, question), is_running, is_apart)

    def _card(self, row: ReportRow[Any], question: ReportQuestion) -> tuple[tuple[str, str], ...]:
        form = self._context.format
        is_counted = not question.by.is_of_lines or question.about in COUNTED
        count = labels.count_words(question.about, row.now.count) if is_counted else ""
        lines = [(row.name, self._money(row.now.main)), (count, "")]
        if row.then is not None:
            change = labels.change_words(row.now.main, row.then.main, form)
            then = tr("Before: {amount}").format(amount=self._money(row.then.main))
            lines.append((then, change))
        return tuple(line for line in lines if any(line))

    def _money(self, amount: Decimal) -> str:
        return self._context.money(Money(amount, self._context.store.currency))

    def _axis(self, step: Decimal) -> str:
        """Write a line of the axis: whole where it is."""
        words = self._money(step)
        idle = self._context.format.amount(Decimal(0))[1:]
        return words.replace(idle, "") if step == step.to_integral_value() else words
