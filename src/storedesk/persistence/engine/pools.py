"""Keep lines to the server: who gets one need not ask whether it still stands."""

import logging
import select
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Literal

import psycopg
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool
from sqlalchemy.util.queue import Empty

MOMENT = 0.2
"""Seconds: most questions take less, and drawing a line takes at least four round trips."""
MAJOR = 10_000
"""What a server's number is of its major version."""


class Dialect(PGDialect_psycopg):
    """Knows what SQLAlchemy asks of the first line of a pool, in seven round trips."""

    supports_statement_cache = True

    def __init__(self, **how: Any) -> None:
        super().__init__(use_native_hstore=False, **how)  # type: ignore[no-untyped-call]

    def _get_server_version_info(self, connection: Any) -> tuple[int, int]:
        number = connection.connection.driver_connection.info.server_version
        return number // MAJOR, number % MAJOR

    def _get_default_schema_name(self, _: Any) -> str:
        return "public"

    def get_default_isolation_level(self, _: Any) -> Literal["READ COMMITTED"]:
        """Answer SQLAlchemy: it goes back to this level, which every line is given anyway."""
        return "READ COMMITTED"

    def _set_backslash_escapes(self, _: Any) -> None:
        self._backslash_escapes = False


registry.register("postgresql.storedesk", __name__, Dialect.__name__)


class Patient(QueuePool):
    """Waits a moment for a line that is in use before it draws another, which takes longer."""

    def _do_get(self) -> ConnectionPoolEntry:
        if not self.checkedin() and self.checkedout():
            with suppress(Empty):
                return self._pool.get(True, MOMENT)
        return super()._do_get()


logging.getLogger(f"{__name__}.{Patient.__name__}").setLevel(logging.WARNING)  # as SQLAlchemy's own


class Trust:
    """Whether this thread takes a line as it is, because it tries again with another one."""

    def __init__(self) -> None:
        self._here = threading.local()

    def __bool__(self) -> bool:
        return getattr(self._here, "given", False)

    @contextmanager
    def given(self) -> Iterator[None]:
        """Take lines as they are, as long as nothing is to be heard on them."""
        self._here.given = True
        try:
            yield
        finally:
            self._here.given = False


def pool_of(
    connect: Callable[[], psycopg.Connection[Any]], trust: Trust, *, keeps: int, most: int
) -> Engine:
    """Make an engine in autocommit that keeps lines, and draws more for a while up to `most`."""
    engine = create_engine(
        "postgresql+storedesk://",
        creator=connect,
        isolation_level="AUTOCOMMIT",
        poolclass=Patient,
        pool_size=keeps,
        max_overflow=most - keeps,
        pool_use_lifo=True,  # the line that answered last has its statements planned already
        pool_recycle=1800,
        pool_timeout=5,
    )
    _ask_lines(engine, trust)
    return engine


def _ask_lines(engine: Engine, trust: Trust) -> None:
    """Ask a line that was in use whether it still stands, before somebody gets it.

    That is a round trip, and spared where who gets it will try again with another one: commands,
    which are done once all the same, and first tries of questions. A server that ends says so, and
    the keepalives end a line that leads nowhere: either can be heard without asking.
    """

    def taken(line: Any, record: Any, _: object) -> None:
        if not record.info.get(_USED) or (trust and not is_heard(line)):
            return
        try:
            engine.dialect.do_ping(line)
        except psycopg.Error as error:
            raise DisconnectionError from error

    def given_back(_: object, record: Any) -> None:
        record.info[_USED] = True

    event.listen(engine, "checkout", taken)
    event.listen(engine, "checkin", given_back)


_USED = "used"


def is_heard(line: psycopg.Connection[Any]) -> bool:
    """Tell whether a line that nobody waits on says something: mostly that it has ended."""
    if line.closed:
        return True
    heard = select.poll()
    heard.register(line.fileno(), select.POLLIN)
    return bool(heard.poll(0))
