"""Decode what commands about orders answer into domain values."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from storedesk.domain.credit import WrongCode
from storedesk.domain.fulfillment import (
    NewPrice,
    OrderResult,
    Placing,
    ReturnPreview,
    ReturnReceipt,
)
from storedesk.domain.orders import OrderStatus
from storedesk.domain.refusals.errors import NotAllowed
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine
from storedesk.persistence.decode import credit, till
from storedesk.persistence.decode.exchanges import credit_slip, refunds, returned_lines
from storedesk.persistence.decode.fiscal import fiscal_note
from storedesk.persistence.decode.receipts import receipt
from storedesk.persistence.rows.instants import instant

Document = dict[str, Any]


def step(payload: Document) -> OrderResult:
    """Read an order after something was done with it."""
    currency = payload["currency"]
    return OrderResult(
        order_id=UUID(payload["order_id"]),
        order_number=payload["order_number"],
        status=OrderStatus(payload["status"]),
        version=payload["version"],
        change=Money(Decimal(payload["change"]), currency),
        refunded=Money(Decimal(payload["refunded"]), currency),
        refunds=refunds(payload["refunds"], currency),
        credit=credit_slip(payload.get("credit")),
    )


def returned(payload: Document) -> OrderResult | WrongCode:
    """Read an order after a return, or that no gift card has the code that was given."""
    wrong = credit.wrong(payload) if "state" in payload else None
    return wrong or step(payload)


def placing(payload: Document) -> Placing:
    """Read whether an order was placed, or what stands in the way."""
    currency = payload["currency"]
    return Placing(
        step=step(payload) if payload["is_placed"] else None,
        changes=tuple(
            NewPrice(
                name=one["name"],
                product_id=UUID(one["product_id"]),
                variant_id=None if one["variant_id"] is None else UUID(one["variant_id"]),
                old=Money(Decimal(one["old"]), currency),
                new=Money(Decimal(one["new"]), currency),
            )
            for one in payload["changes"]
        ),
        shortages=tuple(till.shortage(one) for one in payload["shortages"]),
        subtotal=Money(Decimal(payload["subtotal"]), currency),
        shipping=Money(Decimal(payload["shipping"]), currency),
        tax=Money(Decimal(payload["tax"]), currency),
        total=Money(Decimal(payload["total"]), currency),
        tax_lines=_tax_lines(payload["tax_lines"]),
    )


def return_preview(payload: Document) -> ReturnPreview:
    """Read what a return would give back."""
    currency = payload["currency"]
    return ReturnPreview(
        refund=Money(Decimal(payload["refund"]), currency),
        tax=Money(Decimal(payload["tax"]), currency),
        shipping=Money(Decimal(payload["shipping"]), currency),
        refunds=refunds(payload["refunds"], currency),
        beyond=_beyond(payload["beyond"]),
    )


def _beyond(payload: Document | None) -> NotAllowed | None:
    return NotAllowed(payload["code"], **payload["parameters"]) if payload else None


def return_receipt(payload: Document) -> ReturnReceipt:
    """Read a return as its receipt says it."""
    currency = payload["order"]["currency"]
    return ReturnReceipt(
        fiscal=fiscal_note(payload.get("fiscal")),
        return_id=UUID(payload["return_id"]),
        returned_at=instant(payload["returned_at"]),
        reason=payload["reason"],
        by=payload["by"],
        register=payload["register"],
        lines=returned_lines(payload["lines"], currency),
        shipping=Money(Decimal(payload["shipping"]), currency),
        refund=Money(Decimal(payload["refund"]), currency),
        tax_lines=_tax_lines(payload["tax_lines"]),
        refunds=refunds(payload["refunds"], currency),
        order=receipt(payload["order"]),
        paid_for=payload.get("paid_for"),
        credited=payload.get("credited"),
    )


def _tax_lines(payload: list[Document]) -> tuple[TaxLine, ...]:
    return tuple(
        TaxLine(one["name"], Decimal(one["rate"]), Decimal(one["base"]), Decimal(one["tax"]))
        for one in payload
    )
