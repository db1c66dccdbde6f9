"""Pay and collect orders at the till: find one, take a deposit or the rest, hand it over."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from storedesk import api, queries
from storedesk.documents import deposit_receipts, receipts
from storedesk.documents.strip import StripDocument
from storedesk.domain.fulfillment import OrderResult
from storedesk.domain.order_details import Order
from storedesk.domain.orders import AT_COUNTER, OrderStatus, Receipt
from storedesk.domain.refusals.errors import Conflict, Refused, StoreError, Unavailable
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.paper.strip import Printable
from storedesk.ui.till.collecting.find_order import FindOrderPanel
from storedesk.ui.till.collecting.order_panel import OrderPanel
from storedesk.ui.till.collecting.order_pay_panel import OrderPayPanel
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.receipts.print_panel import PrintPanel
from storedesk.ui.till.receipts.printed_receipts import PrintedReceipts, print_at_once
from storedesk.ui.till.sale.sale_controller import SaleController
from storedesk.ui.till.shifts.shift_controller import ShiftController


class OrderController(QObject):
    """Opens the panels of an order; money is only taken in one's own shift, beside no sale."""

    refused = Signal(object)
    """The Refused that says why nothing was begun."""
    said = Signal(str)
    """What has been done, in words."""
    taken = Signal(object, bool)
    """The Order as it is after money was taken for it, and whether that was cash: see `print`."""

    def __init__(
        self, context: PageContext, panel_host: PanelHost, shifts: ShiftController,
        selling: SaleController, printed: PrintedReceipts,
    ) -> None:  # fmt: skip
        super().__init__()
        self._context, self._panel_host, self._shifts = context, panel_host, shifts
        self._selling, self._printed = selling, printed
        self._is_displayed = False
        panel_host.closed.connect(self._rest)

    def begin(self) -> None:
        """Ask which order is paid or collected."""
        if self._may(self.begin):
            self._find("")

    async def look(self, number: str) -> None:
        """Show the order with a number that was scanned or typed."""
        if self._may(partial(self._find, number)):
            self._find(number)

    async def show(self, order_id: UUID) -> None:
        """Show an order that was chosen elsewhere, once the shift of this till is known."""
        await self._shifts.look()
        if self._may(lambda: self._find_chosen(order_id)):
            self._find_chosen(order_id)

    def _may(self, then: Callable[[], object]) -> bool:
        """Tell whether an order can be shown now; say why not, or ask to be let in first."""
        shift = self._shifts.shift
        if not self._selling.is_empty:
            self.refused.emit(Refused("order_beside_sale"))
        elif shift is None:
            self.refused.emit(Refused("shift_not_open"))
        elif self._shifts.is_others:
            self._shifts.let_in(shift, then)
        else:
            return True
        return False

    def _find(self, number: str) -> None:
        panel = self._finder()
        if number:
            panel.scan(number)

    def _find_chosen(self, order_id: UUID) -> None:
        self._finder().jobs.start(partial(self._open, order_id))

    def _finder(self) -> FindOrderPanel:
        """Ask for an order; the customer display shows no other one meanwhile."""
        self._rest()
        panel = FindOrderPanel(self._context)
        panel.taken.connect(lambda key: panel.jobs.start(partial(self._open, key)))
        self._panel_host.open(panel)
        return panel

    async def _open(self, order_id: UUID) -> None:
        await self._shown(order_id)

    async def _shown(self, order_id: UUID) -> OrderPanel:
        """Show an order that can be paid or collected. Refused: order_left."""
        order = await self._context.desk.read(queries.order_details.order, order_id)
        if order.status not in AT_COUNTER or order.sold_as:
            raise Refused("order_left", number=order.number, was=order.status.value)
        panel = OrderPanel(self._context, order)
        panel.pay_asked.connect(partial(self._ask_money, panel))
        panel.hand_over_asked.connect(
            lambda: panel.jobs.start(partial(self._hand_over, panel.order))
        )
        panel.receipt_asked.connect(lambda: panel.jobs.start(partial(self._show_paper, order.id)))
        panel.scanned.connect(self._find)
        self._panel_host.open(panel)
        self._context.display.show_order(order)
        self._is_displayed = True
        return panel

    def _ask_money(self, panel: OrderPanel, money: Money) -> OrderPayPanel:
        order = panel.order
        pay = OrderPayPanel(self._context, money, is_deposit=money < order.open)
        pay.taken.connect(lambda tender: self._take(pay, order, tender, ""))
        pay.part_entered.connect(partial(self._take, pay, order))
        self._panel_host.open_over(pay)
        return pay

    def _take(self, pay: OrderPayPanel, order: Order, tender: Tender, later: str) -> None:
        if not pay.is_busy:
            pay.work()
            pay.jobs.start(partial(self._pay, order, tender, later))

    async def _pay(self, order: Order, tender: Tender, later: str) -> None:
        """Book what was taken, a part as a deposit, then what was typed for the rest.

        Where the order has changed meanwhile, it is shown as it is now.
        """
        money = tender.amount
        try:
            result = await self._book(order, money, tender)
        except Conflict as refusal:
            await self._again(order.id, refusal)
            return
        panel = await self._shown(order.id)
        words = tr("{amount} taken. The order is paid.")
        if result.status is OrderStatus.PENDING:
            words = tr("Deposit of {amount} taken.")
        panel.say_taken(words.format(amount=self._context.money(money)), result.change)
        self.taken.emit(panel.order, tender.method is Method.CASH)
        if later and panel.is_open:
            self._ask_money(panel, panel.order.open).go_on(later)

    async def _book(self, order: Order, money: Money, tender: Tender) -> OrderResult:
        shift = self._shifts.shift
        if shift is None:
            raise Refused("shift_not_open")
        do = self._context.desk.do
        if money < order.open:
            return await do(
                api.deposits.take_deposit, order_id=order.id, seen=order.version,
                shift_id=shift.id, amount=money, tenders=(tender,),
            )  # fmt: skip
        return await do(
            api.orders.confirm_order, order_id=order.id, seen=order.version, tenders=(tender,),
            shift_id=shift.id,
        )  # fmt: skip

    async def _again(self, order_id: UUID, refusal: StoreError) -> None:
        """Show the order as it is now, with what was refused."""
        try:
            panel = await self._shown(order_id)
        except Refused as left:
            self._panel_host.shut()
            self.refused.emit(left)
        else:
            panel.refuse(refusal)

    async def _hand_over(self, order: Order) -> None:
        shift = self._shifts.shift
        if shift is None:
            raise Refused("shift_not_open")
        try:
            await self._context.desk.do(
                api.orders.collect_order, order_id=order.id, seen=order.version, shift_id=shift.id
            )
        except Conflict as refusal:
            await self._again(order.id, refusal)
            return
        self._panel_host.shut()
        self.said.emit(tr("{number} is handed over.").format(number=order.number))

    async def print(self, order: Order, *, in_cash: bool) -> str:
        """Print the receipt where this computer prints at once; the drawer opens for cash.

        Returns what to say where it did not come out.
        """
        receipt = await self._context.desk.read(api.receipts.receipt, order.id)
        try:
            if order.open:
                await print_at_once(self._context, self._made(order, receipt), in_cash=in_cash)
            else:
                await self._printed.print_first(receipt, in_cash=in_cash)
        except Unavailable as failed:
            words = tr("The receipt was not printed: {why}")
            return words.format(why=failed.sentence(spoken))
        return ""

    async def _show_paper(self, order_id: UUID) -> None:
        receipt = await self._context.desk.read(api.receipts.receipt, order_id)
        order = await self._context.desk.read(queries.order_details.order, order_id)
        if order.status is not OrderStatus.PENDING:
            self._panel_host.open_over(self._printed.panel(receipt))
            return
        document = self._made(order, receipt)
        name = tr("{number}-deposit").format(number=order.number)
        paper = Printable(tr("Deposit"), document, name, self._context.receipt_paper())
        self._panel_host.open_over(PrintPanel(paper))

    def _made(self, order: Order, receipt: Receipt) -> StripDocument:
        context = self._context
        if order.status is not OrderStatus.PENDING:
            return receipts.document(receipt, context.speech(), by=context.me.name)
        return deposit_receipts.document(receipt, context.speech())

    def _rest(self) -> None:
        if self._is_displayed:
            self._is_displayed = False
            self._context.display.rest()
