"""Make the slip of a gift card: with the code of a new one, as a barcode and in groups."""

from datetime import datetime

from storedesk.documents import gift_cards
from storedesk.domain.credit_slips import CreditSlip
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.paper.strip import Printable


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
    made = gift_cards.document(slip, context.speech())
    return Printable(title, made, title, context.credit_paper(), is_money=bool(card.code))
