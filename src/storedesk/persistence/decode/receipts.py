"""Read receipts, of what was sold and what was paid, from what the database answers."""

from collections.abc import Sequence

from storedesk.domain.exchanges import Exchange
from storedesk.domain.orders import Payment, Receipt, ReceiptLine, UnprintedReceipt
from storedesk.domain.till import Method
from storedesk.domain.values.addresses import store_lines
from storedesk.domain.values.tax import TaxMode
from storedesk.persistence.decode.answer import Document
from storedesk.persistence.decode.exchanges import exchange
from storedesk.persistence.decode.fiscal import fiscal_note
from storedesk.persistence.decode.measures import measure
from storedesk.persistence.decode.till import identity, lowered_from, money, perhaps, tax_lines
from storedesk.persistence.rows.instants import instant


def receipt(payload: Document) -> Receipt:
    """Read an order as its receipt says it."""
    currency, store = payload["currency"], payload["store"]
    total = money(payload["total"], currency)
    back = exchange(payload.get("exchange"), currency, total)
    return Receipt(
        order_id=identity(payload["order_id"]),
        order_number=payload["order_number"],
        sold_at=instant(payload["sold_at"]),
        time_zone=payload["time_zone"],
        register=payload["register"],
        cashier=payload["cashier"],
        customer=payload["customer"],
        store_name=store["name"],
        store_address=address_lines(store),
        store_tax_id=store["tax_id"],
        lines=tuple(_receipt_line(line, currency) for line in payload["lines"]),
        subtotal=money(payload["subtotal"], currency),
        shipping=money(payload["shipping"], currency),
        tax=money(payload["tax"], currency),
        total=total,
        tax_mode=TaxMode(payload["tax_mode"]),
        tax_lines=tax_lines(payload["tax_lines"]),
        payments=_payments(payload["payments"], currency, back),
        exchange=back,
        fiscal=fiscal_note(payload.get("fiscal")),
        prints=payload.get("prints", 0),  # an e-mail queued by an earlier version has none
    )


def _receipt_line(line: Document, currency: str) -> ReceiptLine:
    return ReceiptLine(
        name=line["name"],
        description=line["description"],
        quantity=line["quantity"],
        unit_price=money(line["unit_price"], currency),
        subtotal=money(line["subtotal"], currency),
        note=line.get("note"),  # an e-mail queued by an earlier version has none
        usual_price=lowered_from(line.get("usual_price"), line["unit_price"], currency),
        promotion=line.get("promotion"),
        measure=measure(line.get("measure"), currency),
    )


def _payments(payload: list[Document], currency: str, back: Exchange | None) -> tuple[Payment, ...]:
    """Read the payments beside an exchange."""
    number = back.number if back else None
    return tuple(
        _payment(one, currency) for one in payload if number is None or one["detail"] != number
    )


def _payment(payload: Document, currency: str) -> Payment:
    return Payment(
        method=Method(payload["method"]),
        amount=money(payload["amount"], currency),
        tendered=perhaps(payload["tendered"], currency),
        change=perhaps(payload["change"], currency),
        detail=payload["detail"],
        left=perhaps(payload.get("left"), currency),  # earlier e-mails have none
        at=instant(taken) if (taken := payload.get("at")) else None,
        by=payload.get("by"),
        register=payload.get("register"),
    )


def address_lines(store: Document) -> tuple[str, ...]:
    """Read the address of the store as papers have it, with its telephone."""
    parts = ("street", "city", "state", "postal_code", "country")
    lines = store_lines(**{part: store[part] or "" for part in parts})
    return (*lines, store["phone"]) if store["phone"] else lines


def unprinted(payload: Sequence[Document]) -> tuple[UnprintedReceipt, ...]:
    """Read the sales whose receipts were not printed."""
    return tuple(
        UnprintedReceipt(
            order_id=identity(one["order_id"]),
            order_number=one["order_number"],
            sold_at=instant(one["sold_at"]),
            total=money(one["total"], one["currency"]),
        )
        for one in payload
    )
