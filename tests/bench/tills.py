"""A till that works as the window does, and one that calls the same commands by bare psycopg."""

import asyncio
import json
from collections.abc import Callable, Iterator
from itertools import count
from uuid import UUID, uuid4

import psycopg

from storedesk import api, queries
from storedesk.domain.till import Method, Sale, Tender
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import SETTINGS, Database
from storedesk.services.desk import Desk

SCAN = "SELECT api.scan(%s, %s, %s, %s, 1)"
QUOTE = "SELECT api.quote(%s, %s, %s)"
PAY = "SELECT api.pay(%s, %s, %s::jsonb)"
LOW = 37
"""Products whose number ends so are low: see big_store."""


class Ours:
    """A till that works as the window does: services through the desk."""

    def __init__(self, dsn: str, register: UUID) -> None:
        self.desk, self.register = Desk(Database(dsn)), register
        self.runner = asyncio.Runner()

    def do(self, service: Callable[..., object], *args: object, **kwargs: object) -> object:
        return self.runner.get_loop().run_until_complete(self.desk.do(service, *args, **kwargs))

    def read(self, service: Callable[..., object], *args: object, **kwargs: object) -> object:
        return self.runner.get_loop().run_until_complete(self.desk.read(service, *args, **kwargs))

    def open(self) -> None:
        self.do(
            api.shifts.open_shift, register_id=self.register, opening_float=Money.of(100, "USD")
        )

    def scan(self, order: UUID, code: str) -> Sale:
        sale = self.do(
            api.till.scan, register_id=self.register, order_id=order, code=code, quantity=1
        )
        assert isinstance(sale, Sale)
        return sale

    def quote(self, sale: Sale) -> None:
        self.do(api.till.quote, order_id=sale.order_id, shown_total=sale.total)

    def pay(self, sale: Sale) -> None:
        tender = Tender(uuid4(), Method.CASH, sale.total, tendered=sale.total)
        self.do(api.till.pay, order_id=sale.order_id, tenders=[tender])

    def end_shift(self) -> None:
        """Close the shift, whatever is in the drawer, so that somebody else can open one."""
        shift = self.read(queries.shifts.open_shift_at, self.register)
        counted = Money.of(100, "USD")
        self.do(api.shifts.close_shift, shift_id=shift.id, counted=counted, reason="not counted")

    def close(self) -> None:
        self.runner.close()
        self.desk.close()


class Bare:
    """The same by bare psycopg, in autocommit."""

    def __init__(self, dsn: str, register: UUID) -> None:
        self.line = psycopg.connect(dsn, autocommit=True, options=SETTINGS)
        self.register = register

    def ask(self, query: str, *parameters: object) -> dict[str, object]:
        return self.line.execute(query, parameters).fetchone()[0]

    def scan(self, order: UUID, code: str) -> dict[str, object]:
        return self.ask(SCAN, uuid4(), self.register, order, code)

    def quote(self, sale: dict[str, object]) -> None:
        self.ask(QUOTE, uuid4(), sale["order_id"], sale["total"])

    def pay(self, sale: dict[str, object]) -> None:
        total = sale["total"]
        tender = {"id": str(uuid4()), "method": "cash", "amount": total, "tendered": total}
        self.ask(PAY, uuid4(), sale["order_id"], json.dumps([tender]))

    def close(self) -> None:
        self.line.close()


def codes(size: int, start: int = 0) -> Iterator[str]:
    """Yield codes of products of which there is plenty, from all over the store.

    A store of one product has the same over and over.
    """
    for turn in count(start):
        number = turn * 7919 % size + 1
        yield f"P{number + 1 if number % 100 == LOW else number}"
