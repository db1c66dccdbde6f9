"""Find a customer by three letters, and print what has to be ordered."""

import time

from storedesk.tour import probes
from storedesk.tour.context import TourContext
from storedesk.ui.customers.view import CustomersView
from storedesk.ui.inventory.low_stock import LowStockView
from storedesk.ui.report_dialog import ReportDialog

UNDER_THE_FINGERS = 1.0
"""Seconds after which what was typed has been found."""


async def find_a_customer(context: TourContext) -> str:
    """Type three letters of a name, and look at the customer's card."""
    driver, person = context.driver, await context.checker.ask(probes.regular)
    page = await context.go("customers", CustomersView)
    extent = await context.checker.ask(probes.extent)
    letters = person.last_name[:3].lower()
    await driver.press("Ctrl+F")
    await driver.write(letters)
    start = time.monotonic()
    rows = page.table.list
    await driver.until(lambda: 0 < len(rows.vector) < extent.customers - 1, "fewer customers")
    seconds = time.monotonic() - start
    await page.idle()
    names = [record.name for row in range(len(rows.vector)) if (record := rows.record(row))]
    context.checker.expect(f"{person.name} is found", person.name in names, should_be=True)
    context.expect_within("customers are found", seconds, UNDER_THE_FINGERS)
    await driver.press("Down")
    await driver.until(lambda: page.card.customer, "the card")
    await context.picture("customer")
    await driver.press("Ctrl+F", "Escape")
    await page.idle()
    return f"{len(names)} of {extent.customers - 1} by “{letters}”, {person.name} among them"


async def print_what_is_low(context: TourContext) -> str:
    """Look at the low-stock report, and at how it is printed."""
    driver = context.driver
    page = await context.go("low_stock", LowStockView)
    await driver.press("Down")
    await context.picture("low-stock")
    await driver.press("Ctrl+P")
    await context.dialog(ReportDialog)
    await context.picture("low-stock-paper")
    await driver.press("Escape")
    await context.without(ReportDialog)
    badge = context.frame.side_bar.items["low_stock"].count
    context.checker.expect("the number in the side bar", badge, page.table.rows.rowCount())
    return f"{badge} products to order"
