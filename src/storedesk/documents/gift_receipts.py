"""Write a gift receipt: what was sold, without prices, with the order's number to return it by."""

from dataclasses import replace

from storedesk.documents.receipts import head
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
from storedesk.domain.orders import Receipt, ReceiptLine

WORDS = (
    "Gift receipt",
    "Bring this receipt to return or exchange the goods.",
)
"""All that a gift receipt says beside the words of a receipt, for the translator."""


def document(receipt: Receipt, speech: Speech) -> StripDocument:
    """Return the gift receipt as it is printed, with the order's number as a barcode."""
    title = f"{speech.translate('Gift receipt')} {receipt.order_number}"
    return StripDocument(title, (*parts(receipt, speech), Barcode(receipt.order_number)))


def parts(receipt: Receipt, speech: Speech) -> list[Part]:
    """Return what is printed: no price, no tax, no payment, and not who bought it."""
    say = speech.translate
    return [
        *head(replace(receipt, customer=None), speech),
        Middle(say("Gift receipt"), is_bold=True),
        Rule(),
        *(part for line in receipt.lines for part in _line(line)),
        Rule(),
        Middle(say("Bring this receipt to return or exchange the goods.")),
    ]


def _line(line: ReceiptLine) -> list[Part]:
    parts: list[Part] = [Pair(line.name, f"{line.quantity} ×")]
    return [*parts, Remark(line.description)] if line.description else parts
