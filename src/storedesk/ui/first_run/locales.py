"""List countries' currencies and time zones, each a key and a label, and those of this computer."""

from zoneinfo import available_timezones

from babel.core import get_global
from PySide6.QtCore import QLocale, QTimeZone

from storedesk import translations
from storedesk.translations import ENGLISH
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.kit.forms.choices import LANGUAGES, countries, names

ELSEWHERE = "US"


def currencies() -> list[tuple[str, str]]:
    """Return the currencies in use today, by ISO 4217 code."""
    today = {code for country, _ in countries() for code in _money_of(country)}
    words = names().currencies
    return [(code, f"{code}  {words.get(code, code)}") for code in sorted(today)]


def zones() -> list[tuple[str, str]]:
    """Return the time zones by their IANA names."""
    known = sorted(name for name in available_timezones() if "/" in name or name == "UTC")
    return [
        (name, name.replace("_", " "))
        for name in known
        if not name.startswith(("Etc/", "posix/", "right/", "SystemV/", "US/"))
    ]


def here() -> str:
    """Return the country of this computer's locale, by ISO 3166 code."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if len(code) == 2 and code.isalpha() else ELSEWHERE  # noqa: PLR2004 ISO's length


def language_here() -> str:
    """Return the language of the window; that of the computer, if the window cannot speak it.

    A store speaks to its staff in its language: whoever reads German here goes on reading it.
    """
    code = QLocale.system().name().partition("_")[0]
    can_choose = code in translations.languages() or LANGUAGE.language != ENGLISH
    if can_choose and LANGUAGE.language in LANGUAGES:
        return LANGUAGE.language
    return code if code in LANGUAGES else ENGLISH


def zone_here() -> str:
    """Return the time zone of this computer."""
    name = QTimeZone.systemTimeZoneId().toStdString()
    return name if name in available_timezones() and not name.startswith("Etc/") else "UTC"


def currency_of(country: str) -> str:
    """Return the currency of a country, by ISO 4217 code."""
    return next(iter(_money_of(country)), "USD")


def _money_of(country: str) -> list[str]:
    found = get_global("territory_currencies").get(country, ())
    return [code for code, _begin, end, is_tender in found if end is None and is_tender]
