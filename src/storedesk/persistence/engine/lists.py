"""Select, order and page through the rows of lists."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, TypeVarTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    LargeBinary,
    Select,
    Subquery,
    Text,
    func,
    literal,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

SLICE = 4096 * 16
"""Bytes of a key vector that travel in one value."""
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


def by_text(*columns: Any) -> tuple[ColumnElement[Any], ...]:
    """Return what a list is sorted by that people read by such texts: ä as a, then as written."""
    keys = (func.storedesk.sort_key(column, type_=Text()) for column in columns)
    return (*keys, *columns)


def ordered(
    chosen: Select[*Ts], order: Sequence[ColumnElement[Any]], *, descending: bool
) -> Select[*Ts]:
    """Put a list in order; the last column of `order` settles every tie."""
    return chosen.order_by(*(column.desc() if descending else column for column in order))


def led_by(
    chosen: Select[UUID], order: Sequence[ColumnElement[Any]], limit: int, *, descending: bool
) -> tuple[Subquery, list[ColumnElement[Any]]]:
    """Select the first keys of a list, and how rows that are joined to them are put in order.

    So they are found before anything is joined, whatever the planner thinks of how many there are.
    """
    named = [column.label(f"by_{place}") for place, column in enumerate(order)]
    keys = ordered(chosen.add_columns(*named), order, descending=descending)
    first = keys.limit(as_written(limit)).subquery("first")
    by = [first.c[column.name] for column in named]
    return first, [column.desc() if descending else column for column in by]


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
