"""Define quick keys: the products that a till offers to be sold with one touch."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from storedesk.domain.catalog import ProductLine

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class QuickBoard:
    """The quick keys of a category, or those of the first board."""

    lines: tuple[ProductLine, ...]
    """What is on sale: as the shop has arranged it, or else what sold most."""
    arranged: tuple[UUID, ...] = ()
    """What the shop has arranged, as far as the asker sees it; nothing where it has not."""
    resting: tuple[UUID, ...] = ()
    """What of that is not on sale at present, and may be again."""


def moved(keys: Sequence[T], at: int, to: int) -> list[T]:
    """Return `keys` with the one at place `at` at place `to`; those between move up."""
    rest = [*keys[:at], *keys[at + 1 :]]
    return [*rest[:to], keys[at], *rest[to:]]
