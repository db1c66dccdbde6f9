"""One of the people of the histories: does at random all that their group may, until killed.

    python person.py DSN GROUP REGISTER JOURNAL GOODS SEED SECONDS

Orders, products and customers are picked from what is in the store, so that two often want one.
The journal tells what was tried and what was acknowledged: `books.py` holds it against the store.
"""

import asyncio
import json
import random
import sys
import time
from collections.abc import Awaitable, Callable
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import JSONB

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from drawn import unique  # noqa: E402
from torture.till import Journal, Robot  # noqa: E402

from storedesk import api, forms, queries  # noqa: E402
from storedesk.domain.fulfillment import OrderedLine, ReturnedLine, ShippingAddress  # noqa: E402
from storedesk.domain.inventory import Reason  # noqa: E402
from storedesk.domain.orders import COMMANDS, OrderCommand  # noqa: E402
from storedesk.domain.refusals.errors import StoreError, Unavailable  # noqa: E402
from storedesk.domain.till import Method, Tender  # noqa: E402
from storedesk.domain.values.money import Money  # noqa: E402
from storedesk.persistence.engine.database import Command, Database, Session  # noqa: E402
from storedesk.persistence.rows import (  # noqa: E402
    CategoryRow,
    InventoryRow,
    OrderLineRow,
    OrderRow,
    PosSaleRow,
    ProductRow,
)
from storedesk.services.desk import Desk  # noqa: E402

NEWEST = 30
"""Orders that people look at: few, so that they meet."""
MEET = ("changed_meanwhile", "order_step", "tracking_fixed", "address_fixed", "not_returnable")
EXPECTED = {
    *MEET, "stock_moved", "not_enough_stock", "return_too_many", "approval_needed", "price_changed",
    "cash_needs_shift", "shift_closed", "shift_already_open", "shift_not_open", "category_circle",
    "category_too_deep", "quote_expired", "line_not_found", "sale_elsewhere", "already_paid",
    "count_lines_refused", "already_ordered", "already_returned", "already_recalled", "count_over",
    "register_busy", "sale_not_found", "shift_not_found", "stock_reserved", "count_beyond",
}  # fmt: skip
"""What two who meet may be told; anything else is a bug."""
ADDRESS = ShippingAddress("Ann Other", "1 Any Street", "Town", "CA", "90001", "US")
Job = Callable[[], Awaitable[None]]


def usd(amount: Decimal | str | int) -> Money:
    return Money.of(amount, "USD")


def a_note() -> UUID:
    """Draw what stands nowhere else and has too few digits to be a card number by chance."""
    note = uuid4()
    while sum(one.isdigit() for one in note.hex) >= 13:
        note = uuid4()
    return note


class Person(Robot):
    """Someone who works on orders, stock, goods and customers, and at a till."""

    def __init__(
        self, desk: Desk, register: UUID, journal: Journal, goods: dict[str, list[str]],
        chance: random.Random,
    ) -> None:  # fmt: skip
        super().__init__(desk, register, journal, goods["codes"], chance)
        self.goods = goods

    def jobs(self, group: str) -> list[Job]:
        """Return what a group does, the frequent more than once."""
        at_the_till = [
            self.one_sale, self.one_sale, self.place, self.place, self.place_paid, self.confirm,
            self.confirm, self.cancel, self.collect, self.take_back, self.change_address,
            self.edit_customer, self.change_shift,
        ]  # fmt: skip
        in_the_back = [
            self.ship, self.ship, self.ship, self.correct, self.deliver, self.change_address,
            self.adjust, self.restock, self.set_stock, self.count,
        ]  # fmt: skip
        in_charge = [
            self.cancel, self.take_back, self.take_back, self.change_price, self.move_category,
        ]  # fmt: skip
        return {
            "cashier": at_the_till,
            "clerk": in_the_back,
            "manager": at_the_till + in_the_back + in_charge,
        }[group]

    async def live(self, group: str, until: float) -> None:
        jobs = self.jobs(group)
        if group != "clerk":
            await self.open_shift()
            await self.take_up_what_was_left()
        while time.monotonic() < until:
            job = self.chance.choice(jobs)
            try:
                await job()
            except Unavailable as silence:
                self.journal.note("silence", code=silence.code)
                await asyncio.sleep(0.3)
            except StoreError as refusal:
                what = "refused" if refusal.code in EXPECTED else "unexpected"
                self.journal.note(what, code=refusal.code, job=job.__name__)
            except LookupError:  # there is nothing of that kind yet
                await asyncio.sleep(0.02)

    # ---------- what is there

    async def ask(self, question: Callable[[Session], object]) -> object:
        return await self.desk.read(question)

    async def an_order(self, action: OrderCommand) -> OrderRow:
        """Pick one of the newest orders with which an action is lawful, as it is now."""

        def question(session: Session) -> list[OrderRow]:
            states = api.staff.me(session).order_steps[COMMANDS[action]]
            query = select(OrderRow).where(OrderRow.status.in_(states))
            if action is not OrderCommand.TAKE_BACK:
                sold = select(PosSaleRow.order_id).where(PosSaleRow.kind == "sale")
                query = query.where(OrderRow.id.not_in(sold))
            rows = list(session.scalars(query.order_by(OrderRow.created_at.desc()).limit(NEWEST)))
            session.expunge_all()
            return rows

        return self.chance.choice(await self.ask(question))

    async def a_product(self) -> ProductRow:
        key = UUID(self.chance.choice(self.goods["products"]))

        def question(session: Session) -> ProductRow:
            row = session.scalars(select(ProductRow).where(ProductRow.id == key)).one()
            session.expunge(row)
            return row

        return await self.ask(question)

    async def shift(self) -> UUID:
        found = await self.desk.read(queries.shifts.open_shift_at, self.register)
        if found is None:
            await self.open_shift()
            raise LookupError
        return found.id

    # ---------- orders

    async def one_sale(self) -> None:
        try:
            await self.sell(uuid4())
        except Unavailable:
            self.journal.note("silence", code="sale")
            await self.take_up_what_was_left()
        except StoreError:
            await self.take_up_what_was_left()
            raise

    async def place(self, *, is_paid: bool = False) -> None:
        rows = [await self.a_product() for _ in range(self.chance.randint(1, 3))]
        lines = [
            OrderedLine(row.id, None, self.chance.choice((1, 1, 2, 7)), usd(row.price_amount))
            for row in {row.id: row for row in rows}.values()
        ]
        shipping = usd(self.chance.choice(("0", "4.90")))
        total = sum((line.price * line.quantity for line in lines), shipping)
        order, tenders, shift = uuid4(), (), None
        if is_paid:
            tenders, shift = (self.by_card(total),), await self.shift()
        self.journal.note("try", action="place", order=order)
        told = await self.desk.do(
            api.orders.place_order,
            order_id=order,
            customer_id=UUID(self.chance.choice(self.goods["customers"])),
            lines=lines,
            address=ADDRESS,
            shipping_cost=shipping,
            shown_total=total,
            tenders=tenders,
            shift_id=shift,
        )
        if told.step is not None:
            self.note_step("place", told.step, total=told.total.amount)

    async def place_paid(self) -> None:
        await self.place(is_paid=True)

    async def confirm(self) -> None:
        order = await self.an_order(OrderCommand.CONFIRM)
        total, shift = usd(order.total_amount), await self.shift()
        tender = self.by_card(total)
        if self.chance.random() < 0.4:
            tender = Tender(uuid4(), Method.CASH, total, tendered=total + usd(5))
        await self.step(
            OrderCommand.CONFIRM, order, api.orders.confirm_order, tenders=[tender], shift_id=shift
        )

    async def ship(self) -> None:
        order = await self.an_order(OrderCommand.SHIP)
        await self.step(OrderCommand.SHIP, order, api.orders.ship_order, tracking=self.tracking())

    async def correct(self) -> None:
        order = await self.an_order(OrderCommand.CORRECT_TRACKING)
        await self.step(
            OrderCommand.CORRECT_TRACKING,
            order,
            api.orders.correct_tracking,
            tracking=self.tracking(),
        )

    async def deliver(self) -> None:
        await self.step(
            OrderCommand.DELIVER,
            await self.an_order(OrderCommand.DELIVER),
            api.orders.deliver_order,
        )

    async def cancel(self) -> None:
        order = await self.an_order(OrderCommand.CANCEL)
        shift = await self.shift() if self.chance.random() < 0.8 else None
        await self.step(
            OrderCommand.CANCEL,
            order,
            api.orders.cancel_order,
            reason="changed her mind",
            shift_id=shift,
        )

    async def collect(self) -> None:
        order = await self.an_order(OrderCommand.COLLECT)
        total, tenders = usd(order.total_amount), ()
        if order.status == "pending":
            tenders = (Tender(uuid4(), Method.CASH, total, tendered=total),)
        shift = await self.shift()
        await self.step(
            OrderCommand.COLLECT, order, api.orders.collect_order, shift_id=shift, tenders=tenders
        )

    async def change_address(self) -> None:
        order = await self.an_order(OrderCommand.CHANGE_ADDRESS)
        street = f"{self.chance.randrange(10**6)} Other Street"
        address = ShippingAddress("Ann Other", street, "Town", "CA", "90001", "US")
        await self.step(
            OrderCommand.CHANGE_ADDRESS, order, api.orders.change_order_address, address=address
        )

    async def take_back(self) -> None:
        order = await self.an_order(OrderCommand.TAKE_BACK)

        def question(session: Session) -> list[tuple[UUID, int]]:
            query = select(OrderLineRow).where(OrderLineRow.order_id == order.id)
            return [(row.id, row.quantity) for row in session.scalars(query)]

        lines = [
            ReturnedLine(line, self.chance.randint(1, quantity), self.chance.random() < 0.7)
            for line, quantity in await self.ask(question)
        ]
        back = uuid4()
        await self.step(
            OrderCommand.TAKE_BACK, order, api.orders.return_order, back=back, return_id=back,
            lines=lines[:2],
            reason="did not fit", shift_id=await self.shift(),
        )  # fmt: skip

    async def step(
        self, action: OrderCommand, order: OrderRow, service: Callable[..., Command[object]],
        back: UUID | None = None, **given: object,
    ) -> None:  # fmt: skip
        """Take a step with the version that was seen, written down before and after."""
        self.journal.note("try", action=action, order=order.id, back=back)
        done = await self.desk.do(service, order_id=order.id, seen=order.version, **given)
        self.note_step(action, done, back=back)

    def note_step(self, action: str, step: object, **more: object) -> None:
        self.journal.note(
            "done", action=action, order=step.order_id, number=step.order_number,
            status=step.status, version=step.version, refunded=step.refunded.amount, **more,
        )  # fmt: skip

    def tracking(self) -> str:
        return f"T{unique(20)}"

    def by_card(self, total: Money) -> Tender:
        return Tender(uuid4(), Method.CARD, total, reference=unique(), last_four="4242")

    # ---------- stock, goods, customers

    async def adjust(self) -> None:
        product, note = await self.a_product(), a_note()
        by = self.chance.choice((-3, -1, 1, 2, 5))
        self.journal.note("try", action="adjust", note=note)
        stock = await self.desk.do(
            api.inventory.adjust_stock, product.id, by=by, reason=Reason.OTHER, note=str(note)
        )
        self.journal.note("done", action="adjust", note=note, by=by, stock=stock)

    async def restock(self) -> None:
        product, note = await self.a_product(), a_note()
        self.journal.note("try", action="restock", note=note)
        await self.desk.do(api.inventory.restock, [product.id], by=[20], note=str(note))
        self.journal.note("done", action="restock", note=note, by=20)

    async def set_stock(self) -> None:
        product, note = await self.a_product(), a_note()

        def question(session: Session) -> int:
            query = select(InventoryRow.stock_level).where(InventoryRow.product_id == product.id)
            return session.scalars(query).one()

        seen = await self.ask(question)
        by = self.chance.choice((-1, 1, 4) if seen else (1, 4))  # nothing less than none is set
        self.journal.note("try", action="set", note=note)
        await self.desk.do(
            api.inventory.set_stocks,
            [product.id],
            seen=[seen],
            to=[seen + by],
            note=str(note),
        )
        self.journal.note("done", action="set", note=note, by=by)

    async def count(self) -> None:
        """Count a product as one piece off, and post it."""
        product, made = await self.a_product(), a_note()
        self.journal.note("try", action="count", count=made)
        await self.call("open_count", made, f"Count {made}", None)

        def question(session: Session) -> int:
            query = select(InventoryRow.stock_level).where(InventoryRow.product_id == product.id)
            return session.scalars(query).one()

        counted = await self.ask(question) + 1
        await self.call("count_item", made, product.id, None, counted, True)  # noqa: FBT003
        await self.call("post_count", made, False)  # noqa: FBT003
        self.journal.note("done", action="count", count=made)

    async def call(self, name: str, *arguments: object) -> None:
        """Call a command that no service has yet."""
        await self.desk.do(
            lambda request: getattr(func.api, name)(request, *arguments, type_=JSONB)
        )

    async def change_price(self) -> None:
        product = await self.a_product()
        wanted = Decimal(self.chance.randrange(100, 4000)) / 100
        self.journal.note("try", action="price", product=product.id, price=wanted)
        await self.desk.edit(
            forms.prices.change_price, product.id, shown=product.price_amount, wanted=wanted
        )
        if wanted != product.price_amount:
            self.journal.note("done", action="price", product=product.id, price=wanted)

    async def edit_customer(self) -> None:
        key = UUID(self.chance.choice(self.goods["customers"]))
        form = await self.desk.read(forms.customers.form, key)
        name = f"Other {unique()}"
        self.journal.note("try", action="customer", customer=key, name=name)
        fields = form.fields | {"last_name": name}
        await self.desk.edit(forms.customers.save, key, seen=form.version, fields=fields)
        self.journal.note("done", action="customer", customer=key, name=name)

    async def move_category(self) -> None:
        def question(session: Session) -> list[UUID]:
            return list(session.scalars(select(CategoryRow.id)))

        ids = await self.ask(question)
        moved, parent = self.chance.choice(ids), self.chance.choice([*ids, None, None])
        self.journal.note("try", action="category", category=moved)
        await self.desk.do(api.categories.move_category, moved, parent_id=parent)
        self.journal.note("done", action="category", category=moved)

    async def change_shift(self) -> None:
        """Count the drawer, and open it for the next."""
        if self.chance.random() < 0.7:
            return
        shift = await self.shift()
        await self.desk.do(
            api.shifts.close_shift, shift_id=shift, counted=usd(100), reason="counted in a hurry"
        )
        self.journal.note("done", action="shift", shift=shift)
        await self.open_shift()


def what_there_is(goods: str) -> dict[str, list[str]]:
    return dict(json.loads(Path(goods).read_text(encoding="utf-8")))


async def main(
    dsn: str, group: str, register: str, journal: str, goods: str, seed: str, seconds: str
) -> None:
    desk = Desk(Database(dsn))
    chance = random.Random(int(seed))
    person = Person(desk, UUID(register), Journal(Path(journal)), what_there_is(goods), chance)
    try:
        await person.live(group, time.monotonic() + float(seconds))
    finally:
        person.journal.note("end")
        desk.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
