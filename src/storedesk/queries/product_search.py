"""Searching for products: by words, and in a category with all below it."""

from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Select,
    Subquery,
    Text,
    literal,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY

from storedesk.api.products import find_products, first_products
from storedesk.persistence.engine.lists import as_written
from storedesk.persistence.rows import CategoryRow, ProductRow


def found_by(words: str | ColumnElement[Any], *, fuzzy: bool = False) -> Select[UUID]:
    """Select the ids of what a search finds; the server leaves out what is not to be seen.

    `words` are what was typed, or an array of them that is a parameter (see `Written`).
    """
    array = literal(words.split(), ARRAY(Text())) if isinstance(words, str) else words
    return select(find_products(array, fuzzy=fuzzy).function.column_valued("found"))


def first_found(words: ColumnElement[Any], limit: int, *, descending: bool) -> Subquery:
    """Select the ids of what a search finds first in the order of names; none is deleted."""
    way = literal(descending, Boolean(), literal_execute=True)
    found = first_products(words, as_written(limit), way)
    return select(found.function.column_valued("id")).subquery("found")


def subtree(category_id: UUID | ColumnElement[UUID]) -> Select[UUID]:
    """Select a category and all below it."""
    top = select(CategoryRow.id).where(CategoryRow.id == category_id).cte("subtree", recursive=True)
    below = select(CategoryRow.id).join(top, CategoryRow.parent_category_id == top.c.id)
    every = top.union(below)
    return select(every.c.id)


def is_chosen(
    search: str | ColumnElement[Any],
    category_id: UUID | ColumnElement[UUID] | None,
    *,
    deleted: bool = False,
) -> list[ColumnElement[bool]]:
    """Say in which way a product has to match what a list is narrowed to."""
    conditions = [ProductRow.is_deleted.expression if deleted else ~ProductRow.is_deleted]
    if not isinstance(search, str) or search.strip():
        conditions.append(ProductRow.id.in_(found_by(search)))
    if category_id is not None:
        conditions.append(ProductRow.category_id.in_(subtree(category_id)))
    return conditions
