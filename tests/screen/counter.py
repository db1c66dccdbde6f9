"""The real program at a till, worked as a cashier works it."""

import time
from pathlib import Path

from tests.conftest import PASSWORD
from tests.screen.nodes import Node, Role
from tests.screen.program import Program
from tests.screen.screen import Screen

GLANCE = 0.4
"""Seconds in which a person reads a sum, before Enter says that it is right."""
CALM = 1.0
"""Seconds without a change after which nothing is under way."""
FLOAT = "100"
REFUSED = ("not added", "Nothing has the code")
"""Words of what the till says of a scan."""
MOST = 60
"""Stops of Tab that no page has."""


class Counter(Program):
    """The program of somebody who stands at a till."""

    def __init__(self, screen: Screen, profile: Path) -> None:
        super().__init__(screen, profile)
        self.paid: list[str] = []
        """The numbers of the sales that were paid here, as they were shown."""

    def sign_in(self, password: str = PASSWORD) -> None:
        """Type the password, and wait for the first page."""
        self.until(self._asks_for_password, "the keyboard in the field of the password")
        self.write(password)
        self.press("Return")
        self.find("Pages", Role.PAGE_TAB_LIST)

    def open_shift(self) -> None:
        """Open the shift by keys."""
        self.find("Open the shift", Role.PUSH_BUTTON)
        self.press("F7")
        self.until(lambda: self.has_keyboard("Float"), "the keyboard in the field of the float")
        self.write(FLOAT)
        self.glance()  # a panel takes no Enter that comes too soon after it has opened
        self.press("Return")
        self.until(lambda: not self.look(kind="OpenShiftPanel"), "the shift to be open")

    def go(self, page: str) -> None:
        """Go to a page by its tab in the side bar."""
        self.click(self.until(lambda: self._tab(page), page))
        self.until(lambda: self._is_on(page), page)

    def touch_mode(self) -> None:
        """Switch to touch mode in the preferences, and go back to the till."""
        self.press("ctrl+comma")
        self.click(self.find("Touch mode", Role.CHECK_BOX))
        self.until(lambda: "checked" in self.find("Touch mode", Role.CHECK_BOX).states, "touch")
        self.go("Till")
        self.find("Scan or type", Role.TEXT)

    def has_keyboard(self, name: str) -> bool:
        """Tell whether the keyboard is in what is called so; of a choice, by its label."""
        focused = self.focused()
        return focused is not None and focused.name.partition(":")[0] == name

    def tab_to(self, name: str) -> None:
        """Press Tab until the keyboard is in what is called so."""
        here = self.focused()
        for _ in range(MOST):
            if here is not None and here.name.partition(":")[0] == name:
                return
            self.press("Tab")
            here = self.until(lambda was=here: self._other(was), "the keyboard elsewhere")
        raise AssertionError(f"Tab does not come to “{name}”")

    def lines(self) -> list[str]:
        """Return what stands in the sale, as it is read out: "2 × Mug, $18.00"."""
        shown = self.see().first(lambda node: node.name == "Lines of the sale")
        return [line.name for line in shown.all(Role.LIST_ITEM)] if shown else []

    def pieces(self, name: str) -> int:
        """Return how many of a product stand in the sale."""
        found = [line for line in self.lines() if f" × {name}, " in line]
        return sum(int(line.partition(" ×")[0]) for line in found)

    def finds(self, name: str) -> bool:
        """Tell whether the list of matches begins with a product."""
        found = self.look("Matches", Role.LIST)
        rows = found.all(Role.LIST_ITEM) if found else []
        return bool(rows) and rows[0].name.startswith(f"{name}, ")

    def total(self) -> str:
        """Return the total as it is read out."""
        shown = self.see().first(lambda node: node.name.startswith("Total "))
        return shown.name.removeprefix("Total ") if shown else ""

    def refused(self) -> str:
        """Return what the till says of a scan that it did not add."""
        told = self.see().all(Role.ALERT)
        return next((one.name for one in told if any(words in one.name for words in REFUSED)), "")

    def until_calm(self) -> None:
        """Wait until nothing in the sale changes any more."""
        was, now = [""], self.lines()
        while now != was:
            time.sleep(CALM)
            was, now = now, self.lines()

    def glance(self) -> None:
        """Take the time that a person needs to read a sum."""
        time.sleep(GLANCE)

    def pay(self) -> str:
        """Pay the sum in cash by F9 and Enter; return the number of the sale."""
        self.press("F9")
        self.until(lambda: self.look(kind="PayPanel"), "the pay panel")
        self.glance()
        self.press("Return")
        return self.paid_now()

    def pay_by_touch(self) -> str:
        """Pay the sum in cash by two touches; return the number of the sale."""
        self.click(self.find("Pay", Role.PUSH_BUTTON))
        self.until(lambda: self.look(kind="PayPanel"), "the pay panel")
        self.glance()
        self.click(self.until(self._take, "the button that takes the money"))
        return self.paid_now()

    def paid_now(self) -> str:
        """Wait for the end of a sale that is not known yet, and return its number."""
        self.paid.append(self.until(self._number, "the number of the sale"))
        return self.paid[-1]

    def _tab(self, page: str) -> Node | None:
        """Return a page's tab; its name may end with how many wait there."""
        return self.see().first(
            lambda node: node.role is Role.PAGE_TAB and node.name.partition(" (")[0] == page
        )

    def _other(self, was: Node | None) -> Node | None:
        """Return what has the keyboard, if it is not what had it."""
        now = self.focused()
        return None if now and was and now.reference == was.reference else now

    def _is_on(self, page: str) -> bool:
        tab, shown = self._tab(page), self.see()
        is_there = shown.all(Role.HEADING, page) or shown.all(Role.TEXT, "Scan or type")
        return tab is not None and "selected" in tab.states and bool(is_there)

    def _number(self) -> str:
        band = self.look(kind="PaidBand")
        shown = band.first(lambda node: node.kind == "ElidedLabel") if band else None
        number = shown.name.partition(" ")[0] if shown else ""
        return "" if number in self.paid else number

    def _take(self) -> Node | None:
        panel = self.look(kind="PayPanel")
        return panel.first(lambda node: node.name.startswith("Take ")) if panel else None

    def _asks_for_password(self) -> bool:
        focused = self.focused()
        return focused is not None and focused.role is Role.PASSWORD_TEXT
