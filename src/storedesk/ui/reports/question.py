"""What a report is asked: the period, what it is compared with, and what its rows are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from storedesk.domain.report_periods import (
    MOST_DAYS,
    Against,
    ReportPeriod,
    ReportWindow,
    Span,
    compared,
    moved,
    parts_of,
    span_of,
    window_of,
    window_until,
)
from storedesk.domain.reports import GROUPINGS, Asked, Grouping, Subject
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks.buttons import icon_button
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.reports import labels

DAY_WIDTH = 116
UNCOMPARED = frozenset({Grouping.TENDER, Grouping.RATE})
"""What has columns of its own, and none for another period."""


@dataclass(frozen=True, slots=True)
class ReportQuestion:
    """One question, whole: it is asked as it was when a person changed it last."""

    span: Span
    then: Span | None
    by: Grouping
    is_running: bool
    """Whether the period goes on: its last day is today."""
    about: Subject = Subject.SALES

    def parts(self, form: Format) -> list[Span]:
        """Return the rows of a report by time; nothing for another one."""
        return parts_of(self.span, self.by.step, form.first_weekday) if self.by.step else []

    def now(self, form: Format) -> Asked:
        """Return what is asked of the period."""
        window = window_of(self.span, form.zone)
        return self._asked(window, self.span, form)

    def before(self, form: Format, now: datetime) -> Asked | None:
        """Return what is asked of what it is compared with, until this time of day if it runs."""
        if self.then is None:
            return None
        window = window_of(self.then, form.zone)
        if self.is_running:
            window = window_until(self.then, form.zone, now)
        return self._asked(window, self.then, form)

    def _asked(self, window: ReportWindow, span: Span, form: Format) -> Asked:
        return Asked(window, self.by, self._starts(span, form), str(form.zone), self.about)

    def _starts(self, span: Span, form: Format) -> tuple[datetime, ...]:
        if self.by.step is None:
            return ()
        parts = parts_of(span, self.by.step, form.first_weekday)
        return tuple(window_of(part, form.zone).begins for part in parts)


class QuestionBar(QWidget):
    """Chooses the period, by name or by typing its days, and what it is compared with."""

    changed = Signal()
    """Another question is asked: `question()`."""
    refused = Signal(str)
    """What was typed is no period: a sentence."""

    def __init__(self, form: Format) -> None:
        super().__init__()
        self._form = form
        self.period = chooser(tr("Period"), labels.period_names().items())
        self.before = icon_button("chevron-left", tr("Earlier period"))
        self.after = icon_button("chevron-right", tr("Later period"))
        self.first = self._day_field(tr("First day"))
        self.last = self._day_field(tr("Last day"))
        self.period.activated.connect(lambda _: self._take_named())
        self.before.clicked.connect(lambda: self.go(-1))
        self.after.clicked.connect(lambda: self.go(1))
        self._span = Span(self._today(), self._today())
        self.choose(ReportPeriod.FOUR_WEEKS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.period, self.before, self.first, muted("\N{EN DASH}"), self.last):
            row.addWidget(part)
        row.addWidget(self.after)
        row.addStretch(1)

    def span(self) -> Span:
        """Return the days that are asked about; a named period goes with the calendar."""
        named = ReportPeriod(self.period.currentData())
        if named is not ReportPeriod.OWN:
            self._show(span_of(named, self._today(), self._form.first_weekday))
        return self._span

    def named(self) -> ReportPeriod:
        """Return the name of the period."""
        return ReportPeriod(self.period.currentData())

    def choose(self, period: ReportPeriod, span: Span | None = None) -> None:
        """Ask about a named period, or about these days, without telling."""
        self.period.setCurrentIndex(self.period.findData(period.value))
        self._show(span or span_of(period, self._today(), self._form.first_weekday))

    def go(self, way: int) -> None:
        """Ask about the period before, or after."""
        self.choose(ReportPeriod.OWN, moved(self.span(), way, self._today()))
        self.changed.emit()

    def _today(self) -> date:
        return self._form.now().date()

    def _show(self, span: Span) -> None:
        self._span = span
        for field, day in ((self.first, span.first), (self.last, span.last)):
            if not field.hasFocus() or not field.isModified():
                field.setText(self._form.day(day))
                field.setModified(False)

    def _take_named(self) -> None:
        if self.named() is ReportPeriod.OWN:
            self.first.setFocus()
            self.first.selectAll()
        self.changed.emit()

    def _take_typed(self) -> None:
        if not (self.first.isModified() or self.last.isModified()):
            return
        first, last = (self._form.read_day(one.text()) for one in (self.first, self.last))
        if first is None or last is None:
            example = self._form.day(self._today())
            self.refused.emit(tr("Type both days, such as {example}.").format(example=example))
        elif first > last:
            self.refused.emit(tr("The first day is after the last one."))
        elif (last - first).days >= MOST_DAYS:
            self.refused.emit(tr("A report covers ten years at most."))
        else:
            self.first.setModified(False)
            self.last.setModified(False)
            self.choose(ReportPeriod.OWN, Span(first, last))
            self.changed.emit()

    def _day_field(self, name: str) -> LineInput:
        field = LineInput(longest=40)
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.setFixedWidth(px(DAY_WIDTH))
        field.editingFinished.connect(self._take_typed)
        return field


def question_of(
    bar: QuestionBar, against: Against, about: Subject, by: Grouping, today: date
) -> ReportQuestion:
    """Return the whole question."""
    span = bar.span()
    is_compared = by not in UNCOMPARED and by is not Grouping.UNSOLD
    then = compared(span, against, bar.named()) if is_compared else None
    return ReportQuestion(span, then, by, span.last == today, about)


class WholeChooser(Chooser):
    """A choice whose words are never cut: what has no room falls into a second row."""

    def minimumSizeHint(self) -> QSize:
        """Answer Qt: as wide as its choices."""
        return self.sizeHint()


class GroupingChooser(WholeChooser):
    """Chooses what the rows of a report are; each report has choices of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Grouped by"))
        self._last: dict[Subject, Grouping] = {}
        self._about = Subject.SALES
        self.show_subject(Subject.SALES)

    def grouping(self) -> Grouping:
        """Return what the rows are."""
        return Grouping(self.currentData())

    def show_subject(self, about: Subject) -> None:
        """Offer what a report may be grouped by: first that by which it was grouped last."""
        if self.count():
            self._last[self._about] = self.grouping()
        self._about = about
        names = labels.grouping_names()
        self.offer(Entry(by.value, names[by]) for by in GROUPINGS[about])
        wanted = self._last.get(about, GROUPINGS[about][0])
        self.setCurrentIndex(self.findData(wanted.value))


def chooser(name: str, choices: Iterable[tuple[Any, str]]) -> Chooser:
    """Return a field to choose one of a few, called `name`."""
    made = WholeChooser()
    made.setAccessibleName(name)
    made.offer(Entry(str(key), words) for key, words in choices)
    made.setCurrentIndex(0)
    return made
