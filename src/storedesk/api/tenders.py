"""Write what a customer pays with as commands read it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import literal
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.domain.till import Tender


def tender_documents(tenders: Sequence[Tender]) -> Any:
    """Write what a customer pays with as commands read it."""
    return literal([tender_document(one) for one in tenders], JSONB)


def tender_document(tender: Tender) -> dict[str, Any]:
    """Write one of them."""
    return {
        "id": str(tender.id),
        "method": tender.method.value,
        "amount": str(tender.amount.amount),
        "tendered": None if tender.tendered is None else str(tender.tendered.amount),
        "card_brand": tender.card_brand,
        "last_four": tender.last_four,
        "reference": tender.reference,
        "paypal_email": tender.paypal_email,
    }
