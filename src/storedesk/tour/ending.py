"""End the tour: close the shift with a count, and check every invariant."""

from decimal import Decimal
from pathlib import Path

from storedesk import api
from storedesk.domain.values.money import Money
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile
from storedesk.tour import probes
from storedesk.tour.context import TourContext
from storedesk.ui.till.receipts.print_panel import PrintPanel
from storedesk.ui.till.shifts.close_shift import CloseShiftPanel

MISSING = Decimal("0.50")
WHY = "Half a dollar fell behind the drawer"


async def find_the_sale_again(context: TourContext) -> str:
    """Let the cashier sign in again, and sell what the manager left on the counter."""
    await context.driver.press("F12")
    await context.sign_in("cashier")
    selling = context.till.selling
    await context.driver.until(lambda: selling.sale, "the sale that was left on the counter")
    await context.picture("till")
    kept = await context.checker.ask(probes.open_sales, context.register.id)
    context.checker.expect("sales on the counter", len(kept), 1)
    number = await context.pay()
    sale = await context.checker.ask(probes.sale, number)
    is_now = sale and (sale.order_id, sale.cashier)
    context.checker.expect("the sale that was left", is_now, (kept[0].order_id, context.login))
    return f"{number}, the sale that the manager began and the cashier ended"


async def close_the_shift(context: TourContext) -> str:
    """Count the drawer, find half a dollar missing, say why, and read the Z report."""
    driver, here = context.driver, context.till.context
    await driver.press("F7")
    panel = await context.panel(CloseShiftPanel)
    drawer = await context.checker.ask(probes.drawer, context.register.id)
    counted = drawer - MISSING
    await driver.enter(context.typed(counted))
    await driver.until(lambda: panel.report, "what was expected")
    expected = panel.report.expected if panel.report else None
    due = Money.of(drawer, here.store.currency)
    context.checker.expect("what the window expects in the drawer", expected, due)
    await driver.pause()
    await driver.write(WHY)
    await context.picture("close-shift")
    await driver.press("Return")
    paper = await context.panel(PrintPanel)
    await context.picture("z-report")
    shift = await context.checker.ask(probes.last_shift, context.register.id)
    if shift is None:
        return "no shift"
    is_now = (shift.status, shift.expected, shift.counted, shift.reason)
    context.checker.expect("the shift", is_now, ("closed", drawer, counted, WHY))
    context.checker.expect("the reason on the Z report", WHY in paper.html, should_be=True)
    await driver.press("Escape")
    return f"Z {shift.z_number}: {drawer} expected, {counted} counted, “{WHY}”"


async def check_every_rule(context: TourContext) -> str:
    """Check every rule that has to hold after any history."""
    broken = await context.checker.rules()
    return f"{broken} rules are broken" if broken else "every rule holds"


def find_it_closed(context: TourContext, folder: Path) -> str:
    """Find the server stopped once the window is gone, and the same store at the next start."""
    expect, person = context.checker.expect, context.people["cashier"]
    is_running = context.server is not None and context.server.is_running
    expect("the server runs on after the window", is_running, should_be=False)
    profile = Profile(folder)
    workspace, register_id = Workspace(profile), profile.preferences().register
    try:
        workspace.open()
        entered = workspace.sign_in(person.login, person.password)
        with entered.desk.database.reading() as session:
            receipt = api.receipts.last_receipt(session, register_id) if register_id else None
        entered.desk.close()
    finally:
        workspace.leave()
    number = receipt.order_number if receipt else "nothing"
    expect("the last sale at the next start", number, context.number)
    return f"the server has stopped; the next start finds {number} again"
