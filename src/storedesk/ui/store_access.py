"""Make, join and open a store, for the pages before sign-in, never on the GUI thread."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar
from uuid import UUID

from storedesk.adapters.files.demo_logins import demo_logins
from storedesk.adapters.time_limits import apart
from storedesk.domain.badges import read_badge
from storedesk.domain.demo.logins import DemoLogin
from storedesk.domain.pins import is_pin
from storedesk.domain.refusals.errors import Unavailable
from storedesk.settings import Preferences, Profile, ServerAddress, StoreKind
from storedesk.ui.kit.base.threads import answered
from storedesk.ui.people_access import PeopleAccess

if TYPE_CHECKING:  # the window is there before the database's libraries are
    from storedesk.adapters.mail.passwords import MailPasswords
    from storedesk.adapters.secrets import Secrets
    from storedesk.domain.backups import FoundBackup, RestoredStore
    from storedesk.domain.workspace import NewStore, Report
    from storedesk.services.signed_in import SignedIn
    from storedesk.services.workspace import Workspace

T = TypeVar("T")
Prepare: TypeAlias = Callable[[Callable[[], bool]], Coroutine[Any, Any, None]]
"""Does something in steps, each only as long as what it is given says so."""


async def nothing(_may_go_on: Callable[[], bool]) -> None:
    """Prepare nothing."""


class StoreAccess:
    """Makes, joins and opens the store of a profile, on a thread of its own."""

    def __init__(self, profile: Profile, prepare: Prepare = nothing) -> None:
        """`prepare` imports the rest of the program, as long as nobody waits for anything."""
        self.profile = profile
        self._prepare = prepare
        self._is_awaited = False
        self._preparing: asyncio.Task[None] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="door")
        self._workspace: Workspace | None = None
        self._secrets: Secrets | None = None
        self._has_looked = False
        self._looking = Lock()
        self._mail_passwords: MailPasswords | None = None
        self.people_here = PeopleAccess(self._run, profile)
        """Who has signed in here, and goes on with a PIN."""

    @property
    def preferences(self) -> Preferences:
        """What is chosen on this workstation."""
        return self.profile.preferences()

    @property
    def mail_passwords(self) -> "MailPasswords":
        """The password of the mail server, as long as the program runs."""
        if self._mail_passwords is None:
            from storedesk.adapters.mail.passwords import MailPasswords  # noqa: PLC0415 as below

            self._mail_passwords = MailPasswords()
        return self._mail_passwords

    def people(self) -> tuple[DemoLogin, ...]:
        """Return the logins to show: the demo store's, and no other's."""
        if self.preferences.store is not StoreKind.DEMO:
            return ()
        return demo_logins(self.profile)

    async def warm(self, told: "Report") -> None:
        """Import the database's libraries, and start the store's own server if it has one.

        Then, while the password is typed, import the rest of the program.
        """
        report = self._reporter(told)
        await self._run(lambda workspace: workspace.open(report))
        if self._preparing is None or self._preparing.done():
            self._preparing = asyncio.create_task(self._prepare(lambda: not self._is_awaited))

    async def make_demo(self, told: "Report") -> None:
        """Make or choose the demo store."""
        report = self._reporter(told)
        await self.people_here.forget()
        await self._run(lambda workspace: workspace.make_demo(report))

    async def make_store(self, new: "NewStore", told: "Report") -> None:
        """Make a store on this computer."""
        report = self._reporter(told)
        await self.people_here.forget()
        await self._run(lambda workspace: workspace.make_store(new, report))

    async def open_own(self, told: "Report") -> None:
        """Choose the store that was made on this computer before."""
        report = self._reporter(told)
        await self.people_here.forget()
        await self._run(lambda workspace: workspace.choose(StoreKind.EMBEDDED, report))

    async def found_backups(self, place: Path) -> "list[FoundBackup]":
        """Return the backups in a file or folder, the newest first; never on the store's thread.

        Refused: no_backup_there, backup_foreign, backup_unreadable.
        """

        def look() -> "list[FoundBackup]":
            from storedesk.services.restoring_here import found_backups  # noqa: PLC0415 as below

            return found_backups(place)

        return await answered(look)

    async def restore(
        self, file: Path, passphrase: str | None, told: "Report", stop: Event
    ) -> "RestoredStore":
        """Restore a store on this computer; where `stop` is set meanwhile, nothing is left."""
        report = self._reporter(told)

        def restore(workspace: "Workspace") -> "RestoredStore":
            from storedesk.services.restoring_here import restore_here  # noqa: PLC0415 as below

            return restore_here(workspace, file, passphrase, report, stop)

        return await self._run(restore)

    async def has_own(self) -> bool:
        """Tell whether there is a store on this computer already."""
        return await self._run(lambda workspace: workspace.is_made(StoreKind.EMBEDDED))

    async def join(self, address: ServerAddress) -> None:
        """Choose a shared store."""
        await self.people_here.forget()
        await self._run(lambda workspace: workspace.join(address))

    async def sign_in(
        self, login: str, password: str, *, remember: bool | None = None
    ) -> "SignedIn":
        """Let a person in; the system keeps the password if they want it to, and forgets it if not.

        Where they were not asked (None), whatever it keeps stays.
        """

        def enter(workspace: "Workspace") -> "SignedIn":
            return self.people_here.join(lambda: workspace.sign_in(login, password))

        self._is_awaited = True
        try:
            entered = await self._run(enter)
        finally:
            self._is_awaited = False
        if remember is not None:  # and nobody waits for it
            apart(lambda: self._keep(login, password, remember=remember))
        return entered

    async def set_pin(self, login: str, password: str, pin: str | None) -> None:
        """Give a person a PIN of their own, or take it away, once they have given the password.

        Refused: bad_pin, obvious_pin. Not allowed: wrong_password.
        """

        def change(workspace: "Workspace") -> None:
            from storedesk.services import own_password  # noqa: PLC0415 - as below

            own_password.set_pin(workspace.dsn_of(login, password), pin)

        await self._run(change)

    async def approve(
        self, login: str, password: str, approval: UUID, *, action: str, detail: Mapping[str, str]
    ) -> None:
        """Record the approval of another person, while nobody signs out.

        In place of the password it may be the PIN of somebody who has signed in here, or what
        their badge reads.
        """

        def record(workspace: "Workspace") -> None:
            if is_pin(password) or read_badge(password):
                here = self.people_here.there()
                here.approve(login, password, approval, action=action, detail=detail)
                return
            from storedesk.services import approving  # noqa: PLC0415 - as below

            dsn = workspace.dsn_of(login, password)
            approving.approve(dsn, approval, action=action, detail=detail)

        await self._run(record)

    async def change_password(self, login: str, password: str, new: str) -> None:
        """Change a person's own password; where the system keeps it, it keeps the new one.

        Refused: password_short. Not allowed: wrong_password.
        """

        def change(workspace: "Workspace") -> None:
            from storedesk.services import own_password  # noqa: PLC0415 - as below

            own_password.change(workspace.dsn_of(login, password), login, new)

        await self._run(change)
        with suppress(Unavailable):
            await answered(lambda: self._keep_changed(login, new))

    async def can_remember(self) -> bool:
        """Return whether the system can keep passwords. Unavailable: keeper_silent."""
        return await answered(lambda: self._keeper() is not None)

    async def remembered(self, login: str) -> str | None:
        """Return the password that a person has let this computer keep.

        Unavailable: keeper_silent.
        """
        place = self._store_key()

        def look() -> str | None:
            keeper = self._keeper()
            return keeper.password(place, login) if keeper and login else None

        return await answered(look)

    @property
    def opened(self) -> "Workspace":
        """The workspace, once somebody has signed in."""
        if self._workspace is None:
            raise ValueError("nobody has signed in")
        return self._workspace

    async def workspace(self) -> "Workspace":
        """Return the workspace, for the program's own work."""
        return await self._run(lambda workspace: workspace)

    async def let_others_in(self, entered: "SignedIn") -> None:
        """End the pauses of others that are over."""
        await self._run(lambda workspace: workspace.let_others_in(entered))

    async def mend(self) -> None:
        """Restart the store's own server if that is what does not answer."""
        await self._run(lambda workspace: workspace.mend())

    async def close(self) -> None:
        """Wait for what is running, and stop the store's own server."""
        if self._preparing:
            self._preparing.cancel()
        if self._workspace is not None:
            await self.people_here.forget()
            await self._run(lambda workspace: workspace.leave())
        self._thread.shutdown(wait=False)

    def leave_now(self) -> None:
        """Stop the store's own server at once, on this thread: the program is being ended."""
        if self._workspace is not None:
            self._workspace.leave()

    def _keep(self, login: str, password: str, *, remember: bool) -> None:
        with suppress(Unavailable):  # which the log and the page of sign-in say
            keeper = self._keeper()
            if keeper and remember:
                keeper.remember(self._store_key(), login, password)
            elif keeper:
                keeper.forget(self._store_key(), login)

    def _keep_changed(self, login: str, password: str) -> None:
        keeper = self._keeper()
        if keeper and keeper.password(self._store_key(), login) is not None:
            keeper.remember(self._store_key(), login, password)

    def _keeper(self) -> "Secrets | None":
        with self._looking:
            if not self._has_looked:
                from storedesk.adapters.secrets import find_secrets  # noqa: PLC0415 0.2 s of start-up

                self._secrets, self._has_looked = find_secrets(), True
            return self._secrets

    def _store_key(self) -> str:
        chosen = self.preferences
        if chosen.store is StoreKind.SHARED and chosen.address:
            return f"{chosen.address.host}:{chosen.address.port}/{chosen.address.database}"
        return f"{self.profile.folder}/{chosen.store}"

    async def _run(self, job: "Callable[[Workspace], T]") -> T:
        loop = asyncio.get_running_loop()
        return await asyncio.shield(loop.run_in_executor(self._thread, self._with_workspace, job))

    def _with_workspace(self, job: Callable[[Any], T]) -> T:
        if self._workspace is None:
            from storedesk.services.workspace import Workspace  # noqa: PLC0415 1 s of start-up time

            self._workspace = Workspace(self.profile)
        return job(self._workspace)

    @staticmethod
    def _reporter(told: "Report") -> "Report":
        loop = asyncio.get_running_loop()
        return lambda step, share: loop.call_soon_threadsafe(told, step, share)
