"""Read a day that a person types: in the order of the store's language, the year in full."""

import re
from datetime import date

from PySide6.QtCore import QLocale

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.forms.form import LineField

FIRST_YEAR, LAST_YEAR = 1900, 2999
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_PARTS = re.compile(r"([0-9]{1,4})[./\- ]+([0-9]{1,2})[./\- ]+([0-9]{1,4})")


class DateField(LineField[date | None]):
    """A day; None only where it is optional."""

    def __init__(self, label: str, *, locale: str, optional: bool = False) -> None:
        self._locale = locale
        super().__init__(label, optional=optional, hint=example(locale), width=160)

    def value(self) -> date | None:
        """Return the day that was typed; Refused (date_unreadable) where there is none such."""
        typed = self._filled()
        return parse_date(typed, locale=self._locale) if typed.strip() else None

    def show_value(self, value: date | None) -> None:
        """Show a day as it would be typed."""
        self.input.setText(written(value, self._locale) if value else "")


def parse_date(typed: str, *, locale: str) -> date:
    """Return the day that was typed, as the language orders it or as 2026-11-22.

    A year of two digits is refused: "12/11/10" could be three days.
    """
    text = typed.strip()
    iso, parts = _ISO.fullmatch(text), _PARTS.fullmatch(text)
    if iso:
        named = dict(zip("ymd", iso.groups(), strict=True))
    elif parts:
        named = dict(zip(_order(locale), parts.groups(), strict=True))
    else:
        raise Refused("date_unreadable", example=example(locale))
    try:
        day = date(int(named["y"]), int(named["m"]), int(named["d"]))
    except ValueError as error:
        raise Refused("date_unreadable", example=example(locale)) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Refused("date_unreadable", example=example(locale))
    return day


def written(day: date, locale: str) -> str:
    """Return a day as it would be typed: "22.11.2026", "11/22/2026"."""
    point = {"m": "/", "d": ".", "y": "-"}[_order(locale)[0]]
    values = {"y": f"{day.year:04}", "m": f"{day.month:02}", "d": f"{day.day:02}"}
    return point.join(values[part] for part in _order(locale))


def example(locale: str) -> str:
    """Return a day that shows the order: its parts cannot be confused."""
    return written(date(2026, 11, 22), locale)


def _order(locale: str) -> str:
    """Return the order of day, month and year in a language, such as "dmy"."""
    short = QLocale(locale).dateFormat(QLocale.FormatType.ShortFormat).lower()
    return "".join(sorted("dmy", key=short.index))
