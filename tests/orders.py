"""Orders for tests: what the people who work on them do, as plain calls of the commands."""

import json
from uuid import UUID, uuid4

import pytest

from tests.tills import charged

SHARED = True
"""As if both went in one parcel: tests have one tracking number for all."""
ADDRESS = {
    "recipient": "Ann Other",
    "street": "1 Any Street",
    "city": "Town",
    "state": "CA",
    "postal_code": "90001",
    "country": "US",
}


class Orders:
    """The orders of a store, worked on by whoever is named; each call is a request of its own."""

    def __init__(self, store, customer):
        self.store = store
        self.customer = customer
        self.connections = {}

    def ask(self, command, *arguments, by="cyd"):
        """Call a function of schema api as a member of staff."""
        if by not in self.connections:
            self.connections[by] = self.store.borrow(by)
        given = [json.dumps(a) if isinstance(a, list | dict) else a for a in arguments]
        holes = ", ".join(["%s"] * len(given))
        words = f"SELECT api.{command}({holes})"
        return self.connections[by].execute(words, given).fetchone()

    def place(self, *lines, tenders=(), by="cyd", **given):
        """Place lines of (product, quantity) or (product, quantity, price); answer all."""
        given = {"order": uuid4(), "address": ADDRESS, "shipping": "0", "shift": None} | given
        wanted = [self._line(*line) for line in lines]
        total = given.get("total") or self.total(wanted, given["shipping"])
        return self.ask(
            "place_order", given.get("request", uuid4()), given["order"],
            given.get("customer", self.customer), wanted, given["address"], given["shipping"],
            total, list(tenders), given["shift"], given.get("note"), by=by,
        )  # fmt: skip

    def placed(self, *lines, **given):
        """Place lines; answer with the order's id."""
        answer = self.place(*lines, **given)
        assert answer["is_placed"], answer
        return UUID(answer["order_id"])

    def placed_ago(self, days, *lines):
        """Have lines of (product, quantity) placed so many days ago, as if imported; answer its id.

        It has a number of the year that it was then.
        """
        order, wanted = uuid4(), [self._line(*line) for line in lines]
        self.store.sql(
            "SELECT core.place(%s, %s, %s, %s, core.now() - make_interval(days => %s), %s)",
            order, self.customer, json.dumps(wanted), self.store.staff_id("cyd"), days,
            json.dumps(ADDRESS),
        )  # fmt: skip
        return order

    def paid(self, *lines, **given):
        """Place lines, and pay them by card."""
        return self.pay(self.placed(*lines, **given))

    def pay(self, order):
        """Pay a pending order by card; answer with its id."""
        total = self.column(order, "total_amount::text")
        self.step("confirm_order", order, [charged(total)])
        return order

    def sent(self, *lines, **given):
        """Place, pay and ship lines."""
        order = self.paid(*lines, **given)
        self.step("ship_order", order, "1Z999AA10123456784", SHARED)
        return order

    def step(self, command, order, *arguments, by="cyd", seen=None, request=None):
        """Take a step with the version that the order has now, unless another is said."""
        seen = self.column(order, "version") if seen is None else seen
        return self.ask(command, request or uuid4(), order, seen, *arguments, by=by)

    def take_back(self, order, *lines, reason="did not fit", by="cyd", **given):
        """Return lines of (line, quantity) or (line, quantity, restocked)."""
        back = [
            {"line": str(line), "quantity": n, "restocked": rest[0] if rest else True}
            for line, n, *rest in lines
        ]
        seen = given.get("seen", self.column(order, "version"))
        return self.ask(
            "return_order", given.get("request", uuid4()), given.get("id", uuid4()), order, seen,
            back, reason, given.get("shift"), given.get("with_shipping", False),
            given.get("approval"), by=by,
        )  # fmt: skip

    def preview(self, order, lines, *, with_shipping=False, shift=None, by="cyd"):
        """Ask what a return would give back."""
        return self.ask("return_preview", order, lines, with_shipping, shift, by=by)

    def total(self, lines, shipping):
        """Add up what lines cost, with the tax that everything has."""
        words = """
            SELECT (core.totals_of(
                core.price_lines(%s, core.business_day(core.now()))
            ) ->> 'total')::numeric + %s
        """
        return self.store.sql(words, json.dumps(lines), shipping)

    def column(self, order, name):
        return self.store.sql(f"SELECT {name} FROM orders WHERE id = %s", order)

    def lines(self, order):
        """Return the ids of an order's lines, in their order."""
        words = "SELECT id FROM order_line_items WHERE order_id = %s ORDER BY created_at"
        return [row[0] for row in self.store.rows(words, order)]

    def stock(self, product):
        words = "SELECT stock_level, reserved_quantity FROM inventory WHERE product_id = %s"
        return self.store.rows(words, product)[0]

    def money(self, order):
        """Return what was paid and what went back: [(kind, method, amount)]."""
        words = """
            SELECT kind, method, amount::text FROM storedesk.order_payments
            WHERE order_id = %s ORDER BY created_at, kind, method
        """
        return self.store.rows(words, order)

    def close(self):
        for by, connection in self.connections.items():
            self.store.give_back(connection, by)

    def _line(self, product, quantity, price=None, variant=None):
        if price is None:
            words = """
                SELECT p.price_amount + coalesce((SELECT v.price_adjustment_amount
                    FROM product_variants AS v WHERE v.id = %s), 0)
                FROM products AS p WHERE p.id = %s
            """
            price = self.store.sql(words, variant, product)
        return {
            "product": str(product),
            "variant": variant and str(variant),
            "quantity": quantity,
            "price": None if price is None else str(price),
        }


@pytest.fixture
def orders(store, customer):
    """The store's orders, for Ann Other unless somebody else is named."""
    orders = Orders(store, customer())
    yield orders
    orders.close()


@pytest.fixture
def system(store):
    """Let Max, a service, work as the system does; return his name."""
    words = f"{store.name}_system", store.login("max")
    store.sql('GRANT "{}" TO "{}"'.format(*words))
    yield "max"
    store.sql('REVOKE "{}" FROM "{}"'.format(*words))
