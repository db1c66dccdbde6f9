"""Paints the orders page on the demo store: `python -m tests.ui.orders.looks FOLDER`.

Options and kept store are those of `tests.ui.looks`.
"""

import sys

from PySide6.QtWidgets import QDialog

from storedesk.ui.approval_dialog import ApprovalDialog
from storedesk.ui.counts.new_count import NewCount
from storedesk.ui.counts.view import CountsView
from storedesk.ui.kit.paper.strip import StripDialog
from storedesk.ui.orders.returns import ReturnDialog
from tests.ui import looks
from tests.ui.orders.shelf import all_to_shelf

SCENES = []


def scene(function):
    SCENES.append(function)
    return function


async def orders_page(v, person="manager"):
    await v.sign_in(person)
    v.frame.go("orders")
    page = v.frame.pages["orders"]
    await page.idle()
    return page


async def choose(v, page, row=0):
    page.table.selectRow(row)
    await page.idle()
    await v.driver.pause(0.2)


@scene
async def queues(v):
    page = await orders_page(v)
    await v.picture("orders-to-ship")
    for key in ("confirmed", "pending", "shipped", "delivered", "cancelled", "all"):
        page.tabs.button(key).click()
        await page.idle()
        await choose(v, page)
        await v.picture(f"orders-{key}")
    page.search.setText("zzz nothing")
    page.search.returnPressed.emit()
    await page.idle()
    await v.picture("orders-nothing")


@scene
async def bench(v):
    page = await orders_page(v)
    await choose(v, page)
    await v.driver.press("F8")
    await page.idle()
    await v.picture("bench-open")
    page.bench.entry.setText("1Z999AA10123456784")
    await v.picture("bench-label")
    await v.driver.press("Return")
    await page.idle()
    await v.driver.pause(0.3)
    await v.picture("bench-next")
    page.scanned("ORD-2026-000001")
    await page.idle()
    await v.driver.press("Escape", "Escape")
    page.bench.clear()
    page.scanned("ORD-2026-000002")
    await page.idle()
    await v.picture("bench-wrong")
    page.show_list()


@scene
async def new_order(v):
    page = await orders_page(v, "manager")
    await v.driver.press("Ctrl+N")
    await page.idle()
    await v.picture("new-empty")
    new = page.new_order
    for one in v.products[:4]:
        page.scanned(one.code)
    await page.idle()
    new.draft.set_quantity(3)
    await page.idle()
    await v.driver.write("bo")
    await v.driver.press("Return", "Return")
    await v.driver.pause(0.6)
    await page.idle()
    await v.picture("new-search")
    new.controller.clear()
    new.customer_card.field.setText("an")
    new.customer_card.finder.want("an", now=True)
    await page.idle()
    await v.picture("new-customer")
    new.customer_card.matches.taken.emit(new.customer_card.matches.current())
    await page.idle()
    await v.picture("new-full")
    new.shipping.input.setText("4.90")
    new.shipping.input.textEdited.emit("4.90")
    await page.idle()
    new.take_payment()
    await v.driver.pause(0.5)
    await v.picture("new-pay")
    for dialog in v.window.findChildren(QDialog):
        dialog.reject()
    await page.idle()
    new.customer_card.ask_again()
    new.customer_card.write_new()
    new.place_unpaid()
    await page.idle()
    await v.picture("new-stranger")


@scene
async def dialogs(v):
    page = await orders_page(v)
    for key, row, name in (
        ("pending", 0, "confirm"), ("confirmed", 0, "cancel"), ("confirmed", 0, "change_address"),
        ("shipped", 0, "correct_tracking"), ("delivered", 3, "take_back"),
    ):  # fmt: skip
        page.tabs.button(key).click()
        await page.idle()
        await choose(v, page, row)
        v.window.actions_at_hand.trigger(v.window.actions_at_hand.named(f"orders.{name}"))
        await v.driver.pause(0.6)
        await v.picture(f"dialog-{name}")
        for dialog in v.window.findChildren(QDialog):
            dialog.reject()
        await page.idle()
    await v.driver.press("Ctrl+P")
    await v.driver.pause(0.4)
    await v.picture("dialog-print")
    for dialog in v.window.findChildren(QDialog):
        dialog.reject()
    await page.idle()


@scene
async def approvals(v):
    page = await orders_page(v, "cashier")
    page.tabs.button("confirmed").click()
    await page.idle()
    await choose(v, page)
    await v.picture("approval-order")
    v.window.actions_at_hand.trigger(v.window.actions_at_hand.named("orders.cancel"))
    await v.driver.pause(0.5)
    await v.driver.write("Ordered twice")
    await v.driver.press("Return")
    await v.driver.until(lambda: v.window.findChildren(ApprovalDialog), "the question")
    await v.driver.pause(0.3)
    await v.picture("approval-cancel")
    [asked] = v.window.findChildren(ApprovalDialog)
    asked.login.show_value("bob")
    asked.password.show_value("wrong")
    asked.press()
    await asked.idle()
    await v.driver.pause(0.3)
    await v.picture("approval-wrong")
    for dialog in reversed(v.window.findChildren(QDialog)):
        dialog.reject()
    await page.idle()


@scene
async def count_approval(v):
    await v.sign_in("clerk")
    page = await v.go("counts", CountsView)
    await v.driver.press("Ctrl+N")
    await v.driver.until(lambda: v.window.findChildren(NewCount), "the question")
    await v.driver.press("Return")
    await v.driver.until(lambda: page.count, "a count")
    await page.idle()
    await v.driver.write("300*")
    await v.driver.scan(v.products[0].code)
    await page.idle()
    await v.driver.press("Ctrl+Return")
    await v.driver.pause(0.5)
    await v.driver.press("Return")
    await v.driver.until(lambda: v.window.findChildren(ApprovalDialog), "the manager")
    await v.driver.pause(0.3)
    await v.picture("approval-count")
    for dialog in v.window.findChildren(QDialog):
        dialog.reject()
    await page.idle()


@scene
async def returned(v):
    page = await orders_page(v, "manager")
    page.tabs.button("shipped").click()
    await page.idle()
    for row in range(8):
        await choose(v, page, row)
        if page.detail.order.is_returnable:
            break
    v.window.actions_at_hand.trigger(v.window.actions_at_hand.named("orders.take_back"))
    await v.driver.until(lambda: v.window.findChildren(ReturnDialog), "the question")
    [dialog] = v.window.findChildren(ReturnDialog)
    await v.driver.pause(0.3)
    all_to_shelf(dialog.lines)
    dialog.reason.show_value("Did not fit")
    await dialog.idle()
    dialog.yes.click()
    await v.driver.until(lambda: v.window.findChildren(StripDialog), "the receipt")
    await v.driver.pause(0.3)
    await v.picture("return-receipt")
    for one in v.window.findChildren(QDialog):
        one.reject()
    await page.idle()
    page.detail.body.verticalScrollBar().setValue(9999)
    await v.picture("return-timeline")


if __name__ == "__main__":
    looks.SCENES[:] = [one for one in SCENES if not looks.WANTED or one.__name__ in looks.WANTED]
    looks.WANTED.clear()
    sys.exit(looks.main())
