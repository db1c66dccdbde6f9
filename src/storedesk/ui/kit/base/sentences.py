"""Say refusals in the language of the window, with their amounts as money and their numbers."""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from storedesk.domain.refusals.filling import plain_money, plain_number
from storedesk.ui.kit.base.language import tr

WriteAmount: TypeAlias = Callable[[Decimal, str], str]
WriteCount: TypeAlias = Callable[[int], str]


class WindowLanguage:
    """Translates the sentences of refusals and writes their amounts."""

    def __init__(self) -> None:
        self._write: WriteAmount = plain_money
        self._count: WriteCount | None = None
        self._currency = ""

    def write_as(self, write: WriteAmount, currency: str, count: WriteCount | None = None) -> None:
        """Write amounts by `write` from now on, in the currency of the store that is open.

        Whole numbers are written by `count`.
        """
        self._write, self._currency, self._count = write, currency, count

    def __call__(self, sentence: str) -> str:
        """Translate a sentence whose {holes} are still empty."""
        return tr(sentence)

    def money(self, amount: Decimal, currency: str) -> str:
        """Write an amount of a refusal; "" is the currency of the store that is open."""
        known = currency or self._currency
        return self._write(amount, known) if known else plain_money(amount, "")

    def number(self, number: Decimal) -> str:
        """Write a whole number of a refusal."""
        return self._count(int(number)) if self._count else plain_number(number)


spoken = WindowLanguage()
"""The one of the window: one store is open at a time."""
