"""One till of the torture: sells at random through the real desk until killed or its time is up.

    python till.py DSN REGISTER JOURNAL CODES SEED SECONDS

The journal tells what was tried and what was acknowledged: the checker holds it against the store.
"""

import asyncio
import json
import os
import random
import sys
import time
from pathlib import Path
from uuid import UUID, uuid4

from storedesk import api, queries
from storedesk.domain.refusals.errors import StoreError, Unavailable
from storedesk.domain.till import Found, Method, Tender
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk


class Journal:
    """A file that survives kill -9."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a", encoding="utf-8")

    def note(self, what: str, **details: object) -> None:
        self._file.write(json.dumps({"what": what, **details}, default=str) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())


class Robot:
    """Someone who scans, changes her mind, parks, and takes money."""

    def __init__(
        self,
        desk: Desk,
        register: UUID,
        journal: Journal,
        codes: list[str],
        chance: random.Random,
    ) -> None:
        self.desk, self.register, self.journal = desk, register, journal
        self.codes, self.chance = codes, chance

    async def work(self, until: float) -> None:
        await self.open_shift()
        await self.take_up_what_was_left()
        while time.monotonic() < until:
            try:
                await self.sell(uuid4())
            except Unavailable as silence:
                self.journal.note("silence", code=silence.code)
                await asyncio.sleep(0.3)
                await self.take_up_what_was_left()
            except StoreError as refusal:
                self.journal.note("refused", code=refusal.code, **refusal.parameters)
                await self.take_up_what_was_left()

    async def open_shift(self) -> None:
        while True:
            try:
                if not await self.desk.read(queries.shifts.open_shift_at, self.register):
                    await self.desk.do(
                        api.shifts.open_shift,
                        register_id=self.register,
                        opening_float=Money.of(100, "USD"),
                    )
            except StoreError:
                await asyncio.sleep(0.3)
            else:
                return

    async def take_up_what_was_left(self) -> None:
        """After a crash or a silence the sale is on the screen again: pay it or throw it away."""
        while True:
            try:
                left = await self.desk.read(api.till.current_sale, self.register)
                if left is not None and left.lines:
                    self.journal.note("again", order=left.order_id)
                    await self.pay(left.order_id, left.total)
                elif left is not None:
                    await self.desk.do(api.till.discard_sale, order_id=left.order_id)
            except Unavailable:
                await asyncio.sleep(0.3)
            except StoreError as refusal:
                self.journal.note("refused", code=refusal.code)
                return
            else:
                return

    async def sell(self, order: UUID) -> None:
        sale = None
        for _ in range(self.chance.randint(1, 6)):
            sale = await self.desk.do(
                api.till.scan,
                register_id=self.register,
                order_id=order,
                code=self.chance.choice(self.codes),
                quantity=self.chance.choice((1, 1, 1, 2, 5)),
            )
        assert sale is not None
        if self.chance.random() < 0.15:
            line = self.chance.choice(sale.lines)
            sale = await self.desk.do(
                api.till.change_line, order_id=order, line_id=line.id, quantity=line.quantity + 1
            )
        if self.chance.random() < 0.1:
            await self.desk.do(api.till.park, order_id=order, label="back soon")
            sale = await self.desk.do(api.till.recall, order_id=order, register_id=self.register)
        if self.chance.random() < 0.03:
            await self.desk.do(api.till.discard_sale, order_id=order)
            return
        await self.pay(order, sale.total)

    async def pay(self, order: UUID, total: Money) -> None:
        found: tuple[Found, ...] = ()
        for _ in range(4):
            quote = await self.desk.do(
                api.till.quote, order_id=order, shown_total=total, found=found
            )
            total = quote.sale.total
            found = tuple(Found(short.product_id, "in hand") for short in quote.shortages)
            if quote.is_held:
                break
        else:
            self.journal.note("unheld", order=order)
            return
        self.journal.note("try", order=order, total=total.amount)
        paid = await self.desk.do(api.till.pay, order_id=order, tenders=[self.tender(total)])
        self.journal.note("paid", order=order, number=paid.order_number, total=paid.total.amount)

    def tender(self, total: Money) -> Tender:
        if self.chance.random() < 0.6:
            return Tender(uuid4(), Method.CASH, total, tendered=total + Money.of(5, "USD"))
        return Tender(uuid4(), Method.CARD, total, last_four="4242", card_brand="visa")


def known(codes: str) -> list[str]:
    return list(json.loads(Path(codes).read_text(encoding="utf-8")))


async def main(dsn: str, register: str, journal: str, codes: str, seed: str, seconds: str) -> None:
    desk = Desk(Database(dsn))
    chance = random.Random(int(seed))
    robot = Robot(desk, UUID(register), Journal(Path(journal)), known(codes), chance)
    try:
        await robot.work(time.monotonic() + float(seconds))
    finally:
        robot.journal.note("end")
        desk.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
