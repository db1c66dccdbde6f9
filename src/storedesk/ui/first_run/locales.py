"""Currencies and time zones to choose from, each a key and its words."""

from zoneinfo import available_timezones

from babel.core import get_global
from PySide6.QtCore import QLocale, QTimeZone

from storedesk.ui.kit.forms.choices import WORDS, countries

LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pt")
"""Those whose numbers and dates the program writes."""
ELSEWHERE = "US"


def currencies() -> list[tuple[str, str]]:
    """Return the currencies that are money somewhere today, by ISO 4217 code."""
    today = {code for country, _ in countries() for code in _money_of(country)}
    return [(code, f"{code}  {WORDS.currencies.get(code, code)}") for code in sorted(today)]


def zones() -> list[tuple[str, str]]:
    """Return the time zones by their IANA names."""
    known = sorted(name for name in available_timezones() if "/" in name or name == "UTC")
    return [
        (name, name.replace("_", " "))
        for name in known
        if not name.startswith(("Etc/", "posix/", "right/", "SystemV/", "US/"))
    ]


def languages() -> list[tuple[str, str]]:
    """Return the languages in which amounts and dates can be written."""
    return [(code, str(WORDS.languages[code])) for code in LANGUAGES]


def here() -> str:
    """Guess the country that this computer stands in."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if len(code) == 2 and code.isalpha() else ELSEWHERE  # noqa: PLR2004 ISO's length


def language_here() -> str:
    """Return the language in which amounts are typed on this computer, of those that are known."""
    code = QLocale.system().name().partition("_")[0]
    return code if code in LANGUAGES else LANGUAGES[0]


def zone_here() -> str:
    """Return the time zone of this computer."""
    name = QTimeZone.systemTimeZoneId().toStdString()
    return name if name in available_timezones() and not name.startswith("Etc/") else "UTC"


def currency_of(country: str) -> str:
    """Return the money that is used in a country."""
    return next(iter(_money_of(country)), "USD")


def _money_of(country: str) -> list[str]:
    found = get_global("territory_currencies").get(country, ())
    return [code for code, _begin, end, is_tender in found if end is None and is_tender]
