import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from storedesk import api
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import Register
from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.base.scanner import ScannerGuard
from storedesk.ui.orders.view import OrdersView
from tests.ui.contexts import a_context


class Clock:
    """Time that passes by itself between two looks, or stands still."""

    def __init__(self):
        self.ms, self.stands = 0.0, False

    def __call__(self):
        self.ms += 0 if self.stands else 1000
        return self.ms


class Operator:
    """Whoever sits before an orders page, with its keyboard and scanner."""

    def __init__(self, page, actions, clock):
        self.page, self.actions, self.clock = page, actions, clock

    async def open(self, key):
        self.page.show_record(key)
        await self.page.idle()

    async def idle(self):
        await self.page.idle()

    def begin(self, name):
        """Trigger an action, as its key would."""
        self.actions.trigger(self.actions.named(f"orders.{name}"))

    async def dialog(self, kind=QDialog):
        for _ in range(500):
            found = [one for one in self.page.window().findChildren(kind) if one.isVisible()]
            if found:
                return found[-1]
            await asyncio.sleep(0.005)
        raise AssertionError(f"no {kind.__name__} came; the page says {self.page.problem.text()!r}")

    async def agree(self, dialog):
        """Press the button that goes on, and wait for what follows from it."""
        dialog.yes.click()
        await dialog.idle()

    async def enter(self, text, widget=None):
        widget = widget or self.page.bench.entry
        widget.setFocus()
        QTest.keyClicks(widget, text)
        QTest.keyClick(widget, Qt.Key.Key_Return)
        await self.page.idle()

    async def scan(self, *codes):
        for code in codes:
            self.page.scanned(code)
            await self.page.idle()

    async def press(self, key, widget=None):
        QTest.keyClick(widget or QApplication.focusWidget() or self.page, key)
        await self.page.idle()


@pytest.fixture
def hands_of(qtbot, desk_of, us):
    """Open the orders page for a member of staff; with `till` a register stands beside it."""
    pages = []

    async def hands_of(login="cyd", *, till=None, pack_by_scan=False, **given):
        desk = desk_of(login)
        register = till and Register(till.register, "T1", "Till 1")
        actions, clock = Actions(), Clock()
        settings = StoreSettings(currency="USD", pack_by_scan=pack_by_scan)
        page = OrdersView(
            a_context(
                desk, await desk.read(api.staff.me), us, actions=actions,
                scanner=ScannerGuard(clock), store=settings, register=register, **given,
            )
        )  # fmt: skip
        qtbot.addWidget(page)
        page.resize(1190, 700)
        page.show()
        await page.idle()
        pages.append(page)
        return Operator(page, actions, clock)

    yield hands_of
    for page in pages:
        page.stop()
