"""Warn that a customer may already exist."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from storedesk.domain.customers import Duplicate
from storedesk.ui.customers.labels import match_label
from storedesk.ui.kit.base.banner import Sign
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import target
from storedesk.ui.kit.looks.theme import DEMIBOLD
from storedesk.ui.kit.looks.tokens import Tone

ROW = 44
IN_SIGHT = 2
HEADER = 2


class DuplicateWarning(Card):
    """List possible duplicates, and offer to open the chosen one instead."""

    opened = Signal(object)
    """The CustomerLine of the customer to open."""

    def __init__(self) -> None:
        super().__init__(margin=10, gap=6)
        self.setProperty("kit", "inset")
        self.words = Label(weight=DEMIBOLD, ink="warn")
        self.open_it = secondary(tr("Open this customer"), cap="Ctrl+O")
        self.open_it.clicked.connect(self.open_chosen)
        self.table: RecordTable[Duplicate] = RecordTable(
            [
                Column(tr("Customer"), self._who_cell, CellStyle.STRONG, 240, 3),
                Column(
                    tr("Why"), lambda duplicate: match_label(duplicate.why), CellStyle.MUTED, 200, 1
                ),
            ],
            key=lambda duplicate: duplicate.line.id,
            name=tr("Customers who may be the same person"),
            row_height=ROW,
        )
        self.table.horizontalHeader().hide()
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.opened.connect(lambda duplicate: self.opened.emit(duplicate.line))
        self.add(row(Sign("users", Tone.WARN.value), self.words, None, self.open_it, gap=8))
        self.add(self.table)
        self.hide()

    def show_duplicates(self, duplicates: Sequence[Duplicate]) -> None:
        """Show possible duplicates; hide the warning if there are none."""
        self.table.show_records(duplicates)
        if duplicates and self.table.chosen_or_none() is None:
            self.table.selectRow(0)
        self.table.setFixedHeight(min(len(duplicates), IN_SIGHT) * target(ROW) + HEADER)
        words = tr("This customer may already exist")
        if len(duplicates) > 1:
            words = tr("{count} existing customers may be the same person").format(
                count=len(duplicates)
            )
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(duplicates))

    def open_chosen(self) -> None:
        """Open the chosen customer instead."""
        duplicate = self.table.chosen_or_none()
        if duplicate is not None and not self.isHidden():
            self.opened.emit(duplicate.line)

    def _who_cell(self, duplicate: Duplicate) -> Cell:
        line = duplicate.line
        known = (line.email, line.phone, line.place)
        return Cell(line.name, " · ".join(part for part in known if part))
