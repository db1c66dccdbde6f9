"""Make, join, open and sign in to the store that this computer uses."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

from storedesk import api, queries
from storedesk.adapters.embedded.server import Server
from storedesk.adapters.files.demo_logins import demo_logins, keep_demo_logins
from storedesk.adapters.transfer import moving, restoring
from storedesk.adapters.transfer.backup_files import Backup, verify
from storedesk.adapters.transfer.restoring import Restored
from storedesk.adapters.transfer.stoppable import StoppableServer
from storedesk.domain.logins import LEAST_LETTERS
from storedesk.domain.refusals.errors import NotAllowed, NotFound, Refused, StoreError, Unavailable
from storedesk.domain.workspace import NewStore, Report, WorkspaceStep
from storedesk.persistence.engine import transport
from storedesk.persistence.engine.database import Database, Session
from storedesk.persistence.schema import migrations
from storedesk.persistence.schema.migrations import SchemaState
from storedesk.services.administration import asked
from storedesk.services.server_upgrade import upgrade_server
from storedesk.services.signed_in import SignedIn, enter, station_of
from storedesk.services.store_file import MARK, mark, marked, mend, store_in
from storedesk.settings import Profile, ServerAddress, StoreKind

DATABASES = {StoreKind.DEMO: "demo", StoreKind.EMBEDDED: "store"}
ATTEMPT = "attempt"


class Workspace:
    """The store that a profile uses: on its own server on this computer, or at an address."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.server: Server | None = None
        self.kind: StoreKind | None = None
        self._address: ServerAddress | None = None
        self._logins: frozenset[str] = frozenset()

    def is_made(self, kind: StoreKind) -> bool:
        """Tell whether the profile has a whole store of this kind on this computer."""
        return (self._home(kind) / MARK).exists()

    def make_demo(self, report: Report) -> None:
        """Make the demo store and choose it; one that is whole already is only chosen.

        One whose logins nobody knows any more is made anew.
        """
        if not (self.is_made(StoreKind.DEMO) and demo_logins(self.profile)):
            with self._making(StoreKind.DEMO, report) as server:
                from storedesk.services import demo  # noqa: PLC0415 - slow to import, and rarely needed

                report(WorkspaceStep.GOODS, 0.0)
                dsn = server.dsn(DATABASES[StoreKind.DEMO])
                people = demo.make_demo(
                    dsn, progress=lambda share: report(WorkspaceStep.GOODS, share)
                )
                keep_demo_logins(self.profile, people)
        self.choose(StoreKind.DEMO, report)

    def make_store(self, new: NewStore, report: Report) -> None:
        """Make a store on this computer, with its first person, and choose it.

        Refused: password_short, store_here_already, and what the database says of the person.
        """
        if len(new.password) < LEAST_LETTERS:
            raise Refused("password_short", least=LEAST_LETTERS)
        if self.is_made(StoreKind.EMBEDDED):
            raise Refused("store_here_already")
        with self._making(StoreKind.EMBEDDED, report) as server:
            dsn = server.dsn(DATABASES[StoreKind.EMBEDDED])
            report(WorkspaceStep.TABLES, 0.0)
            migrations.make_database(dsn, new.settings)
            report(WorkspaceStep.PERSON, 0.0)
            migrations.make_person(dsn, new.login, new.display_name, new.password)
        self.choose(StoreKind.EMBEDDED, report)
        self.profile.change(login=new.login)

    def restore(self, backup: Backup, report: Report, stop: Event | None = None) -> Restored:
        """Restore a store on this computer from its backup, and choose it.

        Refused: store_here_already, backup_canceled where `stop` was set meanwhile, and what
        `restoring.restore` refuses: then nothing is left.
        """
        if self.is_made(StoreKind.EMBEDDED):
            raise Refused("store_here_already")
        report(WorkspaceStep.CHECK, 0.0)
        verify(backup)
        with self._making(StoreKind.EMBEDDED, report) as server:
            stoppable = StoppableServer(server, stop or Event(), lambda _: None)
            done = restoring.restore(
                stoppable, backup, report=lambda share: report(WorkspaceStep.BACKUP, share)
            )
            mark(self._home(StoreKind.EMBEDDED), done.database)
        self.choose(StoreKind.EMBEDDED, report)
        return done

    def join(self, address: ServerAddress) -> None:
        """Choose a shared store. Refused: ca_file_missing; unavailable: nobody_there."""
        transport.call(address)
        self.leave()
        self.profile.change(store=StoreKind.SHARED, address=address, login="", register=None)
        self.open()

    def choose(self, kind: StoreKind, report: Report = lambda _step, _share: None) -> None:
        """Work with a store of this computer from now on."""
        if self.profile.preferences().store is not kind:
            self.profile.change(store=kind, login="", register=None)
        self.open(report)

    def open(self, report: Report = lambda _step, _share: None) -> None:
        """Start the store's own server, if it has one, and bring its tables up to this program."""
        chosen = self.profile.preferences()
        self.kind, self._address = chosen.store, chosen.address
        if chosen.store in DATABASES and self.server is None:
            report(WorkspaceStep.SERVER, 0.0)
            upgrade_server(self._home(chosen.store), report)
            server = Server(self._home(chosen.store))
            server.start()
            self.server = server
            mend(self.profile, self._home(chosen.store), server)
        if self.server:
            self._refuse_moved()
            self._upgrade(report)

    def mend(self) -> None:
        """Start the store's own server again if it has died; there is none of a shared store."""
        if self.server:
            self.server.start()

    def leave(self) -> None:
        """Leave the store's own server; the last window to leave stops it."""
        server, self.server = self.server, None
        self._logins = frozenset()
        if server:
            server.stop()

    def sign_in(self, login: str, password: str) -> SignedIn:
        """Sign a person in. Each way in which it can fail has its own sentence."""
        if self.server is None:
            self.open()
        self.mend()
        dsn, is_shared = self.dsn_of(login, password), self.server is None
        try:
            entered = enter(dsn, station_of(self.profile), is_shared=is_shared)
        except Unavailable as away:
            if away.code != "login_rests" or self.server is None:
                raise
            self._lift_pauses()
            entered = enter(dsn, station_of(self.profile), is_shared=is_shared)
        self.profile.change(login=login)
        return entered

    def let_others_in(self, entered: SignedIn) -> None:
        """End the pauses that are over: of a shared store, whoever comes in lets the others in."""
        if self.server is None:
            entered.desk.database.call(api.maintenance.lift_pauses())

    def _lift_pauses(self) -> None:
        """End the pauses that are over, as the program itself, because nobody else may be there."""
        database = Database(self.own_dsn("system"), pool_size=1)
        try:
            database.call(api.maintenance.lift_pauses())
        finally:
            database.close()

    @property
    def database(self) -> str:
        """Name the database of the store on this computer."""
        if self.kind not in DATABASES:
            raise NotFound("no_such_database")
        return self.database_of(self.kind)

    def database_of(self, kind: StoreKind) -> str:
        """Name the database of a store on this computer; one that was restored keeps its name."""
        return marked(self._home(kind)) or DATABASES[kind]

    def own_dsn(self, service: str | None = None) -> str:
        """Name the store's database for the program itself: as its owner, or as a service login."""
        if self.server is None:
            raise NotFound("no_such_database")
        login = f"{self.database}_{service}" if service else None
        return self.server.dsn(self.database, login=login)

    def dsn_of(self, login: str, password: str) -> str:
        """Name the store's database for somebody who gives their password."""
        if self.server:
            own = self.server.dsn(self.database, login=self._whole(login))
            return transport.local_dsn(own, password)
        if self._address is None:
            raise NotFound("no_such_database")
        return transport.client_dsn(self._address, login, password)

    def _whole(self, login: str) -> str:
        """Return a login as the server knows it: the database's name before it may be left out."""
        longer = f"{self.database}_{login}"
        if login not in self._logins:  # it may have been made since the store was opened
            self._logins = asked(self.own_dsn(), queries.staff.logins)
        whole = longer if login not in self._logins and longer in self._logins else login
        if whole not in self._logins:  # the program's own logins are let in without a password
            raise NotAllowed("wrong_password")
        return whole

    def _refuse_moved(self) -> None:
        """Refuse a store that was moved elsewhere: store_moved."""
        if new := moving.moved_to(self.own_dsn()):
            self.leave()
            raise Refused("store_moved", database=new.database, host=new.host, port=new.port)

    def _upgrade(self, report: Report) -> None:
        def states(session: Session) -> tuple[SchemaState, bool, frozenset[str]]:
            connection = session.connection()
            state, is_current = (
                migrations.schema_state(connection),
                migrations.is_current(connection),
            )
            logins = queries.staff.logins(session) if is_current else frozenset()
            return state, is_current, logins

        state, is_current, self._logins = asked(self.own_dsn(), states)
        if state is SchemaState.NEWER:
            raise Refused("store_newer")
        if not is_current:
            report(WorkspaceStep.TABLES, 0.0)
            migrations.upgrade(self.own_dsn())

    @contextmanager
    def _making(self, kind: StoreKind, report: Report) -> Iterator[Server]:
        """Make a store on a fresh server; remove it again if that fails."""
        self.leave()
        report(WorkspaceStep.SERVER, 0.0)
        server = self._fresh(kind)
        attempt = self._home(kind) / ATTEMPT
        try:
            attempt.touch()
            yield server
            if not self.is_made(kind):
                mark(self._home(kind), DATABASES[kind])
            attempt.unlink()
        except BaseException:
            with suppress(StoreError, OSError):
                (self._home(kind) / MARK).unlink(missing_ok=True)
                server.remove()
            raise
        self.server = server

    def _fresh(self, kind: StoreKind) -> Server:
        """Start a server without a store. Refused: store_here_already.

        A half made store gives way, and a demo whose passwords went with its profile. A store that
        somebody may have worked with never does: it is found again instead.
        """
        server, home = Server(self._home(kind)), self._home(kind)
        server.start()
        is_half_made = (home / ATTEMPT).exists()
        found = None if is_half_made else store_in(server)
        if is_half_made or found:
            if found and kind is not StoreKind.DEMO:
                mark(self._home(kind), found)
                server.stop()
                raise Refused("store_here_already")
            server.remove()
            server.start()
        return server

    def _home(self, kind: StoreKind) -> Path:
        return self.profile.folder / kind.value
