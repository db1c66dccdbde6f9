"""A shop with random goods, rates and promotions, and what its people call."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from random import Random
from uuid import uuid4

import psycopg

from tests.baskets.reckoning import Item, Money
from tests.promoted_prices import lowest_price

RATES = ["0.05", "0.07", "0.0825", "0.19", "0.1", "0.21", "0.055"]
MONEYS = [
    Money("USD", 2, Decimal("0.01"), is_inclusive=False),
    Money("EUR", 2, Decimal("0.01"), is_inclusive=True),
    Money("CAD", 2, Decimal("0.05"), is_inclusive=False),
    Money("CHF", 2, Decimal("0.05"), is_inclusive=True),
    Money("SEK", 2, Decimal("1.00"), is_inclusive=True),
    Money("JPY", 0, Decimal("1.00"), is_inclusive=False),
    Money("KRW", 0, Decimal("1.00"), is_inclusive=True),
]
MEASURES = [None] * 7 + ["kilogram"] * 2 + ["open_price"]
STOCK = 900_000


@dataclass
class Shop:
    """A store in one currency and mode, with goods; Bob and Cyd stand at its register."""

    store: object
    money: Money
    chance: Random
    tills: dict[str, object]
    shift: str
    customer: str
    items: list[Item] = field(default_factory=list)
    drawer: Decimal = Decimal(0)
    """What should be in the drawer."""

    def ask(self, command, *arguments, by="bob", **how):
        """Call a command; answer it, or the code with which it is refused."""
        try:
            return self.tills[by].call(command, *arguments, **how)
        except psycopg.Error as error:
            if error.diag.message_primary is None or error.sqlstate[:1] == "5":
                raise
            return error.diag.message_primary

    def change_price(self, item, price):
        """Have another price from now on, as a manager; return the item as it then is."""
        words = "UPDATE products SET price_amount = %s WHERE id = %s"
        self.store.sql(words, price, item.id, login="cyd")
        changed = replace(item, price=price, usual=price)
        self.items = [changed if one.id == item.id else one for one in self.items]
        return changed

    def amount(self, most):
        """Draw an amount that the currency has: mostly small ones."""
        top = max(1, int(most / self.money.unit))
        return self.money.unit * self.chance.randint(1, self.chance.choice([top, min(top, 99)]))


def open_shop(store, till_of, money, chance):
    """Fill a store that is as new, and open a shift."""
    store.sql(
        "UPDATE storedesk.store_settings SET currency = %s, tax_mode = %s, cash_rounding = %s",
        money.currency, "inclusive" if money.is_inclusive else "exclusive", money.coin,
    )  # fmt: skip
    tills = {person: till_of("T1", person) for person in ("bob", "cyd")}
    tills["bob"].open("1000")
    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    customer = store.sql(
        "INSERT INTO customers (email, password_hash, first_name, last_name)"
        " VALUES ('ann@example.com', '!', 'Ann', 'Other') RETURNING id"
    )
    shop = Shop(store, money, chance, tills, shift, customer, drawer=Decimal(1000))
    shop.items = stocked(shop)
    return shop


def stocked(shop):
    """Put goods on sale: by the piece, by weight, at a price that is asked; some promoted."""
    store, chance, money = shop.store, shop.chance, shop.money
    taxes = [None, *(made_tax(store, f"Tax {n}", chance.choice(RATES)) for n in range(3))]
    goods = [
        (measure, chance.choice(taxes), shop.amount(Decimal(90 if money.digits else 9000)))
        for measure in MEASURES
    ]
    ids = [made_product(store, f"P{at}", *one) for at, one in enumerate(goods)]
    lowered = {at: promoted(shop, ids[at]) for at in chance.sample(range(9), 3)}
    return [
        Item(
            str(ids[at]), f"P{at}",
            lowest_price(price, [lowered[at]], money.digits) if at in lowered else price,
            price, tax and tax[1:], measure, is_promoted=at in lowered,
        )
        for at, (measure, tax, price) in enumerate(goods)
    ]  # fmt: skip


def made_tax(store, name, rate):
    made = store.sql("INSERT INTO storedesk.tax_classes (name) VALUES (%s) RETURNING id", name)
    store.sql("INSERT INTO storedesk.tax_rates VALUES (%s, '2000-01-01', %s, %s)", made, name, rate)
    return made, name, Decimal(rate)


def made_product(store, code, measure, tax, price):
    category = store.sql(
        "INSERT INTO categories (name) VALUES ('Things')"
        " ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id"
    )
    product = store.sql(
        "INSERT INTO products (name, price_amount, price_currency, category_id, status)"
        " SELECT %s, %s, currency, %s, 'active' FROM storedesk.store_settings RETURNING id",
        f"Thing {code}", price, category,
    )  # fmt: skip
    store.sql(
        "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES (%s, %s)",
        code, product,
    )  # fmt: skip
    free = store.sql("SELECT id FROM storedesk.tax_classes WHERE is_default")
    store.sql("INSERT INTO storedesk.product_tax VALUES (%s, %s)", product, tax[0] if tax else free)
    move = "SELECT core.move_stock(%s, NULL, 'set', %s, 'opening', NULL, core.now())"
    store.sql(move, product, STOCK)
    if measure:
        words = "SELECT api.measure_product(%s, %s, %s)"
        store.sql(words, uuid4(), product, measure, login="cyd")
    return product


def promoted(shop, product):
    """Have a promotion lower the price of a product; return its kind and value."""
    kind = shop.chance.choice(["percent", "price", "amount"])
    value = Decimal(shop.chance.randint(1, 60)) if kind == "percent" else shop.amount(Decimal(50))
    days = shop.store.rows("SELECT current_date - 1, current_date + 1")[0]
    shop.store.sql(
        "SELECT api.make_promotion(%s, 'Week', %s, %s, %s, %s, '{}', %s, '{}')",
        uuid4(), kind, value, *days, [product], login="cyd",
    )  # fmt: skip
    return kind, value
