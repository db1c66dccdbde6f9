"""A shift's beginning with a float, and its end with a count."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from storedesk.domain.errors import Refused
from storedesk.domain.money import Money
from storedesk.domain.till import Shift, ShiftReport
from storedesk.services import shifts
from storedesk.services.desk import Desk
from storedesk.ui.kit.cards import Facts
from storedesk.ui.kit.labels import Label
from storedesk.ui.till.counter import CashCounter
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.overlay import Panel, hint, typed
from storedesk.ui.till.place import Till

WIDTH = 460


class OpenShiftPanel(Panel):
    """Asks what is in the drawer before the first sale."""

    opened = Signal(object)
    """The Shift that has begun."""

    def __init__(self, desk: Desk, till: Till) -> None:
        super().__init__(self.tr("Open the shift"), width=WIDTH)
        self._desk, self._till = desk, till
        words = self.tr("{register}, {name}. What is in the drawer before the first sale?")
        told = words.format(register=till.register.name, name=till.me.name)
        self.counter = CashCounter(till, self.tr("Float"))
        self.go = pay_button(self.tr("Open the shift"))
        self.go.clicked.connect(self.press)
        self.lay_out(self.title, Label(told, ink="muted", wrap=True), self.problem, self.counter)
        self.lay_out(None, self.go, hint(self.tr("Enter: open it  ·  Esc: not yet")))

    def begin(self) -> None:
        """Take the keyboard; an empty drawer is nought."""
        self.counter.box.field.setText(self._till.format.amount(self._till.zero().amount))
        self.counter.begin()

    def enter(self) -> None:
        """Open it."""
        self.jobs.start(self._open)

    async def _open(self) -> None:
        opening_float = self.counter.money()
        shift = await self._desk.do(
            shifts.open_shift, register_id=self._till.register.id, opening_float=opening_float
        )
        self.opened.emit(shift)


class CloseShiftPanel(Panel):
    """A blind count first; then what was expected, the difference, and why; then it is closed."""

    closed = Signal(object)
    """The ShiftReport that it closed with."""

    def __init__(self, desk: Desk, till: Till, shift: Shift) -> None:
        super().__init__(self.tr("Close the shift"), width=WIDTH)
        self._desk, self._till, self._shift = desk, till, shift
        self._counted: Money | None = None
        self.report: ShiftReport | None = None
        words = self.tr("Opened by {who}, {when}. Count the drawer: notes and coins.")
        told = words.format(who=shift.opened_by, when=till.format.moment(shift.opened_at))
        self.counter = CashCounter(till, self.tr("Counted"))
        self.facts = Facts()
        self.why = Label(self.tr("Why is there a difference?"), size=12, ink="muted")
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Why is there a difference?"))
        self.reason.setMaxLength(200)
        self.go = pay_button(self.tr("Compare"))
        self.go.clicked.connect(self.press)
        self.hint = hint()
        self.lay_out(self.title, Label(told, ink="muted", wrap=True), self.problem, self.counter)
        self.lay_out(self.facts, self.why, self.reason, None, self.go, self.hint)
        self.counter.changed.connect(self._count_again)
        self._count_again()

    def begin(self) -> None:
        """Take the keyboard."""
        self.counter.begin()

    def enter(self) -> None:
        """Compare the count; once it has been compared, close."""
        self.jobs.start(self._compare if self.report is None else self._close)

    def difference(self) -> Money:
        """Return what was counted beyond what was expected; less is negative."""
        if self._counted is None or self.report is None:
            return self._till.zero()
        return self._counted - self.report.expected

    def _count_again(self) -> None:
        self.report = self._counted = None
        for part in (self.facts, self.why, self.reason):
            part.hide()
        self.go.setText(self.tr("Compare"))
        self.hint.setText(self.tr("Enter: compare with what is expected  ·  Esc: not yet"))

    async def _compare(self) -> None:
        self.problem.hide()
        counted = self.counter.money()
        self.report = await self._desk.read(shifts.report, self._shift.id)
        self._counted = counted
        self._tell()
        self.guard.arm()

    def _tell(self) -> None:
        if self.report is None or self._counted is None:
            return
        money, difference = self._till.money, self.difference()
        facts = (
            (self.tr("Expected in the drawer"), money(self.report.expected)),
            (self.tr("Counted"), money(self._counted)),
        )
        self.facts.show_facts(facts, total=(self.tr("Difference"), money(difference)))
        self.facts.show()
        for part in (self.why, self.reason):
            part.setVisible(bool(difference))
        if difference:
            self.reason.setFocus()
        self.go.setText(self.tr("Close the shift"))
        self.hint.setText(self.tr("Enter: close  ·  Count again to correct  ·  Esc: not yet"))

    async def _close(self) -> None:
        self.problem.hide()
        reason = typed(self.reason) or None
        if self.difference() and reason is None:
            self.reason.setFocus()
            difference = self._till.money(self.difference())
            raise Refused("difference_needs_reason", difference=difference)
        counted = self._counted or self._till.zero()
        report = await self._desk.do(
            shifts.close_shift, shift_id=self._shift.id, counted=counted, reason=reason
        )
        self.closed.emit(report)
