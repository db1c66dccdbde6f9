"""Names that stand nowhere else in a store."""

from uuid import uuid4

LETTERS = str.maketrans("0123456789", "ghijklmnop")


def unique(length: int = 32) -> str:
    """Draw a name of lowercase letters.

    It has no digit: now and then those of a drawn number are a card's, which no name may hold.
    """
    return uuid4().hex[:length].translate(LETTERS)
