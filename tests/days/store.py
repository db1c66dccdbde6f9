"""Makes a demo store on a PostgreSQL of its own, works in it for a moment, and says what is wrong.

    python tests/days/store.py [--zone ZONE] [--today DATE] [--small]

Without --zone it is the demo as everybody gets it; else a store in EUR in that zone is filled. It
is told up to the day of this computer's clock, or to DATE. Exit 1 if anything is wrong.
"""

import argparse
import json
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import psycopg
from psycopg.rows import scalar_row

from storedesk.adapters.embedded.server import Server
from storedesk.domain.demo.store import SETTINGS, DemoSize
from storedesk.domain.store import StoreSettings
from storedesk.persistence.schema.invariants import broken
from storedesk.persistence.schema.migrations import make_database
from storedesk.services.demo import fill, make_demo

SMALL = DemoSize(products=40, customers=20, days=6, sales_a_day=6, parcels_a_day=3)
FREE = """
    SELECT b.barcode FROM storedesk.product_barcodes AS b
    JOIN public.inventory AS i ON i.product_id = b.product_id
    WHERE i.stock_level - i.reserved_quantity > 3 ORDER BY b.barcode LIMIT 1
"""


class Cashier:
    """Somebody who sells one thing."""

    def __init__(self, line, register):
        self.line, self.register, self.order = line, register, uuid4()

    def ask(self, command, *arguments):
        given = [json.dumps(a) if isinstance(a, list | dict) else a for a in arguments]
        holes = ", ".join(["%s"] * len(given))
        return self.line.execute(f"SELECT api.{command}({holes})", given).fetchone()

    def do(self, command, *arguments):
        return self.ask(command, uuid4(), *arguments)

    def sell(self, code):
        """Open a shift, sell one thing for cash, and return what paying answers."""
        self.do("open_shift", self.register, "100")
        self.do("scan", self.register, self.order, code, 1)
        total = self.ask("current_sale", self.register)["total"]
        self.do("quote", self.order, total)
        tender = {"id": str(uuid4()), "method": "cash", "amount": total, "tendered": total}
        return self.do("pay", self.order, [tender])


def wrongs(dsn, logins, zone, today):
    """List what is wrong in a store that was just made, and told up to `today`."""
    found = []
    with psycopg.connect(dsn, autocommit=True, row_factory=scalar_row) as owner:
        found += [f"{rule.name} {rule.title}" for rule in broken(owner)]
        latest = owner.execute("SELECT max(created_at) FROM orders").fetchone()
        code = owner.execute(FREE).fetchone()
        register = owner.execute("SELECT id FROM storedesk.registers ORDER BY code").fetchone()
    midnight = datetime.combine(today, datetime.min.time(), zone)
    if latest.replace(tzinfo=UTC) >= midnight:
        found.append(f"an order of {latest}, which is not before {midnight}")
    if latest.replace(tzinfo=UTC) < midnight - timedelta(days=2):
        found.append(f"the newest order is of {latest}")
    [cashier, *_] = [login for login in logins if login.role == "cashier"]
    with psycopg.connect(dsn, user=cashier.login, password=cashier.password, autocommit=True,
                         row_factory=scalar_row) as line:  # fmt: skip
        before = datetime.now(zone)
        till = Cashier(line, register)
        till.sell(code)
        clock = line.execute("SELECT api.look_at_clock()").fetchone()
        after = datetime.now(zone)
    if not clock["is_believed"]:
        found.append("the clock is not believed")
    with psycopg.connect(dsn, autocommit=True) as owner:
        number, at = owner.execute(
            "SELECT order_number, created_at FROM orders WHERE id = %s", [till.order]
        ).fetchone()
    if not before <= at.replace(tzinfo=UTC) <= after:
        found.append(f"a sale of {at}, which was made between {before} and {after}")
    if int(number.split("-")[1]) not in {before.year, after.year}:
        found.append(f"{number} on {after:%d %b %Y}")
    with psycopg.connect(dsn, autocommit=True) as owner:
        owner.execute("SELECT core.purge(core.now())")
        owner.execute("SELECT core.expire_orders(NULL, 100)")
        found += [f"{rule.name} {rule.title}, later" for rule in broken(owner)]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--zone")
    parser.add_argument("--today", type=date.fromisoformat)
    parser.add_argument("--small", action="store_true")
    options = parser.parse_args()
    size = SMALL if options.small else None
    zone = ZoneInfo(options.zone or SETTINGS.time_zone)
    today = options.today or datetime.now(zone).date()
    with tempfile.TemporaryDirectory(prefix="storedesk-days-") as home:
        server = Server(Path(home), settings={"fsync": "off"})
        server.start()
        try:
            dsn = server.dsn("days")
            if options.zone:
                settings = StoreSettings(name="Days", currency="EUR", time_zone=options.zone)
                make_database(dsn, settings)
                logins = fill(dsn, today=options.today, size=size)
            else:
                logins = make_demo(dsn, today=options.today, size=size)
            found = wrongs(dsn, logins, zone, today)
        finally:
            server.remove()
    for one in found:
        print(f"    {one}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
