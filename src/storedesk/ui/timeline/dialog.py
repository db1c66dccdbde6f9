"""Show what happened to one record: who, when, where, and each field before and after."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk import queries
from storedesk.domain.journal import JournalKind, JournalLine
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.timeline.entries import ChangeRows
from storedesk.ui.timeline.fields import difference
from storedesk.ui.timeline.labels import what_label


class TimelineDialog(Dialog):
    """The entries of the journal about one record, the newest first."""

    def __init__(
        self, parent: QWidget, context: PageContext, kind: JournalKind, record_id: UUID | None
    ) -> None:
        super().__init__(parent, tr("Timeline"), width=760)
        self._context, self._kind, self._record_id = context, kind, record_id
        self.table, self.changes = self._table(), ChangeRows()
        self.subject = muted(wrap=True)
        self.subject.hide()
        shut = secondary(tr("Close"), cap="Esc")
        shut.clicked.connect(self.reject)
        self.lay_out(self.subject, self.table, self.changes)
        self.buttons(shut)
        self.table.chosen_changed.connect(self._show_chosen)
        self.table.setFocus()
        self.start(self.refresh)

    async def refresh(self) -> None:
        """Read what there is."""
        lines = await self._context.desk.read(
            queries.journal.entries_of, kind=self._kind, record_id=self._record_id
        )
        self._show(lines)

    def _show(self, lines: Sequence[JournalLine]) -> None:
        self.table.show_records(lines)
        subject = next((line.subject for line in lines if line.subject), "")
        is_named = bool(subject) and self._record_id is not None
        self.subject.setText(subject)
        self.subject.setVisible(is_named)
        if lines:
            self.table.selectRow(0)

    def _show_chosen(self) -> None:
        line = self.table.chosen_or_none()
        self.changes.show_changes(difference(line.old, line.new) if line else [])

    def _table(self) -> RecordTable[JournalLine]:
        form = self._context.format
        table = RecordTable[JournalLine](
            (
                Column(tr("When"), lambda line: form.moment(line.at), CellStyle.MUTED, 124),
                Column(tr("Who"), lambda line: line.who, CellStyle.TEXT, 110, 2),
                Column(tr("Workstation"), lambda line: line.workstation, CellStyle.MUTED, 96, 1),
                Column(tr("What"), what_label, CellStyle.STRONG, 150, 3),
            ),
            lambda line: line.id,
            name=tr("Timeline"),
            empty=(
                tr("Nothing has been changed yet"),
                tr("What people change of it from now on is listed here."),
            ),
            row_height=36,
        )
        table.setMinimumHeight(220)
        return table
