"""The tour's count: a clerk scans a shelf while the tills could sell, and posts what differs."""

from storedesk.tour import probes, stock_probes
from storedesk.tour.visit import Visit
from storedesk.ui.counts.new_count import NewCount
from storedesk.ui.counts.view import CountsView
from storedesk.ui.kit.dialogs.dialog import Question


async def count_a_shelf(visit: Visit) -> str:
    """Count two articles by scan: of one there is a piece more than the books say."""
    hands, (right, more) = visit.hands, visit.counted
    await hands.press("F12")
    await visit.sign_in("clerk")
    page = await visit.go("counts", CountsView)
    await hands.press("Ctrl+N")
    await visit.dialog(NewCount)
    await hands.press("Return")
    await visit.without(NewCount)
    await hands.until(page.sheet.isVisible, "the count")
    await hands.write(f"{right.on_hand}*")
    await hands.scan(right.code)
    await hands.write(f"{more.on_hand}*")
    await hands.scan(more.code)
    await hands.scan(more.code)
    await hands.until(lambda: page.sheet.number.text() == str(more.on_hand + 1), "the last scan")
    await page.idle()
    await visit.picture("count")
    await hands.press("Ctrl+Return")
    await visit.dialog(Question)
    await visit.picture("post-count")
    await hands.press("Return")
    await hands.until(page.note.text, "the word that it is posted")
    await page.idle()
    state = await visit.witness.ask(stock_probes.last_count)
    visit.witness.expect("the count", state, "posted")
    now = await visit.witness.ask(probes.stock, [right.product_id, more.product_id])
    visit.witness.expect(
        f"stock of {right.name}", now[right.product_id], (right.on_hand, right.reserved)
    )
    due = (more.on_hand + 1, more.reserved)
    visit.witness.expect(f"stock of {more.name}", now[more.product_id], due)
    return f"“{right.name}” as it should be, “{more.name}”: {more.on_hand} + 1"
