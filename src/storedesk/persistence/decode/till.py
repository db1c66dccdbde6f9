"""What commands answer: JSON documents, read into domain values as they arrive."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Dialect
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator

from storedesk.domain.customers import CustomerLine
from storedesk.domain.orders import Payment, Receipt, ReceiptLine
from storedesk.domain.till import (
    DrawerCount,
    FoundItem,
    Method,
    Paid,
    ParkedSale,
    PriceChange,
    Quote,
    Sale,
    SaleLine,
    Shift,
    ShiftPerson,
    ShiftReport,
    Shortage,
    TenderTotal,
)
from storedesk.domain.values.addresses import town_line
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine, TaxMode
from storedesk.persistence.rows.instants import instant

T = TypeVar("T")
Document = dict[str, Any]
"""An object of a JSON document: money and rates are text, times are ISO in UTC without zone."""


class Answer(TypeDecorator[T], Generic[T]):
    """The type of a command's answer: a document that `read` makes a T of."""

    impl = JSONB
    cache_ok = True

    def __init__(self, read: Callable[[Any], T]) -> None:
        super().__init__()
        self.read = read

    def process_result_value(self, value: Any, dialect: Dialect) -> T | None:  # noqa: ARG002
        """Read the document; NULL stays None."""
        return None if value is None else self.read(value)


def nothing(_: Document) -> None:
    """Read an answer that says no more than that it is done."""


def sale(told: Document) -> Sale:
    """Read a sale in progress."""
    currency = told["currency"]
    return Sale(
        order_id=UUID(told["order_id"]),
        register_id=UUID(told["register_id"]),
        version=told["version"],
        lines=tuple(_line(line, currency) for line in told["lines"]),
        customer=_customer(told["customer"]),
        label=told["label"],
        subtotal=_money(told["subtotal"], currency),
        tax=_money(told["tax"], currency),
        total=_money(told["total"], currency),
        tax_lines=_tax_lines(told["tax_lines"]),
        quote_expires_at=_instant(told["quote_expires_at"]),
        touched=_id(told["touched"]),
    )


def quote(told: Document) -> Quote:
    """Read what a sale comes to, and what stands in the way."""
    currency = told["sale"]["currency"]
    return Quote(
        sale=sale(told["sale"]),
        is_held=told["is_held"],
        changes=tuple(
            PriceChange(c["name"], _money(c["old"], currency), _money(c["new"], currency))
            for c in told["changes"]
        ),
        shortages=tuple(shortage(s) for s in told["shortages"]),
    )


def shortage(told: Document) -> Shortage:
    """Read of which product there are too few."""
    return Shortage(
        product_id=UUID(told["product_id"]),
        name=told["name"],
        wanted=told["wanted"],
        available=told["available"],
        of_variants=told["of_variants"],
    )


def paid(told: Document) -> Paid:
    """Read what a sale was booked as."""
    return Paid(
        order_id=UUID(told["order_id"]),
        order_number=told["order_number"],
        total=_money(told["total"], told["currency"]),
        change=_money(told["change"], told["currency"]),
        found=tuple(told["found"]),
    )


def parked(told: list[Document]) -> tuple[ParkedSale, ...]:
    """Read the sales that are put aside."""
    return tuple(
        ParkedSale(
            order_id=UUID(one["order_id"]),
            label=one["label"],
            lines=one["lines"],
            total=_money(one["total"], one["currency"]),
            register=one["register"],
            parked_at=instant(one["parked_at"]),
        )
        for one in told
    )


def item(told: Document) -> FoundItem:
    """Read an item that was found."""
    return FoundItem(
        product_id=UUID(told["product_id"]),
        variant_id=_id(told["variant_id"]),
        name=told["name"],
        description=told["description"],
        code=told["code"],
        price=_money(told["price"], told["currency"]),
        available=told["available"],
        of_variants=told["of_variants"],
    )


def items(told: list[Document]) -> tuple[FoundItem, ...]:
    """Read what a search has found."""
    return tuple(map(item, told))


def shift(told: Document) -> Shift:
    """Read a shift."""
    return Shift(
        id=UUID(told["id"]),
        register_id=UUID(told["register_id"]),
        opened_by=told["opened_by"],
        opened_at=instant(told["opened_at"]),
        opening_float=_money(told["opening_float"], told["currency"]),
        opener_id=UUID(told["opener_id"]),
        people=tuple(
            ShiftPerson(UUID(one["id"]), one["name"], one["login"]) for one in told["people"]
        ),
    )


def shift_report(told: Document) -> ShiftReport:
    """Read the report of a shift."""
    currency = told["currency"]
    return ShiftReport(
        shift=shift(told["shift"]),
        register=told["register"],
        z_number=told["z_number"],
        closed_at=_instant(told["closed_at"]),
        closed_by=told["closed_by"],
        sales=told["sales"],
        gross=_money(told["gross"], currency),
        tenders=tuple(
            TenderTotal(
                Method(one["method"]),
                _money(one["taken"], currency),
                _money(one["refunded"], currency),
                one["count"],
            )
            for one in told["tenders"]
        ),
        paid_in=_money(told["paid_in"], currency),
        paid_out=_money(told["paid_out"], currency),
        expected=_perhaps(told["expected"], currency),
        counted=_perhaps(told["counted"], currency),
        difference=_perhaps(told["difference"], currency),
        difference_reason=told["difference_reason"],
        counts=tuple(_count(one, currency) for one in told["counts"]),
    )


def _count(told: Document, currency: str) -> DrawerCount:
    return DrawerCount(
        counted=_money(told["counted"], currency),
        expected=_money(told["expected"], currency),
        by=told["by"],
        at=datetime.fromisoformat(told["at"]),
        is_correction=told["is_correction"],
    )


def receipt(told: Document) -> Receipt:
    """Read an order as its receipt says it."""
    currency, store = told["currency"], told["store"]
    return Receipt(
        order_id=UUID(told["order_id"]),
        order_number=told["order_number"],
        sold_at=instant(told["sold_at"]),
        time_zone=told["time_zone"],
        register=told["register"],
        cashier=told["cashier"],
        customer=told["customer"],
        store_name=store["name"],
        store_address=_address(store),
        store_tax_id=store["tax_id"],
        lines=tuple(
            ReceiptLine(
                name=line["name"],
                description=line["description"],
                quantity=line["quantity"],
                unit_price=_money(line["unit_price"], currency),
                subtotal=_money(line["subtotal"], currency),
            )
            for line in told["lines"]
        ),
        subtotal=_money(told["subtotal"], currency),
        shipping=_money(told["shipping"], currency),
        tax=_money(told["tax"], currency),
        total=_money(told["total"], currency),
        tax_mode=TaxMode(told["tax_mode"]),
        tax_lines=_tax_lines(told["tax_lines"]),
        payments=tuple(_payment(one, currency) for one in told["payments"]),
    )


def _payment(told: Document, currency: str) -> Payment:
    return Payment(
        method=Method(told["method"]),
        amount=_money(told["amount"], currency),
        tendered=_perhaps(told["tendered"], currency),
        change=_perhaps(told["change"], currency),
        detail=told["detail"],
    )


def _line(told: Document, currency: str) -> SaleLine:
    return SaleLine(
        id=UUID(told["id"]),
        product_id=UUID(told["product_id"]),
        variant_id=_id(told["variant_id"]),
        name=told["name"],
        description=told["description"],
        unit_price=_money(told["unit_price"], currency),
        list_price=_money(told["list_price"], currency),
        quantity=told["quantity"],
        subtotal=_money(told["subtotal"], currency),
        missing=told["missing"],
        is_sellable=told["is_sellable"],
    )


def _customer(told: Document | None) -> CustomerLine | None:
    if told is None:
        return None
    return CustomerLine(**told | {"id": UUID(told["id"])})


def _tax_lines(told: list[Document]) -> tuple[TaxLine, ...]:
    return tuple(
        TaxLine(one["name"], Decimal(one["rate"]), Decimal(one["base"]), Decimal(one["tax"]))
        for one in told
    )


def _address(store: Document) -> tuple[str, ...]:
    parts = ("city", "state", "postal_code", "country")
    town = town_line(**{part: store[part] or "" for part in parts})
    return tuple(filter(None, (store["street"], town, store["phone"])))


def _money(amount: str, currency: str) -> Money:
    return Money(Decimal(amount), currency)


def _perhaps(amount: str | None, currency: str) -> Money | None:
    return None if amount is None else _money(amount, currency)


def _instant(told: str | None) -> datetime | None:
    return None if told is None else instant(told)


def _id(told: str | None) -> UUID | None:
    return None if told is None else UUID(told)
