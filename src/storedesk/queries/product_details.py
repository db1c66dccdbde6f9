"""One product, with all that its page shows."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from storedesk.domain.catalog import Product, ProductStatus, Variant, sha256_of
from storedesk.domain.measures import Measure
from storedesk.domain.refusals.errors import NotFound
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.lists import as_written
from storedesk.persistence.engine.together import KEY, Part, together
from storedesk.persistence.rows import (
    BarcodeRow,
    CategoryRow,
    ImageRow,
    InventoryRow,
    ProductRow,
    ProductSourceRow,
    ProductTaxRow,
    TaxClassRow,
    VariantRow,
)
from storedesk.queries.catalog_lists import stock_of
from storedesk.queries.product_columns import measure_of_product


def product(session: Session, product_id: UUID) -> Product:
    """Return a product with all that its page shows. Not found: product_not_found.

    As of one moment, so that its variants and their codes belong together.
    """
    roots, codes, variants, urls = together(
        session, ROOT, CODES, VARIANTS, PICTURES, key=product_id
    )
    if not roots:
        raise NotFound("product_not_found", product=str(product_id))
    (row, stock, tax_class, source, measure, *names), *_ = roots
    return Product(
        id=row.id,
        name=row.name,
        description=row.description,
        category=" / ".join(name for name in names if name),
        status=ProductStatus(row.status),
        is_deleted=row.is_deleted,
        price=Money(row.price_amount, row.price_currency),
        tax_class=tax_class,
        codes=tuple(code.barcode for code in codes if code.variant_id is None),
        variants=tuple(_variant(one, row, codes) for one in variants),
        pictures=tuple(sha256 for url in urls if (sha256 := sha256_of(url))),
        stock=stock_of(stock),
        version=row.version,
        created_at=row.created_at,
        updated_at=row.updated_at,
        source=source,
        measure=Measure(measure) if measure else None,
    )


def _root() -> Select[*tuple[Any, ...]]:
    """Select a product, its stock, its tax, where it is from, and its categories from the top."""
    own, parent, top = CategoryRow, aliased(CategoryRow), aliased(CategoryRow)
    source = (
        select(ProductSourceRow.source)
        .where(ProductSourceRow.product_id == ProductRow.id)
        .order_by(ProductSourceRow.source)
        .limit(as_written(1))
        .scalar_subquery()
    )
    return (
        select(
            ProductRow, InventoryRow, TaxClassRow.name, source, measure_of_product(), top.name,
            parent.name, own.name,
        )
        .join(InventoryRow, InventoryRow.product_id == ProductRow.id)
        .join(own, own.id == ProductRow.category_id)
        .outerjoin(parent, parent.id == own.parent_category_id)
        .outerjoin(top, top.id == parent.parent_category_id)
        .outerjoin(ProductTaxRow, ProductTaxRow.product_id == ProductRow.id)
        .outerjoin(TaxClassRow, TaxClassRow.id == ProductTaxRow.tax_class_id)
        .where(ProductRow.id == KEY)
    )  # fmt: skip


def _codes() -> Select[*tuple[Any, ...]]:
    return select(BarcodeRow).where(BarcodeRow.product_id == KEY).order_by(BarcodeRow.barcode)


def _variants() -> Select[*tuple[Any, ...]]:
    return select(VariantRow).where(VariantRow.product_id == KEY).order_by(VariantRow.sku)


def _variant(variant: Any, row: Any, codes: Sequence[Any]) -> Variant:
    return Variant(
        id=variant.id,
        sku=variant.sku,
        size=variant.size,
        color=variant.color,
        price=Money(row.price_amount + variant.price_adjustment_amount, row.price_currency),
        codes=tuple(code.barcode for code in codes if code.variant_id == variant.id),
    )


def _pictures() -> Select[*tuple[Any, ...]]:
    return (
        select(ImageRow.url)
        .where(ImageRow.product_id == KEY)
        .order_by(ImageRow.is_primary.desc(), ImageRow.display_order, ImageRow.id)
    )


ROOT, CODES, VARIANTS, PICTURES = Part(_root), Part(_codes), Part(_variants), Part(_pictures)
