"""Make a backup from the page of health: where to, how far it is, and how it is called off."""

import asyncio
from contextlib import suppress
from pathlib import Path
from threading import Event

from storedesk import api
from storedesk.domain.refusals.errors import Refused
from storedesk.services.own_store import BackupStep, save_own
from storedesk.services.workspace import Workspace
from storedesk.ui.context import PageContext
from storedesk.ui.health.backups_card import BackupsCard
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.sentences import spoken
from storedesk.ui.kit.base.threads import answered
from storedesk.ui.kit.dialogs.dialog import choose_file


class BackupMaking:
    """Makes one backup at a time, beside the window, and has it written down who made it."""

    def __init__(self, context: PageContext, card: BackupsCard) -> None:
        self._context, self._card = context, card
        self._stop: Event | None = None

    @property
    def is_running(self) -> bool:
        """Whether a backup is being made."""
        return self._stop is not None

    def cancel(self) -> None:
        """Call off the backup that is being made; nothing is left of it."""
        if self._stop:
            self._stop.set()

    async def make(self, workspace: Workspace) -> str:
        """Ask for a folder, and back up into it; return what to say, "" where none was chosen.

        Refused: backup_canceled; unavailable: backup_failed, backup_differs.
        """
        folder = await choose_file(
            self._card.window(), tr("Choose a folder for the backup"), mode="folder"
        )
        if folder is None:
            return ""
        stop = self._stop = Event()
        self._show(stop, BackupStep.SAVE)
        try:
            size, name = await self._saved(workspace, folder, stop)
        except Refused as refusal:
            if refusal.code == "backup_canceled":
                return refusal.sentence(spoken)
            raise
        finally:
            stop.set()
            self._stop = None
        await self._context.desk.do(api.health.note_backup, size=size, is_encrypted=False)
        return tr("Saved as {file}, restored and compared.").format(file=name)

    async def _saved(self, workspace: Workspace, folder: Path, stop: Event) -> tuple[int, str]:
        loop = asyncio.get_running_loop()

        def report(step: BackupStep) -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody looks any more
                loop.call_soon_threadsafe(self._show, stop, step)

        made = await answered(lambda: save_own(workspace, folder, stop, report))
        return made.size, made.path.name

    def _show(self, stop: Event, step: BackupStep) -> None:
        if stop is self._stop:
            self._card.show_step(step)
