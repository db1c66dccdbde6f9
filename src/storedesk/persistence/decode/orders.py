"""What the commands about orders answer: JSON documents, read into domain values."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from storedesk.domain.fulfillment import (
    NewPrice,
    Placing,
    Refund,
    ReturnedItem,
    ReturnPreview,
    ReturnReceipt,
    Step,
)
from storedesk.domain.orders import OrderStatus
from storedesk.domain.refusals.errors import NotAllowed
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine
from storedesk.persistence.decode import till
from storedesk.persistence.rows.instants import instant

Document = dict[str, Any]


def step(told: Document) -> Step:
    """Read an order after something was done with it."""
    currency = told["currency"]
    return Step(
        order_id=UUID(told["order_id"]),
        order_number=told["order_number"],
        status=OrderStatus(told["status"]),
        version=told["version"],
        change=Money(Decimal(told["change"]), currency),
        refunded=Money(Decimal(told["refunded"]), currency),
        refunds=_refunds(told["refunds"], currency),
    )


def placing(told: Document) -> Placing:
    """Read whether an order was placed, or what stands in the way."""
    currency = told["currency"]
    return Placing(
        step=step(told) if told["is_placed"] else None,
        changes=tuple(
            NewPrice(
                name=one["name"],
                product_id=UUID(one["product_id"]),
                variant_id=None if one["variant_id"] is None else UUID(one["variant_id"]),
                old=Money(Decimal(one["old"]), currency),
                new=Money(Decimal(one["new"]), currency),
            )
            for one in told["changes"]
        ),
        shortages=tuple(till.shortage(one) for one in told["shortages"]),
        subtotal=Money(Decimal(told["subtotal"]), currency),
        shipping=Money(Decimal(told["shipping"]), currency),
        tax=Money(Decimal(told["tax"]), currency),
        total=Money(Decimal(told["total"]), currency),
        tax_lines=_tax_lines(told["tax_lines"]),
    )


def return_preview(told: Document) -> ReturnPreview:
    """Read what a return would give back."""
    currency = told["currency"]
    return ReturnPreview(
        refund=Money(Decimal(told["refund"]), currency),
        tax=Money(Decimal(told["tax"]), currency),
        shipping=Money(Decimal(told["shipping"]), currency),
        refunds=_refunds(told["refunds"], currency),
        beyond=_beyond(told["beyond"]),
    )


def _beyond(told: Document | None) -> NotAllowed | None:
    return NotAllowed(told["code"], **told["parameters"]) if told else None


def return_receipt(told: Document) -> ReturnReceipt:
    """Read a return as its receipt says it."""
    currency = told["order"]["currency"]
    return ReturnReceipt(
        return_id=UUID(told["return_id"]),
        returned_at=instant(told["returned_at"]),
        reason=told["reason"],
        by=told["by"],
        register=told["register"],
        lines=tuple(
            ReturnedItem(
                name=line["name"],
                description=line["description"],
                quantity=line["quantity"],
                restocked=line["restocked"],
                refund=Money(Decimal(line["refund"]), currency),
            )
            for line in told["lines"]
        ),
        shipping=Money(Decimal(told["shipping"]), currency),
        refund=Money(Decimal(told["refund"]), currency),
        tax_lines=_tax_lines(told["tax_lines"]),
        refunds=_refunds(told["refunds"], currency),
        order=till.receipt(told["order"]),
    )


def _tax_lines(told: list[Document]) -> tuple[TaxLine, ...]:
    return tuple(
        TaxLine(one["name"], Decimal(one["rate"]), Decimal(one["base"]), Decimal(one["tax"]))
        for one in told
    )


def _refunds(told: list[Document], currency: str) -> tuple[Refund, ...]:
    return tuple(
        Refund(
            method=Method(one["method"]),
            amount=Money(Decimal(one["amount"]), currency),
            rounding=Money(Decimal(one["rounding"]), currency),
            detail=one["detail"],
        )
        for one in told
    )
