"""Define exact amounts of one currency: two decimals, rounded half up."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Self

from storedesk.domain.refusals.errors import Refused

CENT = Decimal("0.01")
UNITS = {0: Decimal(1), 2: CENT}
"""The smallest amount with so many decimals."""
LARGEST = Decimal("99999999.99")
"""What DECIMAL(10,2) holds; the database would say `numeric field overflow`."""

_WHOLE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
WHOLE = frozenset(_WHOLE.split())
"""Currencies without a smaller unit."""
THOUSANDTHS = frozenset(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"))
"""Those with three decimals (ISO 4217), which do not fit DECIMAL(10,2): no store has one."""


def decimals(currency: str) -> int:
    """Tell how many decimals amounts of a currency have, as core.digits does."""
    return 0 if currency in WHOLE else 2


def rounded(amount: Decimal, decimals: int) -> Decimal:
    """Round half away from zero, as PostgreSQL's round(numeric, int) does."""
    return amount.quantize(UNITS[decimals], rounding=ROUND_HALF_UP)


def to_cents(amount: Decimal) -> Decimal:
    """Round to two decimals, half away from zero."""
    return rounded(amount, 2)


def check_amount(amount: Decimal) -> None:
    """Refuse an amount that no column holds, as core.check_amount does: money_too_big."""
    if not amount.is_finite() or abs(amount) > LARGEST:
        raise Refused("money_too_big", largest=str(LARGEST))


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount and its currency (ISO 4217, three capitals). Never more than two decimals.

    It may be larger than what a column holds: sums of stored amounts are.
    """

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        """Refuse what is no amount, or a finer one: money_too_big (infinity), money_not_exact."""
        if not self.amount.is_finite():
            raise Refused("money_too_big", largest=str(LARGEST))
        if self.amount != to_cents(self.amount):
            raise Refused("money_not_exact", amount=str(self.amount))

    @classmethod
    def of(cls, amount: str | int | Decimal, currency: str) -> Self:
        """Make money of digits, such as "12.5" or 3. Floats are not accepted."""
        return cls(to_cents(Decimal(amount)), currency)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._same(other), self.currency)

    def less(self, amounts: Iterable["Money"]) -> "Money":
        """Return what is left of it after all of some amounts."""
        left = self
        for amount in amounts:
            left = left - amount
        return left

    def __neg__(self) -> "Money":
        return Money(-self.amount, self.currency)

    def __mul__(self, times: int) -> "Money":
        return Money(self.amount * times, self.currency)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def _same(self, other: "Money") -> Decimal:
        if other.currency != self.currency:
            raise Refused("two_currencies", one=self.currency, other=other.currency)
        return other.amount
