"""The type of an answer: a JSON document, read into a value as it arrives."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from sqlalchemy import Dialect
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator

T = TypeVar("T")
Document = dict[str, Any]
"""An object of a JSON document: money and rates are text, times are ISO in UTC without zone."""


class Answer(TypeDecorator[T], Generic[T]):
    """The type of a command's answer: a document that `read` makes a T of."""

    impl = JSONB
    cache_ok = True

    def __init__(self, read: Callable[[Any], T]) -> None:
        super().__init__()
        self.read = read

    def process_result_value(self, value: Any, dialect: Dialect) -> T | None:  # noqa: ARG002
        """Read the document; NULL stays None."""
        return None if value is None else self.read(value)


def nothing(_: Document) -> None:
    """Read an answer that says no more than that it is done."""
