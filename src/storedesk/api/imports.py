"""Imports of a catalog: what the rows of a form cannot do."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Integer, Uuid, func, literal
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import NullType

from storedesk.persistence.engine.database import Command


def begin_import() -> Command[object]:
    """Hold imports of others until the end of this transaction."""
    return func.api.begin_import(type_=NullType())


def import_opening_stock(request: UUID, levels: Mapping[UUID, int], reason: str) -> Command[object]:
    """Give products that never had any their first stock.

    Refuses: already_stocked, lists_differ.
    """
    return func.api.import_opening_stock(
        request,
        literal(list(levels), ARRAY(Uuid())),
        literal(list(levels.values()), ARRAY(Integer())),
        reason,
        type_=NullType(),
    )
