"""Find an order of another program by its old number, and show it, marked as imported."""

from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk import queries
from storedesk.domain.past_orders import PastOrder, PastOrderLine
from storedesk.domain.staff import Group
from storedesk.domain.values.money import Money, decimals, rounded
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Jump
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import Facts
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.tokens import Tone

IN_SIGHT = 12
"""Lines that a dialog shows before it scrolls."""


class PastFound(Banner):
    """Says that another program's order has the number that is searched for, and opens it.

    Managers and auditors read past sales; for others nothing is asked.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(Tone.INFO, closable=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._context = context
        self.order: PastOrder | None = None
        self.open_button = secondary(tr("Show the imported order"))
        self.open_button.clicked.connect(self.open)
        self.add(self.open_button)

    async def look_for(self, words: str) -> None:
        """Look for the order with this number; without one there is nothing to see."""
        self.order = await self.found(words)
        if self.order is None:
            self.hide()
        else:
            self.say(tr("Imported order {order}").format(order=self._summary(self.order)))

    async def found(self, words: str) -> PastOrder | None:
        """Return the imported order with this number, for who may see it."""
        number = words.strip()
        may_see = self._context.me.groups & {Group.MANAGER, Group.AUDITOR}
        if not number or not may_see:
            return None
        return await self._context.desk.read(queries.past_sales.past_order, number)

    async def jumps(self, words: str) -> list[Jump]:
        """Find it for the palette."""
        order = await self.found(words)
        if order is None:
            return []
        remark = tr("Imported, {day}").format(day=self._context.format.moment(order.placed_at))
        return [Jump(order.number, remark, partial(self.show_order, order), "history")]

    def open(self) -> None:
        """Show the order that was found."""
        if self.order is not None:
            self.show_order(self.order)

    def show_order(self, order: PastOrder) -> None:
        """Show an order in a dialog of its own."""
        PastOrderDialog(self, self._context, order).open()

    def _summary(self, order: PastOrder) -> str:
        parts = (
            order.number,
            self._context.format.moment(order.placed_at),
            money_words(self._context, order.amount),
        )
        return " · ".join(parts)


class PastOrderDialog(Dialog):
    """An imported order with its lines, as another program wrote them."""

    def __init__(self, parent: QWidget, context: PageContext, order: PastOrder) -> None:
        title = tr("Imported order {number}").format(number=order.number)
        super().__init__(parent, title, width=720)
        self._context = context
        form = context.format
        facts = [(tr("Placed"), form.moment(order.placed_at))]
        if order.customer:
            facts.append((tr("Customer's old number"), order.customer))
        if order.country:
            facts.append((tr("Country"), order.country))
        self.facts = Facts()
        self.facts.show_facts(facts, total=(tr("Total"), money_words(context, order.amount)))
        self.table = self._table(min(len(order.lines), IN_SIGHT))
        self.table.show_records(order.lines)
        words = tr(
            "Another program sold this. Taxes, payments and stock are not known, and nothing of it"
            " can be changed or returned here."
        )
        close = secondary(tr("Close"), cap="Esc")
        close.clicked.connect(self.reject)
        self.lay_out(Label(words, wrap=True, ink="muted"), self.table, self.facts)
        self.buttons(close)

    def _table(self, lines: int) -> RecordTable[PastOrderLine]:
        count = self._context.format.count
        table = RecordTable[PastOrderLine](
            (
                Column(tr("Code"), lambda one: one.code, CellStyle.STRONG, 110),
                Column(tr("Product"), lambda one: one.name, CellStyle.TEXT, 200, 1),
                Column(tr("Pieces"), lambda one: count(one.quantity), CellStyle.NUMBER, 80),
                Column(tr("Price"), self._price, CellStyle.NUMBER, 100),
                Column(tr("Amount"), self._amount, CellStyle.MONEY, 110),
            ),
            id,
            name=tr("Lines of the imported order"),
            row_height=36,
        )  # fmt: skip
        table.setMinimumHeight((lines + 1) * 40)
        return table

    def _price(self, one: PastOrderLine) -> str:
        return money_words(self._context, one.unit_price)

    def _amount(self, one: PastOrderLine) -> str:
        return money_words(self._context, one.amount)


def money_words(context: PageContext, amount: Decimal) -> str:
    """Write an amount of a file in the store's currency, rounded to what that has."""
    currency = context.store.currency
    return context.money(Money(rounded(amount, decimals(currency)), currency))
