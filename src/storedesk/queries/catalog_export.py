"""What an export of the catalogue asks for: all products, a few at a time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from storedesk.documents.shopify_columns import SOURCE
from storedesk.domain.catalog import Category, ProductStatus
from storedesk.domain.exporting import ExportedProduct, ExportedVariant, ExportPlan
from storedesk.domain.importing.file import code_key
from storedesk.persistence.engine.lists import by_text, key_vector
from storedesk.persistence.engine.moments import of_one_moment
from storedesk.persistence.rows import (
    BarcodeRow,
    CategoryRow,
    ImageRow,
    InventoryRow,
    ProductRow,
    ProductSourceRow,
    VariantRow,
)

_COLUMNS = text(
    """
    SELECT DISTINCT name
    FROM (
        SELECT jsonb_object_keys(s.extra -> 'columns') AS name
        FROM storedesk.product_sources AS s
        WHERE s.source = :source AND jsonb_typeof(s.extra -> 'columns') = 'object'
        UNION ALL
        SELECT jsonb_object_keys(one -> 2)
        FROM storedesk.product_sources AS s, jsonb_array_elements(s.extra -> 'variants') AS one
        WHERE s.source = :source AND jsonb_typeof(s.extra -> 'variants') = 'array'
            AND jsonb_typeof(one -> 2) = 'object'
    ) AS kept
    ORDER BY name
    """
)
_MORE_CODES = text(
    """
    SELECT EXISTS (
        SELECT FROM storedesk.product_barcodes
        GROUP BY product_id, variant_id
        HAVING count(*) > CASE WHEN variant_id IS NULL THEN 2 ELSE 1 END
    )
    """
)
Codes = Mapping[tuple[UUID, UUID | None], Sequence[str]]


@of_one_moment
def plan(session: Session) -> ExportPlan:
    """Say which products there are, by name, and what was kept of files like the one to write.

    As of one moment, so that there is a column for all that is kept of each product.
    """
    query = select(ProductRow.id).where(~ProductRow.is_deleted)
    references = select(ProductSourceRow.reference).where(ProductSourceRow.source == SOURCE)
    return ExportPlan(
        keys=key_vector(session, query.order_by(*by_text(ProductRow.name), ProductRow.id)),
        references=frozenset(session.scalars(references)),
        columns=tuple(session.scalars(_COLUMNS, {"source": SOURCE})),
        has_more_codes=bool(session.scalar(_MORE_CODES)),
    )


@of_one_moment
def products(session: Session, ids: Sequence[UUID]) -> list[ExportedProduct]:
    """Return products in the order of `ids`; those deleted meanwhile are left out.

    As of one moment, so that no product has the codes or the prices of two.
    """
    wanted = list(ids)
    paths = category_paths(session)
    codes, pictures = _codes(session, wanted), _pictures(session, wanted)
    sources, stock = _sources(session, wanted, SOURCE), _stock(session, wanted)
    variants = _variants(session, wanted, codes)
    asked = select(ProductRow).where(ProductRow.id == func.any(wanted), ~ProductRow.is_deleted)
    rows = {row.id: row for row in session.scalars(asked)}
    made = []
    for key in wanted:
        if row := rows.get(key):
            reference, extra = sources.get(key, (None, {}))
            made.append(
                ExportedProduct(
                    id=key,
                    reference=reference,
                    name=row.name,
                    description=row.description,
                    category=paths[row.category_id],
                    status=ProductStatus(row.status),
                    price=row.price_amount,
                    codes=tuple(codes.get((key, None), ())),
                    variants=tuple(variants.get(key, ())),
                    pictures=tuple(pictures.get(key, ())),
                    stock=stock.get(key, 0),
                    extra=extra,
                )
            )
    return made


def category_paths(session: Session) -> dict[UUID, tuple[str, ...]]:
    """Return the names from the top down to each category."""
    columns = (CategoryRow.id, CategoryRow.name, CategoryRow.parent_category_id, CategoryRow.depth)
    paths: dict[UUID, tuple[str, ...]] = {}
    for row in session.execute(select(*columns).order_by(CategoryRow.depth)):
        one = Category(*row)
        above = paths[one.parent_id] if one.parent_id else ()
        paths[one.id] = (*above, one.name)
    return paths


def _codes(session: Session, ids: list[UUID]) -> Codes:
    found: dict[tuple[UUID, UUID | None], list[str]] = defaultdict(list)
    asked = (
        select(BarcodeRow.product_id, BarcodeRow.variant_id, BarcodeRow.barcode)
        .where(BarcodeRow.product_id == func.any(ids))
        .order_by(BarcodeRow.created_at, BarcodeRow.barcode)
    )
    for product, variant, code in session.execute(asked):
        found[product, variant].append(code)
    return found


def _variants(session: Session, ids: list[UUID], codes: Codes) -> dict[UUID, list[ExportedVariant]]:
    found: dict[UUID, list[ExportedVariant]] = defaultdict(list)
    price = ProductRow.price_amount + VariantRow.price_adjustment_amount
    asked = (
        select(
            VariantRow.product_id, VariantRow.id, VariantRow.sku, VariantRow.size,
            VariantRow.color, price,
        )
        .join(ProductRow, ProductRow.id == VariantRow.product_id)
        .where(VariantRow.product_id == func.any(ids))
        .order_by(VariantRow.sku)
    )  # fmt: skip
    for product, key, sku, size, color, amount in session.execute(asked):
        others = (one for one in codes.get((product, key), ()) if code_key(one) != code_key(sku))
        found[product].append(
            ExportedVariant(sku=sku, size=size, color=color, price=amount, codes=tuple(others))
        )
    return found


def _pictures(session: Session, ids: list[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    asked = (
        select(ImageRow.product_id, ImageRow.url)
        .where(ImageRow.product_id == func.any(ids), ImageRow.url.startswith("http"))
        .order_by(ImageRow.is_primary.desc(), ImageRow.display_order, ImageRow.url)
    )
    for product, url in session.execute(asked):
        found[product].append(url)
    return found


def _sources(
    session: Session, ids: list[UUID], source: str
) -> dict[UUID, tuple[str, dict[str, Any]]]:
    asked = select(
        ProductSourceRow.product_id, ProductSourceRow.reference, ProductSourceRow.extra
    ).where(ProductSourceRow.product_id == func.any(ids), ProductSourceRow.source == source)
    return {product: (reference, extra) for product, reference, extra in session.execute(asked)}


def _stock(session: Session, ids: list[UUID]) -> dict[UUID, int]:
    asked = select(InventoryRow.product_id, InventoryRow.stock_level).where(
        InventoryRow.product_id == func.any(ids)
    )
    return {row.product_id: row.stock_level for row in session.execute(asked)}
