"""Look after the store on this computer: backups, maintenance, e-mails and disk space."""

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from storedesk.domain.backup_schedule import BackupSchedule
from storedesk.domain.refusals.errors import StoreError
from storedesk.settings import StoreKind

if TYPE_CHECKING:  # the window is there before the database's libraries are
    from storedesk.adapters.mail.passwords import MailPasswords
    from storedesk.services.mailer import Mailer
    from storedesk.services.workspace import Workspace

log = logging.getLogger(__name__)
T = TypeVar("T")

LOOKS = timedelta(minutes=15)
MINUTE = timedelta(minutes=1)
"""How often the server's log is checked: each failed sign-in adds to it."""
SEALING = timedelta(minutes=10)
"""How often what was written is sealed, and days that are over are summed up."""
LITTLE_ROOM = 2 * 10**9
"""Bytes free on the disk of the data: below this a warning is due."""
NO_ROOM = 500 * 10**6
"""Free bytes below which nothing should be sold: a full disk stops the server."""


class DiskSpace(StrEnum):
    """How much space the disk of the store's data has left."""

    ENOUGH = "enough"
    LITTLE = "little"
    NONE = "none"


Tell: TypeAlias = Callable[[DiskSpace], object]
"""Called with how much space is left."""


class Background:
    """Looks after the store on this computer, on a thread of its own; never after a shared one."""

    def __init__(
        self, workspace: "Workspace", tell: Tell, mail_passwords: "MailPasswords | None" = None
    ) -> None:
        """`tell` is called on the loop's thread."""
        self._workspace, self._tell, self._mail_passwords = workspace, tell, mail_passwords
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        self._task: asyncio.Task[None] | None = None
        self._post = MailerThread()

    def start(self) -> None:
        """Start looking after the store, if it is on this computer."""
        if self._workspace.server and self._task is None:
            self._task = asyncio.create_task(self._look_after())
        self._send_mails()

    async def stop(self) -> None:
        """Stop; what runs on the thread and the e-mail being sent are finished first."""
        task, self._task = self._task, None
        if task:
            task.cancel()
            await asyncio.wait({task})
        await asyncio.shield(
            asyncio.get_running_loop().run_in_executor(self._thread, self._post.end)
        )

    async def last_backup(self) -> None:
        """Back the store up before the window closes; a failure is only logged."""
        await self._run(self._back_up)

    def last_backup_now(self, patience: float) -> None:
        """Back up as `last_backup` does, without the event loop, for at most `patience` seconds."""
        saving = threading.Thread(target=_careful, args=[self._back_up], daemon=True)
        saving.start()
        saving.join(patience)

    def close(self) -> None:
        """Shut the thread down without waiting for it."""
        self._thread.shutdown(wait=False)

    async def _look_after(self) -> None:
        while True:
            room = await self._run(self._room) or DiskSpace.ENOUGH
            _careful(partial(self._tell, room))
            await self._run(self._daily)
            for minute in range(max(1, LOOKS // MINUTE)):
                if minute % (SEALING // MINUTE) == 0:
                    await self._run(self._seal)
                    await self._run(self._sum_up)
                await self._run(self._tend_log)
                await asyncio.sleep(min(LOOKS, MINUTE).total_seconds())

    async def _run(self, job: Callable[[], T]) -> T | None:
        loop = asyncio.get_running_loop()
        return await asyncio.shield(loop.run_in_executor(self._thread, _careful, job))

    def _send_mails(self) -> None:
        """Send the e-mails of the store on this computer; a demo store sends none."""
        is_own = self._workspace.server and self._workspace.kind is StoreKind.EMBEDDED
        self._post.go(self._workspace.own_dsn("system") if is_own else "", self._mail_passwords)

    def _room(self) -> DiskSpace | None:
        if self._workspace.server is None:
            return None
        free = self._workspace.server.free_bytes()
        return (
            DiskSpace.NONE
            if free < NO_ROOM
            else DiskSpace.LITTLE
            if free < LITTLE_ROOM
            else DiskSpace.ENOUGH
        )

    def _tend_log(self) -> None:
        if self._workspace.server:
            self._workspace.server.tend_log()

    def _daily(self) -> None:
        from storedesk.adapters.transfer.backup_files import backups  # noqa: PLC0415 needs the database's libraries

        _careful(self._maintain)
        schedule, zone = self._schedule()
        known = backups(schedule.place(self._workspace.profile.backups), self._workspace.database)
        taken = [one.taken_at for one in known if one.taken_at]
        if schedule.is_due(datetime.now(UTC), taken, ZoneInfo(zone)):
            self._back_up()

    def _schedule(self) -> "tuple[BackupSchedule, str]":
        """Return what the store's settings say of backups; while they cannot be read, the usual."""
        from storedesk.services.own_store import schedule_of  # noqa: PLC0415 as above

        return _careful(partial(schedule_of, self._workspace)) or (BackupSchedule(), "UTC")

    def _maintain(self) -> None:
        from storedesk.services.maintenance import maintain  # noqa: PLC0415 as above

        log.info("maintenance removed %s", maintain(self._workspace.own_dsn("system")))

    def _seal(self) -> None:
        from storedesk.services.sealing import seal_all  # noqa: PLC0415 as above

        sealed = seal_all(self._workspace.own_dsn("system"))
        if sealed:
            log.info("sealed %d rows", sealed)

    def _sum_up(self) -> None:
        from storedesk.services.summing import sum_all  # noqa: PLC0415 as above

        made = sum_all(self._workspace.own_dsn("system"))
        if made:
            log.info("made %d sums of days that are over", made)

    def _back_up(self) -> None:
        """Back the store up; a demo store is left out, as it can be made again."""
        from storedesk.adapters.transfer.backups import back_up, keep_newest  # noqa: PLC0415 as above

        server = self._workspace.server
        if server and self._workspace.kind is StoreKind.EMBEDDED:
            schedule, _ = self._schedule()
            folder = schedule.place(self._workspace.profile.backups)
            made = back_up(server, self._workspace.database, folder, now=datetime.now(UTC))
            keep_newest(folder, self._workspace.database, schedule.kept)
            log.info("saved the store as %s", made.path.name)


class MailerThread:
    """Runs the mailer of the store on this computer on a thread of its own."""

    def __init__(self) -> None:
        self._dsn = ""
        self._mailer: Mailer | None = None
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()

    def go(self, dsn: str, passwords: "MailPasswords | None") -> None:
        """Send the e-mails of the store of `dsn` from now on; "" stops sending."""
        if dsn == self._dsn:
            return
        self._stop()
        self._dsn, self._mailer, self._thread = dsn, None, None
        if dsn:
            from storedesk.services.mailer import Mailer  # noqa: PLC0415 as below
            from storedesk.services.restarted import Restarted  # noqa: PLC0415

            self._mailer, self._stopping = Mailer(dsn, passwords), threading.Event()
            self._thread = Restarted(self._mailer.run, self._stopping, "mailer")
            self._thread.start()

    def end(self) -> None:
        """Finish the e-mail being sent, and send no more."""
        self._stop()
        thread = self._thread
        self._dsn, self._mailer, self._thread = "", None, None
        if thread:
            thread.join()

    def _stop(self) -> None:
        self._stopping.set()
        if self._mailer:
            self._mailer.stop()


def _careful(job: Callable[[], T]) -> T | None:
    """Run `job`; log a failure instead of disturbing whoever sells.

    Not even a bug stops the next round.
    """
    try:
        return job()
    except (StoreError, OSError) as failure:
        log.warning("%s: %s", getattr(job, "__name__", job), failure)
    except BaseException:
        log.exception("a bug in a background job")
    return None
