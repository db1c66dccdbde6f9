"""One window a profile: a second start brings the first one to the front."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 1_000
RAISE = b"raise\n"


class Instance(QObject):
    """Holds the profile's lock, and hears from later starts that want the window."""

    raised = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process is gone, and not before
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._heard)
        self._name = f"storedesk-{sha256(str(folder).encode()).hexdigest()[:16]}"

    def is_first(self) -> bool:
        """Take the profile; False when another window has it, which is asked to come forward."""
        if not self._lock.tryLock(0):
            self._ask()
            return False
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Let the profile go."""
        self._server.close()
        self._lock.unlock()

    def _ask(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(PATIENCE_MS):
            socket.write(RAISE)
            socket.waitForBytesWritten(PATIENCE_MS)
            socket.disconnectFromServer()

    def _heard(self) -> None:
        while connection := self._server.nextPendingConnection():
            connection.disconnected.connect(connection.deleteLater)
            self.raised.emit()
