"""Write the receipt of a deposit: what is ordered, what was paid of it, and what is open."""

from datetime import datetime

from storedesk.documents.receipts import METHODS, detail_of
from storedesk.documents.strip import (
    Barcode,
    Middle,
    Pair,
    Part,
    Remark,
    Rule,
    Speech,
    StripDocument,
    store_head,
)
from storedesk.domain.orders import Payment, Receipt, ReceiptLine

WORDS = (
    "Deposit",
    "Deposit for {number}",
    "Tax ID {id}",
    "{register} · served by {cashier}",
    "Customer: {name}",
    "{quantity} pieces",
    "Total of the order",
    "Cash",
    "Card",
    "PayPal",
    "Still open",
    "This is a deposit. The goods are handed over once the rest is paid.",
)
"""All that the receipt of a deposit says of itself, for the translator."""


def document(
    order: Receipt, speech: Speech, *, at: datetime, register: str, cashier: str
) -> StripDocument:
    """Return the receipt of a deposit taken `at` a moment (UTC), with the order's number.

    All that was paid until then is on it, so that the last one alone tells what is open.
    """
    title = f"{speech.translate('Deposit')} {order.order_number}"
    made = parts(order, speech, at=at, register=register, cashier=cashier)
    return StripDocument(title, (*made, Barcode(order.order_number)))


def parts(
    order: Receipt, speech: Speech, *, at: datetime, register: str, cashier: str
) -> list[Part]:
    """Return what is printed, from the store's name down to what is open."""
    say, money = speech.translate, speech.money
    served = say("{register} · served by {cashier}").format(register=register, cashier=cashier)
    title = say("Deposit for {number}").format(number=order.order_number)
    return [
        *_head(order, speech),
        Rule(),
        Pair(title, speech.moment(at), is_bold=True),
        Remark(served),
        *_customer(order, speech),
        Rule(),
        *(part for line in order.lines for part in _line(line, speech)),
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


def _head(order: Receipt, speech: Speech) -> list[Part]:
    head = store_head(order.store_name, speech, is_bold=True)
    head += [Middle(line) for line in order.store_address if line.strip()]
    if order.store_tax_id:
        head.append(Middle(speech.translate("Tax ID {id}").format(id=order.store_tax_id)))
    return head


def _customer(order: Receipt, speech: Speech) -> list[Part]:
    if not order.customer:
        return []
    return [Remark(speech.translate("Customer: {name}").format(name=order.customer))]


def _line(line: ReceiptLine, speech: Speech) -> list[Part]:
    parts: list[Part] = [Pair(line.name, speech.money(line.subtotal))]
    if line.description:
        parts.append(Remark(line.description))
    if line.quantity != 1:
        parts.append(Remark(speech.translate("{quantity} pieces").format(quantity=line.quantity)))
    return parts


def _payment(payment: Payment, speech: Speech) -> list[Part]:
    paid = Pair(speech.translate(METHODS[payment.method]), speech.money(-payment.amount))
    if not payment.detail:
        return [paid]
    return [paid, Remark(detail_of(payment.detail, payment.left, speech))]
