"""The countries and languages of the world, to choose from."""

from functools import cache

from babel import Locale

from storedesk.domain.values.folding import sort_key
from storedesk.ui.kit.base.language import LANGUAGE

NO_COUNTRIES = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}
"""What Babel lists among them."""
LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pt")
"""Languages in which the program writes numbers and dates."""


def names() -> Locale:
    """Return what countries, currencies and languages are called in the language of the window."""
    return _names(LANGUAGE.language)


def countries() -> tuple[tuple[str, str], ...]:
    """Return all countries by ISO 3166 code, in the order of their names."""
    return _countries(LANGUAGE.language)


def languages() -> list[tuple[str, str]]:
    """Return the languages in which amounts and dates can be written."""
    return [(code, str(names().languages[code])) for code in LANGUAGES]


def country_name(code: str) -> str:
    """Return how a country is called; a code that is none stays as it is."""
    return str(names().territories.get(code, code))


@cache
def _names(language: str) -> Locale:
    return Locale(language)


@cache
def _countries(language: str) -> tuple[tuple[str, str], ...]:
    known = _names(language).territories.items()
    named = [(code, name) for code, name in known if _is_country(code)]
    return tuple(sorted(named, key=lambda pair: (sort_key(pair[1]), pair[1])))


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES  # noqa: PLR2004 ISO's
