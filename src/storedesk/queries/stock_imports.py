"""The stock that imports set: one that was interrupted, and what was left as it is."""

import hashlib
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storedesk.domain.importing.stock import Interrupted, Unset, WhyUnset
from storedesk.persistence.rows import (
    InventoryRow,
    ProductRow,
    StockImportLineRow,
    StockImportRow,
)
from storedesk.queries.product_columns import code_of_product


def interrupted(session: Session, files: str) -> Interrupted | None:
    """Return the import of these files that began within 24 hours and has not ended."""
    age = func.timezone("UTC", func.now()) - StockImportRow.begun_at
    asked = select(StockImportRow.begun_at, StockImportRow.waiting).where(
        StockImportRow.digest == hashlib.sha256(files.encode()).digest(),
        age < func.make_interval(0, 0, 0, 1),
    )
    found = session.execute(asked).one_or_none()
    return Interrupted(*found) if found else None


def unset(session: Session, import_id: UUID) -> tuple[Unset, ...]:
    """List the products that an import has left as they are, by name, with what is there now."""
    line = StockImportLineRow
    asked = (
        select(
            ProductRow.id, code_of_product(), ProductRow.name,
            line.seen, line.level, InventoryRow.stock_level, InventoryRow.reserved_quantity,
            line.trouble,
        )
        .join(ProductRow, ProductRow.id == line.product_id)
        .join(InventoryRow, InventoryRow.product_id == line.product_id)
        .where(line.stock_import_id == import_id, line.trouble.is_not(None))
        .order_by(ProductRow.name, ProductRow.id)
    )  # fmt: skip
    return tuple(
        Unset(
            product_id=product, code=code or "", name=name, seen=seen, level=level, now=now,
            reserved=reserved, why=WhyUnset(trouble or ""),
        )
        for product, code, name, seen, level, now, reserved, trouble in session.execute(asked)
    )  # fmt: skip
