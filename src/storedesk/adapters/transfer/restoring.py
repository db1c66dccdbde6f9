"""Restore a store from a backup: under its own name, with its people, or not at all."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

import psycopg
from psycopg.sql import SQL, Identifier

from storedesk.adapters.transfer import logins
from storedesk.adapters.transfer.backup_files import Backup, verify
from storedesk.adapters.transfer.backups import UNSAVED, what_failed
from storedesk.adapters.transfer.dumps import Dump, Served
from storedesk.adapters.transfer.logins import Login
from storedesk.adapters.transfer.scratch_databases import scratch_database
from storedesk.domain.refusals.errors import Conflict, Refused, StoreError, Unavailable
from storedesk.persistence.engine.errors import refusal_of
from storedesk.persistence.schema import groups, migrations

THERE = "SELECT 1 FROM pg_database WHERE datname = %s"
ROLES = "SELECT rolname FROM pg_roles"
OWN_LOGINS = ("system", "backup")
"""Logins that every store has, and that its groups are made with."""


class KnownLogins(StrEnum):
    """What to do with logins that the server has already, with other passwords."""

    REFUSE = "refuse"
    KEEP = "keep"
    REPLACE = "replace"


ReportShare: TypeAlias = Callable[[float], object]
"""Called with the share that is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A store that was restored."""

    database: str
    people: int
    """How many people may sign in."""


def restore(
    server: Served,
    backup: Backup,
    *,
    known: KnownLogins = KnownLogins.REFUSE,
    report: ReportShare = lambda _: None,
    wanted: str = "",
) -> Restored:
    """Restore a store under its own name, with its settings, rights and logins.

    It gets its name last of all, when it is whole, and is brought up to this program then. Nothing
    is ever written over, and after a failure nothing is left. `wanted` is the name that is
    expected, if any is. Conflict: backup_store_exists; refused: what `verify` refuses,
    backup_foreign, backup_too_new, backup_other_name, store_newer, backup_logins_known,
    backup_login_mighty; unavailable: restore_failed.
    """
    verify(backup)
    report(0.1)
    with _explained(), psycopg.connect(server.dsn(), autocommit=True) as line:
        dump = Dump(server, backup.path)
        if wanted not in {"", dump.database}:
            raise Refused("backup_other_name", name=dump.database)
        _refuse(line, dump, backup)
        work = _Restore(server, line, dump, _people(dump, backup), known)
        work.refuse_known()
        with work.or_nothing():
            work.make_roles()
            report(0.2)
            work.make_store()
            report(0.8)
            migrations.upgrade(server.dsn(dump.database))
    report(1.0)
    people = [one for one in dump.staff() if one.get("kind") == "person"]
    return Restored(dump.database, sum(one.get("is_active") == "t" for one in people))


def _refuse(line: psycopg.Connection[Any], dump: Dump, backup: Backup) -> None:
    """Check before anything is made that there can be a store in the end."""
    if not migrations.NAME.fullmatch(dump.database):
        raise Refused("backup_foreign", file=backup.path.name)
    if dump.revision > migrations.head():
        raise Refused("store_newer")
    if dump.major > line.info.server_version // 10_000:
        raise Refused("backup_too_new", file=backup.path.name)
    if line.execute(THERE, [dump.database]).fetchone():
        raise Conflict("backup_store_exists", name=dump.database)


@dataclass(slots=True)
class _People:
    """Whose logins come back."""

    own: list[Login] = field(default_factory=list)
    """Of the store's people and programs."""
    others: list[Login] = field(default_factory=list)
    """Of whoever else has a right in the store's database."""
    services: list[Login] = field(default_factory=list)
    """The program's own, which are made with the groups."""


def _people(dump: Dump, backup: Backup) -> _People:
    store = dump.database
    said = backup.logins.read_text(encoding="utf-8", errors="replace")
    saved = {name: one for name, one in logins.read(said, store).items() if not one.is_mighty}
    working = {one["login"] for one in dump.staff() if one.get("login")}
    rightful = dump.roles()
    found = _People()
    for name in sorted({*saved, *working, *rightful} - {*groups.names(store)}):
        login = saved.get(name) or Login(name)
        if login.groups or name in working:
            found.own.append(login)
        elif name in rightful:
            found.others.append(login)
    own = [f"{store}_{login}" for login in OWN_LOGINS]
    found.services = [saved[name] for name in own if name in saved]
    return found


@dataclass(slots=True)
class _Restore:
    """One run, on a line to the server's own database."""

    server: Served
    line: psycopg.Connection[Any]
    dump: Dump
    people: _People
    known: KnownLogins
    is_made: bool = False

    def refuse_known(self) -> None:
        """Never change a password that somebody else on this server may sign in by."""
        wanted = {one.name: one for one in [*self.people.own, *self.people.services]}
        there = logins.known(self.line, wanted)
        for name, (_, is_mighty) in there.items():
            if is_mighty:
                raise Refused("backup_login_mighty", login=name)
        other = [name for name, (secret, _) in there.items() if secret != wanted[name].verifier]
        if other and self.known is KnownLogins.REFUSE:
            raise Refused("backup_logins_known", logins=", ".join(sorted(other)))

    def make_roles(self) -> None:
        """Make the logins that the dump names, except people's, which are opened at the end."""
        with self.line.transaction():
            groups.make(self.line, self.dump.database)
            there = logins.known(self.line, [one.name for one in self.people.others])
            for other in self.people.others:
                if other.name not in there:
                    logins.make_other(self.line, other)

    def make_store(self) -> None:
        """Fill a database that nobody may enter, then give it its name and let people in."""
        store, line = self.dump.database, self.line
        with scratch_database(line, store, self.dump.locale()) as scratch:
            self.dump.bring_back(scratch)
            self._forget_keys(scratch)
            with line.transaction():
                self._let_in()
                rename = SQL("ALTER DATABASE {} RENAME TO {}")
                line.execute(rename.format(Identifier(scratch), Identifier(store)))
                for statement in self.dump.properties():
                    line.execute(statement.encode())
                opened = SQL("ALTER DATABASE {} CONNECTION LIMIT -1")  # one that had moved is open
                line.execute(opened.format(Identifier(store)))
            self.is_made = True

    def _let_in(self) -> None:
        store, line, people = self.dump.database, self.line, self.people
        names = [login.name for login in people.own]
        groups.dismiss_strangers(line, store, welcome=names)
        there = logins.known(line, [*names, *(login.name for login in people.services)])
        for login in people.own:
            if login.name not in there:
                logins.make(line, store, login)
                continue
            logins.adopt(line, store, login)
            if self.known is KnownLogins.REPLACE or there[login.name][0] == login.verifier:
                logins.change(line, login)
        for login in people.services:
            if self.known is KnownLogins.REPLACE or there[login.name][0] in {None, login.verifier}:
                logins.change(line, login)

    def _forget_keys(self, database: str) -> None:
        """Forget the keys that an older backup holds: the upgrade makes new ones."""
        with psycopg.connect(self.server.dsn(database), autocommit=True) as line:
            there = line.execute("SELECT to_regclass(%s) IS NOT NULL", [UNSAVED]).fetchone()
            if there == (True,):
                words = SQL("DELETE FROM {}").format(Identifier(*UNSAVED.split(".")))
                line.execute(words)

    def _ours(self) -> set[str]:
        people = [*self.people.own, *self.people.others, *self.people.services]
        return {*groups.names(self.dump.database), *(one.name for one in people)}

    @contextmanager
    def or_nothing(self) -> Iterator[None]:
        """If anything fails, remove the store and every login that was made for it."""
        before = {name for (name,) in self.line.execute(ROLES).fetchall()}
        try:
            yield
        except BaseException:
            with suppress(psycopg.Error):  # the server has gone
                if self.is_made:
                    drop = SQL("DROP DATABASE {} WITH (FORCE)")
                    self.line.execute(drop.format(Identifier(self.dump.database)))
                there = {name for (name,) in self.line.execute(ROLES).fetchall()}
                made = (there - before) & self._ours()
                if made:
                    named = SQL(", ").join(map(Identifier, sorted(made)))
                    self.line.execute(SQL("DROP ROLE {}").format(named))
            raise


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except StoreError as failure:
        if failure.code in {"unavailable", "disk_full"}:
            raise Unavailable("restore_failed", what=failure) from failure
        raise
    except psycopg.Error as error:
        refusal = refusal_of(error) if (error.sqlstate or "").startswith("SD") else None
        raise refusal or Unavailable("restore_failed", what=what_failed(error)) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise Unavailable("restore_failed", what=what_failed(error)) from error
