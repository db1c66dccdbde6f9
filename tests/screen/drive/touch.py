"""What a cashier does at the till by touch alone: clicks, and never a key."""

from dataclasses import replace

from tests.screen.drive.cashier import Cashier
from tests.screen.nodes import Role

BUTTON = Role.PUSH_BUTTON
PAGES = {
    "pay": "Pay", "return": "Return", "shift": "Shift", "gift": "Gift card", "order": "Order",
}  # fmt: skip
WAYS = {"card": "Card", "paypal": "PayPal"}
MANY = 6
"""Letters of a name that find a product."""


class ByTouch(Cashier):
    """Touches tiles, keys on the screen and buttons; nothing is scanned that is sold."""

    def open_shift(self, counted):
        """Open the shift with so much in the drawer."""
        self.tap("Open the shift")
        self.wait("OpenShiftPanel")
        self.number(counted, "Float")
        self.go()
        self.gone("OpenShiftPanel")

    def take(self, *products):
        """Touch each product, and wait until it lies in the sale."""
        for product in products:
            self._tap_product(product)
            self.till.until(lambda product=product: self.till.pieces(product.name), product.name)

    def begin_package(self, product):
        """Touch what is weighed."""
        self._tap_product(product)

    def put_back(self, product):
        """Touch a line, and take it out of the sale."""
        line = self.till.until(lambda: self._line(product.name), product.name)
        self.till.click(replace(line, box=line.box._replace(width=line.box.height * 2)))
        self.tap("Remove", inside="NumberPad")
        self.till.until(lambda: not self.till.pieces(product.name), f"no {product.name}")

    def take_back(self, product):
        """Touch the line that comes back, or find the product by letters."""
        if self.till.look(kind="ReturnPanel"):
            row = self.till.until(lambda: self._returned(product.name), product.name)
            self.till.click(row)
        else:
            self.letters(product.name)
            row = self.till.until(lambda: self._returned(product.name), product.name)
            self.till.click(row)

    def begin(self, page):
        """Touch what the till does; a notice that lies over it is closed first."""
        key = self.till.find(PAGES[page], BUTTON)
        while notice := self._notice_over(key):
            self.till.click(notice.all(BUTTON)[-1])
            self.till.until(lambda one=key: not self._notice_over(one), "the notice to be gone")
        self.till.click(key)

    def inside(self, name):
        """Touch a button in the panel."""
        self.tap(name)

    def go(self):
        """Touch the large button at the foot of the panel, after a look at what it does."""
        self.till.glance()
        self.till.click(self.till.until(self._large, "the large button"))

    def back(self):
        """Touch the way back."""
        self.tap("Back", kind="KeyButton")

    def number(self, text, name=""):
        """Touch digits on the pad, for the field that has the keyboard."""
        if name:
            self.till.until(lambda: self.till.has_keyboard(name), f"the keyboard in {name}")
        pad = self.till.find("Number pad", kind="NumberPad")
        keys = {key.name: key for key in pad.all(BUTTON)}
        for digit in text:
            self.till.click(keys[digit])

    def find(self, number):
        """Touch the digits of what is looked for, and Enter beside them."""
        self.number(number)
        self.till.glance()
        self.tap("Enter", inside="NumberPad")

    def words(self, name, text):
        """Touch a field, and then letters."""
        if not self.till.has_keyboard(name):
            self.till.click(self.till.until(lambda: self._field(name), name))
            self.till.until(lambda: self.till.has_keyboard(name), f"the keyboard in {name}")
        self.letters(text)
        self.till.until(lambda: self._value(name) == text, f"{text} in {name}")

    needed = words

    def reason(self, name, words):
        """Touch a likely reason."""
        del name
        self.tap(words)

    def way(self, name):
        """Touch how it is paid."""
        self.till.click(self.till.find(WAYS[name], Role.PAGE_TAB))
        self.till.until(lambda: self.says("Charge $"), "the button that charges")

    def split(self, cash, rest):
        """Touch an amount of cash, and then the card for the rest."""
        self.number(str(cash))
        self.till.until(lambda: self.till.look(f"Take ${cash:.2f}", BUTTON), "the part")
        self.go()
        self.till.until(lambda: self.till.look(f"Take ${rest:.2f}", BUTTON), "the rest")
        self.way("card")

    def money_goes(self, name):
        """Touch where the money goes."""
        self.till.click(self.till.find(name, Role.RADIO_BUTTON))

    def discount(self, percent, *, is_whole):
        """Touch the discount, what it is on, and how much; what has no button is typed."""
        self.tap("Discount")
        self.wait("DiscountPanel")
        if is_whole:
            self.till.click(self.till.find("Discount on: Sale", Role.RADIO_BUTTON))
        if self.till.look(f"{percent}%", BUTTON):
            self.tap(f"{percent}%")
        else:
            self.words("How much", f"{percent}%")

    def password(self, text):
        """Touch the field of the password, and letters."""
        self.till.click(self.till.until(self._password, "the field of the password"))
        self.till.until(self.asks_for_password, "the keyboard in the password")
        self.letters(text)

    def tap(self, name, **where):
        """Touch a button."""
        self.till.click(self.till.find(name, BUTTON, **where))

    def letters(self, text):
        """Touch letters and signs on the screen, and wait until all of them are in the field."""
        if not self.till.look(kind="TextPad"):
            self.tap("ABC", inside="NumberPad")
            self.wait("TextPad")
        self._type(text)

    def _type(self, text):
        """Touch the keys of the letters, which stand where they are until others are wanted."""
        keys = self._keys()
        for letter in text:
            if letter == " ":
                self.till.click(keys["Space"])
            elif letter in keys:
                self.till.click(keys[letter])
            else:
                self.till.click(keys["Capital letter" if letter.isupper() else "?#"])
                self.till.click(self.till.until(lambda sign=letter: self._keys().get(sign), letter))
                if not letter.isupper():
                    self.till.click(self._keys()["ABC"])
                self.till.until(lambda: {"a", "?#"} <= self._keys().keys(), "the letters again")

    def _keys(self):
        """Return the keys of the letters in sight by what they type."""
        pad = self.till.look(kind="TextPad")
        return {key.name: key for key in pad.all(BUTTON)} if pad else {}

    def _tap_product(self, product):
        """Touch its tile; what has none in sight is found by letters."""
        if tile := self.till.until(self._tiles, "the quick keys").get(product.name):
            self.till.click(tile)
            return
        self.tap("Search")
        self.wait("SearchPopup")
        self._type(product.name[:MANY].lower())
        self.till.click(self.till.until(lambda: self._match(product.name), product.name))
        self.gone("SearchPopup")

    def _notice_over(self, key):
        """Return the notice in whose box a key lies, if any does."""
        return self.till.see().first(
            lambda node: (
                node.role in {Role.ALERT, Role.NOTIFICATION}
                and bool(node.all(BUTTON))
                and min(node.box.within(key.box)[2:]) > 0
            )
        )

    def _match(self, name):
        found = self.till.look("Matches", Role.LIST)
        rows = found.all(Role.LIST_ITEM) if found else []
        return next((row for row in rows if row.name.startswith(f"{name}, ")), None)

    def _tiles(self):
        """Return the tiles that are whole in sight, by the names of their products."""
        area = self.till.look(kind="QuickKeys")
        if area is None:
            return None
        foot = area.box.bottom
        return {
            node.name.partition(", ")[0]: node for node in area.walk()
            if node.kind == "QuickKey" and area.box.y <= node.box.y and node.box.bottom <= foot
        }  # fmt: skip

    def _large(self):
        """Return the lowest of the large buttons of the panel that is open."""
        found = [
            node for node in self.till.see().all(BUTTON)
            if node.kind == "BigButton" and "enabled" in node.states
        ]  # fmt: skip
        return max(found, key=lambda node: node.box.y, default=None)

    def _line(self, name):
        shown = self.till.look("Lines of the sale", Role.LIST)
        rows = shown.all(Role.LIST_ITEM) if shown else []
        return next((row for row in rows if f" × {name}, " in row.name), None)

    def _returned(self, name):
        panel = self.till.look(kind="ReturnPanel") or self.till.look(kind="OpenReturnPanel")
        rows = panel.all(Role.LIST_ITEM) if panel else []
        return next((row for row in rows if row.name.startswith(f"{name},")), None)

    def _value(self, name):
        field = self._field(name)
        return field.value if field else None

    def _field(self, name):
        return self.till.look(name, Role.TEXT)

    def _password(self):
        return self.till.see().first(lambda node: node.role is Role.PASSWORD_TEXT)
