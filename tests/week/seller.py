"""Somebody at a till of the week, as a process of its own: does what a line of its input asks.

    python seller.py DSN MANAGER_DSN REGISTER SEED GOODS

Reads lines of JSON, {"do": name, ...}; answers each with a line of JSON. All goes through the desk
and the commands of the program, and a manager beside the till approves what has to be.
"""

import asyncio
import json
import random
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import text

sys.path.insert(0, str(Path(__file__).parents[1]))

from drawn import unique

from storedesk import api, queries
from storedesk.domain.fulfillment import OrderedLine, ReturnedLine, ShippingAddress
from storedesk.domain.refusals.errors import NotAllowed, StoreError
from storedesk.domain.till import Found, Method, Tender
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import Database
from storedesk.services.approving import approve
from storedesk.services.desk import Desk

ADDRESS = ShippingAddress("Ann Other", "1 Any Street", "Town", "CA", "90001", "US")
SHIPPING = Decimal("4.99")
FLOAT = Decimal(200)
LINES = """
    SELECT l.id, l.quantity - coalesce((
        SELECT sum(b.quantity) FROM storedesk.order_return_lines AS b
        WHERE b.order_line_item_id = l.id
    ), 0) FROM order_line_items AS l WHERE l.order_id = :order ORDER BY l.id
"""
LEFT = "SELECT id, version FROM orders WHERE status IN ('shipped', 'delivered') ORDER BY id"
COUNTED = "nobody counts so exactly"


def usd(amount):
    return Money.of(amount, "USD")


class Seller:
    """What a person does at a register, drawn from a seed."""

    def __init__(self, desk, manager, register, chance, goods):
        self.desk, self.manager, self.register, self.chance = desk, manager, register, chance
        self.goods, self.customers = goods["goods"], [UUID(one) for one in goods["customers"]]
        self.done = {}

    async def approved(self, command, **given):
        """Send a command, and once more with a manager's approval where it asks for one."""
        try:
            return await self.desk.do(command, **given)
        except NotAllowed as refusal:
            if "action" not in refusal.parameters:
                raise
            approval, asked = uuid4(), refusal.parameters
        await asyncio.to_thread(
            approve, self.manager, approval, action=asked["action"], detail=asked["detail"]
        )
        self.note("approved")
        return await self.desk.do(command, **given, approval=approval)

    def note(self, what):
        """Count something that was done."""
        self.done[what] = self.done.get(what, 0) + 1

    async def shift(self):
        """Return the shift of the drawer; it is open, and this person is in it."""
        return (await self.desk.read(queries.shifts.open_shift_at, self.register)).id

    # ---------- the drawer

    async def open(self):
        await self.desk.do(
            api.shifts.open_shift, register_id=self.register, opening_float=usd(FLOAT)
        )

    async def join(self):
        await self.approved(api.shifts.join_shift, shift_id=await self.shift())

    async def move_cash(self):
        """Put cash in or take some out, and open the drawer for nothing."""
        shift = await self.shift()
        is_in, most = self.chance.choice(((True, 5000), (False, 2000)))
        amount = Decimal(self.chance.randrange(1, most)) / 100
        await self.desk.do(
            api.shifts.move_cash, shift_id=shift, is_in=is_in, amount=usd(amount), reason="coins"
        )
        self.note("paid in" if is_in else "paid out")
        if self.chance.random() < 0.5:
            await self.approved(api.shifts.open_drawer, shift_id=shift, reason="a customer's coins")
            self.note("no sale")

    async def close(self, expected):
        """Close without seeing what should be there: as counted, which is off now and then."""
        shift, off = await self.shift(), self.chance.choice((0, 0, -130, 45, -1250, 5))
        counted = usd(Decimal(expected) + Decimal(off) / 100)
        if self.chance.random() < 0.3:  # miscounted at first, and corrected
            await self.desk.do(
                api.shifts.count_shift, shift_id=shift, counted=usd(Decimal(expected) + 7)
            )
            self.note("recount")
        given = {"shift_id": shift, "counted": counted, "reason": COUNTED if off else ""}
        await self.desk.do(api.shifts.close_shift, **given)
        self.note("closed")

    # ---------- sales

    async def work(self, orders):
        """Sell so often, over the counter or by telephone, and take something back now and then."""
        for _ in range(orders):
            draw = self.chance.random()
            if draw < 0.14:
                await self.by_telephone()
            else:
                await self.sell()
            if self.chance.random() < 0.15:
                await self.take_back()

    async def sell(self):
        order, sale = uuid4(), None
        for _ in range(self.chance.randint(1, 5)):
            sale = await self.desk.do(
                api.till.scan, register_id=self.register, order_id=order,
                code=self.chance.choice(self.goods)["code"],
                quantity=self.chance.choice((1, 1, 1, 2, 3)),
            )  # fmt: skip
        if self.chance.random() < 0.15:
            sale = await self.reprice(order, self.chance.choice(sale.lines))
        if self.chance.random() < 0.3:
            sale = await self.desk.do(
                api.till.attach_customer, register_id=self.register, order_id=order,
                customer_id=self.chance.choice(self.customers),
            )  # fmt: skip
            self.note("customer")
        if self.chance.random() < 0.1:
            await self.desk.do(api.till.park, order_id=order, label="fetches her purse")
            sale = await self.desk.do(api.till.recall, order_id=order, register_id=self.register)
            self.note("parked")
        await self.pay(order, sale.total)

    async def reprice(self, order, line):
        """Sell a line at another price than the list's, mostly for less."""
        part = Decimal(self.chance.choice((50, 80, 90, 95, 110))) / 100
        price = usd(max(round(line.unit_price.amount * part, 2), Decimal("0.01")))
        reason = self.chance.choice(("chipped", "Chipped", "last piece", "matched a price"))
        self.note("override")
        return await self.approved(
            api.till.reprice_line, order_id=order, line_id=line.id, price=price, reason=reason
        )

    async def pay(self, order, total):
        found = ()
        while True:
            quote = await self.approved(
                api.till.quote, order_id=order, shown_total=total, found=found
            )
            total = quote.sale.total
            found = tuple(Found(short.product_id, "in hand") for short in quote.shortages)
            if quote.is_held:
                break
            self.note("found")
        await self.desk.do(api.till.pay, order_id=order, tenders=self.tenders(total))
        self.note("sale")

    def tenders(self, total):
        """Pay in cash, by card with a reference or without, by PayPal, or in two ways."""
        draw = self.chance.random()
        if draw < 0.45:
            return [self.cash(total)]
        if draw < 0.8 or total.amount < Decimal("0.02"):
            return [self.card(total)]
        if draw < 0.85:
            return [Tender(uuid4(), Method.PAYPAL, total, paypal_email="ann@example.com")]
        first = usd(round(total.amount / 2, 2))
        self.note("split")
        return [self.card(first), self.cash(total - first)]

    @staticmethod
    def cash(amount):
        return Tender(uuid4(), Method.CASH, amount, tendered=amount + usd(5))

    def card(self, amount, *, is_proved=False):
        """Pay by card; over the counter now and then without the terminal's slip."""
        is_proved = is_proved or self.chance.random() < 0.9
        reference = f"TRX-{unique(12).upper()}" if is_proved else None
        return Tender(
            uuid4(), Method.CARD, amount, card_brand="visa", last_four="4242", reference=reference
        )

    # ---------- orders by telephone, and what comes back

    async def by_telephone(self):
        """Place an order: paid at once, paid later, or called off again."""
        plenty = [one for one in self.goods if one["is_plenty"]]
        lines = [
            OrderedLine(UUID(one["id"]), None, self.chance.choice((1, 2)), usd(one["price"]))
            for one in self.chance.sample(plenty, self.chance.randint(1, 3))
        ]
        customer, order = self.chance.choice(self.customers), uuid4()
        is_paid, shift = self.chance.random() < 0.6, await self.shift()

        async def place(lines):
            seen = await self.desk.read(api.orders.order_totals, lines, shipping_cost=usd(SHIPPING))
            tenders = [self.card(seen.total, is_proved=True)] if is_paid else []
            return seen, tenders, await self.desk.do(
                api.orders.place_order, order_id=order, customer_id=customer, lines=lines,
                address=ADDRESS, shipping_cost=usd(SHIPPING), shown_total=seen.total,
                tenders=tenders, shift_id=shift,
            )  # fmt: skip

        seen, tenders, placing = await place(lines)
        if placing.changes:  # what a promotion has made cheaper, as the caller is told
            now = {one.product_id: one.new for one in placing.changes}
            lines = [replace(one, price=now.get(one.product_id, one.price)) for one in lines]
            seen, tenders, placing = await place(lines)
        assert placing.is_placed, placing
        self.note("telephone")
        if not tenders:
            await self.settle(order, placing.step.version, seen.total, shift)

    async def settle(self, order, version, total, shift):
        """Take the money for an order, or call it off."""
        if self.chance.random() < 0.3:
            await self.approved(
                api.orders.cancel_order, order_id=order, seen=version, reason="no longer wanted",
                shift_id=shift,
            )  # fmt: skip
            self.note("canceled")
        elif self.chance.random() < 0.8:
            await self.desk.do(
                api.orders.confirm_order, order_id=order, seen=version, tenders=[self.cash(total)],
                shift_id=shift,
            )  # fmt: skip

    async def take_back(self):
        """Take something back of an order that has left: good or damaged, some with shipping."""

        def left(session):
            orders = session.execute(text(LEFT)).all()
            order, version = self.chance.choice(orders)
            return order, version, session.execute(text(LINES), {"order": order}).all()

        try:
            order, version, lines = await self.desk.read(left)
        except IndexError:
            return
        kept = [(line, int(pieces)) for line, pieces in lines if pieces > 0]
        if not kept:
            return
        back = [
            ReturnedLine(line, self.chance.randint(1, pieces), self.chance.random() < 0.7)
            for line, pieces in self.chance.sample(kept, min(2, len(kept)))
        ]
        reason = self.chance.choice(("did not fit", "Did not fit", "broken", "a gift"))
        try:
            await self.approved(
                api.orders.return_order, return_id=uuid4(), order_id=order, seen=version,
                lines=back, reason=reason, shift_id=await self.shift(),
                with_shipping=self.chance.random() < 0.3,
            )  # fmt: skip
        except StoreError as refusal:
            if refusal.code not in {"changed_meanwhile", "return_too_many"}:
                raise
            self.note(f"refused {refusal.code}")  # another till took it back at the same moment
        else:
            self.note("return")


def known_goods(goods):
    return json.loads(Path(goods).read_text(encoding="utf-8"))


async def main(dsn, manager, register, seed, goods):
    desk = Desk(Database(dsn))
    known = known_goods(goods)
    seller = Seller(desk, manager, UUID(register), random.Random(int(seed)), known)
    try:
        for line in sys.stdin:
            asked = json.loads(line)
            await getattr(seller, asked.pop("do"))(**asked)
            print(json.dumps(seller.done), flush=True)
            seller.done = {}
    finally:
        desk.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
