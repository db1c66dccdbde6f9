"""The real program in a process of its own, worked from outside: python window.py PROFILE.

Each line of its input is an action as JSON, each line of its output what came of it: keys are
pressed by hand or by a scanner, and the window is looked at. Nothing of the product knows of it.
"""

import asyncio
import faulthandler
import gc
import json
import os
import sys
import threading
import time
from pathlib import Path

from PySide6.QtWidgets import QLabel

from storedesk import app
from storedesk.app import main
from storedesk.domain.catalog import ProductLine
from storedesk.domain.inventory import StockLine
from storedesk.domain.order_details import OrderLine
from storedesk.tour.driver import Driver
from storedesk.ui.kit.dialogs.crash import CrashDialog
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.shell.frame import Frame
from storedesk.ui.shell.main_window import MainWindow
from storedesk.ui.store_access import StoreAccess
from storedesk.ui.till.view import TillView
from tests import qt_threads

PATIENCE = 20.0


class Puppet:
    """Does what it is told with the window, and tells what a person would see there."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.driver = Driver(window, PATIENCE)

    async def work(self) -> int:
        """Do one action after the other, until the last or the end of the input."""
        actions: asyncio.Queue[str] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def listen() -> None:
            for line in sys.stdin:
                loop.call_soon_threadsafe(actions.put_nowait, line)
            loop.call_soon_threadsafe(actions.put_nowait, "")

        threading.Thread(target=listen, daemon=True).start()
        while line := await actions.get():
            action = json.loads(line)
            if action["do"] == "close":
                break
            answer = await getattr(self, action.pop("do"))(**action)
            print(json.dumps(answer, default=str), flush=True)
        return 0

    async def join(self, *, file: str) -> dict[str, object]:
        """Drop a join file on the first page, and join; tell what the form says."""
        first = self.window.first_run
        await self.driver.until(first.isVisible, "the first page")
        first.choices.file_dropped.emit(Path(file))
        await first.idle()  # until it is read
        await self.driver.click(first.join.join)
        await first.idle()
        return {"problem": first.join.problem.text(), "is_joined": not first.isVisible()}

    async def sign_in(self, password: str, login: str = "") -> None:
        """Type the password of whoever the profile knows, or of `login`."""
        page = self.window.sign_in
        await self.driver.until(page.isVisible, "the sign-in page")
        if login:
            await self.driver.click(page.login.input)
            await self.driver.write(login)
        await self.driver.click(page.password.input)
        await self.driver.enter(password)

    async def press(self, *, keys: list[str]) -> None:
        await self.driver.press(*keys)

    async def write(self, *, text: str) -> None:
        await self.driver.write(text)

    async def scan(self, *, code: str) -> None:
        await self.driver.scan(code)

    async def pause(self) -> None:
        """Look for as long as Enter does nothing after a burst, or in a panel that has come up."""
        await self.driver.pause()

    async def go(self, *, page: str) -> None:
        await self.driver.click(self.window.frame.side_bar.items[page])

    async def walk(self, *, down: int, page: str = "inventory") -> None:
        """Go down so many rows from the top of a page's list, with the arrow keys."""
        self.window.frame.pages[page].table.setFocus()
        await self.driver.press("Home", *["Down"] * down)

    async def wait(self, *, patience: float, **wanted: object) -> dict[str, object]:
        """Wait until the list in sight shows what is wanted, and tell when it did."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            seen = self.listed()
            if all(seen.get(name) == value for name, value in wanted.items()):
                return seen | {"at": time.monotonic()}
            await asyncio.sleep(0.005)
        return self.listed() | {"at": None}

    def listed(self) -> dict[str, object]:
        """Tell what stands in the list in sight, and in the row under its cursor."""
        frame = self.window.frame
        page = next((one for one in frame.pages.values() if one.isVisible()), None)
        seen: dict[str, object] = {"light": light(frame)}
        if isinstance(page, ListPage):
            table = page.table
            seen |= {
                "record": facts(table.chosen_or_none()),
                "height": table.visualRect(table.currentIndex()).y(),
                "rows": table.model().rowCount(),
                "search": page.search.text(),
            }
        return seen

    async def see(self) -> dict[str, object]:
        """Tell what stands in the window."""
        frame, stack = self.window.frame, self.window.stack.currentWidget()
        seen: dict[str, object] = {
            "page": type(stack).__name__,
            "sign_in": self.window.sign_in.problem.text(),
            "crashes": [one.report.toPlainText() for one in self.window.findChildren(CrashDialog)]
            + qt_threads.noticed,
        }
        if frame:
            seen |= {"light": light(frame), "lost": frame.notices.lost.text()}
            if isinstance(till := frame.pages.get("till"), TillView):
                seen |= self.till(till)
            if (stock := frame.pages.get("inventory")) and stock.isVisible():
                seen |= self.stock(stock)
        return seen

    @staticmethod
    def till(till: TillView) -> dict[str, object]:
        """Tell what stands on the till's page, and in the panel over it."""
        sale, side, panel = till.selling.sale, till.side, till.panel_host.panel
        is_done = side.sums.currentWidget() is side.done
        return {
            "order": sale and sale.order_id,
            "lines": [(line.name, line.quantity) for line in sale.lines] if sale else [],
            "sent": till.selling.queue.waiting,
            "field": till.entry.text(),
            "problem": till.problem.text(),
            "warning": till.warning.text(),
            "shift": till.shifts.shift is not None,
            "parked": [card.sale.label for card in side.cards],
            "done": side.done.number.text() if is_done else "",
            "found": side.done.found.text() if is_done and not side.done.found.isHidden() else "",
            "panel": type(panel).__name__ if panel else "",
            "panel_problem": panel.problem.text() if panel else "",
            "panel_words": [
                label.text() for label in panel.findChildren(QLabel) if label.isVisible()
            ]
            if panel
            else [],
        }

    @staticmethod
    def stock(page: object) -> dict[str, object]:
        """Tell what stands in the row under the cursor, and at which height."""
        table = page.table
        line = table.chosen_or_none()
        return {
            "row": line and [line.product, line.stock.on_hand],
            "height": table.visualRect(table.currentIndex()).y(),
            "rows": table.model().rowCount(),
        }


def light(frame: Frame) -> str:
    """Tell what the dot at the person's initials says: whether the store answers."""
    return "bad" if frame.side_bar.person.lost else "ok"


def facts(record: object) -> list[object] | None:
    """Tell what a person reads in a row."""
    match record:
        case StockLine():
            return [record.product, record.stock.on_hand, record.stock.reserved]
        case ProductLine():
            stock = record.stock
            return [record.name, str(record.price.amount), stock.on_hand, stock.reserved]
        case OrderLine():
            return [record.number, record.status.value]
    return None


async def never(_access: StoreAccess) -> None:
    """Wait for the thread of the store, which has other work."""
    await asyncio.Event().wait()


if __name__ == "__main__":
    faulthandler.enable()  # until the program writes the stacks of a crash into its profile
    gc.disable()  # as storedesk.cli.window does
    qt_threads.watch()
    if patience := os.environ.get("TEST_PATIENCE"):
        app.LAST_WORK, app.WHOLE_ENDING = float(patience), float(patience) + 10
    if os.environ.get("TEST_BUSY"):
        StoreAccess.workspace = never
    sys.exit(main(Path(sys.argv[1]), lambda window: Puppet(window).work()))
