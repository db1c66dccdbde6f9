"""The orders page: what waits in each queue, and all about the chosen order."""

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget

from storedesk.domain.errors import Conflict, NotFound
from storedesk.domain.order_desk import Order, OrderLine
from storedesk.domain.orders import Deed, OrderStatus
from storedesk.services import orders as services
from storedesk.services.desk import Desk
from storedesk.ui.kit.actions import Action, Actions, Jump
from storedesk.ui.kit.cards import PageHeader, boxed, column, row, splitter
from storedesk.ui.kit.columns import Cell, Column, Look, Sort
from storedesk.ui.kit.list_page import DeskSource, ListPage
from storedesk.ui.kit.scanner import ScannerGuard
from storedesk.ui.kit.tabs import SegmentedTabs
from storedesk.ui.kit.tick_table import TickTable
from storedesk.ui.kit.tokens import Tone
from storedesk.ui.orders.bench import Bench
from storedesk.ui.orders.deeds import Deeds
from storedesk.ui.orders.detail import OrderDetail
from storedesk.ui.orders.offers import able, offers
from storedesk.ui.orders.office import Office
from storedesk.ui.orders.shipping import Shipping
from storedesk.ui.orders.words import orders as order_count
from storedesk.ui.orders.words import status_cell, status_word

ALL = "all"
MOST_PARCELS = 500
"""Orders that are taken to the bench at once."""
WORK = (OrderStatus.CONFIRMED, OrderStatus.PENDING)
"""Queues that are worked through: the oldest order comes first."""
QUEUES = (*WORK, OrderStatus.SHIPPED, OrderStatus.DELIVERED, OrderStatus.CANCELLED)


class OrdersView(ListPage[OrderLine]):
    """Finds orders by any word and queue, shows one beside the list, and takes it further."""

    watches = frozenset({"orders", "order_returns", "customers", "email_queue"})
    counts = frozenset({"orders"})
    count_tone = Tone.INFO
    _wanted: tuple[Deed, Order]
    """What is being done, and to what."""
    table: TickTable[OrderLine]
    _scanned = ""

    def __init__(self, desk: Desk, actions: Actions, scanner: ScannerGuard, office: Office) -> None:
        super().__init__(desk)
        self.office, self.scanner = office, scanner
        self.detail = OrderDetail(desk, office)
        self.deeds = Deeds(self, desk, office)
        self.bench = Bench(office, scanner)
        self.shipping = Shipping(desk, office, self.bench)
        self._lay_out(actions)
        self._register_deeds(actions)
        scanner.listen(self, self.scanned)
        self.bench.left.connect(self.show_list)
        self.shipping.sent.connect(lambda _: self.changed())
        self.deeds.done.connect(self._done)
        self.detail.copied.connect(
            lambda number: self.note.say(self.tr("{number} is copied.").format(number=number))
        )

    async def waiting(self) -> int:
        """Count the orders that wait to be shipped."""
        return await self.desk.read(services.orders_to_ship)

    async def jumps(self, words: str, limit: int) -> list[Jump]:
        """Find orders for the palette."""
        found = await self.desk.read(services.first_orders, search=words, limit=limit)
        return [
            Jump(
                line.number,
                f"{line.customer} · {status_word(line.status)}",
                partial(self.show_record, line.id),
                "clipboard-list",
            )
            for line in found
        ]

    def widen(self) -> None:
        """Narrow the list by nothing."""
        self.search.clear()
        self.tabs.choose(ALL)
        self._sort_for_queue()

    def narrowed(self) -> dict[str, Any]:
        """Return what the list is narrowed to."""
        tab = self.tabs.current()
        return {
            "search": self.search.wanted(),
            "status": None if tab == ALL else OrderStatus(tab),
        }

    def counted(self, count: int) -> str:
        """Say how many orders the list has."""
        return order_count(count, self.office.format)

    async def refresh(self) -> None:
        """Show the orders that match, and how many wait in each queue."""
        await self._show_counts()
        await super().refresh()

    def changed(self, ids: Iterable[UUID] | None = None) -> None:
        """Hear that orders have changed."""
        self.detail.forget()
        self.shipping.look_again()
        super().changed(ids)

    async def show_chosen(self) -> None:
        """Show the chosen order beside the list."""
        line = self.table.chosen_or_none()
        await self.detail.show_order(line.id if line else None)

    def can(self, deed: Deed) -> bool:
        """Tell whether a deed can be done now; parcels may be sent without an order chosen."""
        if self.stack.currentWidget() is not self.list_side:
            return False
        if deed is Deed.SHIP:
            return self.office.may(deed, OrderStatus.CONFIRMED)
        return deed in able(self.detail.order, self.office)

    def scanned(self, raw: str) -> None:
        """Take what was scanned: a slip's order is shown, or taken in hand at the bench."""
        if self.stack.currentWidget() is self.bench:
            self.shipping.scanned(raw)
        else:
            self._scanned = raw.strip()
            self._jobs.restart(self._show_scanned)

    def show_list(self) -> None:
        """Go back to the list."""
        self.stack.setCurrentWidget(self.list_side)
        self.header.show()
        self.table.setFocus()

    def show_bench(self) -> None:
        """Send parcels: the ticked orders, those from the chosen one on, or any that is scanned."""
        self.stack.setCurrentWidget(self.bench)
        self.header.hide()
        self.shipping.begin(self._to_send())

    async def idle(self) -> None:
        """Wait until nothing is under way, at the bench as in the list."""
        while self._jobs.busy() or self.shipping.queue.waiting:
            await self._jobs.idle()
            await self.shipping.queue.idle()

    def stop(self) -> None:
        """End every job: the widgets are about to go."""
        self.shipping.queue.cancel()
        super().stop()

    def _to_send(self) -> list[UUID]:
        table = self.table
        if table.ticked_count():
            return table.meant(most=MOST_PARCELS)
        if self.tabs.current() != OrderStatus.CONFIRMED or table.chosen_or_none() is None:
            order = self.detail.order
            return [order.id] if order and order.status is OrderStatus.CONFIRMED else []
        row = table.currentIndex().row()
        return list(table.list.vector.between(row, row + MOST_PARCELS))

    async def _show_scanned(self) -> None:
        try:
            order = await self.desk.read(services.order_by_number, self._scanned)
        except NotFound:
            self.look_for(self._scanned)
        else:
            self.show_record(order.id)

    def _register_deeds(self, actions: Actions) -> None:
        for deed, offer in offers().items():
            action = Action(
                name=f"orders.{deed.value}", text=offer.full, run=partial(self._begin, deed),
                group=self.tr("Orders"), keys=(offer.key,), icon=offer.icon,
                enabled=partial(self.can, deed),
            )  # fmt: skip
            actions.add(action, self)
        self.detail.deeds.wanted.connect(self._begin)

    def _begin(self, deed: Deed) -> None:
        order = self.detail.order
        if deed is Deed.SHIP:
            self.show_bench()
        elif order is not None:
            self._wanted = (deed, order)
            self.start(self._do)

    async def _do(self) -> None:
        try:
            await self.deeds.do(*self._wanted)
        except Conflict:
            self.detail.forget()
            self.reload()
            raise

    def _done(self, words: str) -> None:
        self.note.say(words)
        self.detail.forget()
        self.reload()

    async def _show_counts(self) -> None:
        counts = await self.desk.read(services.order_counts)
        for status in QUEUES:
            self.tabs.show_count(status.value, self.office.format.count(counts.get(status, 0)))

    def _sort_for_queue(self) -> None:
        """Have work queues begin with what waits longest, the others with the newest."""
        is_work = self.tabs.current() in {status.value for status in WORK}
        self.table.sort_by(Sort("placed", descending=not is_work))

    def _make_table(self) -> TickTable[OrderLine]:
        return TickTable(
            self._columns(),
            DeskSource(
                self.desk,
                keys=services.order_keys,
                first=services.first_orders,
                records=services.order_lines,
                key=lambda line: line.id,
            ),
            name=self.tr("Orders"),
            sort=Sort("placed"),
            empty=(
                self.tr("Nothing waits here"),
                self.tr("Look into another queue, or try other words."),
            ),
            row_height=44,
        )

    def _columns(self) -> list[Column[OrderLine]]:
        form = self.office.format
        return [
            Column(self.tr("Order"), lambda line: line.number, Look.STRONG, 164, sort="number"),
            Column(
                self.tr("Customer"), self._customer_cell, Look.TEXT, 132, 2, "customer",
                beside=[(self.tr("Town"), lambda line: line.town)],
            ),
            Column(
                self.tr("Placed"), lambda line: form.moment(line.placed_at), Look.MUTED, 118,
                sort="placed", plain=lambda line: line.placed_at,
            ),
            Column(
                self.tr("Items"), lambda line: form.count(line.pieces), Look.NUMBER, 60,
                plain=lambda line: line.pieces,
            ),
            Column(
                self.tr("Total"), lambda line: self.office.money(line.total), Look.MONEY, 96,
                sort="total", plain=lambda line: line.total,
            ),
            Column(
                self.tr("Status"), lambda line: status_cell(line.status), Look.CHIP, 116,
                sort="status",
            ),
        ]  # fmt: skip

    def _customer_cell(self, line: OrderLine) -> Cell:
        return Cell(line.customer, self.tr("At the till") if line.is_sale else line.town)

    def _lay_out(self, actions: Actions) -> None:
        tabs = SegmentedTabs(
            [*((status.value, status_word(status)) for status in QUEUES), (ALL, self.tr("All"))],
            name=self.tr("Queues"),
        )
        tabs.chosen.connect(self._sort_for_queue)
        card = self.list_up(self._make_table(), tabs, hint=self.tr("Search orders"))
        top = row(self.tabs, None, self.count, self.search)
        self.list_side = boxed(column(top, splitter(card, self.detail, right_width=400), gap=16))
        self.stack = QStackedWidget()
        for side in (self.list_side, self.bench):
            self.stack.addWidget(side)
        title = self.tr("Orders")
        export = self.export_button(actions, self.office.format, name="orders.export", title=title)
        self.header = PageHeader(title, export)
        self.lay_out(self.stack, header=self.header)
        self.search_action(actions, name="orders.search", group=self.tr("Orders"))
