"""Write the receipt of a deposit: what is ordered, what was paid of it, and what is open."""

from storedesk.documents.receipts import METHODS, detail_of, line_parts, of_people, of_store
from storedesk.documents.strip import (
    Barcode,
    Middle,
    Pair,
    Part,
    Remark,
    Rule,
    Speech,
    StripDocument,
)
from storedesk.domain.orders import Payment, Receipt

WORDS = (
    "Deposit",
    "Deposit for {number}",
    "Total of the order",
    "Cash",
    "Card",
    "PayPal",
    "Still open",
    "This is a deposit. The goods are handed over once the rest is paid.",
)
"""All that the receipt of a deposit says of itself, for the translator."""


def document(order: Receipt, speech: Speech) -> StripDocument:
    """Return the receipt of the last deposit for an order, with the order's number.

    All that was paid until then is on it, so that the last one alone tells what is open.
    """
    title = f"{speech.translate('Deposit')} {order.order_number}"
    return StripDocument(title, (*parts(order, speech), Barcode(order.order_number)))


def parts(order: Receipt, speech: Speech) -> list[Part]:
    """Return what is printed, from the store's name down to what is open."""
    say, money, taken = speech.translate, speech.money, order.payments[-1]
    title = say("Deposit for {number}").format(number=order.order_number)
    return [
        *of_store(order, speech),
        Rule(),
        Pair(title, speech.moment(taken.at) if taken.at else "", is_bold=True),
        *of_people(order, speech, register=taken.register, cashier=taken.by),
        Rule(),
        *(part for line in order.lines for part in line_parts(line, speech)),
        Rule(),
        Pair(say("Total of the order"), money(order.total)),
        *(part for payment in order.payments for part in _payment(payment, speech)),
        Pair(
            say("Still open"),
            money(order.total.less(one.amount for one in order.payments)),
            is_bold=True,
        ),
        Rule(),
        Middle(say("This is a deposit. The goods are handed over once the rest is paid.")),
    ]


def _payment(payment: Payment, speech: Speech) -> list[Part]:
    paid = Pair(speech.translate(METHODS[payment.method]), speech.money(-payment.amount))
    if not payment.detail:
        return [paid]
    return [paid, Remark(detail_of(payment.detail, payment.left, speech))]
