"""Say what a customer sees of a sale on the second screen, in the store's own language."""

from collections.abc import Sequence
from dataclasses import dataclass

from storedesk.documents.receipts import weighed
from storedesk.documents.strip import Speech
from storedesk.domain.credit import TakenCredit
from storedesk.domain.order_details import Order
from storedesk.domain.till import Paid, Sale, SaleLine
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxMode

WORDS = (
    "Welcome",
    "Subtotal",
    "{tax} {rate}",
    "{tax} {rate}, included",
    "{quantity} × {price}",
    "{weight} kg × {price}",
    "{weight} kg",
    "Total",
    "Gift card",
    "Still to pay",
    "Comes back",
    "You get back",
    "Change",
    "Paid",
    "Thank you!",
)
"""All that the display says, for the translator."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line of the sale as the customer sees it."""

    name: str
    remark: str
    """What stands under the name: the variant, and how many at which price."""
    total: str
    usual: str = ""
    """What it would cost without a reduction; "" where there is none."""
    picture: str | None = None
    """sha256 of the product's picture."""


@dataclass(frozen=True, slots=True)
class ShownSum:
    """A word with an amount: a tax, or a gift card that has paid."""

    word: str
    amount: str


@dataclass(frozen=True, slots=True)
class DisplayContent:
    """What is on the display: lines, sums and the one large amount; without lines, a greeting."""

    lines: tuple[ShownLine, ...] = ()
    sums: tuple[ShownSum, ...] = ()
    word: str = ""
    """What the large amount is: the total, what is still to pay, the change."""
    amount: str = ""
    is_paid: bool = False
    """Whether nothing is to pay any more."""
    thanks: str = ""
    """Words to the customer: a greeting, or thanks once all is paid."""


def greeting(speech: Speech) -> DisplayContent:
    """Return what is shown while nothing is sold."""
    return DisplayContent(thanks=speech.translate("Welcome"))


def of_sale(
    sale: Sale, mode: TaxMode, speech: Speech, taken: Sequence[TakenCredit] = ()
) -> DisplayContent:
    """Return what is shown of a sale that is not paid; `taken` are gift cards that pay it."""
    say, money = speech.translate, speech.money
    left, word = sale.due.less(one.tender.amount for one in taken), say("Still to pay")
    paid = [ShownSum(say("Gift card"), money(one.tender.amount)) for one in taken]
    if sale.exchange:
        paid.insert(0, ShownSum(say("Comes back"), money(-sale.exchange.refund)))
        if over := sale.exchange.over:
            left, word = over, say("You get back")
    total = [ShownSum(say("Total"), money(sale.total))] if paid else []
    return DisplayContent(
        tuple(_line(line, speech) for line in sale.lines),
        (*_sums(sale, mode, speech), *total, *paid),
        word if paid else say("Total"),
        money(left),
    )


def of_paid(sale: Sale | None, paid: Paid, speech: Speech, *, has_cash: bool) -> DisplayContent:
    """Return what is shown of a sale that was just paid; None: its lines are not known."""
    say, money = speech.translate, speech.money
    back = paid.exchange
    sums = [ShownSum(say("Total"), money(paid.total))]
    if back:
        sums.append(ShownSum(say("Comes back"), money(-back.refund)))
    if back and back.over:
        word = say("You get back")
        amount = sum((one.given for one in back.refunds), paid.change - paid.change)
    elif has_cash and paid.change:
        word, amount = say("Change"), paid.change
    else:
        word, amount = say("Paid"), paid.total - back.credited if back else paid.total
        sums = sums if back else []
    return DisplayContent(
        tuple(_line(line, speech) for line in sale.lines) if sale else (),
        tuple(sums),
        word,
        money(amount),
        is_paid=True,
        thanks=say("Thank you!"),
    )


def of_order(order: Order, speech: Speech) -> DisplayContent:
    """Return what is shown of an order that is paid at the till, or that is paid and collected."""
    say, money = speech.translate, speech.money
    words = say("{quantity} × {price}")
    lines = tuple(
        ShownLine(
            line.name,
            " · ".join(
                part
                for part in (
                    line.description,
                    words.format(quantity=line.quantity, price=money(line.unit_price))
                    if line.quantity != 1
                    else "",
                )
                if part
            ),
            money(line.subtotal),
        )
        for line in order.lines
    )
    if not order.open:
        total, thanks = money(order.total), say("Thank you!")
        return DisplayContent(lines, (), say("Paid"), total, is_paid=True, thanks=thanks)
    sums = [ShownSum(say("Total"), money(order.total))]
    if order.paid:
        sums.append(ShownSum(say("Paid"), money(-order.paid)))
    return DisplayContent(lines, tuple(sums), say("Still to pay"), money(order.open))


def _line(line: SaleLine, speech: Speech) -> ShownLine:
    words = speech.translate("{quantity} × {price}")
    many = words.format(quantity=line.quantity, price=speech.money(line.unit_price))
    if line.measure and line.measure.weight is not None:
        many = weighed(line.measure, speech)
    elif line.quantity == 1:
        many = ""
    parts = (line.description, many)
    return ShownLine(
        line.name,
        " · ".join(part for part in parts if part),
        speech.money(line.subtotal),
        speech.money(line.list_price * line.quantity) if line.is_lowered else "",
        line.picture,
    )


def _sums(sale: Sale, mode: TaxMode, speech: Speech) -> tuple[ShownSum, ...]:
    say, money = speech.translate, speech.money
    words = say("{tax} {rate}, included") if mode is TaxMode.INCLUSIVE else say("{tax} {rate}")
    taxes = [
        ShownSum(
            words.format(tax=tax.name, rate=speech.percent(tax.rate)),
            money(Money(tax.tax, sale.total.currency)),
        )
        for tax in sale.tax_lines
    ]
    return (ShownSum(say("Subtotal"), money(sale.subtotal)), *taxes)
