"""A day at the till by keys: customers of every kind, and what each of them must come to."""

import re
from collections import Counter as Tally
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tests.conftest import PASSWORD
from tests.screen.counter import Counter
from tests.screen.nodes import Role
from tests.screen.sales import ShelfProduct

GIFT_CODE = re.compile(r"GC[2-9A-Z]{2}(?:-[2-9A-Z]{4}){4}")
CENT = Decimal("0.01")
GIVEN = Decimal(60)
"""What is put on each gift card."""


@dataclass
class Sold:
    """A sale of the day: its number, the products in it, and what was paid by which tender."""

    number: str
    products: tuple[ShelfProduct, ...]
    by: dict[str, Decimal]


@dataclass
class Day:
    """Serves customers at a till, and adds up by hand what they pay and get back."""

    till: Counter
    manager: str
    """The login of who approves."""
    money: Tally[str] = field(default_factory=Tally)
    """What came in by each tender, less what went back; "gift" is what cards paid."""
    sales: list[Sold] = field(default_factory=list)
    gross: Decimal = Decimal(0)
    """What was sold, with tax."""
    returned: Decimal = Decimal(0)
    cards: list[str] = field(default_factory=list)
    """Codes of the gift cards that have something on them."""
    left: dict[str, Decimal] = field(default_factory=dict)
    """What is on each of those that were sold."""

    @property
    def cards_sold(self) -> int:
        """How many gift cards were sold."""
        return len(self.left)

    # ---------- customers

    def cash(self, *products: ShelfProduct) -> None:
        """Sell for cash, exactly."""
        due = self.scan(*products)
        self.paid(products, due, "", cash=due)

    def split(self, *products: ShelfProduct) -> None:
        """Sell for two dollars in cash, and the rest by card."""
        due = self.scan(*products)
        self.paid(products, due, "2c d", cash=Decimal(2), card=due - 2)

    def card(self, *products: ShelfProduct) -> None:
        """Sell by card."""
        due = self.scan(*products)
        self.paid(products, due, "d", card=due)

    def paypal(self, *products: ShelfProduct) -> None:
        """Sell by PayPal, with its reference."""
        due = self.scan(*products)
        self.to_pay()
        self.till.write("p")
        self.enter()
        name = "PayPal's reference"
        self.till.until(lambda: self.till.has_keyboard(name), "the keyboard in the reference")
        self.till.write(f"PP{len(self.sales):06}")
        self.booked(products, due, paypal=due)

    def discounted(self, product: ShelfProduct) -> None:
        """Sell at ten percent less, within the limit."""
        self.scan(product)
        self.discount("/10%")
        due = product.price - (product.price / 10).quantize(CENT)
        self.paid((product,), due, "", cash=due)

    def approved(self, *products: ShelfProduct) -> None:
        """Sell everything at thirty percent less, which a manager approves."""
        due = self.scan(*products)
        self.discount("//30%", is_approved=True)
        due -= (due * 30 / 100).quantize(CENT)
        self.paid(products, due, "", cash=due)

    def by_gift_card(self, *products: ShelfProduct) -> None:
        """Sell for a gift card, and cash for what it does not cover."""
        due, code = self.scan(*products), self.cards[0]
        taken = min(due, self.left[code])
        self.to_pay()
        self.till.scan(code)
        self.till.until(
            lambda: self._says(f"{self.left[code] - taken:.2f} stays on it"), "the gift card"
        )
        self.left[code] -= taken
        if not self.left[code]:
            self.cards.pop(0)
        self.booked(products, due, cash=due - taken, gift=taken)

    def weighed(self, product: ShelfProduct, weight: str) -> None:
        """Sell what is weighed, with its weight typed in kilograms."""
        self.till.scan(product.code)
        self.wait("WeightPanel")
        self.till.write(weight)
        self.enter()
        self.gone("WeightPanel")
        due = (product.price * Decimal(weight)).quantize(CENT, "ROUND_HALF_UP")
        self.paid((product,), due, "", cash=due)

    def repriced(self, product: ShelfProduct, change) -> ShelfProduct:
        """Sell what rises by a dollar between the scan and the payment; return it as it is now."""
        self.scan(product)
        change(product, product.price + 1)
        now = ShelfProduct(product.id, product.name, product.code, product.price + 1)
        self.press("F9")
        self.wait("QuoteChangesPanel")
        self.enter()
        self.wait("PayPanel")
        self.booked((now,), now.price, cash=now.price)
        return now

    def past_the_count(self, product: ShelfProduct) -> None:
        """Sell a piece that the shelf count denies, as it is in the customer's hand."""
        self.scan(product)
        self.press("F9")
        self.wait("QuoteChangesPanel")
        self.enter()
        self.wait("PayPanel")
        self.booked((product,), product.price, cash=product.price)

    def lost(self, product: ShelfProduct, other: ShelfProduct, take) -> None:
        """Sell something else, as the last piece went at another till meanwhile."""
        self.scan(product, other)
        take(product)
        self.press("F9")
        self.wait("QuoteChangesPanel")
        self.till.press("Escape")
        self.gone("QuoteChangesPanel")
        while self.till.pieces(product.name):
            self.press("Up")
            self.press("Delete")
            self.till.settle()
        self.paid((other,), other.price, "", cash=other.price)

    def sell_gift_card(self) -> None:
        """Sell a gift card for cash; its code is read from the slip."""
        self.press("ctrl+g")
        self.wait("SellGiftCardPanel")
        self.till.write(str(GIVEN))
        self.enter()
        self.wait("PrintPanel")
        code = self.till.until(self._code, "the code on the slip")
        self.till.press("Escape")
        self.gone("PrintPanel")
        self.cards.append(code)
        self.left[code] = GIVEN
        self.money["cash"] += GIVEN

    # ---------- what comes back

    def take_back(self, sold: Sold) -> None:
        """Take back the only piece of a sale; the money goes back by the tender that paid it."""
        [(way, paid)] = sold.by.items()
        self.find(sold, paid)
        self.enter()
        self.wait("GivenBackPanel")
        self.enter()
        self.gone("GivenBackPanel")
        self.returned += paid
        self.money[way] -= paid

    def exchange(self, sold: Sold, wanted: ShelfProduct) -> None:
        """Take the only piece of a sale for one that costs more; cash pays the difference."""
        [paid] = sold.by.values()
        self.find(sold, paid)
        self.press("Down")
        self.press("Down")
        self.enter()
        self.gone("ReturnPanel")
        self.till.scan(wanted.code)
        self.till.until(lambda: self.till.pieces(wanted.name), wanted.name)
        self.to_pay()
        self.returned += paid
        self.booked((wanted,), wanted.price, cash=wanted.price - paid)

    def find(self, sold: Sold, paid: Decimal) -> None:
        """Look a receipt up, scan what comes back, for which `paid` goes back, and write why."""
        self.press("F6")
        self.wait("FindReceiptPanel")
        self.till.write(sold.number.rpartition("-")[2])
        self.enter()
        self.till.until(lambda: self._says(f"Return of {sold.number}"), sold.number)
        self.till.scan(sold.products[0].code)
        self.till.until(lambda: self._says(f"Continue · ${paid:.2f}"), "what comes back")
        self.enter()
        self.till.until(lambda: self.till.has_keyboard("Why"), "the keyboard in the reason")
        self.till.write("Wrong size")

    # ---------- the drawer

    def pay_out(self, amount: Decimal) -> None:
        """Take cash out of the drawer."""
        self.press("F7")
        self.wait("CloseShiftPanel")
        self.press("F7")
        self.wait("MoveCashPanel")
        self.till.write(str(amount))
        self.enter()
        self.till.until(lambda: self.till.has_keyboard("Reason"), "the keyboard in the reason")
        self.till.write("Window cleaner")
        self.enter()
        self.gone("MoveCashPanel")
        self.money["cash"] -= amount

    def look_at_x(self) -> None:
        """Show the report of the shift so far, and leave it."""
        self.press("F7")
        self.wait("CloseShiftPanel")
        self.press("ctrl+p")
        self.wait("PrintPanel")
        self.till.press("Escape")
        self.till.settle()
        self.till.press("Escape")
        self.gone("CloseShiftPanel")

    def close(self, counted: Decimal) -> None:
        """Count the drawer without knowing what is expected, say why it differs, and close."""
        self.press("F7")
        self.wait("CloseShiftPanel")
        self.till.write(str(counted))
        self.enter()
        name = "Why is there a difference?"
        self.till.until(lambda: self.till.has_keyboard(name), "the keyboard in the reason")
        self.till.write("Wrong change")
        self.enter()
        self.wait("PrintPanel")

    # ---------- steps

    def scan(self, *products: ShelfProduct) -> Decimal:
        """Scan products, and wait until they lie in the sale; return what they cost.

        What the till has refused is scanned again, as a busy computer cuts a code in two.
        """
        missing = list(products)
        while missing:
            for product in missing:
                self.till.scan(product.code)
            self.till.until(
                lambda: not self._missing(products) or self.till.refused(), "all that was scanned"
            )
            if self.till.refused():
                self.till.until_calm()
                self.till.press("Escape")
            missing = self._missing(products)
        return sum((product.price for product in products), Decimal(0))

    def discount(self, typed: str, *, is_approved: bool = False) -> None:
        """Give a discount for the second of the likely reasons."""
        self.till.write(typed)
        self.enter()
        self.wait("DiscountPanel")
        self.till.write("2")
        self.enter()
        if is_approved:
            self.wait("ApprovalPanel")
            self.approve()
        self.gone("DiscountPanel")

    def approve(self) -> None:
        """Give the word of a manager."""
        self.till.until(
            lambda: self.till.has_keyboard("Manager's login"), "the keyboard in the login"
        )
        self.till.write(self.manager)
        self.enter()
        password = self.till.until(self._password, "the keyboard in the password")
        assert password
        self.till.write(PASSWORD)
        self.enter()
        self.gone("ApprovalPanel")

    def to_pay(self) -> None:
        """Open the pay panel, of the sale or of the exchange."""
        self.press("F9")
        self.till.until(
            lambda: self.till.look(kind="PayPanel") or self.till.look(kind="ExchangePanel"),
            "the pay panel",
        )

    def paid(self, products, due: Decimal, typed: str, **by: Decimal) -> None:
        """Pay with what is typed, nothing for cash, exactly."""
        self.to_pay()
        if typed:
            self.till.write(typed)
        self.booked(products, due, **by)

    def booked(self, products, due: Decimal, **by: Decimal) -> None:
        """Press Enter, wait for the number of the sale, and add it up."""
        self.enter()
        self.sales.append(Sold(self.till.paid_now(), tuple(products), by))
        self.gross += due
        for method, amount in by.items():
            self.money[method] += amount

    def press(self, key: str) -> None:
        """Press a key once nothing is being done."""
        self.till.glance()
        self.till.press(key)

    def enter(self) -> None:
        """Press Enter, after a look at what it does."""
        self.press("Return")

    def wait(self, kind: str) -> None:
        """Wait for a panel."""
        self.till.until(lambda: self.till.look(kind=kind), kind)

    def gone(self, kind: str) -> None:
        """Wait until a panel has gone."""
        self.till.until(lambda: not self.till.look(kind=kind), f"{kind} to be gone")

    def _missing(self, products: Sequence[ShelfProduct]) -> list[ShelfProduct]:
        return [product for product in products if not self.till.pieces(product.name)]

    def _says(self, *words: str) -> bool:
        told = " ".join(node.name for node in self.till.see().walk())
        return all(word in told for word in words)

    def _password(self) -> bool:
        focused = self.till.focused()
        return focused is not None and focused.role is Role.PASSWORD_TEXT

    def _code(self) -> str:
        for node in self.till.see().walk():
            if found := GIFT_CODE.search(f"{node.name} {node.description} {node.value}"):
                return found[0]
        return ""
