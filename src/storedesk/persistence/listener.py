"""Hears what other windows, tills and the web shop change, by PostgreSQL's LISTEN and NOTIFY."""

import json
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

import psycopg

from storedesk.persistence.database import polite

RETRY_SECONDS = (0.2, 0.5, 1.0, 2.0)
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class News:
    """A table that has changed, and which of its rows; None: any of them."""

    table: str
    ids: frozenset[UUID] | None


Heard: TypeAlias = Callable[[News], object]
Lost: TypeAlias = Callable[[], object]

ANYTHING = News("*", None)
"""Said after a connection was made: all may have changed while nobody listened."""


def read_news(payload: str) -> News:
    """Read {"t": table, "ids": [...]}; what is not that (anyone may NOTIFY) means: look again."""
    try:
        told = json.loads(payload)
        ids = told.get("ids")
        return News(str(told["t"]), None if ids is None else frozenset(map(UUID, ids)))
    except (ValueError, KeyError, TypeError, AttributeError):
        return ANYTHING


class Listener(threading.Thread):
    """Tells of everything that changes, on its own thread: ANYTHING first, once the line stands.

    `lost` is called when the line breaks, and after every attempt to mend it that fails.
    """

    def __init__(self, dsn: str, heard: Heard, lost: Lost = lambda: None) -> None:
        super().__init__(name="listener", daemon=True)
        self._dsn = polite(dsn, application_name="storedesk news")
        self._heard = heard
        self._lost = lost
        self._stop_asked = threading.Event()

    def run(self) -> None:
        """Listen until asked to stop, reconnecting as often as it takes."""
        failures = 0
        while not self._stop_asked.is_set():
            try:
                self._listen()
            except psycopg.Error as error:
                log.warning("lost the database: %s", error)
                self._lost()
                pause = RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)]
                failures = 0 if isinstance(error, psycopg.errors.AdminShutdown) else failures + 1
                self._stop_asked.wait(pause)
            else:
                failures = 0

    def stop(self) -> None:
        """Stop within a second."""
        self._stop_asked.set()

    def _listen(self) -> None:
        with psycopg.connect(self._dsn, autocommit=True) as connection:
            connection.execute("LISTEN storedesk")
            self._heard(ANYTHING)
            while not self._stop_asked.is_set():
                for notify in connection.notifies(timeout=0.5):
                    self._heard(read_news(notify.payload))
