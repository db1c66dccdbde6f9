import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from storedesk import api, forms
from storedesk.ui.catalog.manager_view import ManagerProductsView
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.kit.looks.buttons import Button
from tests.ui.contexts import a_context


class Counter:
    """A manager's products page, as it stands in the window."""

    def __init__(self, page, orders):
        self.page, self.orders = page, orders
        self.editor, self.fields = page.editor, page.editor.fields

    async def show(self):
        self.page.show()
        self.page.activateWindow()
        await self.page.idle()

    async def choose(self, name):
        model = self.page.table.rows
        rows = {model.record(row).name: row for row in range(model.rowCount())}
        self.page.table.selectRow(rows[name])
        await self.page.idle()

    def names(self):
        model = self.page.table.rows
        return [model.record(row).name for row in range(model.rowCount())]

    async def press_key(self, key, modifiers=Qt.KeyboardModifier.NoModifier, at=None):
        """Press a key, once no dialog takes the keyboard any more and the page's window has it."""
        for _ in range(200):
            if not covering() and self.page.isActiveWindow():
                break
            self.page.activateWindow()
            await asyncio.sleep(0.01)
        place = at or self.page
        if at or not place.isAncestorOf(QApplication.focusWidget() or self.page):
            (at or self.page.table).setFocus()
        QTest.keyClick(place, key, modifiers)
        await self.settle()

    async def settle(self):
        """Wait until the page rests, or asks something."""
        for _ in range(300):
            await asyncio.sleep(0.01)
            if covering() or not self.page._jobs.busy():
                return
        raise AssertionError("it never rests")

    async def save(self):
        await self.press_key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    async def press(self, words):
        """Press a button of the question that stands open."""
        dialog = await asked()
        next(one for one in dialog.findChildren(Button) if one.label == words).click()
        await asyncio.sleep(0)


async def asked():
    for _ in range(300):
        if dialog := covering():
            return dialog
        await asyncio.sleep(0.01)
    raise AssertionError("nothing is asked")


@pytest.fixture
def counter(qtbot, desk_of, us):
    """Open a manager's page, as often as there are managers."""
    made = []

    async def counter(login="cyd"):
        desk = desk_of(login)
        me = await desk.read(api.staff.me)
        orders = []

        def navigate(page, record=None, *, words=""):
            assert (page, record) == ("orders", None)
            orders.append(words)

        page = ManagerProductsView(a_context(desk, me, us, navigate=navigate))
        qtbot.addWidget(page)
        page.resize(1190, 700)
        made.append(page)
        opened = Counter(page, orders)
        await opened.show()
        return opened

    yield counter
    for page in made:
        page.stop()


@pytest.fixture
def form_of(desk_of):
    desk = desk_of("cyd")

    def form_of(product):
        return asyncio.run(desk.read(forms.products.product_form, product))

    return form_of
