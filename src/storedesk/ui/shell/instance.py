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
RAISE = b"raise\n"


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
        self._name = f"storedesk-{sha256(str(folder).encode()).hexdigest()[:16]}"

    def is_first(self) -> bool:
        """Take the profile; False when another window has it, and was asked to come forward.

        Refused: profile_unwritable, window_silent.
        """
        if not self._lock.tryLock(0):
            self._refuse_what_is_no_window()
            if self._asked():
                return False
            # a lock that says nothing, or names a process that is another one by now, has no owner
            if not (self._lock.removeStaleLockFile() and self._lock.tryLock(0)):
                process = self._lock.getLockInfo()[0]
                raise Refused("window_silent", process=process)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

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

    def _asked(self) -> bool:
        """Ask the other window to come forward; False if none answers."""
        until = time.monotonic() + PATIENCE_MS / 1000
        while time.monotonic() < until:  # one that has just begun hears in a moment
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(PATIENCE_MS):
                socket.write(RAISE)
                socket.waitForBytesWritten(PATIENCE_MS)
                socket.disconnectFromServer()
                return True
            time.sleep(0.05)
        return False

    def _heard(self) -> None:
        while connection := self._server.nextPendingConnection():
            connection.disconnected.connect(connection.deleteLater)
            self.raised.emit()
