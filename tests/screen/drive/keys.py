"""What a cashier does at the till by keys and a scanner."""

from tests.screen.drive.cashier import Cashier

PAGES = {
    "pay": "F9", "return": "F6", "shift": "F7", "gift": "ctrl+g", "order": "ctrl+o",
}  # fmt: skip
WAYS = {"card": "d", "paypal": "p"}
INSIDE = {
    "Cash in or out": "F7", "X report": "ctrl+p", "Without a receipt": "ctrl+n",
    "None of these": "ctrl+n",
}  # fmt: skip
DOWN = {"Exchange": 2, "Cash": 1}
"""How many times Down is pressed to come to a way for the money."""
REASONS = {"Regular customer": "2"}
"""The digits that write a likely reason; other reasons are typed."""


class ByKeys(Cashier):
    """Types, and scans what is sold."""

    def take(self, *products):
        """Scan products, and wait until they lie in the sale.

        What the till has refused is scanned again, as a busy computer cuts a code in two.
        """
        missing = list(products)
        while missing:
            for product in missing:
                self.till.scan(product.code)
            self.till.until(
                lambda: not self.missing(products) or self.till.refused(), "all that was scanned"
            )
            if self.till.refused():
                self.till.until_calm()
                self.till.press("Escape")
            missing = self.missing(products)

    def begin_package(self, product):
        """Scan what is weighed."""
        self.till.scan(product.code)

    def put_back(self, product):
        """Take a line out of the sale."""
        while self.till.pieces(product.name):
            self.press("Up")
            self.press("Delete")
            self.till.settle()

    def take_back(self, product):
        """Scan what comes back."""
        self.till.scan(product.code)

    def begin(self, page):
        """Press the key of what the till does."""
        self.press(PAGES[page])

    def inside(self, name):
        """Press the key of a button in the panel."""
        self.press(INSIDE[name])

    def go(self):
        """Press Enter, after a look at what it does."""
        self.press("Return")

    def back(self):
        """Leave the panel."""
        self.till.press("Escape")

    def number(self, text, name=""):
        """Type a number where the keyboard is."""
        if name:
            self.till.until(lambda: self.till.has_keyboard(name), f"the keyboard in {name}")
        self.till.write(text)

    def find(self, number):
        """Type what is looked for, and Enter."""
        self.number(number)
        self.go()

    def words(self, name, text):
        """Type into a field, to which Enter goes where it has not the keyboard."""
        self.till.until(lambda: self.till.has_keyboard(name), f"the keyboard in {name}")
        self.till.write(text)

    def needed(self, name, text):
        """Type into a field to which a refused Enter goes."""
        self.go()
        self.words(name, text)

    def reason(self, name, words):
        """Write a likely reason."""
        self.words(name, REASONS.get(words, words))

    def way(self, name):
        """Press the letter of how it is paid."""
        self.till.write(WAYS[name])

    def split(self, cash, rest):
        """Type an amount of cash and the letter of the card."""
        del rest
        self.till.write(f"{cash}c d")

    def money_goes(self, name):
        """Choose where the money goes."""
        for _ in range(DOWN[name]):
            self.press("Down")

    def discount(self, percent, *, is_whole):
        """Type a discount into the field of the till."""
        self.till.write(f"{'//' if is_whole else '/'}{percent}%")
        self.go()
        self.wait("DiscountPanel")

    def password(self, text):
        """Type the password of who approves."""
        self.go()
        self.till.until(self.asks_for_password, "the keyboard in the password")
        self.till.write(text)

    def press(self, key):
        """Press a key once nothing is being done."""
        self.till.glance()
        self.till.press(key)
