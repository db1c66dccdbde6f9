"""What the store says, in the language of the window and with its amounts as money."""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from storedesk.domain.refusals.filling import plain_money
from storedesk.ui.kit.base.language import tr

WriteAmount: TypeAlias = Callable[[Decimal, str], str]


class WindowLanguage:
    """Puts sentences of the store into the language of the window."""

    def __init__(self) -> None:
        self._write: WriteAmount = plain_money
        self._currency = ""

    def write_as(self, write: WriteAmount, currency: str) -> None:
        """Write amounts by `write` from now on: a store is open, and this is its currency."""
        self._write, self._currency = write, currency

    def __call__(self, sentence: str) -> str:
        """Translate a sentence whose holes are empty."""
        return tr(sentence)

    def money(self, amount: Decimal, currency: str) -> str:
        """Write an amount of a refusal; "" is the currency of the store that is open."""
        known = currency or self._currency
        return self._write(amount, known) if known else plain_money(amount, "")


spoken = WindowLanguage()
"""The window's own: one store is open at a time."""
