"""Define a category as it is edited, and the tree of all categories."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from storedesk.domain.merging import Merge, merge
from storedesk.domain.refusals.errors import Refused

DEEPEST = 3
NAME_LONGEST, TEXT_LONGEST = 100, 2_000
EDITED = ("name", "description", "is_active", "tax_class_id")
"""What the form of a category holds; its place in the tree is moved by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryForm:
    """A category of the tree, with all that is edited."""

    id: UUID
    version: int = 0
    """The version that was read; 0 is one that was never saved."""
    name: str = ""
    description: str = ""
    is_active: bool = True
    tax_class_id: UUID | None = None
    """Its own; None is that of the category above, or else the default one."""
    parent_id: UUID | None = None
    depth: int = 1
    products: int = 0
    """In it, and not below it; deleted ones are not counted."""
    on_sale: int = 0
    deleted: int = 0


def merge_categories(base: CategoryForm, mine: CategoryForm, theirs: CategoryForm) -> Merge[str]:
    """Merge what two people made of a category, field by field; see `rebuilt`."""
    return merge(*({name: getattr(one, name) for name in EDITED} for one in (base, mine, theirs)))


def rebuilt(theirs: CategoryForm, fields: Mapping[str, object]) -> CategoryForm:
    """Return the form that merged fields describe, to be saved over `theirs`."""
    changes: dict[str, Any] = {name: fields[name] for name in EDITED}
    return replace(theirs, **changes)


class Tree:
    """The categories, parents before their children, in the order in which they are shown."""

    def __init__(self, categories: Iterable[CategoryForm]) -> None:
        self.all: Sequence[CategoryForm] = tuple(categories)
        self._by_id = {one.id: one for one in self.all}

    def get(self, key: UUID | None) -> CategoryForm | None:
        """Return a category, or None where it is not there."""
        return self._by_id.get(key) if key else None

    def children(self, parent: UUID | None) -> list[CategoryForm]:
        """Return what lies right below a category, or at the top, in order."""
        return [one for one in self.all if one.parent_id == parent]

    def subtree(self, key: UUID) -> list[CategoryForm]:
        """Return a category and all below it."""
        return [one for one in self.all if key in self._chain(one)]

    def is_hidden(self, category: CategoryForm) -> bool:
        """Tell whether nobody sees it: it is not shown, or one above it is not."""
        return not all(self._by_id[key].is_active for key in self._chain(category))

    def path(self, category: CategoryForm) -> str:
        """Return its names from the top: "Home / Kitchen / Mugs"."""
        return " / ".join(self._by_id[key].name for key in reversed(self._chain(category)))

    def tax_class_of(self, category: CategoryForm) -> UUID | None:
        """Return its tax class, or that of the nearest above it; None is the default one."""
        chain = (self._by_id[key].tax_class_id for key in self._chain(category))
        return next(filter(None, chain), None)

    def check_move(self, key: UUID, parent: UUID | None) -> None:
        """Refuse a place below itself (category_circle) or too deep (category_too_deep).

        The database refuses the same; this says it before anything is asked.
        """
        moved, above = self._by_id[key], self.get(parent)
        below = self.subtree(key)
        if above and above in below:
            raise Refused("category_circle", name=moved.name)
        height = max(one.depth for one in below) - moved.depth + 1
        if (above.depth if above else 0) + height > DEEPEST:
            raise Refused("category_too_deep", name=moved.name, most=DEEPEST)

    def _chain(self, category: CategoryForm) -> list[UUID]:
        chain = [category.id]
        while (above := self.get(self._by_id[chain[-1]].parent_id)) is not None:
            chain.append(above.id)
        return chain


def moved_among(siblings: Sequence[UUID], key: UUID, by: int) -> list[UUID] | None:
    """Return siblings with `key` moved up (-1) or down (1); None where it is at the end already."""
    at = siblings.index(key)
    if not 0 <= at + by < len(siblings):
        return None
    order = [one for one in siblings if one != key]
    order.insert(at + by, key)
    return order
