"""The tree of categories as it is edited."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Boolean, Select, any_, bindparam, func, select
from sqlalchemy.orm import Session, make_transient_to_detached

from storedesk.api.categories import tax_category
from storedesk.domain.categories import CategoryForm, Tree
from storedesk.domain.refusals.errors import Conflict
from storedesk.persistence.engine.lists import by_text
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import CategoryRow, CategoryTaxRow, ProductRow


def tree(session: Session, *, counted: bool = True) -> Tree:
    """Return the whole tree, parents before their children, in the order that was given to them.

    Without `counted` nobody counts their products, which takes its time where there are many.
    """
    return tree_of(*together(session, TREE, counted=counted))


def tree_of(rows: Sequence[Any]) -> Tree:
    """Make the tree of the rows of TREE."""
    children: dict[UUID | None, list[CategoryForm]] = {}
    for row, *more in rows:
        children.setdefault(row.parent_category_id, []).append(_form(row, *more))
    return Tree(_walked(children, None))


def _tree() -> Select[*tuple[Any, ...]]:
    deleted = ProductRow.is_deleted.expression
    counts = (
        select(
            ProductRow.category_id,
            func.count().filter(~deleted).label("products"),
            func.count().filter(~deleted, ProductRow.status == "active").label("on_sale"),
            func.count().filter(deleted).label("deleted"),
        )
        .where(bindparam("counted", None, type_=Boolean()))
        .group_by(ProductRow.category_id)
        .subquery()
    )
    return (
        select(
            CategoryRow,
            CategoryTaxRow.tax_class_id,
            func.coalesce(counts.c.products, 0),
            func.coalesce(counts.c.on_sale, 0),
            func.coalesce(counts.c.deleted, 0),
        )
        .outerjoin(CategoryTaxRow, CategoryTaxRow.category_id == CategoryRow.id)
        .outerjoin(counts, counts.c.category_id == CategoryRow.id)
        .order_by(CategoryRow.display_order, *by_text(CategoryRow.name))
    )


TREE = Part(_tree)
"""All categories with how many products they have, if they are to be `counted`."""


def save_category(session: Session, base: CategoryForm | None, form: CategoryForm) -> None:
    """Save a category over `base`, which was read before; None is new, at the end of its siblings.

    Conflict: changed_meanwhile. Refused: category_name_taken, category_too_deep.
    """
    if base is None:
        last = select(func.coalesce(func.max(CategoryRow.display_order), -1) + 1).where(
            CategoryRow.parent_category_id.is_not_distinct_from(form.parent_id)
        )
        place = session.scalar(last)
        made = CategoryRow(
            id=form.id, parent_category_id=form.parent_id, display_order=place, **_fields(form)
        )
        session.add(made)
    elif _fields(base) != _fields(form):
        row = CategoryRow(id=base.id, version=base.version, **_fields(base))
        make_transient_to_detached(row)  # as it was read: its version says whether it still is so
        session.add(row)
        for name, value in _fields(form).items():
            setattr(row, name, value)
    else:
        held = select(CategoryRow.version).where(CategoryRow.id == form.id)
        if session.scalar(held.with_for_update(key_share=True)) != base.version:
            raise Conflict("changed_meanwhile")
    session.flush()
    if form.tax_class_id != (base.tax_class_id if base else None):
        session.execute(select(tax_category(uuid4(), form.id, form.tax_class_id)))


def order_categories(session: Session, order: Sequence[UUID]) -> None:
    """Put the categories below one parent, all of them, into another order."""
    asked = (
        select(CategoryRow)
        .where(CategoryRow.id == any_(bindparam("ids")))
        .order_by(CategoryRow.id)
        .with_for_update(key_share=True)
    )
    rows = {row.id: row for row in session.scalars(asked, {"ids": list(order)})}
    for place, key in enumerate(key for key in order if key in rows):
        rows[key].display_order = place
    session.flush()


def _form(
    row: CategoryRow, tax_class: UUID | None, products: int, on_sale: int, deleted: int
) -> CategoryForm:
    return CategoryForm(
        id=row.id,
        version=row.version,
        name=row.name,
        description=row.description or "",
        is_active=row.is_active,
        tax_class_id=tax_class,
        parent_id=row.parent_category_id,
        depth=row.depth,
        products=products,
        on_sale=on_sale,
        deleted=deleted,
    )


def _fields(form: CategoryForm) -> dict[str, Any]:
    return {
        "name": form.name,
        "description": form.description or None,
        "is_active": form.is_active,
    }


def _walked(
    children: dict[UUID | None, list[CategoryForm]], parent: UUID | None
) -> list[CategoryForm]:
    return [one for node in children.get(parent, []) for one in (node, *_walked(children, node.id))]
