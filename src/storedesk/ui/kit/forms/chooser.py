"""Choose one of few or very many things, in a list that opens below the field."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QToolTip
from shiboken6 import isValid

from storedesk.ui.kit.base.accessible import tell_state
from storedesk.ui.kit.forms.choice_box import ChoiceBox
from storedesk.ui.kit.forms.choice_line import ChoiceLine, is_bare
from storedesk.ui.kit.forms.choice_list import ChoiceList
from storedesk.ui.kit.forms.entries import MANY, Entry
from storedesk.ui.kit.input.burst import typed_text
from storedesk.ui.kit.looks.labels import plain

PAGE = 8
_MOVES = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -PAGE, Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_Home: -1_000_000, Qt.Key.Key_End: 1_000_000,
}  # fmt: skip
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Chooser(ChoiceBox):
    """Shows what is chosen; Alt+Down, a click or typing opens the list of all.

    With more than a few choices the field becomes one to look for them by words. The keyboard
    stays in it: the list never takes it. For screen readers and for what asks Qt it is a combo box.
    """

    made = Signal(str, int)
    """What was typed is to be made; and the row that was current, or -1."""
    missed = Signal(str)
    """What was typed is nothing that there is."""

    def __init__(self, making: Callable[[str, int], str] | None = None) -> None:
        """Take what names that which typed words and the current row would make; "" for none."""
        super().__init__()
        self._making = making
        self.line = ChoiceLine(self, self.steer, self.settle)
        self.line.textChanged.connect(self._search)
        self._list: ChoiceList | None = None
        self._window: QWindow | None = None
        self._begun, self._since = "", QElapsedTimer()

    def setAccessibleName(self, name: str) -> None:
        """Answer Qt: be called so, and the line over it too."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def is_searched(self) -> bool:
        """Tell whether there is a field to look for the choices."""
        return len(self.entries.all) > MANY or self._making is not None

    def is_open(self) -> bool:
        """Tell whether the list is there."""
        return self._list is not None

    def is_covered(self) -> bool:
        """Tell whether the line to look for choices lies over the field."""
        return self._list is not None and self.is_searched()

    def offers(self) -> list[str]:
        """Return the names in the open list as they stand there, the line that makes one last."""
        shown = self._list
        if shown is None:
            return []
        names = [self.entries.all[row].name for row in shown.list.rows.records]
        return [*names, shown.new.text] if shown.new.text else names

    def offer(self, entries: Iterable[Entry]) -> None:
        """Offer other entries; what is typed just now stays, and is looked for among them."""
        words = self.line.text()
        is_typed = self.is_covered() and bool(words)
        super().offer(entries)
        if is_typed:
            self.showPopup()
            self.line.setText(words)

    # ---------- opening and closing

    def showPopup(self) -> None:
        """Answer Qt: open the list."""
        if self._list is not None or not (self.entries.all or self._making) or not self.isVisible():
            return
        shown = self._list = ChoiceList(self, self.entries, self.currentIndex())
        shown.taken.connect(self._take)
        shown.new_taken.connect(self._make)
        shown.show()
        shown.raise_()
        if self.is_searched():
            self.line.enter(self.currentText() or self.placeholderText())
        elif not self.hasFocus():
            self.setFocus(Qt.FocusReason.PopupFocusReason)
        tell_state(self, "expanded")
        self._window = self.window().windowHandle()
        if self._window is not None:
            self._window.installEventFilter(self)

    def hidePopup(self) -> None:
        """Answer Qt: close the list."""
        shown, self._list = self._list, None
        if shown is None:
            return
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self.line.leave()
        if isValid(shown):
            shown.hide()
            shown.deleteLater()
        tell_state(self, "expanded")
        self.update()

    def settle(self, *, is_meant: bool = False) -> None:
        """Close the list, and take what is current if something is typed, or if it `is_meant`."""
        shown, words = self._list, self.line.text().strip()
        if shown is None:
            return
        row = shown.current() if is_meant or words else -1
        if row >= 0:
            self._take(row)
        elif words and shown.new.text:
            self._make()
        else:
            self.hidePopup()
            if words:
                self.missed.emit(words)

    def _take(self, row: int) -> None:
        self.hidePopup()
        self.setCurrentIndex(row)
        self.activated.emit(row)

    def _make(self) -> None:
        shown, words = self._list, self.line.text().strip()
        if shown is not None and shown.new.text:
            row = shown.current()
            self.hidePopup()
            self.made.emit(words, row)

    def _search(self) -> None:
        if self._list is not None:
            words = self.line.text().strip()
            self._list.show_words(words)
            self._tell_making()

    def _tell_making(self) -> None:
        words = self.line.text().strip()
        if self._list is not None and self._making is not None:
            is_there = self.entries.exact(words) >= 0
            making = self._making(words, self._list.current()) if words and not is_there else ""
            self._list.tell_making(making)

    # ---------- keys

    def steer(self, event: QKeyEvent) -> bool:
        """Do what a key means to the open list; tell whether it means anything."""
        key, shown = Qt.Key(event.key()), self._list
        if shown is None:
            return False
        is_plain = is_bare(event)
        if key in _ENTER and event.modifiers() & CTRL:
            self._make()
        elif key in _ENTER and is_plain:
            if not event.isAutoRepeat():
                self.settle(is_meant=True)
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_F4} or (
            event.modifiers() & ALT and key in _MOVES
        ):
            self.hidePopup()
        elif key in _MOVES and is_plain:
            shown.go(_MOVES[key])
            self._tell_making()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and not self.line.text():
            return shown.fold(is_open=key == Qt.Key.Key_Right)
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: letters look for a choice, arrows go along, Alt+Down opens."""
        text = typed_text(event)
        if self.steer(event):
            event.accept()
        elif self.is_searched() and event.matches(QKeySequence.StandardKey.Paste):
            self.showPopup()
            self.line.take_clipboard()
        elif text.isprintable() and text.strip():
            self._write(event)
        elif self.is_covered():  # it was pressed before the line had the keyboard
            self.line.keyPressEvent(event)
        elif self._list is not None and event.key() == Qt.Key.Key_Space:
            self.settle(is_meant=True)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Answer Qt: Tab takes what is current, and what is cut can be read."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._list is not None:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in {
                Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
            }:  # fmt: skip
                self.settle(is_meant=True)
        elif isinstance(event, QHelpEvent) and not self.toolTip() and self.is_cut():
            QToolTip.showText(event.globalPos(), plain(self.currentText()), self)
            return True
        return super().event(event)

    def _write(self, event: QKeyEvent) -> None:
        if self.is_searched():
            self.showPopup()
            self.line.keyPressEvent(event)
            return
        pause = QApplication.keyboardInputInterval()
        is_on = self._since.isValid() and self._since.elapsed() < max(pause, 1_000)
        text = typed_text(event)
        is_same = self._begun.strip(text) == ""
        self._begun = self._begun + text if is_on and not (is_same and self._begun) else text
        self._since.restart()
        here = self._list.current() if self._list else self.currentIndex()
        found = self.entries.first_with(self._begun, here + (len(self._begun) == 1))
        if found >= 0 and self._list is not None:
            self._list.choose(self._list.list.rows.records.index(found))
        elif found >= 0:
            self._take(found)

    # ---------- mouse and focus

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: a click opens the list, the next one closes it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.hidePopup() if self._list is not None else self.showPopup()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: it was done as the mouse was pressed."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: the second click closes."""
        self.mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: a list without a keyboard closes."""
        super().focusOutEvent(event)
        if self._list is not None and not self.line.isVisible():
            self.hidePopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: what happens elsewhere in the window closes the list."""
        if watched is self._window and self._list is not None:
            kind = event.type()
            if kind in {QEvent.Type.Resize, QEvent.Type.Move}:
                self.hidePopup()
            elif isinstance(event, QMouseEvent | QWheelEvent) and kind in {
                QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
            }:  # fmt: skip
                at = event.globalPosition().toPoint()
                if self.rect().contains(self.mapFromGlobal(at)):
                    return isinstance(event, QWheelEvent)  # it stays as it is
                if not self._list.holds(at):
                    self.settle()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: the line to look for choices covers the field."""
        super().resizeEvent(event)
        self.line.setGeometry(self.rect())
