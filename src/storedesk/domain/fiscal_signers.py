"""Define fiscal signers: what one is asked to sign, what it answers, and when it does not.

A signer signs the hash of a fiscal record after the sale is booked, so nothing of a sale waits for
it. That signatures meet the law of any country is not claimed.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID


class SignerKind(StrEnum):
    """Which signers StoreDesk speaks to, as a signature names them."""

    SIMULATOR = "simulator"
    """One that proves nothing, in demo stores only."""


class SignerChoice(StrEnum):
    """Which signer stands at a computer, as it is kept there."""

    NONE = ""
    SIMULATOR = "simulator"
    SLOW = "simulator_slow"
    """The simulator, which takes longer than a receipt waits."""
    DOWN = "simulator_down"
    """The simulator, which does not answer."""


@dataclass(frozen=True, slots=True)
class ToSign:
    """A fiscal record that is to be signed."""

    chain: UUID
    number: int
    hash: str
    """In hexadecimal digits: their 64 ASCII letters are what is signed."""


@dataclass(frozen=True, slots=True)
class FiscalSignature:
    """What a signer has said of a fiscal record."""

    signer: SignerKind
    serial: str
    """By which the signer, or its key, is known: ASCII, at most 100 letters without a space."""
    signature: str
    """ASCII, at most 2,000 letters without a space."""
    signed_at: datetime
    """By the signer's clock, UTC without zone."""


class SignerDownError(Exception):
    """The signer does not answer, or what it says cannot be understood: it is asked later."""


class FiscalSigner(Protocol):
    """A signer. Each call returns within ten seconds; SignerDownError where it cannot sign."""

    kind: SignerKind

    def sign(self, record: ToSign) -> FiscalSignature:
        """Sign a record, any number of times: the store keeps the first signature."""
