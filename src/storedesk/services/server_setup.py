"""Set up a server for a store that several computers share."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from storedesk.adapters.debian import debian_rules, proof
from storedesk.adapters.debian.certificates import Authority
from storedesk.adapters.debian.files import ServerFiles
from storedesk.adapters.debian.served_stores import ServedStores
from storedesk.adapters.debian.server import DebianServer, find_server
from storedesk.documents import join_file
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.server_setup import (
    ReportChange,
    Serving,
    SetupChange,
    checked_host,
    checked_listen,
    checked_range,
)
from storedesk.domain.workspace import NewStore
from storedesk.persistence.schema import migrations
from storedesk.services import administration, moving
from storedesk.settings import ServerAddress
from storedesk.whole_file import write_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupOptions:
    """What is asked for; None takes what was chosen before, or what is usual."""

    database: str
    hosts: tuple[str, ...] | None = None
    staff_from: tuple[str, ...] | None = None
    services_from: tuple[str, ...] | None = None
    listen: str | None = None
    tills: int | None = None
    server: str = ""
    folder: Path | None = None
    """Where certificates and choices are kept; None: `storedesk` in the owner's home."""
    new: Callable[[], NewStore] | None = None
    """Asked for a store that is not there yet."""
    move_from: Path | None = None
    """The profile of a store that is to be moved here instead."""
    join_file: Path


def set_up(wanted: SetupOptions, report: ReportChange, *, is_dry: bool = False) -> ServerAddress:
    """Set up a server, its store and the join file as wanted; return where the store is.

    What is so already is left alone, so that a second time changes nothing; a certificate is made
    anew when it runs out within 90 days. With `is_dry` nothing is done but reported.
    """
    server = find_server(wanted.server)
    server.refuse_strangers()
    folder = wanted.folder or server.home / "storedesk"
    stores = ServedStores(folder, server.owner)
    serving = _checked(stores.chosen(
        wanted.database, hosts=wanted.hosts, staff_from=wanted.staff_from,
        services_from=wanted.services_from, listen=wanted.listen, tills=wanted.tills,
    ))  # fmt: skip
    _refuse_places(serving, wanted, folder)
    work = _Setup(server, Authority(folder, server.owner), stores, serving, report, is_dry)
    work.start()
    work.refuse_what_cannot_be(wanted)
    work.lay_checksums()
    work.certify()
    work.write_files()
    work.bring_store(wanted)
    work.write_join_file(wanted.join_file)
    return work.address


def _checked(serving: Serving) -> Serving:
    if not migrations.NAME.fullmatch(serving.database):
        raise Refused("database_name", name=serving.database)
    if not serving.hosts:
        raise Refused("server_host_missing")
    return Serving(
        database=serving.database,
        hosts=tuple(dict.fromkeys(checked_host(host) for host in serving.hosts)),
        staff_from=tuple(checked_range(network) for network in serving.staff_from),
        services_from=tuple(checked_range(network) for network in serving.services_from),
        listen=checked_listen(serving.listen),
        tills=serving.tills,
    )


def _refuse_places(serving: Serving, wanted: SetupOptions, folder: Path) -> None:
    """Check before any change that the files can be written where they are wanted.

    Refused: server_listen_elsewhere, file_not_written, server_no_folder.
    """
    if serving.listen != "*" and not proof.is_here(serving.listen):
        raise Refused("server_listen_elsewhere", address=serving.listen)
    file = wanted.join_file.absolute()
    why = errno.EISDIR if file.is_dir() else errno.ENOENT if not file.parent.is_dir() else 0
    if not why and not os.access(file.parent, os.W_OK):
        why = errno.EACCES
    if why:
        raise Refused("file_not_written", file=file.name, why=os.strerror(why))
    there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    if not there.is_dir():
        raise Refused("server_no_folder", folder=folder)


@dataclass(slots=True)
class _Setup:
    """One run: each step looks first whether there is anything to do."""

    server: DebianServer
    authority: Authority
    stores: ServedStores
    serving: Serving
    report: ReportChange
    is_dry: bool
    is_there: bool = False
    is_to_move: bool = False
    new: NewStore | None = None
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def address(self) -> ServerAddress:
        """Where tills find the store."""
        host = self.serving.hosts[0]
        return ServerAddress(host=host, port=self.server.port, database=self.serving.database)

    def start(self) -> None:
        if not self.server.is_running():
            self._do(SetupChange.STARTED, self.server, self.server.start)

    def refuse_what_cannot_be(self, wanted: SetupOptions) -> None:
        """Check before any change that there will be a store in the end."""
        self._rules()
        self.authority.is_made()
        there = self.server.store_in(self.serving.database) if self._is_answering() else None
        self.is_there = there is not None
        if wanted.move_from:
            self.is_to_move = moving.is_to_move(wanted.move_from, self.address, there)
        elif not self.is_there and wanted.new is None:
            raise Refused("server_owner_missing")
        elif not self.is_there and wanted.new:
            self.new = administration.acceptable(wanted.new())

    def lay_checksums(self) -> None:
        if self._is_answering() and not self.server.has_checksums():
            self._do(SetupChange.CHECKSUMS, self.server.data, self._lay_checksums)

    def certify(self) -> None:
        hosts, authority, now = self._hosts(), self.authority, self.now
        is_made = authority.is_made()
        if not is_made:
            name = f"StoreDesk at {hosts[0]}"
            self._do(SetupChange.AUTHORITY, authority.file, lambda: authority.make(name, now))
        if not is_made or not authority.vouches_for(hosts, now):
            self._do(
                SetupChange.CERTIFICATE, authority.certificate, lambda: authority.vouch(hosts, now)
            )
            if not self.is_dry:
                self.server.reload()

    def write_files(self) -> None:
        """Write the server's files; if the server refuses them, restore all of them."""
        server, files = self.server, ServerFiles(self.server, self.now)
        settings = debian_rules.settings(
            self._served(), self.authority.certificate, self.authority.key, server.major
        )
        identities = debian_rules.identities(_read(server.identities), server.owner.name)
        wanted = (
            (SetupChange.SETTINGS, server.settings, settings, 0o644),
            (SetupChange.RULES, server.identities, identities, 0o640),
            (SetupChange.RULES, server.rules, self._rules(), 0o640),
        )
        changed = [one for one in wanted if files.differs(one[1], one[2])]
        is_restarted = False
        if not self.is_dry and changed:
            for _, file, content, mode in changed:
                files.write(file, content, mode=mode)
            is_restarted = self._applied(files)
        for change, file, _, _ in changed:
            self.report(change, str(file))
        if is_restarted:
            self.report(SetupChange.RESTARTED, str(server))
        if not self.is_dry and self.serving not in self.stores.all():
            self.stores.keep(self.serving)

    def bring_store(self, wanted: SetupOptions) -> None:
        database, dsn = self.serving.database, self.server.dsn(self.serving.database)
        profile = wanted.move_from
        if profile and self.is_to_move:
            where = self.address
            move = lambda: moving.move(profile, dsn, where)  # noqa: E731
            self._do(SetupChange.MOVED, database, move)
        elif new := self.new:
            self._do(SetupChange.STORE, database, lambda: administration.found(dsn, new))
        else:
            if not administration.is_current(dsn):
                self._do(SetupChange.UPGRADED, database, lambda: migrations.upgrade(dsn))
            if wanted.new and not self.is_dry and administration.has_nobody(dsn):
                administration.found(dsn, wanted.new())

    def write_join_file(self, file: Path) -> None:
        authority = self.authority.file
        if not self.is_dry:
            proof.refuse_unproven(self.address, authority, self.serving.listen)
        content = b""
        if authority.exists():
            content = join_file.written(self.address, authority.read_text("ascii"))
        if not file.exists() or file.read_bytes() != content:
            self._do(SetupChange.JOIN_FILE, file, lambda: write_whole(file, content))

    def _lay_checksums(self) -> None:
        self.server.stop()
        try:
            self.server.lay_checksums()
        finally:
            self.server.start()

    def _applied(self, files: ServerFiles) -> bool:
        """Let the server read its files again; True if it had to be restarted for that."""
        if not files.tried():
            self.server.reload()
            return False
        try:
            self.server.restart()
        except BaseException:
            files.put_back()
            self.server.start()
            raise
        return True

    def _served(self) -> list[Serving]:
        others = [one for one in self.stores.all() if one.database != self.serving.database]
        return [self.serving, *others]

    def _hosts(self) -> list[str]:
        return list(dict.fromkeys(host for one in self._served() for host in one.hosts))

    def _rules(self) -> bytes:
        there, rules = _read(self.server.rules), self.server.rules
        return debian_rules.rules(there, self.serving, self.server.owner.name, rules)

    def _is_answering(self) -> bool:
        """Tell whether the server can be asked; a dry run leaves a stopped one stopped."""
        return not self.is_dry or self.server.is_running()

    def _do(self, change: SetupChange, where: object, work: Callable[[], object]) -> None:
        """Make a change and report it; in a dry run, only report it."""
        if not self.is_dry:
            work()
        self.report(change, str(where))


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""
