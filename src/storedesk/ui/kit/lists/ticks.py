"""Remember which rows of a long list are ticked: some, or all that match except a few."""

from collections.abc import Iterable
from uuid import UUID

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.lists.vector import KeyVector


class Ticks:
    """A set of keys that can also be "all that match", without naming a million of them."""

    def __init__(self) -> None:
        self.is_all = False
        """Everything that matches is ticked, but for the keys named."""
        self._named: set[UUID] = set()

    def holds(self, key: UUID) -> bool:
        """Tell whether a row is ticked."""
        return (key in self._named) != self.is_all

    def put(self, keys: Iterable[UUID], *, ticked: bool) -> None:
        """Tick rows, or take their ticks away."""
        if ticked != self.is_all:
            self._named.update(keys)
        else:
            self._named.difference_update(keys)

    def fill(self) -> None:
        """Tick everything that matches."""
        self.is_all = True
        self._named.clear()

    def clear(self) -> None:
        """Tick nothing."""
        self.is_all = False
        self._named.clear()

    def named(self) -> frozenset[UUID]:
        """Return the keys that are told apart: the ticked ones, or the exceptions from all."""
        return frozenset(self._named)

    def keep(self, keys: Iterable[UUID]) -> None:
        """Forget what is not among `keys`: those rows have left the list."""
        self._named.intersection_update(keys)

    def count(self, length: int) -> int:
        """Return how many rows of a list of that length are ticked."""
        return length - len(self._named) if self.is_all else len(self._named)

    def of(self, vector: KeyVector, *, most: int) -> list[UUID]:
        """Return the ticked keys in the order of the list; `Refused("too_many")` beyond `most`."""
        if self.count(len(vector)) > most:
            raise Refused("too_many", most=most)
        if self.is_all:
            return [key for key in vector.between(0, len(vector)) if self.holds(key)]
        return sorted(self._named, key=lambda key: vector.row_of(key) or 0)
