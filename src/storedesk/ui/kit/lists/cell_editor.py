"""Edit a cell of a list: the field over it, and the message below."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.input.covers import dialog_around
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.labels import Label

STEPS = {
    Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1,
}  # fmt: skip
"""How many rows down each key goes, once what is typed is saved."""
WENT = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
"""The keyboard went elsewhere in the window, as it does not with a menu or another window."""
WORDS_WIDTH = 300
GAP = 4


class CellEditor(LineInput):
    """The line over a cell; it says where a person wants to go, and saves nothing by itself."""

    going = Signal(int)
    """Save, and go so many rows down."""
    dropped = Signal()
    """Esc: what was typed is not wanted."""
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, list_area: QWidget) -> None:
        super().__init__(parent=list_area)
        self.setProperty("kit", "cell")
        self.setAccessibleName(tr("New value"))
        self.setFont(theme.font(tabular=True))
        self._list_area = list_area
        self.problem = Label("", ink="bad", size=12, wrap=True)
        self.problem.setParent(list_area)
        self.problem.setProperty("kit", "refusal")
        self.is_busy = False
        self._early: list[QKeyEvent] = []
        self.say("")
        self.hide()

    def say(self, sentence: str) -> None:
        """Say below the cell what is wrong, or with "" that nothing is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)
        self.setProperty("wrong", bool(sentence))
        self.style().unpolish(self)
        self.style().polish(self)
        self._place_problem()

    def show_text(self, text: str, *, right: bool) -> None:
        """Begin with `text`, all of it selected: what is typed takes its place."""
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.say("")
        self.setText(text)
        self.show()
        self.setFocus()
        self.selectAll()

    def lay_over(self, cell: QRect) -> None:
        """Cover that cell."""
        self.setGeometry(cell.adjusted(2, 2, -2, -2))
        self._place_problem()

    def close_up(self) -> None:
        """Be gone until the next time."""
        self.say("")
        self.hide()

    def hold(self) -> None:
        """Let keys wait: a row is being saved, and they are for the next one."""
        self.is_busy = True

    def release(self, *, wanted: bool) -> None:
        """End waiting; where the next row is here, type what was typed meanwhile."""
        self.is_busy = False
        early, self._early = self._early, []
        for event in early if wanted else ():
            self.keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Answer Qt: its own keys are no shortcuts of the page."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and isinstance(event, QKeyEvent) and event.key() in {*STEPS, Qt.Key.Key_Escape}:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter, Up and Down save and move on; Esc closes."""
        if self.is_busy:
            self._early.append(event.clone())
        elif event.key() in STEPS:
            if not event.isAutoRepeat():
                self.going.emit(STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: the keyboard is elsewhere, but in no dialog, from which it comes back."""
        super().focusOutEvent(event)
        is_asked = dialog_around(QApplication.focusWidget()) is not None
        if event.reason() in WENT and not self.is_busy and not is_asked:
            self.left.emit()

    def _place_problem(self) -> None:
        if not self.problem.text():
            return
        room, cell = self._list_area.rect(), self.geometry()
        width = min(WORDS_WIDTH, room.width() - 2 * GAP)
        self.problem.setFixedWidth(width)
        height = self.problem.heightForWidth(width)
        self.problem.setFixedHeight(height)
        below = cell.bottom() + GAP
        top = below if below + height <= room.bottom() else cell.top() - height - GAP
        left = max(GAP, min(cell.right() - width, room.right() - width - GAP))
        self.problem.move(QPoint(left, top))
        self.problem.raise_()
