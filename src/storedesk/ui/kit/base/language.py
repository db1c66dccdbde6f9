"""Translate every text of the screen: `tr` for a sentence, `plural` where a number decides."""

from PySide6.QtCore import QCoreApplication

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
