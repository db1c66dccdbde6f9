"""What promotions make of a price, reckoned in Python: the database is held against it."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from storedesk.domain.promotions import PromotionKind


def promoted_price(price: Decimal, kind: PromotionKind, value: Decimal, digits: int = 2) -> Decimal:
    """Return what a price becomes: storedesk.promoted_price in Python.

    Rounded once, half up, to `digits` decimals; never below the smallest amount of the currency,
    never above the price.
    """
    smallest = Decimal(1).scaleb(-digits)
    match kind:
        case PromotionKind.PERCENT:
            lowered = (price * (100 - value) / 100).quantize(smallest, ROUND_HALF_UP)
        case PromotionKind.PRICE:
            lowered = value
        case PromotionKind.AMOUNT:
            lowered = price - value
    return min(price, max(smallest, lowered))


def lowest_price(
    price: Decimal, promotions: Iterable[tuple[PromotionKind, Decimal]], digits: int = 2
) -> Decimal:
    """Return the lowest of the prices that promotions make of one; they are never stacked."""
    return min((promoted_price(price, *one, digits) for one in promotions), default=price)
