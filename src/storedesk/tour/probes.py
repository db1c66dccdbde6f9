"""Read tables directly, past all commands, to check what the window did."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from storedesk.persistence.rows import (
    BarcodeRow,
    CustomerRow,
    InventoryRow,
    LedgerRow,
    OrderLineRow,
    OrderPaymentRow,
    OrderRow,
    OrderTaxLineRow,
    PosSaleRow,
    ProductRow,
    StaffRow,
    StoreSettingsRow,
    TillCartRow,
    TillSessionRow,
    VariantRow,
)
from storedesk.queries.stock_lists import AVAILABLE


@dataclass(frozen=True, slots=True)
class StockedProduct:
    """A product with a barcode, and how many of it there are."""

    product_id: UUID
    name: str
    code: str
    price: Decimal
    on_hand: int
    reserved: int


@dataclass(frozen=True, slots=True)
class ProbedCustomer:
    """A customer."""

    id: UUID
    first_name: str
    last_name: str

    @property
    def name(self) -> str:
        """Return the whole name."""
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is in a store."""

    products: int
    customers: int
    orders: int


@dataclass(frozen=True, slots=True)
class BookedPayment:
    """A tender as it was written down."""

    method: str
    amount: Decimal
    tendered: Decimal | None
    change: Decimal | None
    last_four: str | None


@dataclass(frozen=True, slots=True)
class BookedSale:
    """An order of the till with all that hangs on it."""

    order_id: UUID
    number: str
    status: str
    subtotal: Decimal
    tax: Decimal
    total: Decimal
    customer: str
    cashier: str
    pieces: dict[UUID, int]
    """How many of each product."""
    tax_lines: Decimal
    payments: tuple[BookedPayment, ...]
    moved: dict[UUID, int]
    """What the ledger says went off the shelf, by product."""


@dataclass(frozen=True, slots=True)
class OpenSale:
    """A sale that is not paid yet."""

    order_id: UUID
    label: str | None
    is_parked: bool


@dataclass(frozen=True, slots=True)
class BookedShift:
    """A shift, open or closed."""

    status: str
    opened_by: str
    opening_float: Decimal
    z_number: int | None
    expected: Decimal | None
    counted: Decimal | None
    reason: str | None


def products(session: Session, *, count: int, at_least: int = 12) -> tuple[StockedProduct, ...]:
    """Return `count` plain products on sale with `at_least` so many left, a category each."""
    query = (
        select(
            ProductRow.id,
            ProductRow.name,
            BarcodeRow.barcode,
            ProductRow.price_amount,
            InventoryRow.stock_level,
            InventoryRow.reserved_quantity,
        )
        .join(BarcodeRow, BarcodeRow.product_id == ProductRow.id)
        .join(InventoryRow, InventoryRow.product_id == ProductRow.id)
        .where(
            ProductRow.status == "active",
            ~ProductRow.is_deleted,
            BarcodeRow.variant_id.is_(None),
            ~select(VariantRow).where(VariantRow.product_id == ProductRow.id).exists(),
            at_least <= AVAILABLE,
        )
        .distinct(ProductRow.category_id)
        .order_by(ProductRow.category_id, BarcodeRow.barcode)
        .limit(count)
    )
    return tuple(StockedProduct(*row) for row in session.execute(query))


def regular(session: Session) -> ProbedCustomer:
    """Return whoever buys most often, of those whose name any keyboard can type."""
    orders = func.count(OrderRow.id)
    query = (
        select(CustomerRow.id, CustomerRow.first_name, CustomerRow.last_name)
        .join(OrderRow, OrderRow.customer_id == CustomerRow.id)
        .where(
            CustomerRow.id.not_in(select(StoreSettingsRow.walk_in_customer_id)),
            CustomerRow.last_name.regexp_match("^[A-Za-z]{3,}$"),
        )
        .group_by(CustomerRow.id)
        .order_by(orders.desc(), CustomerRow.id)
        .limit(1)
    )
    return ProbedCustomer(*session.execute(query).one())


def logins(session: Session) -> frozenset[str]:
    """Return the logins that are connected to this database now."""
    query = text("SELECT usename FROM pg_stat_activity WHERE datname = current_database()")
    return frozenset(session.scalars(query))


def extent(session: Session) -> Extent:
    """Count what there is."""
    counts = [select(func.count()).select_from(row) for row in (ProductRow, CustomerRow, OrderRow)]
    return Extent(*(session.scalar(query) or 0 for query in counts))


def stock(session: Session, product_ids: Iterable[UUID]) -> dict[UUID, tuple[int, int]]:
    """Return how many pieces of each product are on hand, and reserved."""
    query = select(
        InventoryRow.product_id, InventoryRow.stock_level, InventoryRow.reserved_quantity
    ).where(InventoryRow.product_id.in_(list(product_ids)))
    return {key: (on_hand, reserved) for key, on_hand, reserved in session.execute(query)}


def sale(session: Session, number: str) -> BookedSale | None:
    """Return the till's order with that number."""
    row = session.execute(
        select(OrderRow, CustomerRow.first_name, CustomerRow.last_name, StaffRow.login)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(PosSaleRow, PosSaleRow.order_id == OrderRow.id)
        .join(StaffRow, StaffRow.id == PosSaleRow.cashier_id)
        .where(OrderRow.order_number == number)
    ).one_or_none()
    if row is None:
        return None
    order, first, last, cashier = row
    return BookedSale(
        order_id=order.id,
        number=order.order_number,
        status=order.status,
        subtotal=order.subtotal_amount,
        tax=order.tax_amount,
        total=order.total_amount,
        customer=f"{first} {last}".strip(),
        cashier=cashier,
        pieces=_pieces(session, order.id),
        tax_lines=_taxes(session, order.id),
        payments=_payments(session, order.id),
        moved=_moved(session, order.id),
    )


def open_sales(session: Session, register_id: UUID) -> tuple[OpenSale, ...]:
    """Return the unpaid sales of a register, parked or on the counter."""
    query = select(TillCartRow).where(TillCartRow.register_id == register_id)
    return tuple(
        OpenSale(row.order_id, row.label, row.parked_at is not None)
        for row in session.scalars(query)
    )


def last_shift(session: Session, register_id: UUID) -> BookedShift | None:
    """Return the shift that was opened last at a register."""
    query = (
        select(TillSessionRow, StaffRow.login)
        .join(StaffRow, StaffRow.id == TillSessionRow.opened_by)
        .where(TillSessionRow.register_id == register_id)
        .order_by(TillSessionRow.opened_at.desc())
        .limit(1)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        return None
    row, login = found
    return BookedShift(
        row.status, login, row.opening_float_amount, row.z_number, row.expected_cash_amount,
        row.counted_cash_amount, row.difference_reason,
    )  # fmt: skip


def drawer(session: Session, register_id: UUID) -> Decimal:
    """Add up what should be in a register's drawer in its open shift, tender by tender."""
    session_id, opening_float = session.execute(
        select(TillSessionRow.id, TillSessionRow.opening_float_amount).where(
            TillSessionRow.register_id == register_id, TillSessionRow.status == "open"
        )
    ).one()
    taken = select(func.sum(OrderPaymentRow.amount + OrderPaymentRow.rounding_amount)).where(
        OrderPaymentRow.till_session_id == session_id, OrderPaymentRow.method == "cash"
    )
    return Decimal(opening_float + (session.scalar(taken) or 0))


def last_movement(session: Session, product_id: UUID) -> tuple[str, int, str, str] | None:
    """Return the newest line of a product's ledger: operation, pieces, reason and login."""
    query = (
        select(LedgerRow.operation_type, LedgerRow.adjustment, LedgerRow.reason, StaffRow.login)
        .join(StaffRow, StaffRow.id == LedgerRow.user_id)
        .where(LedgerRow.product_id == product_id)
        .order_by(LedgerRow.seq.desc())
        .limit(1)
    )
    found = session.execute(query).one_or_none()
    return (found[0], found[1], found[2], found[3]) if found else None


def _pieces(session: Session, order_id: UUID) -> dict[UUID, int]:
    query = (
        select(OrderLineRow.product_id, func.sum(OrderLineRow.quantity))
        .where(OrderLineRow.order_id == order_id)
        .group_by(OrderLineRow.product_id)
    )
    return {product: int(pieces) for product, pieces in session.execute(query)}


def _moved(session: Session, order_id: UUID) -> dict[UUID, int]:
    query = select(LedgerRow.product_id, LedgerRow.adjustment).where(
        LedgerRow.order_id == order_id, LedgerRow.operation_type == "deduct"
    )
    return {product: -by for product, by in session.execute(query)}


def _taxes(session: Session, order_id: UUID) -> Decimal:
    query = select(func.sum(OrderTaxLineRow.tax_amount)).where(OrderTaxLineRow.order_id == order_id)
    return session.scalar(query) or Decimal(0)


def _payments(session: Session, order_id: UUID) -> tuple[BookedPayment, ...]:
    rows = session.scalars(select(OrderPaymentRow).where(OrderPaymentRow.order_id == order_id))
    return tuple(
        BookedPayment(
            row.method, row.amount, row.tendered_amount, row.change_amount, row.card_last_four
        )
        for row in rows
    )
