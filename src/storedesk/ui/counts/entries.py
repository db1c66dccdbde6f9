"""Queue what is scanned and typed into a count, and count it in order."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
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
from storedesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class CountEntry:
    """A code to count, or a product to set."""

    count: UUID
    quantity: int
    code: str = ""
    """Empty: the product of the entry before is set to the quantity."""
    is_typed: bool = False
    """Whether the code was typed: an unknown typed code is refused, a scanned one is listed."""
    after: "CountEntry | None" = None
    """The entry that had no answer yet when this one was made."""

    @property
    def words(self) -> str:
        """The code, or else the quantity, to show to a person."""
        return self.code or str(self.quantity)


class EntryQueue:
    """Count entries one after the other, in their order."""

    def __init__(
        self,
        desk: Desk,
        counted: Callable[[Tally], object],
        failed: Callable[[CountEntry, StoreError], object],
        *,
        most: int,
    ) -> None:
        """Call `counted` with each tally, and `failed` with what was refused.

        One entry has `most` pieces at most.
        """
        self._desk, self._counted, self._failed, self._most = desk, counted, failed, most
        self._waiting: deque[CountEntry] = deque()
        self._newest: CountEntry | None = None
        self._refused: CountEntry | None = None
        self._idle = asyncio.Event()
        self._idle.set()
        self.last: UUID | None = None
        """The product that was counted last."""

    async def idle(self) -> None:
        """Wait until every entry has its answer."""
        await self._idle.wait()

    def scan(self, count: UUID, raw: str, staged: str) -> None:
        """Queue a scan; `staged` is what the entry field holds, such as "24*"."""
        self._add(CountEntry(count, times(staged, most=self._most), scanned(raw)))

    def type(self, count: UUID, typed: str) -> None:
        """Queue what was typed: a code, "24* code", or "*7" for the product of the entry before.

        Which product that is turns out when its turn comes.
        """
        entry = parse(typed, most=self._most)
        if isinstance(entry, SetQuantity):
            if self.last is None and self._newest is None:
                raise Refused("no_item_to_set")
            self._add(CountEntry(count, entry.quantity, after=self._newest))
        elif isinstance(entry, Item):
            self._add(CountEntry(count, entry.quantity, entry.text, is_typed=True))

    def forget(self) -> None:
        """Empty the queue: another count is shown."""
        self._waiting.clear()
        self.last = None

    def _add(self, entry: CountEntry) -> None:
        self._waiting.append(entry)
        self._newest = entry
        self._idle.clear()

    async def work(self) -> None:
        """Count all queued entries in order; report refused ones and go on."""
        try:
            while self._waiting:
                entry = self._waiting.popleft()
                try:
                    tally = await self._count(entry)
                except StoreError as refusal:
                    self._refused = entry
                    self._failed(entry, refusal)
                else:
                    self.last = tally.product_id
                    self._counted(tally)
        finally:
            self._newest = None
            self._idle.set()

    async def _count(self, entry: CountEntry) -> Tally:
        if not entry.code:
            product = None if entry.after and entry.after is self._refused else self.last
            if product is None:
                raise Refused("no_item_to_set")
            return await self._desk.do(
                api.counts.count_item,
                entry.count,
                product=product,
                quantity=entry.quantity,
                is_set=True,
            )
        is_doubted = entry.is_typed or is_misread(entry.code)
        if is_doubted and not await self._is_known(entry.code):
            raise unknown(entry.code)
        return await self._desk.do(
            api.counts.count_item, entry.count, code=entry.code, quantity=entry.quantity
        )

    async def _is_known(self, code: str) -> bool:
        try:
            return await self._desk.read(stock_item, code) is not None
        except Refused:  # it is one, and the count says what is the matter with it
            return True
