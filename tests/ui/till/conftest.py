from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.ui.approval import Approvers
from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.base.scanner import EnterGuard, ScannerGuard
from storedesk.ui.till.view import TillView
from tests.ui.till.shop import Shop, stocked, till_context


class Clock:
    """Time that passes only when a test says so."""

    def __init__(self):
        self.ms = 10_000.0

    def __call__(self):
        return self.ms

    def pass_(self, ms=1000):
        self.ms += ms


class Counter:
    """A cashier's hands at the real page."""

    def __init__(self, qtbot, desk=None, context=None, known=()):
        self.clock = Clock()
        context = context or till_context()
        self.shop = desk or stocked(context.register)
        if isinstance(self.shop, Shop):
            context = replace(context, approvers=Approvers(self.shop.approve, known))
        self.scanner, self.actions = ScannerGuard(self.clock), Actions()
        self.context = replace(context, desk=self.shop, scanner=self.scanner, actions=self.actions)
        self.view = TillView(self.context)
        self.view.side.guard = EnterGuard(self.clock)
        self.view.lines.stepper.guard = EnterGuard(self.clock)
        qtbot.addWidget(self.view)
        self.view.resize(1190, 768)

    async def come(self):
        self.view.show()
        self.view.activateWindow()
        await self.view.idle()
        return self

    @property
    def panel(self):
        return self.view.panel_host.panel

    @property
    def sale(self):
        return self.view.selling.sale

    @property
    def lines(self):
        return [(line.name, line.quantity) for line in (self.sale.lines if self.sale else ())]

    async def scan(self, *codes):
        for code in codes:
            self.view.scans.take(code)
        await self.view.idle()

    async def type(self, text, widget=None):
        QTest.keyClicks(widget or self.view.entry, text)
        await self.view.idle()

    async def press(self, *keys, widget=None):
        for key in keys:
            self.clock.pass_()
            QTest.keyClick(widget or self._focus(), key)
            await self.view.idle()

    async def enter(self, text="", widget=None):
        await self.type(text, widget or self._focus())
        await self.press(Qt.Key.Key_Return, widget=widget)

    async def click(self, button):
        self.clock.pass_()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        await self.view.idle()

    async def click_at(self, point):
        """Click whatever lies at a point of the page."""
        self.clock.pass_()
        part = self.view.childAt(point) or self.view
        at = part.mapFrom(self.view, point)
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=at)
        await self.view.idle()

    async def pay(self):
        await self.press(Qt.Key.Key_Return)

    def _focus(self):
        if self.panel is None:
            return self.view.entry
        return self.view.window().focusWidget() or self.panel


@pytest.fixture
def counter(qtbot):
    made = Counter(qtbot)
    yield made
    made.view.stop()
