"""Write the receipt of a return without a receipt: what came back, and where the money went."""

from storedesk.documents.fiscal_lines import record_line
from storedesk.documents.receipts import METHODS, detail_of, store_parts
from storedesk.documents.return_receipts import taxes_back
from storedesk.documents.strip import (
    Middle,
    Pair,
    Part,
    Remark,
    Rule,
    Speech,
    StripDocument,
)
from storedesk.domain.open_returns import OpenReturnReceipt
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxMode

WORDS = (
    "Return without a receipt",
    "Return {number}",
    "Tax ID {id}",
    "{register} · taken back by {name}",
    "{quantity} pieces",
    "{tax} {rate}, in this return",
    "Given back",
    "Cash",
    "Gift card",
    "{number}, left on it: {left}",
    "Rounded for cash",
    "Reason: {reason}",
    "Fiscal record {number}: {digits}",
    "Signed by the simulator: {signature}",
    "Not signed yet.",
)
"""All that this receipt says of itself, for the translator."""


def html(back: OpenReturnReceipt, speech: Speech) -> str:
    """Return the receipt for a preview, a PDF or the system's printer."""
    return document(back, speech).html


def document(back: OpenReturnReceipt, speech: Speech) -> StripDocument:
    """Return the receipt as it is printed."""
    title = speech.translate("Return {number}").format(number=back.number)
    return StripDocument(title, tuple(parts(back, speech)))


def parts(back: OpenReturnReceipt, speech: Speech) -> list[Part]:
    """Return what is printed, from the store's name down to the reason."""
    say = speech.translate
    taxes = taxes_back(back.tax_lines, back.refund.currency, speech)
    total = Pair(say("Given back"), speech.money(back.refund), is_bold=True)
    return [
        *_head(back, speech),
        Rule(),
        *(part for line in back.lines for part in _line(line, speech)),
        Rule(),
        *([*taxes, total] if back.tax_mode is TaxMode.EXCLUSIVE else [total, *taxes]),
        Rule(),
        *_paid(back, speech),
        Rule(),
        Remark(say("Reason: {reason}").format(reason=back.reason)),
        *record_line(back.fiscal, speech),
    ]


def _head(back: OpenReturnReceipt, speech: Speech) -> list[Part]:
    say = speech.translate
    head = store_parts(back.store_name, back.store_address, back.store_tax_id, speech)
    number = say("Return {number}").format(number=back.number)
    by = say("{register} · taken back by {name}")
    return [
        *head,
        Middle(say("Return without a receipt"), is_bold=True),
        Rule(),
        Pair(number, speech.moment(back.returned_at)),
        Remark(by.format(register=back.register, name=back.by)),
    ]


def _line(line: tuple[str, str | None, int, Money], speech: Speech) -> list[Part]:
    name, description, quantity, amount = line
    parts: list[Part] = [Pair(name, speech.money(amount))]
    if description:
        parts.append(Remark(description))
    if quantity != 1:
        parts.append(Remark(speech.translate("{quantity} pieces").format(quantity=quantity)))
    return parts


def _paid(back: OpenReturnReceipt, speech: Speech) -> list[Part]:
    say = speech.translate
    given = back.refund if back.cash is None else back.cash
    parts: list[Part] = [Pair(say(METHODS[back.method]), speech.money(given))]
    if back.account:
        parts.append(Remark(detail_of(back.account, back.left, speech)))
    if rounding := given - back.refund:
        parts.append(Pair(say("Rounded for cash"), speech.money(rounding)))
    return parts
