"""The tour's order: taken by telephone, paid, picked, shipped, and returned in part."""

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QFileDialog

from storedesk.tour import order_probes, probes
from storedesk.tour.visit import Visit
from storedesk.ui.kit.paper.strip import StripDialog
from storedesk.ui.orders.papers import PrintDialog
from storedesk.ui.orders.payment import PayDialog
from storedesk.ui.orders.taking_back import ReturnDialog
from storedesk.ui.orders.view import OrdersView

TRACKING = "1Z999AA10123456784"
SHIPPING = "4.90"
OF_SOME_SIZE = 5_000
"""Bytes of a PDF with fonts and words in it."""
WHY = "Does not match the curtains"


async def take_an_order(visit: Visit) -> str:
    """Take an order by telephone, of two articles, for a customer who is known; unpaid."""
    hands, (one, two) = visit.hands, visit.ordered
    person = await visit.witness.ask(probes.regular)
    page = await visit.go("orders", OrdersView)
    await visit.picture("orders")
    await hands.press("Ctrl+N")
    await hands.until(page.new_order.isVisible, "the new order")
    await hands.enter(f"2*{one.code}")
    await hands.enter(two.code)
    await hands.until(lambda: len(page.new_order.draft.lines) == len(visit.ordered), "two lines")
    await hands.press("F3")
    await hands.write(person.name)
    await hands.until(page.new_order.buyer.matches.current, "the customer")
    await hands.press("Return")
    await hands.until(lambda: page.new_order.buyer.customer, "the customer in the order")
    await hands.reach(page.new_order.shipping.input)
    await hands.press("Ctrl+A")
    await hands.write(SHIPPING)
    await page.idle()
    await visit.picture("new-order")
    await hands.press("Ctrl+Return")
    await hands.until(lambda: page.detail.order, "the order that was placed")
    await page.idle()
    visit.order = page.detail.number.text()
    placed = await visit.witness.ask(order_probes.order, visit.order)
    visit.witness.expect(f"{visit.order}", placed and placed.status, "pending")
    now = await visit.witness.ask(probes.stock, [one.product_id])
    due = (one.on_hand, one.reserved + 2)
    visit.witness.expect(f"what is reserved of {one.name}", now[one.product_id], due)
    return f"{visit.order} for {person.name}, {placed.total if placed else '-'}, to be paid"


async def take_its_payment(visit: Visit) -> str:
    """Take the payment of the order by card."""
    hands, page = visit.hands, visit.page("orders", OrdersView)
    await hands.press("F9")
    dialog = await visit.dialog(PayDialog)
    await hands.write(f"terminal {visit.order[-6:]}")
    await visit.picture("take-payment")
    await hands.press("Return")
    await visit.without(PayDialog)
    await page.idle()
    del dialog
    paid = await visit.witness.ask(order_probes.order, visit.order)
    visit.witness.expect(f"{visit.order}", paid and paid.status, "confirmed")
    visit.witness.expect(
        f"what was paid for {visit.order}", paid and paid.paid, paid and paid.total
    )
    return f"{visit.order} is paid by card and waits to be shipped"


async def print_its_papers(visit: Visit) -> str:
    """Print the pick list and the packing slip of the order into one PDF."""
    hands, page = visit.hands, visit.page("orders", OrdersView)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "parcels.pdf"
        await hands.press("Ctrl+P")
        dialog = await visit.dialog(PrintDialog)
        await visit.picture("print")
        await hands.click(dialog.save)
        await visit.dialog(QFileDialog)
        await hands.enter(str(file))
        await visit.without(PrintDialog)
        await page.idle()
        size = file.stat().st_size if file.exists() else 0
    visit.witness.expect("a PDF of some size", size > OF_SOME_SIZE, should_be=True)
    return f"pick list and slip in a PDF of {size // 1000} kB"


async def ship_it(visit: Visit) -> str:
    """Send the parcel from the bench: the carrier's number, Enter."""
    hands, page = visit.hands, visit.page("orders", OrdersView)
    bench = page.bench
    await hands.press("F8")
    await hands.until(bench.isVisible, "the bench")
    await hands.until(lambda: bench.order and bench.order.number == visit.order, visit.order)
    await hands.write(TRACKING)
    await visit.picture("ship")
    await hands.press("Return")
    if bench.unchecked():
        await hands.until(bench.problem.text, "the question about pieces that were not scanned")
        await hands.press("Return")
    await hands.until(bench.sent.records.rowCount, "the parcel to be sent")
    await page.idle()
    await visit.picture("shipped")
    await hands.press("Escape")
    await hands.until(page.list.isVisible, "the list of orders")
    sent = await visit.witness.ask(order_probes.order, visit.order)
    visit.witness.expect(
        f"{visit.order}", sent and (sent.status, sent.tracking), ("shipped", TRACKING)
    )
    mailed = sent is not None and "order_shipped" in sent.mails
    visit.witness.expect("the mail that says so", mailed, should_be=True)
    return f"{visit.order} is on its way as {TRACKING}"


async def take_a_piece_back(visit: Visit) -> str:
    """Take one of two pieces back, to the shelf, and pay it back."""
    hands, page = visit.hands, visit.page("orders", OrdersView)
    one = visit.ordered[0]
    await hands.press("Ctrl+F")
    await hands.write(visit.order)
    await hands.until(lambda: len(page.table.list.vector) == 1, visit.order)
    await hands.press("Down")
    await hands.until(lambda: page.detail.number.text() == visit.order, "the order beside the list")
    await page.idle()
    await hands.press("F6")
    dialog = await visit.dialog(ReturnDialog)
    await hands.write("1")
    await hands.reach(dialog.reason.input)
    await hands.write(WHY)
    await dialog.idle()
    await visit.picture("return")
    await hands.press("Return")
    await visit.dialog(StripDialog)
    await visit.picture("return-receipt")
    await hands.press("Escape")
    await visit.without(StripDialog)
    await page.idle()
    await visit.picture("returned")
    back = await visit.witness.ask(order_probes.order, visit.order)
    visit.witness.expect("pieces that came back", back and back.returned, 1)
    refunded = back.refunded if back else Decimal(0)
    visit.witness.expect("what went back", refunded >= one.price, should_be=True)
    now = await visit.witness.ask(probes.stock, [one.product_id])
    visit.witness.expect(
        f"stock of {one.name}", now[one.product_id], (one.on_hand - 1, one.reserved)
    )
    return f"1 of 2 “{one.name}” is back on the shelf, {refunded} paid back by card"
