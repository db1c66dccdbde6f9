"""The part of the pay panel that is about gift cards: the code, and what was taken of which."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.credit import TakenCredit, is_code
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks import theme
from storedesk.ui.till.checkout.taken_rows import taken_row
from storedesk.ui.till.checkout.tenders import Proof
from storedesk.ui.till.keys import small_button


class CodeField(Proof):
    """Asks for the code of a gift card, typed or scanned."""

    def __init__(self) -> None:
        super().__init__((("code", tr("Code of the gift card")),))
        self.field = self.fields["code"]
        self.field.setFont(theme.font(16, tabular=True))

    def code(self) -> str:
        """Return the code that was typed; Refused, and the keyboard there, where it checks not."""
        code = self.value("code") or ""
        if not is_code(code):
            go_to(self.field)
            raise Refused("credit_code_typo")
        return code


class TakenCreditRows(QWidget):
    """A row for each gift card that pays this sale: its number, what it pays, what stays on it."""

    undone = Signal(object)
    """The TakenCredit that is to be given back."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.rows: list[QWidget] = []

    def show_taken(self, taken: Sequence[TakenCredit]) -> None:
        """Show these, and nothing where there are none."""
        for one in self.rows:
            self._column.removeWidget(one)
            one.hide()
            one.deleteLater()
        self.rows = [self._row(one) for one in taken]
        for made in self.rows:
            self._column.addWidget(made)
        self.setVisible(bool(taken))

    def _row(self, one: TakenCredit) -> QWidget:
        number = tr("Gift card {number}").format(number=one.number)
        left = tr("{amount} stays on it").format(amount=self._context.money(one.left))
        undo = small_button(tr("Undo"), icon="undo-2")
        undo.setAccessibleName(tr("Undo: gift card {number}").format(number=one.number))
        undo.clicked.connect(partial(self.undone.emit, one))
        return taken_row(self._context, number, left, one.tender.amount, undo)
