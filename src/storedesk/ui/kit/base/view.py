"""The page: what every screen of the main window has in common."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, TypeAlias
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from storedesk.domain.refusals.errors import StoreError
from storedesk.ui.kit.base.actions import Jump
from storedesk.ui.kit.base.banner import Banner, Note
from storedesk.ui.kit.base.missed_scans import MissedScans
from storedesk.ui.kit.base.sentences import spoken as spoken  # noqa: PLC0414 - a page says it
from storedesk.ui.kit.base.sounds import Sounds
from storedesk.ui.kit.looks.cards import PAGE_MARGIN, PageHeader, put
from storedesk.ui.kit.looks.tokens import Tone

if TYPE_CHECKING:  # the window is there before the database's libraries are
    from storedesk.services.desk import Desk

Job: TypeAlias = Callable[[], Awaitable[None]]


class Jobs:
    """What a page or dialog has under way: each job once at a time, all cancelled at the end."""

    def __init__(self, refused: Callable[[StoreError], None]) -> None:
        """Tell `refused` what the store says no to; anything else is a bug."""
        self._refused = refused
        self._running: dict[Job, asyncio.Task[None]] = {}

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
        self._run(job)

    def cancel(self) -> None:
        """End all of them."""
        for task in self._running.values():
            task.cancel()

    def busy(self) -> bool:
        """Tell whether something is under way."""
        return bool(self._running)

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


class View(QWidget):
    """A page that asks the desk for things, and says so when the answer is no."""

    title: ClassVar[str]
    watches: ClassVar[frozenset[str]] = frozenset()
    """The tables whose changes make this page stale."""
    counts: ClassVar[frozenset[str]] = frozenset()
    """The tables on which the number beside the page in the side bar hangs."""
    count_tone: ClassVar[Tone] = Tone.MUTE

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk
        self.problem = Banner()
        self.note = Note()
        self.sounds = Sounds(self)
        self.missed = MissedScans(self.problem)
        self._jobs = Jobs(self.refuse)
        self._stale = True

    async def refresh(self) -> None:
        """Ask for what this page shows, and show it."""
        raise NotImplementedError

    async def waiting(self) -> int:
        """Count what waits on this page, for the side bar; asked again after news of `counts`."""
        return 0

    def unsaved(self) -> str:
        """Name what was typed on this page and is not saved; nothing where nothing is."""
        return ""

    async def jumps(self, words: str, limit: int) -> list[Jump]:
        """Find what of this page fits some words, for the palette, which shows the page first."""
        del words, limit
        return []

    def show_record(self, key: UUID) -> None:
        """Show one record, whatever the page was narrowed to."""
        raise NotImplementedError

    def look_for(self, words: str) -> None:
        """Search for `words`, as if they had been typed."""
        raise NotImplementedError

    def scanned(self, raw: str) -> None:
        """Take what was scanned while this page was in sight: each page says what that does."""
        raise NotImplementedError

    def hears_scans(self) -> bool:
        """Tell whether a scan can be taken now."""
        return True

    def miss_scan(self, code: str, text: str) -> None:
        """Say, and sound, that a scan was not taken; `text` says why."""
        self.missed.say(code, text)
        self.sounds.bad()

    def lay_out(self, *parts: QWidget | QLayout | None, header: PageHeader | None = None) -> None:
        """Stack `parts` under the header and the lines that show problems; the last one grows."""
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 20, PAGE_MARGIN, 20)
        column.setSpacing(16)
        top: list[QWidget] = [header] if header else []
        put(column, (*top, self.problem, self.note, *parts))
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
        """Say on the page what the store refuses. What was typed stays."""
        self.problem.say(refusal.sentence(spoken), Tone.BAD)

    async def idle(self) -> None:
        """Wait until every job has ended."""
        await self._jobs.idle()

    def changed(self, ids: Iterable[UUID] | None = None) -> None:
        """Hear that what this page shows has changed: reload now, or when next looked at.

        `ids` names the rows where the news did; None means that anything may have changed.
        """
        del ids  # a page of a single record overrides this and looks
        self._stale = True
        if self.isVisible():
            self._freshen()

    def showEvent(self, event: QShowEvent) -> None:
        """Answer Qt: the page has come into sight."""
        super().showEvent(event)
        self._freshen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Answer Qt: the page goes, and its jobs with it."""
        self.stop()
        super().closeEvent(event)

    def stop(self) -> None:
        """End every job of this page: its widgets are about to go."""
        self._jobs.cancel()

    def _freshen(self) -> None:
        if self._stale:
            self._stale = False
            self.reload()
