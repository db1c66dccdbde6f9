"""Define the ways in which money changes hands."""

from enum import StrEnum


class Method(StrEnum):
    """How money changes hands."""

    CASH = "cash"
    CARD = "credit_card"
    PAYPAL = "paypal"
    CREDIT = "store_credit"
    """A gift card, or what a return gave."""
