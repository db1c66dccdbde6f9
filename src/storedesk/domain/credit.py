"""Define store credit: gift cards and their codes, and what is given back instead of money."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.shifts import CashLevel
from storedesk.domain.till import Tender
from storedesk.domain.values.money import Money

SYMBOLS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""The symbols of a code; the place of each is its value. 0, O, 1 and I are not among them."""
PREFIX, LENGTH, GROUP = "GC", 20, 4
"""How a code begins, how many symbols it has, and how many of them stand together."""


def check_symbol(symbols: str) -> str:
    """Return the symbol that checks those before it, as core.credit_check does.

    Values are elements of GF(32), modulo x^5 + x^2 + 1; the whole code is a polynomial in 2 that
    comes to 0. So one wrong symbol is always found, and so are two neighbors that were swapped.
    """
    total = 0
    for symbol in symbols:
        total = _doubled(total) ^ SYMBOLS.index(symbol)
    return SYMBOLS[_doubled(total)]


def _doubled(value: int) -> int:
    return value << 1 ^ (0b100101 if value & 0b10000 else 0)


def bare_code(text: str) -> str:
    """Return a code without the spaces and hyphens that it is read with."""
    return "".join(text.split()).replace("-", "").upper()


def is_code(text: str) -> bool:
    """Tell whether a text is the code of a gift card, as far as it checks itself."""
    code = bare_code(text)
    if not (code.startswith(PREFIX) and len(code) == LENGTH and set(code) <= set(SYMBOLS)):
        return False
    return check_symbol(code[:-1]) == code[-1]


def grouped(code: str) -> str:
    """Return a code as people read it: GC4E-PCNA-226L-FBZH-897N."""
    bare = bare_code(code)
    return "-".join(bare[at : at + GROUP] for at in range(0, len(bare), GROUP))


class CodeState(StrEnum):
    """What came of a code that somebody gave."""

    FOUND = "found"
    WRONG = "wrong"
    TOO_MANY = "too_many"
    """Ten wrong ones in an hour: none is looked for any more."""


@dataclass(frozen=True, slots=True)
class WrongCode:
    """No gift card has the code that was given, or none is looked for: it is counted."""

    left: int
    """How many more wrong ones may be given in this hour; 0 where none is looked for."""
    is_blocked: bool = False

    @property
    def refusal(self) -> Refused:
        """Return it as what is said to whoever gave the code."""
        if self.is_blocked:
            return Refused("credit_codes_blocked")
        return Refused("credit_code_wrong", left=self.left)


@dataclass(frozen=True, slots=True)
class Credit:
    """What is on a gift card, for who has its whole code."""

    number: str
    """SC-000042: no secret, and worth nothing by itself."""
    balance: Money
    held: Money
    """What other sales in progress have taken of it."""

    @property
    def free(self) -> Money:
        """Return what can be taken of it now."""
        return self.balance - self.held


@dataclass(frozen=True, slots=True)
class TakenCredit:
    """Credit that is held for a sale until it is paid, given back, or its quote has ended."""

    number: str
    tender: Tender
    left: Money
    """What stays on the card."""


@dataclass(frozen=True, slots=True)
class IssuedCredit:
    """A gift card that was issued or topped up."""

    account_id: UUID
    number: str
    amount: Money
    balance: Money
    change: Money
    """Cash to hand back of what was given for it."""
    at: datetime
    """UTC without zone."""
    code: str | None = None
    """The code of a new one, in groups; told once."""
    cash_level: CashLevel | None = None
