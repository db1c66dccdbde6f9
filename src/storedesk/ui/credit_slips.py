"""Make the slip of a gift card: with the code of a new one, as a barcode and in groups."""

from dataclasses import dataclass
from datetime import datetime

from storedesk.documents import gift_cards
from storedesk.documents.strip import StripDocument
from storedesk.domain.credit import CreditSlip
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr


@dataclass(frozen=True, slots=True)
class Printable:
    """What can be printed or kept as a PDF: its title, itself, and the name of its file."""

    title: str
    document: StripDocument
    file_name: str


def credit_slip(
    context: PageContext, card: CreditSlip, at: datetime, *, added: Money | None = None
) -> Printable:
    """Return the slip of an account; without a code it says that `added` was put on it."""
    slip = gift_cards.GiftSlip(
        store=context.store.name,
        number=card.number,
        balance=card.balance,
        at=at,
        code=card.code,
        added=None if card.code else added,
    )
    title = tr("Gift card {number}").format(number=card.number)
    return Printable(title, gift_cards.document(slip, context.speech()), title)
