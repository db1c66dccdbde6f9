"""What is selected of a product beside its own columns: its code, its variants, how it is sold."""

from sqlalchemy import ColumnElement, exists, func, select

from storedesk.persistence.rows import BarcodeRow, ProductMeasureRow, ProductRow, VariantRow


def code_of_product() -> ColumnElement[str | None]:
    """Select a product's own code, or else the SKU of its first variant."""
    own = (
        select(func.min(BarcodeRow.barcode))
        .where(BarcodeRow.product_id == ProductRow.id, BarcodeRow.variant_id.is_(None))
        .correlate(ProductRow)
        .scalar_subquery()
    )
    first = (
        select(func.min(VariantRow.sku))
        .where(VariantRow.product_id == ProductRow.id)
        .correlate(ProductRow)
        .scalar_subquery()
    )
    return func.coalesce(own, first)


def measure_of_product() -> ColumnElement[str | None]:
    """Select how a product is sold; null is by the piece."""
    asked = select(ProductMeasureRow.measure).where(ProductMeasureRow.product_id == ProductRow.id)
    return asked.correlate(ProductRow).scalar_subquery()


def has_variants() -> ColumnElement[bool]:
    """Select whether a product is sold in variants."""
    return exists().where(VariantRow.product_id == ProductRow.id).correlate(ProductRow)
