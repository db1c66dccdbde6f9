"""Write bugs of the program to the log, and show them to the person."""

import asyncio
import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base.versions import versions

log = logging.getLogger("storedesk")
SIZE, KEPT = 1_000_000, 3
QUIET = ("This plugin does not support propagateSizeHints",)
"""Messages of Qt about a platform, which nobody can act on."""
NO_SCREEN = ("The X11 connection broke", "The Wayland connection")
"""Messages of Qt before it ends a program that has lost its screen."""
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Failures:
    """Catches unexpected exceptions of Python, its threads, the event loop and Qt."""

    def __init__(self, file: Path) -> None:
        """Open the log. Refused: profile_unwritable."""
        self._shown: Callable[[str], object] | None = None
        self._cut_off: Callable[[], object] = lambda: None
        self._was_watched = False
        try:
            self._pages = RotatingFileHandler(
                file, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8"
            )
            self._faults: TextIO = file.with_suffix(".fault").open(
                "a+", encoding="utf-8", errors="replace"
            )
        except OSError as error:
            why = error.strerror or str(error)
            raise Refused("profile_unwritable", folder=error.filename or file, why=why) from error
        self._pages.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
        )

    def install(self) -> None:
        """Start catching."""
        logging.raiseExceptions = False  # a full disk takes no log, and that is no bug
        logging.getLogger().addHandler(self._pages)
        logging.getLogger("storedesk").setLevel(logging.INFO)
        self._log_last_crash()
        self._was_watched = faulthandler.is_enabled()
        faulthandler.enable(self._faults)
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(self._said_by_qt)

    def watch(
        self,
        loop: asyncio.AbstractEventLoop,
        shown: Callable[[str], object],
        cut_off: Callable[[], object],
    ) -> None:
        """Catch what the loop reports, and have reports shown from now on, on the GUI thread.

        `cut_off` is called when the screen has gone for good: Qt ends the program after it.
        """
        self._cut_off = cut_off
        loop.set_exception_handler(self._caught_by_loop)
        self._shown = lambda report: loop.call_soon_threadsafe(shown, report)

    def uninstall(self) -> None:
        """Stop catching."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        if self._was_watched and sys.__stderr__:
            faulthandler.enable(sys.__stderr__)
        self._faults.close()
        logging.getLogger().removeHandler(self._pages)
        self._pages.close()

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a bug, and show it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("a bug", exc_info=(kind, error, trace))
        if self._shown:
            self._shown(report_of(error))
        else:
            sys.__excepthook__(kind, error, trace)

    def _log_last_crash(self) -> None:
        """Move the stacks of a crash into the log, which is what people send with a report."""
        self._faults.seek(0)
        if stacks := self._faults.read().strip():
            log.critical("a fault outside Python in the last run\n%s%s", versions(), stacks)
            self._faults.truncate(0)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value:
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _caught_by_loop(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.caught(type(error), error, error.__traceback__)
        else:
            log.error("the event loop: %s", context.get("message"))

    def _said_by_qt(
        self, level: QtMsgType, _context: QMessageLogContext, message: str | None
    ) -> None:
        if message and not message.startswith(QUIET):
            logging.getLogger("qt").log(_LEVELS.get(level, logging.WARNING), "%s", message)
        if message and message.startswith(NO_SCREEN):
            self._cut_off()


def report_of(error: BaseException) -> str:
    """Return the report of a bug: versions and traceback, no data of the store."""
    return versions() + "".join(traceback.format_exception(error))
