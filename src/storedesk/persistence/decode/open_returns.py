"""Decode what commands about returns without a receipt answer into domain values."""

from uuid import UUID

from storedesk.domain.credit import WrongCode
from storedesk.domain.open_returns import (
    OpenReturnPreview,
    OpenReturnReceipt,
    OpenReturnResult,
    SaleOfItem,
    ValuedItem,
)
from storedesk.domain.shifts import CashLevel
from storedesk.domain.till import Method
from storedesk.domain.values.tax import TaxMode
from storedesk.persistence.decode import credit
from storedesk.persistence.decode.answer import Document
from storedesk.persistence.decode.exchanges import credit_slip
from storedesk.persistence.decode.fiscal import fiscal_note
from storedesk.persistence.decode.receipts import address_lines
from storedesk.persistence.decode.till import money, optional_id, perhaps, tax_lines
from storedesk.persistence.rows.instants import instant


def preview(payload: Document) -> OpenReturnPreview:
    """Read what a return without a receipt would be worth."""
    currency = payload["currency"]
    return OpenReturnPreview(
        lines=tuple(_item(one, currency) for one in payload["lines"]),
        subtotal=money(payload["subtotal"], currency),
        tax=money(payload["tax"], currency),
        total=money(payload["total"], currency),
        cash=money(payload["cash"], currency),
    )


def _item(payload: Document, currency: str) -> ValuedItem:
    return ValuedItem(
        product_id=UUID(payload["product"]),
        variant_id=optional_id(payload["variant"]),
        name=payload["name"],
        description=payload["description"],
        quantity=payload["quantity"],
        restocked=payload["restocked"],
        value=money(payload["value"], currency),
        amount=money(payload["amount"], currency),
        lowest=money(payload["lowest"], currency),
        sold_at=instant(payload["sold_at"]),
        number=payload["number"],
    )


def taken(payload: Document) -> OpenReturnResult | WrongCode:
    """Read a return without a receipt, or that no gift card has the code that was given."""
    if wrong := credit.wrong(payload) if "state" in payload else None:
        return wrong
    currency, level = payload["currency"], payload["cash_level"]
    return OpenReturnResult(
        return_id=UUID(payload["open_return"]),
        number=payload["number"],
        at=instant(payload["at"]),
        refunded=money(payload["refunded"], currency),
        method=Method(payload["method"]),
        cash=perhaps(payload["cash"], currency),
        credit=credit_slip(payload.get("credit")),
        cash_level=CashLevel(level) if level else None,
    )


def sales(payload: list[Document]) -> tuple[SaleOfItem, ...]:
    """Read the sales by which an item can still come back."""
    return tuple(
        SaleOfItem(
            order_id=UUID(one["order_id"]),
            order_number=one["order_number"],
            sold_at=instant(one["sold_at"]),
            customer=one["customer"],
            total=money(one["total"], one["currency"]),
            left=one["left"],
            price=money(one["price"], one["currency"]),
        )
        for one in payload
    )


def receipt(payload: Document) -> OpenReturnReceipt:
    """Read a return without a receipt as its receipt says it."""
    currency, store = payload["currency"], payload["store"]
    return OpenReturnReceipt(
        return_id=UUID(payload["open_return"]),
        number=payload["number"],
        returned_at=instant(payload["returned_at"]),
        time_zone=payload["time_zone"],
        reason=payload["reason"],
        register=payload["register"],
        by=payload["by"],
        store_name=store["name"],
        store_address=address_lines(store),
        store_tax_id=store["tax_id"],
        lines=tuple(
            (one["name"], one["description"], one["quantity"], money(one["amount"], currency))
            for one in payload["lines"]
        ),
        refund=money(payload["refund"], currency),
        tax_mode=TaxMode(payload["tax_mode"]),
        tax_lines=tax_lines(payload["tax_lines"]),
        method=Method(payload["method"]),
        cash=perhaps(payload["cash"], currency),
        account=payload["account"],
        left=perhaps(payload["left"], currency),
        fiscal=fiscal_note(payload["fiscal"]),
    )
