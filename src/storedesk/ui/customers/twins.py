"""The warning that somebody about to be written down may be known already."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from storedesk.domain.customers import Duplicate
from storedesk.ui.customers.words import why_words
from storedesk.ui.kit.base.banner import Sign
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, Column, Look
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.theme import DEMIBOLD
from storedesk.ui.kit.looks.tokens import Tone

ROW = 44
IN_SIGHT = 2
HEADER = 2


class TwinWarning(Card):
    """Lists who it may be, and offers to open the chosen one instead."""

    opened = Signal(object)
    """It is this one: the CustomerLine."""

    def __init__(self) -> None:
        super().__init__(margin=10, gap=6)
        self.setProperty("kit", "inset")
        self.words = Label(weight=DEMIBOLD, ink="warn")
        self.open_it = secondary(tr("Open this customer"), cap="Ctrl+O")
        self.open_it.clicked.connect(self.open_chosen)
        self.table: RecordTable[Duplicate] = RecordTable(
            [
                Column(tr("Customer"), self._who_cell, Look.STRONG, 240, 3),
                Column(tr("Why"), lambda twin: why_words(twin.why), Look.MUTED, 200, 1),
            ],
            key=lambda twin: twin.line.id,
            name=tr("Customers who may be the same person"),
            row_height=ROW,
        )
        self.table.horizontalHeader().hide()
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.opened.connect(lambda twin: self.opened.emit(twin.line))
        self.add(row(Sign("users", Tone.WARN.value), self.words, None, self.open_it, gap=8))
        self.add(self.table)
        self.hide()

    def show_twins(self, twins: Sequence[Duplicate]) -> None:
        """Show who it may be; nobody takes the warning away."""
        self.table.show_records(twins)
        if twins and self.table.chosen_or_none() is None:
            self.table.selectRow(0)
        self.table.setFixedHeight(min(len(twins), IN_SIGHT) * ROW + HEADER)
        words = tr("This may be somebody you know already")
        if len(twins) > 1:
            words = tr("This may be one of {count} you know already").format(count=len(twins))
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(twins))

    def open_chosen(self) -> None:
        """Say that it is the chosen one."""
        twin = self.table.chosen_or_none()
        if twin is not None and not self.isHidden():
            self.opened.emit(twin.line)

    def _who_cell(self, twin: Duplicate) -> Cell:
        line = twin.line
        known = (line.email, line.phone, line.place)
        return Cell(line.name, " · ".join(part for part in known if part))
