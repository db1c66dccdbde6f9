"""Tell pages of changes by other windows, tills and the web shop, a few times a second."""

import time
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250
"""Milliseconds of messages in one notice: not every sale makes every window reload."""
EVERYTHING_MS = 2_000
"""Milliseconds between two notices that anything may have changed: any client can send them."""
MOST_TABLES = 60
MOST_ROWS = 500

EVERYTHING = "*"
"""The table of a message after which anything may have changed."""

Tell = Callable[[str, frozenset[UUID] | None], object]


class News(QObject):
    """Collects messages for a quarter of a second, then reports each table once."""

    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self._tell = tell
        self._waiting: dict[str, frozenset[UUID] | None] = {}
        self._refreshed_all_at = float("-inf")
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)

    def hear(self, table: str, ids: frozenset[UUID] | None) -> None:
        """Take a message: a table, and which of its rows; None for any of them."""
        if table != EVERYTHING and len(self._waiting) >= MOST_TABLES:
            table, ids = EVERYTHING, None
        known = self._waiting.get(table, frozenset())
        rows = None if ids is None or known is None else known | ids
        self._waiting[table] = None if rows is None or len(rows) > MOST_ROWS else rows
        if not self._timer.isActive() or table != EVERYTHING:
            self._start(EVERY_MS)

    def stop(self) -> None:
        """Report nothing more: the pages are about to be deleted."""
        self._timer.stop()
        self._waiting.clear()

    def flush(self) -> None:
        """Report what was collected; "anything" only if that was not reported a moment ago."""
        waiting, self._waiting = self._waiting, {}
        if EVERYTHING in waiting:
            soon = EVERYTHING_MS - (time.monotonic() - self._refreshed_all_at) * 1_000
            if soon <= 0:
                self._refreshed_all_at = time.monotonic()
                self._tell(EVERYTHING, None)
                return
            del waiting[EVERYTHING]
            self._waiting[EVERYTHING] = None
            self._start(round(soon) + 1)
        for table, ids in waiting.items():
            self._tell(table, ids)

    def _start(self, milliseconds: int) -> None:
        """Flush after so long, or earlier if that was agreed before."""
        if not self._timer.isActive() or self._timer.remainingTime() > milliseconds:
            self._timer.start(milliseconds)
