"""What a catalogue's file is compared with, and how what it brings is written."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import and_, func, select, text
from sqlalchemy.orm import Session

from storedesk.api.costs import import_costs
from storedesk.api.imports import begin_import, begin_stock_import, import_opening_stock
from storedesk.domain.catalog import Category
from storedesk.domain.costs import Cost
from storedesk.domain.importing.existing import KnownProduct, KnownVariant, Owner
from storedesk.domain.importing.file import code_key
from storedesk.domain.importing.stock import StockImport
from storedesk.domain.refusals.errors import NotAllowed
from storedesk.persistence.rows import (
    BarcodeRow,
    CategoryRow,
    ImageRow,
    InventoryRow,
    ProductCostRow,
    ProductRow,
    ProductSourceRow,
    StoreSettingsRow,
    VariantRow,
)

PATIENCE_MINUTES = 10
OPENED = 10_000
"""New products that get their first stock at a time."""
_COMMANDS = (
    "api.import_opening_stock(uuid, uuid[], int[], text)",
    "api.set_imported_stock(uuid, uuid, int)",
)


def take_time(session: Session) -> None:
    """Let this transaction's statements run longer than those of a till."""
    session.execute(text(f"SET LOCAL statement_timeout = '{PATIENCE_MINUTES}min'"))


def check_rights(session: Session) -> None:
    """Refuse whoever may not import: not_allowed. A dry run is nobody's who may not do it."""
    tables = (ProductRow, VariantRow, BarcodeRow, ImageRow, ProductSourceRow, CategoryRow)
    may = [
        func.has_any_column_privilege(str(row.__table__), right)
        for row in tables
        for right in ("INSERT", "UPDATE")
    ]
    may += [func.has_function_privilege(command, "EXECUTE") for command in _COMMANDS]
    if not session.execute(select(and_(*may))).scalar_one():
        raise NotAllowed("not_allowed")


def begin(session: Session) -> None:
    """Begin an import: it may hold what others wait for, and wait for others a little longer.

    Refused to whoever may not import.
    """
    take_time(session)
    session.execute(select(begin_import()))
    session.execute(text("SET LOCAL lock_timeout = '5s'"))


def currency(session: Session) -> str:
    """Return the store's currency."""
    return session.execute(select(StoreSettingsRow.currency)).scalar_one().strip()


def categories(session: Session) -> list[Category]:
    """Return the whole tree."""
    columns = (CategoryRow.id, CategoryRow.name, CategoryRow.parent_category_id, CategoryRow.depth)
    return [Category(*row) for row in session.execute(select(*columns).order_by(CategoryRow.depth))]


def references(session: Session, source: str) -> dict[str, UUID]:
    """Return which product each reference of a source became."""
    asked = select(ProductSourceRow.reference, ProductSourceRow.product_id).where(
        ProductSourceRow.source == source
    )
    return {code_key(reference): product for reference, product in session.execute(asked)}


def codes(session: Session) -> dict[str, Owner]:
    """Return what each code belongs to: SKUs and barcodes are one namespace."""
    barcodes = select(BarcodeRow.barcode, BarcodeRow.product_id, BarcodeRow.variant_id)
    skus = select(VariantRow.sku, VariantRow.product_id, VariantRow.id)
    found = session.execute(barcodes.union_all(skus))
    return {code_key(code): (product, variant) for code, product, variant in found}


def products(session: Session, ids: Collection[UUID]) -> dict[UUID, KnownProduct]:
    """Return products as far as a file may change them."""
    wanted = list(ids)
    variants = _variants(session, wanted)
    pictures = _pictures(session, wanted)
    extras = _extras(session, wanted)
    costs = _costs(session, wanted)
    asked = select(ProductRow).where(ProductRow.id == func.any(wanted))
    return {
        row.id: KnownProduct(
            id=row.id,
            name=row.name,
            price=row.price_amount,
            description=row.description,
            category=row.category_id,
            is_deleted=row.is_deleted,
            has_source=row.id in extras,
            extra=extras.get(row.id, {}),
            cost=costs.get(row.id),
            variants=tuple(variants.get(row.id, ())),
            pictures=frozenset(pictures.get(row.id, ())),
        )
        for row in session.execute(asked).scalars()
    }


def _costs(session: Session, ids: Collection[UUID]) -> dict[UUID, Decimal | None]:
    """Return what each product costs now, where that is known."""
    asked = (
        select(ProductCostRow.product_id, ProductCostRow.cost_amount)
        .where(ProductCostRow.product_id == func.any(ids), ProductCostRow.variant_id.is_(None))
        .order_by(ProductCostRow.valid_from, ProductCostRow.seq)
    )
    return {row.product_id: row.cost_amount for row in session.execute(asked)}  # the newest last


def open_stock(
    session: Session,
    levels: Mapping[UUID, int],
    reason: str,
    heard: Callable[[int], object] = int,
) -> None:
    """Write the first stock of new products; `heard` gets how many further ones have it."""
    stocked = [(product, level) for product, level in levels.items() if level > 0]
    for at in range(0, len(stocked), OPENED):
        some = dict(stocked[at : at + OPENED])
        session.execute(select(import_opening_stock(uuid4(), some, reason)))
        heard(len(some))


def write_costs(session: Session, costs: Sequence[Cost]) -> None:
    """Write down what products cost from today on."""
    for at in range(0, len(costs), OPENED):
        session.execute(select(import_costs(uuid4(), costs[at : at + OPENED])))


def stock_differing(session: Session, levels: Mapping[UUID, int]) -> dict[UUID, tuple[int, int]]:
    """Return what is on hand and what should be, of the products where that is not the same."""
    asked = select(InventoryRow.product_id, InventoryRow.stock_level).where(
        InventoryRow.product_id == func.any(list(levels))
    )
    found = session.execute(asked.order_by(InventoryRow.product_id))
    return {
        product: (on_hand, levels[product])
        for product, on_hand in found
        if on_hand != levels[product]
    }


def begin_stock(
    session: Session, files: str, counts: Mapping[UUID, tuple[int, int]], reason: str
) -> StockImport | None:
    """Write down what is to be set: what was seen, and what the files say, of each product.

    None where that is nothing. An interrupted import of the same files goes on.
    """
    command = begin_stock_import(
        uuid4(),
        files=files,
        products=list(counts),
        seen=[seen for seen, _ in counts.values()],
        levels=[level for _, level in counts.values()],
        reason=reason,
    )
    return session.execute(select(command.function)).scalar_one()


def _variants(session: Session, ids: list[UUID]) -> dict[UUID, list[KnownVariant]]:
    found: dict[UUID, list[KnownVariant]] = {}
    price = ProductRow.price_amount + VariantRow.price_adjustment_amount
    asked = (
        select(
            VariantRow.product_id, VariantRow.id, VariantRow.sku, VariantRow.size,
            VariantRow.color, price,
        )
        .join(ProductRow, ProductRow.id == VariantRow.product_id)
        .where(VariantRow.product_id == func.any(ids))
    )  # fmt: skip
    for product, variant, sku, size, color, amount in session.execute(asked):
        found.setdefault(product, []).append(KnownVariant(variant, sku, size, color, amount))
    return found


def _extras(session: Session, ids: list[UUID]) -> dict[UUID, dict[str, Any]]:
    asked = select(ProductSourceRow.product_id, ProductSourceRow.extra).where(
        ProductSourceRow.product_id == func.any(ids)
    )
    return {row.product_id: row.extra for row in session.execute(asked)}


def _pictures(session: Session, ids: list[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    asked = select(ImageRow.product_id, ImageRow.url).where(ImageRow.product_id == func.any(ids))
    for product, url in session.execute(asked):
        found.setdefault(product, []).append(url)
    return found


def needed(matched: Iterable[UUID | None]) -> list[UUID]:
    """Return the products that were matched, each once."""
    return list({product for product in matched if product is not None})
