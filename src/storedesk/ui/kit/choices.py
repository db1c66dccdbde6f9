"""Choices among very many things, such as the countries of the world."""

from collections.abc import Iterable
from functools import cache

from babel import Locale
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from storedesk.ui.kit.form import ChoiceField

WORDS = Locale("en")
NO_COUNTRIES = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}
"""What Babel lists among them."""
ADJUSTED = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class LongChoiceField(ChoiceField):
    """One of a great many things: some letters of its words find it."""

    def __init__(self, label: str, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__(label, choices)
        self.input.setEditable(True)
        self.input.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.input.setMaxVisibleItems(12)
        self.input.setMinimumContentsLength(8)
        self.input.setSizeAdjustPolicy(ADJUSTED)
        finder = self.input.completer() or QCompleter(self.input)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._line = self.input.lineEdit()
        if self._line:
            self._line.setAccessibleName(label)
            self._line.editingFinished.connect(self._settle)

    def show_value(self, value: str) -> None:
        """Choose the key `value`, and show the beginning of its words."""
        super().show_value(value)
        self._to_beginning()

    def _settle(self) -> None:
        found = self.input.findText(self.input.currentText(), Qt.MatchFlag.MatchFixedString)
        self.input.setCurrentIndex(found if found >= 0 else self.input.currentIndex())
        self.input.setEditText(self.input.itemText(self.input.currentIndex()))
        self._to_beginning()

    def _to_beginning(self) -> None:
        if line := self.input.lineEdit():
            line.setCursorPosition(0)


@cache
def countries() -> tuple[tuple[str, str], ...]:
    """Return all countries by ISO 3166 code, in the order of their names."""
    named = [(code, name) for code, name in WORDS.territories.items() if _is_country(code)]
    return tuple(sorted(named, key=lambda pair: pair[1]))


def country_name(code: str) -> str:
    """Return how a country is called; a code that is none stays as it is."""
    return str(WORDS.territories.get(code, code))


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES  # noqa: PLR2004 ISO's
