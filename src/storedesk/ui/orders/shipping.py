"""What the packing bench does with what is scanned and typed: slips, items, labels, and Enter."""

import re
from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from storedesk.domain import carriers
from storedesk.domain.errors import Conflict, NotFound, Refused, StoreError
from storedesk.domain.order_desk import Order
from storedesk.domain.orders import OrderStatus
from storedesk.services import fulfilment
from storedesk.services import orders as services
from storedesk.services import till as articles
from storedesk.services.desk import Desk
from storedesk.ui.kit.serial import Serial
from storedesk.ui.kit.tokens import Tone
from storedesk.ui.kit.view import spoken
from storedesk.ui.orders.bench import Bench, Parcel
from storedesk.ui.orders.office import Office
from storedesk.ui.orders.words import standing

NUMBER = re.compile(r"ORD-\d{4}-\d{6,}", re.IGNORECASE | re.ASCII)


class Shipping(QObject):
    """Sends parcels from a bench, one after the other, however fast they are scanned."""

    sent = Signal(str)
    """An order was shipped: its number."""

    def __init__(self, desk: Desk, office: Office, bench: Bench) -> None:
        super().__init__()
        self._desk, self._office, self._bench = desk, office, bench
        self.queue = Serial(self._refused, lambda: None)
        self._codes: dict[str, UUID] = {}
        self._next: list[UUID] = []
        self._doubted = ""
        bench.entry.entered.connect(self._entered)
        bench.entry.escaped.connect(self._escaped)
        bench.ship.clicked.connect(lambda: self._entered(bench.entry.text()))

    def begin(self, ids: Sequence[UUID]) -> None:
        """Take orders in hand one after the other; without any, wait for a slip."""
        self._next = list(ids)
        self._bench.problem.hide()
        self._bench.clear()
        self.queue.add(self._open_next)

    def scanned(self, raw: str) -> None:
        """Take what a scanner sent."""
        text = raw.strip()
        if text:
            self.queue.add(partial(self._take_scan, text), text)

    def look_again(self) -> None:
        """Hear that orders have changed: the one in hand may not be sent any more."""
        if self._bench.order is not None:
            self.queue.add(self._look_again)

    def _entered(self, typed: str) -> None:
        text = typed.strip()
        if text:
            self.queue.add(partial(self._take, text), text)

    def _escaped(self) -> None:
        bench = self._bench
        if bench.entry.text():
            bench.entry.clear()
        elif bench.is_warned():
            bench.problem.hide()
        elif bench.order is not None:
            self._next.clear()
            bench.clear()
        else:
            bench.left.emit()

    async def _take(self, text: str) -> None:
        """Read what was typed: an order's number, an item's code, or else the parcel's number."""
        if self._bench.order is None or NUMBER.fullmatch(text):
            await self._open_number(text)
        elif text.upper() in self._codes:
            self._check(text)
        else:
            await self._ship(text)

    async def _take_scan(self, text: str) -> None:
        """Read what was scanned: as `_take`, but a label only fills the field: Enter ships."""
        number = carriers.cleaned(text)
        if self._bench.order is None or NUMBER.fullmatch(text):
            self._bench.entry.clear()  # what stood there was for the parcel before
            await self._open_number(text)
        elif text.upper() in self._codes:
            self._check(text)
        elif carriers.guess(number) is None and await self._is_article(text):
            self._bench.say(self.tr("{code} is not in this order.").format(code=text), Tone.BAD)
        elif not carriers.is_tracking(number):
            raise Refused("bad_tracking")
        else:
            self._bench.problem.hide()
            self._bench.entry.setText(number)
            self._bench.entry.selectAll()
            self._bench.sounds.good()

    async def _is_article(self, code: str) -> bool:
        try:
            return await self._desk.read(articles.item_by_code, code) is not None
        except Refused:  # it is one, and no longer sold
            return True

    def _check(self, code: str) -> None:
        bench = self._bench
        line = bench.count_item(self._codes[code.upper()])
        bench.entry.clear()
        if line is None:
            bench.say(self.tr("{code}: as many as ordered are in already.").format(code=code), Tone.BAD)  # fmt: skip  # noqa: E501
            return
        bench.problem.hide()
        bench.sounds.good()

    async def _open_number(self, text: str) -> None:
        order = await self._desk.read(services.order_by_number, text)
        await self._open(order, text)

    async def _open(self, order: Order, typed: str = "") -> None:
        bench = self._bench
        if order.status is not OrderStatus.CONFIRMED:
            bench.entry.selectAll()
            bench.say(standing(order, self._office.format), Tone.BAD)
            return
        self._codes = await self._desk.read(services.item_codes, order.id)
        self._next = [key for key in self._next if key != order.id]
        self._doubted = ""
        if bench.is_warned():
            bench.problem.hide()
        bench.take_out(typed)
        bench.show_order(order)

    async def _open_next(self) -> None:
        while self._next:
            try:
                order = await self._desk.read(services.order, self._next.pop(0))
            except NotFound:
                continue
            if order.status is OrderStatus.CONFIRMED:
                await self._open(order)
                return
        self._bench.wait()

    async def _look_again(self) -> None:
        held = self._bench.order
        if held is None:
            return
        order = await self._desk.read(services.order, held.id)
        if order.status is not OrderStatus.CONFIRMED:
            self._bench.clear()
            self._bench.say(standing(order, self._office.format), Tone.BAD)

    async def _ship(self, text: str) -> None:
        order, number = self._bench.order, carriers.cleaned(text)
        if order is None:
            return
        if not carriers.is_tracking(number):
            raise Refused("bad_tracking")
        if (missing := self._bench.unchecked()) and self._doubted != number:
            self._doubted = number
            words = self.tr("{n} pieces were not scanned. Enter again sends it all the same.")
            self._bench.say(words.format(n=missing), Tone.WARN)
            return
        try:
            await self._desk.do(
                fulfilment.ship, order_id=order.id, seen=order.version, tracking=number
            )
        except Conflict as clash:
            await self._was_second(order, clash, number)
            return
        carrier = carriers.guess(number)
        name = carrier.name if carrier else ""
        self._bench.add_sent(Parcel(order.id, order.number, order.buyer.name, number, name))
        self._bench.say(self.tr("{number} is on its way.").format(number=order.number), Tone.OK)
        self._bench.take_out(text)
        self.sent.emit(order.number)
        await self._open_next()

    async def _was_second(self, order: Order, clash: Conflict, number: str) -> None:
        """Show what somebody else has made of the order in hand; what was typed stays."""
        now = await self._desk.read(services.order, order.id)
        if now.status is OrderStatus.CONFIRMED:
            self._bench.show_order(now)
            self._bench.entry.setText(number)
            self._bench.say(clash.sentence(spoken), Tone.BAD)
        else:
            self._bench.clear()
            self._bench.say(standing(now, self._office.format), Tone.BAD)

    def _refused(self, refusal: StoreError, about: str) -> None:
        del about
        self._bench.entry.selectAll()
        self._bench.say(refusal.sentence(spoken), Tone.BAD)
