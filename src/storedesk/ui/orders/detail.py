"""Show one order: lines, address, payments and history."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from storedesk import queries
from storedesk.domain import carriers
from storedesk.domain.carriers import Carrier
from storedesk.domain.order_details import MoneyMovement, Order, SoldLine
from storedesk.domain.refusals.errors import NotFound
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import EmptyState
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, Kind, icon_button
from storedesk.ui.kit.looks.cards import Card, Facts, boxed, column, flush, row, scrolling
from storedesk.ui.kit.looks.chips import Chip
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.kit.looks.sizes import target
from storedesk.ui.orders.command_buttons import CommandButtons, able
from storedesk.ui.orders.history import Timeline, events
from storedesk.ui.orders.labels import (
    TONES,
    address_lines,
    move_words,
    pieces,
    status_word,
)
from storedesk.ui.orders.receipt_buttons import ReceiptButtons
from storedesk.ui.scale_labels import weighed
from storedesk.ui.tender_labels import method_name

LINE_ROW = 48
LINES_IN_SIGHT = 7
AROUND = 48
"""Pixels beside what stands in a card: its margins, and the scroll bar."""


class OrderDetail(QWidget):
    """Shows one order; asks the desk for it, and again after news of it."""

    copied = Signal(str)
    """A tracking number was copied."""
    link_wanted = Signal(str)
    """The address of a carrier's page, to be opened."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.order: Order | None = None
        self._is_stale = True
        self._make_parts()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.empty = EmptyState(
            tr("No order chosen"),
            tr("Choose an order to see its lines and what to do next."),
            icon="clipboard-list",
        )  # fmt: skip
        cards = (self.head, self._items, self._shipment, self._money, self._past, self._stock)
        self.body = scrolling(boxed(column(*cards, None)))
        outer.addWidget(self.empty)
        outer.addWidget(self.body)
        self._show_nothing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: the buttons share the room that there is."""
        super().resizeEvent(event)
        self.commands.fit(self.width() - AROUND)

    def forget(self) -> None:
        """Hear that what is shown may be out of date."""
        self._is_stale = True

    async def show_order(self, order_id: UUID | None) -> None:
        """Show an order; None shows that none is chosen."""
        if order_id is None:
            self._show_nothing()
            return
        if self.order and self.order.id == order_id and not self._is_stale:
            return
        try:
            order = await self._context.desk.read(
                queries.order_details.order,
                order_id,
                with_mails=self._context.me.reads_mails,
                with_ledger=self._context.me.reads_ledger,
            )
        except NotFound:
            self._show_nothing()
            return
        self._is_stale = False
        self._show(order)

    def _make_parts(self) -> None:
        self.number = Label(size=15, weight=theme.DEMIBOLD, selectable=True)
        self.chip = Chip("")
        self.customer = Button(kind=Kind.LINK)
        self.customer.setToolTip(tr("Show the customer"))
        self.customer.clicked.connect(self._visit_customer)
        self.email = muted()
        self.placed = muted(wrap=True)
        self.reason = Label(ink="bad", wrap=True, selectable=True)
        self.commands, self.receipts = CommandButtons(), ReceiptButtons()
        self.head = Card(gap=6)
        who = flush(self.customer, self.email, None, gap=6)
        self.head.add(row(self.number, None, self.chip), who)
        self.head.add(self.placed, self.reason, self.commands, self.receipts)
        self._make_lines()
        self._make_shipment()
        self._money, self.payments = Card(tr("Payments"), gap=10), Facts()
        self._money.add(self.payments)
        self._past, self.timeline = Card(tr("What happened"), gap=12), Timeline()
        self._past.add(self.timeline)
        self._stock, self.stock = Card(tr("Stock"), gap=10), Facts()
        self._stock.add(self.stock)

    def _make_lines(self) -> None:
        self.lines: RecordTable[SoldLine] = RecordTable(
            [
                Column(tr("Item"), self._item_cell, CellStyle.STRONG, 150, 1),
                Column(tr("Qty"), self._quantity_cell, CellStyle.NUMBER, 76),
                Column(tr("Total"), self._total_cell, CellStyle.MONEY, 100),
            ],
            key=lambda line: line.id,
            name=tr("Lines of the order"),
            row_height=LINE_ROW,
        )
        self.lines.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.sums = Facts()
        below = boxed(column(self.sums))
        below.layout().setContentsMargins(12, 10, 12, 12)  # type: ignore[union-attr]
        self._items = Card(margin=4, gap=0)
        self._items.add(self.lines, below)

    def _make_shipment(self) -> None:
        self.address = Label(wrap=True, selectable=True)
        self.carrier = Chip("")
        self.tracking = Label(tabular=True, selectable=True, weight=theme.MEDIUM)
        self.copy = icon_button("copy", tr("Copy the tracking number"))
        self.follow = icon_button("external-link", tr("Follow the parcel in the browser"))
        self.copy.clicked.connect(self._copy)
        self.follow.clicked.connect(self._follow)
        self.track = boxed(row(self.carrier, self.tracking, None, self.copy, self.follow, gap=8))
        self._shipment = Card(tr("Deliver to"), gap=8)
        self._shipment.add(self.address, self.track)

    def _show(self, order: Order) -> None:
        self.order = order
        self.number.setText(order.number)
        self.chip.show_text(status_word(order.status), TONES[order.status])
        self.customer.setText(order.customer.name)
        self.customer.setEnabled(not order.customer.is_walk_in)
        self.email.setText(order.customer.email or "")
        self.placed.setText(self._placed_words(order))
        words = tr("Canceled: {reason}")
        self.reason.setText(words.format(reason=order.cancellation_reason))
        self.reason.setVisible(bool(order.cancellation_reason))
        self.commands.show_commands(able(order, self._context))
        self.receipts.show_order(order, self._context)
        self._show_lines(order)
        self._show_shipment(order)
        self._show_money(order)
        self.timeline.show_events(events(order, self._context.format))
        self._stock.setVisible(bool(order.moves))
        self.stock.show_facts(
            (f"{move_words(move)} · {move.product}", self._context.format.signed(move.by))
            for move in order.moves
        )
        self.empty.hide()
        self.body.show()

    def _show_nothing(self) -> None:
        self.order = None
        self.body.hide()
        self.empty.show()

    def _placed_words(self, order: Order) -> str:
        words = tr("{count}, placed {moment}")
        if order.sold_as == "sale":
            words = tr("{count}, sold at the till {moment}")
        count = pieces(order.pieces, self._context.format)
        return words.format(count=count, moment=self._context.format.moment(order.placed_at))

    def _show_lines(self, order: Order) -> None:
        self.lines.show_records(order.lines)
        shown = min(len(order.lines), LINES_IN_SIGHT)
        header = self.lines.horizontalHeader().sizeHint().height()
        self.lines.setFixedHeight(header + shown * target(LINE_ROW) + 2)
        money = self._context.money
        facts = [(tr("Subtotal"), money(order.subtotal))]
        if order.shipping:
            facts.append((tr("Shipping"), money(order.shipping)))
        facts += [self._tax_fact(order, at) for at in range(len(order.tax_lines))]
        self.sums.show_facts(facts, total=(tr("Total"), money(order.total)))

    def _tax_fact(self, order: Order, at: int) -> tuple[str, str]:
        line = order.tax_lines[at]
        words = tr("{tax} {rate}") if order.tax else tr("{tax} {rate}, included")
        rate = self._context.format.percent(line.rate)
        amount = type(order.total)(line.tax, order.total.currency)
        return words.format(tax=line.name, rate=rate), self._context.money(amount)

    def _show_shipment(self, order: Order) -> None:
        home = self._context.store.country
        self.address.setText("\n".join(address_lines(order.destination, home)))
        self._shipment.setVisible(order.sold_as != "sale")
        self.track.setVisible(bool(order.tracking))
        if order.tracking:
            carrier = self._carrier_of(order)
            self.carrier.setVisible(carrier is not None)
            self.carrier.show_text(carrier.name if carrier else "")
            self.follow.setVisible(carrier is not None and bool(carrier.page))
            self.tracking.setText(order.tracking)

    def _carrier_of(self, order: Order) -> Carrier | None:
        return carriers.carrier_of(
            order.tracking or "", order.carrier, self._context.store.carriers
        )

    def _show_money(self, order: Order) -> None:
        facts = [self._payment_fact(one) for one in order.money_movements]
        if not facts:
            facts = [(tr("Not paid yet"), self._context.money(order.total))]
        total = (tr("Paid and kept"), self._context.money(order.paid))
        self.payments.show_facts(facts, total=total if len(facts) > 1 else None)

    def _payment_fact(self, one: MoneyMovement) -> tuple[str, str]:
        words = tr("{method} back") if one.is_refund else "{method}"
        method = words.format(method=method_name(one.method))
        told = " · ".join(part for part in (method, one.detail) if part)
        return told, self._context.money(-one.amount if one.is_refund else one.amount)

    def _item_cell(self, line: SoldLine) -> Cell:
        each = tr("{price} each").format(price=self._context.money(line.unit_price))
        several = each if line.quantity > 1 else None
        how = weighed(line.measure, self._context.format)
        parts = (line.description, how, line.note, several, line.discount_reason)
        return Cell(line.name, " · ".join(part for part in parts if part))

    def _quantity_cell(self, line: SoldLine) -> Cell:
        back = tr("{n} back").format(n=line.returned) if line.returned else ""
        style = CellStyle.MONEY if line.quantity > 1 else None
        return Cell(self._context.format.count(line.quantity), back, style=style)

    def _total_cell(self, line: SoldLine) -> str:
        return self._context.money(line.subtotal)

    def _visit_customer(self) -> None:
        if self.order:
            self._context.navigate("customers", self.order.customer.id)

    def _copy(self) -> None:
        if self.order and self.order.tracking:
            QApplication.clipboard().setText(self.order.tracking)
            self.copied.emit(self.order.tracking)

    def _follow(self) -> None:
        carrier = self._carrier_of(self.order) if self.order else None
        if self.order and self.order.tracking and carrier:
            self.link_wanted.emit(carrier.link(self.order.tracking))
