"""Imports of a catalog: what the rows of a form cannot do."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Uuid, literal
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import NullType

from storedesk.domain.importing.stock import StockImport, StockSet
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def begin_import() -> Command[object]:
    """Hold imports of others until the end of this transaction."""
    return func.api.begin_import(type_=NullType())


def import_opening_stock(request: UUID, levels: Mapping[UUID, int], reason: str) -> Command[object]:
    """Give products that never had any their first stock.

    Refuses: already_stocked, lists_differ.
    """
    return func.api.import_opening_stock(
        request, _ids(levels), _numbers(levels.values()), reason, type_=NullType()
    )


def begin_stock_import(  # noqa: PLR0913 as the command has them
    request: UUID,
    *,
    files: str,
    products: Sequence[UUID],
    seen: Sequence[int],
    levels: Sequence[int],
    reason: str,
) -> Command[StockImport | None]:
    """Write down which stock is to be set: nothing moves yet.

    `files` tells files from others: where an import of the same was interrupted, that goes on, and
    the lists are not looked at. Answers None where nothing is to be set.

    Refuses: lists_differ.
    """
    return func.api.begin_stock_import(
        request,
        files,
        _ids(products),
        _numbers(seen),
        _numbers(levels),
        reason,
        type_=Answer(lambda told: StockImport(UUID(told["import_id"]), told["waiting"])),
    )


def set_imported_stock(request: UUID, import_id: UUID, *, most: int) -> Command[StockSet]:
    """Set the stock of the next products of an import, `most` of them at most.

    What moved since somebody looked, is deleted, or is reserved beyond it stays as it is.

    Refuses: stock_import_over.
    """
    return func.api.set_imported_stock(
        request, import_id, most, type_=Answer(lambda told: StockSet(told["set"], told["waiting"]))
    )


def end_stock_import(request: UUID, import_id: UUID) -> Command[int]:
    """End an import of which nothing waits; answers with how many were left as they are.

    Refuses: stock_import_over, stock_import_unfinished.
    """
    return func.api.end_stock_import(request, import_id, type_=Integer())


def _ids(ids: Iterable[UUID]) -> ColumnElement[Any]:
    return literal(list(ids), ARRAY(Uuid()))


def _numbers(numbers: Iterable[int]) -> ColumnElement[Any]:
    return literal(list(numbers), ARRAY(Integer()))
