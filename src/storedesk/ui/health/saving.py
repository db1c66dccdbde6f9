"""Make a backup from the page of health: where to, how far it is, and how it is called off."""

import asyncio
from contextlib import suppress
from functools import partial
from threading import Event

from storedesk import api
from storedesk.domain.refusals.errors import Refused
from storedesk.services.own_store import BackupStep, last_folder, save_own
from storedesk.services.workspace import Workspace
from storedesk.ui.context import PageContext
from storedesk.ui.health.backup_dialog import BackupDialog, BackupWish
from storedesk.ui.health.backups_card import BackupsCard
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.sentences import spoken
from storedesk.ui.kit.base.threads import answered


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
        before = await answered(partial(last_folder, workspace.profile))
        dialog = BackupDialog(self._card.window(), before)
        if not await dialog.shown() or dialog.wish is None:
            return ""
        wish = dialog.wish
        stop = self._stop = Event()
        self._show(stop, BackupStep.SAVE)
        try:
            size, name = await self._saved(workspace, wish, stop)
        except Refused as refusal:
            if refusal.code == "backup_canceled":
                return refusal.sentence(spoken)
            raise
        finally:
            stop.set()
            self._stop = None
        await self._context.desk.do(
            api.health.note_backup, size=size, is_encrypted=bool(wish.passphrase)
        )
        if wish.passphrase:
            words = tr("Saved as {file}, restored and compared, and encrypted. Only its passphrase"
                       " opens it.")  # fmt: skip
            return words.format(file=name)
        return tr("Saved as {file}, restored and compared.").format(file=name)

    async def _saved(self, workspace: Workspace, wish: BackupWish, stop: Event) -> tuple[int, str]:
        loop = asyncio.get_running_loop()

        def report(step: BackupStep) -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody looks any more
                loop.call_soon_threadsafe(self._show, stop, step)

        made = await answered(
            lambda: save_own(workspace, wish.folder, stop, report, wish.passphrase)
        )
        return made.size, made.path.name

    def _show(self, stop: Event, step: BackupStep) -> None:
        if stop is self._stop:
            self._card.show_step(step)
