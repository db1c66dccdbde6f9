"""Print one paper of each kind on trial: nothing on it was ever sold."""

from datetime import UTC, datetime

from storedesk.documents import barcodes, packing_slips
from storedesk.documents.sample_order import sample_order
from storedesk.domain.credit_slips import CreditSlip
from storedesk.ui.context import PageContext
from storedesk.ui.credit_slips import credit_slip
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.paper.barcode import bars
from storedesk.ui.kit.paper.printing import Page, to_printer
from storedesk.ui.preferences.receipt_printer import outcome, sample

NUMBER = "SC-000000"
"""The account of credit on the trial: none has that number."""


async def print_on_trial(context: PageContext, what: str) -> str:
    """Print what the row of that name chooses a printer for; return what is known of it.

    Unavailable: see ReceiptPaper.print and to_printer.
    """
    match what:
        case "receipts":
            await context.receipt_paper().print(sample(context), opens_drawer=True)
            return outcome(context.device)
        case "credit":
            await _credit(context)
        case "slips":
            await _slip(context)
        case _:
            await to_printer(sample(context).html, Page(), printer=context.page_printer)
    return tr("Sent to the printer.")


async def _credit(context: PageContext) -> None:
    account = CreditSlip(NUMBER, context.zero())
    slip = credit_slip(context, account, context.format.instant(), added=context.zero())
    await context.credit_paper().print(slip.document)


async def _slip(context: PageContext) -> None:
    speech, now = context.speech(), datetime.now(UTC).replace(tzinfo=None)
    order = sample_order(context.store, speech, now)
    drawn = bars(barcodes.code_128(order.number))
    pictures = dict.fromkeys(packing_slips.codes([order]), drawn)
    html = packing_slips.html([order], context.store, speech)
    await to_printer(html, context.slip_page(), printer=context.slip_printer(), pictures=pictures)
