"""What lists have in common: choosing, ordering, and long keys."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, TypeVarTuple
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Integer,
    LargeBinary,
    Select,
    Subquery,
    Text,
    Uuid,
    func,
    literal,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from storedesk.persistence.rows import CategoryRow, ProductRow

SLICE = 4096 * 16
"""Bytes of a key vector that travel in one value."""
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


def found_by(words: str | ColumnElement[Any], *, fuzzy: bool = False) -> Select[UUID]:
    """Select the ids of what a search finds; the server leaves out what is not to be seen.

    `words` are what was typed, or an array of them that is a parameter (see `Written`).
    """
    array = literal(words.split(), ARRAY(Text())) if isinstance(words, str) else words
    found = func.api.find_products(array, fuzzy, type_=Uuid()).column_valued("found")
    return select(found)


def first_found(words: ColumnElement[Any], limit: int, *, descending: bool) -> Subquery:
    """Select the ids of what a search finds first in the order of names; none is deleted."""
    way = literal(descending, Boolean(), literal_execute=True)
    found = func.api.first_products(words, as_written(limit), way, type_=Uuid())
    return select(found.column_valued("id")).subquery("found")


def subtree(category_id: UUID | ColumnElement[UUID]) -> Select[UUID]:
    """Select a category and all below it."""
    top = select(CategoryRow.id).where(CategoryRow.id == category_id).cte("subtree", recursive=True)
    below = select(CategoryRow.id).join(top, CategoryRow.parent_category_id == top.c.id)
    every = top.union(below)
    return select(every.c.id)


def is_chosen(
    search: str | ColumnElement[Any],
    category_id: UUID | ColumnElement[UUID] | None,
    *,
    deleted: bool = False,
) -> list[ColumnElement[bool]]:
    """Say in which way a product has to match what a list is narrowed to."""
    conditions = [ProductRow.is_deleted.expression if deleted else ~ProductRow.is_deleted]
    if not isinstance(search, str) or search.strip():
        conditions.append(ProductRow.id.in_(found_by(search)))
    if category_id is not None:
        conditions.append(ProductRow.category_id.in_(subtree(category_id)))
    return conditions


def by_text(*columns: Any) -> tuple[ColumnElement[Any], ...]:
    """Return what a list is sorted by that people read by such texts: ä as a, then as written."""
    keys = (func.storedesk.sort_key(column, type_=Text()) for column in columns)
    return (*keys, *columns)


def ordered(
    chosen: Select[*Ts], order: Sequence[ColumnElement[Any]], *, descending: bool
) -> Select[*Ts]:
    """Put a list in order; the last column of `order` settles every tie."""
    return chosen.order_by(*(column.desc() if descending else column for column in order))


def as_written(limit: int) -> ColumnElement[int]:
    """Write a limit into the statement: as a parameter it would have every page planned anew."""
    return literal(limit, Integer(), literal_execute=True)


def key_vector(session: Session, chosen: Select[UUID]) -> bytes:
    """Return the ids of a whole list in its order, 16 bytes each.

    The order is that of the subquery, so that an index may give it: `string_agg(... ORDER BY ...)`
    would sort everything once more. They come in slices: a line keeps room for the longest value
    that it ever carried, and a million keys are 32 MB on their way, for each line of the pool.
    """
    keys = chosen.subquery("keys")
    key = next(iter(keys.c))
    joined = func.string_agg(func.uuid_send(key), literal(b"", LargeBinary()), type_=LargeBinary())
    whole = select(joined.label("vector")).subquery("whole")
    last = (func.length(whole.c.vector, type_=Integer()) - 1) // as_written(SLICE)
    numbers = func.generate_series(as_written(0), last, type_=Integer())
    cut = select(whole.c.vector, numbers.label("at")).subquery("cut")
    part = func.substr(cut.c.vector, cut.c.at * as_written(SLICE) + 1, as_written(SLICE))
    slices = session.execute(select(cut.c.at, type_coerce(part, LargeBinary())))
    return b"".join(keys for _, keys in sorted((at, keys) for at, keys in slices))


def in_order(ids: Sequence[UUID], lines: Mapping[UUID, T]) -> list[T]:
    """Return the lines in the order asked; what is no longer there is left out."""
    return [lines[key] for key in ids if key in lines]
