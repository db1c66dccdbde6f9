"""What comes back for the sale, at the foot of its lines."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from storedesk.domain.exchanges import Exchange, ReturnedItem
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import boxed, hairline, row
from storedesk.ui.kit.looks.labels import ElidedLabel, Label
from storedesk.ui.kit.looks.sizes import SIZES, px, target
from storedesk.ui.till.keys import small_button

MOST_LINES = 3
"""Lines that are named one by one; of more, one less is, and how many others there are."""
WIDE = 640
"""Pixels from which on the key stands on the button that drops it."""


class ExchangeFoot(QFrame):
    """Names the order, what comes back of it, and what that pays; a button drops it."""

    def __init__(self, format_: Format) -> None:
        super().__init__()
        self._format = format_
        self.title = ElidedLabel(size=15, weight=theme.DEMIBOLD)
        self.credit = Label(size=15, weight=theme.DEMIBOLD, tabular=True, right=True, ink="ok")
        self._cap = "" if SIZES.is_touch else "Ctrl+Shift+X"
        self.drop = small_button(tr("Drop"), cap=self._cap)
        self.drop.setAccessibleName(tr("Drop the exchange"))
        self.drop.setMinimumHeight(target(32))
        head = row(self.title, self.drop, self.credit, gap=8)
        head.setStretch(0, 1)
        self.rows = [self._row() for _ in range(MOST_LINES)]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        within = QVBoxLayout()
        within.setContentsMargins(16, 6, 16, 8)
        within.setSpacing(2)
        within.addLayout(head)
        for box, _, _ in self.rows:
            within.addWidget(box)
        whole.addWidget(hairline())
        whole.addLayout(within)
        self.hide()

    def show_exchange(self, exchange: Exchange | None, *, is_booked: bool = False) -> None:
        """Show what comes back, and hide where nothing does; what `is_booked` stays."""
        self.setVisible(exchange is not None)
        if exchange is None:
            return
        words = tr("Exchange of {number}").format(number=exchange.order_number)
        self.title.setText(words)
        credit = self._format.money(-exchange.refund)
        self.credit.setText(credit)
        self.drop.setVisible(not is_booked)
        self.setAccessibleName(f"{words}, {credit}")
        shown = exchange.lines
        if len(shown) > MOST_LINES:
            shown = shown[: MOST_LINES - 1]
        texts = [(self._name(line), self._format.money(-line.refund)) for line in shown]
        if others := len(exchange.lines) - len(shown):
            more = plural("and {count} more line", "and {count} more lines", others)
            texts.append((more.format(count=others), ""))
        for at, (box, name, amount) in enumerate(self.rows):
            box.setVisible(at < len(texts))
            if at < len(texts):
                name.setText(texts[at][0])
                amount.setText(texts[at][1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: where the number has no room beside it, the key is left out."""
        super().resizeEvent(event)
        cap = self._cap if event.size().width() >= px(WIDE) else ""
        if self.drop.cap != cap:
            self.drop.set_cap(cap)

    def _row(self) -> tuple[QFrame, ElidedLabel, Label]:
        name = ElidedLabel(size=13)
        amount = Label(size=13, ink="muted", tabular=True, right=True)
        line = row(name, amount, gap=8)
        line.setStretch(0, 1)
        return boxed(line), name, amount  # type: ignore[return-value]

    def _name(self, line: ReturnedItem) -> str:
        name = " · ".join(part for part in (line.name, line.description) if part)
        where = tr("to the shelf") if line.restocked else tr("damaged")
        return f"{self._format.count(line.quantity)} × {name}  ·  {where}"
