"""What managers do with the tree of categories."""

from collections.abc import Sequence
from uuid import UUID

from storedesk.domain.categories import CategoryForm, Tree
from storedesk.persistence import categories
from storedesk.persistence.engine.database import Command, Session


def tree(session: Session, *, counted: bool = True) -> Tree:
    """Return the whole tree, with all that is edited of it; the products in it are `counted`."""
    return Tree(categories.categories(session, counted=counted))


def save_category(session: Session, base: CategoryForm | None, form: CategoryForm) -> None:
    """Save a category over `base`, which was read before; None is new, at the end of its siblings.

    Conflict: changed_meanwhile. Refused: category_name_taken, category_too_deep.
    """
    categories.save_category(session, base, form)


def order_categories(session: Session, order: Sequence[UUID]) -> None:
    """Put the categories below one parent, all of them, into another order."""
    categories.order_categories(session, order)


def move_category(request: UUID, category_id: UUID, *, parent_id: UUID | None) -> Command[int]:
    """Move a category, with all below it, under another one; None is the top.

    Refused: category_circle, category_too_deep. Not found: category_not_found.
    """
    return categories.move_category(request, category_id, parent_id)


def move_products(request: UUID, category_id: UUID, *, target_id: UUID) -> Command[int]:
    """Move all products of a category, deleted ones too, into another; answers with how many.

    Refused: category_not_shown, where some are on sale. Not found: category_not_found.
    """
    return categories.move_products(request, category_id, target_id)
