"""Show the page before a store is chosen: the ways to start, and their forms."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.workspace import NewStore, WorkspaceStep
from storedesk.settings import ServerAddress
from storedesk.ui.first_run.join_store import JoinStoreForm
from storedesk.ui.first_run.new_store import NewStoreForm
from storedesk.ui.first_run.progress import StoreProgress
from storedesk.ui.first_run.restore import RestoreForm
from storedesk.ui.first_run.restored import RestoredPage
from storedesk.ui.first_run.welcome import WelcomePage
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import Jobs, spoken
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.store_access import StoreAccess

DEMO_STEPS = (WorkspaceStep.SERVER, WorkspaceStep.GOODS)
RESTORE_STEPS = (WorkspaceStep.CHECK, WorkspaceStep.SERVER, WorkspaceStep.BACKUP)
ENDINGS = (".dump", ".sealed", ".roles.sql", ".sha256")
"""Of the files of a backup: one that is dropped is restored, any other is a join file."""
STORE_STEPS = (WorkspaceStep.SERVER, WorkspaceStep.TABLES, WorkspaceStep.PERSON)


class FirstRun(QWidget):
    """Create, join, restore or open a store; `opened` is emitted when it is ready."""

    opened = Signal()
    made = Signal(str, str)
    """The login and the password of who has just made a store, after `opened`."""
    left = Signal()
    """The person goes back to the store that was chosen before."""
    language_wanted = Signal(str)
    """The code of another language."""

    def __init__(self, access: StoreAccess) -> None:
        super().__init__()
        self._access = access
        self._jobs = Jobs(self._refuse)
        self.choices = WelcomePage()
        self.making = StoreProgress()
        self.new_store: NewStoreForm | None = None
        self.join: JoinStoreForm | None = None
        self.restore: RestoreForm | None = None
        self.restored: RestoredPage | None = None
        self._stop: Event | None = None
        self._address: ServerAddress | None = None
        self._new: NewStore | None = None
        self._has_own = False
        self.stack = QStackedWidget()
        self.stack.addWidget(self.choices)
        self.stack.addWidget(self.making)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.choices.demo_wanted.connect(lambda: self._jobs.start(self.make_demo))
        self.choices.new_wanted.connect(self.show_new_store)
        self.choices.join_wanted.connect(self.show_join)
        self.choices.restore_wanted.connect(self.show_restore)
        self.choices.file_dropped.connect(self.read_file)
        self.making.cancel_wanted.connect(self.cancel)
        self.choices.back.clicked.connect(self.left)
        self.choices.languages.chosen.connect(self.language_wanted)

    def begin(self, *, has_store: bool = False) -> None:
        """Show the three ways to start; offer to go back if a store is chosen already."""
        self.choices.back.setVisible(has_store)
        self.choices.problem.hide()
        self.stack.setCurrentWidget(self.choices)
        self.choices.demo.button.setFocus()
        self._jobs.start(self._look)

    def show_new_store(self) -> None:
        """Show the form of a new store, or open the one that there is."""
        if self._has_own:
            self._jobs.start(self.open_own)
            return
        if self.new_store is None:
            self.new_store = NewStoreForm()
            self.new_store.wanted.connect(self._want_store)
            self.new_store.left.connect(self._back)
            self.stack.addWidget(self.new_store)
        self.stack.setCurrentWidget(self.new_store)
        self.new_store.begin()

    def show_join(self) -> None:
        """Show the form of a shared store."""
        if self.join is None:
            self.join = JoinStoreForm(self._access.profile.keep_authority)
            self.join.wanted.connect(self._want_address)
            self.join.left.connect(self._back)
            self.stack.addWidget(self.join)
            if address := self._access.preferences.address:
                self.join.show_address(address)
        self.stack.setCurrentWidget(self.join)
        self.join.begin()

    def show_restore(self) -> None:
        """Show the form that asks for a backup; where there is a store, say why not."""
        if self._has_own:
            self.choices.problem.say(
                tr(
                    "There is a store on this computer already, and a backup is never restored over"
                    " one. To restore it beside that store, start StoreDesk with another profile"
                    " folder: storedesk --profile FOLDER"
                )
            )
            return
        if self.restore is None:
            self.restore = RestoreForm(self._access)
            self.restore.wanted.connect(
                lambda file, secret: self._jobs.start(lambda: self.restore_store(file, secret))
            )
            self.restore.left.connect(self._back)
            self.stack.addWidget(self.restore)
        self.stack.setCurrentWidget(self.restore)
        self.restore.begin()

    def read_file(self, file: Path) -> None:
        """Show the form that fits a dropped file: a backup's, or that of a shared store."""
        if file.is_dir() or file.name.endswith(ENDINGS):
            self.show_restore()
            if self.restore and self.stack.currentWidget() is self.restore:
                self.restore.read(file)
            return
        self.show_join()
        if self.join:
            self.join.read(file)

    async def make_demo(self) -> None:
        """Create the demo store."""
        with self._waiting(tr("Creating the demo store"), DEMO_STEPS):
            await self._access.make_demo(self.making.reach)
        self.opened.emit()

    async def make_store(self) -> None:
        """Create the store that the form describes."""
        if self._new and self.new_store:
            with self._waiting(tr("Creating your store"), STORE_STEPS):
                await self._access.make_store(self._new, self.making.reach)
            login, password, self._new = self._new.login, self._new.password, None
            self.stack.removeWidget(self.new_store)
            self.new_store.deleteLater()  # and the password in it
            self.new_store = None
            self.opened.emit()
            self.made.emit(login, password)

    async def open_own(self) -> None:
        """Open the store that is on this computer already."""
        with self._waiting(tr("Opening your store"), (WorkspaceStep.SERVER,)):
            await self._access.open_own(self.making.reach)
        self.opened.emit()

    async def join_store(self) -> None:
        """Join the store that the form names."""
        if self._address and self.join:
            self.join.join.setEnabled(False)
            try:
                await self._access.join(self._address)
            finally:
                self.join.join.setEnabled(True)
            self.opened.emit()

    async def restore_store(self, file: Path, passphrase: str | None) -> None:
        """Restore a store from its backup, and show what it holds."""
        stop = self._stop = Event()
        try:
            with self._waiting(tr("Restoring your store"), RESTORE_STEPS, can_cancel=True):
                done = await self._access.restore(file, passphrase, self.making.reach, stop)
        finally:
            self._stop = None
        if self.restore:
            self.stack.removeWidget(self.restore)
            self.restore.deleteLater()  # and the passphrase in it
            self.restore = None
        if self.restored is None:
            self.restored = RestoredPage()
            self.restored.done.connect(self.opened)
            self.stack.addWidget(self.restored)
        self.stack.setCurrentWidget(self.restored)
        self.restored.show_restored(done)

    def cancel(self) -> None:
        """Call off the restoring that runs; nothing is left of it."""
        if self._stop:
            self._stop.set()

    def miss_scan(self, code: str, text: str) -> None:
        """Say that a scan was ignored: no store is open."""
        del text
        shown = self.stack.currentWidget()
        words = tr("Scanned {code}: not added, as no store is open.").format(code=code)
        if isinstance(shown, WelcomePage | NewStoreForm | JoinStoreForm | RestoreForm):
            shown.problem.say(words, Tone.WARN)

    async def idle(self) -> None:
        """Wait until every job has ended."""
        await self._jobs.idle()
        if self.join:
            await self.join.idle()
        if self.restore:
            await self.restore.idle()
            await self._jobs.idle()

    def stop(self) -> None:
        """Cancel every job: the window is about to close."""
        self.cancel()
        self._jobs.cancel()
        if self.join:
            self.join.stop()
        if self.restore:
            self.restore.stop()

    async def _look(self) -> None:
        self._has_own = await self._access.has_own()
        self.choices.offer_own(self._has_own)

    def _want_store(self, new: NewStore) -> None:
        self._new = new
        self._jobs.start(self.make_store)

    def _want_address(self, address: ServerAddress) -> None:
        self._address = address
        self._jobs.start(self.join_store)

    @contextmanager
    def _waiting(
        self, title: str, steps: tuple[WorkspaceStep, ...], *, can_cancel: bool = False
    ) -> Iterator[None]:
        """Show the progress meanwhile; on failure show the page from before."""
        before = self.stack.currentWidget() or self.choices
        self.making.begin(title, steps, can_cancel=can_cancel)
        self.stack.setCurrentWidget(self.making)
        try:
            yield
        except BaseException:
            self.stack.setCurrentWidget(before)
            raise

    def _back(self) -> None:
        self.stack.setCurrentWidget(self.choices)

    def _refuse(self, refusal: StoreError) -> None:
        shown = self.stack.currentWidget()
        if refusal.code == "store_here_already":
            self._has_own = True
            self.choices.offer_own(is_there=True)
        if isinstance(shown, NewStoreForm | JoinStoreForm | RestoreForm):
            shown.refuse(refusal)
        else:
            self.choices.problem.say(refusal.sentence(spoken))
