"""A shop on this computer with six people, four tills at two drawers, two taxes and costs."""

import random
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import partial
from uuid import uuid4
from zoneinfo import ZoneInfo

import psycopg

from storedesk import api, forms, queries
from storedesk.adapters.embedded.server import Server
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.importing.file import ImportOptions, read_map
from storedesk.domain.promotions import ItemKind, PromotionItem, PromotionKind
from storedesk.domain.staff import Group
from storedesk.domain.store import StoreSettings
from storedesk.domain.values.tax import TaxMode
from storedesk.domain.workspace import NewStore
from storedesk.persistence.engine.database import Database
from storedesk.services import importing, workspace
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, StoreKind

PASSWORD = "correct horse battery"
OWNER = "kim"
PEOPLE = {
    "ada": Group.CLERK, "ann": Group.CASHIER, "bob": Group.CASHIER, "cal": Group.CASHIER,
    "cyd": Group.MANAGER, "eve": Group.AUDITOR,
}  # fmt: skip
TILLS = {"T1": "ann", "T2": "bob", "T3": "cal", "T4": "cyd"}
"""Who stands where: the first two have drawers, and the others use those of these."""
ZONE = "America/New_York"
COLUMNS = (
    "code=sku", "name=name", "price=price", "category=category", "stock=stock", "cost=cost"
)  # fmt: skip
CATEGORIES = ("Kitchen", "Garden", "RowSums")
"""What is in the last one is taxed at the lower rate."""
PRODUCTS, CUSTOMERS = 40, 12
OPENS = 7
"""The hour at which the goods come, before anybody sells."""
NOW = """
    CREATE OR REPLACE FUNCTION core.now() RETURNS timestamp LANGUAGE sql VOLATILE
    RETURN (clock_timestamp() AT TIME ZONE 'UTC'){moved}
"""
BELIEVE = """
    UPDATE storedesk.clock SET believed_at = n.instant, seen_at = n.instant, doubted_since = NULL,
        days_seen = 0
    FROM (SELECT core.now() AS instant) AS n
"""


def nothing(*_):
    """Hear of progress, and do nothing."""


class Shop:
    """A profile of a store on this computer, and what the play needs to know of it."""

    def __init__(self, folder, mode, seed, days):
        self.folder, self.mode = folder, mode
        self.chance = random.Random(seed)
        self.profile = Profile(folder)
        self.workspace = Workspace(self.profile)
        self.zone = ZoneInfo(ZONE)
        today = datetime.now(self.zone).date()
        self.days = [today - timedelta(days=back) for back in range(days, 0, -1)]
        self.registers, self.customers = {}, []

    def make(self):
        """Make it as its owner does; all that follows is of the mornings of its first day."""
        settings = StoreSettings(
            name="The Week", street="1 Any Street", city="Town", postal_code="04101",
            currency="USD", time_zone=ZONE, tax_mode=TaxMode(self.mode), tax_name="Tax",
            tax_rate=Decimal("0.08250"),
        )  # fmt: skip
        new = NewStore(settings=settings, login=OWNER, display_name="Kim", password=PASSWORD)
        self.workspace.make_store(new, nothing)
        self.set_clock(self.days[0], OPENS)
        with self.entered(OWNER) as owner:
            for login, group in PEOPLE.items():
                self.do(owner, api.staff.create_staff, login=login, display_name=login.title(),
                        groups=[group], password=PASSWORD)  # fmt: skip
            self._furnish(owner)
        with self.entered("cyd") as manager:
            self._bring_goods(manager)
            self._promote(manager)
            for n in range(CUSTOMERS):
                fields = {"first_name": f"Guest {n}", "last_name": "Other",
                          "email": f"guest{n}@example.com"}  # fmt: skip
                with manager.editing() as session:
                    self.customers.append(forms.customers.add(session, fields=fields))

    def _furnish(self, owner):
        """Two drawers, two more registers at them, and a second tax for the last category."""
        with owner.reading() as session:
            [seen], _ = queries.registers.overview(session)
        first = seen.id
        self.do(owner, api.registers.change_register, seen=seen, code="T1", called="Till 1",
                drawer=None)  # fmt: skip
        second = self.do(owner, api.registers.add_register, code="T2", called="Till 2", drawer=None)
        third, fourth = (
            self.do(owner, api.registers.add_register, code=f"T{n}", called=f"Till {n}", drawer=at)
            for n, at in ((3, first), (4, second))
        )
        self.registers = dict(zip(TILLS, map(str, (first, second, third, fourth)), strict=True))
        self.lower = self.do(owner, api.taxes.add_tax_class, class_name="RowSums", name="Book tax",
                             rate=Decimal("0.03000"))  # fmt: skip

    def _bring_goods(self, manager):
        """Import products with stock, and what most of them cost, from a file."""
        path = self.folder / "goods.csv"
        lines = ["sku,name,price,category,stock,cost"]
        for n in range(PRODUCTS):
            price = Decimal(self.chance.randrange(99, 4999)) / 100
            cost = "" if n % 7 == 3 else round(price * Decimal("0.55"), 2)
            stock = 4 if n % 9 == 0 else 400
            lines.append(f"C{n},Thing {n},{price},{CATEGORIES[n % 3]},{stock},{cost}")
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        options = ImportOptions(
            columns=read_map(COLUMNS), status=ProductStatus.ACTIVE, opening_stock=0
        )
        with manager.reading() as session:
            seen = importing.preview(session, [path], options)
        with manager.editing() as session:
            importing.carry_out(session, seen, options)
        [(books,)] = self.rows("SELECT id FROM categories WHERE name = %s", CATEGORIES[-1])
        manager.call(api.categories.tax_category(uuid4(), books, self.lower))

    def _promote(self, manager):
        """Have a fifth off all of a category, and a lower price of one thing of another."""
        found = self.rows("SELECT id, name FROM categories WHERE name = %s", CATEGORIES[0])
        [(thing,)] = self.rows("SELECT id FROM products WHERE name = 'Thing 1'")
        for called, value, item in (
            ("A fifth off", 20, PromotionItem(ItemKind.CATEGORY, *found[0])),
            ("A tenth off", 10, PromotionItem(ItemKind.PRODUCT, thing, "Thing 1")),
        ):
            terms = api.promotions.PromotionTerms(
                name=called, kind=PromotionKind.PERCENT, value=Decimal(value),
                first_day=self.days[0], last_day=self.days[-1], items=(item,),
            )  # fmt: skip
            self.do(manager, api.promotions.make_promotion, terms=terms)

    # ---------- who asks

    @contextmanager
    def entered(self, login):
        """Be one of the people for a moment."""
        database = Database(self.dsn(login), pool_size=1)
        try:
            yield database
        finally:
            database.close()

    @staticmethod
    def do(database, command, **given):
        """Send a command."""
        return database.call(command(uuid4(), **given))

    def dsn(self, login):
        """Name the store for one of its people."""
        return self.workspace.dsn_of(login, PASSWORD)

    def rows(self, words, *given):
        """Read as the owner of the database, past the program; `given` are values or one dict."""
        values = given[0] if given and isinstance(given[0], dict) else given
        with psycopg.connect(self.workspace.own_dsn(), autocommit=True) as line:
            line.execute("SET TIME ZONE 'UTC'")
            found = line.execute(words, values or None)
            return found.fetchall() if found.description else []

    own = rows

    # ---------- the clock

    def set_clock(self, day, hour, minute=0):
        """Have the store believe that it is so late on a day, by its own clock; it goes on."""
        at = datetime.combine(day, time(hour, minute), tzinfo=self.zone)
        moved = (at - datetime.now(self.zone)).total_seconds()
        self.own(NOW.format(moved=f" + make_interval(secs => {moved:.0f})"))
        self.own(BELIEVE)

    def right_clock(self):
        """Give the store its own clock back."""
        self.own(NOW.format(moved=""))
        self.own(BELIEVE)

    def demolish(self):
        """Stop the server of this profile, and delete it with all its data."""
        self.workspace.leave()
        home = self.folder / StoreKind.EMBEDDED.value
        if home.exists():
            server = Server(home)
            server.start()
            server.remove()


def hurry():
    """Have stores of this process not wait for the disk: what is proved here is no crash."""
    workspace.Server = partial(Server, settings={"fsync": "off"})


def instant(day, zone):
    """Return when a day begins there: UTC without zone."""
    begins = datetime.combine(day, time(), tzinfo=zone)
    return begins.astimezone(ZoneInfo("UTC")).replace(tzinfo=None)
