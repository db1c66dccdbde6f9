"""Plays days in a shop: hour by hour, four sellers at once, and whoever ships and calls off."""

import json
import random
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

from psycopg.conninfo import make_conninfo

from storedesk import api
from storedesk.persistence.schema.service_accounts import let_in
from tests.drawn import unique
from tests.webshop.shop import CARD, WebShop
from tests.week.shop import PASSWORD, TILLS

HERE = Path(__file__).parent
HOURS = (9, 10, 11, 13, 14, 15, 16, 18)
GOODS = """
    SELECT p.id, p.price_amount, b.barcode, i.stock_level
    FROM products AS p JOIN inventory AS i ON i.product_id = p.id
    JOIN storedesk.product_barcodes AS b ON b.product_id = p.id
    ORDER BY p.name
"""
EXPECTED = """
    SELECT t.opening_float_amount + coalesce((
        SELECT sum(CASE p.kind WHEN 'payment' THEN 1 ELSE -1 END * (p.amount + p.rounding_amount))
        FROM storedesk.order_payments AS p WHERE p.till_session_id = t.id AND p.method = 'cash'
    ), 0) + coalesce((
        SELECT sum(CASE m.kind WHEN 'paid_in' THEN m.amount ELSE -m.amount END)
        FROM storedesk.cash_movements AS m WHERE m.till_session_id = t.id
    ), 0) FROM storedesk.till_sessions AS t WHERE t.register_id = %s AND t.status = 'open'
"""
TO_SHIP = "SELECT id, version FROM orders WHERE status = 'confirmed' ORDER BY created_at, id"
SHIPPED = "SELECT id, version FROM orders WHERE status = 'shipped' ORDER BY created_at, id"


class Play:
    """The sellers of a shop, and what they have done."""

    def __init__(self, shop, seed):
        self.shop, self.chance, self.done = shop, random.Random(seed), Counter()
        goods = [
            {"id": str(key), "price": str(price), "code": code, "is_plenty": level > 100}
            for key, price, code, level in shop.rows(GOODS)
        ]
        known = shop.folder / "known.json"
        customers = [str(one) for one in shop.customers]
        known.write_text(json.dumps({"goods": goods, "customers": customers}), encoding="utf-8")
        self.goods, self.sellers = goods, {}
        for till, login in TILLS.items():
            words = [sys.executable, HERE / "seller.py", shop.dsn(login), shop.dsn("cyd"),
                     shop.registers[till], str(self.chance.randrange(10**9)), known]  # fmt: skip
            self.sellers[till] = subprocess.Popen(
                words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        let_in(shop.workspace.own_dsn(), "wes_web", "Web shop", "webshop", PASSWORD)
        own = shop.workspace.server.dsn(shop.workspace.database, login="wes_web")
        self.web = WebShop(make_conninfo(own, password=PASSWORD), shop.zone.key)

    def week(self, orders):
        """Play all days of the shop, so many orders together, as evenly as it goes."""
        try:
            whole = len(self.shop.days) * len(HOURS) * len(TILLS)
            made = 0
            for at, (day, hour) in enumerate((d, h) for d in self.shop.days for h in HOURS):
                upto = orders * (at + 1) * len(TILLS) // whole
                self.hour(day, hour, upto - made)
                made = upto
        finally:
            self.close()

    def hour(self, day, hour, orders):
        """Play an hour: open at the first, sell, ship and call off, close at the last."""
        self.shop.set_clock(day, hour)
        if hour == HOURS[0]:
            self.all_do("open", {"T1", "T2"})
            self.all_do("join", {"T3", "T4"})
        web = 1 if hour in {HOURS[2], HOURS[6]} and orders > 1 else 0
        share = {till: (orders - web + n) // len(TILLS) for n, till in enumerate(self.sellers)}
        self.tell({till: {"do": "work", "orders": count} for till, count in share.items()})
        for _ in range(web):
            self.by_web()
        self.hear(share)
        if hour in {HOURS[1], HOURS[5]}:
            self.all_do("move_cash", {"T1", "T4"})
        if hour == HOURS[4]:
            self.ship()
        if hour == HOURS[-1]:
            self.close_shifts(day)

    def by_web(self):
        """Sell by the web: paid, unpaid, or taken back by the customer."""
        basket = self.web.basket(customer=(who := self.web.guest(f"{unique()}@example.org")))
        for one in self.chance.sample([one for one in self.goods if one["is_plenty"]], 2):
            self.web.put(basket, one["id"], self.chance.randint(1, 2))
        draw = self.chance.random()
        payment = CARD | {"transaction": f"tx-{uuid4()}"} if draw < 0.8 else None
        order = self.web.check_out(who, basket, payment)
        self.done["web"] += 1
        if 0.6 < draw < 0.9:
            self.web.cancel(order)
            self.done["web canceled"] += 1

    def ship(self):
        """Have the clerk send what is paid, and note what has arrived."""
        with self.shop.entered("ada") as clerk:
            for order, version in self.shop.rows(SHIPPED):
                if self.chance.random() < 0.5:
                    self.shop.do(clerk, api.orders.deliver_order, order_id=order, seen=version)
                    self.done["delivered"] += 1
            for order, version in self.shop.rows(TO_SHIP):
                if self.chance.random() < 0.8:
                    self.shop.do(
                        clerk, api.orders.ship_order, order_id=order, seen=version,
                        tracking=f"T{unique(20)}", shared=False,
                    )  # fmt: skip
                    self.done["shipped"] += 1

    def close_shifts(self, day):
        """Have the drawers counted and closed, but one on the last day: of it there is an X."""
        for till in ("T1",) if day == self.shop.days[-1] else ("T1", "T2"):
            [(expected,)] = self.shop.rows(EXPECTED, self.shop.registers[till])
            self.tell({till: {"do": "close", "expected": str(Decimal(expected))}})
            self.hear([till])

    def all_do(self, what, tills):
        """Have some do one thing, all at once."""
        self.tell({till: {"do": what} for till in tills})
        self.hear(tills)

    def tell(self, asked):
        """Tell each what to do."""
        for till, one in asked.items():
            self.sellers[till].stdin.write(json.dumps(one) + "\n")
            self.sellers[till].stdin.flush()

    def hear(self, tills):
        """Wait until each has done it, and count what that was."""
        for till in tills:
            line = self.sellers[till].stdout.readline()
            assert line, f"{till} died of a bug: {self.sellers[till].wait()}"
            self.done.update(json.loads(line))

    def close(self):
        """Send everybody home."""
        self.web.close()
        for process in self.sellers.values():
            process.stdin.close()
            process.wait(30)
            process.stdout.close()
