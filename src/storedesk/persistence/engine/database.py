"""Connect to PostgreSQL: one engine, and the three ways to use it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import Any, TypeAlias, TypeVar

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy import Connection, Engine, Function, create_engine, event, select
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.orm import Session, sessionmaker

from storedesk.domain.refusals.errors import StoreError
from storedesk.persistence.engine import calls
from storedesk.persistence.engine.errors import explained, explained_connecting, refusal_of
from storedesk.persistence.rows import instants

instants.be_patient(psycopg.adapters)
__all__ = ["Command", "Database", "Session", "Ticket"]

T = TypeVar("T")
Command: TypeAlias = Function[T]
"""A call of a function in schema api, not made yet, that will answer with a T."""

SETTINGS = (
    "-c TimeZone=UTC -c statement_timeout=15s -c lock_timeout=2s"
    " -c max_parallel_workers_per_gather=0"  # starting workers takes longer than a page of a list
)
MANNERS: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 8000,
    "application_name": "storedesk",
    "gssencmode": "disable",
    "client_encoding": "UTF8",
}
"""How every connection is made: a dead line is noticed within ten seconds."""


def polite(dsn: str, **more: Any) -> str:
    """Add to a libpq connection string what every connection of the program has."""
    given = conninfo_to_dict(dsn)
    return make_conninfo(dsn, **{**{k: v for k, v in MANNERS.items() if k not in given}, **more})


FRESH = 1.0
"""Seconds for which a line that was in use is taken to stand still."""
_USED = "used at"


class Ticket:
    """A question that is being asked, so that it can be called off from another thread."""

    def __init__(self) -> None:
        self.is_cancelled = False
        self._line: psycopg.Connection[Any] | None = None
        self._lock = threading.Lock()

    @contextmanager
    def holding(self, connection: Connection) -> Iterator[None]:
        """Let `cancel` reach this connection, and no later user of it."""
        with self._lock:
            self._line = connection.connection.driver_connection
        try:
            yield
        finally:
            with self._lock:
                self._line = None

    def cancel(self) -> None:
        """Have the server drop the statement that runs for this question, if one still does."""
        self.is_cancelled = True
        with self._lock, suppress(psycopg.Error):
            if self._line is not None:
                self._line.cancel_safe(timeout=2)


class Database:
    """A PostgreSQL database, as one login sees it, that any thread may use."""

    def __init__(self, dsn: str, *, pool_size: int = 4) -> None:
        self.dsn = polite(dsn)
        self.engine = create_engine(
            "postgresql+psycopg://",
            creator=self._connect,
            isolation_level="AUTOCOMMIT",
            pool_size=pool_size,
            max_overflow=0,
            pool_use_lifo=True,  # the line that answered last has its statements planned already
            pool_recycle=1800,
            pool_timeout=5,
        )
        self._trust = threading.local()
        _ask_lines(self.engine, is_trusted=lambda: getattr(self._trust, "now", False))
        transactions = self.engine.execution_options(isolation_level="READ COMMITTED")
        self._reads = sessionmaker(transactions.execution_options(postgresql_readonly=True))
        self._edits = sessionmaker(transactions)

    def call(self, command: Command[T]) -> T:
        """Have the database do one thing, whole or not at all: one round trip, one transaction."""
        call = calls.written(command)
        if call is None:
            with explained(), self.engine.connect() as connection:
                return connection.execute(select(command)).scalar_one()
        with self._line() as line:
            row = line.execute(call.words, call.values).fetchone()
            return calls.read(command, row[0] if row else None)

    def end_blockers(self) -> None:
        """Ask the database to end whoever keeps others waiting: for who waited for a lock in vain.

        Whatever comes of it, the next try shows.
        """
        with suppress(StoreError, psycopg.Error), self._line() as line:
            line.execute("SELECT api.end_blockers()")

    @contextmanager
    def _line(self) -> Iterator[psycopg.Connection[Any]]:
        """Hold a line of the pool without SQLAlchemy standing before it."""
        with explained(), self._trusting():
            held = self.engine.raw_connection()
        line: psycopg.Connection[Any] = held.driver_connection  # type: ignore[assignment]
        try:
            yield line
        except psycopg.Error as error:
            refusal = refusal_of(error, is_lost=line.closed)
            if line.closed:
                held.invalidate(error)
            if refusal is None:
                raise
            raise refusal from error
        finally:
            held.close()

    @contextmanager
    def reading(self, ticket: Ticket | None = None, *, trusting: bool = False) -> Iterator[Session]:
        """Hold a transaction in which nothing can be changed.

        Who is `trusting` asks again if the line that was in use a moment ago has broken since.
        """
        asked = ticket or Ticket()
        with explained(), self._reads.begin() as session:
            with self._trusting() if trusting else nullcontext():
                connection = session.connection()
            with asked.holding(connection):
                yield session

    @contextmanager
    def editing(self) -> Iterator[Session]:
        """Commit edited rows on leaving, unless someone else has edited one meanwhile."""
        with explained(), self._edits.begin() as session:
            yield session

    def close(self) -> None:
        """Give all connections back to the server."""
        self.engine.dispose()

    @contextmanager
    def _trusting(self) -> Iterator[None]:
        """Take a line that was in use a moment ago without asking whether it still stands."""
        self._trust.now = True
        try:
            yield
        finally:
            self._trust.now = False

    def _connect(self) -> psycopg.Connection[Any]:
        options = conninfo_to_dict(self.dsn).get("options")
        with explained_connecting(self.dsn):
            return psycopg.connect(self.dsn, options=f"{SETTINGS} {options or ''}".strip())


def _ask_lines(engine: Engine, *, is_trusted: Callable[[], bool]) -> None:
    """Ask a line of the pool whether it still stands, before somebody gets it.

    That is spared if it was in use a moment ago and who gets it will try again with another one:
    commands, which are done once all the same, and first tries of questions.
    """

    def taken(line: Any, record: Any, _: object) -> None:
        used = record.info.get(_USED)
        if used is None or (is_trusted() and time.monotonic() - used < FRESH):
            return
        try:
            engine.dialect.do_ping(line)
        except psycopg.Error as error:
            raise DisconnectionError from error

    def given_back(_: object, record: Any) -> None:
        record.info[_USED] = time.monotonic()

    event.listen(engine, "checkout", taken)
    event.listen(engine, "checkin", given_back)
