"""What other windows, tills and the web shop change, told to the pages a little at a time."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250
"""A busy shop must not make every window reload at every sale."""

EVERYTHING = "*"
"""The table of a message after which anything may have changed."""

Tell = Callable[[str, frozenset[UUID] | None], object]


class News(QObject):
    """Collects messages for a quarter of a second, then tells each table once."""

    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self._tell = tell
        self._waiting: dict[str, frozenset[UUID] | None] = {}
        self._timer = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._timer.timeout.connect(self.flush)

    def hear(self, table: str, ids: frozenset[UUID] | None) -> None:
        """Take a message: a table, and which of its rows; None for any of them."""
        known = self._waiting.get(table, frozenset())
        self._waiting[table] = None if ids is None or known is None else known | ids
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Tell nothing more: the pages are about to go."""
        self._timer.stop()
        self._waiting.clear()

    def flush(self) -> None:
        """Tell what waits, now."""
        waiting, self._waiting = self._waiting, {}
        if EVERYTHING in waiting:
            self._tell(EVERYTHING, None)
            return
        for table, ids in waiting.items():
            self._tell(table, ids)
