"""The papers of a return: its receipt, and the slip of the gift card that got the money."""

from dataclasses import replace
from uuid import UUID

from storedesk import api
from storedesk.documents import return_receipts
from storedesk.domain.fulfillment import OrderResult, ReturnReceipt
from storedesk.ui.context import PageContext
from storedesk.ui.credit_slips import credit_slip
from storedesk.ui.fiscal_notes import signed
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.paper.strip import Printable


async def receipt_of(context: PageContext, return_id: UUID) -> ReturnReceipt:
    """Read a return as its receipt says it. Not found: order_not_found."""
    back = await context.desk.read(api.orders.return_receipt, return_id)
    return replace(back, fiscal=await signed(context, back.fiscal))


def receipt_paper(context: PageContext, back: ReturnReceipt) -> Printable:
    """Return the receipt of a return."""
    name = tr("{number}-return").format(number=back.order.order_number)
    document = return_receipts.document(back, context.speech())
    return Printable(tr("Receipt of the return"), document, name, context.receipt_paper())


def slip_paper(context: PageContext, back: ReturnReceipt, result: OrderResult) -> Printable | None:
    """Return the slip of the gift card that got the money; None where none did."""
    if result.credit is None:
        return None
    return credit_slip(context, result.credit, back.returned_at, added=result.refunded)
