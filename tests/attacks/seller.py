"""A till that sells through the real desk until its line of standard input ends.

    python seller.py DSN REGISTER CODES CUSTOMER FILE

Every other sale is to a customer with a name. What each command took goes into FILE, one line of
JSON each: when it began, its name, how many seconds, and what the store said if it refused.
"""

import asyncio
import json
import random
import sys
import threading
import time
from pathlib import Path
from uuid import UUID, uuid4

from storedesk import api, queries
from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.till import Found, Method, Tender
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk

BREATH = 0.05
"""Seconds between two sales: a queue of customers, and room for the attackers to be measured."""


class Seller:
    def __init__(self, desk, register, codes, customer, file):
        self.desk, self.register, self.codes = desk, register, codes
        self.customer, self.file = customer, file
        self.stopping = threading.Event()

    async def do(self, name, service, **how):
        """Do one command, and note how long it took; None where the store refused it."""
        began, refused = time.time(), ""
        try:
            return await self.desk.do(service, **how)
        except StoreError as refusal:
            refused = refusal.code
            raise
        finally:
            self.note(name, began, refused)

    def note(self, name, began, refused=""):
        told = {"at": began, "name": name, "took": time.time() - began, "refused": refused}
        self.file.write(json.dumps(told) + "\n")
        self.file.flush()

    async def work(self):
        if not await self.desk.read(queries.shifts.open_shift_at, self.register):
            given = {"register_id": self.register, "opening_float": Money.of(100, "USD")}
            await self.desk.do(api.shifts.open_shift, **given)
        print("ready", flush=True)
        sales = 0
        while not self.stopping.is_set():
            try:
                await self.sell(uuid4(), to_whom=self.customer if sales % 2 else None)
                sales += 1
            except StoreError:
                await self.clear()
            await asyncio.sleep(BREATH)

    async def sell(self, order, to_whom):
        began = time.time()
        for code in random.sample(self.codes, 3):
            given = {"register_id": self.register, "order_id": order, "code": code}
            sale = await self.do("scan", api.till.scan, **given, quantity=1)
        if to_whom:
            given = {"register_id": self.register, "order_id": order, "customer_id": to_whom}
            sale = await self.do("customer", api.till.attach_customer, **given)
        total = sale.total
        found = ()
        for _ in range(3):
            given = {"order_id": order, "shown_total": total, "found": found}
            quote = await self.do("quote", api.till.quote, **given)
            total = quote.sale.total
            found = tuple(Found(short.product_id, "in hand") for short in quote.shortages)
            if quote.is_held:
                break
        tender = Tender(uuid4(), Method.CASH, total, tendered=total)
        await self.do("pay", api.till.pay, order_id=order, tenders=[tender])
        self.note("sale", began)

    async def clear(self):
        """Begin anew after a refusal: what was on the screen is thrown away."""
        try:
            left = await self.desk.read(api.till.current_sale, self.register)
            if left is not None:
                await self.desk.do(api.till.discard_sale, order_id=left.order_id)
        except StoreError:
            await asyncio.sleep(0.2)


def main(dsn, register, codes, customer, file):
    desk = Desk(Database(dsn))
    with Path(file).open("w", encoding="utf-8") as notes:
        seller = Seller(desk, UUID(register), codes.split(","), UUID(customer), notes)
        ending = threading.Thread(target=lambda: (sys.stdin.read(), seller.stopping.set()))
        ending.start()
        try:
            asyncio.run(seller.work())
        finally:
            desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
