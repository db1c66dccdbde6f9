"""Tell pages of changes by other windows, tills and the web shop, a few times a second."""

import time
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from storedesk.domain.change_notices import EVERY_TABLE, ChangeNotice, Rows
from storedesk.domain.till import Register

EVERY_MS = 250
"""Milliseconds of messages in one notice: not every sale makes every window reload."""
EVERYTHING_MS = 2_000
"""Milliseconds between two notices that anything may have changed: any client can send them."""
SALE = "till_carts"
"""The table by which pages hear of the sale on a register's screen."""
MOST_TABLES = 60
MOST_ROWS = 500


class Tell(Protocol):
    """Tells which rows of a table have changed; see News.hear."""

    def __call__(self, table: str, ids: Rows, *, is_answered: bool) -> object:
        """Tell it."""


Topic = tuple[str, bool]
"""A table, and whether the till page of this window has sent it, which shows the answer."""


class News(QObject):
    """Collects messages for a quarter of a second, then reports each table once."""

    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self._tell = tell
        self._waiting: dict[Topic, Rows] = {}
        self._refreshed_all_at = float("-inf")
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)

    def take(self, notice: ChangeNotice, here: Register | None, *, is_own: bool) -> None:
        """Take a change notice, unless it is about the sale at another register than `here`.

        `is_own`: this window has sent it. About its own sale its till page shows the answer.
        """
        if notice.register is None:
            for table, ids in notice.tables.items():
                self.hear(table, ids)
        elif here and notice.register == here.id:
            self.hear(SALE, None, is_answered=is_own)

    def hear(self, table: str, ids: Rows, *, is_answered: bool = False) -> None:
        """Take a message: a table, and which of its rows; None for any of them.

        `is_answered`: the till page of this window has sent it, and shows the answer.
        """
        if table != EVERY_TABLE and len(self._waiting) >= MOST_TABLES:
            table, ids, is_answered = EVERY_TABLE, None, False
        known = self._waiting.get((table, is_answered), frozenset())
        rows = None if ids is None or known is None else known | ids
        self._waiting[table, is_answered] = None if rows is None or len(rows) > MOST_ROWS else rows
        if not self._timer.isActive() or table != EVERY_TABLE:
            self._start(EVERY_MS)

    def stop(self) -> None:
        """Report nothing more: the pages are about to be deleted."""
        self._timer.stop()
        self._waiting.clear()

    def flush(self) -> None:
        """Report what was collected; "anything" only if that was not reported a moment ago."""
        waiting, self._waiting = self._waiting, {}
        if (EVERY_TABLE, False) in waiting:
            soon = EVERYTHING_MS - (time.monotonic() - self._refreshed_all_at) * 1_000
            if soon <= 0:
                self._refreshed_all_at = time.monotonic()
                self._tell(EVERY_TABLE, None, is_answered=False)
                return
            del waiting[EVERY_TABLE, False]
            self._waiting[EVERY_TABLE, False] = None
            self._start(round(soon) + 1)
        for (table, is_answered), ids in waiting.items():
            self._tell(table, ids, is_answered=is_answered)

    def _start(self, milliseconds: int) -> None:
        """Flush after so long, or earlier if that was agreed before."""
        if not self._timer.isActive() or self._timer.remainingTime() > milliseconds:
            self._timer.start(milliseconds)
