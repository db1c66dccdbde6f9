"""Read the logins of a store's people and programs, and make them on another server.

Passwords come along as SCRAM verifiers, so that nobody has to choose another one.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import psycopg
from psycopg.sql import SQL, Composed, Identifier, Literal

from storedesk.adapters.transfer.dumps import ROLE, unquoted
from storedesk.persistence.schema.groups import names as groups_of

Line = psycopg.Connection[Any]
_ATTRIBUTES = re.compile(rf"^ALTER ROLE ({ROLE}) WITH (.+);$", re.MULTILINE)
_LITERALS = r"'(?:[^'\\]|'')*'(?:, '(?:[^'\\]|'')*')*"
_SETTING = re.compile(rf'^ALTER ROLE ({ROLE}) SET ("?[\w.]+"?) TO ({_LITERALS});$', re.MULTILINE)
_MEMBER = re.compile(rf"^GRANT ({ROLE}) TO ({ROLE})(?: .+)?;$", re.MULTILINE)
_STATEMENT = re.compile(rf"(?:CREATE|ALTER) ROLE ({ROLE})[ ;]|GRANT ({ROLE}) TO ({ROLE})[ ;]")
ADMIN_OPTIONS = 160000
"""The first version in which who may make roles may not change all of them."""
USED = """
    SELECT DISTINCT r.rolname FROM pg_roles AS r
    WHERE NOT r.rolsuper AND r.rolname !~ '^pg_' AND (
        EXISTS (SELECT FROM storedesk.staff AS s WHERE s.login = r.rolname)
        OR EXISTS (
            SELECT FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.roleid
            WHERE m.member = r.oid AND g.rolname = ANY (%(groups)s)
        )
        OR EXISTS (
            SELECT FROM pg_shdepend AS d JOIN pg_database AS b ON b.datname = current_database()
            WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid
              AND (d.dbid = b.oid OR (d.classid = 'pg_database'::regclass AND d.objid = b.oid))
        )
        OR r.rolname = ANY (%(groups)s)
    )
"""
"""Whoever works in a store, belongs to its groups, or has a right in its database."""


@dataclass(frozen=True, slots=True)
class Login:
    """A role of a server by which somebody signs in, or by which rights are held."""

    name: str
    is_open: bool = False
    most: int = -1
    """How many connections it may have; -1: as many as there are."""
    verifier: str | None = None
    valid_until: str | None = None
    groups: tuple[str, ...] = ()
    """Of the store, without the store's name."""
    settings: tuple[tuple[str, str], ...] = ()
    """What PostgreSQL is told for this login: names, and values as they stand in SQL."""
    is_mighty: bool = False
    """A superuser of the server that it comes from: never created here."""


def used_in(line: Line, store: str) -> set[str]:
    """Name the roles that a store needs, on a line of a superuser in its database."""
    found = line.execute(USED, {"groups": groups_of(store)}).fetchall()
    return {name for (name,) in found}


def only(text: str, names: set[str]) -> str:
    """Keep those lines of pg_dumpall that are about these roles."""
    return "".join(f"{line}\n" for line in text.splitlines() if _is_about(line, names))


def _is_about(line: str, names: set[str]) -> bool:
    found = _STATEMENT.match(line)
    if not found:
        return line.startswith("SET ")
    role, group, member = (unquoted(name or "") for name in found.groups())
    if role:
        return role in names
    return member in names and (group in names or group.startswith("pg_"))


def read(text: str, store: str) -> dict[str, Login]:
    """Read what pg_dumpall has written, as data: none of it is ever run."""
    found = {
        unquoted(name): _login(unquoted(name), attributes)
        for name, attributes in _ATTRIBUTES.findall(text)
    }
    prefix = f"{store}_"
    for group, member in _MEMBER.findall(text):
        team, name = unquoted(group), unquoted(member)
        if team in groups_of(store) and name in found:
            teams = {*found[name].groups, team.removeprefix(prefix)}
            found[name] = replace(found[name], groups=tuple(sorted(teams)))
    for role, setting, value in _SETTING.findall(text):
        if known := found.get(unquoted(role)):
            settings = (*known.settings, (unquoted(setting), value))
            found[known.name] = replace(known, settings=settings)
    return found


def _login(name: str, attributes: str) -> Login:
    most = re.search(r"CONNECTION LIMIT (-?\d+)", attributes)
    verifier = re.search(r"PASSWORD '((?:[^']|'')+)'", attributes)
    until = re.search(r"VALID UNTIL '([^']+)'", attributes)
    return Login(
        name=name,
        is_open=bool(re.search(r"(?<!\w)LOGIN\b", attributes)),
        most=int(most[1]) if most else -1,
        verifier=verifier[1].replace("''", "'") if verifier else None,
        valid_until=until[1] if until else None,
        is_mighty=bool(re.search(r"(?<!\w)SUPERUSER\b", attributes)),
    )


def make(line: Line, store: str, login: Login) -> None:
    """Make a login as the account functions make them, so that these can change it later."""
    with _as_accounts(line, store):
        line.execute(SQL("CREATE ROLE {} NOSUPERUSER NOCREATEDB").format(Identifier(login.name)))
        _put_into_groups(line, store, login)
    change(line, login)


def make_other(line: Line, login: Login) -> None:
    """Make a role that has rights in a store but is none of its people's or programs'."""
    line.execute(SQL("CREATE ROLE {} NOSUPERUSER").format(Identifier(login.name)))
    change(line, login)


def adopt(line: Line, store: str, login: Login) -> None:
    """Make an existing login a member of the store, and change nothing else of it."""
    if line.info.server_version >= ADMIN_OPTIONS:  # else the account functions could not change it
        words = SQL("GRANT {} TO {} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE")
        accounts = Identifier(f"{store}_accounts")
        line.execute(words.format(Identifier(login.name), accounts))
    with _as_accounts(line, store):
        _put_into_groups(line, store, login)


def change(line: Line, login: Login) -> None:
    """Restore an existing login: open or not, its password, its settings."""
    for statement in _attributes(login):
        line.execute(statement)


@contextmanager
def _as_accounts(line: Line, store: str) -> Iterator[None]:
    line.execute(SQL("SET LOCAL ROLE {}").format(Identifier(f"{store}_accounts")))
    yield
    line.execute("RESET ROLE")


def _put_into_groups(line: Line, store: str, login: Login) -> None:
    for group in login.groups:
        words = SQL("GRANT {} TO {}")
        line.execute(words.format(Identifier(f"{store}_{group}"), Identifier(login.name)))


def _attributes(login: Login) -> Iterator[Composed]:
    name = Identifier(login.name)
    opened = SQL("LOGIN" if login.is_open else "NOLOGIN")
    words = SQL("ALTER ROLE {} {} CONNECTION LIMIT {} PASSWORD {}")
    yield words.format(name, opened, Literal(login.most), Literal(login.verifier))
    if login.valid_until:
        yield SQL("ALTER ROLE {} VALID UNTIL {}").format(name, Literal(login.valid_until))
    for setting, value in login.settings:
        words = SQL("ALTER ROLE {} SET {} TO {}")
        parts = (Identifier(part) for part in setting.split("."))
        yield words.format(name, SQL(".").join(parts), SQL(value))


def known(line: Line, names: Iterable[str]) -> dict[str, tuple[str | None, bool]]:
    """Tell of those of `names` that a server has: the verifier, and whether it is a superuser."""
    words = "SELECT rolname, rolpassword, rolsuper FROM pg_authid WHERE rolname = ANY (%s)"
    return {name: (secret, mighty) for name, secret, mighty in line.execute(words, [list(names)])}
