"""Queue what is scanned and typed into a count, and count it in order."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from storedesk import api
from storedesk.api.inventory import stock_item
from storedesk.domain.counts import Tally
from storedesk.domain.entry import (
    Item,
    SetQuantity,
    is_misread,
    parse,
    scanned,
    times,
    unknown,
)
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.scans import unwrapped
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.serial import Serial


class EntryQueue:
    """Counts what is scanned and typed, each when the entry before has its answer."""

    def __init__(
        self,
        desk: Desk,
        counted: Callable[[Tally], object],
        failed: Callable[[StoreError, str], object],
        *,
        most: int,
    ) -> None:
        """Call `counted` with each tally, and `failed` with what was refused, and of what.

        One entry has `most` pieces at most.
        """
        self._desk, self._counted, self._failed, self._most = desk, counted, failed, most
        self.queue = Serial(self._refuse, lambda: None)
        self.last: UUID | None = None
        """The product that is shown, which "*7" is about; None: a code that nothing has."""

    def scan(self, count: UUID, raw: str, staged: str) -> None:
        """Queue a scan; `staged` is what the entry field holds, such as "24*"."""
        code, quantity = scanned(raw), times(staged, most=self._most)
        self.queue.add(partial(self._count, count, raw, quantity, is_typed=False), code)

    def type(self, count: UUID, typed: str) -> None:
        """Queue what was typed: a code, "24* code", or "*7" for the product of the entry before.

        Which product that is turns out when its turn comes.
        """
        entry = parse(typed, most=self._most)
        if isinstance(entry, SetQuantity):
            if self.last is None and not self.queue.waiting:
                raise Refused("no_item_to_set")
            self.queue.add(partial(self._set, count, entry.quantity), str(entry.quantity))
        elif isinstance(entry, Item):
            step = partial(self._count, count, entry.text, entry.quantity, is_typed=True)
            self.queue.add(step, entry.text)

    def forget(self) -> None:
        """Empty the queue: another count is shown, or none."""
        self.queue.cancel()
        self.last = None

    def show(self, tally: Tally) -> None:
        """Take what was counted, here or in the list: it is what is shown now."""
        self.last = tally.product_id
        self._counted(tally)

    async def _set(self, count: UUID, quantity: int) -> None:
        if self.last is None:
            raise Refused("no_item_to_set")
        self.show(
            await self._desk.do(
                api.counts.count_item, count, product=self.last, quantity=quantity, is_set=True
            )
        )

    async def _count(self, count: UUID, sent: str, quantity: int, *, is_typed: bool) -> None:
        """Count a code: an unknown one is refused if it was typed, and listed if it was scanned."""
        code = unwrapped(sent)
        is_doubted = is_typed or is_misread(code)
        if is_doubted and not await self._is_known(sent):
            raise unknown(code)
        self.show(await self._desk.do(api.counts.count_item, count, code=sent, quantity=quantity))

    async def _is_known(self, sent: str) -> bool:
        try:
            return await self._desk.read(stock_item, sent) is not None
        except Refused:  # it is one, and the count says what is the matter with it
            return True

    def _refuse(self, refusal: StoreError, about: str) -> None:
        self.last = None
        self._failed(refusal, about)
