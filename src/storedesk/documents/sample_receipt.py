"""Make the receipt of a sale that never was, to show what a store's receipts look like."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from storedesk.documents.strip import Speech
from storedesk.domain.orders import Payment, Receipt, ReceiptLine
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money, decimals, rounded
from storedesk.domain.values.tax import TaxLine, TaxMode

PRICES = (Decimal("4.50"), Decimal("12.00"))
GIVEN = Decimal(50)
WHOLE = 100
"""What prices are multiplied by in a currency without cents."""


def sample_receipt(
    store: StoreSettings, speech: Speech, now: datetime, *, register: str, cashier: str
) -> Receipt:
    """Return the receipt of two pieces and one, paid in cash; `now` is UTC without zone."""
    unit = 1 if decimals(store.currency) else WHOLE
    first, second = (Money(price * unit, store.currency) for price in PRICES)
    lines = (
        ReceiptLine(speech.translate("A product"), None, 2, first, first * 2),
        ReceiptLine(
            speech.translate("Another product"), speech.translate("Blue"), 1, second, second
        ),
    )
    subtotal = first * 2 + second
    tax, total = _taxed(store, subtotal)
    given = Money(GIVEN * unit, store.currency)
    taxes = (TaxLine(store.tax_name, store.tax_rate, subtotal.amount, tax.amount),) if tax else ()
    return Receipt(
        order_id=UUID(int=0),
        order_number=f"ORD-{now.year}-000000",
        sold_at=now,
        time_zone=store.time_zone,
        register=register,
        cashier=cashier,
        customer=None,
        store_name=store.name,
        store_address=(*store.address_lines(), *filter(None, (store.phone,))),
        store_tax_id=store.tax_id,
        lines=lines,
        subtotal=subtotal,
        shipping=Money(Decimal(0), store.currency),
        tax=tax,
        total=total,
        tax_mode=store.tax_mode,
        tax_lines=taxes,
        payments=(Payment(Method.CASH, total, given, given - store.in_cash(total), None),),
    )


def _taxed(store: StoreSettings, subtotal: Money) -> tuple[Money, Money]:
    """Return the tax of a sum and what is to pay, as core.totals calculates them."""
    is_added = store.tax_mode is TaxMode.EXCLUSIVE
    share = store.tax_rate if is_added else store.tax_rate / (1 + store.tax_rate)
    tax = Money(rounded(subtotal.amount * share, decimals(store.currency)), store.currency)
    return tax, subtotal + tax if is_added else subtotal
