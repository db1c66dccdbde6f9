"""Show the number and the change of the sale that was just paid."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from storedesk.domain.card_terminals import TerminalPayment
from storedesk.domain.till import Method, Paid, SpentCredit, Tender
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.accessible import announce
from storedesk.ui.kit.base.banner import Sign
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import column, put, row
from storedesk.ui.kit.looks.labels import ElidedLabel, Label
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.tender_labels import card_of, method_name, tender_name
from storedesk.ui.till.keys import gift_receipt_button, mail_button
from storedesk.ui.till.sale.exchange_labels import exchange_words

LOW, HIGH = 60, 122
"""Pixels of the change, beside its word and under it."""
NARROW = 440
"""Pixels of the lines below which what says that they are paid has room for its words alone."""


class ChangeBox(QFrame):
    """The change in digits that are read from a step away; none is muted.

    Where there is little room its word stands beside it.
    """

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("kit", "banner")
        self.setMinimumHeight(LOW)
        self.setMaximumHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._words, self._size = words, 60
        self.word = Label(words, size=20, weight=theme.DEMIBOLD)
        self.amount = Label(size=60, weight=theme.BOLD, tabular=True, right=True)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._parts.setContentsMargins(16, 8, 16, 8)
        self._parts.setSpacing(0)
        self._parts.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._parts.addWidget(self.word)
        self._parts.addWidget(self.amount)

    def sizeHint(self) -> QSize:
        """Answer Qt: the amount under its word."""
        return QSize(200, HIGH)

    def minimumSizeHint(self) -> QSize:
        """Answer Qt: the amount beside its word."""
        return QSize(200, LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: there is room for the amount under its word, or beside it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_low, way = self.height() < HIGH, QBoxLayout.Direction
        self._parts.setDirection(way.LeftToRight if is_low else way.TopToBottom)
        size = min(self._size, 36) if is_low else self._size
        self.amount.setFont(theme.font(size, theme.BOLD, tabular=True))

    def show_given(self, given: Money | None, due: Money, money: Callable[[Money], str]) -> None:
        """Show what comes back of what is given, or what is still missing then."""
        if given is not None and given < due:
            self._show(tr("Still missing"), money(due - given), Tone.WARN)
        else:
            change = given - due if given is not None else due - due
            self.show_amount(money(change), is_nothing=not change)

    def show_amount(self, text: str, *, is_nothing: bool) -> None:
        """Show `text`, muted where there is nothing to give back."""
        self._show(self._words, text, Tone.MUTE if is_nothing else Tone.OK)

    def show_handed_over(self, word: str, text: str) -> None:
        """Show under another `word` what is handed over."""
        self._show(word, text, Tone.OK)

    def _show(self, word: str, text: str, tone: Tone) -> None:
        self.word.setText(word)
        self.amount.setText(text)
        self._size = 60 if len(text) < 10 else 46  # noqa: PLR2004 - "$12,345.67" fits no other way
        self._arrange()
        self.setAccessibleName(f"{word} {text}")
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            for part in (self, self.word, self.amount):
                part.style().unpolish(part)
                part.style().polish(part)


class PaidBand(QFrame):
    """Under the lines that were just paid: that they are, and what they came to."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kit", "band")
        self.setProperty("tone", Tone.OK.value)
        self.words = Label(tr("Paid and booked"), size=16, weight=theme.DEMIBOLD)
        self.remark = ElidedLabel(size=12)
        self.total = Label(size=30, weight=theme.BOLD, tabular=True, right=True)
        self._sign = Sign("circle-check", "ok", 26)
        self._line = row(self._sign, column(self.words, self.remark, gap=0), gap=14)
        self._line.setStretch(1, 1)
        self._line.addWidget(self.total)
        self.setLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: where fingers sell the lines are narrow, and words come before a sign."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < px(NARROW)
        self._sign.setVisible(not is_narrow)
        self._line.setContentsMargins(16 if is_narrow else 32, 0, 16, 0)

    def show_paid(self, remark: str, total: str) -> None:
        """Say which order it is, of how many lines, and its total."""
        self.remark.setText(remark)
        self.total.setText(total)
        self.total.setAccessibleName(tr("Total {total}").format(total=total))


class PaidCard(QWidget):
    """What was just sold: how it was paid, its number, the change."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.number = Label(size=16, weight=theme.DEMIBOLD, tabular=True, selectable=True)
        self.how = Label(size=13, ink="muted", tabular=True, wrap=True)
        self.before = Label(size=13, ink="muted", tabular=True, wrap=True)
        self.found = Label(size=13, ink="warn", wrap=True)
        self.change = ChangeBox(tr("Change"))
        self.paid = Label(tr("Paid"), size=30, weight=theme.DEMIBOLD, ink="ok")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        number = row(Sign("circle-check", "ok", 22), self.number, None, gap=10)
        put(whole, (None, self.paid, number, self.before, self.how, self.found))
        whole.addSpacing(8)
        whole.addWidget(self.change)
        self.mail, self.gift = mail_button(), gift_receipt_button()
        whole.addLayout(row(self.mail, self.gift, gap=10))

    def show_paid(self, paid: Paid, method: Method, tendered: Money | None) -> None:
        """Show a sale that is booked."""
        context = self._context
        words, total = tr("{method} · {total}"), self._otherwise(paid)
        if tendered is not None and tendered != total:
            words = tr("{method} · {tendered} given for {total}")
        self.number.setText(paid.order_number)
        self.how.setText(
            words.format(
                total=context.money(total),
                method=method_name(method),
                tendered=context.money(tendered or total),
            )
            if total
            else ""
        )
        before = [*map(self._credit_words, paid.credit), *map(self._card_words, paid.cards),
                  *map(self._part_words, paid.parts)]  # fmt: skip
        if paid.exchange:
            before = [*exchange_words(context, paid.exchange), *before]
        self.before.setText("\n".join(before))
        self.before.setVisible(bool(before))
        self.how.setVisible(bool(total))
        found = tr("Found at the till and written down: {names}")
        self.found.setText(found.format(names=", ".join(paid.found)) if paid.found else "")
        self.found.setVisible(bool(paid.found))
        is_cash = self._show_cash(paid, method)
        self.paid.setVisible(not is_cash)
        self.change.setVisible(is_cash)
        change = self.change.accessibleName() if is_cash else ""
        told = (self.paid.text(), paid.order_number, self.before.text(), self.how.text(),
                self.found.text(), change)  # fmt: skip
        announce(self, ", ".join(filter(None, told)))

    def _show_cash(self, paid: Paid, method: Method) -> bool:
        """Show the change, or what an exchange hands over. Tell whether there is cash at all."""
        money, back = self._context.money, paid.exchange.cash if paid.exchange else None
        if back:
            self.change.show_handed_over(tr("Hand over"), money(back))
        else:
            self.change.show_amount(money(paid.change), is_nothing=not paid.change)
        return bool(back) or method is Method.CASH

    def _otherwise(self, paid: Paid) -> Money:
        """Return what was paid by the last tender: not by gift card, nor charged before."""
        rest = paid.total - paid.exchange.credited if paid.exchange else paid.total
        rest = rest.less(one.amount for one in paid.credit)
        rest = rest.less(one.amount for one in paid.cards)
        return rest.less(one.amount for one in paid.parts)

    def _card_words(self, one: TerminalPayment) -> str:
        words = tr("{method} · {total}")
        return words.format(method=card_of(one), total=self._context.money(one.amount))

    def _part_words(self, one: Tender) -> str:
        words = tr("{method} · {total}")
        return words.format(method=tender_name(one), total=self._context.money(one.amount))

    def _credit_words(self, one: SpentCredit) -> str:
        money = self._context.money
        words = tr("Gift card {number} · {amount}, {left} left on it")
        return words.format(number=one.number, amount=money(one.amount), left=money(one.left))
