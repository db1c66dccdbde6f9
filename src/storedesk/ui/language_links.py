"""Offer the languages of the program where nobody has signed in yet."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from storedesk.translations import languages, name_of
from storedesk.ui.kit.base.language import LANGUAGE, tr
from storedesk.ui.kit.looks.buttons import Button, Kind


class LanguageLinks(QWidget):
    """A link for each language, in itself; that of the window is checked."""

    chosen = Signal(str)
    """The code of a language, "de"."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Language"))
        self.links = {code: Button(name_of(code), kind=Kind.LINK) for code in languages()}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addStretch(1)
        for code, link in self.links.items():
            link.setEnabled(code != LANGUAGE.language)
            link.clicked.connect(partial(self.chosen.emit, code))
            line.addWidget(link)
        line.addStretch(1)
