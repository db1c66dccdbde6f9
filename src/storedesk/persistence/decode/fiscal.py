"""Decode what the database answers about fiscal records."""

from storedesk.domain.fiscal import FiscalNote, FiscalSpan
from storedesk.persistence.decode.answer import Document


def fiscal_note(payload: Document | None) -> FiscalNote | None:
    """Read what a receipt says of its record; None where it has none."""
    return FiscalNote(payload["number"], payload["hash"]) if payload else None


def fiscal_span(payload: Document | None) -> FiscalSpan | None:
    """Read the first and the last record of a shift; None where it has none."""
    return FiscalSpan(payload["first"], payload["last"]) if payload else None
