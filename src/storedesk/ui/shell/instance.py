"""Allow one window a profile: a second start brings the first one to the front."""

import errno
import os
import time
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from storedesk.domain.refusals.errors import Refused

PATIENCE_MS = 1_000
GOODBYE_MS = 600_000
"""For how long a window may do its last work before it counts as one that does not answer."""
RAISE, STAYS, GOES = b"raise\n", b"stays\n", b"goes\n"
"""What a second start asks, and what the first window answers."""


class Instance(QObject):
    """Holds the profile's lock, and shows the window when the program is started again."""

    raised = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process is gone, and not before
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._heard)
        self._answer = STAYS
        self._name = f"storedesk-{sha256(str(folder).encode()).hexdigest()[:16]}"

    def is_first(self) -> bool:
        """Take the profile; False when another window has it, and was asked to come forward.

        Where that window is closing, wait until it has gone. Refused: profile_unwritable,
        window_silent.
        """
        if not self._lock.tryLock(0):
            self._refuse_what_is_no_window()
            answer = self._asked()
            if answer == STAYS:
                return False
            # a lock that says nothing, or names a process that is another one by now, has no owner
            is_free = self._lock.tryLock(GOODBYE_MS if answer == GOES else 0)
            if not (is_free or (self._lock.removeStaleLockFile() and self._lock.tryLock(0))):
                process = self._lock.getLockInfo()[0]
                raise Refused("window_silent", process=process)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def leave(self) -> None:
        """Have a second start wait from now on: the window closes once its last work is done."""
        self._answer = GOES

    def close(self) -> None:
        """Release the profile."""
        self._server.close()
        self._lock.unlock()

    def _refuse_what_is_no_window(self) -> None:
        error = self._lock.error()
        if error is not QLockFile.LockError.LockFailedError:
            is_full = error is QLockFile.LockError.UnknownError
            why = os.strerror(errno.ENOSPC if is_full else errno.EACCES)
            raise Refused("profile_unwritable", folder=self._folder, why=why)

    def _asked(self) -> bytes:
        """Ask the other window to come forward; return its answer, or b"" if none answers."""
        until = time.monotonic() + PATIENCE_MS / 1000
        while time.monotonic() < until:  # one that has just begun hears in a moment
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(PATIENCE_MS):
                socket.write(RAISE)
                socket.waitForBytesWritten(PATIENCE_MS)
                socket.waitForReadyRead(PATIENCE_MS)  # one that is busy for so long stays
                answer = bytes(socket.readAll().data()) or STAYS
                socket.disconnectFromServer()
                return answer
            time.sleep(0.05)
        return b""

    def _heard(self) -> None:
        while connection := self._server.nextPendingConnection():
            connection.disconnected.connect(connection.deleteLater)
            connection.write(self._answer)
            connection.flush()
            self.raised.emit()
