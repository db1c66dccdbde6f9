"""Show how a list, a field and buttons look with what is chosen."""

from decimal import Decimal
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import Card, column, row
from storedesk.ui.kit.looks.chips import Chip
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.tokens import Tone

HEIGHT = 330
"""Pixels of the list: it shows as many rows as it holds."""


class Preview(Card):
    """What a person sees all day, small; nothing in it can be pressed or typed into."""

    accessible_role: ClassVar = QAccessible.Role.Graphic

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Preview"), gap=12)
        self.setAccessibleName(tr("Preview"))
        self._habits = context.habits
        self.table = RecordTable(_columns(context), lambda one: one[0], name=tr("Preview"))
        self.table.setFixedHeight(HEIGHT)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.show_records(_samples())
        self.table.selectRow(1)
        price = LineInput(context.format.amount(_money(context, 1250).amount))
        self.add(self.table)
        self.add(column(Label(tr("Price"), size=12, ink="muted"), price, gap=4))
        chip = Chip(tr("Sold out"), Tone.BAD)
        self.add(row(chip, None, secondary(tr("Cancel")), primary(tr("Save"), icon="save"), gap=8))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for part in self.findChildren(QWidget):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show rows as high as they are chosen now."""
        self.table.set_row_height(self._habits.density.value)


def _columns(context: PageContext) -> list[Column[tuple[str, int, int]]]:
    return [
        Column(tr("Product"), lambda one: one[0], CellStyle.STRONG, width=130, grow=1),
        Column(
            tr("Price"), lambda one: context.money(_money(context, one[1])), CellStyle.MONEY,
            width=90,
        ),
        Column(
            tr("On hand"), lambda one: context.format.count(one[2]), CellStyle.NUMBER, width=90
        ),
    ]  # fmt: skip


def _samples() -> list[tuple[str, int, int]]:
    """Return name, hundredths of the price, and pieces of some goods that a store may have."""
    return [
        (tr("Coffee beans"), 1550, 24), (tr("Linen apron"), 3900, 6), (tr("Oat soap"), 525, 48),
        (tr("Glass jar"), 890, 31), (tr("Wool scarf"), 4600, 3), (tr("Tea towel"), 1250, 17),
        (tr("Beeswax candle"), 980, 12), (tr("Notebook"), 750, 40), (tr("Canvas bag"), 1200, 22),
        (tr("Ginger syrup"), 1150, 9),
    ]  # fmt: skip


def _money(context: PageContext, hundredths: int) -> Money:
    return Money.of(Decimal(hundredths) / 100, context.store.currency)
