"""Decode what commands of the till answer into domain values."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from uuid import UUID

from storedesk.domain.catalog import sha256_of
from storedesk.domain.customers import CustomerLine
from storedesk.domain.till import (
    Method,
    Paid,
    ParkedSale,
    PriceChange,
    Quote,
    Sale,
    SaleLine,
    Shortage,
    SpentCredit,
    Tender,
    Undone,
)
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine
from storedesk.persistence.decode import terminals
from storedesk.persistence.decode.answer import Document
from storedesk.persistence.decode.exchanges import credit_slip, exchange
from storedesk.persistence.decode.measures import measure
from storedesk.persistence.rows.instants import instant

identity = lru_cache(maxsize=4096)(UUID)
"""Reads an id; every answer about a sale has those of the one before."""


def sale(payload: Document) -> Sale:
    """Read a sale in progress."""
    currency = payload["currency"]
    total = money(payload["total"], currency)
    return Sale(
        order_id=identity(payload["order_id"]),
        register_id=identity(payload["register_id"]),
        version=payload["version"],
        lines=tuple(_line(line, currency) for line in payload["lines"]),
        customer=_customer(payload["customer"]),
        label=payload["label"],
        subtotal=money(payload["subtotal"], currency),
        tax=money(payload["tax"], currency),
        total=total,
        tax_lines=tax_lines(payload["tax_lines"]),
        quote_expires_at=optional_instant(payload["quote_expires_at"]),
        touched=optional_id(payload["touched"]),
        taken=money(payload["taken"], currency) if Decimal(payload["taken"]) else None,
        exchange=exchange(payload["exchange"], currency, total),
    )


def undone(payload: Document) -> Undone:
    """Read what was undone of a sale, with the sale as it is by now."""
    told = payload["undone"]
    return Undone(
        sale=sale(payload),
        name=told.get("name"),
        description=told.get("description"),
        was=told.get("was", 0),
        pieces=told.get("pieces", 0),
        price=perhaps(told.get("price"), payload["currency"]),
        customer=told.get("customer"),
        is_priced=told.get("is_priced", True),
        items=told.get("items", 1),
    )


def quote(payload: Document) -> Quote:
    """Read what a sale comes to, and what stands in the way."""
    currency = payload["sale"]["currency"]
    return Quote(
        sale=sale(payload["sale"]),
        is_held=payload["is_held"],
        changes=tuple(
            PriceChange(c["name"], money(c["old"], currency), money(c["new"], currency))
            for c in payload["changes"]
        ),
        shortages=tuple(shortage(s) for s in payload["shortages"]),
        terminal=terminals.payments(payload["terminal"]),
        taken=taken(payload["taken"]),
    )


def taken(payload: Sequence[Document]) -> tuple[Tender, ...]:
    """Read what was taken for parts of a sale."""
    return tuple(
        Tender(
            id=identity(one["id"]),
            method=Method(one["method"]),
            amount=money(one["amount"], one["currency"]),
            card_brand=one["card_brand"],
            last_four=one["last_four"],
            reference=one["reference"],
            paypal_email=one["paypal_email"],
        )
        for one in payload
    )


def shortage(payload: Document) -> Shortage:
    """Read of which product there are too few."""
    return Shortage(
        product_id=identity(payload["product_id"]),
        name=payload["name"],
        wanted=payload["wanted"],
        available=payload["available"],
        of_variants=payload["of_variants"],
    )


def paid(payload: Document) -> Paid:
    """Read what a sale was booked as."""
    currency = payload["currency"]
    total = money(payload["total"], currency)
    return Paid(
        order_id=identity(payload["order_id"]),
        order_number=payload["order_number"],
        total=total,
        change=money(payload["change"], currency),
        found=tuple(payload["found"]),
        cash_level=payload.get("cash_level"),
        credit=tuple(
            SpentCredit(
                one["number"],
                money(one["amount"], currency),
                money(one["left"], currency),
            )
            for one in payload.get("credit") or ()
        ),
        exchange=exchange(payload.get("exchange"), currency, total),
        slip=credit_slip(payload.get("slip")),
    )


def parked(payload: list[Document]) -> tuple[ParkedSale, ...]:
    """Read the sales that are put aside."""
    return tuple(
        ParkedSale(
            order_id=identity(one["order_id"]),
            label=one["label"],
            lines=one["lines"],
            total=money(one["total"], one["currency"]),
            register=one["register"],
            parked_at=instant(one["parked_at"]),
        )
        for one in payload
    )


def lowered_from(usual: str | None, price: str, currency: str) -> Money | None:
    """Read a usual price; None where it is not above what is asked."""
    if usual is None or Decimal(usual) <= Decimal(price):
        return None
    return money(usual, currency)


def _line(payload: Document, currency: str) -> SaleLine:
    return SaleLine(
        id=identity(payload["id"]),
        product_id=identity(payload["product_id"]),
        variant_id=optional_id(payload["variant_id"]),
        name=payload["name"],
        description=payload["description"],
        unit_price=money(payload["unit_price"], currency),
        list_price=money(payload["list_price"], currency),
        quantity=payload["quantity"],
        subtotal=money(payload["subtotal"], currency),
        missing=payload["missing"],
        is_sellable=payload["is_sellable"],
        picture=sha256_of(payload["picture"]),
        note=payload["note"],
        promotion=payload.get("promotion"),
        measure=measure(payload.get("measure"), currency),
    )


def _customer(payload: Document | None) -> CustomerLine | None:
    if payload is None:
        return None
    return CustomerLine(**payload | {"id": identity(payload["id"])})


def tax_lines(payload: list[Document]) -> tuple[TaxLine, ...]:
    """Read taxes by name and rate."""
    return tuple(
        TaxLine(one["name"], Decimal(one["rate"]), Decimal(one["base"]), Decimal(one["tax"]))
        for one in payload
    )


def money(amount: str, currency: str) -> Money:
    """Read an amount."""
    return Money(Decimal(amount), currency)


def perhaps(amount: str | None, currency: str) -> Money | None:
    """Read an amount, or None."""
    return None if amount is None else money(amount, currency)


def optional_instant(payload: str | None) -> datetime | None:
    """Read an instant, or None."""
    return None if payload is None else instant(payload)


def optional_id(payload: str | None) -> UUID | None:
    """Read an id, or None."""
    return None if payload is None else identity(payload)
