"""The tour's beginning: from an empty folder to a till with an open shift."""

from decimal import Decimal

from storedesk.tour import probes
from storedesk.tour.hands import StuckError
from storedesk.tour.visit import GOODS, Visit
from storedesk.ui.till.shift import OpenShiftPanel

MAKING = 120.0
"""Seconds that the demo store may take on a slow computer."""
FLOAT = "100"


async def make_the_demo(visit: Visit) -> str:
    """Choose the demo store on the first page, or find the one that is there already."""
    window, hands = visit.window, visit.hands
    if window.door.preferences.store is None:
        first = window.first_run
        await hands.until(first.choices.isVisible, "the first page")
        await visit.picture("first-run")
        await hands.click(first.choices.demo.button)
        bar, problem = first.making.bar, first.choices.problem
        await hands.until(
            lambda: problem.text() or bar.value() * 3 > bar.maximum(),
            "a third of the demo store",
            patience=MAKING,
        )
        if problem.text():
            raise StuckError(problem.text())
        await visit.picture("making-the-demo")
    await hands.until(
        lambda: visit.is_in_sight(window.sign_in), "the sign-in page", patience=MAKING
    )
    await visit.call_witness()
    visit.articles = await visit.witness.ask(probes.articles, count=GOODS)
    visit.witness.expect("articles with enough on the shelf", len(visit.articles), GOODS)
    extent = await visit.witness.ask(probes.extent)
    return f"{extent.products} products, {extent.customers} customers, {extent.orders} orders"


async def sign_in_as_a_cashier(visit: Visit) -> str:
    """Click a cashier's card, and press Enter."""
    await visit.hands.until(lambda: visit.window.sign_in.people.cards, "the demo's people")
    await visit.picture("sign-in")
    person = await visit.sign_in("cashier")
    connected = await visit.witness.ask(probes.logins)
    visit.witness.expect(f"{person.login} is connected", person.login in connected, should_be=True)
    visit.witness.expect("who is signed in", visit.login, person.login)
    return f"{person.name} is connected as {person.login}"


async def open_the_shift(visit: Visit) -> str:
    """Open the shift with a float."""
    await visit.picture("shift-closed")
    await visit.hands.press("F7")
    await visit.panel(OpenShiftPanel)
    await visit.hands.write(FLOAT)
    await visit.picture("open-shift")
    await visit.hands.press("Return")
    till = visit.till
    await visit.hands.until(lambda: till.shifts.shift, "an open shift")
    shift = await visit.witness.ask(probes.last_shift, visit.register.id)
    is_now = shift and (shift.status, shift.opened_by, shift.opening_float)
    visit.witness.expect("the shift", is_now, ("open", visit.login, Decimal(FLOAT)))
    return f"the shift at {visit.register.name} is open with {FLOAT}.00"
