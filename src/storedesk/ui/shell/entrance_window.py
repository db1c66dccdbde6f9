"""The window before somebody has signed in: first run, sign-in, and who has signed in here."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from storedesk.ui.sign_in.lock_page import LockPage
from storedesk.ui.sign_in.view import SignIn
from storedesk.ui.store_access import StoreAccess

if TYPE_CHECKING:  # the window is there before the database's libraries are
    from storedesk.services.signed_in import SignedIn
    from storedesk.ui.first_run.view import FirstRun

MADE_LATE = ("first_run", "lock_page")
"""Pages that are made when they are first wanted."""


class EntranceWindow(QMainWindow):
    """Shows the ways into a store."""

    entered = Signal(object)
    """Someone has signed in: a SignedIn."""

    def __init__(self, access: StoreAccess) -> None:
        super().__init__()
        self.access = access
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.sign_in = self._made_sign_in()

    def speak(self, language: str) -> bool:
        """Speak a language on all new pages, "" the system's; tell whether it is another one."""
        raise NotImplementedError

    @cached_property
    def first_run(self) -> "FirstRun":
        """The ways to make or join a store, made when they are first wanted."""
        from storedesk.ui.first_run.view import FirstRun  # noqa: PLC0415

        made = FirstRun(self.access)
        made.opened.connect(self.show_sign_in)
        made.made.connect(self.sign_in.enter_as)
        made.left.connect(self.show_sign_in)
        made.language_wanted.connect(self.speak_here)
        self.stack.addWidget(made)
        return made

    @cached_property
    def lock_page(self) -> LockPage:
        """Who has signed in here, made when somebody locks."""
        made = LockPage(self.access.people_here)
        made.entered.connect(self.entered)
        made.password_wanted.connect(self.show_sign_in)
        self.stack.addWidget(made)
        return made

    def show_entrance(self, locked: "SignedIn | None" = None) -> None:
        """Show who goes on with a PIN, with whoever has just `locked`; else sign-in."""
        if locked is None and not self.access.people_here.people():
            self.show_sign_in()
            return
        self.sign_in.stop()
        self.stack.setCurrentWidget(self.lock_page)
        self.lock_page.begin(locked)

    def show_first_run(self) -> None:
        """Show the ways to make or join a store."""
        self._stop_entrance()
        self.stack.setCurrentWidget(self.first_run)
        self.first_run.begin(has_store=self.access.preferences.store is not None)

    def show_sign_in(self) -> None:
        """Show sign-in."""
        if "lock_page" in vars(self):
            self.lock_page.stop()
        self.stack.setCurrentWidget(self.sign_in)
        self.sign_in.begin()

    def speak_here(self, language: str) -> None:
        """Speak a language on this computer, where nobody has signed in yet."""
        self.access.profile.change(language=language)
        before = self.sign_in
        is_first_run = self.stack.currentWidget() is not before
        if self.speak(language):
            (self.show_first_run if is_first_run else self.show_sign_in)()
            self.sign_in.take_over(before)

    def _remake_entrance(self) -> None:
        before, self.sign_in = self.sign_in, self._made_sign_in()
        for page in filter(None, (before, *(vars(self).pop(name, None) for name in MADE_LATE))):
            page.stop()
            self.stack.removeWidget(page)
            page.deleteLater()

    def _stop_entrance(self) -> None:
        for name in ("sign_in", *MADE_LATE):
            if page := vars(self).get(name):
                page.stop()

    def _made_sign_in(self) -> SignIn:
        made = SignIn(self.access)
        made.elsewhere.connect(self.show_first_run)
        made.entered.connect(self.entered)
        made.people_wanted.connect(self.show_entrance)
        made.language_wanted.connect(self.speak_here)
        self.stack.addWidget(made)
        return made
