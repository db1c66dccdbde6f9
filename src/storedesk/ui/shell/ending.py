"""End the program on a signal or at the end of the session."""

import signal
import socket
from contextlib import suppress
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication, QSessionManager

ENDINGS = [
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")
    if hasattr(signal, name)
]  # fmt: skip


class Ending(QObject):
    """Emits `asked` on the GUI thread when the system, a terminal or the session ends the program.

    Python hears a signal when it runs, and while nothing happens in a window it does not: so the
    system also writes into a socket that Qt listens to.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before: dict[int, Any] = {}
        self._awake, self._bell = socket.socketpair()
        for end in (self._awake, self._bell):
            end.settimeout(0)
        self._wakes = QSocketNotifier(self._awake.fileno(), QSocketNotifier.Type.Read, self)
        self._wakes.activated.connect(self._wake)

    def install(self, app: QGuiApplication) -> None:
        """Start listening."""
        self._before = {number: signal.signal(number, self._hear) for number in ENDINGS}
        signal.set_wakeup_fd(self._bell.fileno(), warn_on_full_buffer=False)
        app.commitDataRequest.connect(self._end_session)

    def uninstall(self) -> None:
        """Stop listening."""
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._wakes.setEnabled(False)
        for end in (self._awake, self._bell):
            end.close()

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self.asked.emit()

    def _wake(self) -> None:
        """Take what was written, so that the next signal wakes as well."""
        with suppress(BlockingIOError):
            self._awake.recv(1024)

    def _end_session(self, session: QSessionManager) -> None:
        """Close with the session; it is not for the session to start this window again."""
        session.setRestartHint(QSessionManager.RestartHint.RestartNever)
        self.asked.emit()
