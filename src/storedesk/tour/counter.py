"""Work at the till: scans, cash, change, parked sales, a customer with a card, questions."""

import time
from decimal import ROUND_CEILING, Decimal

from storedesk.domain.values.money import Money
from storedesk.tour import probes
from storedesk.tour.context import TourContext
from storedesk.ui.till.price_check import PricePanel
from storedesk.ui.till.receipts.print_panel import PrintPanel
from storedesk.ui.till.sale.customer import CustomerPanel
from storedesk.ui.till.sale.parked import ParkPanel, RecallPanel

LIMIT = 10.0
"""Seconds in which three products are sold."""
LABEL = "Red umbrella"
NOTE = Decimal(20)
LAST_FOUR = "4242"


async def sell_three_for_cash(context: TourContext) -> str:
    """Scan three products, Enter, Enter; then look at the receipt."""
    bought = context.products[:3]
    start = time.monotonic()
    await context.scan(*bought)
    number = await context.pay()
    seconds = time.monotonic() - start
    context.expect_within("three products sold", seconds, LIMIT)
    sale = await context.checker.sold(number, bought, method="cash", cashier=context.login)
    await context.driver.press("F10")
    paper = await context.panel(PrintPanel)
    await context.picture("receipt")
    total = context.till.context.on_paper().amount(sale.total) if sale else "a total"
    for word in (number, total, *(product.name for product in bought)):
        context.checker.expect(f"“{word}” on the receipt", word in paper.html, should_be=True)
    await context.driver.press("Escape")
    return f"{number}, {total}, delivered, paid in cash: {seconds:.1f} s from first scan to end"


async def give_change(context: TourContext) -> str:
    """Sell two products for a round sum, and give change."""
    bought = context.products[3:5]
    await context.scan(*bought)
    await context.picture("scanned")
    panel = await context.ask_to_pay()
    total = panel.total
    given = (total.amount / NOTE).to_integral_value(ROUND_CEILING) * NOTE
    await context.driver.write(str(given))
    await context.picture("pay-cash")
    number = await context.paid()
    await context.picture("change")
    sale = await context.checker.sold(number, bought, method="cash", cashier=context.login)
    change = given - total.amount
    for payment in sale.payments if sale else ():
        is_now = (payment.tendered, payment.change)
        context.checker.expect("given and change in the database", is_now, (given, change))
    shown = context.till.side.done.change.amount.text()
    due = context.till.context.money(Money.of(change, total.currency))
    context.checker.expect("the change that is shown", shown, due)
    return f"{number}, {given} given for {total.amount}, {change} back"


async def park_and_recall(context: TourContext) -> str:
    """Put a sale aside under a name, serve someone else, and take it up again."""
    driver, till = context.driver, context.till
    await context.scan(context.products[5])
    await driver.press("F4")
    await context.panel(ParkPanel)
    await driver.enter(LABEL)
    await driver.until(
        lambda: LABEL in [one.label for one in till.commands.parked], "the parked one"
    )
    aside = await context.checker.ask(probes.open_sales, context.register.id)
    is_now = [(one.label, one.is_parked) for one in aside]
    context.checker.expect("the parked sale", is_now, [(LABEL, True)])
    await context.scan(context.products[6])
    await context.picture("parked")
    number = await context.pay()
    await context.checker.sold(number, context.products[6:7], method="cash", cashier=context.login)
    await driver.press("F5")
    await context.panel(RecallPanel)
    await context.picture("recall")
    await driver.press("Return")
    await driver.until(lambda: till.selling.sale, "the sale that was parked")
    again = await context.checker.ask(probes.open_sales, context.register.id)
    recalled = [(one.order_id, one.is_parked) for one in again]
    context.checker.expect("the recalled sale", recalled, [(one.order_id, False) for one in aside])
    return f"parked as “{LABEL}”, {number} in between, and on the counter again"


async def sell_by_card(context: TourContext) -> str:
    """Find the customer of the sale by three letters, and take a card."""
    driver, till = context.driver, context.till
    person = await context.checker.ask(probes.regular)
    await driver.press("F3")
    panel = await context.panel(CustomerPanel)
    await driver.write(person.last_name[:3].lower())
    known = panel.list.rows
    await driver.until(
        lambda: person.id in [one.id for one in known.records], f"{person.name} among the found"
    )
    await context.picture("customer")
    at = [one.id for one in known.records].index(person.id)
    await driver.press(*["Down"] * at, "Return")
    await driver.until(lambda: till.selling.sale and till.selling.sale.customer, "the customer")
    await context.ask_to_pay()
    await driver.write("d")
    await driver.press("Tab", "Tab")
    await driver.write(LAST_FOUR)
    await context.picture("pay-card")
    number = await context.paid()
    sale = await context.checker.sold(
        number, context.products[5:6],
        method="credit_card", cashier=context.login, customer=person.name,
    )  # fmt: skip
    digits = [payment.last_four for payment in sale.payments] if sale else []
    context.checker.expect("the card's last digits", digits, [LAST_FOUR])
    return f"{number} for {person.name}, card ending in {LAST_FOUR}"


async def search_and_ask_prices(context: TourContext) -> str:
    """Ask for a price, then find a product by its words, and sell that."""
    driver, till = context.driver, context.till
    asked, wanted = context.products[7], context.products[8]
    await driver.press("F8")
    panel = await context.panel(PricePanel)
    await driver.scan(asked.code)
    await driver.until(panel.price.text, "a price")
    await context.picture("price-check")
    price = panel.price.text()
    due = till.context.money(Money.of(asked.price, till.context.store.currency))
    context.checker.expect("the price check", (panel.name.text(), price), (asked.name, due))
    await driver.press("Escape", "F2")
    words = wanted.name.split()
    await driver.write(" ".join(reversed(words)).lower())
    found = till.popup.list
    await driver.until(
        lambda: [one.item.name for one in found.rows.records][:1] == [wanted.name],
        f"“{wanted.name}”",
    )
    await context.picture("search")
    await driver.press("Return")
    await driver.until(lambda: till.selling.sale, "the product on the counter")
    number = await context.pay()
    await context.checker.sold(number, [wanted], method="cash", cashier=context.login)
    return f"{number}, “{wanted.name}” by its words; “{asked.name}” costs {price}"
