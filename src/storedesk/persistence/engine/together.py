"""Ask several questions in one round trip, as of one moment."""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from operator import itemgetter
from typing import Any
from uuid import UUID

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import BindParameter, Select, TextClause, Uuid, bindparam, inspect
from sqlalchemy.dialects.postgresql.psycopg import dialect
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeDecorator

from storedesk.persistence.engine.errors import explained_on

DIALECT = dialect()  # type: ignore[no-untyped-call]
KEY: BindParameter[UUID] = bindparam("key", None, type_=Uuid())
"""What a record's parts are asked by, before anybody has said which it is."""
Taker = Callable[[Sequence[Any]], Any]
"""Takes one value out of what the driver returns of a row."""


class Part:
    """One of the questions that are asked together: a statement with named parameters.

    It is made and compiled when it is first asked, and kept. A row is what `session.execute`
    returns of it, or `session.scalars` if it selects one thing: mapped rows are plain tuples with
    the names of their columns.
    """

    def __init__(self, make: Callable[[], Select[*tuple[Any, ...]]]) -> None:
        self._make = make

    @cached_property
    def asked(self) -> tuple[str, dict[str, Any]]:
        """The words for the driver, and the values that are always the same."""
        statement = self._make()
        columns = [one for entry in _entries(statement) for one in _columns(entry)]
        compiled = statement.with_only_columns(*columns).compile(
            dialect=DIALECT, compile_kwargs={"render_postcompile": True}
        )
        return str(compiled), dict(compiled.params)

    def read(self, rows: Iterable[Sequence[Any]]) -> list[Any]:
        """Return the rows that the driver returned as those of the statement."""
        takers = self._takers
        if len(takers) == 1:
            return [takers[0](row) for row in rows]
        return [tuple(take(row) for take in takers) for row in rows]

    @cached_property
    def _takers(self) -> list[Taker]:
        takers: list[Taker] = []
        at = 0
        for entry in _entries(self._make()):
            columns = _columns(entry)
            takers.append(_taker(entry, columns, at))
            at += len(columns)
        return takers


class TextPart(Part):
    """One of them that is written as text; its rows are as the driver returns them."""

    def __init__(self, statement: TextClause, **values: Any) -> None:
        """`values` are for what the statement names and the other parts have otherwise."""
        self._statement, self._values = statement, values

    @cached_property
    def asked(self) -> tuple[str, dict[str, Any]]:
        """The words for the driver, and the values of its own."""
        return str(self._statement.compile(dialect=DIALECT)), self._values

    def read(self, rows: Iterable[Sequence[Any]]) -> list[Any]:
        """Return the rows."""
        return list(rows)


def together(session: Session, *parts: Part, **parameters: Any) -> list[list[Any]]:
    """Return the rows of each part; of `parameters` each takes those that it names."""
    connection = session.connection()
    line: psycopg.Connection[Any] = connection.connection.driver_connection  # type: ignore[assignment]
    asked = [part.asked for part in parts]
    with explained_on(line, connection.invalidate), _whole(line):
        with line.pipeline():
            cursors = [line.execute(words, fixed | parameters) for words, fixed in asked]
        found = [one.fetchall() if one.description else [] for one in cursors]
    return [part.read(rows) for part, rows in zip(parts, found, strict=True)]


@contextmanager
def _whole(line: psycopg.Connection[Any]) -> Iterator[None]:
    """End a transaction that was begun among what was asked and not committed."""
    try:
        yield
    except psycopg.Error:
        if line.info.transaction_status is TransactionStatus.INERROR:
            line.rollback()
        raise


def _entries(statement: Select[*tuple[Any, ...]]) -> list[Any]:
    return [one["expr"] for one in statement.column_descriptions]


def _columns(entry: Any) -> list[Any]:
    """Return what is selected of a mapped class, but for what is only read when asked for."""
    mapper = _mapper(entry)
    if mapper is None:
        return [entry]
    return [getattr(entry, one.key) for one in mapper.column_attrs if not one.deferred]


def _mapper(entry: Any) -> Any:
    found = inspect(entry, raiseerr=False)
    return found if getattr(found, "is_mapper", False) else None


def _taker(entry: Any, columns: Sequence[Any], at: int) -> Taker:
    readers = [_reader(one) for one in columns]
    mapper = _mapper(entry)
    if mapper is None:
        return _value(at, readers[0])
    names = [one.key for one in columns]
    row_of: Any = namedtuple("Row", names)  # type: ignore[misc]  # noqa: PYI024 a table's names
    end, (key, *_) = at + len(columns), mapper.primary_key
    key_at = at + names.index(mapper.get_property_by_column(key).key)

    def take(row: Sequence[Any]) -> Any:
        """Return the mapped row; None where an outer join has found none."""
        if row[key_at] is None:
            return None
        values = zip(readers, row[at:end], strict=True)
        return row_of._make(read(value) if read else value for read, value in values)

    return take


def _value(at: int, read: Callable[[Any], Any] | None) -> Taker:
    if read is None:
        return itemgetter(at)
    return lambda row: read(row[at])


def _reader(column: Any) -> Callable[[Any], Any] | None:
    """Return what makes a value of a document; all other values are the driver's own."""
    kind = column.type
    if not isinstance(kind, TypeDecorator) or kind.process_result_value == _untouched(kind):
        return None
    return lambda value: kind.process_result_value(value, DIALECT)


def _untouched(kind: TypeDecorator[Any]) -> Any:
    return TypeDecorator.process_result_value.__get__(kind)
