"""Letters beside the sign-in form, where a login and a password are typed with fingers."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.kit.looks.sizes import SIZES

WIDTH = 534
"""Pixels: the eleven keys of a row, each as wide as a finger, and what is between them."""


def text_keys() -> QWidget:
    """Return letters that type into the form's fields; an empty widget where there is a mouse."""
    if not SIZES.is_touch:
        return QWidget()
    from storedesk.ui.kit.forms.text_pad import TextPad  # noqa: PLC0415 not for a mouse

    pad = TextPad(QLocale(LANGUAGE.language), has_digits_key=False)
    pad.setFixedWidth(WIDTH)
    return pad
