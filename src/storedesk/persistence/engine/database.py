"""Connect to PostgreSQL: lines that change and lines that only read, and the ways to use them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import Any, TypeVar
from weakref import WeakSet

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy import Connection, select, text
from sqlalchemy.orm import Session, sessionmaker

from storedesk.domain.refusals.errors import StoreError
from storedesk.persistence.engine import calls
from storedesk.persistence.engine.calls import Command
from storedesk.persistence.engine.errors import explained, explained_connecting, explained_on
from storedesk.persistence.engine.pools import Trust, pool_of
from storedesk.persistence.rows import instants

instants.be_patient(psycopg.adapters)
__all__ = ["Command", "Database", "Session", "Ticket"]

T = TypeVar("T")
SETTINGS = (
    "-c TimeZone=UTC -c statement_timeout=15s -c lock_timeout=2s"
    " -c max_parallel_workers_per_gather=0"  # starting workers takes longer than a page of a list
)
TO_READ = (
    f"{SETTINGS} -c default_transaction_read_only=on"
    " -c default_transaction_isolation=repeatable\\ read"
)
"""What a line that reads has for good: each statement is a transaction that can change nothing."""
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


def unhurried(dsn: str, seconds: int) -> str:
    """Let each statement of a connection string's connections take that long."""
    given = conninfo_to_dict(dsn).get("options") or ""
    return make_conninfo(dsn, options=f"{given} -c statement_timeout={seconds}s".strip())


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
        """At rest it keeps at most `pool_size` lines: one that changes, the others only read.

        Of one line it keeps one of each kind, as soon as both were needed.
        """
        self.dsn = polite(dsn)
        self._lines: WeakSet[psycopg.Connection[Any]] = WeakSet()
        self._trust = Trust()
        busy = max(1, pool_size - 1)
        self.engine = pool_of(self._connect, self._trust, keeps=1, most=pool_size)
        self.reader = pool_of(self._connect_to_read, self._trust, keeps=busy, most=pool_size)
        one = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self._reads = sessionmaker(self.reader)
        self._reads_as_one = sessionmaker(self.reader.execution_options(**one))
        transactions = self.engine.execution_options(isolation_level="READ COMMITTED")
        self._edits = sessionmaker(transactions)

    @property
    def name(self) -> str:
        """The database's name."""
        return str(conninfo_to_dict(self.dsn).get("dbname") or "")

    def call(self, command: Command[T]) -> T:
        """Have the database do one thing, whole or not at all: one round trip, one transaction."""
        call = calls.written(command)
        if call is None:
            with explained(), self.engine.connect() as connection:
                return connection.execute(select(command.function)).scalar_one()
        with self._line() as line:
            row = line.execute(call.words, call.values).fetchone()
            return calls.read(command, row[0] if row else None)

    def call_at_leisure(self, command: Command[T]) -> T:
        """Have the database do one thing as `call` does, however long it takes."""
        with explained(), self._edits.begin() as session:
            session.execute(text("SET LOCAL statement_timeout = 0"))
            return session.execute(select(command.function)).scalar_one()

    def has_process(self, process: int) -> bool:
        """Tell whether one of the connections is served by a process of the server."""
        return any(not one.closed and one.info.backend_pid == process for one in list(self._lines))

    def end_blockers(self) -> None:
        """Ask the database to end whoever keeps others waiting: for who waited for a lock in vain.

        Whatever comes of it, the next try shows.
        """
        with suppress(StoreError, psycopg.Error), self._line() as line:
            line.execute("SELECT api.end_blockers()")

    @contextmanager
    def _line(self) -> Iterator[psycopg.Connection[Any]]:
        """Hold a line of the pool without SQLAlchemy standing before it."""
        with explained(), self._trust.given():
            held = self.engine.raw_connection()
        line: psycopg.Connection[Any] = held.driver_connection  # type: ignore[assignment]
        try:
            with explained_on(line, held.invalidate):
                yield line
        finally:
            held.close()

    @contextmanager
    def reading(self, ticket: Ticket | None = None, *, trusting: bool = False) -> Iterator[Session]:
        """Hold a line on which nothing can be changed: each statement is one round trip.

        Each sees the moment in which it is asked: those that must agree are asked `together`, or
        in `reading_as_one`. Who is `trusting` asks again if the line has broken since it was
        in use.
        """
        with self._held(self._reads, ticket, trusting=trusting) as session:
            yield session

    @contextmanager
    def reading_as_one(
        self, ticket: Ticket | None = None, *, trusting: bool = False
    ) -> Iterator[Session]:
        """Hold a transaction in which nothing can be changed, and all is seen as of one moment.

        Its beginning and its end are round trips too: for several statements of which one is made
        from what another has found.
        """
        with self._held(self._reads_as_one, ticket, trusting=trusting) as session:
            yield session

    @contextmanager
    def _held(
        self, make: sessionmaker[Session], ticket: Ticket | None, *, trusting: bool
    ) -> Iterator[Session]:
        asked = ticket or Ticket()
        with explained(), make.begin() as session:
            with self._trust.given() if trusting else nullcontext():
                connection = session.connection()
            with asked.holding(connection):
                yield session

    @contextmanager
    def editing(self) -> Iterator[Session]:
        """Commit edited rows on leaving, unless someone else has edited one meanwhile."""
        with explained(), self._edits.begin() as session:
            yield session

    def rest(self) -> None:
        """Keep one connection, outside any transaction, and give the others back."""
        self.reader.dispose()
        self.wake()

    def wake(self) -> None:
        """Make sure that there is a connection that stands: one that was cut is made again.

        Unavailable; NotAllowed: wrong_password, not_let_in.
        """
        with explained():
            self.engine.raw_connection().close()

    def close(self) -> None:
        """Give all connections back to the server."""
        self.engine.dispose()
        self.reader.dispose()

    def _connect(self, settings: str = SETTINGS, **more: Any) -> psycopg.Connection[Any]:
        options = conninfo_to_dict(self.dsn).get("options")
        with explained_connecting(self.dsn):
            words = f"{settings} {options or ''}".strip()
            line = psycopg.connect(self.dsn, options=words, **more)
        self._lines.add(line)
        return line

    def _connect_to_read(self) -> psycopg.Connection[Any]:
        """Draw a line that only reads: it must reach the server that is written to all the same."""
        wanted = conninfo_to_dict(self.dsn).get("target_session_attrs")
        more = {"target_session_attrs": "primary"} if wanted == "read-write" else {}
        line = self._connect(TO_READ, **more)
        if line.info.parameter_status("default_transaction_read_only") != "on":  # by a pooler
            line.autocommit = True
            line.execute("SET default_transaction_read_only = on")
            line.execute("SET default_transaction_isolation = 'repeatable read'")
        return line
