"""What the till shows beside its sale."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from storedesk.api.receipts import LAST
from storedesk.api.till import PARKED
from storedesk.domain.orders import Receipt
from storedesk.domain.shifts import Shift
from storedesk.domain.till import ParkedSale
from storedesk.persistence.engine.together import together
from storedesk.queries.shifts import PEOPLE, SHIFT, shift


@dataclass(frozen=True, slots=True)
class AtTill:
    """The sales that are put aside, the open shift, and the last receipt of this till."""

    parked: tuple[ParkedSale, ...]
    shift: Shift | None
    receipt: Receipt | None


def at_till(session: Session, register_id: UUID, *, with_receipt: bool) -> AtTill:
    """Return what a till shows beside its sale; the last receipt only if it is wanted."""
    parts = [PARKED, SHIFT, PEOPLE, *[LAST] * with_receipt]
    parked, shifts, people, *receipts = together(session, *parts, register=register_id)
    last = receipts[0][0] if receipts else None
    return AtTill(parked[0] or (), shift(shifts, people), last)
