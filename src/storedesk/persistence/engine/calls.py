"""Call commands through the driver itself, without the cost of making and compiling a query.

The types are SQLAlchemy's all the same: what is sent and what is answered is made by them.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial
from typing import Any, Generic, NamedTuple, TypeVar, cast
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Boolean,
    ClauseElement,
    Function,
    Integer,
    Null,
    Numeric,
    String,
    Text,
    Uuid,
    literal,
)
from sqlalchemy import func as functions
from sqlalchemy.dialects.postgresql.psycopg import dialect
from sqlalchemy.types import ARRAY, NullType, TypeDecorator, TypeEngine

T = TypeVar("T")
Kind = Any
"""A class of SQLAlchemy's types."""
DIALECT = dialect()  # type: ignore[no-untyped-call]


class Call(NamedTuple):
    """A statement as psycopg takes it."""

    words: str
    values: tuple[Any, ...]


class Command(Generic[T]):
    """A call of a function in schema api, not made yet, that will answer with a T.

    SQLAlchemy takes it for that function wherever one may stand in a query.
    """

    packagenames = ("api",)

    def __init__(self, name: str, *arguments: Any, type_: TypeEngine[T] | None = None) -> None:
        self.name, self.arguments = name, arguments
        self.type: TypeEngine[Any] = NullType() if type_ is None else type_

    @property
    def function(self) -> Function[T]:
        """The call as SQLAlchemy has it."""
        made: Function[T] = getattr(functions.api, self.name)(*self.arguments, type_=self.type)
        return made

    def __clause_element__(self) -> Function[T]:
        return self.function


class _Schema:
    """Makes commands of a schema by their names."""

    def __getattr__(self, name: str) -> Callable[..., Command[Any]]:
        return partial(Command, name)


class func:  # noqa: N801 as SQLAlchemy's, which takes forty times as long to make a call
    """Makes commands by their names."""

    api = _Schema()


class Texts(ARRAY[str]):
    """A list of texts: unlike other lists it is written down without SQLAlchemy."""

    def __init__(self) -> None:
        super().__init__(Text())


KINDS: dict[object, Kind] = {UUID: Uuid, str: String, bool: Boolean, Decimal: Numeric}
"""The types of plain values whose type says all; as SQLAlchemy takes them."""


def written(command: Command[Any] | Function[Any]) -> Call | None:
    """Write a call with plain values down; None for one that has more in it."""
    given = command.arguments if isinstance(command, Command) else command.clauses
    kinds: list[Kind | None] = []
    values: list[Any] = []
    for argument in given:
        if argument is None or isinstance(argument, Null):
            kinds.append(None)
            continue
        kind, value = _kind(argument), argument
        if kind is None:
            bound = argument if isinstance(argument, ClauseElement) else literal(argument)
            if not isinstance(bound, BindParameter):
                return None
            if isinstance(bound.type, ARRAY) and not isinstance(bound.type, Texts):
                return None
            kind, value = cast(Kind, type(bound.type)), bound.value
        kinds.append(kind)
        values.append(_sender(kind)(value))
    return Call(_words((*command.packagenames, command.name), tuple(kinds)), tuple(values))


def _kind(value: Any) -> Kind | None:
    if type(value) is int:
        return Integer if value.bit_length() < 32 else BigInteger  # noqa: PLR2004 as SQLAlchemy
    return KINDS.get(type(value))


def read(command: Command[T] | Function[T], value: Any) -> T:
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
