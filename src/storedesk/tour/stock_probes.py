"""Read products and counts directly from the tables, to check what the window did."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storedesk.persistence.rows import ImageRow, ProductRow, StockCountRow, VariantRow


@dataclass(frozen=True, slots=True)
class BookedProduct:
    """A product as it is kept."""

    id: UUID
    status: str
    skus: frozenset[str]
    pictures: int


def product(session: Session, name: str) -> BookedProduct | None:
    """Return a product by its name."""
    row = session.scalar(select(ProductRow).where(ProductRow.name == name, ~ProductRow.is_deleted))
    if row is None:
        return None
    skus = session.scalars(select(VariantRow.sku).where(VariantRow.product_id == row.id))
    pictures = select(func.count()).select_from(ImageRow).where(ImageRow.product_id == row.id)
    return BookedProduct(row.id, row.status, frozenset(skus), session.scalar(pictures) or 0)


def last_count(session: Session) -> str | None:
    """Return the state of the stock count that was begun last."""
    newest = select(StockCountRow.status).order_by(StockCountRow.created_at.desc()).limit(1)
    return session.scalar(newest)
