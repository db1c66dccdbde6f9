"""Hold the limits that the database tells whoever signs in.

The numbers stand in core.most alone. Pages say no beforehand with what they were told; the commands
hold to them whoever asks.
"""

from collections.abc import Mapping
from enum import StrEnum

UNTOLD = 2**31 - 1
"""Stands for a bound that a database of the version before does not tell: it refuses by itself."""


class Bound(StrEnum):
    """What there may be only so many of, by its name in api.me."""

    LINE_PIECES = "line_pieces"
    """Pieces of a line of a sale, an order or a return."""
    MOVED_PIECES = "moved_pieces"
    """Pieces of a product that one command adds or takes away."""
    ON_HAND = "on_hand"
    """Pieces that the stock of a product is set to."""
    THRESHOLD = "threshold"
    """Available pieces at which a product counts as low."""
    PRODUCTS = "products"
    """Products whose stock one command moves."""
    COUNTED_PIECES = "counted_pieces"
    """Pieces of one entry of a count."""
    COUNTED_PRODUCTS = "counted_products"
    """Products that a count lists."""
    EMAILS = "emails"
    """E-mails that one command tries again."""
    DESCRIPTION = "description"
    """Letters of a product's description."""
    VARIANTS = "variants"
    """Variants of a product."""
    CODES = "codes"
    """Codes of a product, or of a variant."""
    QUICK_KEYS = "quick_keys"
    """Quick keys of a board."""
    PROMOTION_ITEMS = "promotion_items"
    """Categories, products and variants that a promotion is for."""


Bounds = Mapping[Bound, int]
