"""Make an order that never was, to show what a store's packing slips look like."""

from datetime import datetime
from uuid import UUID

from storedesk.documents.strip import Speech
from storedesk.domain.fulfillment import ShippingAddress
from storedesk.domain.order_details import Order, OrderCustomer, SoldLine
from storedesk.domain.orders import OrderStatus
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money

NOBODY = UUID(int=0)


def sample_order(store: StoreSettings, speech: Speech, now: datetime) -> Order:
    """Return a paid order of three pieces; `now` is UTC without zone."""
    say, nothing = speech.translate, Money.of(0, store.currency)
    lines = (
        _line(say("A product"), None, 2, nothing),
        _line(say("Another product"), say("Blue"), 1, nothing),
    )
    customer = say("A customer")
    return Order(
        id=NOBODY, number=f"ORD-{now.year}-000000", status=OrderStatus.CONFIRMED, version=1,
        placed_at=now, customer=OrderCustomer(NOBODY, customer, None),
        destination=ShippingAddress(
            customer, store.street, store.city, store.state, store.postal_code, store.country
        ),
        lines=lines, subtotal=nothing, shipping=nothing, tax=nothing, total=nothing, tax_lines=(),
        payment_type=Method.CARD, tracking=None, carrier="", cancellation_reason=None, sold_as=None,
        is_recalled=False, steps=(), changes=(), money_movements=(), returns=(), mails=(),
        moves=(),
    )  # fmt: skip


def _line(name: str, description: str | None, quantity: int, price: Money) -> SoldLine:
    return SoldLine(NOBODY, NOBODY, None, name, description, quantity, price, price)
