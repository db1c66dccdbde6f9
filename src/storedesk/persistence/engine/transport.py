"""Decide how a connection to a store's database is made, and what is trusted."""

import ipaddress
import os
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy import func, select

from storedesk.domain.refusals.errors import NotAllowed, NotFound, Refused, Unavailable
from storedesk.persistence.engine.database import Session, polite
from storedesk.persistence.engine.errors import explained_connecting
from storedesk.persistence.engine.together import Part, together
from storedesk.settings import ServerAddress

IDLE = "-c idle_in_transaction_session_timeout=20s"
SCRAM = {"require_auth": "scram-sha-256", "target_session_attrs": "read-write", "options": IDLE}
"""No server, real or not, is ever told a password."""
NEVER_TOLD = "scram-sha-256,none"
"""The same for an administrator's own connection string, whose login may need no password."""
HEARD = 3.0
"""Seconds in which one line hears another."""
VISITOR = "storedesk"
"""Who asks whether a server is there."""


def is_on_this_computer(host: str) -> bool:
    """Tell whether `host` is this computer: a socket's folder, or a loopback address."""
    if host.startswith("/") or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def client_dsn(address: ServerAddress, login: str, password: str) -> str:
    """Write the connection string of a person at a shared store.

    Off this computer the server proves who it is (verify-full) on the very line that the password
    is proven on (channel binding). Refused without a CA file: ca_file_missing, ca_file_unreadable.
    """
    return polite(_address(address), user=login, password=password, **SCRAM)


def local_dsn(dsn: str, password: str) -> str:
    """Add to the address of the store's own server what a person signs in with."""
    return polite(dsn, password=password, **SCRAM)


def call(address: ServerAddress) -> None:
    """Find out, without a password, whether a server answers at `address` and proves itself.

    Unavailable: nobody_there, server_starting; refused: what client_dsn refuses, certificate_wrong,
    server_without_tls, server_wants_password.
    """
    asked = polite(_address(address), user=VISITOR, **SCRAM)
    try:
        with explained_connecting(asked):
            psycopg.connect(asked).close()
    except (NotAllowed, NotFound):
        return  # whoever says so is there; who may come in is asked at sign-in
    except Unavailable as away:
        if away.code != "unavailable":
            raise
        raise Unavailable("nobody_there", host=address.host, port=address.port) from away


def _address(address: ServerAddress) -> str:
    words = {"host": address.host, "port": str(address.port), "dbname": address.database}
    if not is_on_this_computer(address.host):
        if not address.ca_file:
            raise Refused("ca_file_missing")
        if not Path(address.ca_file).is_file():
            raise Refused("ca_file_unreadable", file=address.ca_file)
        words |= {
            "sslmode": "verify-full",
            "sslrootcert": address.ca_file,
            "channel_binding": "require",
        }
    return make_conninfo(**words)


def checked(dsn: str) -> str:
    """Return a libpq connection string by which no password is told, unless it asks for that.

    Refused: dsn_unreadable.
    """
    try:
        is_told = _parameter(dsn, "require_auth") is not None
    except psycopg.ProgrammingError as error:
        raise Refused("dsn_unreadable", what=str(error).strip()) from error
    return dsn if is_told else make_conninfo(dsn, require_auth=NEVER_TOLD)


def login_of(dsn: str) -> str:
    """Return who a connection string signs in as, its environment considered."""
    return str(_parameter(dsn, "user") or "")


def needs_password(dsn: str) -> bool:
    """Tell whether a password is wanted and not known yet: the server is asked, as libpq would."""
    if any(_parameter(dsn, name) for name in ("password", "passfile", "service")):
        return False
    try:
        psycopg.connect(polite(dsn)).close()
    except psycopg.OperationalError as error:
        return "password" in str(error)
    return False


def with_password(dsn: str, password: str) -> str:
    """Return a connection string with a password in it."""
    return make_conninfo(dsn, password=password)


def _parameter(dsn: str, name: str) -> object:
    given = conninfo_to_dict(dsn).get(name)
    return given or os.environ.get(f"PG{name.replace('_', '').upper()}")


PROCESS = Part(lambda: select(func.pg_backend_pid()))


def asked_process(session: Session) -> int:
    """Ask which process of the server answers."""
    ((found,),) = together(session, PROCESS)
    return int(found)


def refuse_pooled(session: Session, dsn: str, process: int) -> None:
    """Refuse a pooler that gives every transaction another connection: news would be lost.

    A server tells its process when a line is drawn; who stands between tells another number than
    the `process` that answers, and is tried: the process must stay, and what one line tells must
    reach another. Refused: pooler_transactions.
    """
    line: Any = session.connection().connection.driver_connection
    if process == line.info.backend_pid:
        return
    with (
        explained_connecting(dsn),
        psycopg.connect(polite(dsn), autocommit=True) as one,
        psycopg.connect(polite(dsn), autocommit=True) as other,
    ):
        if not _keep_apart(one, other):
            raise Refused("pooler_transactions")


def _keep_apart(one: psycopg.Connection[Any], other: psycopg.Connection[Any]) -> bool:
    try:
        mine = _process(one)
        with other.transaction():
            if _process(other) == mine or _process(one) != mine:
                return False
        one.execute("LISTEN storedesk_session")
        other.execute("NOTIFY storedesk_session")
        return any(True for _ in one.notifies(timeout=HEARD, stop_after=1))
    except psycopg.Error:  # a pooler by statement takes no transaction at all
        return False


def _process(line: psycopg.Connection[Any]) -> int:
    row = line.execute("SELECT pg_backend_pid()").fetchone()
    return int(row[0]) if row else 0
