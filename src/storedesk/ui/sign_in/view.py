"""Signing in: a person's login at the store's database, and what to say when it fails."""

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from storedesk.domain.demo.store import DemoLogin
from storedesk.domain.refusals.errors import StoreError, Unavailable
from storedesk.settings import StoreKind
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.sounds import Sounds
from storedesk.ui.kit.base.view import Jobs, spoken
from storedesk.ui.kit.forms.form import TextField, is_field_good
from storedesk.ui.kit.forms.password import PasswordField
from storedesk.ui.kit.input.keyboard import FormPage, go_to
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.chips import IconTile
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.sign_in.demo_logins import DemoLogins, shown
from storedesk.ui.store_access import StoreAccess
from storedesk.ui.unavailable import away_words

if TYPE_CHECKING:  # the window is there before the database's libraries are
    from storedesk.services.workspace import SignedIn

AGAIN_SECONDS = 2.0
"""Between two tries while the store's database is away."""
KEEPER_SECONDS = 3.0
"""After them it is said that the system's keeper of passwords does not answer."""
CARD_WIDTH, HEIGHT = 400, 536


class SignIn(FormPage):
    """Asks who it is. While the database is away it tries again; a wrong password never."""

    entered = Signal(object)
    """A SignedIn."""
    elsewhere = Signal()
    """Another store is wanted."""

    def __init__(self, access: StoreAccess) -> None:
        super().__init__()
        self._access = access
        self._jobs = Jobs(self._refuse)
        self.problem = Banner(closable=False)
        self._sounds = Sounds(self)
        self._recalled = ""
        """Whose remembered password is wanted here."""
        self.title = Label("", size=22, weight=theme.DEMIBOLD)
        self.place = muted("", wrap=True)
        self.login = TextField(tr("Login"), longest=63)
        self.password = PasswordField(tr("Password"))
        self.remember = QCheckBox(tr("Let this computer remember the password"))
        self.remember.hide()
        self.enter = Button(tr("Sign in"), kind=Kind.PRIMARY, icon="log-in")
        self.other = Button(tr("Use another store"), kind=Kind.LINK)
        self.people = DemoLogins()
        self.people.hide()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Ask for the chosen store's people, with nothing of the last one left on the screen."""
        chosen = self._access.preferences
        people = self._access.people()
        self.title.setText(tr("Sign in"))
        self.place.setText(self._place())
        self.login.show_value(shown(chosen.login) if people else chosen.login)
        self.password.show_value("")
        self.password.eye.setChecked(False)
        self.problem.hide()
        if spoiled := self._access.profile.take_unreported():
            words = " ".join(one.sentence(spoken) for one in spoiled)
            self.problem.say(words, Tone.WARN)
        self.people.show_people(people)
        self.people.setVisible(bool(people))
        self._focus()
        self._jobs.start(self._open)
        self._recalled = self.login.text()
        self._jobs.restart(self._recall)

    def fill(self, person: DemoLogin) -> None:
        """Fill in the login and password of one of the demo's people."""
        self.login.show_value(shown(person.login))
        self.password.show_value(person.password)
        for field in (self.login, self.password):
            field.mark("")
        self.enter.setFocus()

    def submit(self) -> None:
        """Sign in with what stands there."""
        good = [is_field_good(self.login), is_field_good(self.password)]
        if not all(good):
            go_to((self.login, self.password)[good.index(False)].editor)
            return
        self._jobs.start(self.sign_in)

    async def sign_in(self) -> None:
        """Knock until the door opens or somebody says no."""
        login, password = self.login.value(), self.password.value()
        self._busy(is_busy=True)
        try:
            entered = await self._knock(login, password)
        finally:
            self._busy(is_busy=False)
        self.problem.hide()
        self._recalled = ""
        self.password.show_value("")
        self.entered.emit(entered)

    def miss_scan(self, code: str, text: str) -> None:
        """Say that a scan was not taken: nobody has signed in."""
        del text
        told = tr("Scanned {code}: not added, as nobody has signed in.")
        self.problem.say(told.format(code=code), Tone.WARN)
        self._sounds.bad()

    async def idle(self) -> None:
        """Wait until every job has ended."""
        await self._jobs.idle()

    def stop(self) -> None:
        """End every job: the page goes out of sight."""
        self._jobs.cancel()

    async def _knock(self, login: str, password: str) -> "SignedIn":
        while True:
            try:
                return await self._access.sign_in(
                    login, password, remember=self.remember.isChecked()
                )
            except Unavailable as away:
                self.problem.say(away_words(away), Tone.WARN)
                await asyncio.sleep(AGAIN_SECONDS)

    async def _recall(self) -> None:
        """Look the remembered password up; nobody waits for whoever keeps it."""
        looking = asyncio.ensure_future(self._look_up())
        try:
            await asyncio.wait({looking}, timeout=KEEPER_SECONDS)
            if not looking.done():
                self._say_silent()
            is_kept, password = await looking
        except Unavailable:
            self._say_silent()
            return
        finally:
            looking.cancel()
        if self.problem.text() == self._silence():
            self.problem.hide()
        self.remember.setVisible(is_kept)
        is_wanted = self._recalled and self._recalled == self.login.text()
        if password and is_wanted and not self.password.text():
            self.password.show_value(password)
            self.remember.setChecked(True)
            self.enter.setFocus()

    async def _look_up(self) -> tuple[bool, str | None]:
        is_kept = await self._access.can_remember()
        return is_kept, await self._access.remembered(self._access.preferences.login)

    def _say_silent(self) -> None:
        self.remember.hide()  # what is typed now would be kept by nobody
        if self.problem.isHidden():  # what else is said there matters more
            self.problem.say(self._silence(), Tone.WARN)

    def _silence(self) -> str:
        return Unavailable("keeper_silent").sentence(spoken)

    async def _open(self) -> None:
        """Have the store's server started."""
        while True:
            try:
                await self._access.warm()
            except Unavailable as away:
                self.problem.say(away_words(away), Tone.WARN)
                await asyncio.sleep(AGAIN_SECONDS)
            else:
                return

    def _refuse(self, refusal: StoreError) -> None:
        self.problem.say(refusal.sentence(spoken), Tone.BAD)
        if refusal.code == "wrong_password":
            self.password.input.selectAll()
            self.password.input.setFocus()

    def _busy(self, *, is_busy: bool) -> None:
        self.enter.setText(tr("Signing in …") if is_busy else tr("Sign in"))
        self.enter.setEnabled(not is_busy)
        self.cancel.setVisible(is_busy)
        self.other.setVisible(not is_busy)

    def _cancel(self) -> None:
        self._jobs.cancel()
        self.problem.hide()
        self.login.input.setFocus()

    def _focus(self) -> None:
        (self.password if self.login.text() else self.login).input.setFocus()

    def _place(self) -> str:
        chosen = self._access.preferences
        if chosen.store is StoreKind.SHARED and chosen.address:
            words = tr("The store in {database} at {host}")
            return words.format(database=chosen.address.database, host=chosen.address.host)
        if chosen.store is StoreKind.DEMO:
            return tr("The demo store on this computer")
        return tr("Your store on this computer")

    def _connect(self) -> None:
        self.enter.clicked.connect(self.submit)
        self.cancel.clicked.connect(self._cancel)
        self.other.clicked.connect(self.elsewhere)
        self.people.chosen.connect(self.fill)
        self.enter.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        self.cancel = Button(tr("Cancel"), kind=Kind.LINK)
        self.cancel.hide()
        card = Card(margin=28, gap=8)
        card.setFixedWidth(CARD_WIDTH)
        card.setMinimumHeight(HEIGHT)
        card.add(IconTile("store"))
        card.column.addSpacing(8)
        card.add(self.title, self.place)
        card.column.addSpacing(10)
        card.add(self.problem)
        card.column.addSpacing(4)
        card.add(self.login)
        card.column.addSpacing(6)
        card.add(self.password, self.remember)
        card.column.addSpacing(10)
        card.add(self.enter)
        card.column.addSpacing(2)
        card.add(row(None, self.other, self.cancel, None))
        card.column.addStretch(1)
        cards = row(None, card, self.people, None, gap=16)
        cards.setAlignment(card, Qt.AlignmentFlag.AlignVCenter)
        cards.setAlignment(self.people, Qt.AlignmentFlag.AlignVCenter)
        self.people.setFixedHeight(HEIGHT)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addLayout(cards, 1)
