"""Show what the quote found changed: prices, and pieces that the shelf count denies."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import Found, PriceChange, Quote, Shortage
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import Sign
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import boxed, column, hairline, row, scrolling
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.stock_labels import with_together
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panels import Panel, typed


def _title(quote: Quote) -> str:
    if quote.shortages:
        return tr("More than the shelf count")
    return tr("Prices have changed")


class QuoteChangesPanel(Panel):
    """Explains before money moves: old and new prices, missing pieces. Enter goes on."""

    accepted = Signal(object)
    """The pieces that are sold although the count denies them: a tuple of Found."""

    def __init__(self, context: PageContext, quote: Quote) -> None:
        super().__init__(_title(quote))
        self._context, self._quote = context, quote
        self.reason = LineInput(tr("in the customer's hand"))
        self.reason.setAccessibleName(tr("Why the shelf count is wrong"))
        self.reason.setMaxLength(120)
        parts: list[QWidget] = []
        if quote.changes:
            words = tr("These prices have just changed. The new ones are in the sale:")
            parts += [Label(words, wrap=True), *self._all(self._change(c) for c in quote.changes)]
        if quote.shortages:
            words = tr("The shelf count says there are fewer of these:")
            parts += [Label(words, wrap=True), *self._all(map(self._short, quote.shortages))]
            parts += [Label(tr("Why the shelf count is wrong"), size=12, ink="muted")]
            parts += [self.reason]
        total = context.money(quote.sale.total)
        words = tr("Sell anyway")
        go_on = words if quote.shortages else tr("Pay {total}").format(total=total)
        self.go = pay_button(go_on, size=15 if quote.shortages else 20)
        self.go.clicked.connect(self.press)
        self.lay_out(self.title, self.problem, scrolling(boxed(column(*parts, None))))
        self.column.setStretch(2, 1)
        self.end_with(self.go)

    def begin(self) -> None:
        """Take the keyboard."""
        if self._quote.shortages:
            self.reason.setFocus()
            self.reason.selectAll()
        else:
            self.setFocus()

    def enter(self) -> None:
        """Go on with the new prices, and sell what is in the customer's hand."""
        reason = typed(self.reason)
        if self._quote.shortages and not reason:
            self.reason.setFocus()
            self.refuse(Refused("reason_missing"))
            return
        found = tuple(Found(short.product_id, reason) for short in self._quote.shortages)
        self.accepted.emit(found)

    def _change(self, change: PriceChange) -> QWidget:
        money = self._context.money
        words = tr("{old}  →  {new}").format(old=money(change.old), new=money(change.new))
        return self._fact("tag", change.name, words)

    def _short(self, short: Shortage) -> QWidget:
        words = tr("{wanted} in the sale, {available} on the shelf")
        note = words.format(wanted=short.wanted, available=max(0, short.available))
        note = with_together(note, of_variants=short.of_variants)
        return self._fact("triangle-alert", short.name, note)

    @staticmethod
    def _fact(picture: str, name: str, words: str) -> QWidget:
        name_label = Label(name, size=16, weight=theme.MEDIUM, wrap=True)
        note = Label(words, size=15, weight=theme.DEMIBOLD, ink="warn", tabular=True, wrap=True)
        text = boxed(column(name_label, note, gap=2))
        line = row(Sign(picture, "warn", 20), text, gap=12)
        line.setStretch(1, 1)
        return boxed(line)

    @staticmethod
    def _all(facts: Iterable[QWidget]) -> list[QWidget]:
        parts: list[QWidget] = []
        for fact in facts:
            parts += [fact, hairline()]
        return parts
