"""One product, with all that its page shows."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from storedesk.domain.catalog import Product, ProductStatus, Variant
from storedesk.domain.refusals.errors import NotFound
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.moments import of_one_moment
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
from storedesk.queries.catalog_lists import sha256_of, stock_of


@of_one_moment
def product(session: Session, product_id: UUID) -> Product:
    """Return a product with all that its page shows. Not found: product_not_found.

    As of one moment, so that its variants and their codes belong together.
    """
    row = session.get(ProductRow, product_id)
    if row is None:
        raise NotFound("product_not_found", product=str(product_id))
    codes = session.scalars(
        select(BarcodeRow).where(BarcodeRow.product_id == product_id).order_by(BarcodeRow.barcode)
    ).all()
    return Product(
        id=row.id,
        name=row.name,
        description=row.description,
        category=_category_path(session, row.category_id),
        status=ProductStatus(row.status),
        is_deleted=row.is_deleted,
        price=Money(row.price_amount, row.price_currency),
        tax_class=_tax_class(session, product_id),
        codes=tuple(code.barcode for code in codes if code.variant_id is None),
        variants=_variants(session, row, codes),
        pictures=_pictures(session, product_id),
        stock=stock_of(
            session.scalars(select(InventoryRow).where(InventoryRow.product_id == product_id)).one()
        ),
        version=row.version,
        created_at=row.created_at,
        updated_at=row.updated_at,
        source=session.scalar(
            select(ProductSourceRow.source).where(ProductSourceRow.product_id == product_id)
        ),
    )


def _category_path(session: Session, category_id: UUID) -> str:
    own, parent, top = CategoryRow, aliased(CategoryRow), aliased(CategoryRow)
    names = session.execute(
        select(top.name, parent.name, own.name)
        .outerjoin(parent, parent.id == own.parent_category_id)
        .outerjoin(top, top.id == parent.parent_category_id)
        .where(own.id == category_id)
    ).one()
    return " / ".join(name for name in names if name)


def _tax_class(session: Session, product_id: UUID) -> str | None:
    return session.scalar(
        select(TaxClassRow.name)
        .join(ProductTaxRow, ProductTaxRow.tax_class_id == TaxClassRow.id)
        .where(ProductTaxRow.product_id == product_id)
    )


def _variants(
    session: Session, row: ProductRow, codes: Sequence[BarcodeRow]
) -> tuple[Variant, ...]:
    rows = session.scalars(
        select(VariantRow).where(VariantRow.product_id == row.id).order_by(VariantRow.sku)
    )
    return tuple(
        Variant(
            id=variant.id,
            sku=variant.sku,
            size=variant.size,
            color=variant.color,
            price=Money(row.price_amount + variant.price_adjustment_amount, row.price_currency),
            codes=tuple(code.barcode for code in codes if code.variant_id == variant.id),
        )
        for variant in rows
    )


def _pictures(session: Session, product_id: UUID) -> tuple[str, ...]:
    urls = session.scalars(
        select(ImageRow.url)
        .where(ImageRow.product_id == product_id)
        .order_by(ImageRow.is_primary.desc(), ImageRow.display_order, ImageRow.id)
    )
    return tuple(sha256 for url in urls if (sha256 := sha256_of(url)))
