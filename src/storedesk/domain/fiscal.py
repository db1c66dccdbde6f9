"""Define fiscal records: what each sale and refund came to, chained record by record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FiscalNote:
    """What a receipt says of its fiscal record."""

    number: int
    hash: str
    """In hexadecimal digits."""

    @property
    def short(self) -> str:
        """Return the first 16 digits in groups of four, for people who compare them."""
        digits = self.hash[:16].upper()
        return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


@dataclass(frozen=True, slots=True)
class FiscalSpan:
    """The first and the last fiscal record of a shift."""

    first: int
    last: int
