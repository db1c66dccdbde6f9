"""Put the program together and run it: everything is made here, once, and handed down."""

import asyncio
import logging
import os
import sys
import threading
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import qasync
from PySide6.QtWidgets import QApplication

from storedesk.background import Background, DiskSpace
from storedesk.domain.refusals.errors import StoreError
from storedesk.settings import Profile
from storedesk.ui.kit.base.accessible import install_roles
from storedesk.ui.kit.base.garbage import GarbageCollection, loses_none
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.kit.base.sounds import SPEAKER
from storedesk.ui.kit.input.keyboard import KEYBOARD
from storedesk.ui.kit.looks.theme import THEME, Scheme, mark_icon
from storedesk.ui.shell.ending import Ending
from storedesk.ui.shell.failures import Failures
from storedesk.ui.shell.instance import Instance
from storedesk.ui.shell.loading import load_pages
from storedesk.ui.shell.main_window import MainWindow
from storedesk.ui.shell.refusal import refused
from storedesk.ui.shell.window_place import come_forward, show_first
from storedesk.ui.store_access import StoreAccess

if TYPE_CHECKING:  # the window is there before the database's libraries are
    from storedesk.persistence.engine.listener import Listener
    from storedesk.services.signed_in import SignedIn

log = logging.getLogger(__name__)

Script: TypeAlias = Callable[[MainWindow], Awaitable[int]]
"""Drives the window as a person would, and returns the program's exit code."""

LAST_WORK = 13.0
"""Seconds for the last backup and the e-mail being sent, when the program is ended from outside."""
WHOLE_ENDING = 18.0
"""Seconds after which it ends then, even if something hangs."""
ENDED = 143
"""The exit code of a program that was ended early, by the convention of shells."""
BROKEN_QT = (
    "This version of PySide6 crashes on this version of Python: install PySide6-Essentials 6.11,"
    " or use Python 3.12 or newer."
)


class Program:
    """The window and what works for it: store access, desk, listener and background jobs."""

    def __init__(self, profile: Profile) -> None:
        self.access = StoreAccess(profile, load_pages)
        self.window = MainWindow(self.access)
        self._background: Background | None = None
        self._entered: SignedIn | None = None
        self._listener: Listener | None = None
        self._closing = asyncio.Event()
        self._hurried = asyncio.Event()
        self._is_called_off = False
        self._driver: asyncio.Task[Any] | None = None
        self._is_crashing = False
        self._is_mending = False
        self._was_used = False
        self._errands = ThreadPoolExecutor(max_workers=1, thread_name_prefix="errands")
        self._tasks: set[asyncio.Task[None]] = set()
        self.window.entered.connect(self._enter)
        self.window.left.connect(self._leave)
        self.window.locked.connect(self._rest)
        self.window.closing.connect(self._closing.set)
        self.window.goodbye.hurried.connect(self._hurried.set)

    async def run(self, script: Script | None = None) -> int:
        """Show the window, and run until it is closed and all work is done."""
        garbage = GarbageCollection()
        self.window.begin()
        show_first(self.window)
        garbage.start()
        try:
            return await self._driven(script) if script else 0
        finally:
            await self._closing.wait()
            await self._finish()
            garbage.stop()
            self.window.end()

    async def _driven(self, script: Script) -> int:
        """Let a script drive the window; ending it from outside is a failure."""
        self._driver = asyncio.current_task()
        try:
            return await script(self.window)
        except asyncio.CancelledError:
            if not self._is_called_off or self._driver is None:
                raise
            self._driver.uncancel()
            return ENDED
        finally:
            self._driver = None
            self.window.close()

    def end(self) -> None:
        """Close because the system, a terminal or the session asks; asked again, close at once."""
        if self._is_called_off:
            self._hurried.set()
            return
        self._is_called_off = True
        log.info("the program is ended from outside")
        watch = threading.Timer(WHOLE_ENDING, os._exit, [ENDED])
        watch.daemon = True
        watch.start()  # whatever hangs: the server was told to stop long before
        asyncio.get_running_loop().call_later(LAST_WORK, self._hurried.set)
        self.window.close_unasked()
        if self._driver:
            self._driver.cancel()

    def cut_off(self) -> None:
        """Do the last work at once, and end: the screen is gone, so Qt cannot go on."""
        if self._background and self._was_used:
            self._background.last_backup_now(LAST_WORK)
        try:
            self.access.leave_now()
        except StoreError as failure:
            log.warning("the store's server was not stopped: %s", failure)
        logging.shutdown()
        os._exit(ENDED)

    def crashed(self, report: str) -> None:
        """Show the report of a bug; one at a time, so that a bug that repeats can be read."""
        if not self._is_crashing:
            self._is_crashing = True
            from storedesk.ui.kit.dialogs.crash import CrashDialog  # noqa: PLC0415 - rarely needed

            dialog = CrashDialog(self.window, report)
            dialog.finished.connect(lambda _: setattr(self, "_is_crashing", False))
            dialog.open()

    def _enter(self, entered: "SignedIn") -> None:
        from storedesk.persistence.engine.listener import Listener  # noqa: PLC0415 imported by now

        loop, window = asyncio.get_running_loop(), self.window
        self._entered, self._was_used = entered, True
        window.show_store(entered)
        self._listener = Listener(
            entered.dsn,
            lambda news: loop.call_soon_threadsafe(window.hear, news),
            lambda failure: loop.call_soon_threadsafe(self._lose, failure),
        )
        self._listener.start()
        self._look_after()
        self._spawn(self._let_others_in(entered))

    def _lose(self, failure: StoreError) -> None:
        """Show why the database cannot be reached; restart the store's own server if it died."""
        self.window.lost(failure)
        if not self._is_mending:
            self._is_mending = True
            self._spawn(self._mend())

    async def _mend(self) -> None:
        try:
            await self.access.mend()
        except StoreError as failure:  # the listener asks again
            log.warning("the store's server could not be started: %s", failure)
        finally:
            self._is_mending = False

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)  # the loop alone would let it be collected
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            sys.excepthook(type(error), error, error.__traceback__)

    def _rest(self) -> None:
        listener, self._listener, self._entered = self._listener, None, None
        if listener:
            listener.stop()
            self._errands.submit(listener.join)

    def _leave(self) -> None:
        entered = self._entered
        self._rest()
        if entered:
            from storedesk.services.signed_in import sign_out, station_of  # noqa: PLC0415 as above

            self._errands.submit(sign_out, entered, station_of(self.access.profile))

    def _look_after(self) -> None:
        """Start the background jobs for the store on this computer; the last backup is one."""
        if self._background is None:
            workspace = self.access.opened
            self._background = Background(workspace, self._tell_room, self.access.mail_passwords)
        self._background.start()

    async def _let_others_in(self, entered: "SignedIn") -> None:
        """Let in whose pause is over, once this person can work."""
        if self.window.frame:
            await self.window.frame.idle()
        if self._entered is not entered:  # who has gone meanwhile lets nobody in
            return
        try:
            await self.access.let_others_in(entered)
        except StoreError as failure:
            log.warning("pauses that are over were not ended: %s", failure)

    def _tell_room(self, room: DiskSpace) -> None:
        if frame := self.window.frame:
            is_little, is_none = room is not DiskSpace.ENOUGH, room is DiskSpace.NONE
            frame.notices.show_room(is_little=is_little, is_none=is_none)

    async def _finish(self) -> None:
        """Do the last work before closing, but not if the program has to end quickly."""
        self._leave()
        work = asyncio.create_task(self._last_work())
        hurry = asyncio.create_task(self._hurried.wait())
        await asyncio.wait({work, hurry}, return_when=asyncio.FIRST_COMPLETED)
        for task in (work, hurry):
            task.cancel()
        await asyncio.wait({work, hurry})
        await asyncio.get_running_loop().run_in_executor(self._errands, bool)  # after all others
        if self._background:
            self._background.close()
        await self.access.close()
        self._errands.shutdown(wait=False)

    async def _last_work(self) -> None:
        if self._background:
            await self._background.stop()
            if self._was_used:
                await self._background.last_backup()


def main(folder: Path | None = None, script: Script | None = None) -> int:
    """Open the window of a profile, driven by `script` if there is one; return the exit code."""
    if loses_none():
        print(BROKEN_QT, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 1
    profile = Profile(folder)
    try:
        profile.make()
        app = _application(profile)
        instance = Instance(profile.folder)
        if not instance.is_first():
            return 0
        failures = Failures(profile.log)
    except StoreError as refusal:
        if message := refused(refusal):
            message.show()
            QApplication.exec()
        return 1
    ending = Ending()
    ending.install(app)
    failures.install()
    if profile.set_aside:
        log.warning("the settings could not be read, and are kept as %s", profile.set_aside)
    try:
        with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
            return runner.run(_run(profile, instance, failures, ending, script))
    finally:
        ending.uninstall()
        failures.uninstall()
        instance.close()


async def _run(
    profile: Profile, instance: Instance, failures: Failures, ending: Ending, script: Script | None
) -> int:
    program = Program(profile)
    failures.watch(asyncio.get_running_loop(), program.crashed, program.cut_off)
    instance.raised.connect(lambda: come_forward(program.window))
    program.window.closing.connect(instance.leave)
    ending.asked.connect(program.end)
    return await program.run(script)


def _application(profile: Profile) -> QApplication:
    """Make Qt's application with style and translation; it does not end with its last window."""
    chosen = profile.preferences()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("StoreDesk")
    app.setDesktopFileName("storedesk")
    app.setQuitOnLastWindowClosed(False)  # the loop must outlive the window for the last work
    THEME.install(app, Scheme.named(chosen.scheme))
    install_roles()
    KEYBOARD.install()
    SPEAKER.begin()
    app.setWindowIcon(mark_icon())
    LANGUAGE.choose(chosen.language)
    return app
