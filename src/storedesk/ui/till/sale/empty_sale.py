"""Show what to do next while nothing is sold, and ask before a sale is emptied."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.labels import Heading, Label
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import pixmap
from storedesk.ui.till.keys import BigButton, pay_button
from storedesk.ui.till.panels import Panel

LOW = 300
"""Pixels of the card below which there is no room for an icon."""


class EmptySale(QWidget):
    """The card of a sale without lines; it says what to do next."""

    def __init__(self, button: Button) -> None:
        super().__init__()
        self.title = Heading(size=20, weight=theme.DEMIBOLD, wrap=True)
        self.hint = Label(size=15, ink="muted", wrap=True)
        self.button = button
        self.picture = "scan-barcode"
        self._has_room = True
        column = self._column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        for words in (self.title, self.hint):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addSpacing(10)
        column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, picture: str, title: str, hint: str, button: str) -> None:
        """Show an icon, a title and what to do; a button that does it, if it has words."""
        self.picture = picture
        self.title.setText(title)
        self.hint.setText(hint)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: where there is little room the words have it, and not the icon."""
        super().resizeEvent(event)
        self._has_room = self.height() >= px(LOW)
        around = (48, 88, 48, 24) if self._has_room else (24, 12, 24, 12)
        self._column.setContentsMargins(*around)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a large pale icon over the title."""
        if not self._has_room:
            return
        size = 44
        at = QPointF((self.width() - size) / 2, self.title.y() - size - 16)
        drawn = pixmap(self.picture, "muted", size, self.devicePixelRatioF())
        QPainter(self).drawPixmap(at, drawn)


class EmptyPanel(Panel):
    """Asks before a sale is emptied. Enter keeps it."""

    wanted = Signal()
    """It is to be emptied."""

    def __init__(self) -> None:
        super().__init__(tr("Empty the sale?"))
        text = tr("All its lines are removed. To continue it later, park it instead.")
        self.empty = BigButton(tr("Empty the sale"), height=44, icon="trash-2", kind=Kind.DANGER)
        self.empty.clicked.connect(self.wanted)
        self.keep = pay_button(tr("Keep it"))
        self.keep.clicked.connect(self.press)
        self.lay_out(self.title, self.problem, Label(text, ink="muted", wrap=True), None)
        self.lay_out(self.empty)
        self.end_with(self.keep)

    def enter(self) -> None:
        """Keep it."""
        self.leave()
