"""The orders of one row of a report."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk import queries
from storedesk.domain.order_details import OrderLine
from storedesk.domain.reports import Asked
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.lists.columns import CellStyle, Column, Sort
from storedesk.ui.kit.lists.source import DeskSource
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.labels import Label, card_title


class OrderPart(QWidget):
    """Lists orders; Enter opens one on the page of orders, Escape leads back to the report."""

    left = Signal()
    """The report is wanted again."""

    def __init__(self, context: PageContext, reload: Callable[[], object]) -> None:
        """Take what lists the orders anew when another order of them is asked for."""
        super().__init__()
        self._context = context
        self.title = card_title(" ")
        self.days = Label(ink="muted")
        self.count = Label(ink="muted", tabular=True)
        self.past = Label(ink="muted")
        self.back = secondary(tr("Back to the report"), icon="arrow-left")
        self.back.clicked.connect(self.left)
        source = DeskSource(
            context.desk, keys=queries.report_orders.order_keys,
            first=queries.report_orders.first_orders, records=queries.order_lists.order_lines,
            key=lambda line: line.id,
        )  # fmt: skip
        self.table: LongTable[OrderLine] = LongTable(
            self._columns(), source, name=tr("Orders of the report"),
            sort=Sort("placed", descending=True),
            empty=(tr("No order"), tr("What came back was sold at another time.")),
        )  # fmt: skip
        self.table.sort_changed.connect(reload)
        self.table.counted.connect(self._tell_count)
        self.table.opened.connect(lambda line: context.navigate("orders", line.id))
        card = Card(margin=4, gap=0)
        card.add(self.table, stretch=1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(row(self.back, self.title, self.days, None, self.past, self.count))
        box.addWidget(card, 1)

    async def show_orders(self, asked: Asked, key: str) -> None:
        """List the orders of a row."""
        await self.table.display({"asked": asked, "key": key})

    def show_past(self, count: int) -> None:
        """Say how many orders of another program the row has too: they are not listed here."""
        words = plural(
            "{n} imported order is not listed", "{n} imported orders are not listed", count
        )
        self.past.setText(words.format(n=self._context.format.count(count)) if count else "")

    def _tell_count(self, count: int) -> None:
        words = plural("{n} order", "{n} orders", count)
        self.count.setText(words.format(n=self._context.format.count(count)))

    def _columns(self) -> list[Column[OrderLine]]:
        form, context = self._context.format, self._context
        return [
            Column(tr("Number"), lambda line: line.number, CellStyle.STRONG, 150),
            Column(
                tr("Placed"), lambda line: form.moment(line.placed_at), CellStyle.MUTED, 120,
                sort="placed", plain=lambda line: line.placed_at,
            ),
            Column(tr("Customer"), lambda line: line.customer, CellStyle.TEXT, 140, 3, spare=2),
            Column(
                tr("Pieces"), lambda line: form.count(line.pieces), CellStyle.NUMBER, 80,
                plain=lambda line: line.pieces, spare=1,
            ),
            Column(
                tr("Total"), lambda line: context.money(line.total), CellStyle.MONEY, 110,
                sort="total", plain=lambda line: line.total,
            ),
        ]  # fmt: skip
