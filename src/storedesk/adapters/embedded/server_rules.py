"""Give the embedded server's settings, and its rules for who may connect."""

import re
import sys
from pathlib import Path
from socket import socket as Socket  # noqa: N812 - a folder is named socket here

from storedesk.domain.refusals.errors import Refused
from storedesk.whole_file import write_whole

PORT = 5432
SUPERUSER = "postgres"
SERVICE = "_system"
"""How the names of logins end as which the program itself works (groups.sql)."""

MAINTENANCE = "postgres,template0,template1"
"""The databases that every server has: nobody but the program has anything to do there."""
HEADER = "# Written by StoreDesk each time the server is started.\n"
MUST_BE_ON = ("fsync", "full_page_writes", "synchronous_commit", "data_checksums")
BUILTIN_LOCALES = 17
REGULAR_EXPRESSIONS = 16
"""The first major version whose access rules know them."""


QUEUE_LIMITS = 17
"""The first major version that can be told how many pages its queue of messages may have."""
LIMITS = {
    # a transaction that is only prepared would hold its locks without any session to be ended
    "max_prepared_transactions": "0",
    # so many locks that nobody soon holds all there are
    "max_locks_per_transaction": "256",
}


def limits(major: int) -> dict[str, str]:
    """Return the settings that keep one session from using up what all others need."""
    queue = {"max_notify_queue_pages": "16384"} if major >= QUEUE_LIMITS else {}  # 128 MB
    return LIMITS | queue


def settings(socket: Path | None, major: int) -> dict[str, str]:
    """Return the server's settings: listening on `socket` only, or on the loopback address."""
    values = {
        "port": str(PORT if socket else _free_port()),
        "listen_addresses": "" if socket else "127.0.0.1",
        "max_connections": "100",
        "authentication_timeout": "10s",
        "password_encryption": "scram-sha-256",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "max_wal_size": "256MB",
        "jit": "off",
        "log_connections": "on",
        "log_line_prefix": "%m [%p] %q%u@%d ",
        # what a failed statement was about is nobody's business in a log: names, e-mails, passwords
        "log_error_verbosity": "terse",
        "log_min_error_statement": "panic",
        "log_min_messages": "warning",
        **limits(major),
    }
    if socket:
        values |= {"unix_socket_directories": str(socket), "unix_socket_permissions": "0700"}
    if sys.platform == "linux":
        values["client_connection_check_interval"] = "2s"
    return values


def locale(major: int) -> list[str]:
    """Tell initdb to sort by code point and to know all letters, the same on every system."""
    if major >= BUILTIN_LOCALES:
        return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    return ["--locale=C"] if sys.platform == "win32" else ["--locale=C.UTF-8"]


def refuse_trust(rules: str, file: Path) -> None:
    """Raise Refused where an access rule of `file` lets anyone in without a password."""
    for line in rules.splitlines():
        if "trust" in line.partition("#")[0].split():
            raise Refused("server_trusts", file=file)


def write_rules(data: Path, major: int, accounts: tuple[str, ...], services: set[str]) -> None:
    """Let `accounts` in as the superuser and as service logins; all others with a password.

    PostgreSQL 15 has to be given the names of the `services`; later ones know them by their ending.
    """
    names = [SUPERUSER, *sorted(services)]
    if major >= REGULAR_EXPRESSIONS:
        names = [SUPERUSER, f'"/{SERVICE}$"']
    access = [f"local all {name} peer map=storedesk" for name in names]
    if sys.platform == "win32":
        access = [f"host {MAINTENANCE} {SUPERUSER} 127.0.0.1/32 scram-sha-256"]
    access += [
        f"local {MAINTENANCE} all reject",  # what a store forbids is forbidden in the store
        f"host {MAINTENANCE} all all reject",
        "local all all scram-sha-256",
        "host all all 127.0.0.1/32 scram-sha-256",
    ]
    identities = [f'storedesk "{account}" {name}' for account in accounts for name in names]
    _replace(data / "pg_hba.conf", access)
    _replace(data / "pg_ident.conf", identities)


def services_in(data: Path) -> set[str]:
    """Name the service logins that the rules already let in by name."""
    rules = read(data / "pg_hba.conf")
    return set(re.findall(rf"^local all (\w+{SERVICE}) peer", rules, re.MULTILINE))


def read(file: Path) -> str:
    """Read rules; "" where there are none. What cannot be read as text is no rule of ours."""
    return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""


def _free_port() -> int:
    with Socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _replace(file: Path, lines: list[str]) -> None:
    content = HEADER + "".join(f"{line}\n" for line in lines)
    if read(file) != content:
        write_whole(file, content.encode())
