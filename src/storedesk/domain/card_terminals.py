"""Define card terminals: what one is asked, what it answers, and what the store knows of it.

A payment at a terminal has an id of the store's own, which is made and stored before the terminal
hears of it. Whatever happens in between, the terminal is asked about that id, and never charges
twice for it.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from storedesk.domain.values.money import Money


class TerminalKind(StrEnum):
    """Which card terminals StoreDesk speaks to."""

    NONE = ""
    """None: what a terminal beside the till has charged is typed."""
    SIMULATOR = "simulator"
    """One that charges nobody, in demo stores only."""


class TerminalState(StrEnum):
    """What the store knows of a payment at a terminal, as it is stored."""

    ASKED = "asked"
    UNKNOWN = "unknown"
    APPROVED = "approved"
    DECLINED = "declined"
    CANCELED = "cancelled"
    RETURNING = "returning"
    """It is to be given back, and is not part of its sale any more."""
    RETURNED = "returned"


OPEN = frozenset({TerminalState.ASKED, TerminalState.UNKNOWN, TerminalState.RETURNING})
"""The terminal has to be asked what became of it."""


class TerminalAnswer(StrEnum):
    """What a terminal says of a payment."""

    ONGOING = "ongoing"
    """The customer has not done their part yet."""
    APPROVED = "approved"
    DECLINED = "declined"
    CANCELED = "cancelled"
    """It was ended before the card was charged, and never will be charged."""
    RETURNED = "returned"
    UNHEARD = "unheard"
    """The terminal has never heard of it."""


class TerminalReason(StrEnum):
    """Why nothing was charged; what a terminal says otherwise is shown as it is."""

    ABSENT = "absent"
    """The terminal could not be reached before it was asked."""
    FUNDS = "funds"
    TIMEOUT = "timeout"
    """The customer did nothing for too long."""
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class TerminalOutcome:
    """What a terminal says of a payment; never a card's number."""

    answer: TerminalAnswer
    card_brand: str | None = None
    last_four: str | None = None
    reference: str | None = None
    reason: str | None = None


class TerminalAbsentError(Exception):
    """The terminal was not reached at all: it has not heard what it was asked."""


class TerminalSilentError(Exception):
    """The line was cut, or what came was nonsense: the terminal may have done what it was asked."""


class CardTerminal(Protocol):
    """A card terminal. Each call returns within ten seconds, whatever happens.

    Raises TerminalAbsentError where nothing has left, and TerminalSilentError where it is not
    known; after either, `outcome` may be asked any number of times.
    """

    kind: TerminalKind

    def start(self, payment: UUID, amount: Money) -> None:
        """Ask the customer for so much. What was started or canceled before stays as it is."""

    def outcome(self, payment: UUID) -> TerminalOutcome:
        """Say what became of a payment."""

    def cancel(self, payment: UUID) -> TerminalOutcome:
        """End a payment before the card is charged, and say what became of it.

        One that was never heard of is canceled too: should it be started later, nothing is charged.
        """

    def refund(self, payment: UUID) -> TerminalOutcome:
        """Give back what was charged for a payment, once however often it is asked."""


@dataclass(frozen=True, slots=True)
class TerminalPayment:
    """What a terminal was asked for, and what the store knows of it."""

    id: UUID
    order_id: UUID
    register_id: UUID
    register: str
    terminal: TerminalKind
    state: TerminalState
    amount: Money
    asked_at: datetime
    """UTC without zone."""
    is_attached: bool = False
    """Whether it is a tender of its sale, or a payment of its order."""
    card_brand: str | None = None
    last_four: str | None = None
    reference: str | None = None
    reason: str | None = None
    return_reference: str | None = None
    """What the slip has of money that was given back by hand."""

    @property
    def is_open(self) -> bool:
        """Whether it is not known yet what became of it."""
        return self.state in OPEN
