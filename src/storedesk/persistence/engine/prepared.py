"""Compile frequent queries once instead of for every page."""

from collections.abc import Sequence
from contextlib import nullcontext
from functools import lru_cache
from typing import Any

import psycopg
from sqlalchemy import Dialect, Select, make_url
from sqlalchemy.orm import Session

from storedesk.persistence.engine.errors import explained_on


class Written:
    """A statement as the driver takes it: what differs each time are its named parameters.

    Composing a page of a list and finding it among what was compiled before takes as long as the
    server needs to answer. Parameters are None until they are given. Values are psycopg's own: a
    column of a type that SQLAlchemy translates cannot be read so.
    """

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        compiled = statement.compile(
            dialect=_dialect(), compile_kwargs={"render_postcompile": True}
        )
        self._text = str(compiled)
        self._fixed = dict(compiled.params)

    def rows(self, session: Session, **parameters: Any) -> Sequence[tuple[Any, ...]]:
        """Return what it finds with these values for its `bindparam`s.

        If it is the first that is asked in a transaction, it travels with the beginning of that.
        """
        connection = session.connection()
        line: psycopg.Connection[Any] = connection.connection.driver_connection  # type: ignore[assignment]
        with explained_on(line, connection.invalidate), line.cursor() as cursor:
            with nullcontext() if line.autocommit else line.pipeline():
                cursor.execute(self._text, self._fixed | parameters)
            return cursor.fetchall()


@lru_cache(maxsize=1)
def _dialect() -> Dialect:
    return make_url("postgresql+psycopg://").get_dialect()()
