"""Translate database errors into refusals. No other module knows a SQLSTATE."""

import json
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.pq import PGconn, Ping
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError

from storedesk.domain.refusals.errors import (
    Conflict,
    NotAllowed,
    NotFound,
    Refused,
    StoreError,
    Unavailable,
)
from storedesk.persistence.engine import constraints

log = logging.getLogger("storedesk.database")
KINDS: dict[str, type[StoreError]] = {
    "SD001": Refused,
    "SD403": NotAllowed,
    "SD404": NotFound,
    "SD409": Conflict,
}
"""The kind of failure that each SQLSTATE of our own stands for; MESSAGE is the code of it."""

BUSY = {"40001", "40P01"}
KEPT_WAITING = {"55P03", "53200"}
"""A lock that was waited for in vain, or for which there is no room. Nothing was done, and
api.end_blockers ends whoever is to blame."""
LOST = {"57P01", "57P02", "08000", "08001", "08003", "08004", "08006"}
SAID: tuple[tuple[str, type[StoreError], str], ...] = (
    ("unsupported startup parameter", Refused, "pooler_parameter"),
    ("not currently accepting connections", Refused, "store_closed"),
    ("too many connections for database", Refused, "store_closed"),
    ("session is read-only", Refused, "server_read_only"),
    ("hot standby", Refused, "server_read_only"),
    ("could not translate host name", Unavailable, "host_unknown"),
    ("no more connections allowed", Unavailable, "server_full"),
    ("no such database", NotFound, "no_such_database"),
    ("SASL authentication failed", NotAllowed, "wrong_password"),
    ("no such user", NotAllowed, "wrong_password"),
    ("too many connections for role", Unavailable, "login_rests"),
    ("too many", Unavailable, "server_full"),
    ("remaining connection slots", Unavailable, "server_full"),
    ("certificate", Refused, "certificate_wrong"),
    ("SSL error", Refused, "certificate_wrong"),
    ("does not support SSL", Refused, "server_without_tls"),
    ("authentication method requirement", Refused, "server_wants_password"),
    ("channel binding", Refused, "server_wants_password"),
    ("the database system is", Unavailable, "server_starting"),
    ("permission denied for database", NotAllowed, "not_let_in"),
    ("not permitted to log in", NotAllowed, "not_let_in"),
    ("pg_hba.conf", NotAllowed, "not_let_in"),
)
"""What a server or libpq says when no connection comes about, and what it means."""
OTHERS = {
    "57P03": "server_starting", "53300": "server_full", "53100": "disk_full",
    "57014": "too_long",  # also of what was canceled, whose answer nobody waits for
}  # fmt: skip


_ANSWERED = re.compile(r"failed: \S+: {2}(.+)")
"""What a server says that answers, in whatever language, with its severity before it."""


@contextmanager
def explained() -> Iterator[None]:
    """Raise a StoreError for a failure that was to be expected; any other is a bug, and passes."""
    try:
        yield
    except StaleDataError as error:
        raise Conflict("changed_meanwhile") from error
    except PoolTimeout as error:
        raise Unavailable("unavailable") from error
    except DBAPIError as error:
        refusal = refusal_of(error.orig, is_lost=error.connection_invalidated)
        if refusal is None:
            raise
        raise refusal from error
    except StatementError as error:  # said on this side, while a row was written
        if not isinstance(error.orig, StoreError):
            raise
        raise error.orig from error
    except psycopg.Error as error:  # of a line that SQLAlchemy does not stand before
        refusal = refusal_of(error)
        if refusal is None or not (error.sqlstate or "").startswith("SD"):
            raise
        raise refusal from error


@contextmanager
def explained_on(
    line: psycopg.Connection[Any], lose: Callable[[BaseException], object]
) -> Iterator[None]:
    """Do the same for a line that is used past SQLAlchemy; one that has ended is told to `lose`."""
    try:
        yield
    except psycopg.Error as error:
        refusal = refusal_of(error, is_lost=line.closed)
        if line.closed:
            lose(error)
        if refusal is None:
            raise
        raise refusal from error


@contextmanager
def explained_connecting(dsn: str) -> Iterator[None]:
    """Say why no connection came about: libpq gives no SQLSTATE then, so the server is asked."""
    try:
        yield
    except psycopg.OperationalError as error:
        log.warning("no connection: %s", " ".join(str(error).split()))
        raise _connecting_failed(error, dsn) from error


def refusal_of(error: BaseException | None, *, is_lost: bool = False) -> StoreError | None:
    """Translate what psycopg raised; None for what nobody expected."""
    if not isinstance(error, psycopg.Error):
        return None
    state, said = error.sqlstate or "", error.diag
    if state.startswith("SD"):
        parameters = json.loads(said.message_detail or "{}")
        return KINDS.get(state, Refused)(said.message_primary or state, **parameters)
    if away := _away(state, said.source_function or ""):
        return Unavailable(away)
    if state == "08P01" and "pooling mode" in str(error):
        return Refused("pooler_transactions")
    if state in LOST or is_lost:
        return Unavailable("unavailable")
    return _refused_as_such(error, state)


def _away(state: str, place: str) -> str | None:
    """Say why the server cannot do it now; `place` is where in its own code it gave up."""
    if state in BUSY:
        return "busy"
    if state in KEPT_WAITING or (state == "54000" and place == "PreCommit_Notify"):
        return "kept_waiting"
    return OTHERS.get(state)


def _refused_as_such(error: psycopg.Error, state: str) -> StoreError | None:
    said = error.diag
    if state == "42501":
        return NotAllowed("not_allowed")
    if state[:2] in {"22", "23"} or isinstance(error, psycopg.DataError):
        log.info("refused by %s of %s (%s)", said.constraint_name, said.table_name, state)
        return constraints.refusal(error)
    if isinstance(error, psycopg.OperationalError) and not state:
        return Unavailable("unavailable")
    return None


def _connecting_failed(error: psycopg.OperationalError, dsn: str) -> StoreError:
    message = str(error)
    for words, kind, code in SAID:
        if words in message:
            return kind(code)
    if isinstance(error, psycopg.errors.ConnectionTimeout):  # asking again would take as long
        return Unavailable("unavailable")
    found = _ANSWERED.search(message)
    if found:  # whatever it is, it is no silence
        return _said_no(message, found[1])
    match Ping(PGconn.ping(dsn.encode())):
        case Ping.OK if re.search("password|role|peer", message, re.IGNORECASE):
            return NotAllowed("wrong_password")
        case Ping.REJECT:
            return Unavailable("server_starting")
    return Unavailable("unavailable")


def _said_no(message: str, what: str) -> StoreError:
    if re.search('database "[^"]*" does not exist', message):
        return NotFound("no_such_database")
    if re.search("passwor[dt]|role|peer", message, re.IGNORECASE):
        return NotAllowed("wrong_password")
    return Unavailable("server_says", what=what.strip().rstrip("."))
