"""Write the receipt of a return: what came back, and how the money was refunded."""

from collections.abc import Sequence

from storedesk.documents.fiscal_lines import record_line
from storedesk.documents.receipts import METHODS, detail_of, store_parts, weighed
from storedesk.documents.strip import (
    Barcode,
    Pair,
    Part,
    Remark,
    Rule,
    Speech,
    StripDocument,
)
from storedesk.domain.exchanges import Refund, ReturnedItem
from storedesk.domain.fulfillment import ReturnReceipt
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine

WORDS = (
    "Return",
    "Return of {number}",
    "Tax ID {id}",
    "{register} · taken back by {name}",
    "Taken back by {name}",
    "{quantity} pieces",
    "{weight} kg × {price}",
    "{weight} kg",
    "Shipping",
    "{tax} {rate}, in this return",
    "Given back",
    "Cash",
    "Card",
    "PayPal",
    "Gift card",
    "{number}, left on it: {left}",
    "Rounded for cash",
    "Paid for {number}",
    "Reason: {reason}",
    "Fiscal record {number}: {digits}",
    "Signed by the simulator: {signature}",
    "Not signed yet.",
)
"""All that the receipt of a return says of itself, for the translator."""


def html(back: ReturnReceipt, speech: Speech) -> str:
    """Return the receipt for a preview, a PDF or the system's printer."""
    return document(back, speech).html


def document(back: ReturnReceipt, speech: Speech) -> StripDocument:
    """Return the receipt as it is printed, with the order's number as a barcode."""
    number = back.order.order_number
    title = f"{speech.translate('Return')} {number}"
    return StripDocument(title, (*parts(back, speech), Barcode(number)))


def parts(back: ReturnReceipt, speech: Speech) -> list[Part]:
    """Return what is printed, from the store's name down to the reason."""
    say, money = speech.translate, speech.money
    sums: list[Part] = [Pair(say("Shipping"), money(back.shipping))] if back.shipping else []
    sums.append(Pair(say("Given back"), money(back.refund), is_bold=True))
    sums += taxes_back(back.tax_lines, back.refund.currency, speech)
    refunds = [one for one in back.refunds if not back.credited or one.detail != back.credited]
    paid = sum((one.amount for one in refunds), back.refund - back.refund)
    exchanged: list[Part] = []
    if back.paid_for and back.refund != paid:
        words = say("Paid for {number}").format(number=back.paid_for)
        exchanged.append(Pair(words, money(back.refund - paid)))
    return [
        *_head(back, speech),
        Rule(),
        *(part for line in back.lines for part in _line(line, speech)),
        Rule(),
        *sums,
        Rule(),
        *exchanged,
        *(part for refund in refunds for part in _refund(refund, speech)),
        Rule(),
        Remark(say("Reason: {reason}").format(reason=back.reason)),
        *record_line(back.fiscal, speech),
    ]


def taxes_back(taxes: Sequence[TaxLine], currency: str, speech: Speech) -> list[Part]:
    """Return the taxes in what goes back, by name and rate."""
    words = speech.translate("{tax} {rate}, in this return")
    return [
        Pair(
            words.format(tax=one.name, rate=speech.percent(one.rate)),
            speech.money(Money(one.tax, currency)),
        )
        for one in taxes
    ]


def _head(back: ReturnReceipt, speech: Speech) -> list[Part]:
    say, order = speech.translate, back.order
    head = store_parts(order.store_name, order.store_address, order.store_tax_id, speech)
    title = say("Return of {number}").format(number=order.order_number)
    head += [Rule(), Pair(title, speech.moment(back.returned_at))]
    if back.register and back.by:
        words = say("{register} · taken back by {name}")
        head.append(Remark(words.format(register=back.register, name=back.by)))
    elif back.by:
        head.append(Remark(say("Taken back by {name}").format(name=back.by)))
    return head


def _line(line: ReturnedItem, speech: Speech) -> list[Part]:
    parts: list[Part] = [Pair(line.name, speech.money(line.refund))]
    if line.description:
        parts.append(Remark(line.description))
    if line.measure and line.measure.weight is not None:
        parts.append(Remark(weighed(line.measure, speech)))
    if line.quantity != 1:
        parts.append(Remark(speech.translate("{quantity} pieces").format(quantity=line.quantity)))
    return parts


def _refund(refund: Refund, speech: Speech) -> list[Part]:
    say = speech.translate
    parts: list[Part] = [Pair(say(METHODS[refund.method]), speech.money(refund.given))]
    if refund.detail:
        parts.append(Remark(detail_of(refund.detail, refund.left, speech)))
    if refund.rounding:
        parts.append(Pair(say("Rounded for cash"), speech.money(refund.rounding)))
    return parts
