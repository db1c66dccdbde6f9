"""Listen to what other windows, tills and the web shop change (LISTEN, NOTIFY)."""

import json
import logging
import threading
import time
from collections.abc import Callable
from typing import Any, TypeAlias
from uuid import UUID

import psycopg

from storedesk.domain.change_notices import ANYTHING, ChangeNotice, Rows
from storedesk.domain.refusals.errors import StoreError, Unavailable
from storedesk.persistence.engine.database import polite
from storedesk.persistence.engine.errors import explained_connecting, refusal_of

RETRY_SECONDS = (0.2, 0.5, 1.0, 2.0)
ROUND = 0.5
"""Seconds after which it looks up from what it hears."""
MOST = 200
"""Messages of one round that are told one by one: of more, that anything may have changed."""
LONGEST = 8_000
"""Characters: a message of PostgreSQL's has fewer."""
MOST_TABLES = 60
MOST_IDS = 50
LONGEST_NAME = 63
LOOKS = 5.0
"""Seconds between two looks at how full the queue of all messages is."""
HALF = 0.5
"""From here on the commands tell nothing more, so that a full queue fails no sale."""
log = logging.getLogger(__name__)

Heard: TypeAlias = Callable[[ChangeNotice], object]
Lost: TypeAlias = Callable[[StoreError], object]


def read_news(payload: str, sender: int = 0) -> ChangeNotice:
    """Read {"r": register, "t": {table: [ids] or null}}; what is not that means: look again.

    Anyone may NOTIFY anything, so whatever goes wrong in here is no fault of the program's.
    """
    if len(payload) > LONGEST:
        return ANYTHING
    try:
        notice = json.loads(payload)
        tables, register = notice["t"], notice.get("r")
        if not 0 < len(tables) <= MOST_TABLES:
            return ANYTHING
        return ChangeNotice(
            {_name(table): _rows(ids) for table, ids in tables.items()},
            None if register is None else UUID(register),
            sender,
        )
    except Exception:  # noqa: BLE001 - as said above: RecursionError is one of many
        return ANYTHING


def _name(table: str) -> str:
    if len(table) > LONGEST_NAME or not table.isidentifier():
        raise ValueError(table)
    return table


def _rows(ids: list[str] | None) -> Rows:
    if ids is None:
        return None
    if not isinstance(ids, list) or len(ids) > MOST_IDS:
        raise ValueError(ids)
    return frozenset(map(UUID, ids))


class Listener(threading.Thread):
    """Tells of everything that changes, on its own thread: ANYTHING first, once the line stands.

    `lost` is told why the line broke, and why each attempt to mend it failed. Nothing that is
    thrown in between ends the thread: it begins again.
    """

    def __init__(self, dsn: str, heard: Heard, lost: Lost = lambda _: None) -> None:
        super().__init__(name="listener", daemon=True)
        self._dsn = polite(dsn, application_name="storedesk news")
        self._heard = heard
        self._lost = lost
        self._stop_asked = threading.Event()
        self._looked_at = 0.0
        self._is_behind = False

    def run(self) -> None:
        """Listen until asked to stop, reconnecting as often as it takes."""
        failures = 0
        while not self._stop_asked.is_set():
            try:
                self._listen()
                failures = 0
            except BaseException as error:  # noqa: BLE001 - a thread has nobody who would catch it
                self._say(error)
                pause = RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)]
                failures = 0 if isinstance(error, psycopg.errors.AdminShutdown) else failures + 1
                self._stop_asked.wait(pause)

    def stop(self) -> None:
        """Stop within a second."""
        self._stop_asked.set()

    def _say(self, error: BaseException) -> None:
        failure: StoreError | None = None
        if isinstance(error, StoreError):  # no connection came about, as the log says by now
            failure = error
        elif isinstance(error, psycopg.Error):
            log.warning("lost the database: %s", error)
            failure = refusal_of(error)
        elif not self._stop_asked.is_set():
            log.error("the listener failed, and begins again", exc_info=error)
        try:
            self._lost(failure or Unavailable("unavailable"))
        except Exception:
            log.exception("nobody could be told that the database is lost")

    def _connected(self) -> psycopg.Connection[Any]:
        with explained_connecting(self._dsn):
            return psycopg.connect(self._dsn, autocommit=True)

    def _listen(self) -> None:
        with self._connected() as connection:
            connection.execute("LISTEN storedesk")
            self._heard(ANYTHING)
            while not self._stop_asked.is_set():
                self._hear_a_round(connection)
                self._look(connection)

    def _hear_a_round(self, connection: psycopg.Connection[Any]) -> None:
        """Tell what arrives within half a second; who floods the line is not heard out."""
        heard = 0
        for notify in connection.notifies(timeout=ROUND):
            heard += 1
            if heard <= MOST:
                self._heard(read_news(notify.payload, notify.pid))
        if heard > MOST:
            self._heard(ANYTHING)

    def _look(self, connection: psycopg.Connection[Any]) -> None:
        """Find out whether news are left out because the queue is too full; asking frees it.

        Then whoever keeps it full is ended, and everything is looked at again while it lasts.
        """
        if time.monotonic() - self._looked_at < LOOKS:
            return
        self._looked_at = time.monotonic()
        row = connection.execute("SELECT pg_notification_queue_usage()").fetchone()
        was_behind, self._is_behind = self._is_behind, bool(row and row[0] >= HALF)
        if self._is_behind:
            connection.execute("SELECT api.end_blockers()")
        if was_behind or self._is_behind:
            self._heard(ANYTHING)
