"""Orders for tests, each brought into the state it is wanted in by the steps that lead there."""

import json
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

HOME = {
    "recipient": "Ann Other",
    "street": "1 Main Street",
    "city": "Town",
    "state": "NY",
    "postal_code": "10001",
    "country": "US",
}
WAY = ("pending", "confirmed", "shipped", "delivered")


class OrderBook:
    """Writes orders past the commands that staff call, as imports of history do."""

    def __init__(self, store, goods, customer):
        self.store, self._goods, self._customer = store, goods, customer
        self.products, self.customers = {}, {}

    def product(self, code):
        if code not in self.products:
            self.products[code] = self._goods(code, on_hand=1000)
        return self.products[code]

    def customer(self, name, email=None):
        if name not in self.customers:
            email = email or f"{name.replace(' ', '.').lower()}@example.com"
            self.customers[name] = self._customer(name, email)
        return self.customers[name]

    def __call__(
        self, *codes, status="pending", customer="Ann Other", at="2026-11-20 12:00",
        tracking="1Z999AA10123456784", email=None, address=None, shipping="0",
    ):  # fmt: skip
        """Place an order for `codes`, and take it as far as `status`; return its id."""
        order, actor = uuid4(), self.store.staff_id("cyd")
        codes = codes or ("MUG",)
        lines = [
            {"product": str(self.product(code)), "quantity": codes.count(code)}
            for code in dict.fromkeys(codes)
        ]
        who = self.customer(customer, email)
        home = HOME | {"recipient": customer} | (address or {})
        self.store.sql(
            "SELECT core.place(%s, %s, %s, %s, %s, %s, %s)",
            order, who, json.dumps(lines), actor, at, json.dumps(home), shipping,
        )  # fmt: skip
        if status == "cancelled":
            self.step("cancel", order, "'changed her mind'", at)
        for hour, step in enumerate(WAY[1 : WAY.index(status) + 1] if status in WAY else (), 1):
            self.take(step, order, datetime.fromisoformat(at) + timedelta(hours=hour), tracking)
        return order

    def corrected(self, *codes, tracking="1Z999AA10123456999", by="ada"):
        """Ship an order for `codes`, and correct its tracking number; return its id."""
        order = self(*codes, status="shipped", tracking=f"{tracking}0")
        version = self.store.sql("SELECT version FROM orders WHERE id = %s", order)
        words = "SELECT api.correct_tracking(%s, %s, %s, %s)"
        self.store.sql(words, uuid4(), order, version, tracking, login=by)
        return order

    def take(self, step, order, at, tracking):
        if step == "confirmed":
            total = self.store.sql("SELECT total_amount::text FROM orders WHERE id = %s", order)
            tender = {
                "id": str(uuid4()),
                "method": "credit_card",
                "amount": total,
                "last_four": "4242",
                "card_brand": "visa",
                "reference": f"ch_{order.hex}",
            }
            self.step("confirm", order, f"'{json.dumps([tender])}'", at)
        elif step == "shipped":
            self.step("ship", order, f"'{tracking}'", at, ", shared => true")
        else:
            self.step("deliver", order, None, at)

    def step(self, command, order, argument, at, more=""):
        version = self.store.sql("SELECT version FROM orders WHERE id = %s", order)
        argument = f"{argument}, " if argument else ""
        self.store.sql(
            f"SELECT core.{command}(%s, {argument}%s, %s, seen => %s{more})",
            order, self.store.staff_id("cyd"), at, version,
        )  # fmt: skip

    def number(self, order):
        return self.store.sql("SELECT order_number FROM orders WHERE id = %s", order)


@pytest.fixture
def ordered(store, goods, customer):
    """Have orders in the books."""
    return OrderBook(store, goods, customer)
