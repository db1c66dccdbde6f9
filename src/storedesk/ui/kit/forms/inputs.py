"""Take text of one line or several, never more than a limit, whatever is pasted.

What comes in from outside is cut before anything is laid out, and the person is told: a window that
is given hundreds of megabytes by mistake goes on at once. All fields of the program are these.
"""

from PySide6.QtCore import QEvent, QMetaMethod, QMimeData, QPoint, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QToolTip, QWidget

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.looks.labels import plain
from storedesk.ui.kit.looks.sizes import FINGER, SIZES

LONGEST_LINE = 1_000
LONGEST_TEXT = 100_000
SPARE = 1_000
"""Characters beyond the limit that may be typed: whoever reads the field says what is too long."""
AROUND = 12
"""Pixels between the edge of a field and its words."""
_PASTE = "edit-paste"


class LineInput(QLineEdit):
    """One line of text."""

    was_cut = Signal(int)
    """More was pasted or dropped than goes in: so many characters were taken at most."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, longest: int = LONGEST_LINE
    ) -> None:
        super().__init__(parent)
        self.end_sign: QAction | None = None
        """What the sign at its end does, where it has one."""
        self._longest = longest
        self.limit(longest)
        self.setText(text)

    def event(self, event: QEvent) -> bool:
        """Answer Qt: what stands in an empty field is told whole where it does not fit."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().event(event)
        if not self.text() and self._hint_is_cut():
            QToolTip.showText(event.globalPos(), plain(self.placeholderText()), self)
            return True
        return super().event(event)

    def _hint_is_cut(self) -> bool:
        margins = self.textMargins()
        room = self.width() - margins.left() - margins.right() - 2 * AROUND
        return self.fontMetrics().horizontalAdvance(self.placeholderText()) > room

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: for a finger the sign at the end of a field is as large as a button."""
        sign, at = self.end_sign, event.position().x()
        if SIZES.is_touch and sign and sign.isVisible() and at >= self.width() - FINGER:
            sign.trigger()
        else:
            super().mousePressEvent(event)

    def limit(self, longest: int) -> None:
        """Take so many characters at most of what is pasted."""
        self._longest = longest
        self.setMaxLength(longest + SPARE)

    def setMaxLength(self, longest: int) -> None:
        """Answer Qt: of what is pasted no more is taken either."""
        self._longest = min(self._longest, longest)
        super().setMaxLength(longest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: what is pasted is cut."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_clipboard()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Answer Qt: its own menu, which pastes as the keys do."""
        menu = self.paste_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def paste_menu(self) -> QMenu:
        """Make Qt's menu, in which pasting cuts what is too long."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == _PASTE:
                action.triggered.disconnect()
                action.triggered.connect(self.take_clipboard)
        return menu

    def dropEvent(self, event: QDropEvent) -> None:
        """Answer Qt: what is dropped is cut."""
        if self._takes(event.mimeData().text()):
            super().dropEvent(event)
        else:
            event.acceptProposedAction()

    def take_clipboard(self) -> None:
        """Paste, as much as goes in."""
        if not self.isReadOnly() and self._takes(QGuiApplication.clipboard().text()):
            self.paste()

    def _takes(self, text: str) -> bool:
        """Tell whether all of `text` goes in; what goes in of a longer one is put in at once."""
        room = self._longest - len(self.text()) + len(self.selectedText())
        if len(text) <= room or self.isReadOnly():
            return True
        self.insert(text[: max(room, 0)])
        _tell(self, self._longest)
        return False


class TextInput(QPlainTextEdit):
    """Text of several lines."""

    was_cut = Signal(int)
    """More was pasted or dropped than goes in: so many characters were taken at most."""

    def __init__(self, text: str = "", *, longest: int = LONGEST_TEXT) -> None:
        super().__init__()
        self._longest = longest
        self.setPlainText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Answer Qt: what is pasted or dropped is cut, and plain."""
        if not source.hasText():
            return
        text = source.text()
        cursor = self.textCursor()
        selected = cursor.selectionEnd() - cursor.selectionStart()
        room = max(self._longest - (self.document().characterCount() - 1) + selected, 0)
        cursor.insertText(text[:room])
        self.ensureCursorVisible()
        if len(text) > room:
            _tell(self, self._longest)


def _tell(field: LineInput | TextInput, longest: int) -> None:
    """Say that a text was cut: beside the field by whoever listens, or else over it."""
    if field.isSignalConnected(QMetaMethod.fromSignal(field.was_cut)):
        field.was_cut.emit(longest)
    else:
        where = field.mapToGlobal(QPoint(0, field.height()))
        QToolTip.showText(where, cut_sentence(longest), field)


def cut_sentence(longest: int) -> str:
    """Say that no more than so many characters were taken."""
    return Refused("text_cut", longest=longest).sentence(spoken)
