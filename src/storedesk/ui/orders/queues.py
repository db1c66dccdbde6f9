"""List orders: a tab for each queue with its count, search, and the chosen order."""

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk import queries
from storedesk.domain.order_details import OrderLine
from storedesk.domain.orders import OrderStatus
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Jump
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Sort
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.kit.lists.list_spec import ListSpec
from storedesk.ui.kit.lists.tick_table import TickTable
from storedesk.ui.kit.looks.cards import boxed, column, splitter
from storedesk.ui.kit.looks.filter_bar import FilterBar
from storedesk.ui.orders.detail import OrderDetail
from storedesk.ui.orders.labels import emptiness, status_cell, status_word
from storedesk.ui.orders.labels import orders as order_count
from storedesk.ui.orders.labels import pieces as piece_count
from storedesk.ui.orders.past_orders import PastFound

ALL, DEPOSITS = "all", "deposits"
WORK = (OrderStatus.CONFIRMED, OrderStatus.PENDING)
"""Queues that are worked through: the oldest order comes first."""
QUEUES = (*WORK, OrderStatus.SHIPPED, OrderStatus.DELIVERED, OrderStatus.CANCELLED)


class OrderQueues(ListPage[OrderLine]):
    """Finds orders by any word and queue, and shows one beside the list."""

    watches = frozenset({"orders", "order_returns", "customers", "email_queue"})
    table: TickTable[OrderLine]

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self.detail = OrderDetail(context)
        self.past = PastFound(context)

    async def jumps(self, words: str, limit: int) -> list[Jump]:
        """Find orders for the palette."""
        found = await self.desk.read(queries.order_lists.first_orders, search=words, limit=limit)
        return [
            Jump(
                line.number,
                f"{line.customer} · {status_word(line.status)}",
                partial(self.show_record, line.id),
                "clipboard-list",
            )
            for line in found
        ] + await self.past.jumps(words)

    def turned(self) -> None:
        """Sort work queues by what waits longest, the others by the newest."""
        is_work = self.tabs.current() in {DEPOSITS, *(status.value for status in WORK)}
        self.table.sort_by(Sort("placed", descending=not is_work))

    def narrowed(self) -> dict[str, Any]:
        """Return what the list is narrowed to."""
        tab = self.tabs.current()
        return {
            "search": self.search.wanted(),
            "status": None if tab in {ALL, DEPOSITS} else OrderStatus(tab),
            "has_deposit": tab == DEPOSITS,
        }

    def widest(self) -> dict[str, Any]:
        """Return what narrows the list by nothing."""
        return {"status": None, "has_deposit": False}

    def placed(self, record: OrderLine) -> str:
        """Name an order, and its queue."""
        return f"{record.number} ({status_word(record.status)})"

    def counted(self, count: int) -> str:
        """Say how many orders the list has."""
        return order_count(count, self.context.format)

    async def refresh(self) -> None:
        """Show the orders that match, and how many wait in each queue."""
        await self._show_counts()
        await super().refresh()
        if self.past.order is not None:
            await self.show_past()

    def changed(self, ids: Iterable[UUID] | None = None) -> None:
        """Hear that orders have changed."""
        self.detail.forget()
        super().changed(ids)

    async def show_chosen(self) -> None:
        """Show the chosen order beside the list."""
        line = self.table.chosen_or_none()
        await self.detail.show_order(line.id if line else None)

    def list_side(self) -> QWidget:
        """Lay out tabs, search, list and order."""
        self.unchosen = self.detail.empty
        card = self.list_up(self._list(), self.context.habits)
        top = FilterBar(self.tabs, self.count, self.search)
        self.search.searched.connect(lambda: self._jobs.restart(self.show_past))
        return boxed(column(top, self.past, splitter(card, self.detail, right_width=416)))

    async def show_past(self) -> None:
        """Say whether another program's order has the number that is searched for."""
        await self.past.look_for(self.search.wanted())

    async def _show_counts(self) -> None:
        counts = await self.desk.read(queries.order_lists.order_counts)
        for status in QUEUES:
            self.tabs.show_count(status.value, self.context.format.count(counts.get(status, 0)))
        deposits = await self.desk.read(queries.order_lists.deposits)
        self.tabs.show_count(DEPOSITS, self.context.format.count(deposits))

    def _list(self) -> ListSpec[OrderLine]:
        return ListSpec(
            id="orders",
            name=tr("Orders"),
            hint=tr("Search orders"),
            tabs=[
                *((status.value, status_word(status)) for status in WORK),
                (DEPOSITS, tr("Deposits")),
                *((status.value, status_word(status)) for status in QUEUES[len(WORK) :]),
                (ALL, tr("All")),
            ],
            tabs_name=tr("Queues"),
            columns=self._columns(),
            sort=Sort("placed"),
            keys=queries.order_lists.order_keys,
            first=queries.order_lists.first_orders,
            records=queries.order_lists.order_lines,
            empty=emptiness(self.context.me),
            has_ticks=True,
        )

    def _columns(self) -> list[Column[OrderLine]]:
        return [
            Column(tr("Order"), lambda line: line.number, CellStyle.STRONG, 150, 1, "number"),
            Column(
                tr("Customer"), self._customer_cell, CellStyle.TEXT, 132, 4, "customer",
                beside=[(tr("Town"), lambda line: line.town)],
            ),
            Column(
                tr("Placed"), self._placed_cell, CellStyle.MUTED, 108, sort="placed", spare=1,
                plain=lambda line: line.placed_at,
            ),
            Column(
                tr("Total"), self._total_cell, CellStyle.MONEY, 96, 1, "total",
                plain=lambda line: line.total,
                beside=[(tr("Pieces"), lambda line: line.pieces)],
            ),
            Column(
                tr("Status"), lambda line: status_cell(line.status), CellStyle.CHIP, 118,
                sort="status", spare=2,
            ),
        ]  # fmt: skip

    def _total_cell(self, line: OrderLine) -> Cell:
        return Cell(self.context.money(line.total), piece_count(line.pieces, self.context.format))

    def _placed_cell(self, line: OrderLine) -> Cell:
        form = self.context.format
        return Cell(form.date(line.placed_at), form.time(line.placed_at))

    def _customer_cell(self, line: OrderLine) -> Cell:
        return Cell(line.customer, tr("At the till") if line.is_sale else line.town)
