"""The tour's work at the desk: a customer found by three letters, and what has to be ordered."""

import time

from storedesk.tour import probes
from storedesk.tour.visit import Visit
from storedesk.ui.customers.view import CustomersView
from storedesk.ui.inventory.low_stock import LowStockView
from storedesk.ui.inventory.paper import PaperDialog

UNDER_THE_FINGERS = 1.0
"""Seconds after which what was typed has been found."""


async def find_a_customer(visit: Visit) -> str:
    """Type three letters of a name, and look at the customer's card."""
    hands, person = visit.hands, await visit.witness.ask(probes.regular)
    page = await visit.go("customers", CustomersView)
    extent = await visit.witness.ask(probes.extent)
    letters = person.last_name[:3].lower()
    await hands.press("Ctrl+F")
    await hands.write(letters)
    start = time.monotonic()
    rows = page.table.list
    await hands.until(lambda: 0 < len(rows.vector) < extent.customers - 1, "fewer customers")
    seconds = time.monotonic() - start
    await page.idle()
    names = [record.name for row in range(len(rows.vector)) if (record := rows.record(row))]
    visit.witness.expect(f"{person.name} is found", person.name in names, should_be=True)
    visit.expect_within("customers are found", seconds, UNDER_THE_FINGERS)
    await hands.press("Down")
    await hands.until(lambda: page.card.customer, "the card")
    await visit.picture("customer")
    await hands.press("Ctrl+F", "Escape")
    await page.idle()
    return f"{len(names)} of {extent.customers - 1} by “{letters}”, {person.name} among them"


async def print_what_is_low(visit: Visit) -> str:
    """Look at the low-stock report, and at how it is printed."""
    hands = visit.hands
    page = await visit.go("low_stock", LowStockView)
    await hands.press("Down")
    await visit.picture("low-stock")
    await hands.press("Ctrl+P")
    await visit.dialog(PaperDialog)
    await visit.picture("low-stock-paper")
    await hands.press("Escape")
    await visit.without(PaperDialog)
    badge = visit.frame.side_bar.items["low_stock"].count
    visit.witness.expect("the number in the side bar", badge, page.table.rows.rowCount())
    return f"{badge} products to order"
