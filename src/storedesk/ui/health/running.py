"""Show that something runs on a card, how far it is, and a button that stops it."""

from PySide6.QtWidgets import QProgressBar, QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import column, row
from storedesk.ui.kit.looks.labels import muted


class RunningPart(QWidget):
    """Words, a bar and *Cancel*; hidden while nothing runs."""

    def __init__(self, cap: str = "") -> None:
        """`cap` is the key that cancels."""
        super().__init__()
        self.words, self.bar = muted(wrap=True), QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.cancel = secondary(tr("Cancel"), cap=cap)
        line = row(self.words, self.cancel)
        line.setStretch(0, 1)
        self.setLayout(column(line, self.bar, gap=6))
        self.hide()

    def show_far(self, words: str, done: int = 0, of: int = 0) -> None:
        """Show what is done; without numbers nobody knows how far it is."""
        self.words.setText(words)
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.show()
