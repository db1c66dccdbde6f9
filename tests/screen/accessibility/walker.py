"""Goes through all pages of the program and all that their buttons open, and lists faults."""

from collections.abc import Iterator

from tests.screen.counter import Counter
from tests.screen.nodes import Node, Role
from tests.screen.rules import faults

LEADS_AWAY = {"Switch user"}
"""Buttons that are not pressed: they end the walk."""
OPENED = ("Dialog", "Panel", "Sheet", "Palette")
"""How classes of what lies over a page or beside it end."""


class Walker:
    """One person's way through the window."""

    def __init__(self, program: Counter) -> None:
        self.program = program

    def pages(self) -> Iterator[str]:
        """Go to each page, one after the other."""
        tabs = self.program.find("Pages", Role.PAGE_TAB_LIST).all(Role.PAGE_TAB)
        for name in [tab.name for tab in tabs]:
            self.program.click(self.program.find(name, Role.PAGE_TAB))
            self.program.until(lambda name=name: self._is_on(name), name)
            self.program.settle()
            yield name

    def faults(self) -> list[str]:
        """List what is wrong on each page and in what its buttons open."""
        found = []
        for page in self.pages():
            found += [f"{page}: {one}" for one in faults(self.program.see())]
            for button in self._buttons():
                found += [f"{page}, {button}: {one}" for one in self._behind(button)]
        return found

    def _buttons(self) -> list[str]:
        """Name the buttons of the page in sight."""
        side = {id(node) for bar in self.program.see().all(Role.PAGE_TAB_LIST, "Pages")
                for node in bar.walk()}  # fmt: skip
        return [
            node.name for node in self.program.see().all(Role.PUSH_BUTTON)
            if "enabled" in node.states and id(node) not in side and node.name not in LEADS_AWAY
            and "SideBar" not in node.path
        ]  # fmt: skip

    def _behind(self, button: str) -> list[str]:
        """Press a button; if it opens something, list its faults and close it."""
        pressed = self.program.look(button, Role.PUSH_BUTTON)
        if pressed is None:
            return []
        before = _opened(self.program.see())
        self.program.click(pressed)
        self.program.settle()
        found = []
        if _opened(self.program.see()) != before:
            found = faults(self.program.see())
        for _ in range(3):
            if _opened(self.program.see()) == before:
                break
            self.program.press("Escape")
            self.program.settle()
        return found

    def _is_on(self, page: str) -> bool:
        tabs = self.program.see().all(Role.PAGE_TAB, page)
        return any("selected" in tab.states for tab in tabs)


def _opened(top: Node) -> list[str]:
    """Name what lies over the page, or beside it."""
    return sorted(node.kind for node in top.walk() if node.kind.endswith(OPENED))
