"""Questions about products, categories and pictures."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Text,
    Uuid,
    and_,
    any_,
    bindparam,
    cast,
    func,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from storedesk.domain.catalog import Category, ProductLine, ProductStatus, sha256_of
from storedesk.domain.inventory import Stock
from storedesk.domain.measures import Measure
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.lists import as_written, by_text, in_order, key_vector, ordered
from storedesk.persistence.engine.prepared import Written
from storedesk.persistence.rows import (
    CategoryRow,
    ImageRow,
    InventoryRow,
    MediaRow,
    ProductRow,
    VariantRow,
)
from storedesk.queries.product_columns import code_of_product, measure_of_product
from storedesk.queries.product_search import first_found, is_chosen

AVAILABLE = InventoryRow.stock_level - InventoryRow.reserved_quantity
BY_NAME = by_text(ProductRow.name.expression)
SORTS: Mapping[str, tuple[ColumnElement[Any], ...]] = MappingProxyType(
    {
        "name": (*BY_NAME, ProductRow.id.expression),
        "price": (ProductRow.price_amount.expression, ProductRow.id.expression),
        "updated": (ProductRow.updated_at.expression, ProductRow.id.expression),
        "available": (AVAILABLE, InventoryRow.product_id.expression),
        "category": (
            *by_text(CategoryRow.name.expression),
            *BY_NAME,
            ProductRow.id.expression,
        ),
        "status": (ProductRow.status.expression, *BY_NAME, ProductRow.id.expression),
    }
)
"""What the list may be sorted by; every order ends with a key, so that none is left to chance."""


def product_keys(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    status: ProductStatus | None = None,
    category_id: UUID | None = None,
    deleted: bool = False,
    sort: str = "name",
    descending: bool = False,
) -> bytes:
    """Return the ids of all products that match, in order, 16 bytes each.

    A category means all below it as well; deleted products are a list of their own. Sorted by
    name, price, available, category, status or updated.
    """
    query = select(ProductRow.id).where(
        *is_wanted(search=search, status=status, category_id=category_id, deleted=deleted)
    )
    if sort == "available":
        query = query.join(InventoryRow, InventoryRow.product_id == ProductRow.id)
    elif sort == "category":
        query = query.join(CategoryRow, CategoryRow.id == ProductRow.category_id)
    return key_vector(session, ordered(query, SORTS[sort], descending=descending))


def first_products(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    status: ProductStatus | None = None,
    category_id: UUID | None = None,
    deleted: bool = False,
    sort: str = "name",
    descending: bool = False,
    limit: int = 200,
) -> list[ProductLine]:
    """Return the first products of the list whose keys `product_keys` returns."""
    values = _given(search=search, status=status, category_id=category_id, deleted=deleted)
    page = _page(
        sort, limit, frozenset(values), descending=descending,
        deleted=deleted,
    )  # fmt: skip
    return [_line(*row) for row in page.rows(session, **values)]


PARAMETERS: Mapping[str, ColumnElement[Any]] = MappingProxyType(
    {
        "search": bindparam("search", None, type_=ARRAY(Text())),
        "status": bindparam("status", None, type_=Text()),
        "category_id": bindparam("category_id", None, type_=Uuid()),
    }
)
"""What a list may be narrowed to, before anybody has said to what."""


@lru_cache(maxsize=256)
def _page(
    sort: str, limit: int, narrowed: frozenset[str], *, descending: bool, deleted: bool
) -> Written:
    """Write the question for the first lines of a list that is narrowed in these ways."""
    if sort == "name" and narrowed == {"search"} and not deleted:
        found = first_found(PARAMETERS["search"], limit, descending=descending)
        chosen = LINES.join(found, found.c.id == ProductRow.id)
    else:
        conditions = is_wanted(**{name: PARAMETERS[name] for name in narrowed}, deleted=deleted)
        chosen = LINES.where(*conditions)
    query = ordered(chosen, SORTS[sort], descending=descending)
    return Written(query.limit(as_written(limit)))


def _given(
    *, search: str = "", status: ProductStatus | None = None, category_id: UUID | None = None,
    deleted: bool = False,
) -> dict[str, Any]:  # fmt: skip
    """Return the values for those of PARAMETERS that a list is narrowed by."""
    del deleted  # it has no value: it is another question
    values = {
        "search": search.split(),
        "status": status and str(status),
        "category_id": category_id,
    }
    return {name: value for name, value in values.items() if value}


def is_wanted(
    *,
    search: str | ColumnElement[Any] = "",
    status: ProductStatus | ColumnElement[str] | None = None,
    category_id: UUID | ColumnElement[UUID] | None = None,
    deleted: bool = False,
) -> list[ColumnElement[bool]]:
    """Say what a product must be: with all the words of `search`, in a category or below it.

    Each is a value, or a parameter that will have one.
    """
    conditions = is_chosen(search, category_id, deleted=deleted)
    if status is not None:
        conditions.append(ProductRow.status == status)
    return conditions


TODAY = select(func.storedesk.promotion_today().label("day")).subquery("today")
HELD = (
    func.storedesk.price_on(
        ProductRow.id, cast(None, Uuid()), ProductRow.category_id, ProductRow.price_amount,
        TODAY.c.day,
    )
    .table_valued("price", "promotion_id", "promotion")
    .lateral("held")
)  # fmt: skip
"""What a product costs today. The day is a column, so that the function is planned in the query."""


LINES = (
    select(
        ProductRow.id,
        ProductRow.name,
        ProductRow.status,
        ProductRow.price_amount,
        ProductRow.price_currency,
        CategoryRow.name,
        InventoryRow.stock_level,
        InventoryRow.reserved_quantity,
        InventoryRow.low_stock_threshold,
        select(func.count())
        .select_from(VariantRow)
        .where(VariantRow.product_id == ProductRow.id)
        .correlate(ProductRow)
        .scalar_subquery(),
        code_of_product(),
        ImageRow.url,
        HELD.c.price,
        measure_of_product(),
    )
    .join(CategoryRow, CategoryRow.id == ProductRow.category_id)
    .join(InventoryRow, InventoryRow.product_id == ProductRow.id)
    .outerjoin(ImageRow, and_(ImageRow.product_id == ProductRow.id, ImageRow.is_primary))
    .join(TODAY, true())
    .join(HELD, true())
)
"""What a line of the list is made of: columns, since whole rows cost twice the time."""


def product_lines(session: Session, ids: Sequence[UUID]) -> list[ProductLine]:
    """Return products in the order of `ids`; those no longer there are left out."""
    rows = _lines().rows(session, ids=list(ids))
    return in_order(ids, {row[0]: _line(*row) for row in rows})


@lru_cache(maxsize=1)
def _lines() -> Written:
    return Written(LINES.where(ProductRow.id == any_(bindparam("ids", None, type_=ARRAY(Uuid())))))


def _line(  # noqa: PLR0913, PLR0917 - the columns of LINES
    key: UUID,
    name: str,
    status: str,
    amount: Decimal,
    currency: str,
    category: str,
    on_hand: int,
    reserved: int,
    low_at: int,
    variants: int,
    code: str | None,
    url: str | None,
    held: Decimal,
    measure: str | None,
) -> ProductLine:
    return ProductLine(
        id=key,
        name=name,
        category=category,
        status=ProductStatus(status),
        price=Money(amount, currency),
        variants=variants,
        code=code,
        stock=Stock(on_hand, reserved, low_at, of_variants=variants > 0),
        picture=sha256_of(url),
        sale_price=Money(held, currency) if held < amount else None,
        measure=Measure(measure) if measure else None,
    )


def stock_of(row: InventoryRow) -> Stock:
    """Read the three numbers of a product's stock."""
    return Stock(row.stock_level, row.reserved_quantity, row.low_stock_threshold)


def categories(session: Session) -> list[Category]:
    """Return the tree of categories, parents before their children."""
    counts = (
        select(ProductRow.category_id, func.count().label("products"))
        .where(~ProductRow.is_deleted)
        .group_by(ProductRow.category_id)
        .subquery()
    )
    rows = session.execute(
        select(CategoryRow, func.coalesce(counts.c.products, 0))
        .outerjoin(counts, counts.c.category_id == CategoryRow.id)
        .order_by(CategoryRow.display_order, *by_text(CategoryRow.name))
    ).all()
    children: dict[UUID | None, list[Category]] = {}
    for row, products in rows:
        node = Category(row.id, row.name, row.parent_category_id, row.depth, products)
        children.setdefault(row.parent_category_id, []).append(node)

    def below(parent: UUID | None) -> list[Category]:
        nodes = children.get(parent, [])
        return [one for node in nodes for one in (node, *below(node.id))]

    return below(None)


def picture(session: Session, sha256: str) -> bytes | None:
    """Return a picture, as the file that it was."""
    return session.scalar(select(MediaRow.content).where(MediaRow.sha256 == sha256))
