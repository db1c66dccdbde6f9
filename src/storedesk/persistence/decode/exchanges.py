"""Decode what comes back: lines, refunds, the credit that got them, and what pays for a sale."""

from decimal import Decimal
from uuid import UUID

from storedesk.domain.credit_slips import CreditSlip
from storedesk.domain.exchanges import Exchange, Refund, ReturnedItem
from storedesk.domain.methods import Method
from storedesk.domain.values.money import Money
from storedesk.persistence.decode.answer import Document
from storedesk.persistence.decode.measures import measure


def exchange(payload: Document | None, currency: str, total: Money) -> Exchange | None:
    """Read what comes back for a sale of `total`; None where nothing does."""
    if payload is None:
        return None
    refund = Money(Decimal(payload["refund"]), currency)
    return Exchange(
        return_id=UUID(payload["return_id"]),
        order_number=payload["order_number"],
        reason=payload["reason"],
        lines=returned_lines(payload["lines"], currency),
        refund=refund,
        credited=min(refund, total),
        refunds=refunds(payload["refunds"], currency),
        number=payload.get("number"),
    )


def credit_slip(payload: Document | None) -> CreditSlip | None:
    """Read the account of credit that something went back to; None where that was none."""
    if payload is None:
        return None
    balance = Money(Decimal(payload["balance"]), payload["currency"])
    return CreditSlip(payload["number"], balance, payload.get("code"))


def returned_lines(payload: list[Document], currency: str) -> tuple[ReturnedItem, ...]:
    """Read the lines that come back."""
    return tuple(
        ReturnedItem(
            name=line["name"],
            description=line["description"],
            quantity=line["quantity"],
            restocked=line["restocked"],
            refund=Money(Decimal(line["refund"]), currency),
            measure=measure(line.get("measure"), currency),
        )
        for line in payload
    )


def refunds(payload: list[Document], currency: str) -> tuple[Refund, ...]:
    """Read the refunds by payment method."""
    return tuple(
        Refund(
            method=Method(one["method"]),
            amount=Money(Decimal(one["amount"]), currency),
            rounding=Money(Decimal(one["rounding"]), currency),
            detail=one["detail"],
            left=Money(Decimal(one["left"]), currency) if one.get("left") else None,
        )
        for one in payload
    )
