"""What is still to pay, in figures as large as there is room for, above how it is paid."""

from datetime import datetime

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.cards import boxed, column, hairline, row
from storedesk.ui.kit.looks.labels import Heading, Label
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.till.column import WIDTH
from storedesk.ui.till.panels import INSET

SIZES = ((7, 56), (8, 48), (10, 40), (12, 32), (99, 24))
"""Up to how many characters the amount is how large: it stands beside its name."""
LEAST = 28
"""Pixels of the amount at least, where its name needs more room."""


class AmountDue(QWidget):
    """The amount with its name before it, and what it was before it was rounded for cash."""

    def __init__(self, context: PageContext, held_until: datetime | None) -> None:
        """Say until when the prices hold, if they do."""
        super().__init__()
        self._context = context
        held = tr("Prices held until {time}")
        held = held.format(time=context.format.time(held_until)) if held_until else ""
        self.title = Heading(tr("To pay"), size=16, weight=theme.DEMIBOLD)
        self.held = Label(held, size=12, ink="muted", tabular=True, wrap=True)
        self.sum = Label(size=56, weight=theme.BOLD, tabular=True, right=True)
        self.sum.setFixedHeight(64)
        self.rounded = Label(size=12, ink="muted", tabular=True, right=True)
        line = row(boxed(column(self.title, self.held, gap=2)), self.sum, gap=8)
        line.setStretch(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(hairline())
        whole.addLayout(line)
        whole.addWidget(self.rounded)

    def name(self, *, is_rest: bool) -> None:
        """Say that it is to pay, or what is left of it once a part is paid."""
        self.title.setText(tr("Still to pay") if is_rest else tr("To pay"))

    def show_due(self, due: Money, total: Money) -> None:
        """Show what is due, of a total that differs from it only where cash is rounded."""
        self.sum.setText(self._context.money(due))
        self.fit()
        words = tr("{total}, rounded for cash")
        self.rounded.setText(words.format(total=self._context.money(total)))
        self.rounded.setVisible(due != total)

    def fit(self) -> None:
        """Write the amount as large as there is room beside its name."""
        text = self.sum.text()
        size = next(size for most, size in SIZES if len(text) <= most)
        name = paint.style(20, theme.DEMIBOLD)[1].horizontalAdvance(self.title.text())
        room = WIDTH - 2 * INSET - name - px(28)
        while size > LEAST and _advance(size, text) > room:
            size -= 2
        self.sum.setFont(theme.font(size, theme.BOLD, tabular=True))


def _advance(size: int, text: str) -> float:
    """Return how wide an amount is in bold figures of that size."""
    return QFontMetricsF(theme.font(size, theme.BOLD, tabular=True)).horizontalAdvance(text)
