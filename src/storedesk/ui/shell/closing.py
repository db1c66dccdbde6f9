"""What stands in the window while the program finishes its work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.chips import IconTile
from storedesk.ui.kit.looks.labels import Label, muted


class Closing(QWidget):
    """Says what is still being done, and lets nobody wait who does not want to."""

    hurried = Signal()
    """Whoever closes the window does not want to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Label(tr("Closing"), size=22, weight=theme.DEMIBOLD)
        self.text = muted("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.now = Button(tr("Close now"))
        self.now.clicked.connect(self.hurried)
        card = Card(margin=28, gap=8)
        card.setFixedWidth(420)
        card.add(IconTile("save"))
        card.column.addSpacing(8)
        card.add(self.title, self.text)
        card.column.addSpacing(10)
        card.add(self.bar)
        card.column.addSpacing(8)
        card.add(row(None, self.now))
        outer = QVBoxLayout(self)
        outer.addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)

    def say(self, title: str, text: str) -> None:
        """Say what is being done."""
        self.title.setText(title)
        self.text.setText(text)
