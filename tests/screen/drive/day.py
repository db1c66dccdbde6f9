"""A day at the till: customers of every kind, and what each of them must come to."""

import re
from collections import Counter as Tally
from dataclasses import dataclass, field
from decimal import Decimal

from tests.conftest import PASSWORD
from tests.screen.counter import Counter
from tests.screen.drive.cashier import Cashier
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

    cashier: Cashier
    manager: str
    """The login of who approves."""
    money: Tally[str] = field(default_factory=Tally)
    """What came in by each tender, less what went back; "gift" is what cards paid."""
    sales: list[Sold] = field(default_factory=list)
    gross: Decimal = Decimal(0)
    """What was sold, with tax."""
    returned: Decimal = Decimal(0)
    returns: int = 0
    """How often something came back of a sale, exchanges too."""
    open_returned: Decimal = Decimal(0)
    """What was given back without a receipt."""
    cards: list[str] = field(default_factory=list)
    """Codes of the gift cards that have something on them."""
    left: dict[str, Decimal] = field(default_factory=dict)
    """What is on each of those that were sold."""

    @property
    def cards_sold(self) -> int:
        """How many gift cards were sold."""
        return len(self.left)

    @property
    def till(self) -> Counter:
        """The till that the cashier works at."""
        return self.cashier.till

    # ---------- customers

    def cash(self, *products: ShelfProduct) -> None:
        """Sell for cash, exactly."""
        due = self.take(*products)
        self.to_pay()
        self.booked(products, due, cash=due)

    def split(self, *products: ShelfProduct) -> None:
        """Sell for two dollars in cash, and the rest by card."""
        due = self.take(*products)
        self.to_pay()
        self.cashier.split(2, due - 2)
        self.booked(products, due, cash=Decimal(2), card=due - 2)

    def card(self, *products: ShelfProduct) -> None:
        """Sell by card."""
        due = self.take(*products)
        self.to_pay()
        self.cashier.way("card")
        self.booked(products, due, card=due)

    def paypal(self, *products: ShelfProduct) -> None:
        """Sell by PayPal, with its reference."""
        due = self.take(*products)
        self.to_pay()
        self.cashier.way("paypal")
        self.cashier.needed("PayPal's reference", f"pp{len(self.sales):06}")
        self.booked(products, due, paypal=due)

    def discounted(self, product: ShelfProduct) -> None:
        """Sell at ten percent less, within the limit."""
        self.take(product)
        self.discount(10)
        due = product.price - (product.price / 10).quantize(CENT)
        self.to_pay()
        self.booked((product,), due, cash=due)

    def approved(self, *products: ShelfProduct) -> None:
        """Sell everything at thirty percent less, which a manager approves."""
        due = self.take(*products)
        self.discount(30, is_whole=True)
        due -= (due * 30 / 100).quantize(CENT)
        self.to_pay()
        self.booked(products, due, cash=due)

    def by_gift_card(self, *products: ShelfProduct) -> None:
        """Sell for a gift card, and cash for what it does not cover."""
        due, code = self.take(*products), self.cards[0]
        taken = min(due, self.left[code])
        self.to_pay()
        self.till.scan(code)
        stays = f"{self.left[code] - taken:.2f} stays on it"
        self.till.until(lambda: self.cashier.says(stays), "the gift card")
        self.left[code] -= taken
        if not self.left[code]:
            self.cards.pop(0)
        self.booked(products, due, cash=due - taken, gift=taken)

    def weighed(self, product: ShelfProduct, weight: str) -> None:
        """Sell what is weighed, with its weight typed in kilograms."""
        self.cashier.begin_package(product)
        self.cashier.wait("WeightPanel")
        self.cashier.number(weight)
        self.cashier.go()
        self.cashier.gone("WeightPanel")
        due = (product.price * Decimal(weight)).quantize(CENT, "ROUND_HALF_UP")
        self.to_pay()
        self.booked((product,), due, cash=due)

    def repriced(self, product: ShelfProduct, change) -> ShelfProduct:
        """Sell what rises by a dollar between the sale and its payment; return it as it is now."""
        self.take(product)
        change(product, product.price + 1)
        now = ShelfProduct(product.id, product.name, product.code, product.price + 1)
        self.changed()
        self.booked((now,), now.price, cash=now.price)
        return now

    def past_the_count(self, product: ShelfProduct) -> None:
        """Sell a piece that the shelf count denies, as it is in the customer's hand."""
        self.take(product)
        self.changed()
        self.booked((product,), product.price, cash=product.price)

    def changed(self) -> None:
        """Want to pay, and go on with what has changed."""
        self.cashier.begin("pay")
        self.cashier.wait("QuoteChangesPanel")
        self.cashier.go()
        self.cashier.wait("PayPanel")

    def lost(self, product: ShelfProduct, other: ShelfProduct, take) -> None:
        """Sell something else, as the last piece went at another till meanwhile."""
        self.take(product, other)
        take(product)
        self.cashier.begin("pay")
        self.cashier.wait("QuoteChangesPanel")
        self.cashier.back()
        self.cashier.gone("QuoteChangesPanel")
        self.cashier.put_back(product)
        self.to_pay()
        self.booked((other,), other.price, cash=other.price)

    def sell_gift_card(self) -> None:
        """Sell a gift card for cash; its code is read from the slip."""
        self.cashier.begin("gift")
        self.cashier.wait("SellGiftCardPanel")
        self.cashier.number(str(GIVEN))
        self.cashier.go()
        self.cashier.wait("PrintPanel")
        code = self.till.until(self._code, "the code on the slip")
        self.cashier.back()
        self.cashier.gone("PrintPanel")
        self.cards.append(code)
        self.left[code] = GIVEN
        self.money["cash"] += GIVEN

    # ---------- orders

    def take_deposit(self, number: str, amount: Decimal) -> None:
        """Take a deposit of an order in cash."""
        self.show_order(number)
        self.cashier.number(str(amount), "Deposit")
        self.till.until(lambda: self.cashier.says(f"Deposit ${amount:.2f}"), "the deposit")
        self.pay_order(amount)
        self.till.until(lambda: self.cashier.says("Still open"), "what is still open")
        self.cashier.back()
        self.cashier.gone("OrderPanel")

    def collect(self, number: str, due: Decimal) -> None:
        """Have an order paid in cash, and hand it over."""
        self.show_order(number)
        self.till.until(lambda: self.cashier.says(f"Pay ${due:.2f}"), "what is open")
        self.pay_order(due)
        self.till.until(lambda: self.cashier.says("Hand over the goods"), "the goods")
        self.cashier.go()
        self.cashier.gone("OrderPanel")

    def show_order(self, number: str) -> None:
        """Find an order by the last digits of its number."""
        self.cashier.begin("order")
        self.cashier.wait("FindOrderPanel")
        self.cashier.find(number.rpartition("-")[2])
        self.cashier.wait("OrderPanel")

    def pay_order(self, amount: Decimal) -> None:
        """Take the money for an order in cash, exactly."""
        self.cashier.go()
        self.cashier.wait("OrderPayPanel")
        self.cashier.go()
        self.cashier.wait("OrderPanel")
        self.money["cash"] += amount

    # ---------- what comes back

    def take_back(self, sold: Sold) -> None:
        """Take back the only piece of a sale; the money goes back by the tender that paid it."""
        [(way, paid)] = sold.by.items()
        self.find(sold, paid)
        self.given_back()
        self.returned += paid
        self.returns += 1
        self.money[way] -= paid

    def without_a_receipt(self, product: ShelfProduct) -> None:
        """Take back what nobody has a receipt of; a manager approves it, and cash for it."""
        worth = product.price
        self.cashier.begin("return")
        self.cashier.wait("FindReceiptPanel")
        self.cashier.inside("Without a receipt")
        self.cashier.wait("OpenReturnPanel")
        self.cashier.take_back(product)
        self.cashier.wait("SalesOfItemPanel")
        self.cashier.inside("None of these")
        self.till.until(lambda: self.cashier.says(f"Continue · ${worth:.2f}"), "what comes back")
        self.cashier.go()
        self.cashier.words("Why", "A gift")
        self.cashier.money_goes("Cash")
        self.cashier.go()
        for asked in ("Return without a receipt", "Out of the drawer"):
            self.till.until(lambda asked=asked: self._is_asked(asked), asked)
            self.give_word()
        self.cashier.wait("GivenBackPanel")
        self.cashier.go()
        self.cashier.gone("GivenBackPanel")
        self.open_returned += worth
        self.money["cash"] -= worth

    def exchange(self, sold: Sold, wanted: ShelfProduct) -> None:
        """Take the only piece of a sale for one that costs more; cash pays the difference."""
        [paid] = sold.by.values()
        self.find(sold, paid)
        self.cashier.money_goes("Exchange")
        self.cashier.go()
        self.cashier.gone("ReturnPanel")
        self.cashier.take(wanted)
        self.to_pay()
        self.returned += paid
        self.returns += 1
        self.booked((wanted,), wanted.price, cash=wanted.price - paid)

    def find(self, sold: Sold, paid: Decimal) -> None:
        """Look a receipt up, say what comes back, for which `paid` goes back, and write why."""
        self.cashier.begin("return")
        self.cashier.wait("FindReceiptPanel")
        self.cashier.find(sold.number.rpartition("-")[2])
        self.till.until(lambda: self.cashier.says(f"Return of {sold.number}"), sold.number)
        self.cashier.take_back(sold.products[0])
        self.till.until(lambda: self.cashier.says(f"Continue · ${paid:.2f}"), "what comes back")
        self.cashier.go()
        self.cashier.words("Why", "Wrong size")

    def given_back(self) -> None:
        """Give the money back, and go back to the sale."""
        self.cashier.go()
        self.cashier.wait("GivenBackPanel")
        self.cashier.go()
        self.cashier.gone("GivenBackPanel")

    # ---------- the drawer

    def pay_out(self, amount: Decimal) -> None:
        """Take cash out of the drawer."""
        self.cashier.begin("shift")
        self.cashier.wait("CloseShiftPanel")
        self.cashier.inside("Cash in or out")
        self.cashier.wait("MoveCashPanel")
        self.cashier.number(str(amount))
        self.cashier.needed("Reason", "Window cleaner")
        self.cashier.go()
        self.cashier.gone("MoveCashPanel")
        self.money["cash"] -= amount

    def look_at_x(self) -> None:
        """Show the report of the shift so far, and leave it."""
        self.cashier.begin("shift")
        self.cashier.wait("CloseShiftPanel")
        self.cashier.inside("X report")
        self.cashier.wait("PrintPanel")
        self.cashier.back()
        self.cashier.gone("PrintPanel")
        if self.till.look(kind="CloseShiftPanel"):
            self.cashier.back()
            self.cashier.gone("CloseShiftPanel")

    def close(self, counted: Decimal) -> None:
        """Count the drawer without knowing what is expected, say why it differs, and close."""
        self.cashier.begin("shift")
        self.cashier.wait("CloseShiftPanel")
        self.cashier.number(str(counted), "Counted")
        self.cashier.go()
        self.till.until(
            lambda: self.till.look("Why is there a difference?", Role.TEXT), "the reason"
        )
        self.cashier.reason("Why is there a difference?", "Wrong change")
        self.cashier.go()
        self.cashier.wait("PrintPanel")

    # ---------- steps

    def take(self, *products: ShelfProduct) -> Decimal:
        """Put products into the sale; return what they cost."""
        self.cashier.take(*products)
        return sum((product.price for product in products), Decimal(0))

    def discount(self, percent: int, *, is_whole: bool = False) -> None:
        """Give a discount for a likely reason; a manager approves one on all of the sale."""
        self.cashier.discount(percent, is_whole=is_whole)
        self.cashier.reason("Reason", "Regular customer")
        self.cashier.go()
        if is_whole:
            self.cashier.wait("ApprovalPanel")
            self.approve()
        self.cashier.gone("DiscountPanel")

    def approve(self) -> None:
        """Give the word of a manager, after which nothing else is asked."""
        self.give_word()
        self.cashier.gone("ApprovalPanel")

    def give_word(self) -> None:
        """Give the login and the password of a manager."""
        self.cashier.words("Manager's login", self.manager)
        self.cashier.password(PASSWORD)
        self.cashier.go()

    def to_pay(self) -> None:
        """Open the pay panel, of the sale or of the exchange."""
        self.cashier.begin("pay")
        self.till.until(
            lambda: self.till.look(kind="PayPanel") or self.till.look(kind="ExchangePanel"),
            "the pay panel",
        )

    def booked(self, products, due: Decimal, **by: Decimal) -> None:
        """Take the money, wait for the number of the sale, and add it up."""
        self.cashier.go()
        self.sales.append(Sold(self.till.paid_now(), tuple(products), by))
        self.gross += due
        for method, amount in by.items():
            self.money[method] += amount

    def _is_asked(self, words: str) -> bool:
        panel = self.till.look(kind="ApprovalPanel")
        return panel is not None and any(node.name == words for node in panel.walk())

    def _code(self) -> str:
        for node in self.till.see().walk():
            if found := GIFT_CODE.search(f"{node.name} {node.description} {node.value}"):
                return found[0]
        return ""
