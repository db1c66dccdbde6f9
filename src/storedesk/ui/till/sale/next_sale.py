"""What stands where Pay stood, after a sale."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from storedesk.ui.kit.base.banner import Sign
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import px

SIGN, GAP = 20, 12
"""Pixels of the sign before the words, and around it."""
FACES = (15, 13, 12)
"""Pixels of the words: as large as there is room for."""


class NextSale(QFrame):
    """Words, and no button: nothing has to be pressed after a sale."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kit", "outline")
        self.words = Label(tr("The next scan starts the next sale"), wrap=True)
        line = row(None, Sign("scan-barcode", "accent", SIGN), self.words, None, gap=GAP)
        line.setContentsMargins(GAP, 0, GAP, 0)
        self.setLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: the words take one line where there is room for it, else two."""
        super().resizeEvent(event)
        room = self.width() - px(SIGN) - 4 * GAP - 2  # a gap also before the empty part behind
        for face in FACES:
            self.words.setFont(theme.font(face, theme.MEDIUM))
            whole = self.words.fontMetrics().horizontalAdvance(self.words.text()) + 1
            self.words.setFixedWidth(max(1, min(whole, room)))
            if self.words.heightForWidth(self.words.width()) <= self.height():
                return
