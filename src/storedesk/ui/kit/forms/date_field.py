"""Make a field for a day of the calendar, typed as the language writes it."""

import re
from datetime import date

from babel.dates import get_date_format

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.forms.form import LineField
from storedesk.ui.kit.looks import theme

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_THREE = re.compile(r"([0-9]{1,4})[./\- ]+([0-9]{1,2})[./\- ]+([0-9]{1,4})")
_CENTURY, _THIS = 100, 2000


class DateField(LineField[date]):
    """A day: 12/31/2026 in the United States, 31.12.2026 in Germany, 2026-12-31 everywhere."""

    def __init__(self, label: str, *, locale: str, example: date) -> None:
        """Take the day that the sentence about a wrong one names."""
        super().__init__(label, width=160)
        self._locale, self._example = locale, example
        self.input.setFont(theme.font(tabular=True))
        self.input.setPlaceholderText(self._written(example))

    def value(self) -> date:
        """Return the day. Refused: date_unreadable."""
        typed = self._filled().strip()
        try:
            if found := _ISO.fullmatch(typed):
                return date(*map(int, found.groups()))
            found = _THREE.fullmatch(typed)
            parts = dict(zip(self._order(), map(int, found.groups() if found else ()), strict=True))
            year = parts["y"] + (_THIS if parts["y"] < _CENTURY else 0)
            return date(year, parts["M"], parts["d"])
        except ValueError as error:
            raise Refused("date_unreadable", example=self._written(self._example)) from error

    def show_value(self, value: date) -> None:
        """Show a day as it would be typed."""
        self.input.setText(self._written(value))

    def _written(self, day: date) -> str:
        return "".join(_part(day, piece) for piece in re.split(r"(y+|M+|d+)", self._pattern()))

    def _pattern(self) -> str:
        """Return how the language writes a day in digits: "M/d/yy"."""
        return str(get_date_format("short", locale=self._locale).pattern)

    def _order(self) -> list[str]:
        letters = re.findall(r"[yMd]", self._pattern())
        return list(dict.fromkeys(letters))


def _part(day: date, piece: str) -> str:
    numbers = {"y": f"{day:%Y}", "M": f"{day.month:02}", "d": f"{day.day:02}"}
    if not piece or piece[0] not in numbers:
        return piece
    whole = numbers[piece[0]]
    return whole.lstrip("0") if len(piece) == 1 and piece[0] != "y" else whole
