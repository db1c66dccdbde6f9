"""Write many rows in one statement, instead of row by row as executemany does."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Table, bindparam, column, func, insert, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from storedesk.persistence.rows.base import Base

Values = Sequence[Mapping[str, Any]]
BATCH = 2_000
"""Rows a statement: a server is not to hold a whole catalog as one value, nor be long silent."""


Heard: TypeAlias = Callable[[int], object]
"""Hears how many further rows are written."""


def add(session: Session, row: type[Base], values: Values, heard: Heard = int) -> None:
    """Insert rows, all of which have the same columns; the server fills in the others."""
    table = _table(row)
    if len(values) == 1:  # the usual form, with less ado
        session.execute(insert(table), dict(values[0]))
        heard(1)
        return
    for batch in _batches(values):
        names = list(batch[0])
        given = _given(table, names)
        chosen = select(*(given.c[name] for name in names))
        statement = insert(table).from_select(names, chosen, include_defaults=False)
        session.execute(statement, {"given": _jsonable(batch)})
        heard(len(batch))


def change(
    session: Session, row: type[Base], values: Values, *, key: str = "id", heard: Heard = int
) -> None:
    """Update the rows that `key` names with the other columns of `values`."""
    table = _table(row)
    if len(values) == 1:
        wanted = {name: value for name, value in values[0].items() if name != key}
        session.execute(update(table).where(table.c[key] == values[0][key]).values(wanted))
        heard(1)
        return
    for batch in _batches(values):
        names = list(batch[0])
        given = _given(table, names)
        new = {name: given.c[name] for name in names if name != key}
        statement = update(table).values(new).where(table.c[key] == given.c[key])
        session.execute(statement, {"given": _jsonable(batch)})
        heard(len(batch))


def _given(table: Table, names: Sequence[str]) -> Any:
    columns = [column(name, table.c[name].type) for name in names]
    given = func.jsonb_to_recordset(bindparam("given", type_=JSONB))
    return given.table_valued(*columns, name="given").render_derived(with_types=True)


def _batches(values: Values) -> list[Values]:
    return [values[at : at + BATCH] for at in range(0, len(values), BATCH)]


def _jsonable(batch: Values) -> Any:
    return json.loads(json.dumps(list(batch), default=str))


def _table(row: type[Base]) -> Table:
    table = row.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{row.__name__} is no table")
    return table
