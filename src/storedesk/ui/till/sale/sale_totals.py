"""What a sale comes to: subtotal, taxes and total, in the summary and above every panel."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.customers import CustomerLine
from storedesk.domain.till import Sale
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxMode
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import boxed, hairline, row
from storedesk.ui.kit.looks.labels import ElidedLabel, Label
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.till.labels import orders

LONG_TOTAL = 13
"""Characters from which the total is written smaller: "$12,345.67" is not yet."""
LOW, HIGH = 600, 700
"""Pixels of the column from which on there is room for the sums, and for the customer above."""


class Sums(QWidget):
    """Subtotal and taxes, one below the other."""

    def __init__(self, context: PageContext, *, size: int, gap: int) -> None:
        super().__init__()
        self._context, self._size = context, size
        self._lines: list[tuple[QWidget, Label, Label]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    def show_sale(self, sale: Sale | None) -> None:
        """Show what the database has added up."""
        context = self._context
        sums = [(tr("Subtotal"), sale.subtotal if sale else context.zero())]
        included = context.store.tax_mode is TaxMode.INCLUSIVE
        words = tr("{name} {rate}, included") if included else tr("{name} {rate}")
        for tax in sale.tax_lines if sale else ():
            name = words.format(name=tax.name, rate=context.format.percent(tax.rate))
            sums.append((name, Money(tax.tax, context.store.currency)))
        if sale and sale.taken:
            sums.append((tr("Paid already"), sale.taken))
        if sale and sale.exchange:
            sums += [(tr("Total"), sale.total), (tr("Comes back"), -sale.exchange.refund)]
        self._show(sums)

    def _show(self, sums: Sequence[tuple[str, Money]]) -> None:
        while len(self._lines) < len(sums):
            name = Label(size=self._size, ink="muted")
            amount = Label(size=self._size + 1, tabular=True, right=True)
            line = boxed(row(name, None, amount))
            self._lines.append((line, name, amount))
            self._column.addWidget(line)
        for at, (line, name, amount) in enumerate(self._lines):
            line.setVisible(at < len(sums))
            if at < len(sums):
                name.setText(sums[at][0])
                amount.setText(self._context.money(sums[at][1]))


class SaleTotals(QWidget):
    """Subtotal, taxes and the total, above the Pay button."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._sums = Sums(context, size=15, gap=8)
        self.total = Label(size=44, weight=theme.BOLD, tabular=True, right=True)
        self.total.setFixedHeight(60)
        self.word = Label(tr("Total"), size=20, weight=theme.MEDIUM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(self._sums)
        self._line = hairline()
        column.addWidget(self._line)
        column.addLayout(row(self.word, None, self.total))

    def be_short(self) -> None:
        """Show the total alone."""
        self._sums.hide()
        self._line.hide()

    def show_sale(self, sale: Sale | None) -> None:
        """Show what the database has added up."""
        self._sums.show_sale(sale)
        total = show_total(self._context, sale, self.word, self.total)
        size = 44 if len(total) < LONG_TOTAL else 36
        self.total.setFont(theme.font(size, theme.BOLD, tabular=True))


class SaleFacts(QWidget):
    """What stands above every panel: for whom the sale is and what it comes to."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._customer: CustomerLine | None = None
        self._is_whole = False
        self._height = HIGH
        self.is_empty = True
        """Whether nothing is sold: then nothing is shown."""
        self.name = ElidedLabel(size=15, weight=theme.MEDIUM)
        self.bought = Label(size=13, ink="muted", tabular=True)
        person = row(self.name, self.bought)
        person.setStretch(0, 1)
        self.person = boxed(person)
        self.sums = Sums(context, size=13, gap=4)
        self.total = Label(size=20, weight=theme.DEMIBOLD, tabular=True, right=True)
        self.word = Label(tr("Total"), size=16, weight=theme.DEMIBOLD)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(6)
        for part in (self.person, self.sums, boxed(row(self.word, None, self.total))):
            column.addWidget(part)
        self.show_sale(None)

    def show_sale(self, sale: Sale | None) -> None:
        """Show what the database has added up, and for whom."""
        self.is_empty = sale is None or not (sale.lines or sale.exchange)
        self._customer = sale.customer if sale else None
        self.setVisible(not self.is_empty)
        self.sums.show_sale(sale)
        show_total(self._context, sale, self.word, self.total)
        self.name.setText(self._customer.name if self._customer else "")
        self.bought.setText(orders(self._customer.orders) if self._customer else "")
        self._arrange()

    def show_all(self, *, is_so: bool) -> None:
        """Show also what the total is made of, and the customer, or the total alone."""
        self._is_whole = is_so
        self._arrange()

    def fit(self, height: int) -> None:
        """Make room in a low column: leave out for whom the sale is, then what it is made of."""
        self._height = height
        self._arrange()

    def _arrange(self) -> None:
        has_person = self._is_whole and self._height >= px(HIGH) and self._customer is not None
        self.person.setVisible(has_person)
        self.sums.setVisible(self._is_whole and self._height >= px(LOW))


def show_total(context: PageContext, sale: Sale | None, word: Label, amount: Label) -> str:
    """Show the total; in an exchange what is still to pay, or what goes back. Return the amount."""
    words, shown = tr("Total"), sale.due if sale else context.zero()
    if sale and sale.exchange:
        over = sale.exchange.over
        words, shown = (tr("Goes back"), over) if over else (tr("To pay"), shown)
    total = context.money(shown)
    word.setText(words)
    amount.setText(total)
    name = tr("Total {total}").format(total=total) if words == tr("Total") else f"{words} {total}"
    amount.setAccessibleName(name)
    return total
