"""Show an order at the till: its lines, what is paid and what is open, and what comes next."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from storedesk.domain.entry import amount
from storedesk.domain.order_details import MoneyMovement, Order, SoldLine
from storedesk.domain.orders import OrderStatus
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.cards import Facts
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.tender_labels import method_name
from storedesk.ui.till.checkout.tenders import AmountBox
from storedesk.ui.till.keys import BigButton, pay_button
from storedesk.ui.till.panel_rows import ROW, paint_row
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.sale.paid_card import ChangeBox


class OrderPanel(Panel):
    """Enter pays the whole rest, or the deposit that was typed; of what is paid, it hands over."""

    hears_scans = takes_scans = True
    pay_asked = Signal(object)
    """The Money that is to be paid now."""
    hand_over_asked = Signal()
    receipt_asked = Signal()
    scanned = Signal(str)
    """Another order's number, perhaps."""

    def __init__(self, context: PageContext, order: Order) -> None:
        super().__init__(order.number)
        self.context, self.order = context, order
        self.is_open = order.status is OrderStatus.PENDING
        moment = context.format.moment(order.placed_at)
        words = tr("{customer}, ordered {moment}")
        words = words.format(customer=order.customer.name, moment=moment)
        self.remark = Label(words, ink="muted", wrap=True)
        self.list = RowList[SoldLine](
            self._paint, height=ROW, text=self._words, name=tr("Lines of the order")
        )
        self.list.show_records(order.lines)
        self.facts = Facts()
        self._show_sums()
        self.change = ChangeBox(tr("Change"))
        self.change.hide()
        self.deposit = AmountBox(tr("Deposit"))
        self.deposit.setVisible(self.is_open)
        self.go = pay_button("")
        cap = "" if SIZES.is_touch else "Ctrl+P"
        self.receipt = BigButton(tr("Receipt"), height=44, icon="receipt-text", cap=cap)
        self.receipt.setVisible(bool(order.paid))
        self._lay_out()

    def begin(self) -> None:
        """Take the keyboard."""
        self.deposit.field.setFocus() if self.is_open else self.setFocus()

    def step(self, by: int) -> None:
        """Go through the lines."""
        self.list.go(by)

    def scan(self, code: str) -> None:
        """Take what was scanned for another order's number."""
        self.scanned.emit(code)

    def enter(self) -> None:
        """Pay what was typed, or all that is open; hand over what is paid."""
        if not self.is_open:
            self.hand_over_asked.emit()
            return
        self.problem.hide()
        try:
            money = self._wanted()
        except Refused:
            go_to(self.deposit.field)
            raise
        self.pay_asked.emit(money)

    def say_taken(self, words: str, change: Money) -> None:
        """Say what was just taken, and what goes back to the customer."""
        self.problem.say(words, Tone.OK)
        if change:
            self.change.show_amount(self.context.money(change), is_nothing=False)
            self.change.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Ctrl+P shows the receipt."""
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_control and event.key() == Qt.Key.Key_P and not self.receipt.isHidden():
            self.receipt_asked.emit()
        else:
            super().keyPressEvent(event)

    def _show_sums(self) -> None:
        order, money = self.order, self.context.money
        paid = [self._paid(one) for one in order.money_movements if not one.is_refund]
        left = (tr("Still open"), money(order.open))
        whole = (tr("Paid in full"), money(order.paid))
        facts = [(tr("Total"), money(order.total)), *paid]
        self.facts.show_facts(facts, total=left if self.is_open else whole)

    def _lay_out(self) -> None:
        self.go.clicked.connect(self.press)
        self.receipt.clicked.connect(self.receipt_asked)
        self.deposit.field.textEdited.connect(self._typed)
        self.lay_out(self.title, self.remark, self.problem, self.list, self.facts, self.change)
        self.lay_out(self.receipt, self.deposit)
        hint = tr("A deposit, or nothing for all that is open") if self.is_open else ""
        self.end_with(self.go, hint)
        self.column.setStretch(3, 1)
        self._reckon()

    def _wanted(self) -> Money:
        """Return what is to be paid. Refused: amount_not_understood, deposit_too_large."""
        text = self.deposit.field.text().strip()
        if not text:
            return self.order.open
        money = Money.of(amount(text), self.order.total.currency)
        if not money:
            raise Refused("bad_amount")
        if money > self.order.open:
            left = self.context.money(self.order.open)
            raise Refused("deposit_too_large", open=left)
        return money

    def _typed(self) -> None:
        self.problem.hide()
        self._reckon()

    def _reckon(self) -> None:
        if not self.is_open:
            self.go.setText(tr("Hand over the goods"))
            return
        try:
            money = self._wanted()
        except Refused:
            self.go.setText(tr("Deposit"))
            return
        words = tr("Deposit {amount}") if money < self.order.open else tr("Pay {amount}")
        self.go.setText(words.format(amount=self.context.money(money)))

    def _paid(self, one: MoneyMovement) -> tuple[str, str]:
        day = self.context.format.date(one.at)
        return f"{method_name(one.method)} · {day}", self.context.money(-one.amount)

    def _paint(self, painter: QPainter, box: QRectF, line: SoldLine, is_current: bool) -> None:  # noqa: FBT001
        total = self.context.money(line.subtotal)
        paint_row(painter, box, line.name, self._remark(line), total, is_current=is_current)

    def _remark(self, line: SoldLine) -> str:
        many = f"{self.context.format.count(line.quantity)} × {self.context.money(line.unit_price)}"
        return " · ".join(part for part in (many, line.description, line.note) if part)

    def _words(self, line: SoldLine) -> str:
        return ", ".join((line.name, self._remark(line), self.context.money(line.subtotal)))
