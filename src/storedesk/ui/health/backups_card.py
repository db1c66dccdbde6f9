"""The card of the backups: how old they are, where they are, and how one is made now."""

from storedesk.services.own_store import BackupStep, KnownBackup, OwnFigures
from storedesk.ui.health.fact_card import FactCard
from storedesk.ui.health.lines import Line
from storedesk.ui.health.running import RunningPart
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import boxed, row

LISTED = 5
"""How many backups are listed, the newest."""


class BackupsCard(FactCard):
    """The lines about backups, the newest of them, and where one can be made a button."""

    def __init__(self, form: Format) -> None:
        super().__init__(tr("Backups"))
        self._form = form
        self.running = RunningPart()
        self.save = secondary(tr("Back up now"), icon="save")
        self.foot = boxed(row(self.save, None))
        self.add(self.running, self.foot)
        self.foot.hide()

    def listed(self, own: OwnFigures | None) -> list[Line]:
        """Return a line for each of the newest backups: when, how large, and in which folder."""
        return [self._line_of(one, own) for one in own.backups[:LISTED]] if own else []

    def show_step(self, step: BackupStep) -> None:
        """Show what a backup is at."""
        words = {
            BackupStep.SAVE: tr("The store is being saved…"),
            BackupStep.COMPARE: tr("It is being restored as a test, and compared…"),
            BackupStep.ENCRYPT: tr("It is being encrypted, and opened again as a test…"),
        }
        self.running.show_far(words[step])
        self.foot.hide()

    def end(self, *, can_save: bool) -> None:
        """Show that nothing runs, and the button where a backup can be made."""
        self.running.hide()
        self.foot.setHidden(not can_save)

    def _line_of(self, one: KnownBackup, own: OwnFigures | None) -> Line:
        where = "" if own is None or one.folder == own.home else str(one.folder)
        sealed = tr("encrypted") if one.is_encrypted else ""
        detail = " · ".join(part for part in (sealed, where) if part)
        return Line(self._form.moment(one.at), self._form.size(one.size), detail=detail)
