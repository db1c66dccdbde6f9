"""Send the commands of the current sale in order, and keep the database's last answer."""

import asyncio
from collections.abc import Callable, Coroutine
from decimal import Decimal
from functools import partial
from typing import Any, TypedDict, Unpack
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from storedesk import api
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.scans import unwrapped
from storedesk.domain.till import FoundItem, Sale, SaleLine
from storedesk.domain.values.money import Money
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.serial import Serial


class Measured(TypedDict, total=False):
    """What is known of a package, and who approved its price."""

    weight: Decimal
    price: Money
    approval: UUID | None


class SaleController(QObject):
    """Holds no data of its own: `sale` is what the database answered last.

    The order's id is made before the first scan is sent and kept until the sale has ended, so
    that a scan whose answer was lost never begins a second sale.
    """

    changed = Signal()
    """There is another answer, or none: the sale has ended."""
    touched = Signal(object)
    """The id of the line that a command of this till has just changed."""
    refused = Signal(object, str)
    """A StoreError, and the code that it was about or nothing."""
    gone = Signal(object)
    """The order's id of a sale that nobody here has ended: an earlier program has, or someone."""
    undone = Signal(object)
    """An Undone: the last change of the sale, which it has no longer."""
    shelved = Signal()
    """A sale was put aside or taken up again."""
    waited = Signal(int)
    """How many commands are on their way."""

    def __init__(self, desk: Desk, register_id: UUID) -> None:
        super().__init__()
        self.sale: Sale | None = None
        self.current: UUID | None = None
        """The line that + and - are about."""
        self.tried = 1
        """How many pieces the scan was about that was sent last."""
        self.queue = Serial(self._refuse, lambda: self.waited.emit(self.queue.waiting))
        self.desk = desk
        self.register_id = register_id
        self._order_id: UUID | None = None
        self._is_looking = False

    @property
    def is_empty(self) -> bool:
        """Whether the sale has no lines, and nothing comes back for it."""
        return self.sale is None or not (self.sale.lines or self.sale.exchange)

    @property
    def order_id(self) -> UUID:
        """Return the id that this sale's order will have."""
        if self._order_id is None:
            self._order_id = uuid4()
        return self._order_id

    def line(self) -> SaleLine | None:
        """Return the current line; None while nothing is sold."""
        lines = self.sale.lines if self.sale else ()
        return next((line for line in lines if line.id == self.current), None)

    def look(self) -> None:
        """Ask for the sale of this register again: it may be older than this program."""
        if not self._is_looking:
            self._is_looking = True
            self.queue.add(self._look)

    def scan(self, sent: str, quantity: int = 1) -> None:
        """Add the product that what was scanned or typed is of."""
        self.queue.add(partial(self._scan, sent, quantity), unwrapped(sent))

    def add(self, item: FoundItem, quantity: int = 1) -> None:
        """Add a product that was found by words."""
        self.queue.add(partial(self._add, item, quantity))

    async def add_package(
        self, product_id: UUID, variant_id: UUID | None, **measured: Unpack[Measured]
    ) -> None:
        """Add in its turn what was weighed, or a price was typed for. Raises what is refused."""
        await self._in_turn(partial(self._add_package, product_id, variant_id, measured))

    def step(self, by: int) -> None:
        """Add `by` pieces to the current line, whichever it is when its turn comes."""
        self.queue.add(partial(self._change, by=by))

    def set_quantity(self, quantity: int) -> None:
        """Give the current line `quantity` pieces; nought removes it."""
        self.queue.add(partial(self._change, to=quantity))

    def attach(self, customer_id: UUID | None) -> None:
        """Note for whom the sale is, or that it is for nobody in particular."""
        self.queue.add(partial(self._attach, customer_id))

    def note(self, line_id: UUID, note: str, done: Callable[[], object]) -> None:
        """Note what is special about a line; "" removes it. Call `done` if that was not refused."""
        self.queue.add(partial(self._note, line_id, note, done))

    def drop_exchange(self) -> None:
        """Have nothing come back for the sale; its lines stay."""
        self.queue.add(self._drop_exchange)

    async def price(self, command: Callable[..., Any], **wanted: Any) -> None:
        """Give a discount or set a price in its turn, `wanted` as `command` takes it."""
        await self._in_turn(partial(self._price, command, wanted))

    def undo(self) -> None:
        """Undo what was done last to the sale, before what is sent after this."""
        self.queue.add(self._undo)

    def park(self, label: str) -> None:
        """Put the sale aside."""
        self.queue.add(partial(self._park, label))

    def recall(self, order_id: UUID) -> None:
        """Recall a parked sale; refused while the current one has lines."""
        self.queue.add(partial(self._recall, order_id))

    def discard(self) -> None:
        """Empty the counter."""
        self.queue.add(self._discard)

    def show(self, sale: Sale) -> None:
        """Take an answer of the database."""
        old = self.sale
        self.sale = sale
        self._order_id = sale.order_id
        ids = [line.id for line in sale.lines]
        if sale.touched in ids:
            self.current = sale.touched
        elif self.current not in ids:
            self.current = _next_line(old, self.current, ids)
        self.changed.emit()
        if sale.touched in ids and sale != old:
            self.touched.emit(sale.touched)

    def end(self) -> None:
        """Let go of the sale: it is paid, parked or thrown away."""
        self.sale = self.current = self._order_id = None
        self.changed.emit()

    async def _look(self) -> None:
        self._is_looking = False
        sale = await self.desk.read(api.till.current_sale, self.register_id)
        if sale is None:
            if self.sale is not None:
                lost = self.sale.order_id
                self.end()
                self.gone.emit(lost)
        elif sale != self.sale:
            self.show(sale)

    async def _scan(self, code: str, quantity: int) -> None:
        self.tried = quantity
        await self._sell(
            self.desk.do(
                api.till.scan,
                register_id=self.register_id,
                order_id=self.order_id,
                code=code,
                quantity=quantity,
            )
        )

    async def _add(self, item: FoundItem, quantity: int) -> None:
        await self._sell(
            self.desk.do(
                api.till.add_item,
                register_id=self.register_id,
                order_id=self.order_id,
                product_id=item.product_id,
                variant_id=item.variant_id,
                quantity=quantity,
            )
        )

    async def _in_turn(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Do `work` behind what was asked before. Raises what is refused, while somebody waits."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        async def do() -> None:
            try:
                await work()
            except StoreError as refusal:
                if done.done():  # who asked has gone
                    raise
                if refusal.code == "perhaps_done":
                    self.look()
                done.set_exception(refusal)
            except Exception as bug:
                if not done.done():
                    done.set_exception(bug)  # nobody waits forever
                raise
            else:
                if not done.done():
                    done.set_result(None)

        self.queue.add(do)
        await done

    async def _add_package(
        self, product_id: UUID, variant_id: UUID | None, measured: Measured
    ) -> None:
        adding = self.desk.do(
            api.till.add_item, register_id=self.register_id, order_id=self.order_id,
            product_id=product_id, variant_id=variant_id, **measured,
        )  # fmt: skip
        await self._sell(adding)

    async def _price(self, command: Callable[..., Any], wanted: dict[str, Any]) -> None:
        self.show(await self.desk.do(command, **wanted))

    async def _change(self, *, by: int = 0, to: int | None = None) -> None:
        line = self.line()
        if line is None:
            return
        quantity = max(0, line.quantity + by) if to is None else to
        await self._sell(
            self.desk.do(
                api.till.change_line, order_id=self.order_id, line_id=line.id, quantity=quantity
            )
        )

    async def _attach(self, customer_id: UUID | None) -> None:
        await self._sell(
            self.desk.do(
                api.till.attach_customer,
                register_id=self.register_id,
                order_id=self.order_id,
                customer_id=customer_id,
            )
        )

    async def _note(self, line_id: UUID, note: str, done: Callable[[], object]) -> None:
        noting = self.desk.do(
            api.till.note_line, order_id=self.order_id, line_id=line_id, note=note
        )
        await self._sell(noting)
        done()

    async def _drop_exchange(self) -> None:
        if self.sale and self.sale.exchange:
            await self._sell(self.desk.do(api.exchanges.drop_exchange, order_id=self.sale.order_id))

    async def _undo(self) -> None:
        if self.sale is None:
            raise Refused("nothing_to_undo")
        undone = await self.desk.do(api.till.undo_change, order_id=self.sale.order_id)
        self.show(undone.sale)
        self.undone.emit(undone)

    async def _park(self, label: str) -> None:
        await self.desk.do(api.till.park, order_id=self.order_id, label=label)
        self.end()
        self.shelved.emit()

    async def _recall(self, order_id: UUID) -> None:
        await self._sell(
            self.desk.do(api.till.recall, order_id=order_id, register_id=self.register_id)
        )
        self.shelved.emit()

    async def _discard(self) -> None:
        await self.desk.do(api.till.discard_sale, order_id=self.order_id)
        self.end()

    async def _sell(self, command: Coroutine[None, None, Sale]) -> None:
        self.show(await command)

    def _refuse(self, refusal: StoreError, about: str) -> None:
        if refusal.code == "perhaps_done":
            self.look()
        self.refused.emit(refusal, about)


def _next_line(old: Sale | None, gone: UUID | None, ids: list[UUID]) -> UUID | None:
    """Return the line that takes the place of a removed one: the next, else the last."""
    before = [line.id for line in old.lines] if old else []
    after = before[before.index(gone) + 1 :] if gone in before else []
    return next((line for line in after if line in ids), ids[-1] if ids else None)
