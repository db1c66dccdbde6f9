"""Count a shelf as a clerk while the tills could sell, and post what differs."""

from storedesk.tour import probes, stock_probes
from storedesk.tour.context import TourContext
from storedesk.ui.counts.new_count import NewCount
from storedesk.ui.counts.view import CountsView
from storedesk.ui.kit.dialogs.dialog import Question


async def count_a_shelf(context: TourContext) -> str:
    """Count two products by scan: of one there is a piece more than the stock says."""
    driver, (right, more) = context.driver, context.counted
    await driver.press("F12")
    await context.sign_in("clerk")
    page = await context.go("counts", CountsView)
    await driver.press("Ctrl+N")
    await context.dialog(NewCount)
    await driver.press("Return")
    await context.without(NewCount)
    await driver.until(page.sheet.isVisible, "the count")
    await driver.write(f"{right.on_hand}*")
    await driver.scan(right.code)
    await driver.write(f"{more.on_hand}*")
    await driver.scan(more.code)
    await driver.scan(more.code)
    await driver.until(lambda: page.sheet.number.text() == str(more.on_hand + 1), "the last scan")
    await page.idle()
    await context.picture("count")
    await driver.press("Ctrl+Return")
    await context.dialog(Question)
    await context.picture("post-count")
    await driver.press("Return")
    await driver.until(page.note.text, "the word that it is posted")
    await page.idle()
    state = await context.checker.ask(stock_probes.last_count)
    context.checker.expect("the count", state, "posted")
    now = await context.checker.ask(probes.stock, [right.product_id, more.product_id])
    context.checker.expect(
        f"stock of {right.name}", now[right.product_id], (right.on_hand, right.reserved)
    )
    due = (more.on_hand + 1, more.reserved)
    context.checker.expect(f"stock of {more.name}", now[more.product_id], due)
    return f"“{right.name}” as it should be, “{more.name}”: {more.on_hand} + 1"
