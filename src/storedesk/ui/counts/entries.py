"""What is scanned and typed into a count, done one after the other and never lost on the way."""

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
    """A code to count, or where there is none the product to set."""

    count: UUID
    quantity: int
    code: str = ""
    product: UUID | None = None
    is_typed: bool = False
    """A person typed the code: an unknown one is a slip, and is not put aside."""

    @property
    def words(self) -> str:
        """What a person would call it."""
        return self.code or str(self.quantity)


class EntryQueue:
    """Takes entries in, and has them counted in their order."""

    def __init__(
        self,
        desk: Desk,
        told: Callable[[Tally], object],
        failed: Callable[[CountEntry, StoreError], object],
        *,
        most: int,
    ) -> None:
        """`told` hears what each one came to, `failed` what was not counted and why.

        One entry has `most` pieces at most.
        """
        self._desk, self._told, self._failed, self._most = desk, told, failed, most
        self._waiting: deque[CountEntry] = deque()
        self.last: UUID | None = None
        """The product that was counted last."""

    def scan(self, count: UUID, raw: str, staged: str) -> None:
        """Take what was scanned while `staged` ("24*") stood in the field."""
        self._waiting.append(CountEntry(count, times(staged, most=self._most), scanned(raw)))

    def type(self, count: UUID, typed: str) -> None:
        """Take what was typed: a code, "24* code", "*7" for the last product."""
        entry = parse(typed, most=self._most)
        if isinstance(entry, SetQuantity):
            if self.last is None:
                raise Refused("nothing_chosen")
            self._waiting.append(CountEntry(count, entry.quantity, product=self.last))
        elif isinstance(entry, Item):
            self._waiting.append(CountEntry(count, entry.quantity, entry.text, is_typed=True))

    def forget(self) -> None:
        """Begin anew: another count."""
        self._waiting.clear()
        self.last = None

    async def work(self) -> None:
        """Have all that waits counted in its order; what is refused is told and left out."""
        while self._waiting:
            entry = self._waiting.popleft()
            try:
                tally = await self._count(entry)
            except StoreError as refusal:
                self._failed(entry, refusal)
            else:
                self.last = tally.product_id or self.last
                self._told(tally)

    async def _count(self, entry: CountEntry) -> Tally:
        if entry.product is not None:
            return await self._desk.do(
                api.counts.count_item,
                entry.count,
                product=entry.product,
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
