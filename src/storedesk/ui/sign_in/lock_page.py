"""Show who has signed in at this workstation: one chooses oneself, and goes on with a PIN."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from storedesk.domain.refusals.errors import NotAllowed, StoreError, Unavailable
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.sounds import Sounds
from storedesk.ui.kit.base.view import Jobs, spoken
from storedesk.ui.kit.forms.form import is_field_good
from storedesk.ui.kit.forms.number_pad import NumberPad
from storedesk.ui.kit.input.burst import typed_text
from storedesk.ui.kit.input.keyboard import FormPage, pressed_by
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.chips import ProgramMark
from storedesk.ui.kit.looks.labels import heading, muted
from storedesk.ui.kit.looks.sizes import SIZES, px, target
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.people_access import PeopleAccess
from storedesk.ui.pin_field import PinField
from storedesk.ui.unavailable import away_words

if TYPE_CHECKING:  # the window is there before the database's libraries are
    from storedesk.domain.badges import StaffBadge
    from storedesk.domain.sign_ins import PersonHere
    from storedesk.services.signed_in import SignedIn

CARD_WIDTH = 400
PERSON_HEIGHT = 44


class PersonHereButton(Button):
    """One of them, with the digit that chooses them."""

    def __init__(self, person: "PersonHere", digit: int) -> None:
        super().__init__(person.name, icon="user", kind=Kind.SECONDARY, cap=str(digit))
        self.person = person
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Answer Qt: large enough for a finger."""
        return QSize(super().sizeHint().width(), target(PERSON_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter chooses them, as Space does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)


class LockPage(FormPage):
    """The people, the field for the PIN of who was chosen, and the way to sign in by password."""

    entered = Signal(object)
    """A SignedIn."""
    password_wanted = Signal()

    def __init__(self, here: PeopleAccess) -> None:
        super().__init__()
        self._here = here
        self._jobs = Jobs(self._refuse)
        self._sounds = Sounds(self)
        self._badge: StaffBadge | None = None
        self.chosen: PersonHere | None = None
        self.buttons: list[PersonHereButton] = []
        self.problem = Banner(closable=False)
        self.title = heading(tr("Locked"))
        self.hint = muted(wrap=True)
        self.pin = PinField(tr("PIN"))
        self.pad = NumberPad("")
        self.pad.keys[""].hide()
        self.unlock = Button(tr("Unlock"), kind=Kind.PRIMARY, icon="log-in", cap="Enter")
        self.other = Button(tr("Sign in with a password"), kind=Kind.LINK)
        self.unlock.clicked.connect(self.submit)
        self.other.clicked.connect(self.password_wanted)
        self._lay_out()

    def begin(self, locked: "SignedIn | None" = None) -> None:
        """Show who is here; whoever has just `locked` is let rest first."""
        self.problem.hide()
        self._show_people()
        self._jobs.start(lambda: self._rest(locked))

    def submit(self) -> None:
        """Go on as who is chosen, with the PIN that is typed."""
        if self.chosen is not None and is_field_good(self.pin):
            self._jobs.start(self._unlock)

    def use_badge(self, badge: "StaffBadge") -> None:
        """Let whose badge was scanned go on: who they are and their word for it are one scan."""
        self._badge = badge
        self._jobs.start(self._read_badge)

    def choose(self, person: "PersonHere") -> None:
        """Ask a person for their PIN; their connection is made anew meanwhile if it was cut."""
        self.chosen = person
        self.problem.hide()
        self.pin.name(tr("PIN of {name}").format(name=person.name))
        self.pin.show_value("")
        self._show_pin()
        self.pin.editor.setFocus()
        self._jobs.start(self._wake)

    def miss_scan(self, code: str, text: str) -> None:
        """Say that a scan was ignored: nobody is at work."""
        del text
        words = tr("Scanned {code}: not added, as nobody has signed in.")
        self.problem.say(words.format(code=code), Tone.WARN)
        self._sounds.bad()

    async def idle(self) -> None:
        """Wait until every job has ended."""
        await self._jobs.idle()

    def stop(self) -> None:
        """Cancel every job: the page is hidden."""
        self._jobs.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: a digit chooses a person, Esc lets somebody else be chosen."""
        at = typed_text(event)
        if event.key() == Qt.Key.Key_Escape and self.chosen and len(self.buttons) > 1:
            self._show_people()
        elif self.chosen is None and at.isdecimal() and 0 < int(at) <= len(self.buttons):
            self.buttons[int(at) - 1].click()
        else:
            super().keyPressEvent(event)

    async def _rest(self, locked: "SignedIn | None") -> None:
        if locked is not None:
            await self._here.lock(locked)
        self._show_people()
        if said := self._here.said():
            self.problem.say(" ".join(one.sentence(spoken) for one in said), Tone.WARN)

    async def _wake(self) -> None:
        if self.chosen is not None:
            await self._here.wake(self.chosen.login)

    async def _read_badge(self) -> None:
        badge, self._badge = self._badge, None
        if badge is None:
            return
        self.problem.hide()
        entered = await self._here.switch_by(badge)
        self._here.take(entered.me.login)
        self.pin.show_value("")
        self.entered.emit(entered)

    async def _unlock(self) -> None:
        if self.chosen is None:
            return
        login = self.chosen.login
        self.unlock.setEnabled(False)
        try:
            entered = await self._here.switch(login, self.pin.value())
        finally:
            self.unlock.setEnabled(True)
        self._here.take(login)
        self.pin.show_value("")
        self.entered.emit(entered)

    def _refuse(self, refusal: StoreError) -> None:
        if isinstance(refusal, NotAllowed):  # it is over for them
            self._show_people()
        if isinstance(refusal, Unavailable):
            self.problem.say(away_words(refusal), Tone.WARN)
        else:
            self.problem.say(refusal.sentence(spoken), Tone.BAD)
            self.pin.show_value("")
        if self.chosen:
            self.pin.editor.setFocus()

    def _show_people(self) -> None:
        people = self._here.people()
        for button in self.buttons:
            self._list.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(one, at) for at, one in enumerate(people, 1)]
        self.chosen = None
        self.hint.setText(_hint(people))
        self._show_pin()
        if len(people) == 1:
            self.buttons[0].click()
        else:
            (self.buttons[0] if self.buttons else self.other).setFocus()

    def _button(self, person: "PersonHere", digit: int) -> PersonHereButton:
        made = PersonHereButton(person, digit)
        made.clicked.connect(lambda: self.choose(person))
        self._list.addWidget(made)
        return made

    def _show_pin(self) -> None:
        is_asked = self.chosen is not None
        self.pin.setVisible(is_asked)
        self.pad.setVisible(is_asked and SIZES.is_touch)
        self.unlock.setVisible(is_asked)

    def _lay_out(self) -> None:
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        card = Card(margin=28, gap=8)
        card.setFixedWidth(px(CARD_WIDTH))
        card.add(ProgramMark())
        card.column.addSpacing(8)
        card.add(self.title, self.hint)
        card.column.addSpacing(10)
        card.add(self.problem)
        card.column.addLayout(self._list)
        card.column.addSpacing(6)
        card.add(self.pin, self.pad, self.unlock)
        card.column.addSpacing(2)
        card.add(row(None, self.other, None))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)


def _hint(people: Sequence[object]) -> str:
    if not people:
        return tr("Nobody can go on with a PIN here.")
    return tr("Scan your badge, or choose yourself and give your PIN. The sale is kept.")
