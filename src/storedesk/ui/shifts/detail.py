"""Show one shift: its report, all that happened at its drawer, and the day over all registers."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from storedesk.domain.shifts import DayReport, ShiftLine, ShiftReport, ShiftState
from storedesk.ui.cash_labels import level_label
from storedesk.ui.cash_ledger import CashLedger
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import EmptyState
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.tabs import SegmentedTabs
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import Card, Facts, boxed, column, row, scrolling
from storedesk.ui.kit.looks.chips import Chip
from storedesk.ui.kit.looks.labels import card_title, muted
from storedesk.ui.shifts import figures
from storedesk.ui.shifts.figures import ReportPart
from storedesk.ui.shifts.labels import state_label
from storedesk.ui.sign_off_detail import SignOffDetail

REPORT, CASH, DAY = "report", "cash", "day"
"""The keys of the tabs."""


class FigureSheet(QWidget):
    """The figures of a report, a card for each part."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.parts: Sequence[ReportPart] = ()
        self._cards: list[tuple[Card, Facts]] = []
        self._inner = QVBoxLayout()
        self._inner.setSpacing(10)
        self._inner.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(boxed(self._inner)))

    def show_parts(self, parts: Sequence[ReportPart]) -> None:
        """Show these instead of what is there."""
        self.parts = parts
        while len(self._cards) < len(parts):
            card, facts = Card(margin=14, gap=6), Facts()
            card.add(facts)
            self._inner.insertWidget(len(self._cards), card)
            self._cards.append((card, facts))
        for at, (card, facts) in enumerate(self._cards):
            card.setVisible(at < len(parts))
            if at < len(parts):
                self._show_part(parts[at], card, facts)

    def _show_part(self, part: ReportPart, card: Card, facts: Facts) -> None:
        card.title.setText(part.title)
        card.title.show()
        shown = [(one.name, one.shown(self._context)) for one in part.figures]
        total = (part.total.name, part.total.shown(self._context)) if part.total else None
        facts.show_facts(shown, total=total)


class ShiftDetail(SignOffDetail):
    """One shift, in three tabs; managers approve it."""

    approve_wanted = Signal()
    print_wanted = Signal()
    export_wanted = Signal()
    tab_chosen = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.line: ShiftLine | None = None
        self.report: ShiftReport | None = None
        self.day: DayReport | None = None
        self.title, self.about = card_title(""), muted(wrap=True)
        self.status = Chip("")
        self.approve = primary(tr("Approve"), icon="check", cap="Ctrl+Return")
        self.print = secondary(tr("Print"), icon="printer")
        self.export = secondary(tr("Export figures"), icon="file-spreadsheet")
        self.tabs = SegmentedTabs(
            [(REPORT, tr("Report")), (CASH, tr("Cash")), (DAY, tr("Day"))],
            name=tr("What is shown of the shift"),
        )
        self.sheet, self.cash = FigureSheet(context), CashLedger(context)
        self.day_sheet = FigureSheet(context)
        self.approve.clicked.connect(self.approve_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.tabs.chosen.connect(self._turn)
        self._lay_out()
        self.show_line(None)

    def show_line(self, line: ShiftLine | None) -> None:
        """Show a shift; None shows that none is chosen. A note that is typed goes with it."""
        self.turn_to(line, former=self.line)
        self.line = line
        if line is None:
            return
        is_open = line.z_number is None
        number = tr("Z report {number}").format(number=line.z_number)
        self.title.setText(tr("X report") if is_open else number)
        self.about.setText(self._about(line))
        self.status.show_text(*state_label(line))
        waits = line.state is ShiftState.UNAPPROVED
        self.approving.setVisible(self._is_manager and waits)

    def show_report(self, report: ShiftReport) -> None:
        """Show the figures of the shift."""
        self.report = report
        self.sheet.show_parts(figures.of_shift(report, self._context))

    def show_day(self, day: DayReport) -> None:
        """Show the day on which it was opened, over all registers."""
        self.day = day
        self.day_sheet.show_parts(figures.of_day(day, self._context))

    def current(self) -> str:
        """Return the key of the tab in sight."""
        return self.tabs.current()

    def _about(self, line: ShiftLine) -> str:
        parts = [line.register, self._context.format.weekday(line.opened_at)]
        if line.approved_at is not None:
            words = tr("approved by {who}, {when}")
            when = self._context.format.moment(line.approved_at)
            parts.append(words.format(who=line.approved_by, when=when))
        if line.approval_note:
            parts.append(line.approval_note)
        if line.drawer and (cash := level_label(line.drawer, self._context)):
            parts.append(cash)
        return " · ".join(parts)

    def _turn(self, key: str) -> None:
        self._stack.setCurrentIndex((REPORT, CASH, DAY).index(key))
        self.tab_chosen.emit()

    def _lay_out(self) -> None:
        what = Card(gap=10).add(
            row(column(self.title, self.about, gap=2), self.status),
            row(self.print, self.export, None, gap=8),
        )
        self.approving = self.note_card(self.approve)
        self._stack = QStackedWidget()
        ledger = Card(margin=4, gap=0)
        ledger.add(self.cash, stretch=1)
        for part in (self.sheet, ledger, self.day_sheet):
            self._stack.addWidget(part)
        inner = column(what, self.approving, self.tabs, gap=10)
        inner.addWidget(self._stack, 1)
        empty = EmptyState(
            tr("No shift is chosen"), tr("Choose a row to see its report."), icon="coins"
        )
        self.lay_out(boxed(inner), empty)
