"""Say what a command prints in the language of whoever runs it, without Qt."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from storedesk.translations import ENGLISH, Translation, languages, translation

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system says its language; the first that is not empty counts."""
IN_ENGLISH = {ENGLISH, "c", "posix"}


def tr(text: str, meaning: str = "") -> str:
    """Return an English text in the language of the terminal.

    `text` is a literal, its {holes} still empty: fill them afterwards with `format`. Where one
    English word is two words elsewhere, `meaning` tells the translator which: "verb", "noun".
    """
    return spoken.words.text(text, meaning)


def plural(one: str, many: str, count: int) -> str:
    """Return the form of a text that goes with `count`, its {holes} still empty.

    Both are literals: English has these two forms, and each other language as many as it needs.
    """
    return spoken.words.plural(one, many, count)


def number(number: Decimal | int) -> str:
    """Write a number with its groups, and with as many decimals as it has: "1,736.50"."""
    return spoken.number(Decimal(number))


class TerminalLanguage:
    """Translates the sentences of refusals for the terminal, and writes their amounts.

    English is written without Babel, whose import would cost each command a tenth of a second.
    """

    @cached_property
    def words(self) -> Translation:
        """The translation to the language of the system, chosen when the first text is said."""
        return translation(language_of(wanted(os.environ, sys.platform)))

    def __call__(self, sentence: str) -> str:
        """Translate a sentence whose {holes} are still empty."""
        return self.words.text(sentence)

    def money(self, amount: Decimal, currency: str) -> str:
        """Write an amount and the code of its currency, if that is known: "1,736.00 USD"."""
        digits = self.number(amount.quantize(Decimal("0.01")))
        return f"{digits} {currency}".rstrip()

    def number(self, number: Decimal) -> str:
        """Write a number with its groups, and with as many decimals as it has."""
        language = self.words.language
        if language == ENGLISH:
            return f"{number:,f}"
        from babel.numbers import format_decimal  # noqa: PLC0415 see above

        _, _, decimals = f"{number:f}".partition(".")
        pattern = f"#,##0.{'0' * len(decimals)}" if decimals else "#,##0"
        return str(format_decimal(number, pattern, locale=language))

    def moment(self, when: datetime) -> str:
        """Write an instant, UTC without zone, as UTC: "29 Nov 2026, 02:34 UTC"."""
        from storedesk.documents import moments  # noqa: PLC0415 Babel as well

        return f"{moments.on_paper(when, moments.zone('UTC'), self.words.language)} UTC"


spoken = TerminalLanguage()
"""The one of this process."""


def wanted(
    variables: Mapping[str, str], platform: str, windows: Callable[[], str] | None = None
) -> list[str]:
    """Return the languages that a person wants, the best first; none where nothing says it.

    These are the variables of gettext, LANGUAGE before all others as a list: "de:en". Where none is
    set, Windows knows the language of its own screens.
    """
    if listed := variables.get("LANGUAGE"):
        return listed.split(":")
    if named := next(filter(None, map(variables.get, VARIABLES)), None):
        return [named]
    return [(windows or _of_windows)()] if platform == "win32" else []


def language_of(wanted: Iterable[str]) -> str:
    """Return the first of the languages, such as "de_AT.UTF-8", that the program speaks."""
    for one in wanted:
        language = re.split(r"[-_.@]", one)[0].lower()
        if language in IN_ENGLISH:
            break
        if language in languages():
            return language
    return ENGLISH


def _of_windows() -> str:
    """Return the language of the screens of Windows, such as "de_DE"; "" where it has no name."""
    import ctypes  # noqa: PLC0415 only Windows is asked like this
    import locale  # noqa: PLC0415

    known = getattr(ctypes, "windll").kernel32.GetUserDefaultUILanguage()  # noqa: B009 not elsewhere
    return locale.windows_locale.get(known, "")
