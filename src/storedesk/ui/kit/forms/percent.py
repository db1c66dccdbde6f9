"""Make a field for a rate in percent."""

from decimal import Decimal, InvalidOperation

from babel.numbers import format_decimal

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.kit.forms.form import LineField
from storedesk.ui.kit.looks import theme

_HUNDRED = Decimal(100)
_FINEST = -3
"""Smallest exponent of a percentage: 8.875."""


def percentage(rate: Decimal) -> str:
    """Write a rate as it is typed: 0.0825 as "8.25", in German as "8,25"."""
    return str(format_decimal(rate * _HUNDRED, "0.####", locale=LANGUAGE.language))


class PercentField(LineField[Decimal]):
    """A tax rate in percent; its value is the share: 8.25 is 0.0825."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        super().__init__(label, hint=hint)
        self.input.setFont(theme.font(tabular=True))

    def value(self) -> Decimal:
        """Return the rate as a share of the price. Refused: percent_unreadable."""
        typed = self._filled().strip().removesuffix("%").strip().replace(",", ".")
        try:
            percent = Decimal(typed)
        except InvalidOperation as error:
            raise Refused("percent_unreadable") from error
        exponent = percent.as_tuple().exponent
        if not isinstance(exponent, int) or exponent < _FINEST or not 0 <= percent < _HUNDRED:
            raise Refused("percent_unreadable")
        return percent / _HUNDRED

    def show_value(self, value: Decimal) -> None:
        """Show a share as a percentage."""
        self.input.setText(percentage(value))
