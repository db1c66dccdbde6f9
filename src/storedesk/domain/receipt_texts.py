"""Define what a store writes on its receipts, with placeholders such as {order_number}."""

from collections.abc import Mapping

from storedesk.domain import placeholders

LONGEST, MOST_LINES = 500, 10
PLACEHOLDERS = ("store", "order_number", "register", "cashier", "customer")


def checked_text(text: str) -> str:
    """Return a text that a receipt can have.

    Refused: placeholder_unknown, too_many_lines.
    """
    return placeholders.checked_text(text, PLACEHOLDERS, most_lines=MOST_LINES)


def filled_lines(text: str, values: Mapping[str, str]) -> list[str]:
    """Return the lines of a text with its placeholders filled: see `placeholders`."""
    return placeholders.filled_lines(text, values, PLACEHOLDERS)
