"""Ask a manager to approve one thing on the spot, while nobody signs out."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from storedesk.domain.demo.logins import DemoLogin, shown
from storedesk.domain.refusals.errors import NotAllowed, StoreError, Unavailable
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.form import TextField, is_field_good
from storedesk.ui.kit.forms.password import PasswordField
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, Kind, primary, secondary
from storedesk.ui.kit.looks.cards import Card, Facts, boxed, row
from storedesk.ui.kit.looks.labels import Label, muted

T = TypeVar("T")
WIDTH = 480
MOST_KNOWN = 3
"""The most managers who are offered by name."""


class Approve(Protocol):
    """Records an approval. NotAllowed: wrong_password, not_let_in, not_a_manager."""

    async def __call__(
        self, login: str, password: str, approval: UUID, *, action: str, detail: Mapping[str, Any]
    ) -> None:
        """Approve `action` in the name of this login."""


@dataclass(frozen=True, slots=True)
class KnownApprover:
    """A manager whose login and password are shown at sign-in, as only in a demo store."""

    name: str
    login: str
    password: str


def known_managers(people: Iterable[DemoLogin]) -> tuple[KnownApprover, ...]:
    """Return the managers of a demo store, who can approve."""
    return tuple(
        KnownApprover(one.name, shown(one.login), one.password)
        for one in people
        if one.role == "manager"
    )


async def nobody(
    login: str, password: str, approval: UUID, *, action: str, detail: Mapping[str, Any]
) -> None:
    """Refuse every approval: the store can only be reached as who is signed in."""
    del login, password, approval, action, detail
    raise Unavailable("unavailable")


@dataclass(frozen=True, slots=True)
class Approvers:
    """How a manager beside the screen is asked."""

    approve: Approve = nobody
    known: Sequence[KnownApprover] = ()


@dataclass(frozen=True, slots=True)
class ApprovalRequest:
    """What a manager is asked to approve, with the facts to judge it by."""

    what: str
    facts: Sequence[tuple[str, str]]
    total: tuple[str, str]
    """Label and value of what it comes to."""


Attempt = Callable[[UUID | None], Awaitable[T]]
"""Attempts a command, with the id of an approval or without."""
Describe = Callable[[NotAllowed], ApprovalRequest]
"""Says what a refusal asks to have approved: its `detail` is what the database counted."""


async def with_approval(
    parent: QWidget, approvers: Approvers, form: Format, describe: Describe, attempt: Attempt[T]
) -> T:
    """Attempt a command; where it needs a manager's approval, ask for that and attempt it again.

    Any other refusal is raised, and so is the first one where nobody approved it, its
    amounts written as `form` has it.
    """
    try:
        return await attempt(None)
    except NotAllowed as refusal:
        if not is_askable(refusal):
            raise
        return await ApprovalDialog(parent, approvers, form, describe, attempt, refusal).outcome()


def is_askable(refusal: StoreError) -> bool:
    """Return whether a manager's approval is all that is missing."""
    is_complete = {"action", "detail"} <= refusal.parameters.keys()
    return isinstance(refusal, NotAllowed) and is_complete and refusal.code != "shift_of_others"


class ApprovalDialog(Dialog, Generic[T]):
    """Shows what is asked, and takes the login and password of a manager."""

    def __init__(  # noqa: PLR0913, PLR0917 - who is asked, for what, and how it is said
        self,
        parent: QWidget,
        approvers: Approvers,
        form: Format,
        describe: Describe,
        attempt: Attempt[T],
        refusal: NotAllowed,
    ) -> None:
        super().__init__(parent, tr("A manager must approve this"), width=WIDTH)
        self._approvers, self._form = approvers, form
        self._describe, self._attempt = describe, attempt
        self._refusal: StoreError = refusal
        self._answers: list[T] = []
        self._is_asking = False
        self.what = Label(weight=theme.DEMIBOLD, wrap=True)
        self.facts = Facts()
        self.login = TextField(tr("Manager's login"), longest=63)
        self.password = PasswordField(tr("Password"))
        self.yes = primary(tr("Approve"), icon="check")
        self.no = secondary(tr("Back"), cap="Esc")
        self._lay_out()
        self._show(refusal)
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.press)
        self.no.clicked.connect(self.reject)
        self.login.setFocus()

    async def outcome(self) -> T:
        """Ask; return what the attempt returned, or raise its refusal."""
        if await self.shown():
            return self._answers[0]
        raise self._form.in_money(self._refusal)

    def fill(self, person: KnownApprover) -> None:
        """Fill in the login and password of a known manager."""
        self.login.show_value(person.login)
        self.password.show_value(person.password)
        for field in (self.login, self.password):
            field.mark("")
        self.yes.setFocus()

    def press(self) -> None:
        """Approve; Enter in the login goes to the password."""
        is_in_login = self.focusWidget() is self.login.input
        if is_in_login and self.login.text() and not self.password.text():
            self.password.setFocus()
            return
        good = [is_field_good(self.login), is_field_good(self.password)]
        if all(good):
            self.start(self._allow)
        else:
            (self.login, self.password)[good.index(False)].editor.setFocus()

    def refuse(self, refusal: StoreError) -> None:
        """Show the refusal, and go to the field to correct."""
        super().refuse(refusal)
        field = self.login if refusal.code == "not_a_manager" else self.password
        field.input.setFocus()
        field.input.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: nobody goes while it is being done, and nobody knows whether it was."""
        if not (self._is_asking and event.key() == Qt.Key.Key_Escape):
            super().keyPressEvent(event)

    async def _allow(self) -> None:
        self._be_asking(is_so=True)
        try:
            await self._allow_and_do()
        finally:
            self._be_asking(is_so=False)

    async def _allow_and_do(self) -> None:
        approval, wanted = uuid4(), _wanted(self._refusal)
        await self._approvers.approve(self.login.value(), self.password.value(), approval, **wanted)
        try:
            await self._do(approval)
        except Unavailable:  # the next try may go through
            raise
        except StoreError as refusal:
            if refusal.code == "approval_not_valid":
                await self._look_again(refusal)
            else:
                self._refusal = refusal
                self.reject()

    async def _look_again(self, outdated: StoreError) -> None:
        """Show what would have to be approved now: somebody has changed it meanwhile."""
        try:
            await self._do(None)
        except NotAllowed as newer:
            if not is_askable(newer):
                raise
            self._show(newer)
            raise outdated from newer

    async def _do(self, approval: UUID | None) -> None:
        self._answers.append(await self._attempt(approval))
        self.accept()

    def _be_asking(self, *, is_so: bool) -> None:
        self._is_asking = is_so
        for button in (self.yes, self.no):
            button.setEnabled(not is_so)

    def _show(self, refusal: NotAllowed) -> None:
        self._refusal = refusal
        asked = self._describe(refusal)
        self.what.setText(asked.what)
        self.facts.show_facts(asked.facts, total=asked.total)
        says_more = refusal.code != "approval_needed"  # which says no more than the title
        self.why.setText(self._form.in_money(refusal).sentence(spoken))
        self.why.setVisible(says_more)

    def _lay_out(self) -> None:
        self.why = muted(wrap=True)
        self.why.hide()
        card = Card(margin=14, gap=8)
        card.add(self.what, self.facts)
        told = tr("This allows it once. Both names are recorded.")
        self.lay_out(self.why, card, self._people(), row(self.login, self.password, gap=10))
        self.lay_out(muted(told, wrap=True))
        self.buttons(self.no, self.yes)

    def _people(self) -> QWidget | None:
        made = []
        for person in self._approvers.known[:MOST_KNOWN]:
            button = Button(person.name, icon="user", kind=Kind.SECONDARY)
            button.setToolTip(tr("Click to fill in"))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, person=person: self.fill(person))
            made.append(button)
        return boxed(row(*made, None, gap=8)) if made else None


def _wanted(refusal: StoreError) -> dict[str, Any]:
    return {key: refusal.parameters[key] for key in ("action", "detail")}
