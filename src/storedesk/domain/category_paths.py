"""Finding the categories that a file names, in a tree whose names are unique everywhere."""

from collections.abc import Callable, Iterable
from uuid import UUID, uuid4

from storedesk.domain.catalogue import Category

DEEPEST = 3
LONGEST = 100
Path = tuple[str, ...]


class CategoryPaths:
    """Finds the category that each path means, and makes those that are not there.

    A name that stands elsewhere in the tree already is told apart by its parent's: "Shoes (Women)".
    """

    def __init__(self, there: Iterable[Category], make_id: Callable[[], UUID] = uuid4) -> None:
        self.made: list[Category] = []
        """New categories, parents before their children."""
        self._make_id = make_id
        self._named = {category.name.strip().casefold(): category for category in there}
        self._ways: dict[Path, UUID] = {}

    def find(self, path: Path) -> UUID:
        """Return the category of a path from the top, which has one name at least."""
        if path not in self._ways:
            self._ways[path] = self._walk(path).id
        return self._ways[path]

    def _walk(self, path: Path) -> Category:
        place = self._named.get(path[0].casefold()) or self._make(path[0], None)
        for name in path[1:]:
            if place.depth == DEEPEST:
                break
            place = self._below(place, name)
        return place

    def _below(self, parent: Category, name: str) -> Category:
        for called in (name, f"{name[: LONGEST - len(parent.name) - 3]} ({parent.name})"[:LONGEST]):
            found = self._named.get(called.casefold())
            if found is None:
                return self._make(called, parent)
            if parent.id in {found.parent_id, found.id}:
                return found
        return parent

    def _make(self, name: str, parent: Category | None) -> Category:
        depth = parent.depth + 1 if parent else 1
        category = Category(self._make_id(), name, parent.id if parent else None, depth)
        self._named[name.casefold()] = category
        self.made.append(category)
        return category
