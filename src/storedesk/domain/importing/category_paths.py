"""Find the categories that a file names, in a tree whose names are unique everywhere."""

from collections import Counter
from collections.abc import Callable, Iterable
from uuid import UUID, uuid4

from storedesk.domain.catalog import Category
from storedesk.domain.importing.file import NewCategory

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


def paths_of(categories: Iterable[Category]) -> dict[UUID, Path]:
    """Return the names from the top down to each category; parents stand before their children."""
    paths: dict[UUID, Path] = {}
    for one in categories:
        above = paths[one.parent_id] if one.parent_id else ()
        paths[one.id] = (*above, one.name)
    return paths


def new_categories(
    there: Iterable[Category], made: Iterable[Category], new: Iterable[UUID], moved: Iterable[UUID]
) -> tuple[NewCategory, ...]:
    """Tell which categories would be made, and how many products would be in each.

    `new` and `moved` are the categories of those products, each as often as it has one.
    """
    made = list(made)
    paths = paths_of([*there, *made])
    of_new, of_moved = Counter(new), Counter(moved)
    return tuple(NewCategory(paths[c.id], of_new[c.id], of_moved[c.id]) for c in made)
