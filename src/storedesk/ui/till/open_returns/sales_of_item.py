"""Offer the sales that hold an item, before it is taken back without a receipt."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter

from storedesk.domain.open_returns import SaleOfItem, SoldItem
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.looks.keys import for_keys
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.till.keys import BigButton
from storedesk.ui.till.open_returns.open_return_lines import item_words
from storedesk.ui.till.panel_rows import ROW, paint_row
from storedesk.ui.till.panels import Panel


class SalesOfItemPanel(Panel):
    """Enter takes the chosen sale, of which the item comes back; Ctrl+N says it is none of them."""

    taken = Signal(object)
    """The id of the order."""
    none_asked = Signal()
    """It is none of these sales."""

    def __init__(self, context: PageContext, item: SoldItem, sales: Sequence[SaleOfItem]) -> None:
        super().__init__(tr("Is it of one of these sales?"))
        self._context = context
        self.what = Label(item_words(item), size=15, wrap=True)
        self.list = RowList[SaleOfItem](
            self._paint, height=ROW, text=self._words, name=tr("Sales found")
        )
        cap = "" if SIZES.is_touch else "Ctrl+N"
        self.none = BigButton(tr("None of these"), height=44, icon="x", cap=cap)
        self.lay_out(self.title, self.what, self.problem, self.list, None, self.none)
        self.end_with(words=for_keys(tr("Enter: take the chosen one  ·  Up, Down: choose")))
        self.column.setStretch(3, 1_000)
        self.list.show_records(sales, 0)
        self.list.taken.connect(lambda sale: self.taken.emit(sale.order_id))
        self.none.clicked.connect(self.none_asked)

    def step(self, by: int) -> None:
        """Choose another one."""
        self.list.go(by)

    def enter(self) -> None:
        """Take the chosen one."""
        if sale := self.list.current():
            self.taken.emit(sale.order_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: the key of the button."""
        if event.matches(QKeySequence.StandardKey.New):
            self.none_asked.emit()
        else:
            super().keyPressEvent(event)

    def _paint(self, painter: QPainter, box: QRectF, sale: SaleOfItem, is_current: bool) -> None:  # noqa: FBT001
        moment = self._context.format.moment(sale.sold_at)
        remark = " · ".join(part for part in (moment, sale.customer) if part)
        price = self._context.money(sale.price)
        paint_row(painter, box, sale.order_number, remark, price, is_current=is_current)

    def _words(self, sale: SaleOfItem) -> str:
        moment, price = self._context.format.moment(sale.sold_at), self._context.money(sale.price)
        return ", ".join(p for p in (sale.order_number, sale.customer, moment, price) if p)
