"""Offer a choice among very many, such as the countries of the world."""

from collections.abc import Iterable
from functools import cache

from babel import Locale
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from storedesk.domain.values.folding import folded, sort_key
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.kit.forms.form import ChoiceField

NO_COUNTRIES = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}
"""What Babel lists among them."""
FOLDED = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a choice keeps its label as searches compare it."""
ADJUSTED = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class _Finder(QCompleter):
    """Offers the choices that hold what is typed, as all searches compare it."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box.model(), box)
        self.setCompletionRole(FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        if popup := self.popup():
            popup.setProperty("kit", "finder")

    def splitPath(self, path: str) -> list[str]:
        """Answer Qt: what is typed, folded."""
        return [folded(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Answer Qt: the words of a choice as they are shown."""
        return str(index.data())


class LongChoiceField(ChoiceField):
    """A choice among very many, found by some letters of its label."""

    def __init__(self, label: str, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__(label, choices)
        self.input.setEditable(True)
        self.input.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.input.setMaxVisibleItems(12)
        self.input.setMinimumContentsLength(8)
        self.input.setSizeAdjustPolicy(ADJUSTED)
        for row in range(self.input.count()):
            self.input.setItemData(row, folded(self.input.itemText(row)), FOLDED)
        self.input.setCompleter(_Finder(self.input))
        self._line = self.input.lineEdit()
        if self._line:
            self._line.setAccessibleName(label)
            self._line.editingFinished.connect(self._settle)

    def show_value(self, value: str) -> None:
        """Choose the key `value`, and show the beginning of its words."""
        super().show_value(value)
        self._to_beginning()

    def _settle(self) -> None:
        found = self.input.findData(folded(self.input.currentText()), FOLDED)
        self.input.setCurrentIndex(found if found >= 0 else self.input.currentIndex())
        self.input.setEditText(self.input.itemText(self.input.currentIndex()))
        self._to_beginning()

    def _to_beginning(self) -> None:
        if line := self.input.lineEdit():
            line.setCursorPosition(0)


def names() -> Locale:
    """Return what countries, currencies and languages are called in the language of the window."""
    return _names(LANGUAGE.language)


def countries() -> tuple[tuple[str, str], ...]:
    """Return all countries by ISO 3166 code, in the order of their names."""
    return _countries(LANGUAGE.language)


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
