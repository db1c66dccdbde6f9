"""Imports of past sales: those of another program, with its own numbers."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, literal
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.domain.importing.past_sales import PastImported, PastLine
from storedesk.persistence.decode.answer import Answer, Document
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def begin_past_import(request: UUID, *, files: str) -> Command[UUID]:
    """Begin an import of past sales from files of these names; answers with its id.

    Refuses: card_number, name_missing, text_control, text_too_long.
    """
    return func.api.begin_past_import(
        request, files, type_=Answer(lambda told: UUID(told["import_id"]))
    )


def add_past_sales(request: UUID, import_id: UUID, lines: Iterable[PastLine]) -> Command[int]:
    """Add lines to an import that has not ended; answers with how many.

    Refuses: past_import_over, past_order_known, too_many.
    """
    return func.api.add_past_sales(request, import_id, _written(lines), type_=Integer())


def end_past_import(request: UUID, import_id: UUID) -> Command[PastImported]:
    """End an import: it counts from now on.

    Refuses: past_import_over.
    """

    def read(told: Document) -> PastImported:
        return PastImported(
            import_id, told["orders"], told["lines"], told["matched"], Decimal(told["amount"])
        )

    return func.api.end_past_import(request, import_id, type_=Answer(read))


def undo_past_import(request: UUID, import_id: UUID) -> Command[int]:
    """Take an import away with all that it brought; answers with how many lines that were.

    Refuses: past_import_not_found.
    """
    return func.api.undo_past_import(request, import_id, type_=Integer())


def _written(lines: Iterable[PastLine]) -> ColumnElement[Any]:
    given = [
        {
            "number": line.number,
            "sold_at": line.sold_at.isoformat(),
            "code": line.code,
            "name": line.name or None,
            "quantity": line.quantity,
            "price": str(line.price),
            "customer": line.customer or None,
            "country": line.country or None,
        }
        for line in lines
    ]
    return literal(given, JSONB())
