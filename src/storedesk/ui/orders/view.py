"""The orders page: queues, commands on the chosen order, packing bench, new order."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk import queries
from storedesk.domain.order_details import Order
from storedesk.domain.orders import COMMANDS, OrderCommand, OrderStatus
from storedesk.domain.refusals.errors import Conflict, NotFound
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.threads import answered
from storedesk.ui.kit.forms.entry import EntryField
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import PageHeader
from storedesk.ui.orders.bulk_shipping import BulkShippingDialog
from storedesk.ui.orders.command_buttons import able, may_do, offers
from storedesk.ui.orders.commands import OrderCommands
from storedesk.ui.orders.new_order import NewOrder
from storedesk.ui.orders.packing_bench import PackingBench
from storedesk.ui.orders.printing import MOST
from storedesk.ui.orders.queues import OrderQueues
from storedesk.ui.orders.receipts import OrderReceipts
from storedesk.ui.orders.shipping import ShippingController
from storedesk.ui.orders.slip_printing import SlipPrinting

MOST_PARCELS = 500
"""Orders that are taken to the bench at once."""


class OrdersView(OrderQueues):
    """Takes orders, and runs commands on them."""

    row_menu = (
        "orders.confirm", "orders.deposit", "orders.ship", "orders.deliver", "orders.collect",
        None,
        "orders.take_back", "orders.return_receipt", "orders.mail_receipt",
        "orders.correct_tracking",
        "orders.change_address", "orders.recall", None, "orders.cancel",
    )  # fmt: skip
    _wanted: tuple[OrderCommand, Order]
    """What is being done, and to what."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.commands = OrderCommands(self, context)
        self.bench = PackingBench(context)
        self.shipping = ShippingController(context, self.bench)
        self.serials.append(self.shipping.queue)
        self.new_order, self.receipts = NewOrder(context), OrderReceipts(self, context)
        self.list, self.slips = self.list_side(), SlipPrinting(self, context)
        self.stack = QStackedWidget()
        for side in (self.list, self.bench, self.new_order):
            self.stack.addWidget(side)
        self._make_header(context.actions)
        self.notices.add(self.slips.banner)
        self.lay_out(self.stack, header=self.header)
        self._register(context.actions)
        self._connect()

    def can(self, command: OrderCommand) -> bool:
        """Tell whether a command can be run now; shipping needs no chosen order."""
        if not self._is_listing():
            return False
        if command is OrderCommand.SHIP:
            return may_do(command, OrderStatus.CONFIRMED, self.context)
        return command in able(self.detail.order, self.context)

    def scanned(self, raw: str) -> None:
        """Take what was scanned: at the bench and in a new order theirs, else an order's number."""
        side = self.stack.currentWidget()
        if side is self.bench:
            self.shipping.scanned(raw)
        elif side is self.new_order:
            self.new_order.scanned(raw)
        else:
            super().scanned(raw)

    async def find_scanned(self) -> bool:
        """Choose the order whose slip was scanned, else what the code finds."""
        try:
            order = await self.desk.read(queries.order_details.order_by_number, self._code)
        except NotFound:
            return await super().find_scanned()
        self.problem.hide()
        self.sounds.good()
        self.show_record(order.id)
        await self.shown()
        return True

    def show_list(self) -> None:
        """Go back to the list."""
        self._show_side(self.list)
        self.table.setFocus()

    def show_bench(self) -> None:
        """Ship the ticked orders, those from the chosen one on, or any that is scanned."""
        ids = self._to_send()
        self._show_side(self.bench)
        self.shipping.begin(ids)

    def show_new_order(self) -> None:
        """Take an order, or go on with the one that was begun."""
        self._show_side(self.new_order)
        self.new_order.begin()
        self._jobs.restart(self._find_shift)

    def changed(self, ids: Iterable[UUID] | None = None) -> None:
        """Hear that orders have changed."""
        self.shipping.look_again()
        super().changed(ids)

    async def idle(self) -> None:
        """Wait until nothing is under way, at the bench and in a new order as in the list."""
        await super().idle()
        while self.new_order.is_busy():
            await self.new_order.idle()
            await super().idle()

    def stop(self) -> None:
        """End every job: the widgets are about to go."""
        self.new_order.stop()
        super().stop()

    def _to_search(self) -> None:
        self.show_list()
        super()._to_search()

    def _is_listing(self) -> bool:
        return self.stack.currentWidget() is self.list

    def _show_side(self, side: QWidget) -> None:
        self.stack.setCurrentWidget(side)
        self.header.setVisible(side is self.list)

    def _make_header(self, actions: Actions) -> None:
        title = tr("Orders")
        export = self.export_button(actions, self.context.format, name="orders.export", title=title)
        self.print_button = secondary(tr("Print"), icon="printer")
        self.new_button = primary(tr("New order"), icon="plus")
        self.header = PageHeader(title, export, self.print_button, self.new_button)

    def _register(self, actions: Actions) -> None:
        group = tr("Orders")
        self.search_action(actions, name="orders.search", group=group)
        for command, offer in offers().items():
            action = Action(
                name=f"orders.{command.value}", text=offer.full, run=partial(self._begin, command),
                group=group, keys=(offer.key,), icon=offer.icon, enabled=partial(self.can, command),
            )  # fmt: skip
            if self.context.me.may(COMMANDS[command]):
                actions.add(action, self.list)
        printing = Action(
            name="orders.print", text=tr("Print pick list and packing slips"),
            run=lambda: self.start(self._print), group=group, keys=("Ctrl+P",), icon="printer",
            enabled=self._is_listing,
        )  # fmt: skip
        actions.bind(printing, self.print_button, self)
        self.slips.register(actions)
        receipt = Action(
            name="orders.return_receipt", text=tr("Receipt of the last return of this order"),
            run=lambda: self._show_receipt(self._last_return()), group=group, keys=("F11",),
            icon="printer", enabled=lambda: self._is_listing() and bool(self._last_return()),
        )  # fmt: skip
        actions.add(receipt, self.list)
        self.receipts.register(actions, self.list)
        if self.context.me.may(COMMANDS[OrderCommand.SHIP]):
            bulk = Action(
                name="orders.bulk", text=tr("Ship parcels from a list"),
                run=lambda: self.start(self._bulk), group=group, keys=("Ctrl+I",), icon="upload",
            )  # fmt: skip
            actions.bind(bulk, self.bench.bulk, self)
            self._register_leaving(actions, self.bench.entry, "leave_bench", tr("Ship parcels"))
        if self.context.me.may("place_order"):
            self._register_new(actions, group)
        else:
            self.new_button.hide()

    def _register_new(self, actions: Actions, group: str) -> None:
        taking = Action(
            name="orders.new", text=tr("Take a new order"), run=self.show_new_order,
            group=group, keys=("Ctrl+N",), icon="plus", enabled=self._is_listing,
        )  # fmt: skip
        actions.bind(taking, self.new_button, self)
        self._register_leaving(actions, self.new_order.entry, "leave_new", tr("New order"))
        new, customer = self.new_order, self.new_order.customer_card
        for name, text, run, key, icon in (
            ("customer", tr("Customer of the new order"), customer.ask_again, "F3", "user"),
            ("stranger", tr("New customer"), customer.write_new, "F4", "user-plus"),
            ("pay_new", tr("Take payment of the new order"), new.take_payment, "F9",
             "banknote"),
            ("place_new", tr("Place the new order unpaid"), new.place_unpaid, "Ctrl+Return",
             "check"),
        ):  # fmt: skip
            action = Action(
                name=f"orders.{name}", text=text, run=run, group=tr("New order"),
                keys=(key,), icon=icon, enabled=new.isVisible,
            )  # fmt: skip
            actions.add(action, new)

    def _register_leaving(self, actions: Actions, field: EntryField, name: str, group: str) -> None:
        """Register what Esc does in an empty field."""
        leaving = Action(
            name=f"orders.{name}", text=tr("Back to the list"), run=self.show_list, group=group,
            keys=("Esc",), is_typed=True, is_of_use=lambda: not field.text(),
        )  # fmt: skip
        actions.add(leaving, field)

    def _connect(self) -> None:
        self.detail.commands.wanted.connect(
            lambda command: self.behind_scan(partial(self._begin, command))
        )
        self.detail.copied.connect(
            lambda number: self.note.say(tr("{number} is copied.").format(number=number))
        )
        self.detail.timeline.receipt_wanted.connect(self._show_receipt)
        self.detail.link_wanted.connect(self._open_link)
        self.bench.link_wanted.connect(self._open_link)
        self.commands.done.connect(self._done)
        self.bench.left.connect(self.show_list)
        self.shipping.sent.connect(lambda _: self.changed())
        self.new_order.left.connect(self.show_list)
        self.new_order.placed.connect(self._placed)

    def _begin(self, command: OrderCommand) -> None:
        order = self.detail.order
        if not self.can(command):
            return
        if command is OrderCommand.SHIP:
            self.show_bench()
        elif order is not None:
            self._wanted = (command, order)
            self.start(self._do)

    async def _do(self) -> None:
        try:
            await self.commands.do(*self._wanted)
        except Conflict:
            self.detail.forget()
            self.reload()
            raise

    def _last_return(self) -> UUID | None:
        order = self.detail.order
        return max(order.returns, key=lambda one: one.at).id if order and order.returns else None

    def _show_receipt(self, return_id: UUID | None) -> None:
        if return_id:
            self.start(partial(self.commands.show_receipt, return_id))

    def _open_link(self, address: str) -> None:
        async def opened() -> None:
            await answered(partial(self.context.open_link, address))

        self.start(opened)

    def _done(self, words: str) -> None:
        self.note.say(words)
        self.detail.forget()
        self.reload()

    def _placed(self, order_id: UUID, words: str) -> None:
        self.show_list()
        self.show_record(order_id)
        self.note.say(words)

    def _to_send(self) -> list[UUID]:
        table = self.table
        if table.ticked_count():
            return table.meant(most=MOST_PARCELS)
        if self.tabs.current() != OrderStatus.CONFIRMED or table.chosen_or_none() is None:
            order = self.detail.order
            return [order.id] if order and order.status is OrderStatus.CONFIRMED else []
        row = table.currentIndex().row()
        return list(table.list.vector.between(row, row + MOST_PARCELS))

    async def _find_shift(self) -> None:
        self.new_order.shift = await self.commands.shift()

    async def _print(self) -> None:
        await self.slips.print(self.table.meant(most=MOST))

    async def _bulk(self) -> None:
        dialog = BulkShippingDialog(self, self.context)
        dialog.sent.connect(lambda _: self.changed())
        await dialog.shown()
