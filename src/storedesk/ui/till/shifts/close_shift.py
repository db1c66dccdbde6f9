"""Close a shift: a blind count, then what was expected, the difference and the reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from storedesk import api
from storedesk.domain.refusals.errors import Conflict, Refused, StoreError
from storedesk.domain.shifts import DrawerCount, Shift, ShiftReport
from storedesk.domain.values.money import Money
from storedesk.ui.cash_ledger import CashLedger
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks.cards import Facts, boxed, column, put, row
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.till.keys import pay_button, small_button
from storedesk.ui.till.panels import INSET, Panel, typed
from storedesk.ui.till.shifts.cash_count import CashCountField
from storedesk.ui.till.shifts.likely_reasons import LikelyReasons

BESIDE, MOST = 344, 16_777_215
"""Pixels of what is done beside the drawer, and Qt's for no bound."""


class CloseShiftPanel(Panel):
    """Takes the count first; a correction is another count, and both are kept.

    While nothing is sold it has the whole page: the drawer at the left, what is done at the right.
    """

    fills_page = True

    closed = Signal(object)
    """The ShiftReport that it closed with."""
    cash_asked = Signal()
    """Cash is to be put in or taken out instead."""
    opening_asked = Signal()
    """The drawer is to be opened without a sale instead."""
    report_asked = Signal(object)
    """The ShiftReport of the shift as it is now is to be shown."""

    def __init__(self, context: PageContext, shift: Shift) -> None:
        super().__init__(tr("Close the shift"))
        self._context, self._shift = context, shift
        self._is_wide = False
        self.report: ShiftReport | None = None
        """What the store answered to the count; None while nothing is counted."""
        self.about = Label(ink="muted", wrap=True)
        self.counter = CashCountField(context, tr("Counted"))
        self.facts = Facts()
        self.ledger = CashLedger(context)
        """All that happened at the drawer; shown once it is counted."""
        self.why = Label(tr("Why is there a difference?"), size=12, ink="muted")
        self.reason = LineInput()
        self.reason.setAccessibleName(tr("Why is there a difference?"))
        self.reason.setMaxLength(200)
        self.likely = LikelyReasons(self.reason, _reasons())
        self.cash = small_button(tr("Cash in or out"), cap="F7")
        self.no_sale = small_button(tr("No sale"), cap="F11")
        self.x_report = small_button(tr("X report"), cap="Ctrl+P")
        self.cash.clicked.connect(self.cash_asked)
        self.no_sale.clicked.connect(self.opening_asked)
        self.x_report.clicked.connect(lambda: self.jobs.start(self._ask_for_report))
        self.others = boxed(
            column(*(row(one, None) for one in (self.cash, self.no_sale, self.x_report)), gap=4)
        )
        self.go = pay_button("")
        self.go.clicked.connect(self.press)
        self._watch_ledger()
        self._put_together()
        self._ask_for_count()

    def spread(self, *, is_wide: bool) -> None:
        """Put the drawer beside what is done, or above it."""
        self._is_wide = is_wide
        self.ledger.setVisible(is_wide and self.report is not None)
        way = QBoxLayout.Direction
        self._sides.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        self._sides.setStretch(0, 1 if is_wide else 0)
        self._rest.setMaximumWidth(BESIDE if is_wide else MOST)
        self._drawer.setProperty("kit", "card" if is_wide else None)
        margin = INSET if is_wide else 0
        self._inner.setContentsMargins(margin, margin, margin, margin)

    def begin(self) -> None:
        """Take the keyboard; a count that was given before is kept."""
        self.counter.begin()
        self.jobs.start(self._look)

    def enter(self) -> None:
        """Give the count; once it is given, close."""
        self.jobs.start(self._count if self.report is None else self._close)

    def step(self, by: int) -> None:
        """Up goes back to the count, to correct it."""
        if by < 0 and self.report is not None:
            self._correct(self.report)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Ctrl+P shows the report so far, until the drawer is counted."""
        if event.matches(QKeySequence.StandardKey.Print):
            if self.others.isVisible():
                self.x_report.click()
        else:
            super().keyPressEvent(event)

    def refuse(self, refusal: StoreError) -> None:
        """Say what stands in the way; after money has moved, the drawer is counted again."""
        if refusal.code == "drawer_moved":
            self._ask_for_count()
            self.counter.begin()
        super().refuse(refusal)

    def difference(self) -> Money:
        """Return what was counted beyond what was expected; less is negative."""
        return (self.report and self.report.difference) or self._context.zero()

    def _watch_ledger(self) -> None:
        self.ledger.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ledger.sort_changed.connect(lambda _: self.jobs.restart(self._show_cash))
        self.ledger.failed.connect(self.refuse)
        self.jobs.at_end(self.ledger.stop)

    def _put_together(self) -> None:
        self._drawer, self._rest = QFrame(), QWidget()
        self._inner, rest = QVBoxLayout(self._drawer), QVBoxLayout(self._rest)
        put(self._inner, (self.counter, self.facts))
        self._inner.addWidget(self.ledger, 1)
        self._inner.addStretch(0)  # takes the room while the ledger is not there
        put(rest, (self.others, self.why, self.reason, self.likely, None))
        rest.setSpacing(12)
        rest.setContentsMargins(0, 0, 0, 0)
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setSpacing(INSET)
        self._sides.addWidget(self._drawer)
        self._sides.addWidget(self._rest, 1)
        self.end_with(self.go, below=rest)
        self.lay_out(self.title, self.about, self.problem, self._sides)
        self.column.setStretch(3, 1)

    async def _ask_for_report(self) -> None:
        self.report_asked.emit(
            await self._context.desk.read(api.shifts.shift_report, self._shift.id)
        )

    async def _show_cash(self) -> None:
        """Show what made up what was expected: after the count, for it is blind."""
        await self.ledger.show_shift(self._shift.id)

    async def _look(self) -> None:
        report = await self._context.desk.read(api.shifts.shift_report, self._shift.id)
        if report.counted is not None and self.report is None:
            self._tell(report)

    def _ask_for_count(self) -> None:
        self.report = None
        self._say_what_it_is(tr("Opened by {who}, {when}. Count the drawer: notes and coins."))
        for part in (self.facts, self.ledger, self.why, self.reason, self.likely):
            part.hide()
        self.others.show()
        self.counter.show()
        self.go.setText(tr("Compare"))
        self.keys.setText("")

    def _correct(self, report: ShiftReport) -> None:
        self._ask_for_count()
        self.counter.begin()
        words = tr("The count of {amount} stays on the report, beside its correction.")
        amount = self._context.money(report.counted or self._context.zero())
        self.problem.say(words.format(amount=amount), Tone.WARN)

    async def _count(self) -> None:
        self.problem.hide()
        counted = self.counter.money()
        report = await self._context.desk.do(
            api.shifts.count_shift, shift_id=self._shift.id, counted=counted
        )
        self._tell(report)
        self.guard.arm()

    def _tell(self, report: ShiftReport) -> None:
        self.report = report
        money, zero = self._context.money, self._context.zero()
        facts = [
            *((self._moment(count), money(count.counted)) for count in report.corrected()),
            (tr("Counted"), money(report.counted or zero)),
            (tr("Expected in the drawer"), money(report.expected or zero)),
        ]
        difference = self.difference()
        self.facts.show_facts(facts, total=(tr("Difference"), money(difference)))
        self._say_what_it_is(tr("Opened by {who}, {when}."))
        self.counter.hide()
        self.facts.show()
        self.ledger.setVisible(self._is_wide)
        self.jobs.restart(self._show_cash)
        self.others.hide()
        for part in (self.why, self.reason, self.likely):
            part.setVisible(bool(difference))
        (self.reason if difference else self).setFocus()
        self.go.setText(tr("Close the shift"))
        self.keys.setText(tr("Up: correct the count"))

    def _say_what_it_is(self, words: str) -> None:
        when = self._context.format.moment(self._shift.opened_at)
        self.about.setText(words.format(who=self._shift.opened_by, when=when))

    def _moment(self, count: DrawerCount) -> str:
        words = tr("Counted by {who}, {time}")
        return words.format(who=count.by, time=self._context.format.time(count.at))

    async def _close(self) -> None:
        self.problem.hide()
        reason = typed(self.reason) or None
        if self.difference() and reason is None:
            self.reason.setFocus()
            difference = self._context.money(self.difference())
            raise Refused("difference_needs_reason", difference=difference)
        counted = (self.report and self.report.counted) or self._context.zero()
        report = await self._context.desk.do(
            api.shifts.close_shift, shift_id=self._shift.id, counted=counted, reason=reason
        )
        if report.closed_at is None:
            raise Conflict("drawer_moved")
        self.closed.emit(report)


def _reasons() -> list[str]:
    """Return what usually is the reason of a difference."""
    return [
        tr("Wrong change"), tr("A slip is missing"), tr("A note was false"), tr("Not known"),
    ]  # fmt: skip
