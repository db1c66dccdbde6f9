"""Check what the database holds after each step, past the window and its login."""

import asyncio
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from storedesk.persistence.engine.database import Database, Session
from storedesk.persistence.schema import health
from storedesk.tour import probes
from storedesk.tour.probes import BookedSale, StockedProduct

P = ParamSpec("P")
T = TypeVar("T")


class Checker:
    """Reads the database as the server's superuser, and lists what differs from what is due."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._database = Database(dsn, pool_size=1)
        self.differences: list[str] = []

    async def ask(
        self, question: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a probe in a read-only session."""

        def asked() -> T:
            with self._database.reading() as session:
                return question(session, *args, **kwargs)

        return await asyncio.to_thread(asked)

    def expect(self, what: str, is_now: object, should_be: object) -> None:
        """Note a difference, if there is one."""
        if is_now != should_be:
            self.differences.append(f"{what} should be {should_be}, and is {is_now}")

    async def sold(
        self,
        number: str,
        bought: Iterable[StockedProduct],
        *,
        method: str,
        cashier: str,
        customer: str | None = None,
    ) -> BookedSale | None:
        """Check a sale of one piece of each product: order, tax, payment, stock and ledger."""
        products = tuple(bought)
        sale = await self.ask(probes.sale, number)
        self.expect(f"order {number} in the database", sale is not None, should_be=True)
        if sale is None:
            return None
        pieces = {product.product_id: 1 for product in products}
        subtotal = sum((product.price for product in products), Decimal())
        expect = self.expect
        expect(f"{number}'s status", sale.status, "delivered")
        expect(f"{number}'s cashier", sale.cashier, cashier)
        expect(f"{number}'s pieces", sale.pieces, pieces)
        expect(f"{number}'s pieces in the ledger", sale.moved, pieces)
        expect(f"{number}'s subtotal", sale.subtotal, subtotal)
        expect(f"{number}'s tax by its lines", sale.tax_lines, sale.tax)
        expect(f"{number}'s total", sale.total, subtotal + sale.tax)
        expect(f"{number}'s tenders", [one.method for one in sale.payments], [method])
        paid = sum((one.amount for one in sale.payments), Decimal())
        expect(f"what was paid for {number}", paid, sale.total)
        if customer:
            expect(f"{number}'s customer", sale.customer, customer)
        now = await self.ask(probes.stock, pieces)
        for one in products:
            expect(f"stock of {one.name}", now[one.product_id], (one.on_hand - 1, one.reserved))
        return sale

    async def moved(self, product_id: UUID, line: tuple[str, int, str, str]) -> None:
        """Check the newest line of a product's ledger."""
        found = await self.ask(probes.last_movement, product_id)
        self.expect("the newest line of the ledger", found, line)

    async def rules(self) -> int:
        """Check every rule that always has to hold; return how many do not."""
        broken = await asyncio.to_thread(health.check, self._dsn)
        for rule in broken:
            self.differences.append(f"{rule.name} {rule.title}: {rule.rows[0]}")
        return len(broken)

    def close(self) -> None:
        """Give the connection back."""
        self._database.close()
