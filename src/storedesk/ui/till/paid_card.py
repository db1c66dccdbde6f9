"""Show the number and the change of the sale that was just paid."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from storedesk.domain.till import Method, Paid
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import Sign
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.till.labels import method_name


class ChangeBox(QFrame):
    """The change in digits that are read from a step away; none is muted."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("kit", "banner")
        self.setFixedHeight(122)
        self._words = words
        self.word = Label(words, size=20, weight=theme.DEMIBOLD)
        self.amount = Label(size=60, weight=theme.BOLD, tabular=True, right=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(0)
        column.addWidget(self.word)
        column.addWidget(self.amount)

    def show_missing(self, word: str, text: str) -> None:
        """Show under another `word` what is not paid yet."""
        self._show(word, text, Tone.WARN)

    def show_amount(self, text: str, *, is_nothing: bool) -> None:
        """Show `text`, muted where there is nothing to give back."""
        self._show(self._words, text, Tone.MUTE if is_nothing else Tone.OK)

    def _show(self, word: str, text: str, tone: Tone) -> None:
        self.word.setText(word)
        self.amount.setText(text)
        size = 60 if len(text) < 10 else 46  # noqa: PLR2004 - "$12,345.67" fits no other way
        self.amount.setFont(theme.font(size, theme.BOLD, tabular=True))
        self.setAccessibleName(f"{word} {text}")
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            for part in (self, self.word, self.amount):
                part.style().unpolish(part)
                part.style().polish(part)


class PaidCard(QWidget):
    """What was just sold: how it was paid, its number, the change."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.number = Label(size=16, weight=theme.DEMIBOLD, tabular=True, selectable=True)
        self.how = Label(size=13, ink="muted", tabular=True, wrap=True)
        self.found = Label(size=13, ink="warn", wrap=True)
        self.change = ChangeBox(tr("Change"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(1)
        column.addLayout(row(Sign("circle-check", "ok", 22), self.number, None, gap=10))
        column.addWidget(self.how)
        column.addWidget(self.found)
        column.addSpacing(8)
        column.addWidget(self.change)

    def show_paid(self, paid: Paid, method: Method, tendered: Money | None) -> None:
        """Show a sale that is booked."""
        context = self._context
        words = tr("{method} · {total}")
        if tendered is not None and tendered != paid.total:
            words = tr("{method} · {tendered} given for {total}")
        self.number.setText(paid.order_number)
        self.how.setText(
            words.format(
                total=context.money(paid.total),
                method=method_name(method),
                tendered=context.money(tendered or paid.total),
            )
        )
        found = tr("Found at the till and written down: {names}")
        self.found.setText(found.format(names=", ".join(paid.found)))
        self.found.setVisible(bool(paid.found))
        self.change.show_amount(context.money(paid.change), is_nothing=not paid.change)
