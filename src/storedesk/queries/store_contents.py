"""What a whole store holds, for whoever has restored one."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storedesk.domain.backups import StoreContents
from storedesk.persistence.rows import CustomerRow, OrderRow, ProductRow, StoreSettingsRow


def store_contents(session: Session) -> StoreContents:
    """Count what a store holds; the walk-in customer is nobody, and deleted products are none."""
    products = select(func.count()).select_from(ProductRow).where(~ProductRow.is_deleted)
    customers = (
        select(func.count())
        .select_from(CustomerRow)
        .where(CustomerRow.id != StoreSettingsRow.walk_in_customer_id)
    )
    row = session.execute(
        select(
            StoreSettingsRow.name,
            products.scalar_subquery(),
            customers.correlate(StoreSettingsRow).scalar_subquery(),
            select(func.count()).select_from(OrderRow).scalar_subquery(),
            select(func.max(OrderRow.created_at)).scalar_subquery(),
        )
    ).one()
    return StoreContents(*row)
