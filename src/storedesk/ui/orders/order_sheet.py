"""Make and lay out the parts of a new order; new_order.py connects them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.refusals.errors import StoreError
from storedesk.ui.context import PageContext
from storedesk.ui.item_search.popup import SearchPopup
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.sounds import Sounds
from storedesk.ui.kit.base.view import Jobs, spoken
from storedesk.ui.kit.forms.entry import EntryField
from storedesk.ui.kit.forms.form import MoneyField
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Scale
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.buttons import primary, quiet, secondary
from storedesk.ui.kit.looks.cards import Card, Facts, boxed, column, row, scrolling, splitter
from storedesk.ui.kit.looks.labels import heading, muted
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.orders.customer import OrderCustomerCard
from storedesk.ui.orders.draft import DraftLine
from storedesk.ui.pictures import LARGE, Pictures
from storedesk.ui.stock_labels import with_together

LINE = 56


class OrderSheet(QWidget):
    """All parts of a new order, where they stand."""

    left = Signal()
    """Back to the list; the draft stays."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.jobs = Jobs(self.refuse)
        self.problem = Banner()
        self.entry = EntryField(
            tr("Scan or type: code, name, 3*"), tr("Scan or type"), context.scanner.enter
        )
        self.sounds = Sounds(self.entry)
        self.pictures = Pictures(context.desk, self.update_pictures, LARGE)
        self.popup = SearchPopup(self, context, self.jobs, self.pictures)
        self.customer_card = OrderCustomerCard(context, self.jobs)
        self._make_lines()
        self._make_sums()
        self._place_parts()

    def update_pictures(self) -> None:
        """Draw anew where pictures are: one has come."""
        self.popup.list.viewport().update()

    def refuse(self, refusal: StoreError) -> None:
        """Say what the store refuses; nothing typed is lost."""
        self.problem.say(refusal.sentence(spoken), Tone.BAD)
        self.sounds.bad()

    def _make_lines(self) -> None:
        self.lines: RecordTable[DraftLine] = RecordTable(
            [
                Column(tr("Item"), self._item_cell, CellStyle.STRONG, 200, 1),
                Column(tr("Qty"), self._quantity_cell, CellStyle.NUMBER, 70),
                Column(tr("Unit price"), self._price_cell, CellStyle.NUMBER, 110),
                Column(tr("Total"), self._total_cell, CellStyle.MONEY, 110),
            ],
            key=lambda line: line.id,
            name=tr("Lines of the order"),
            empty=(tr("Nothing ordered yet"), tr("Type a name, or scan a product.")),
            row_height=LINE,
            scale=Scale.TILL,
        )
        self.lines.tone = lambda line: None if line.available is None else Tone.WARN
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _make_sums(self) -> None:
        self.shipping = MoneyField(
            tr("Shipping"), locale=self.context.format.locale, optional=True,
            smallest=self.context.zero().amount,
        )  # fmt: skip
        self.sums = Facts()
        self.pay = primary(tr("Take payment"), icon="banknote", cap="F9")
        self.unpaid = secondary(tr("Place unpaid"), cap="Ctrl+Enter")
        self.back = quiet(tr("Back to the list"), icon="arrow-left", cap="Esc")
        self.back.clicked.connect(self.left)
        self.sum_card = Card(gap=12)
        self.sum_card.add(self.shipping, self.sums, row(self.unpaid, None, self.pay, gap=8))

    def _place_parts(self) -> None:
        title = heading(tr("New order"))
        hint = muted(tr("+ and - change the current line, *5 sets it, Del removes it"))
        hint.setContentsMargins(12, 8, 12, 10)
        card = Card(margin=4, gap=0)
        card.add(self.lines, stretch=1)
        card.add(hint)
        left = boxed(column(self.entry, self.problem, card, gap=12))
        self.side = scrolling(boxed(column(self.customer_card, None)))
        right = boxed(column(self.side, self.sum_card, gap=12))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addLayout(row(title, None, self.back))
        outer.addWidget(splitter(left, right, right_width=400), 1)

    def _item_cell(self, line: DraftLine) -> Cell:
        remark = " · ".join(part for part in (line.item.description, line.item.code) if part)
        if line.available is not None:
            return Cell(line.item.name, remark, note=self._left_words(line, line.available))
        if line.was is not None:
            note = tr("was {price}").format(price=self.context.money(line.was))
            return Cell(line.item.name, remark, note=note, note_tone=Tone.INFO, note_icon="info")
        return Cell(line.item.name, remark)

    def _left_words(self, line: DraftLine, available: int) -> str:
        """Say how many are left: for all variants of a product once, at the first of them."""
        if line.is_shortage_above:
            return tr("Not enough left")
        words = tr("Only {n} left").format(n=self.context.format.count(available))
        return with_together(words, of_variants=line.item.of_variants)

    def _quantity_cell(self, line: DraftLine) -> str:
        return self.context.format.count(line.quantity)

    def _price_cell(self, line: DraftLine) -> Cell:
        return Cell(self.context.money(line.price), style=CellStyle.MUTED)

    def _total_cell(self, line: DraftLine) -> str:
        return self.context.money(line.subtotal)
