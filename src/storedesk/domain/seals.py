"""Define seals: what proves that the journal, the stock ledger and the payments stayed the same."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SealedTable(StrEnum):
    """A table whose rows are sealed, by its name in the database."""

    JOURNAL = "audit_event"
    LEDGER = "inventory_audit_log"
    PAYMENTS = "order_payments"


class FaultKind(StrEnum):
    """What a check of the seals may find."""

    CHANGED = "changed"
    """A row is not as it was sealed."""
    GONE = "gone"
    ADDED = "added"
    """A row has a number that the seals say had none."""
    SEAL_CHANGED = "seal_changed"
    SEAL_GONE = "seal_gone"


@dataclass(frozen=True, slots=True)
class SealFault:
    """The first thing that is not as it was sealed."""

    kind: FaultKind
    seal: int
    sealed_at: datetime | None
    """None of a seal that is gone."""
    table: SealedTable | None = None
    """None where it is the seal itself."""
    number: int | None = None
    """The number of the row in its table."""


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal by its number and its hash, in hexadecimal digits."""

    number: int
    hash: str
    sealed_at: datetime | None = None
    """None where only a report names it."""

    @property
    def short(self) -> str:
        """Return the first 16 digits in groups of four, for people who compare them."""
        digits = self.hash[:16].upper()
        return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


@dataclass(frozen=True, slots=True)
class SealCheck:
    """How far the seals are computed again, and what was found."""

    until: int
    """The number of the last seal that was computed."""
    is_done: bool
    rows: int
    """How many rows the seals up to `until` have."""
    total_rows: int
    unsealed: int
    """How many rows were written since the newest seal."""
    newest: Seal | None
    fault: SealFault | None
