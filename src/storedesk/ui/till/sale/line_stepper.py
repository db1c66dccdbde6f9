"""One fewer and one more, in the current line: for the mouse and for fingers."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from storedesk.ui.kit.base.scanner import EnterGuard
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import pressed, px

BUTTON = 30
"""Pixels of a button for the mouse; fingers have theirs."""
NUMBER = 20
"""Pixels between them at least."""
GAP = 4


class LineStepper(QWidget):
    """Shows how many pieces the current line has, between minus and plus."""

    def __init__(self, minus: Button, plus: Button) -> None:
        super().__init__()
        self.guard = EnterGuard()
        """Blocks the buttons for a moment after another line has come under the finger."""
        self.number = Label(size=16, weight=theme.DEMIBOLD, tabular=True)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        for part in (minus, self.number, plus):
            line.addWidget(part)
        for button in (minus, plus):
            button.setFixedSize(QSize(pressed(BUTTON), pressed(BUTTON)))
        self._buttons = 2 * pressed(BUTTON) + 2 * GAP
        self.hide()

    def wide(self) -> int:
        """Return how wide it is."""
        words = self.number.fontMetrics().horizontalAdvance(self.number.text())
        return self._buttons + max(px(NUMBER), words)

    def stand(self, quantity: str, row: QRect, right: float) -> None:
        """Show a quantity in the middle of a row, and end at `right`."""
        self.number.setText(quantity)
        wide, high = self.wide(), pressed(BUTTON)
        self.setGeometry(round(row.left() + right - wide), row.center().y() - high // 2, wide, high)
