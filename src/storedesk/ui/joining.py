"""Join a shift of others: one of its people, or a manager, approves it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk import api, queries
from storedesk.domain.refusals.errors import NotAllowed, Refused, StoreError
from storedesk.domain.shifts import Shift
from storedesk.domain.staff import Group, Me
from storedesk.domain.values import text as texts
from storedesk.services.desk import Desk
from storedesk.ui.approval import Approvers, KnownApprover
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.forms.form import Field, is_field_good
from storedesk.ui.kit.forms.password import PasswordField
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.labels import Label, muted

T = TypeVar("T")
LONGEST = 63
"""Letters of a login, as PostgreSQL has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawer:
    """The shift of a register, and how others are asked to let a person join it."""

    desk: Desk
    me: Me
    approvers: Approvers
    look: Callable[[], Awaitable[Shift | None]]
    """Asks for the shift as it is now."""

    def comes_alone(self, shift: Shift) -> bool:
        """Return whether they may join without approval: a manager, or who opened the shift."""
        return Group.MANAGER in self.me.groups or self.has_left(shift)

    def has_left(self, shift: Shift) -> bool:
        """Return whether they opened this shift and have left it."""
        return self.me.id == shift.opener_id and not shift.has(self.me.id)

    def title(self, shift: Shift) -> str:
        """Return the title of the dialog for a shift that they are not in."""
        if self.has_left(shift):
            return tr("You have left this shift")
        return tr("This shift is not yours")


def drawer_at(context: PageContext) -> Drawer:
    """Return the drawer of this workstation's register; without one there is never a shift."""

    async def look() -> Shift | None:
        if context.register is None:
            return None
        return await context.desk.read(queries.shifts.open_shift_at, context.register.id)

    return Drawer(desk=context.desk, me=context.me, approvers=context.approvers, look=look)


class WhoField(Field[str]):
    """The person who approves: chosen by name, or by typing their login."""

    def __init__(self, label: str, people: Sequence[KnownApprover]) -> None:
        self.input = Chooser(lambda words, _: tr("Login “{login}”").format(login=words[:LONGEST]))
        super().__init__(label, self.input)
        self._people = people
        self.input.offer(Entry(one.login, one.name, remark=one.login) for one in people)
        self.input.setCurrentIndex(0)
        self.input.made.connect(lambda words, _: self.input.show_made(words[:LONGEST]))
        self.input.currentTextChanged.connect(lambda _: self._touched())

    def value(self) -> str:
        """Return a login. Refused where there is none."""
        if person := self.person():
            return person.login
        typed = texts.line(self.input.currentText(), longest=LONGEST, what=self.label.text())
        if not typed:
            raise Refused("field_missing")
        return typed

    def show_value(self, value: str) -> None:
        """Show who has this login, or the login."""
        at = self.input.findData(value)
        self.input.setCurrentIndex(at) if at >= 0 else self.input.show_made(value)

    def person(self) -> KnownApprover | None:
        """Return who is chosen by name."""
        login = self.input.currentData()
        return next((one for one in self._people if one.login == login), None)

    def step(self, by: int) -> None:
        """Choose another one."""
        if self._people:
            at = self.input.currentIndex() + by
            self.input.setCurrentIndex(min(max(at, 0), len(self._people) - 1))


class JoinForm(QWidget):
    """Shows whose shift it is; takes a login and a password where approval is needed."""

    def __init__(self, drawer: Drawer, shift: Shift) -> None:
        super().__init__()
        self._drawer, self._shift = drawer, shift
        self.is_alone = drawer.comes_alone(shift)
        self.told = Label(self._words(), wrap=True)
        people = [KnownApprover(one.name, one.login, "") for one in shift.people]
        self.who = WhoField(tr("Approver"), [*people, *drawer.approvers.known])
        self.password = PasswordField(tr("Their password"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.told, self.who, self.password):
            column.addWidget(part)
        column.addWidget(muted(tr("You leave any other shift that you are in."), wrap=True))
        for field in (self.who, self.password):
            field.setVisible(not self.is_alone)
        self.who.edited.connect(self._fill)

    def begin(self) -> None:
        """Take the keyboard: into the password where the person is chosen already."""
        field = self.password if self.who.input.currentText() else self.who
        (self if self.is_alone else field).setFocus()

    def is_good(self) -> bool:
        """Mark what is missing, and go to it."""
        if self.is_alone:
            return True
        good = [is_field_good(self.who), is_field_good(self.password)]
        if not all(good):
            (self.who, self.password)[good.index(False)].setFocus()
        return all(good)

    def blame(self, refusal: StoreError) -> None:
        """Go to the field that a refusal is about."""
        field = self.who if refusal.code in {"not_of_shift", "not_let_in"} else self.password
        field.setFocus()
        self.password.input.selectAll()

    async def join(self) -> Shift:
        """Join the shift, with the approval of the person whose password was given."""
        join = self._drawer.desk.do
        if self.is_alone:
            return await join(api.shifts.join_shift, shift_id=self._shift.id)
        approval = uuid4()
        await self._drawer.approvers.approve(
            self.who.value(),
            self.password.value(),
            approval,
            action="join_shift",
            detail={"shift_id": str(self._shift.id), "requested_by": str(self._drawer.me.id)},
        )
        return await join(api.shifts.join_shift, shift_id=self._shift.id, approval=approval)

    def _words(self) -> str:
        words = tr("In this shift: {people}. One of them, or a manager, can let you in.")
        if self._drawer.has_left(self._shift):
            words = tr("You opened this shift and then joined another one. Join it again.")
        elif self.is_alone:
            words = tr("In this shift: {people}. Join it to work in it.")
        return words.format(people=self._shift.names)

    def _fill(self) -> None:
        person = self.who.person()
        self.password.show_value(person.password if person else "")


class JoinDialog(Dialog):
    """Asks to join a shift, over the dialog or page that needs it."""

    joined = Signal(object)
    """The Shift that they are in now."""

    def __init__(self, parent: QWidget, drawer: Drawer, shift: Shift) -> None:
        super().__init__(parent, drawer.title(shift), width=440)
        self.form = JoinForm(drawer, shift)
        self.yes = primary(tr("Join the shift"), icon="check")
        self.no = secondary(tr("Back"), cap="Esc")
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.press)
        self.no.clicked.connect(self.reject)
        self.lay_out(self.form)
        self.buttons(self.no, self.yes)
        self.form.begin()

    def press(self) -> None:
        """Join the shift."""
        if self.form.is_good():
            self.start(self._join)

    def refuse(self, refusal: StoreError) -> None:
        """Show the refusal, and go to the field to correct."""
        super().refuse(refusal)
        self.form.blame(refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Up and Down choose who lets one in."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.form.who.step(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    async def _join(self) -> None:
        self.joined.emit(await self.form.join())
        self.accept()


async def with_shift(parent: QWidget, drawer: Drawer, attempt: Callable[[], Awaitable[T]]) -> T:
    """Attempt a command; where its shift is of others, ask to join it and attempt it again.

    Any other refusal is raised, and so is the first one where they did not join.
    """
    try:
        return await attempt()
    except NotAllowed as refusal:
        shift = await drawer.look() if refusal.code == "shift_of_others" else None
        if shift is None or not await JoinDialog(parent, drawer, shift).shown():
            raise
    return await attempt()
