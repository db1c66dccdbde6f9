"""Handle what is scanned and typed at the packing bench: slips, items, labels, Enter."""

import re
from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from storedesk import api, queries
from storedesk.domain import carriers
from storedesk.domain.order_details import Order
from storedesk.domain.refusals.errors import Conflict, NotFound, Refused, StoreError
from storedesk.domain.scans import read, unwrapped
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.base.serial import Serial
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.orders.labels import standing
from storedesk.ui.orders.packing_bench import PackingBench, SentShipment

NUMBER = re.compile(r"ORD-\d{4}-\d{6,}", re.IGNORECASE | re.ASCII)


class ShippingController(QObject):
    """Sends parcels from a bench, one after the other, however fast they are scanned."""

    sent = Signal(str)
    """An order was shipped: its number."""

    def __init__(self, context: PageContext, bench: PackingBench) -> None:
        super().__init__()
        self._context, self._bench = context, bench
        self.queue = Serial(self._refused, lambda: None)
        self._codes: dict[str, UUID] = {}
        self._next: list[UUID] = []
        self._entering: tuple[str, UUID | None] | None = None
        self._about: tuple[UUID, str] | None = None
        self._said: set[str] = set()
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
        text = unwrapped(raw)
        if text:
            self.queue.add(partial(self._take_scan, raw, self._in_hand()), text)

    def look_again(self) -> None:
        """Hear that orders have changed: the one in hand, or the number of one that was sent."""
        if self._bench.order is not None or self._bench.shipments:
            self.queue.add(self._look_again)

    def _entered(self, typed: str) -> None:
        text = typed.strip()
        entered = (text, self._in_hand())
        if text and entered != self._entering:  # Enter twice is Enter once, until it is answered
            self._entering = entered
            self.queue.add(partial(self._take_once, *entered), text)

    def _in_hand(self) -> UUID | None:
        """Return the order that is shown: what is scanned or typed now is meant for it."""
        return self._bench.order.id if self._bench.order else None

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

    async def _take_once(self, text: str, shown: UUID | None) -> None:
        try:
            await self._take(text, shown)
        finally:
            self._entering = None

    async def _take(self, text: str, shown: UUID | None) -> None:
        """Read what was typed: an order's number, an item's code, or else the parcel's number."""
        if shown is None or NUMBER.fullmatch(text):
            await self._open_number(text)
        elif shown != self._in_hand():
            self._came_late(text)
        elif (line := self._line_of(text)) is not None:
            self._check(text, line)
        else:
            await self._ship(text)

    def _came_late(self, text: str) -> None:
        """Say that something was meant for an order that is not in hand any more."""
        self._bench.take_out(text)
        words = tr("{text} was scanned for the previous order and not used. Scan it again.")
        self._bench.say(words.format(text=text), Tone.BAD)

    async def _take_scan(self, raw: str, shown: UUID | None) -> None:
        """Read what was scanned: as `_take`, but a label only fills the field: Enter ships."""
        text = unwrapped(raw)
        number = carriers.cleaned(text)
        if shown is None or NUMBER.fullmatch(text):
            self._bench.entry.clear()  # what stood there was for the parcel before
            await self._open_number(text)
        elif shown != self._in_hand():
            self._came_late(text)
        elif (line := self._line_of(raw)) is not None:
            self._check(text, line)
        elif carriers.guess(number) is None and await self._is_item(raw):
            self._bench.say(tr("{code} is not in this order.").format(code=text), Tone.BAD)
        elif not carriers.is_tracking(number):
            raise Refused("bad_tracking")
        else:
            self._bench.problem.hide()
            self._bench.entry.setText(number)
            self._bench.entry.selectAll()
            self._bench.sounds.good()

    async def _is_item(self, code: str) -> bool:
        try:
            return await self._context.desk.read(api.till.item_by_code, code) is not None
        except Refused:  # it is one, and no longer sold
            return True

    def _line_of(self, sent: str) -> UUID | None:
        """Return the line of the order in hand that has what was scanned or typed."""
        forms = map(str.upper, read(sent).forms)
        return next((self._codes[form] for form in forms if form in self._codes), None)

    def _check(self, code: str, counted: UUID) -> None:
        bench = self._bench
        line = bench.count_item(counted)
        bench.entry.clear()
        if line is None:
            bench.say(tr("{code}: all ordered pieces are already packed.").format(code=code), Tone.BAD)  # fmt: skip  # noqa: E501
            return
        bench.problem.hide()
        bench.sounds.good()

    async def _open_number(self, text: str) -> None:
        order = await self._context.desk.read(queries.order_details.order_by_number, text)
        await self._open(order, text)

    async def _open(self, order: Order, typed: str = "") -> None:
        bench = self._bench
        if not order.is_to_ship:
            bench.entry.selectAll()
            bench.say(standing(order, self._context.format), Tone.BAD)
            return
        self._codes = await self._context.desk.read(queries.picking.item_codes, order.id)
        self._next = [key for key in self._next if key != order.id]
        if bench.is_warned():
            bench.problem.hide()
        bench.take_out(typed)
        bench.show_order(order)
        if order.is_recalled:
            words = tr(
                "{number} was recalled. Scanning its next label ships it and sends the e-mail."
            )
            bench.problem.say(words.format(number=order.number), Tone.INFO)

    async def _open_next(self) -> None:
        while self._next:
            try:
                order = await self._context.desk.read(
                    queries.order_details.order, self._next.pop(0)
                )
            except NotFound:
                continue
            if order.is_to_ship:
                await self._open(order)
                self._bench.guard.arm()  # Enter was meant for the order before
                return
        self._bench.wait()

    async def _look_again(self) -> None:
        await self._look_at_sent()
        held = self._bench.order
        if held is None:
            return
        order = await self._context.desk.read(queries.order_details.order, held.id)
        if not order.is_to_ship:
            self._bench.clear()
            self._bench.say(standing(order, self._context.format), Tone.BAD)

    async def _look_at_sent(self) -> None:
        """Show the numbers that parcels have now: somebody may have corrected one."""
        if parcels := self._bench.shipments:
            lines = await self._context.desk.read(
                queries.order_lists.order_lines, [one.id for one in parcels]
            )
            self._bench.show_numbers({line.id: line.tracking or "" for line in lines})

    async def _ship(self, text: str) -> None:
        order, number = self._bench.order, carriers.cleaned(text)
        if order is None:
            return
        if not carriers.is_tracking(number):
            raise Refused("bad_tracking")
        if self._about != (order.id, number):
            self._about, self._said = (order.id, number), set()
        if doubt := self._doubt(number):
            self._bench.say(doubt, Tone.WARN)
            return
        carrier = self._bench.carrier.name()
        try:
            await self._send(order, number, carrier)
        except Conflict as clash:
            await self._was_second(order, clash, number)
            return
        except Refused as refusal:
            self._said |= {refusal.code} & carriers.DOUBTS
            raise
        self._bench.add_sent(
            SentShipment(order.id, order.number, order.customer.name, number, carrier or "")
        )
        self._bench.say(tr("{number} is shipped.").format(number=order.number), Tone.OK)
        self._bench.take_out(text)
        self.sent.emit(order.number)
        await self._open_next()

    async def _send(self, order: Order, number: str, carrier: str | None) -> None:
        """Send a parcel, for the first time or again."""
        await self._context.desk.do(
            api.orders.correct_tracking if order.is_recalled else api.orders.ship_order,
            order_id=order.id,
            seen=order.version,
            tracking=number,
            shared="tracking_used" in self._said,
            carrier=carrier,
        )

    def _doubt(self, number: str) -> str:
        """Say what is doubtful and was not said yet; "" where there is nothing."""
        missing = self._bench.unchecked()
        carrier = carriers.misread(number, self._context.store.carriers)
        if missing and "unscanned" not in self._said:
            self._said.add("unscanned")
            words = plural(
                "{n} piece was not scanned. Press Enter again to ship anyway.",
                "{n} pieces were not scanned. Press Enter again to ship anyway.",
                missing,
            )
            return words.format(n=missing)
        if carrier and "tracking_misread" not in self._said:
            self._said.add("tracking_misread")
            return Refused("tracking_misread", carrier=carrier.name).sentence(spoken)
        return ""

    async def _was_second(self, order: Order, clash: Conflict, number: str) -> None:
        """Show what somebody else has made of the order in hand; what was typed stays."""
        now = await self._context.desk.read(queries.order_details.order, order.id)
        if now.is_to_ship:
            self._bench.show_order(now)
            self._bench.entry.setText(number)
            self._bench.say(clash.sentence(spoken), Tone.BAD)
        else:
            self._bench.clear()
            self._bench.say(standing(now, self._context.format), Tone.BAD)

    def _refused(self, refusal: StoreError, about: str) -> None:
        del about
        self._bench.entry.selectAll()
        self._bench.say(refusal.sentence(spoken), Tone.BAD)
