"""Begin the tour: from an empty folder to a till with an open shift."""

from decimal import Decimal

from storedesk.tour import probes
from storedesk.tour.context import PRODUCTS, TourContext
from storedesk.tour.driver import StuckError
from storedesk.ui.till.shifts.open_shift import OpenShiftPanel

MAKING = 120.0
"""Seconds that the demo store may take on a slow computer."""
FLOAT = "100"


async def make_the_demo(context: TourContext) -> str:
    """Choose the demo store on the first page, or find the one that is there already."""
    window, driver = context.window, context.driver
    if window.access.preferences.store is None:
        first = window.first_run
        await driver.until(first.choices.isVisible, "the first page")
        await context.picture("first-run")
        await driver.click(first.choices.demo.button)
        bar, problem = first.making.bar, first.choices.problem
        await driver.until(
            lambda: problem.text() or bar.value() * 3 > bar.maximum(),
            "a third of the demo store",
            patience=MAKING,
        )
        if problem.text():
            raise StuckError(problem.text())
        await context.picture("making-the-demo")
    await driver.until(
        lambda: context.is_in_sight(window.sign_in), "the sign-in page", patience=MAKING
    )
    await context.start_checker()
    context.products = await context.checker.ask(probes.products, count=PRODUCTS)
    context.checker.expect("products with enough on the shelf", len(context.products), PRODUCTS)
    extent = await context.checker.ask(probes.extent)
    return f"{extent.products} products, {extent.customers} customers, {extent.orders} orders"


async def sign_in_as_a_cashier(context: TourContext) -> str:
    """Click a cashier's card, and press Enter."""
    await context.driver.until(lambda: context.window.sign_in.people.cards, "the demo's people")
    await context.picture("sign-in")
    person = await context.sign_in("cashier")
    connected = await context.checker.ask(probes.logins)
    context.checker.expect(
        f"{person.login} is connected", person.login in connected, should_be=True
    )
    context.checker.expect("who is signed in", context.login, person.login)
    return f"{person.name} is connected as {person.login}"


async def open_the_shift(context: TourContext) -> str:
    """Open the shift with a float."""
    await context.picture("shift-closed")
    await context.driver.press("F7")
    await context.panel(OpenShiftPanel)
    await context.driver.write(FLOAT)
    await context.picture("open-shift")
    await context.driver.press("Return")
    till = context.till
    await context.driver.until(lambda: till.shifts.shift, "an open shift")
    shift = await context.checker.ask(probes.last_shift, context.register.id)
    is_now = shift and (shift.status, shift.opened_by, shift.opening_float)
    context.checker.expect("the shift", is_now, ("open", context.login, Decimal(FLOAT)))
    return f"the shift at {context.register.name} is open with {FLOAT}.00"
