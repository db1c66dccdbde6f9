"""Sell as another cashier at another till at the same time."""

from decimal import Decimal
from uuid import uuid4

from storedesk import api, queries
from storedesk.domain.demo.logins import DemoLogin
from storedesk.domain.refusals.errors import NotFound
from storedesk.domain.till import Method, Register, Tender
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import Database
from storedesk.persistence.engine.transport import local_dsn
from storedesk.services.desk import Desk
from storedesk.services.workspace import Workspace


class OtherTill:
    """Sells through the same services as the window, on a connection of its own."""

    def __init__(self, workspace: Workspace, person: DemoLogin) -> None:
        self._workspace, self._person = workspace, person

    async def sell(self, code: str, *, away_from: Register | None) -> str:
        """Sell one piece for exact cash at another register; return the order's number."""
        if self._workspace.server is None:
            raise NotFound("no_such_database")
        address = self._workspace.server.dsn(self._workspace.database, login=self._person.login)
        desk = Desk(Database(local_dsn(address, self._person.password), pool_size=1))
        try:
            return await self._sell(desk, code, away_from)
        finally:
            desk.close()

    @staticmethod
    async def _sell(desk: Desk, code: str, away_from: Register | None) -> str:
        there = next(
            one for one in await desk.read(queries.store_settings.registers) if one != away_from
        )
        order_id = uuid4()
        sale = await desk.do(api.till.scan, register_id=there.id, order_id=order_id, code=code)
        if await desk.read(queries.shifts.open_shift_at, there.id) is None:
            nothing = Money.of(Decimal(0), sale.total.currency)
            await desk.do(api.shifts.open_shift, register_id=there.id, opening_float=nothing)
        quote = await desk.do(api.till.quote, order_id=order_id, shown_total=sale.total)
        tender = Tender(uuid4(), Method.CASH, quote.sale.total, tendered=quote.sale.total)
        paid = await desk.do(api.till.pay, order_id=order_id, tenders=(tender,))
        return paid.order_number
