"""The form in which a manager approves one thing, and the dialog that asks for it over a page."""

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.badges import StaffBadge
from storedesk.domain.refusals.errors import StoreError
from storedesk.ui.approval import Approval, Approvers, Attempt, Describe, KnownApprover, asking
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.form import TextField, is_field_good
from storedesk.ui.kit.forms.password import PasswordField
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, Kind, primary, secondary
from storedesk.ui.kit.looks.cards import Card, Facts, boxed, column, put, row
from storedesk.ui.kit.looks.labels import Label, muted

T = TypeVar("T")
WIDTH = 480
MOST_KNOWN = 3
"""The most managers who are offered by name."""


async def with_approval(
    parent: QWidget, approvers: Approvers, form: Format, describe: Describe, attempt: Attempt[T]
) -> T:
    """Attempt a command; where it needs a manager's approval, ask for that and attempt it again.

    Any other refusal is raised, and so is the first one where nobody approved it, its
    amounts written as `form` has it.
    """

    async def ask(approval: Approval[T]) -> None:
        await ApprovalDialog(parent, approval).shown()

    return await asking(ask, approvers, form, describe, attempt)


class ApprovalForm(QWidget):
    """Shows what is asked, and takes the login and password of a manager."""

    filled = Signal()
    """Login and password of a known manager were filled in."""
    scanned = Signal()
    """A manager's badge was scanned: it approves at once."""

    def __init__(self, approval: Approval[Any], *, is_narrow: bool = False) -> None:
        super().__init__()
        self._approval = approval
        self._badge: StaffBadge | None = None
        self.what = Label(weight=theme.DEMIBOLD, wrap=True)
        self.facts = Facts()
        self.why = muted(wrap=True)
        self.login = TextField(tr("Manager's login"), longest=63)
        self.password = PasswordField(tr("Password or PIN"))
        card = Card(margin=14, gap=8)
        card.add(self.what, self.facts)
        told = muted(tr("This allows it once. Both names are recorded."), wrap=True)
        fields = (self.login, self.password)
        typed = column(*fields, gap=10) if is_narrow else row(*fields, gap=10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(14)
        put(whole, (self.why, card, *self._people(is_narrow=is_narrow), typed, told))
        self.show_request()

    def show_request(self) -> None:
        """Show what is to be approved now."""
        asked, why = self._approval.request(), self._approval.why()
        self.what.setText(asked.what)
        self.facts.show_facts(asked.facts, total=asked.total)
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def fill(self, person: KnownApprover) -> None:
        """Fill in the login of a known manager, and the password where it is known."""
        self.login.show_value(person.login)
        self.password.show_value(person.password)
        for field in (self.login, self.password):
            field.mark("")
        if person.password:
            self.filled.emit()
        else:
            self.password.editor.setFocus()

    def use_badge(self, badge: StaffBadge) -> None:
        """Approve with the badge of somebody who has signed in here; no field ever has its code."""
        self._badge = badge
        self.scanned.emit()

    def is_good(self) -> bool:
        """Return whether both are typed, else go to what is missing; Enter goes on from the login.

        What is missing is marked, but not while the login was just typed.
        """
        if self._badge is not None:
            return True
        is_in_login = self.focusWidget() is self.login.input
        if is_in_login and self.login.text() and not self.password.text():
            self.password.setFocus()
            return False
        good = [is_field_good(self.login), is_field_good(self.password)]
        if not all(good):
            (self.login, self.password)[good.index(False)].editor.setFocus()
        return all(good)

    def blame(self, refusal: StoreError) -> None:
        """Go to the field to correct."""
        field = self.login if refusal.code == "not_a_manager" else self.password
        field.input.setFocus()
        field.input.selectAll()

    async def allow(self) -> bool:
        """Take the manager's word; see `Approval.allow`."""
        badge, self._badge = self._badge, None
        try:
            if badge is not None:
                return await self._approval.allow("", badge.code)
            return await self._approval.allow(self.login.value(), self.password.value())
        finally:
            self.show_request()

    def _people(self, *, is_narrow: bool) -> Sequence[QWidget]:
        made = []
        approvers = self._approval.approvers
        here = approvers.here()
        known = [one for one in approvers.known if one.name not in {other.name for other in here}]
        for person in (*here, *known)[:MOST_KNOWN]:
            button = Button(person.name, icon="user", kind=Kind.SECONDARY)
            button.setToolTip(
                tr("Click to fill in") if person.password else tr("Click, then give your PIN")
            )
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, person=person: self.fill(person))
            made.append(button)
        line = column(*made, gap=8) if is_narrow else row(*made, None, gap=8)
        return [boxed(line)] if made else []


class ApprovalDialog(Dialog):
    """Asks a manager over the page."""

    def __init__(self, parent: QWidget, approval: Approval[Any]) -> None:
        super().__init__(parent, tr("A manager must approve this"), width=WIDTH)
        self._is_asking = False
        self.form = ApprovalForm(approval)
        self.login, self.password = self.form.login, self.form.password
        self.yes = primary(tr("Approve"), icon="check")
        self.no = secondary(tr("Back"), cap="Esc")
        self.lay_out(self.form)
        self.buttons(self.no, self.yes)
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.press)
        self.form.scanned.connect(self.press)
        self.no.clicked.connect(self.reject)
        self.form.filled.connect(self.yes.setFocus)
        self.login.setFocus()

    def press(self) -> None:
        """Approve; Enter in the login goes to the password."""
        if not self._is_asking and self.form.is_good():
            self.start(self._allow)

    def refuse(self, refusal: StoreError) -> None:
        """Show the refusal, and go to the field to correct."""
        super().refuse(refusal)
        self.form.blame(refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: nobody goes while it is being done, and nobody knows whether it was."""
        if not (self._is_asking and event.key() == Qt.Key.Key_Escape):
            super().keyPressEvent(event)

    async def _allow(self) -> None:
        self._be_asking(is_so=True)
        try:
            is_done = await self.form.allow()
        finally:
            self._be_asking(is_so=False)
        self.accept() if is_done else self.reject()

    def _be_asking(self, *, is_so: bool) -> None:
        self._is_asking = is_so
        for button in (self.yes, self.no):
            button.setEnabled(not is_so)
