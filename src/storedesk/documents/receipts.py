"""Write the receipt of a sale from the order's snapshots, never from the live product."""

from decimal import Decimal

from storedesk.documents.fiscal_lines import record_line
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
from storedesk.domain.exchanges import Exchange
from storedesk.domain.measures import LineMeasure
from storedesk.domain.orders import Payment, Receipt, ReceiptLine
from storedesk.domain.receipt_texts import filled_lines
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxMode

WORDS = (
    "Receipt",
    "Tax ID {id}",
    "{register} · served by {cashier}",
    "Customer: {name}",
    "{quantity} × {price}",
    "{weight} kg × {price}",
    "{weight} kg",
    "{promotion}: was {price}",
    "Discount",
    "Subtotal",
    "Shipping",
    "{tax} {rate}",
    "{tax} {rate}, included",
    "Total",
    "Cash",
    "Card",
    "PayPal",
    "Gift card",
    "{number}, left on it: {left}",
    "Given",
    "Change",
    "Thank you!",
    "REPRINT",
    "Print {count}, by {name}",
    "Fiscal record {number}: {digits}",
    "Signed by the simulator: {signature}",
    "Not signed yet.",
    "Exchange of {number}",
    "{quantity} pieces",
    "Came back",
    "Pays for this sale",
    "{method} given back",
)
"""All that a receipt says of itself, for the translator."""

METHODS = {
    Method.CASH: "Cash", Method.CARD: "Card", Method.PAYPAL: "PayPal",
    Method.CREDIT: "Gift card",
}  # fmt: skip


def html(receipt: Receipt, speech: Speech) -> str:
    """Return the receipt for a preview, a PDF or the system's printer."""
    return document(receipt, speech).html


def document(receipt: Receipt, speech: Speech, *, by: str = "") -> StripDocument:
    """Return the receipt as it is printed, with its number as a barcode.

    One that was printed before says REPRINT, the how many-th it is, and `by` whom.
    """
    title = f"{speech.translate('Receipt')} {receipt.order_number}"
    made = parts(receipt, speech)
    if receipt.prints:
        made = [*_reprint(receipt.prints + 1, by, speech), *made]
    return StripDocument(title, (*made, Barcode(receipt.order_number)))


def _reprint(count: int, by: str, speech: Speech) -> list[Part]:
    say = speech.translate
    words = say("Print {count}, by {name}").format(count=count, name=by)
    return [Middle(say("REPRINT"), is_bold=True), Middle(words), Rule()]


def parts(receipt: Receipt, speech: Speech) -> list[Part]:
    """Return what is printed, from the store's name down to the thanks."""
    return [
        *head(receipt, speech),
        Rule(),
        *(part for line in receipt.lines for part in line_parts(line, speech)),
        Rule(),
        *_sums(receipt, speech),
        Rule(),
        *(_exchange(receipt.exchange, speech) if receipt.exchange else ()),
        *(part for payment in receipt.payments for part in _payment(payment, speech)),
        Rule(),
        *record_line(receipt.fiscal, speech),
        *_own(speech.footer or speech.translate("Thank you!"), receipt),
    ]


def _own(text: str, receipt: Receipt) -> list[Part]:
    """Return what the store itself writes, its placeholders filled."""
    values = {
        "store": receipt.store_name, "order_number": receipt.order_number,
        "register": receipt.register or "", "cashier": receipt.cashier or "",
        "customer": receipt.customer or "",
    }  # fmt: skip
    return [Middle(line) for line in filled_lines(text, values)]


def head(receipt: Receipt, speech: Speech) -> list[Part]:
    """Return the store, its own lines, and which sale it was."""
    number = Pair(receipt.order_number, speech.moment(receipt.sold_at))
    return [
        *of_store(receipt, speech),
        Rule(),
        number,
        *of_people(receipt, speech, register=receipt.register, cashier=receipt.cashier),
    ]


def of_store(receipt: Receipt, speech: Speech) -> list[Part]:
    """Return the store, with its logo, and its own lines."""
    head = store_parts(receipt.store_name, receipt.store_address, receipt.store_tax_id, speech)
    return head + _own(speech.header, receipt) if speech.header else head


def store_parts(
    name: str, address: tuple[str, ...], tax_id: str | None, speech: Speech
) -> list[Part]:
    """Return the store, with its logo, as every receipt of it begins."""
    head = store_head(name, speech, is_bold=True)
    head += [Middle(line) for line in address if line.strip()]
    if tax_id:
        head.append(Middle(speech.translate("Tax ID {id}").format(id=tax_id)))
    return head


def of_people(
    receipt: Receipt, speech: Speech, *, register: str | None, cashier: str | None
) -> list[Part]:
    """Return who served where, and the customer, as far as they are known."""
    say, people = speech.translate, list[Part]()
    if register and cashier:
        words = say("{register} · served by {cashier}")
        people.append(Remark(words.format(register=register, cashier=cashier)))
    if receipt.customer:
        people.append(Remark(say("Customer: {name}").format(name=receipt.customer)))
    return people


def line_parts(line: ReceiptLine, speech: Speech) -> list[Part]:
    """Return what was sold: pieces, weight, note, and what it cost else."""
    parts: list[Part] = [Pair(line.name, speech.money(line.subtotal))]
    if line.description:
        parts.append(Remark(line.description))
    if line.note:
        parts.append(Remark(line.note))
    if line.usual_price:
        words = speech.translate("{promotion}: was {price}")
        was = speech.money(line.usual_price)
        discount = line.promotion or speech.translate("Discount")
        parts.append(Remark(words.format(promotion=discount, price=was)))
    if line.measure and line.measure.weight is not None:
        parts.append(Remark(weighed(line.measure, speech)))
    elif line.quantity != 1 or line.usual_price:
        words = speech.translate("{quantity} × {price}")
        price = speech.money(line.unit_price)
        parts.append(Remark(words.format(quantity=line.quantity, price=price)))
    return parts


def weighed(measure: LineMeasure, speech: Speech) -> str:
    """Return how a line was weighed: 0.350 kg × 12.99."""
    weight = speech.weight(measure.weight or Decimal(0))
    if measure.kilo_price is None:
        return speech.translate("{weight} kg").format(weight=weight)
    words = speech.translate("{weight} kg × {price}")
    return words.format(weight=weight, price=speech.money(measure.kilo_price))


def _sums(receipt: Receipt, speech: Speech) -> list[Part]:
    say, money = speech.translate, speech.money
    sums: list[Part] = [Pair(say("Subtotal"), money(receipt.subtotal))]
    if receipt.shipping:
        sums.append(Pair(say("Shipping"), money(receipt.shipping)))
    added = receipt.tax_mode is TaxMode.EXCLUSIVE
    words = say("{tax} {rate}") if added else say("{tax} {rate}, included")
    taxes: list[Part] = [
        Pair(
            words.format(tax=tax.name, rate=speech.percent(tax.rate)), money(_of(tax.tax, receipt))
        )
        for tax in receipt.tax_lines
    ]
    total = Pair(say("Total"), money(receipt.total), is_bold=True)
    return [*sums, *taxes, total] if added else [*sums, total, *taxes]


def _exchange(exchange: Exchange, speech: Speech) -> list[Part]:
    """Return what came back for the sale, what that paid, and what went back of it."""
    say, money = speech.translate, speech.money
    words = say("Exchange of {number}").format(number=exchange.order_number)
    parts: list[Part] = [Middle(words, is_bold=True)]
    for line in exchange.lines:
        parts.append(Pair(line.name, money(-line.refund)))
        if line.description:
            parts.append(Remark(line.description))
        if line.quantity != 1:
            parts.append(Remark(say("{quantity} pieces").format(quantity=line.quantity)))
    parts.append(Pair(say("Came back"), money(-exchange.refund)))
    if exchange.credited != exchange.refund:
        parts.append(Pair(say("Pays for this sale"), money(-exchange.credited)))
    for refund in exchange.refunds:
        words = say("{method} given back").format(method=say(METHODS[refund.method]))
        parts.append(Pair(words, money(refund.given), is_bold=True))
        if refund.detail:
            parts.append(Remark(detail_of(refund.detail, refund.left, speech)))
        if refund.rounding:
            parts.append(Pair(say("Rounded for cash"), money(refund.rounding)))
    return [*parts, Rule()]


def _payment(payment: Payment, speech: Speech) -> list[Part]:
    say, money = speech.translate, speech.money
    parts: list[Part] = [Pair(say(METHODS[payment.method]), money(payment.amount))]
    if payment.detail:
        parts.append(Remark(detail_of(payment.detail, payment.left, speech)))
    if odd := _rounding(payment):
        parts.append(Pair(say("Rounded for cash"), money(odd)))
    if payment.tendered is not None and payment.tendered != payment.amount:
        parts.append(Pair(say("Given"), money(payment.tendered)))
    if payment.change:
        parts.append(Pair(say("Change"), money(payment.change), is_bold=True))
    return parts


def detail_of(detail: str, left: Money | None, speech: Speech) -> str:
    """Return what stands under a payment; of a gift card its number, and what is left on it."""
    if left is None:
        return detail
    words = speech.translate("{number}, left on it: {left}")
    return words.format(number=detail, left=speech.money(left))


def _rounding(payment: Payment) -> Money | None:
    """Return what was paid beyond the amount, or less, where small coins are not in use."""
    if payment.tendered is None:
        return None
    kept = payment.tendered - payment.change if payment.change else payment.tendered
    return kept - payment.amount


def _of(amount: Decimal, receipt: Receipt) -> Money:
    return Money(amount, receipt.total.currency)
