"""The tour's end: the shift is closed with a count, and every rule of the books is checked."""

from decimal import Decimal
from pathlib import Path

from storedesk import api
from storedesk.domain.values.money import Money
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile
from storedesk.tour import probes
from storedesk.tour.visit import Visit
from storedesk.ui.till.closing import CloseShiftPanel
from storedesk.ui.till.paper import PaperPanel

MISSING = Decimal("0.50")
WHY = "Half a dollar fell behind the drawer"


async def find_the_sale_again(visit: Visit) -> str:
    """Let the cashier sign in again, and sell what the manager left on the counter."""
    await visit.hands.press("F12")
    await visit.sign_in("cashier")
    selling = visit.till.selling
    await visit.hands.until(lambda: selling.sale, "the sale that was left on the counter")
    await visit.picture("till")
    kept = await visit.witness.ask(probes.in_hand, visit.register.id)
    visit.witness.expect("sales on the counter", len(kept), 1)
    number = await visit.pay()
    sale = await visit.witness.ask(probes.sale, number)
    is_now = sale and (sale.order_id, sale.cashier)
    visit.witness.expect("the sale that was left", is_now, (kept[0].order_id, visit.login))
    return f"{number}, the sale that the manager began and the cashier ended"


async def close_the_shift(visit: Visit) -> str:
    """Count the drawer, find half a dollar missing, say why, and read the Z report."""
    hands, here = visit.hands, visit.till.till
    await hands.press("F7")
    panel = await visit.panel(CloseShiftPanel)
    drawer = await visit.witness.ask(probes.drawer, visit.register.id)
    counted = drawer - MISSING
    await hands.enter(str(counted))
    await hands.until(lambda: panel.report, "what was expected")
    expected = panel.report.expected if panel.report else None
    due = Money.of(drawer, here.store.currency)
    visit.witness.expect("what the window expects in the drawer", expected, due)
    await hands.pause()
    await hands.write(WHY)
    await visit.picture("close-shift")
    await hands.press("Return")
    paper = await visit.panel(PaperPanel)
    await visit.picture("z-report")
    shift = await visit.witness.ask(probes.last_shift, visit.register.id)
    if shift is None:
        return "no shift"
    is_now = (shift.status, shift.expected, shift.counted, shift.reason)
    visit.witness.expect("the shift", is_now, ("closed", drawer, counted, WHY))
    visit.witness.expect("the reason on the Z report", WHY in paper.html, should_be=True)
    await hands.press("Escape")
    return f"Z {shift.z_number}: {drawer} expected, {counted} counted, “{WHY}”"


async def check_every_rule(visit: Visit) -> str:
    """Check every rule that has to hold after any history."""
    broken = await visit.witness.rules()
    return f"{broken} rules are broken" if broken else "every rule holds"


def find_it_closed(visit: Visit, folder: Path) -> str:
    """Find the server stopped once the window is gone, and the same store at the next start."""
    expect, person = visit.witness.expect, visit.people["cashier"]
    is_running = visit.server is not None and visit.server.is_running
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
    expect("the last sale at the next start", number, visit.number)
    return f"the server has stopped; the next start finds {number} again"
