"""Call commands through the driver itself, without the cost of compiling a query.

The types are SQLAlchemy's all the same: what is sent and what is answered is made by them.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import BindParameter, Function, Null
from sqlalchemy.dialects.postgresql.psycopg import dialect
from sqlalchemy.types import ARRAY, NullType, TypeDecorator

T = TypeVar("T")
Kind = Any
"""A class of SQLAlchemy's types."""
DIALECT = dialect()  # type: ignore[no-untyped-call]


class Call(NamedTuple):
    """A statement as psycopg takes it."""

    words: str
    values: tuple[Any, ...]


def written(command: Function[Any]) -> Call | None:
    """Write a call with plain values down; None for one that has more in it."""
    kinds: list[Kind | None] = []
    values: list[Any] = []
    for argument in command.clauses:
        if isinstance(argument, Null):
            kinds.append(None)
        elif isinstance(argument, BindParameter) and not isinstance(argument.type, ARRAY):
            kind: Kind = type(argument.type)
            kinds.append(kind)
            values.append(_sender(kind)(argument.value))
        else:
            return None
    return Call(_words((*command.packagenames, command.name), tuple(kinds)), tuple(values))


def read(command: Function[T], value: Any) -> T:
    """Read what a call of `command` was answered."""
    if isinstance(command.type, TypeDecorator):
        return command.type.process_result_value(value, DIALECT)  # type: ignore[return-value]
    kind: Kind = type(command.type)
    answer: T = _reader(kind)(value)
    return answer


@cache
def _words(name: tuple[str, ...], kinds: tuple[Kind | None, ...]) -> str:
    """Write the call, each value with its type, as SQLAlchemy would."""
    return f"SELECT {'.'.join(name)}({', '.join(map(_hole, kinds))})"


def _hole(kind: Kind | None) -> str:
    if kind is None:
        return "NULL"
    return "%s" if issubclass(kind, NullType) else f"%s::{kind().compile(DIALECT)}"


@cache
def _sender(kind: Kind) -> Callable[[Any], Any]:
    return kind().dialect_impl(DIALECT).bind_processor(DIALECT) or _as_it_is


@cache
def _reader(kind: Kind) -> Callable[[Any], Any]:
    return kind().dialect_impl(DIALECT).result_processor(DIALECT, None) or _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
