"""Run the commands of one order: ask for what each needs, run it, and report the result."""

from collections.abc import Awaitable, Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from storedesk import api, queries
from storedesk.domain.fulfillment import OrderResult, ShippingAddress
from storedesk.domain.order_details import Order
from storedesk.domain.orders import OrderCommand, OrderStatus
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.shifts import Shift
from storedesk.ui.approval import Attempt, Describe
from storedesk.ui.approval_dialog import with_approval
from storedesk.ui.context import PageContext
from storedesk.ui.joining import drawer_at, with_shift
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import confirm
from storedesk.ui.kit.paper.strip import Printable, Strip, StripDialog
from storedesk.ui.orders.approvals import cancel_approval
from storedesk.ui.orders.dialogs import AddressDialog, CancelDialog, RecallDialog, TrackingDialog
from storedesk.ui.orders.payment import PayDialog, PayForm
from storedesk.ui.orders.returns import ReturnDialog
from storedesk.ui.returns.papers import receipt_of, receipt_paper, slip_paper
from storedesk.ui.returns.returning import Returning


class OrderCommands(QObject):
    """Runs commands on orders for a page."""

    done = Signal(str)
    """Something was done: words to say of it."""

    def __init__(self, page: QWidget, context: PageContext) -> None:
        super().__init__()
        self._page, self._context = page, context
        self._drawer = drawer_at(context)
        self._ways: dict[OrderCommand, Callable[[Order], Awaitable[None]]] = {
            OrderCommand.CONFIRM: self._confirm,
            OrderCommand.DELIVER: self._deliver,
            OrderCommand.COLLECT: self._collect,
            OrderCommand.DEPOSIT: self._pay_at_till,
            OrderCommand.CORRECT_TRACKING: self._correct,
            OrderCommand.RECALL: self._recall,
            OrderCommand.TAKE_BACK: self._take_back,
            OrderCommand.CHANGE_ADDRESS: self._change_address,
            OrderCommand.CANCEL: self._cancel,
        }

    def can(self, command: OrderCommand) -> bool:
        """Tell whether that command is run here; orders are shipped at the packing bench."""
        return command in self._ways

    async def do(self, command: OrderCommand, order: Order) -> None:
        """Take `order` one step further, or leave it as it is."""
        await self._ways[command](order)

    async def shift(self) -> Shift | None:
        """Return the shift that is open at this workstation's register."""
        return await self._drawer.look()

    async def show_receipt(self, return_id: UUID) -> None:
        """Show the receipt of a return, to be printed with Enter or kept as a PDF."""
        back = await receipt_of(self._context, return_id)
        await self._show(receipt_paper(self._context, back))

    async def _look(self, order: Order) -> Order:
        return await self._context.desk.read(queries.order_details.order, order.id)

    async def _confirm(self, order: Order) -> None:
        async def pay(seen: Order, form: PayForm) -> None:
            confirm_it = partial(
                self._context.desk.do,
                api.orders.confirm_order,
                order_id=seen.id,
                seen=seen.version,
                tenders=(form.tender(),),
                shift_id=form.shift_id(),
            )
            step = await with_shift(dialog, self._drawer, confirm_it)
            self._tell(tr("{number} is paid and ready to ship."), step)

        dialog = PayDialog(
            self._page, self._context, order, pay, partial(self._look, order), await self.shift()
        )
        await dialog.shown()

    async def _pay_at_till(self, order: Order) -> None:
        self._context.navigate("till", order.id)

    async def _deliver(self, order: Order) -> None:
        step = await self._context.desk.do(
            api.orders.deliver_order, order_id=order.id, seen=order.version
        )
        self._tell(tr("{number} is delivered."), step)

    async def _collect(self, order: Order) -> None:
        shift = await self.shift()
        if shift is None:
            raise Refused("shift_closed")
        if order.status is OrderStatus.PENDING:
            await self._collect_unpaid(order, shift)
            return
        if not await confirm(
            self._page.window(),
            tr("Hand over {number}?").format(number=order.number),
            tr("{name} collects it at this till. It is paid.").format(name=order.customer.name),
            yes=tr("Hand it over"),
            dangerous=False,
        ):
            return
        collect = partial(
            self._context.desk.do,
            api.orders.collect_order,
            order_id=order.id,
            seen=order.version,
            shift_id=shift.id,
        )
        step = await with_shift(self._page, self._drawer, collect)
        self._tell(tr("{number} is handed over."), step)

    async def _collect_unpaid(self, order: Order, shift: Shift) -> None:
        async def pay(seen: Order, form: PayForm) -> None:
            collect = partial(
                self._context.desk.do,
                api.orders.collect_order,
                order_id=seen.id,
                seen=seen.version,
                shift_id=shift.id,
                tenders=(form.tender(),),
            )
            step = await with_shift(dialog, self._drawer, collect)
            self._tell(tr("{number} is paid and handed over."), step)

        dialog = PayDialog(self._page, self._context, order, pay, partial(self._look, order), shift)
        dialog.yes.setText(tr("Hand it over"))
        await dialog.shown()

    async def _correct(self, order: Order) -> None:
        async def correct(
            seen: Order,
            number: str,
            shared: bool,  # noqa: FBT001
            carrier: str | None,
        ) -> None:
            step = await self._context.desk.do(
                api.orders.correct_tracking,
                order_id=seen.id,
                seen=seen.version,
                tracking=number,
                shared=shared,
                carrier=carrier,
            )
            self._tell(tr("The tracking number of {number} is corrected."), step)

        look = partial(self._look, order)
        await TrackingDialog(self._page, self._context, order, correct, look).shown()

    async def _recall(self, order: Order) -> None:
        async def recall(seen: Order, reason: str) -> None:
            step = await self._context.desk.do(
                api.orders.recall_shipment, order_id=seen.id, seen=seen.version, reason=reason
            )
            self._tell(tr("{number} is ready to ship again."), step)

        look = partial(self._look, order)
        await RecallDialog(self._page, self._context, order, recall, look).shown()

    async def _change_address(self, order: Order) -> None:
        async def change(seen: Order, address: ShippingAddress) -> None:
            step = await self._context.desk.do(
                api.orders.change_order_address,
                order_id=seen.id,
                seen=seen.version,
                address=address,
            )
            self._tell(tr("The shipping address of {number} is changed."), step)

        look = partial(self._look, order)
        await AddressDialog(self._page, self._context, order, change, look).shown()

    async def _cancel(self, order: Order) -> None:
        shift = await self.shift()

        async def cancel(seen: Order, reason: str) -> None:
            def send(approval: UUID | None) -> Awaitable[OrderResult]:
                return self._context.desk.do(
                    api.orders.cancel_order,
                    order_id=seen.id,
                    seen=seen.version,
                    reason=reason,
                    shift_id=shift.id if shift else None,
                    approval=approval,
                )

            asked = cancel_approval(seen, reason, self._context)
            step = await self._allowed(dialog, lambda _: asked, send)
            words = tr("{number} is canceled.")
            if step.refunded:
                words = tr("{number} is canceled. Refund: {amount}.")
            self._tell(words, step)

        look = partial(self._look, order)
        dialog = CancelDialog(self._page, self._context, order, cancel, look)
        await dialog.shown()

    async def _take_back(self, order: Order) -> None:
        shift = await self.shift()
        returning = Returning(self._context, order.id, shift)
        done: list[OrderResult] = []

        async def take_back(dialog: ReturnDialog) -> None:
            words, send = returning.attempt(dialog.order, dialog.wanted())
            step = await self._allowed(dialog, words, send)
            done.append(step)
            told = tr("{number} is returned. Refund: {amount}.")
            if step.credit:
                told = tr("{number} is returned. {amount} went to gift card {card}.")
            self._tell(told, step)

        look = partial(self._look, order)
        dialog = ReturnDialog(
            self._page, self._context, order, take_back, look, returning.preview, shift
        )
        if await dialog.shown():
            await self._show_papers(returning.return_id, done[-1])

    async def _show_papers(self, return_id: UUID, result: OrderResult) -> None:
        """Show the slip of the gift card that got the money, if one did, and the receipt."""
        back = await receipt_of(self._context, return_id)
        if slip := slip_paper(self._context, back, result):
            await self._show(slip)
        await self._show(receipt_paper(self._context, back))

    async def _show(self, paper: Printable) -> None:
        strip = Strip(paper.document, paper.file_name, paper.on)
        await StripDialog(self._page, paper.title, strip).shown()

    async def _allowed(
        self, dialog: QWidget, words: Describe, send: Attempt[OrderResult]
    ) -> OrderResult:
        """Take a step that may need a manager, or a place in the shift, asked for over `dialog`."""
        context = self._context
        step = partial(with_approval, dialog, context.approvers, context.format, words, send)
        return await with_shift(dialog, self._drawer, step)

    def _tell(self, words: str, step: OrderResult) -> None:
        amount = self._context.money(step.refunded)
        card = step.credit.number if step.credit else ""
        told = words.format(number=step.order_number, amount=amount, card=card)
        if step.change:
            change = tr("{change} change.").format(change=self._context.money(step.change))
            told = f"{told} {change}"
        self.done.emit(told)
