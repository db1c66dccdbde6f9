"""Have the fiscal record of a paper signed before it is printed, if that does not take long."""

from storedesk.domain.fiscal import FiscalNote
from storedesk.ui.context import PageContext


async def signed(context: PageContext, note: FiscalNote | None) -> FiscalNote | None:
    """Return the note with its signature, or that it is awaited; as it is where nobody signs."""
    if note is None or context.signing is None:
        return note
    return await context.signing.signed(note)
