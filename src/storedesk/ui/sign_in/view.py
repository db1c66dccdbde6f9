"""Sign in to the store's database, and say what to do when it fails."""

import asyncio
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from storedesk.domain.demo.logins import DemoLogin, shown
from storedesk.domain.refusals.errors import StoreError, Unavailable
from storedesk.domain.workspace import WorkspaceStep
from storedesk.settings import StoreKind
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.sounds import Sounds
from storedesk.ui.kit.base.view import Jobs, spoken
from storedesk.ui.kit.forms.form import TextField, is_field_good
from storedesk.ui.kit.forms.password import PasswordField
from storedesk.ui.kit.input.keyboard import FormPage, go_to
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.chips import ProgramMark
from storedesk.ui.kit.looks.labels import heading, muted
from storedesk.ui.kit.looks.sizes import SIZES, px
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.language_links import LanguageLinks
from storedesk.ui.sign_in.demo_logins import DemoLogins
from storedesk.ui.sign_in.text_keys import text_keys
from storedesk.ui.store_access import StoreAccess
from storedesk.ui.unavailable import away_words

if TYPE_CHECKING:  # the window is there before the database's libraries are
    from storedesk.services.signed_in import SignedIn

AGAIN_SECONDS = 2.0
"""Seconds between two attempts while the store's server is unavailable."""
OPENING_SECONDS = 2.0
"""Seconds after which the password store is asked even if the store is not open."""
PASSWORD_STORE_SECONDS = 3.0
"""Seconds after which the password store is reported as silent."""
CARD_WIDTH, NARROWEST, HEIGHT = 400, 280, 536


class SignIn(FormPage):
    """Ask for login and password. Retry while the server is unavailable, never a wrong password."""

    entered = Signal(object)
    """A SignedIn."""
    people_wanted = Signal()
    """Who goes on with a PIN is to be shown."""
    elsewhere = Signal()
    """The person wants to use another store."""
    language_wanted = Signal(str)
    """The code of another language."""

    def __init__(self, access: StoreAccess) -> None:
        super().__init__()
        self._access = access
        self._jobs = Jobs(self._refuse)
        self.problem = Banner(closable=False)
        self._sounds = Sounds(self)
        self._remembered_login = ""
        """The login whose remembered password is looked up."""
        self.title = heading("")
        self.store_name = muted(self._store_words(), wrap=True)
        self.login = TextField(tr("Login"), longest=63)
        self.password = PasswordField(tr("Password"))
        self.remember = QCheckBox(tr("Remember the password on this computer"))
        self.remember.hide()
        self.enter = Button(tr("Sign in"), kind=Kind.PRIMARY, icon="log-in")
        self.other = Button(tr("Use another store"), kind=Kind.LINK)
        self.locked = Button(tr("Unlock with a PIN"), kind=Kind.LINK)
        self.languages = LanguageLinks()
        self.people = DemoLogins()
        self.people.hide()
        self.letters = text_keys()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Show the form for the chosen store, with nothing left of the last person."""
        chosen = self._access.preferences
        people = self._access.people()
        self.title.setText(tr("Sign in"))
        self.locked.setVisible(bool(self._access.people_here.people()))
        self.store_name.setText(self._store_words())
        self.login.show_value(shown(chosen.login) if people else chosen.login)
        self.password.show_value("")
        self.password.eye.setChecked(False)
        self.problem.hide()
        if spoiled := self._access.profile.take_unreported():
            words = " ".join(one.sentence(spoken) for one in spoiled)
            self.problem.say(words, Tone.WARN)
        self.people.show_people(people)
        self.people.setVisible(bool(people))
        self.letters.setVisible(SIZES.is_touch and not people)  # a person of the demo is touched
        self.card.setMinimumWidth(px(CARD_WIDTH if self.letters.isHidden() else NARROWEST))
        (self.password if self.login.text() else self.login).input.setFocus()
        self._jobs.start(self._open)
        self._remembered_login = self.login.text()
        self._jobs.restart(self._fill_in_password)

    def fill(self, person: DemoLogin) -> None:
        """Fill in a demo login and its password."""
        for field, value in ((self.login, shown(person.login)), (self.password, person.password)):
            field.show_value(value)
            field.mark("")
        self.enter.setFocus()

    def enter_as(self, login: str, password: str) -> None:
        """Sign in whoever has just made the store: they have typed both."""
        self.login.show_value(login)
        self.password.show_value(password)
        self.submit()

    def take_over(self, before: "SignIn") -> None:
        """Show what was typed on the same page in another language."""
        self.login.show_value(before.login.text())
        self.password.show_value(before.password.text())

    def submit(self) -> None:
        """Sign in with what is typed."""
        good = [is_field_good(self.login), is_field_good(self.password)]
        if not all(good):
            go_to((self.login, self.password)[good.index(False)].editor)
            return
        self._jobs.start(self.sign_in)

    async def sign_in(self) -> None:
        """Sign in; retry while the server is unavailable."""
        login, password = self.login.value(), self.password.value()
        self._busy(is_busy=True)
        try:
            entered = await self._sign_in_when_available(login, password)
        finally:
            self._busy(is_busy=False)
        self.problem.hide()
        self._remembered_login = ""
        self.password.show_value("")
        self.entered.emit(entered)

    def miss_scan(self, code: str, text: str) -> None:
        """Say that a scan was ignored: nobody has signed in."""
        del text
        words = tr("Scanned {code}: not added, as nobody has signed in.").format(code=code)
        self.problem.say(words, Tone.WARN)
        self._sounds.bad()

    async def idle(self) -> None:
        """Wait until every job has ended."""
        await self._jobs.idle()

    def stop(self) -> None:
        """Cancel every job: the page is hidden."""
        self._jobs.cancel()

    async def _sign_in_when_available(self, login: str, password: str) -> "SignedIn":
        while True:
            try:
                return await self._access.sign_in(login, password, remember=self._is_to_be_kept())
            except Unavailable as away:
                self.problem.say(away_words(away), Tone.WARN)
                await asyncio.sleep(AGAIN_SECONDS)

    def _is_to_be_kept(self) -> bool | None:
        """Tell whether the password is to be remembered; None where nobody was asked."""
        return None if self.remember.isHidden() else self.remember.isChecked()

    async def _fill_in_password(self) -> None:
        """Look the remembered password up, without blocking the form.

        The store is opened before: without it nobody can sign in, and both at once take longer.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(OPENING_SECONDS):
                await self._jobs.ended(self._open)
        looking = asyncio.ensure_future(self._look_up())
        try:
            await asyncio.wait({looking}, timeout=PASSWORD_STORE_SECONDS)
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
        is_wanted = self._remembered_login and self._remembered_login == self.login.text()
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
        """Start the store's server; retry while it is unavailable."""
        while True:
            try:
                await self._access.warm(self._tell_upgrade)
            except Unavailable as away:
                self.problem.say(away_words(away), Tone.WARN)
                await asyncio.sleep(AGAIN_SECONDS)
            else:
                return

    def _tell_upgrade(self, step: WorkspaceStep, share: float) -> None:
        """Say that the store waits for its data to be moved, and that it has been."""
        if step is not WorkspaceStep.NEWER:
            return
        from storedesk.ui.kit.forms.percent import percentage  # noqa: PLC0415 rarely needed

        moving = tr("The store's data is being moved to a newer version of its database: {percent}%"
                    " done. What there was is kept.")  # fmt: skip
        moved = tr("The store's data was moved to a newer version of its database. What there was"
                   " is kept beside it.")  # fmt: skip
        done = percentage(round(Decimal(share), 2))
        words = moving.format(percent=done) if share < 1 else moved
        self.problem.say(words, Tone.INFO)

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

    def _store_words(self) -> str:
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
        self.locked.clicked.connect(self.people_wanted)
        self.people.chosen.connect(self.fill)
        self.languages.chosen.connect(self.language_wanted)
        self.enter.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        self.cancel = Button(tr("Cancel"), kind=Kind.LINK)
        self.cancel.hide()
        card = self.card = Card(margin=28, gap=8)
        card.setMaximumWidth(px(CARD_WIDTH))
        card.setMinimumHeight(px(HEIGHT))
        card.add(ProgramMark())
        card.column.addSpacing(8)
        card.add(self.title, self.store_name)
        card.column.addSpacing(10)
        card.add(self.problem)
        card.column.addSpacing(4)
        card.add(self.login)
        card.column.addSpacing(6)
        card.add(self.password, self.remember)
        card.column.addSpacing(10)
        card.add(self.enter)
        card.column.addSpacing(2)
        card.add(row(None, self.other, self.cancel, None), row(None, self.locked, None))
        card.column.addStretch(1)
        card.add(self.languages)
        parts = (card, self.people, self.letters)
        cards = row(None, *parts, None, gap=16)
        cards.setStretchFactor(card, 1000)  # it is as wide as it may
        for part in parts:
            cards.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        self.people.setFixedHeight(px(HEIGHT))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addLayout(cards, 1)
