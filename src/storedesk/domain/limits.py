"""Give the usual refund limits of a cashier in a new store, by its currency."""

from decimal import Decimal

from storedesk.domain.values.money import decimals

UNASKED = frozenset({"USD", "EUR", "GBP"})
"""Currencies in which the usual limits are taken for granted; in others they are asked for."""
_PROPOSED = frozenset({*UNASKED, "JPY"})


def usual_refunds(currency: str) -> tuple[Decimal, Decimal]:
    """Return what is paid back at once and in a business day, as core.usual_limit has it."""
    unit = 1 if decimals(currency) else 100
    return Decimal(50 * unit), Decimal(200 * unit)


def proposed_refunds(currency: str) -> tuple[Decimal, Decimal] | None:
    """Return the usual limits where they can be proposed; None where somebody has to say them."""
    return usual_refunds(currency) if currency in _PROPOSED else None
