"""List the notes and coins of a currency, and guess what a customer will hand over."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal

from storedesk.domain.values.money import rounded, to_cents

_EURO = "0.01 0.02 0.05 0.10 0.20 0.50 1 2 5 10 20 50 100 200"
_KINDS = {
    "USD": "0.01 0.05 0.10 0.25 1 5 10 20 50 100",
    "CAD": "0.05 0.10 0.25 1 2 5 10 20 50 100",
    "AUD": "0.05 0.10 0.20 0.50 1 2 5 10 20 50 100",
    "EUR": _EURO,
    "GBP": "0.01 0.02 0.05 0.10 0.20 0.50 1 2 5 10 20 50",
    "JPY": "1 5 10 50 100 500 1000 2000 5000 10000",
    "CHF": "0.05 0.10 0.20 0.50 1 2 5 10 20 50 100 200",
}
_SMALLEST_NOTE = {"USD": "1", "CHF": "10", "JPY": "1000"}


def denominations(currency: str) -> tuple[Decimal, ...]:
    """Return the coins and notes of `currency`, the largest first; of the unknown, the euro's."""
    kinds = _KINDS.get(currency, _EURO).split()
    return tuple(sorted(map(Decimal, kinds), reverse=True))


def notes(currency: str) -> tuple[Decimal, ...]:
    """Return the notes alone, the smallest first."""
    smallest = Decimal(_SMALLEST_NOTE.get(currency, "5"))
    return tuple(sorted(kind for kind in denominations(currency) if kind >= smallest))


def to_coin(amount: Decimal, coin: Decimal) -> Decimal:
    """Round what is paid in cash to the smallest coin, as core.round_cash does."""
    return to_cents(rounded(amount / coin, 0) * coin)


def likely(total: Decimal, currency: str) -> tuple[Decimal, ...]:
    """Return the two round amounts above `total` that are most likely to be handed over.

    A single note that covers it, and what smaller notes make that is less than that note.
    """
    kinds = [note for note in notes(currency) if note >= Decimal(5)]
    rounded = {(total / note).to_integral_value(ROUND_CEILING) * note for note in kinds}
    single = min((note for note in kinds if note > total), default=None)
    covering = {note for note in kinds if note > total}
    made = {value for value in rounded if value > total and (not single or value < single)}
    return tuple(sorted(made | covering)[:2])


def counted(pieces: Mapping[Decimal, int]) -> Decimal:
    """Add up a counted drawer: how many of each coin and note."""
    return sum((kind * times for kind, times in pieces.items()), Decimal("0.00"))
