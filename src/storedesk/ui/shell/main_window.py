"""The main window: first run, sign-in, the pages, and what can be done everywhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from storedesk.domain.change_notices import ChangeNotice
from storedesk.domain.refusals.errors import StoreError
from storedesk.settings import StoreKind
from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.kit.base.missed_scans import covering_title, missed_text
from storedesk.ui.kit.base.scanner import ScannerGuard
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.kit.looks.theme import Scheme
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.shell.badge_switch import BadgeSwitch
from storedesk.ui.shell.closing import Closing
from storedesk.ui.shell.comforts import Comforts
from storedesk.ui.shell.entering import (
    WindowParts,
    chosen_register,
    language_for,
    page_context,
)
from storedesk.ui.shell.entrance_window import EntranceWindow
from storedesk.ui.shell.idle_lock import IdleLock
from storedesk.ui.shell.shortcuts import add_shortcuts
from storedesk.ui.shell.window_place import keep_place, restore_place
from storedesk.ui.store_access import StoreAccess

if TYPE_CHECKING:  # the window is there before the database's libraries are
    from storedesk.domain.till import Register
    from storedesk.services.signed_in import SignedIn
    from storedesk.ui.customer_display.display import CustomerDisplay
    from storedesk.ui.shell.frame import Frame

SMALLEST = QSize(1024, 680)


class MainWindow(EntranceWindow):
    """Shows the first run or sign-in, then the pages."""

    left = Signal()
    """The person has signed out."""
    locked = Signal()
    """The person has locked the window, and rests."""
    closing = Signal()
    """The window is to close, once the work is done: see `end`."""

    def __init__(self, access: StoreAccess) -> None:
        super().__init__(access)
        self.actions_at_hand = Actions()
        self.scanner = ScannerGuard()
        self.frame: Frame | None = None
        self.comforts = Comforts(access, self)
        self.display: CustomerDisplay | None = None
        self._content: QWidget | None = None
        self._may_close = False
        self.seen: set[UUID] = set()
        self.entered_as: SignedIn | None = None
        self._page = ""
        self.setWindowTitle("StoreDesk")
        self.setMinimumSize(SMALLEST)
        self.scanner.dropped.connect(self._miss_scan)
        self.badges = BadgeSwitch(self, lambda: self.frame, self._change_person)
        self.scanner.badge.connect(self.badges.take)
        self.goodbye = Closing()
        self.stack.addWidget(self.goodbye)
        self.idle_lock = IdleLock(self, self._is_saved, self.switch_user)
        self._shortcuts: list[QAction] = []
        self._add_shortcuts()
        restore_place(self, access.profile.geometry)

    def begin(self) -> None:
        """Show what comes first: the first run, or sign-in."""
        self.scanner.install()
        (self.show_sign_in if self.access.preferences.store else self.show_first_run)()
        for spoiled in self.access.profile.take_unreported():
            self.first_run.choices.problem.say(spoiled.sentence(spoken), Tone.WARN)

    def show_store(self, entered: "SignedIn") -> None:
        """Show the store as the person who has signed in may see it."""
        register = chosen_register(self.access, entered)
        if register is None and len(entered.registers) > 1 and entered.me.may("scan"):
            from storedesk.ui.shell.register_choice import RegisterChoice  # noqa: PLC0415 needs the till's words

            question = RegisterChoice(entered.registers)
            question.chosen.connect(lambda one: self._choose_register(entered, one))
            self._show_content(question)
            return
        from storedesk.ui.customer_display.display import CustomerDisplay  # noqa: PLC0415 as below
        from storedesk.ui.shell.frame import Frame  # noqa: PLC0415 needs the database's libraries

        self.entered_as = entered
        self.speak(language_for(self.access, entered))
        comfort = self.comforts.of(entered.me.login)
        self.display = self.display or CustomerDisplay(self)
        hands = WindowParts(
            self.actions_at_hand, self.scanner, self.seen, comfort, self.display, self.visit,
            self.sign_out,
        )  # fmt: skip
        context = page_context(self.access, entered, register, hands)
        self.display.begin(entered.desk, entered.store, context.speech(), comfort)
        spoken.write_as(context.format.sum, context.store.currency, context.format.count)
        self.frame = Frame(self, context, self.sign_in.store_name.text(), self)
        self.frame.shown.connect(self._show_title)
        self._show_content(self.frame)
        self.frame.begin()
        comfort.changed.connect(self._watch_idle)
        self._watch_idle()

    def visit(
        self, page: str, record: UUID | None = None, *, words: str = "", tab: str = ""
    ) -> None:
        """Show a page; there, one record, what `words` find, or a tab."""
        if self.frame:
            self.frame.visit(page, record, words, tab)

    def hear(self, notice: ChangeNotice) -> None:
        """Pass a change notice to the pages."""
        if self.frame:
            self.frame.hear(notice)

    def lost(self, failure: StoreError) -> None:
        """Show why the store's database cannot be reached."""
        if self.frame:
            self.frame.lost(failure)

    def speak(self, language: str) -> bool:
        """Speak a language on all new pages, "" the system's; tell whether it is another one."""
        if not LANGUAGE.choose(language):
            return False
        self._add_shortcuts()
        self._remake_entrance()
        return True

    def fit(self) -> None:
        """Make everything anew, in the sizes of now."""
        if "sign_in" in vars(self):  # else it is about to be made
            self._remake_entrance()
        self.renew()

    def lets_go(self, go: Callable[[], object]) -> bool:
        """Return whether pages may be made anew; else ask, and `go` if they may."""
        return self.frame is None or self.frame.lets_go(go)

    def choose_language(self, language: str) -> None:
        """Speak a language with the person who is signed in; the sale is in the database."""
        if not self.frame or self.entered_as is None:
            self.speak_here(language)
        elif self.frame.lets_go(lambda: self.choose_language(language)):
            self.frame.context.habits.choose_language(language)
            self.renew()

    def renew(self) -> None:
        """Make the pages anew where they are: in another language, in other sizes."""
        if self.frame and self.entered_as:
            page = self.frame.key()
            self.frame.stop()
            self.show_store(self.entered_as)
            self.frame.go_on(page)

    def _watch_idle(self) -> None:
        if self.frame:
            self.idle_lock.begin(self.frame.context.comfort.lock_minutes)

    def _is_saved(self) -> bool:
        """Return whether nothing that somebody is typing would be lost."""
        pages = self.frame.pages.made().values() if self.frame else ()
        return covering() is None and not any(page.unsaved() for page in pages)

    def leave_store(self) -> None:
        """Close the pages, so that the next person sees nothing of this one's work."""
        self.idle_lock.begin(0)
        if self.frame:
            self.frame.stop()
        if self.display:
            self.display.stop()
        self.frame = None
        self._show_title("")
        if self._content:
            self.stack.removeWidget(self._content)
            self._content.deleteLater()
            self._content = None

    def switch_user(self) -> None:
        """Lock, so that whoever has a PIN goes on with it; the sale stays in the database."""
        if self.frame and not self.frame.lets_go(self.switch_user):
            return
        self._leave(self._rests())

    def _rests(self) -> "SignedIn | None":
        """Return whoever is at work, if a PIN or a badge lets them go on later."""
        me = self.frame.context.me if self.frame else None
        return self.entered_as if me and (me.has_pin or me.has_badge) else None

    async def _change_person(self, entered: "SignedIn") -> None:
        """Let somebody else work at once; whoever was at work rests, as if they had locked."""
        before = self._rests()
        self.leave_store()
        (self.locked if before else self.left).emit()
        self.access.people_here.take(entered.me.login)
        if before:
            await self.access.people_here.lock(before)
        self.entered.emit(entered)

    def sign_out(self) -> None:
        """Let whoever is signed in out; the sale stays in the database."""
        if self.frame is None or self.frame.lets_go(self.sign_out):
            self._leave()

    def _leave(self, locked: "SignedIn | None" = None) -> None:
        self.leave_store()
        (self.locked if locked else self.left).emit()
        self.speak(self.access.preferences.language)
        self.show_entrance(locked)

    def choose_scheme(self, scheme: Scheme) -> None:
        """Show other colors, and remember it."""
        self.comforts.decide(colors=scheme.value)

    def end(self) -> None:
        """Close for good."""
        self._may_close = True
        if self.display:
            self.display.end()
        self.close()

    def close_unasked(self) -> None:
        """Close without a question, as nobody may be there to answer."""
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self._finish()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Answer Qt: finish the work first, then go."""
        keep_place(self, self.access.profile.geometry)
        if self._may_close:
            super().closeEvent(event)
            return
        event.ignore()
        if covering() or (self.frame and not self.frame.lets_go(self.close)):
            return
        self._finish()

    def _finish(self) -> None:
        if self.stack.currentWidget() is self.goodbye:
            return
        self._stop_entrance()
        self.leave_store()
        self.goodbye.say(makes_backup=self.access.preferences.store is StoreKind.EMBEDDED)
        self.stack.setCurrentWidget(self.goodbye)
        self.closing.emit()

    def _add_shortcuts(self) -> None:
        for before in self._shortcuts:
            self.removeAction(before)
        self._shortcuts = add_shortcuts(
            self.actions_at_hand, self, title=lambda: self._page,
            page=lambda: self.frame and self.frame.stack.currentWidget(),
            key=lambda: self.frame.key() if self.frame else "",
            change=self.comforts.change_colors, choose=self.choose_scheme,
            speak=self.choose_language,
        )  # fmt: skip

    def _show_content(self, content: QWidget) -> None:
        old, self._content = self._content, content
        self.stack.addWidget(content)
        self.stack.setCurrentWidget(content)
        if old:
            self.stack.removeWidget(old)
            old.deleteLater()

    def _choose_register(self, entered: "SignedIn", register: "Register") -> None:
        self.access.profile.change(register=register.id)
        self.show_store(entered)

    def _miss_scan(self, code: str) -> None:
        """Let the visible page report that a scan was not taken."""
        if miss := getattr(self.stack.currentWidget(), "miss_scan", None):
            miss(code, missed_text(code, covering_title()))

    def _show_title(self, page: str) -> None:
        self._page = page
        store = self.frame.context.store.name if self.frame else ""
        self.setWindowTitle(" · ".join(part for part in (page, store, "StoreDesk") if part))
