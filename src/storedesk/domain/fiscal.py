"""Define fiscal records: what each sale and refund came to, chained record by record."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from storedesk.domain.fiscal_signers import FiscalSignature, ToSign


def short_digits(digits: str) -> str:
    """Return the first 16 digits in groups of four, for people who compare them."""
    first = digits[:16].upper()
    return " ".join(first[at : at + 4] for at in range(0, len(first), 4))


@dataclass(frozen=True, slots=True)
class FiscalNote:
    """What a receipt says of its fiscal record."""

    chain: UUID
    number: int
    hash: str
    """In hexadecimal digits."""
    signature: FiscalSignature | None = None
    is_awaited: bool = False
    """Whether a signer will sign it: one was asked, or has signed in its chain before."""

    @property
    def short(self) -> str:
        """Return the first 16 digits in groups of four."""
        return short_digits(self.hash)

    @property
    def to_sign(self) -> ToSign:
        """What a signer is given of it."""
        return ToSign(self.chain, self.number, self.hash)


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Records of a chain without a signature, the oldest first."""

    until: int
    """The last number of the chain."""
    records: tuple[ToSign, ...]


@dataclass(frozen=True, slots=True)
class FiscalSpan:
    """The first and the last fiscal record of a shift."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class FiscalChain:
    """The records of a register, or of the office."""

    id: UUID
    register: str | None
    """None of the office: what is booked without a shift."""
    records: int


@dataclass(frozen=True, slots=True)
class FiscalScope:
    """Which records are meant: those of a chain, or all; of a period, or all."""

    chain: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None
    """Instants are UTC without zone; `until` is the first that is not meant."""


class FiscalFaultKind(StrEnum):
    """What a check of the records may find."""

    CHANGED = "changed"
    GONE = "gone"
    UNLINKED = "unlinked"
    """It does not have the hash of the record before."""
    MISSIGNED = "missigned"
    """Its signature is of another hash."""
    MISSING = "missing"
    """Something was booked and has no record."""


@dataclass(frozen=True, slots=True)
class FiscalFault:
    """The first record that is not as it was written, or the first booking without one."""

    kind: FiscalFaultKind
    register: str | None
    """None of the office."""
    number: int | None
    booked_at: datetime | None
    order_number: str = ""


@dataclass(frozen=True, slots=True)
class FiscalHead:
    """The last record of a chain that was computed, to be compared with paper."""

    register: str | None
    number: int
    booked_at: datetime
    hash: str

    @property
    def short(self) -> str:
        """Return the first 16 digits in groups of four."""
        return short_digits(self.hash)


@dataclass(frozen=True, slots=True)
class FiscalCheck:
    """How far the records are computed again, and what was found."""

    chain: UUID | None
    """The chain, and the number, after which the next part begins."""
    until: int
    is_done: bool
    rows: int
    total_rows: int
    fault: FiscalFault | None
    newest: tuple[FiscalHead, ...]
    signed: int = 0
    """How many of them have a signature; 0 until all are done."""

    @property
    def unsigned(self) -> int:
        """How many have no signature."""
        return self.total_rows - self.signed
