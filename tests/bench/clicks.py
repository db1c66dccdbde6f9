"""The real program, which tells when it began to do what was clicked, and when that was shown.

`clicks.py PROFILE`, worked as tests/endurance/window.py is; moments are by time.monotonic, which is
the same clock for the process that counts round trips.
"""

import asyncio
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.app import main
from storedesk.ui.till.view import TillView
from tests.endurance.window import PATIENCE, Puppet

LOOKS = 0.001
"""Seconds between two looks."""
Moments = dict[str, float]


class Clicks(Puppet):
    """Does one thing at a time, and tells the moments between which it was done."""

    @property
    def till(self) -> TillView:
        return self.window.frame.pages["till"]

    async def ready(self) -> None:
        """Wait for the sign-in page."""
        await self.driver.until(self.window.sign_in.isVisible, "the sign-in page")

    async def signed_in(self, *, password: str) -> Moments:
        """From the password to a till that can be used; the other pages are there afterwards."""
        page = self.window.sign_in
        page.password.show_value(password)  # typed this fast it would be a scanner's
        moments = await self._shown(lambda: _click(page.enter), self._is_usable, "the till")
        pages = self.window.frame.pages
        await self.driver.until(lambda: len(pages.made()) == len(pages), "the other pages")
        return moments

    async def scanned(self, *, code: str) -> Moments:
        """From the code, as the guard of the scanner hands it on, to its line."""
        lines = len(self.till.selling.sale.lines) if self.till.selling.sale else 0

        def is_shown() -> bool:
            selling = self.till.selling
            is_there = bool(selling.sale) and len(selling.sale.lines) == lines + 1
            return is_there and not selling.queue.waiting

        return await self._shown(lambda: self.till.scans.take(code), is_shown, "a line")

    async def quoted(self) -> Moments:
        """From Enter to the pay panel."""
        await self.driver.pause()
        is_shown = lambda: type(self.till.panel_host.panel).__name__ == "PayPanel"  # noqa: E731
        return await self._shown(self._enter, is_shown, "the pay panel")

    async def paid(self) -> Moments:
        """From Enter to the number of the order."""
        await self.driver.pause()

        def is_shown() -> bool:
            side, host = self.till.side, self.till.panel_host
            return side.sums.currentWidget() is side.done and host.panel is None

        shown: list[float] = []  # before the receipt is asked for, which is no wait
        self.till.checkout.paid.connect(lambda *_: shown.append(time.monotonic()))
        moments = await self._shown(self._enter, is_shown, "the end of the sale")
        return moments | {"shown": shown[0]}

    async def opened(self, *, page: str) -> Moments:
        """From the click on a page to all that it shows."""
        frame = self.window.frame

        def is_shown() -> bool:
            there = frame.pages.get(page)
            return bool(there) and there.isVisible() and not there._jobs.busy()

        item = frame.side_bar.items[page]
        return await self._shown(lambda: _click(item), is_shown, page)

    async def chosen(self, *, page: str) -> Moments:
        """From the choice of the second record of a page to all that is shown of it."""
        there = self.window.frame.pages[page]
        there.widen()
        there.ask_anew()
        await there.shown()
        is_shown = lambda: not there._jobs.busy()  # noqa: E731
        return await self._shown(lambda: there.table.selectRow(1), is_shown, f"one of {page}")

    async def pages(self) -> list[str]:
        """Name the pages there are, but for the till."""
        frame = self.window.frame
        keys = [entry.key for entry in frame.entries if entry.key != "till"]
        return [key for key in keys if key in frame.side_bar.items]

    def _enter(self) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, Qt.Key.Key_Return)

    def _is_usable(self) -> bool:
        frame = self.window.frame
        page = frame.pages.get("till") if frame else None
        return bool(page) and page.isVisible() and not page._is_new

    async def _shown(
        self, work: Callable[[], None], is_shown: Callable[[], bool], what: str
    ) -> Moments:
        begun = time.monotonic()
        work()
        while not is_shown():
            if time.monotonic() > begun + PATIENCE:
                raise TimeoutError(what)
            await asyncio.sleep(LOOKS)
        return {"begun": begun, "shown": time.monotonic()}


def _click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), lambda window: Clicks(window).work()))
