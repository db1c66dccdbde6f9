"""The tour at the till: scans, cash, change, parked sales, a customer and her card, questions."""

import time
from decimal import ROUND_CEILING, Decimal

from storedesk.domain.values.money import Money
from storedesk.tour import probes
from storedesk.tour.visit import Visit
from storedesk.ui.till.customer import CustomerPanel
from storedesk.ui.till.paper import PaperPanel
from storedesk.ui.till.parked import ParkPanel, RecallPanel
from storedesk.ui.till.prices import PricePanel

LIMIT = 10.0
"""Seconds in which three articles are sold."""
LABEL = "Red umbrella"
NOTE = Decimal(20)
LAST_FOUR = "4242"


async def sell_three_for_cash(visit: Visit) -> str:
    """Scan three articles, Enter, Enter; then look at the receipt."""
    bought = visit.articles[:3]
    start = time.monotonic()
    await visit.scan(*bought)
    number = await visit.pay()
    seconds = time.monotonic() - start
    visit.expect_within("three articles sold", seconds, LIMIT)
    sale = await visit.witness.sold(number, bought, method="cash", cashier=visit.login)
    await visit.hands.press("F10")
    paper = await visit.panel(PaperPanel)
    await visit.picture("receipt")
    total = visit.till.till.format.amount(sale.total) if sale else "a total"
    for word in (number, total, *(article.name for article in bought)):
        visit.witness.expect(f"“{word}” on the receipt", word in paper.html, should_be=True)
    await visit.hands.press("Escape")
    return f"{number}, {total}, delivered, paid in cash: {seconds:.1f} s from first scan to end"


async def give_change(visit: Visit) -> str:
    """Sell two articles for a round sum, and give change."""
    bought = visit.articles[3:5]
    await visit.scan(*bought)
    await visit.picture("scanned")
    panel = await visit.ask_to_pay()
    total = panel.total
    given = (total.amount / NOTE).to_integral_value(ROUND_CEILING) * NOTE
    await visit.hands.write(str(given))
    await visit.picture("pay-cash")
    number = await visit.paid()
    await visit.picture("change")
    sale = await visit.witness.sold(number, bought, method="cash", cashier=visit.login)
    change = given - total.amount
    for payment in sale.payments if sale else ():
        is_now = (payment.tendered, payment.change)
        visit.witness.expect("given and change in the books", is_now, (given, change))
    shown = visit.till.side.done.change.amount.text()
    due = visit.till.till.money(Money.of(change, total.currency))
    visit.witness.expect("the change that is shown", shown, due)
    return f"{number}, {given} given for {total.amount}, {change} back"


async def park_and_recall(visit: Visit) -> str:
    """Put a sale aside under a name, serve someone else, and take it up again."""
    hands, till = visit.hands, visit.till
    await visit.scan(visit.articles[5])
    await hands.press("F4")
    await visit.panel(ParkPanel)
    await hands.enter(LABEL)
    await hands.until(lambda: LABEL in [one.label for one in till.errands.parked], "the parked one")
    aside = await visit.witness.ask(probes.in_hand, visit.register.id)
    is_now = [(one.label, one.is_parked) for one in aside]
    visit.witness.expect("the parked sale", is_now, [(LABEL, True)])
    await visit.scan(visit.articles[6])
    await visit.picture("parked")
    number = await visit.pay()
    await visit.witness.sold(number, visit.articles[6:7], method="cash", cashier=visit.login)
    await hands.press("F5")
    await visit.panel(RecallPanel)
    await visit.picture("recall")
    await hands.press("Return")
    await hands.until(lambda: till.selling.sale, "the sale that was parked")
    again = await visit.witness.ask(probes.in_hand, visit.register.id)
    recalled = [(one.order_id, one.is_parked) for one in again]
    visit.witness.expect("the recalled sale", recalled, [(one.order_id, False) for one in aside])
    return f"parked as “{LABEL}”, {number} in between, and on the counter again"


async def sell_by_card(visit: Visit) -> str:
    """Find the customer of the sale by three letters, and take her card."""
    hands, till = visit.hands, visit.till
    person = await visit.witness.ask(probes.regular)
    await hands.press("F3")
    panel = await visit.panel(CustomerPanel)
    await hands.write(person.last_name[:3].lower())
    known = panel.list.rows
    await hands.until(
        lambda: person.id in [one.id for one in known.records], f"{person.name} among the found"
    )
    await visit.picture("customer")
    at = [one.id for one in known.records].index(person.id)
    await hands.press(*["Down"] * at, "Return")
    await hands.until(lambda: till.selling.sale and till.selling.sale.customer, "the customer")
    await visit.ask_to_pay()
    await hands.write("d")
    await hands.press("Tab", "Tab")
    await hands.write(LAST_FOUR)
    await visit.picture("pay-card")
    number = await visit.paid()
    sale = await visit.witness.sold(
        number, visit.articles[5:6],
        method="credit_card", cashier=visit.login, customer=person.name,
    )  # fmt: skip
    digits = [payment.last_four for payment in sale.payments] if sale else []
    visit.witness.expect("the card's last digits", digits, [LAST_FOUR])
    return f"{number} for {person.name}, card ending in {LAST_FOUR}"


async def search_and_ask_prices(visit: Visit) -> str:
    """Ask for a price, then find an article by its words, and sell that."""
    hands, till = visit.hands, visit.till
    asked, wanted = visit.articles[7], visit.articles[8]
    await hands.press("F8")
    panel = await visit.panel(PricePanel)
    await hands.scan(asked.code)
    await hands.until(panel.price.text, "a price")
    await visit.picture("price-check")
    price = panel.price.text()
    due = till.till.money(Money.of(asked.price, till.till.store.currency))
    visit.witness.expect("the price check", (panel.name.text(), price), (asked.name, due))
    await hands.press("Escape", "F2")
    words = wanted.name.split()
    await hands.write(" ".join(reversed(words)).lower())
    found = till.popup.list
    await hands.until(
        lambda: [one.name for one in found.rows.records][:1] == [wanted.name], f"“{wanted.name}”"
    )
    await visit.picture("search")
    await hands.press("Return")
    await hands.until(lambda: till.selling.sale, "the article on the counter")
    number = await visit.pay()
    await visit.witness.sold(number, [wanted], method="cash", cashier=visit.login)
    return f"{number}, “{wanted.name}” by its words; “{asked.name}” costs {price}"
