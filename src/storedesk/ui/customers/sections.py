"""Make the sections of a customer's card: short lists with buttons, and open baskets."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from storedesk.domain.customer_card import OpenBasket
from storedesk.ui.customers.labels import basket_label
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.cards import Card, Facts, hairline, row
from storedesk.ui.kit.looks.labels import Label, card_title, muted
from storedesk.ui.kit.looks.sizes import target
from storedesk.ui.kit.looks.theme import MEDIUM

R = TypeVar("R")
ROW = 44
IN_SIGHT = 5
FRAME = 2


class SectionTable(RecordTable[R]):
    """A short list that chooses its first row when it gets the keyboard."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: choose the first row, where a mouse has not chosen another."""
        super().focusInEvent(event)
        is_by_key = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.OtherFocusReason,
        }
        if is_by_key and self.chosen_or_none() is None and self.rows.rowCount():
            self.selectRow(0)


class Section(Card, Generic[R]):
    """A titled list, at most IN_SIGHT rows high, with its buttons beside the title."""

    def __init__(
        self, title: str, table: SectionTable[R], *buttons: QWidget, none: str = ""
    ) -> None:
        """Make the section; an empty list shows `none`, or hides the section without it."""
        super().__init__(margin=4, gap=0)
        self.table, self.buttons = table, buttons
        head = row(card_title(title), None, *buttons, gap=2)
        head.setContentsMargins(12, 8, 8, 6)
        self.none = muted(none, wrap=True)
        self.none.setContentsMargins(12, 0, 12, 12)
        self._says = bool(none)
        table.horizontalHeader().hide()
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add(head, table, self.none)

    def show_records(self, records: Sequence[R]) -> None:
        """Show `records`, and fit the height of the list."""
        self.table.show_records(records)
        self.table.setFixedHeight(min(len(records), IN_SIGHT) * target(ROW) + FRAME)
        self.table.setVisible(bool(records))
        self.none.setVisible(not records)
        self.setVisible(bool(records) or self._says)


def section_table(columns: Sequence[Column[R]], name: str) -> SectionTable[R]:
    """Return a list of records, keyed by their id."""
    return SectionTable(columns, key=lambda part: part.id, name=name, row_height=ROW)  # type: ignore[attr-defined]


class Baskets(Card):
    """Show the open baskets of a customer."""

    def __init__(self, title: str, form: Format) -> None:
        super().__init__(title, gap=10)
        self._form = form
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        self.add(self._body)

    def show_baskets(self, baskets: Sequence[OpenBasket]) -> None:
        """Show `baskets` in the order given; hide the card if there are none."""
        while item := self._body.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for at, basket in enumerate(baskets):
            if at:
                self._body.addWidget(hairline())
            self._body.addWidget(self._basket(basket))
        self.setVisible(bool(baskets))

    def _basket(self, basket: OpenBasket) -> QWidget:
        made = QWidget()
        inner = QVBoxLayout(made)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        touched = muted(tr("last changed {when}").format(when=self._form.moment(basket.touched_at)))
        inner.addLayout(row(Label(basket_label(basket), weight=MEDIUM), None, touched))
        facts = Facts()
        facts.show_facts(
            [
                (
                    f"{self._form.count(line.quantity)} \N{MULTIPLICATION SIGN} "
                    + " · ".join(part for part in (line.name, line.description) if part),
                    self._form.money(line.subtotal),
                )
                for line in basket.lines
            ],
            total=(tr("Total"), self._form.money(basket.total)),
        )
        inner.addWidget(facts)
        return made
