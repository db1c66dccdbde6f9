"""An order being taken by telephone: its lines, and their totals as the database has them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from storedesk import api
from storedesk.domain.fulfillment import OrderedLine, Placing, ShippingAddress
from storedesk.domain.refusals.errors import NotFound, StoreError
from storedesk.domain.scans import unwrapped
from storedesk.domain.till import FoundItem, Tender
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.serial import Serial


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line of the draft, at the price that is shown."""

    id: UUID
    item: FoundItem
    quantity: int
    price: Money
    was: Money | None = None
    """What it cost when it was put in, where that has changed."""
    available: int | None = None
    """How many there are, where that is too few."""
    is_shortage_above: bool = False
    """A line above says of the same product how many are left."""

    @property
    def subtotal(self) -> Money:
        """What the line comes to."""
        return self.price * self.quantity

    @property
    def ordered(self) -> OrderedLine:
        """Return it as the commands take it."""
        return OrderedLine(self.item.product_id, self.item.variant_id, self.quantity, self.price)


class Draft(QObject):
    """Keeps the lines, asks what they come to after each change, and places them at last."""

    changed = Signal()
    """Other lines, or other totals."""
    refused = Signal(object, str)
    """A StoreError, and the code that it was about or nothing."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.queue = Serial(self._refuse, lambda: None)
        self.begin()

    def begin(self) -> None:
        """Begin anew. The order's id is made now, so that it is placed once at most."""
        self.order_id = uuid4()
        self.lines: list[DraftLine] = []
        self.current: UUID | None = None
        self.shipping = self._context.zero()
        self.placing: Placing | None = None
        self.changed.emit()

    def scan(self, sent: str, quantity: int = 1) -> None:
        """Add the product that what was scanned or typed is of."""
        self.queue.add(partial(self._scan, sent, quantity), unwrapped(sent))

    def add(self, item: FoundItem, quantity: int = 1) -> None:
        """Add what a search has found."""
        self.queue.add(partial(self._add, item, quantity), item.code or item.name)

    def set_quantity(self, quantity: int) -> None:
        """Have so many of the current line; nought removes it."""
        self.queue.add(partial(self._change, to=quantity))

    def step(self, by: int) -> None:
        """Have one more or one less of the current line."""
        self.queue.add(partial(self._change, by=by))

    def ship_for(self, cost: Money) -> None:
        """Charge that much for shipping."""
        if cost != self.shipping:
            self.shipping = cost
            self.queue.add(self._reckon)

    def look_again(self) -> None:
        """Ask again what the lines come to: prices or stock may have changed."""
        if self.lines:
            self.queue.add(self._reckon)

    def move(self, by: int) -> None:
        """Make another line the current one."""
        ids = [line.id for line in self.lines]
        if ids:
            at = ids.index(self.current) if self.current in ids else len(ids) - 1
            self.current = ids[min(max(at + by, 0), len(ids) - 1)]
            self.changed.emit()

    async def place(
        self,
        customer: UUID,
        address: ShippingAddress,
        tenders: Sequence[Tender] = (),
        shift: UUID | None = None,
    ) -> Placing:
        """Place it; where a line prevents that, show at the line why."""
        await self.queue.idle()
        total = self.placing.total if self.placing else self._context.zero()
        placing = await self._context.desk.do(
            api.orders.place_order,
            order_id=self.order_id,
            customer_id=customer,
            lines=[line.ordered for line in self.lines],
            address=address,
            shipping_cost=self.shipping,
            shown_total=total,
            tenders=tenders,
            shift_id=shift,
        )
        if not placing.is_placed:
            self._show(placing)
        return placing

    async def _scan(self, code: str, quantity: int) -> None:
        item = await self._context.desk.read(api.till.item_by_code, code)
        if item is None:
            raise NotFound("unknown_code", code=unwrapped(code))
        await self._add(item, quantity)

    async def _add(self, item: FoundItem, quantity: int) -> None:
        before = list(self.lines), self.current
        same = next((one for one in self.lines if _is_same(one.item, item)), None)
        if same:
            self._put(replace(same, quantity=same.quantity + quantity))
        else:
            same = DraftLine(uuid4(), item, quantity, item.price)
            self.lines.append(same)
        self.current = same.id
        try:
            await self._reckon()
        except StoreError:
            self.lines, self.current = before
            raise

    async def _change(self, to: int | None = None, by: int = 0) -> None:
        line = next((one for one in self.lines if one.id == self.current), None)
        if line is None:
            return
        quantity = line.quantity + by if to is None else to
        if quantity <= 0:
            at = self.lines.index(line)
            self.lines.remove(line)
            self.current = self.lines[max(0, at - 1)].id if self.lines else None
        else:
            self._put(replace(line, quantity=quantity))
        await self._reckon()

    async def _reckon(self) -> None:
        if not self.lines:
            self.placing = None
            self.changed.emit()
            return
        ordered = [line.ordered for line in self.lines]
        placing = await self._context.desk.read(
            api.orders.order_totals, ordered, shipping_cost=self.shipping
        )
        self._show(placing)

    def _show(self, placing: Placing) -> None:
        """Show what the store says: new prices are taken over and said, shortages are said."""
        prices = {(one.product_id, one.variant_id): one.new for one in placing.changes}
        short = {one.product_id: one.available for one in placing.shortages}
        lines = [_with_news(line, prices, short) for line in self.lines]
        products = [line.item.product_id for line in lines]
        self.lines = [
            replace(line, is_shortage_above=products.index(line.item.product_id) < at)
            for at, line in enumerate(lines)
        ]
        self.placing = replace(placing, changes=())
        self.changed.emit()

    def _put(self, line: DraftLine) -> None:
        self.lines = [line if one.id == line.id else one for one in self.lines]

    def _refuse(self, refusal: StoreError, about: str) -> None:
        self.refused.emit(refusal, about)


def _with_news(
    line: DraftLine, prices: dict[tuple[UUID, UUID | None], Money], short: dict[UUID, int]
) -> DraftLine:
    price = prices.get((line.item.product_id, line.item.variant_id), line.price)
    was = line.price if price != line.price else line.was
    available = short.get(line.item.product_id)
    return replace(line, price=price, was=was, available=available)


def _is_same(one: FoundItem, other: FoundItem) -> bool:
    return (one.product_id, one.variant_id) == (other.product_id, other.variant_id)
