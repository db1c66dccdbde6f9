"""Make the search field of a page."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from storedesk.domain.values.text import wanted
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.scanner import TAKES_SCAN
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.keys import with_key, written
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import THEME

PAUSE_MS = 120
"""How long typing must rest before the list is asked again."""
LONGEST = 200


class SearchField(LineInput):
    """A field that emits what to search for once typing pauses or Enter is pressed."""

    searched = Signal(str)
    """What to look for, trimmed."""
    left_down = Signal()
    """Down was pressed: into the list."""

    def __init__(self, hint: str, *, key: str = "Ctrl+F", width: int = 300) -> None:
        super().__init__()
        self.setPlaceholderText(with_key(hint, written(key), gap="   "))
        self.setAccessibleName(hint)
        self.setProperty(TAKES_SCAN, True)  # noqa: FBT003 - Qt's
        self.setMaxLength(LONGEST)
        self.setMinimumWidth(min(width, 200))
        self.setMaximumWidth(px(width))
        self._magnifier = QAction(hint, self)
        self._magnifier.triggered.connect(self.selectAll)
        self.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self._cross = QAction(with_key(tr("Clear the search"), written("Esc")), self)
        self._cross.setVisible(False)
        self.end_sign = self._cross
        self._cross.triggered.connect(self._empty)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self._rest = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._rest.timeout.connect(self._tell)
        self._told = ""
        self.textChanged.connect(self._rest.start)
        self.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))
        self.returnPressed.connect(self._tell)
        THEME.changed.connect(self._recolor)
        self._recolor()

    def wanted(self) -> str:
        """Return what is typed, without what cannot be searched for."""
        return wanted(self.text())

    def show_words(self, words: str) -> None:
        """Show words that are searched for already, without a signal."""
        self.setText(words)
        self._rest.stop()
        self._told = self.wanted()

    def stop(self) -> None:
        """Search for nothing any more: where it would be shown is about to go."""
        self._rest.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Esc empties, Down goes into the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._empty()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def _empty(self) -> None:
        self.clear()
        self._tell()

    def _tell(self) -> None:
        self._rest.stop()
        if self.wanted() != self._told:
            self._told = self.wanted()
            self.searched.emit(self._told)

    def _recolor(self) -> None:
        self._magnifier.setIcon(theme.icon("search", "muted"))
        self._cross.setIcon(theme.icon("x", "muted"))
