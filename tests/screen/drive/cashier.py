"""What cashiers do in common, whether they press keys or touch the screen."""

from tests.screen.counter import Counter
from tests.screen.nodes import Role


class Cashier:
    """Works a till, and sees what is on it."""

    def __init__(self, till: Counter) -> None:
        self.till = till

    def wait(self, kind):
        """Wait for a panel."""
        self.till.until(lambda: self.till.look(kind=kind), kind)

    def gone(self, kind):
        """Wait until a panel has gone."""
        self.till.until(lambda: not self.till.look(kind=kind), f"{kind} to be gone")

    def says(self, *words):
        """Tell whether all of the words are on the screen."""
        told = " ".join(node.name for node in self.till.see().walk())
        return all(word in told for word in words)

    def missing(self, products):
        """Return the products that are not in the sale."""
        return [product for product in products if not self.till.pieces(product.name)]

    def asks_for_password(self):
        """Tell whether the keyboard is in a password."""
        focused = self.till.focused()
        return focused is not None and focused.role is Role.PASSWORD_TEXT
