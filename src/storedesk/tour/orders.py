"""Take an order by telephone: paid, picked, shipped, and returned in part."""

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QFileDialog

from storedesk.tour import order_probes, probes
from storedesk.tour.context import TourContext
from storedesk.ui.kit.paper.strip import StripDialog
from storedesk.ui.orders.payment import PayDialog
from storedesk.ui.orders.printing import PrintDialog
from storedesk.ui.orders.returns import ReturnDialog
from storedesk.ui.orders.view import OrdersView

TRACKING = "1Z999AA10123456784"
SHIPPING = Decimal("4.90")
OF_SOME_SIZE = 5_000
"""Bytes of a PDF with fonts and words in it."""
WHY = "Does not match the curtains"


async def take_an_order(context: TourContext) -> str:
    """Take an order by telephone, of two products, for a customer who is known; unpaid."""
    driver, (one, two) = context.driver, context.ordered
    person = await context.checker.ask(probes.regular)
    page = await context.go("orders", OrdersView)
    await context.picture("orders")
    await driver.press("Ctrl+N")
    await driver.until(page.new_order.isVisible, "the new order")
    await driver.enter(f"2*{one.code}")
    await driver.enter(two.code)
    await driver.until(lambda: len(page.new_order.draft.lines) == len(context.ordered), "two lines")
    await driver.press("F3")
    await driver.write(person.name)
    await driver.until(page.new_order.customer_card.matches.current, "the customer")
    await driver.press("Return")
    await driver.until(lambda: page.new_order.customer_card.customer, "the customer in the order")
    await driver.reach(page.new_order.shipping.input)
    await driver.press("Ctrl+A")
    await driver.write(context.typed(SHIPPING))
    await page.idle()
    await context.picture("new-order")
    await driver.press("Ctrl+Return")
    await driver.until(lambda: page.detail.order, "the order that was placed")
    await page.idle()
    context.order = page.detail.number.text()
    placed = await context.checker.ask(order_probes.order, context.order)
    context.checker.expect(f"{context.order}", placed and placed.status, "pending")
    now = await context.checker.ask(probes.stock, [one.product_id])
    due = (one.on_hand, one.reserved + 2)
    context.checker.expect(f"what is reserved of {one.name}", now[one.product_id], due)
    return f"{context.order} for {person.name}, {placed.total if placed else '-'}, to be paid"


async def take_its_payment(context: TourContext) -> str:
    """Take the payment of the order by card."""
    driver, page = context.driver, context.page("orders", OrdersView)
    await driver.press("F9")
    dialog = await context.dialog(PayDialog)
    await driver.write(f"terminal {context.order[-6:]}")
    await context.picture("take-payment")
    await driver.press("Return")
    await context.without(PayDialog)
    await page.idle()
    del dialog
    paid = await context.checker.ask(order_probes.order, context.order)
    context.checker.expect(f"{context.order}", paid and paid.status, "confirmed")
    context.checker.expect(
        f"what was paid for {context.order}", paid and paid.paid, paid and paid.total
    )
    return f"{context.order} is paid by card and waits to be shipped"


async def print_its_papers(context: TourContext) -> str:
    """Print the pick list and the packing slip of the order into one PDF."""
    driver, page = context.driver, context.page("orders", OrdersView)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "shipments.pdf"
        await driver.press("Ctrl+P")
        dialog = await context.dialog(PrintDialog)
        await context.picture("print")
        await driver.click(dialog.save)
        await context.dialog(QFileDialog)
        await driver.enter(str(file))
        await context.without(PrintDialog)
        await page.idle()
        size = file.stat().st_size if file.exists() else 0
    context.checker.expect("a PDF of some size", size > OF_SOME_SIZE, should_be=True)
    return f"pick list and slip in a PDF of {size // 1000} kB"


async def ship_it(context: TourContext) -> str:
    """Send the shipment from the bench: the carrier's number, Enter."""
    driver, page = context.driver, context.page("orders", OrdersView)
    bench = page.bench
    await driver.press("F8")
    await driver.until(bench.isVisible, "the bench")
    await driver.until(lambda: bench.order and bench.order.number == context.order, context.order)
    await driver.write(TRACKING)
    await context.picture("ship")
    await driver.press("Return")
    if bench.unchecked():
        await driver.until(bench.problem.text, "the question about pieces that were not scanned")
        await driver.press("Return")
    await driver.until(bench.sent.records.rowCount, "the shipment to be sent")
    await page.idle()
    await context.picture("shipped")
    await driver.press("Escape")
    await driver.until(page.list.isVisible, "the list of orders")
    sent = await context.checker.ask(order_probes.order, context.order)
    context.checker.expect(
        f"{context.order}", sent and (sent.status, sent.tracking), ("shipped", TRACKING)
    )
    mailed = sent is not None and "order_shipped" in sent.mails
    context.checker.expect("the mail that says so", mailed, should_be=True)
    return f"{context.order} is on its way as {TRACKING}"


async def return_a_piece(context: TourContext) -> str:
    """Take one of two pieces back, to the shelf, and pay it back."""
    driver, page = context.driver, context.page("orders", OrdersView)
    one = context.ordered[0]
    await driver.press("Ctrl+F")
    await driver.write(context.order)
    await driver.until(lambda: len(page.table.list.vector) == 1, context.order)
    await driver.press("Down")
    await driver.until(
        lambda: page.detail.number.text() == context.order, "the order beside the list"
    )
    await page.idle()
    await driver.press("F6")
    dialog = await context.dialog(ReturnDialog)
    await driver.write("1")
    await driver.reach(dialog.reason.input)
    await driver.write(WHY)
    await dialog.idle()
    await context.picture("return")
    await driver.press("Return")
    await context.dialog(StripDialog)
    await context.picture("return-receipt")
    await driver.press("Escape")
    await context.without(StripDialog)
    await page.idle()
    await context.picture("returned")
    back = await context.checker.ask(order_probes.order, context.order)
    context.checker.expect("pieces that came back", back and back.returned, 1)
    refunded = back.refunded if back else Decimal(0)
    context.checker.expect("what went back", refunded >= one.price, should_be=True)
    now = await context.checker.ask(probes.stock, [one.product_id])
    context.checker.expect(
        f"stock of {one.name}", now[one.product_id], (one.on_hand - 1, one.reserved)
    )
    return f"1 of 2 “{one.name}” is back on the shelf, {refunded} paid back by card"
