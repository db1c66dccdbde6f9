"""Count notes and coins by kind, with Tab between them, or take the sum as typed."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from storedesk.domain.entry import amount
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values import cash
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.checkout.tenders import AmountBox

MOST = 9_999


class CashCountField(QWidget):
    """One amount: what is typed above, or what the counted pieces below come to."""

    changed = Signal()

    def __init__(self, context: PageContext, words: str) -> None:
        """`words` name the amount, such as "Float"."""
        super().__init__()
        self._context = context
        self.box = AmountBox(words)
        self.pieces: dict[Decimal, QLineEdit] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.addWidget(self.box, 0, 0, 1, 5)
        hint = tr("or count notes and coins; Tab goes on to the next")
        self._grid.addWidget(Label(hint, size=12, ink="muted", wrap=True), 1, 0, 1, 5)
        kinds = cash.denominations(context.store.currency)
        half = (len(kinds) + 1) // 2
        for at, kind in enumerate(kinds):
            self._add(kind, 2 + at % half, 3 * (at // half))
        self._grid.setColumnMinimumWidth(2, 12)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(4, 1)
        self.box.field.textEdited.connect(self._typed)

    def begin(self) -> None:
        """Take the keyboard."""
        self.box.field.setFocus()
        self.box.field.selectAll()

    def money(self) -> Money:
        """Return the amount; where it is none, go there: refused as money_... or amount_..."""
        try:
            return Money.of(amount(self.box.field.text()), self._context.store.currency)
        except Refused:
            go_to(self.box.field)
            raise

    def _add(self, kind: Decimal, row: int, column: int) -> None:
        name = self._context.money(Money.of(kind, self._context.store.currency))
        label = Label(name, tabular=True, right=True)
        label.setMinimumWidth(64)
        field = LineInput()
        field.setValidator(QIntValidator(0, MOST, field))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFont(theme.font(15, theme.MEDIUM, tabular=True))
        field.setAccessibleName(tr("How many of {kind}").format(kind=name))
        field.textEdited.connect(self._count)
        self._grid.addWidget(label, row, column)
        self._grid.addWidget(field, row, column + 1)
        self.pieces[kind] = field

    def _count(self) -> None:
        counted = {kind: int(field.text() or 0) for kind, field in self.pieces.items()}
        self.box.field.setText(self._context.format.amount(cash.counted(counted)))
        self.changed.emit()

    def _typed(self) -> None:
        for field in self.pieces.values():
            field.clear()
        self.changed.emit()
