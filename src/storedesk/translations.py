"""Say the program's English texts in other languages: one file of translations for each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from storedesk.resources import resources_folder

if TYPE_CHECKING:
    from babel import Locale

ENGLISH = "en"
PREFIX = "storedesk_"
FORMS = ("zero", "one", "two", "few", "many", "other")
"""The plural forms of Unicode's CLDR, in the order in which a file has those of its language."""
COUNTED = range(202)
"""Numbers that show which of the forms a language needs for things that are counted."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The texts of one language; what it lacks stays English."""

    language: str
    """Its ISO 639 code."""
    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By the English text and its meaning, which is "" where one English word is one word."""
    plurals: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """By the English singular and plural: as many forms as the language has."""

    def text(self, english: str, meaning: str = "") -> str:
        """Return a text in this language, its {holes} still empty."""
        return self.texts.get((english, meaning), english)

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the form of a text that goes with `count`, its {holes} still empty."""
        if forms := self.plurals.get((one, many)):
            places = _places(self.language)
            form = str(_locale(self.language).plural_form(count))
            return forms[places.get(form, len(forms) - 1)]
        return one if count == 1 else many


def languages() -> tuple[str, ...]:
    """Return the languages in which the program speaks, English first."""
    others = sorted(file.stem.removeprefix(PREFIX) for file in _folder().glob(f"{PREFIX}*.ts"))
    return (ENGLISH, *others)


def language_of(locale: str) -> str:
    """Return the language of a locale such as "de_AT" or "de-AT", or English if it has no file."""
    language = re.split(r"[-_.@]", locale)[0].lower()
    return language if language in languages() else ENGLISH


def name_of(language: str) -> str:
    """Return a language's name in itself: "Deutsch"."""
    name = _locale(language).get_display_name(language) or language
    return name[:1].upper() + name[1:]


def locale_of(language: str, country: str) -> str:
    """Return how a language is written in a country, "de_AT", or the language if nobody does so."""
    from babel.localedata import exists  # noqa: PLC0415 - not before the window is there

    wanted = f"{language}_{country}"
    return wanted if exists(wanted) else language


@cache
def translation(language: str) -> Translation:
    """Read the translation to a language; English, or a language without a file, has no texts."""
    file = file_of(language)
    if language == ENGLISH or not file.is_file():
        return Translation(ENGLISH)
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - English needs none

    texts: dict[tuple[str, str], str] = {}
    plurals: dict[tuple[str, str], tuple[str, ...]] = {}
    for message in ET.parse(file).iter("message"):  # noqa: S314 - a file of the program
        key = (message.findtext("source", ""), message.findtext("comment", ""))
        found = message.find("translation")
        if found is None or found.get("type"):  # unfinished or obsolete
            continue
        if message.get("numerus"):
            plurals[key] = tuple(form.text or "" for form in found)
        else:
            texts[key] = found.text or ""
    return Translation(language, texts, plurals)


def file_of(language: str) -> Path:
    """Return the file of a language's translations, in the format of Qt's Linguist."""
    return _folder() / f"{PREFIX}{language}.ts"


def plural_forms(language: str) -> int:
    """Return how many forms a language has for things that are counted."""
    return len(_places(language))


@cache
def _places(language: str) -> dict[str, int]:
    """Return where the form of each plural category stands."""
    rule = _locale(language).plural_form
    used = {str(rule(number)) for number in COUNTED}
    return {form: place for place, form in enumerate(form for form in FORMS if form in used)}


def _locale(language: str) -> "Locale":
    from babel import Locale  # noqa: PLC0415 - not before the window is there

    return Locale(language)


def _folder() -> Path:
    return resources_folder() / "translations"
