"""Show what is still being done while the program closes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.chips import IconTile
from storedesk.ui.kit.looks.labels import heading, muted
from storedesk.ui.kit.looks.sizes import px


class Closing(QWidget):
    """Shows what is still being done, with a button that closes at once."""

    hurried = Signal()
    """The person wants to close without waiting."""

    def __init__(self) -> None:
        super().__init__()
        self.title = heading(tr("Closing"))
        self.text = muted("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.now = Button(tr("Close now"))
        self.now.clicked.connect(self.hurried)
        card = Card(margin=28, gap=8)
        card.setFixedWidth(px(420))
        card.add(IconTile("save"))
        card.column.addSpacing(8)
        card.add(self.title, self.text)
        card.column.addSpacing(10)
        card.add(self.bar)
        card.column.addSpacing(8)
        card.add(row(None, self.now))
        outer = QVBoxLayout(self)
        outer.addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)

    def say(self, *, makes_backup: bool) -> None:
        """Show what is being done."""
        self.bar.setAccessibleName(tr("Progress"))
        self.now.setText(tr("Close now"))
        self.title.setText(tr("Closing"))
        words = tr("Finishing current work.")
        if makes_backup:
            words = tr("Making a backup and checking that it can be restored.")
        self.text.setText(words)
