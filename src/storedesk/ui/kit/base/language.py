"""Translate every text of the screen: `tr` for a sentence, `plural` where a number decides."""

from typing import cast

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from storedesk.translations import (
    ENGLISH,
    Translation,
    language_of,
    languages,
    translation,
)

ANYWHERE = ""
"""The context of all our messages: a text means the same in every class, unless it says more."""


def tr(text: str, meaning: str = "") -> str:
    """Return an English text in the language of the window.

    `text` is a literal, its {holes} still empty: fill them afterwards with `format`. Where one
    English word is two words elsewhere, `meaning` tells the translator which: "verb", "noun".
    """
    return QCoreApplication.translate(ANYWHERE, text, meaning)


def plural(one: str, many: str, count: int) -> str:
    """Return the form of a text that goes with `count`, its {holes} still empty.

    Both are literals: English has these two forms, and each other language as many as it needs.
    """
    found = QCoreApplication.translate(ANYWHERE, one, many, count)
    return many if found == one and count != 1 else found


NOTHING = cast("str", None)
"""Qt's null string, which an empty one is not: it would be a text of no letters."""


class _Texts(QTranslator):
    """Answers Qt from a translation of the program's own texts."""

    def __init__(self, words: Translation) -> None:
        super().__init__()
        self._words = words

    def isEmpty(self) -> bool:
        """Answer Qt, which does not ask an empty translator."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - as Qt names it
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Answer Qt: nothing for what is not translated here, so that others are asked."""
        if context != ANYWHERE:
            return NOTHING
        if n >= 0:
            return self._words.plural(sourceText, disambiguation or "", n)
        said = self._words.text(sourceText, disambiguation or "")
        return NOTHING if said == sourceText else said


class ScreenLanguage:
    """The language of the window: which one it is, and Qt's and our translators for it."""

    def __init__(self) -> None:
        self.language = ENGLISH
        self.is_chosen = False
        self._installed: list[QTranslator] = []

    def choose(self, language: str) -> bool:
        """Let all texts that are made from now on be in a language; tell whether it is another.

        `language` is a code such as "de", or "" for that of the computer.
        """
        self.is_chosen = True
        wanted = language_of(language) if language else system_language()
        if wanted == self.language:
            return False
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self.language, self._installed = wanted, []
        if wanted != ENGLISH:
            qt = QTranslator()
            place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            found = [qt] if qt.load(QLocale(wanted), "qtbase", "_", place) else []
            self._installed = [*found, _Texts(translation(wanted))]
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)
        return True


def system_language() -> str:
    """Return the first of the languages that this computer prefers, and the program speaks."""
    wanted = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in languages()), ENGLISH)


LANGUAGE = ScreenLanguage()
"""That of this process: it has one window."""
