"""The real window with its scanner guard: slip, label and Enter, as a scanner and a hand send."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from storedesk.domain.change_notices import ANYTHING
from storedesk.services.approving import approve
from storedesk.ui.approval_dialog import ApprovalDialog
from storedesk.ui.orders.dialogs import CancelDialog
from tests.ui.shell.test_main_window import house  # noqa: F401

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
UPS, OTHER = "1Z999AA10123456784", "1Z999AA10123456793"


async def test_a_cashier_cancels_what_is_paid_with_a_manager_beside_by_keys_alone(
    house,  # noqa: F811
    ordered,
    store,
):
    key = ordered(status="confirmed")

    async def allow(login, _, *given, **more):
        approve(store.dsn(login), *given, **more)

    house.access.approve = allow
    await house.come()
    await house.enter("bob")
    window = house.window
    window.visit("orders", key)
    await house.idle()
    page = window.frame.pages["orders"]

    async def shown(kind):
        for _ in range(300):
            if found := [one for one in window.findChildren(kind) if one.isVisible()]:
                return found[0]
            await asyncio.sleep(0.01)
        raise AssertionError(f"no {kind.__name__}: {page.problem.text()} {page.detail.order}")

    def press(sheet, *keys):
        for one in keys:
            typed = QTest.keyClicks if isinstance(one, str) else QTest.keyClick
            typed(sheet.focusWidget() or sheet, one)

    window.activateWindow()
    await asyncio.sleep(0.1)
    page.table.setFocus()
    QTest.keyClick(page.table, KEY.Key_F10)
    press(await shown(CancelDialog), "Ordered twice", KEY.Key_Return)
    asked = await shown(ApprovalDialog)
    press(asked, "cyd", KEY.Key_Return, "any", KEY.Key_Return)
    await asked.idle()
    await house.idle()

    assert store.sql("SELECT status FROM orders WHERE id = %s", key) == "cancelled"
    assert window.frame.context.me.name == "Bob"
    house.leave()


async def test_a_clerk_sends_two_parcels_with_scanner_and_enter_alone(house, ordered, store):  # noqa: F811
    keys = [ordered(status="confirmed", at=f"2026-11-{day} 10:00") for day in (18, 19)]
    await house.come()
    await house.enter("ada")
    app, guard = QApplication.instance(), house.window.scanner
    app.installEventFilter(guard)
    house.window.frame.go("orders")
    page = house.window.frame.pages["orders"]
    assert page.isVisible()
    house.window.hear(ANYTHING)
    house.window.frame.news.flush()
    await house.idle()
    assert house.window.frame.side_bar.items["orders"].count == 2

    async def scan(text):
        QTest.keyClicks(QApplication.focusWidget() or page, text)
        QTest.keyClick(QApplication.focusWidget() or page, KEY.Key_Return)
        await house.idle()
        await asyncio.sleep(0.35)  # a hand is slower than the guard is careful

    try:
        page.table.setFocus()
        QTest.keyClick(page.table, KEY.Key_F8)
        await house.idle()
        for key, label in zip(keys, (UPS, OTHER), strict=True):
            await scan(ordered.number(key))
            assert page.bench.order.id == key
            await scan("MUG")
            await scan(label)
            assert page.bench.entry.text() == label
            QTest.keyClick(page.bench.entry, KEY.Key_Return)
            await house.idle()
    finally:
        app.removeEventFilter(guard)

    sent = "SELECT status, tracking_number FROM orders ORDER BY created_at"
    assert store.rows(sent) == [("shipped", UPS), ("shipped", OTHER)]
    assert page.bench.sum.text() == "2 parcels"
    house.leave()
