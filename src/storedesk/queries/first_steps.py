"""How far a new store has come: whether it has a product, stock, and a sale."""

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from storedesk.persistence.rows import InventoryRow, OrderRow, ProductRow


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What a store holds already."""

    has_product: bool
    has_stock: bool
    has_sale: bool

    @property
    def are_done(self) -> bool:
        """Whether nothing is left to do."""
        return self.has_product and self.has_stock and self.has_sale


def first_steps(session: Session) -> FirstSteps:
    """Return how far a store has come."""
    product, stock, sale = (
        made.exists()
        for made in (
            _one(ProductRow).where(~ProductRow.is_deleted),
            _one(InventoryRow).where(InventoryRow.stock_level > 0),
            _one(OrderRow),
        )
    )
    return FirstSteps(*session.execute(select(product, stock, sale)).one())


def _one(row: type[ProductRow | InventoryRow | OrderRow]) -> Select[*tuple[object, ...]]:
    return select(row.id)
