"""The base of every page of the main window."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, TypeAlias
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from storedesk.domain.change_notices import Rows
from storedesk.domain.refusals.errors import StoreError
from storedesk.ui.kit.base.actions import Jump
from storedesk.ui.kit.base.banner import Banner, Note
from storedesk.ui.kit.base.missed_scans import MissedScans
from storedesk.ui.kit.base.notice_stack import NoticeStack
from storedesk.ui.kit.base.sentences import spoken as spoken  # noqa: PLC0414 - a page says it
from storedesk.ui.kit.base.serial import Serial
from storedesk.ui.kit.base.sounds import Sounds
from storedesk.ui.kit.looks.cards import GAP, PAGE_MARGIN, PageHeader, page_end, put
from storedesk.ui.kit.looks.tokens import Tone

if TYPE_CHECKING:  # the window is there before the database's libraries are
    from storedesk.services.desk import Desk

Job: TypeAlias = Callable[[], Awaitable[None]]


class Jobs:
    """The running jobs of a page or dialog: each once at a time, all canceled at the end."""

    def __init__(self, refused: Callable[[StoreError], None]) -> None:
        """`refused` gets each StoreError; any other exception is a bug."""
        self._refused = refused
        self._running: dict[Job, asyncio.Task[None]] = {}
        self._again: set[Job] = set()
        self._ends: list[Callable[[], object]] = []

    def at_end(self, end: Callable[[], object]) -> None:
        """Call `end` when all jobs are canceled: it stops what would start one later."""
        self._ends.append(end)

    def start(self, job: Job) -> bool:
        """Run `job` beside the GUI, unless it runs already: a double click is one click."""
        if job in self._running:
            return False
        self._run(job)
        return True

    def restart(self, job: Job) -> None:
        """Run `job` anew: of several asked for at once, the last one wins."""
        if running := self._running.pop(job, None):
            running.cancel()
        self._again.discard(job)
        self._run(job)

    def drop(self, job: Job) -> bool:
        """Cancel `job`, if it is running; tell whether it was."""
        self._again.discard(job)
        running = self._running.pop(job, None)
        return running is not None and running.cancel()

    def repeat(self, job: Job) -> None:
        """Run `job` now, or once more when it has ended, if it is running.

        Where it is asked for faster than it runs, every run comes to its end all the same.
        """
        if job in self._running:
            self._again.add(job)
        else:
            self._run(job)

    def cancel(self) -> None:
        """Cancel all jobs."""
        self._again.clear()
        for end in self._ends:
            end()
        for task in self._running.values():
            task.cancel()

    def busy(self) -> bool:
        """Return whether a job is running."""
        return bool(self._running)

    async def ended(self, job: Job) -> None:
        """Wait until `job` has ended, if it is running, and whatever it was restarted for."""
        while running := self._running.get(job):
            await asyncio.wait([running])

    async def idle(self) -> None:
        """Wait until every job has ended."""
        while self._running:
            await asyncio.wait(self._running.values())

    def _run(self, job: Job) -> None:
        task = asyncio.get_running_loop().create_task(self._guarded(job))
        self._running[job] = task
        task.add_done_callback(lambda _: self._forget(job, task))

    async def _guarded(self, job: Job) -> None:
        try:
            await job()
        except StoreError as refusal:
            self._refused(refusal)
        except Exception:  # noqa: BLE001 - a bug, and so the crash reporter's affair
            sys.excepthook(*sys.exc_info())

    def _forget(self, job: Job, task: asyncio.Task[None]) -> None:
        if self._running.get(job) is task:
            del self._running[job]
            if job in self._again:
                self._again.discard(job)
                self._run(job)


class View(QWidget):
    """A page that asks the desk, and shows what is refused."""

    title: ClassVar[str]
    watches: ClassVar[frozenset[str]] = frozenset()
    """The tables whose changes make this page stale."""
    shows_own_sale: ClassVar[bool] = False
    """Whether this page does what is done with this register's sale, and shows the answers."""
    shows_keys: ClassVar[bool] = False
    """Whether this page shows its keys itself, in place of the strip at the foot of the window."""
    read_again_ms: ClassVar[int] = 0
    """While the page is in sight it is read again after so long, for what no news tells; 0: not."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk
        self.problem = Banner()
        self.note = Note()
        self.sounds = Sounds(self)
        self.notices = NoticeStack(self, (self.problem, self.note))
        self.missed = MissedScans(self.problem)
        self._jobs = Jobs(self.refuse)
        self.serials: list[Serial] = []
        """What is done one after the other, and belongs to the page as its jobs do."""
        self._stale = True
        self._clock = QTimer(self, interval=self.read_again_ms)
        self._clock.timeout.connect(self.changed)

    async def refresh(self) -> None:
        """Read what this page shows, and show it."""
        raise NotImplementedError

    def unsaved(self) -> str:
        """Return the name of what was typed and not saved, or ""."""
        return ""

    async def jumps(self, words: str, limit: int) -> list[Jump]:
        """Find records of this page by words, for the palette."""
        del words, limit
        return []

    def show_record(self, key: UUID) -> None:
        """Show one record, whatever filters are set."""
        raise NotImplementedError

    def look_for(self, words: str) -> None:
        """Search for `words`, as if they had been typed."""
        raise NotImplementedError

    def show_tab(self, key: str) -> None:
        """Show a tab of the list whole, whatever it was narrowed to."""
        raise NotImplementedError

    def scanned(self, raw: str) -> None:
        """Handle a scan while this page is visible."""
        raise NotImplementedError

    @property
    def is_looking_up(self) -> bool:
        """Whether the record that was scanned last is on its way: lists have one."""
        return False

    def behind_scan(self, act: Callable[[], object]) -> None:
        """Do `act`: at once, or as soon as what was scanned is chosen."""
        act()

    def hears_scans(self) -> bool:
        """Return whether a scan can be taken now."""
        return True

    def miss_scan(self, code: str, text: str) -> None:
        """Report, and signal, that a scan was not taken; `text` says why."""
        self.missed.say(code, text)
        self.sounds.bad()

    def lay_out(self, *parts: QWidget | QLayout | None, header: PageHeader | None = None) -> None:
        """Stack `parts` under the header; the last one grows."""
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 20, PAGE_MARGIN, page_end())
        column.setSpacing(GAP)
        top: list[QWidget] = [header] if header else []
        put(column, (*top, *parts))
        column.setStretch(column.count() - 1, 1)

    def start(self, job: Job) -> None:
        """Run `job` beside the GUI, unless it is running already: a double click is one click."""
        if self._jobs.start(job):
            self.problem.hide()

    @Slot()
    def reload(self) -> None:
        """Refresh; of several refreshes asked for at once, the last one wins."""
        self._jobs.restart(self.refresh)

    def refuse(self, refusal: StoreError) -> None:
        """Show a refusal on the page. What was typed stays."""
        self.problem.say(refusal.sentence(spoken), Tone.BAD)

    async def idle(self) -> None:
        """Wait until every job has ended, and what was queued has been done."""
        while self._jobs.busy() or any(one.waiting for one in self.serials):
            await self._jobs.idle()
            for one in self.serials:
                await one.idle()

    def hear(self, table: str, ids: Rows) -> None:
        """Handle news of a table that this page watches, or of all (EVERY_TABLE)."""
        del table  # a page that shows little of a table overrides this and looks
        self.changed(ids)

    def changed(self, ids: Iterable[UUID] | None = None) -> None:
        """Reload, as what this page shows has changed: now, or when it is next shown.

        `ids` are the changed rows; None means that any may have changed.
        """
        del ids
        self._stale = True
        if self.isVisible():
            self._freshen()

    def showEvent(self, event: QShowEvent) -> None:
        """Answer Qt: the page has come into sight."""
        super().showEvent(event)
        if self.read_again_ms:
            self._clock.start()
        self._freshen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Answer Qt: nobody looks at the page any more."""
        self._clock.stop()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Answer Qt: the page goes, and its jobs with it."""
        self.stop()
        super().closeEvent(event)

    def stop(self) -> None:
        """Cancel every job of this page: its widgets are about to be deleted."""
        self._clock.stop()
        for one in self.serials:
            one.cancel()
        self._jobs.cancel()

    def _freshen(self) -> None:
        if self._stale:
            self._stale = False
            self._jobs.repeat(self.refresh)
