"""Fill random baskets by the commands and in Python at once, and compare both after every step."""

from collections import Counter
from decimal import Decimal
from uuid import uuid4

from tests.baskets.reckoning import Basket

LIMIT = Decimal(10)
"""The percentage that a cashier gives off, in a new store."""
STEPS = (2, 9)


def key_of(line):
    """Return what a till shows of a line, as reckoning.Line.key has it."""
    measure = line["measure"]
    weight = measure and measure["weight"] and Decimal(measure["weight"])
    return (
        line["product_id"], line["quantity"], Decimal(line["unit_price"]),
        Decimal(line["list_price"]), weight, measure is not None,
    )  # fmt: skip


def by_rate(told):
    return {
        (one["name"], Decimal(one["rate"])): (Decimal(one["base"]), Decimal(one["tax"]))
        for one in told
    }


class Player:
    """A sale at the register, in the store and in Python."""

    def __init__(self, shop, cashier="bob"):
        self.cashier = cashier
        self.shop, self.chance, self.money = shop, shop.chance, shop.money
        self.basket, self.told = Basket(shop.money), None
        self.order = self.took = None
        self.begin(uuid4())

    def begin(self, order):
        self.order = order
        for till in self.shop.tills.values():
            till.order = order

    def fill(self):
        """Take some steps, the first of them a scan."""
        self.scan()
        for _ in range(self.chance.randint(*STEPS)):
            step = self.chance.choices(
                [self.scan, self.weigh, self.ask_price, self.change, self.discount_line,
                 self.discount_sale, self.set_price, self.undo],
                [5, 3, 1, 3, 5, 4, 1, 2],
            )[0]  # fmt: skip
            step()
        if not self.basket.lines:
            self.scan()

    def scan(self):
        item = self._item(None)
        pieces = self.chance.choice([1, 1, 2, 3, self.chance.randint(1, 40)])
        self.basket.keep()
        self.basket.scan(item, pieces)
        self._compare(
            self._do("scan", self.shop.tills["bob"].register, self.order, item.code, pieces)
        )

    def weigh(self):
        item = self._item("kilogram")
        weight = Decimal(self.chance.choice([350, 1, 1000, self.chance.randint(1, 99_999)])) / 1000
        self._add(item, None, weight, lambda: self.basket.weigh(item, weight), "costs_nothing")

    def ask_price(self):
        item = self._item("open_price")
        price = self.shop.amount(Decimal(20 if self.money.digits else 2000)) + 10 * self.money.unit
        self._add(item, price, None, lambda: self.basket.ask_price(item, price))

    def change(self):
        if not self.basket.lines:
            return
        at, line = self._any_line()
        by = self.chance.choice(["bob", "cyd"])
        wanted = 0 if line.is_package else self.chance.randint(0, line.pieces + 3)
        if wanted == line.pieces:
            return
        self.basket.keep()
        self.basket.change(line, wanted, is_manager=by == "cyd")
        self._compare(self._do("change_line", self.order, at, wanted, by=by))

    def discount_line(self):
        if self.basket.lines:
            at, line = self._any_line()
            self._discount(at, [line])

    def discount_sale(self):
        if self.basket.lines:
            self._discount(None, [line for _, line in self._matched()])

    def set_price(self):
        if not self.basket.lines:
            return
        at, line = self._any_line()
        price = self.shop.amount(2 * line.listed)
        self.basket.keep()
        self.basket.set_price(line, price)
        self._compare(self._do("reprice_line", self.order, at, price, "dented", by="cyd"))

    def undo(self):
        if self.basket.kept:
            self.basket.undo()
            self._compare(self._do("undo_change", self.order))

    def quote(self, *, may_change=True):
        """Hold the pieces; now and then a price has changed just before, and is told."""
        if may_change and self.chance.random() < 0.15:
            self._change_a_price()
        quote = self._do("quote", self.order, str(self.basket.totals().total), by=self.cashier)
        assert quote["is_held"], quote
        self._compare(quote["sale"])

    def _change_a_price(self):
        usual = [one.item for one in self.basket.lines if not one.item.is_promoted]
        if not usual or usual[0].measure == "open_price":
            return
        near = [one.price for one in self.basket.lines if one.item.id == usual[0].id]
        wanted = self.chance.choice([self.shop.amount(Decimal(50)), *near])
        if not wanted or wanted == usual[0].price:
            return
        item = self.shop.change_price(usual[0], wanted)
        before = [line.key for line in self.basket.lines]
        self.basket.reprice(item)
        quote = self._do("quote", self.order, self.told["total"], by=self.cashier)
        is_told = quote["changes"] != []
        assert is_told or [line.key for line in self.basket.lines] == before or quote["is_held"]
        assert quote["is_held"] == (not is_told), self._story(quote)
        self._compare(quote["sale"])

    def _add(self, item, price, weight, reckon, *codes):
        told = self.shop.ask(
            "add_item", self.shop.tills["bob"].register, self.order, item.id, None, 1, price, None,
            None, weight,
        )  # fmt: skip
        if told in codes:
            assert self.money.rounded(item.price * weight) == 0
            return
        assert not isinstance(told, str), told
        self.basket.keep()
        reckon()
        self._compare(told)

    def _discount(self, at, lines):
        by = self.chance.choice(["bob", "cyd"])
        cost = sum(line.cost for line in lines)
        percent = amount = None
        if self.chance.random() < 0.5:
            percent = Decimal(self.chance.choice([1000, 500, 3333, 10_000, 1, 250])) / 100
        else:
            amount = self._amount(lines, cost)
        before = list(self.basket.lines)
        self.basket.keep()
        refusal = self.basket.discount(lines, percent, amount, LIMIT if by == "bob" else None)
        told = self.shop.ask("discount_sale", self.order, at, percent, amount, "loyal", by=by)
        if refusal:
            self.basket.kept.pop()
            assert (told, self.basket.lines) == (refusal, before), self._story(told)
            return
        assert not isinstance(told, str), self._story(told)
        self._compare(told)

    def _amount(self, lines, cost):
        """Draw an amount: any, or what a cashier has left of their limit, or a unit beside it."""
        listed = sum(line.pieces * line.listed for line in lines)
        left = self.money.rounded(listed * LIMIT / 100) - listed + cost
        near = left + self.money.unit * self.chance.randint(-1, 1)
        if near > 0 and self.chance.random() < 0.5:
            return near
        return self.shop.amount(max(cost / self.chance.choice([1, 10, 20]), self.money.unit))

    def _do(self, command, *arguments, by="bob"):
        told = self.shop.ask(command, *arguments, by=by)
        assert not isinstance(told, str), (command, self._story(told))
        return told

    def _item(self, measure):
        return self.chance.choice([one for one in self.shop.items if one.measure == measure])

    def _any_line(self):
        return self.chance.choice(self._matched())

    def _matched(self):
        """Return each line of the answer, by its id, with that of the reckoning, in its order."""
        left, pairs = list(self.basket.lines), []
        for told in self.told["lines"]:
            line = next(one for one in left if one.key == key_of(told))
            left = [one for one in left if one is not line]
            pairs.append((told["id"], line))
        return pairs

    def _compare(self, told):
        """Hold an answer against the reckoning: each line, and what they come to by rate."""
        self.told = told
        ours = self.basket.totals()
        lines = Counter(line.key for line in self.basket.lines)
        assert Counter(key_of(line) for line in told["lines"]) == lines, self._story(told)
        sums = [Decimal(told[key]) for key in ("subtotal", "tax", "total")]
        assert sums == [ours.subtotal, ours.tax, ours.total], self._story(told)
        assert by_rate(told["tax_lines"]) == ours.by_rate, self._story(told)

    def _story(self, told):
        return f"{self.money}\ntold: {told}\nours: {self.basket.lines}"
