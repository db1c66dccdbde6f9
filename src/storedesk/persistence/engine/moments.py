"""Say of a query that all it asks must be seen as of one moment."""

from collections.abc import Callable
from typing import Any, TypeVar

Query = TypeVar("Query", bound=Callable[..., Any])
_MARK = "is_of_one_moment"


def of_one_moment(query: Query) -> Query:
    """Have `query` asked in one transaction: it asks several times, for things that must agree.

    That costs the round trips of its beginning and its end. Statements of which none needs what
    another has found are asked `together` instead.
    """
    setattr(query, _MARK, True)
    return query


def is_of_one_moment(query: Callable[..., Any]) -> bool:
    """Tell whether a query has to be asked in one transaction."""
    return getattr(query, _MARK, False)
