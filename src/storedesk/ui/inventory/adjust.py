"""The form that puts a product's stock right."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from storedesk.domain.errors import Refused
from storedesk.domain.inventory import Reason, StockLine
from storedesk.ui.inventory.words import reason_word
from storedesk.ui.kit.buttons import primary
from storedesk.ui.kit.cards import Card, row
from storedesk.ui.kit.form import ChoiceField, Field, QuantityField, TextField, is_field_good
from storedesk.ui.kit.format import Format
from storedesk.ui.kit.labels import muted

MOST = 100_000
"""What one adjustment may move: more is a typing error, or a count."""


class AdjustForm(Card):
    """How many to add or take, and why; says what will then be on hand."""

    def __init__(self, form: Format, apply: Callable[[], object]) -> None:
        super().__init__(self.tr("Adjust stock"), gap=12)
        self._form = form
        self._line: StockLine | None = None
        self.by = QuantityField(self.tr("Add or take"), smallest=-MOST, largest=MOST)
        self.by.input.setPlaceholderText(self.tr("-3 or 12"))
        self.reason = ChoiceField(
            self.tr("Reason"), [(reason.value, reason_word(reason)) for reason in Reason]
        )
        self.remark = TextField(self.tr("Remark"), longest=200, optional=True)
        self.fields: tuple[Field[Any], ...] = (self.by, self.reason, self.remark)
        self.outcome = muted()
        self.apply = primary(self.tr("Adjust"), icon="check")
        self.apply.setAccessibleName(self.tr("Adjust stock"))
        self.apply.clicked.connect(apply)
        for field in (self.by.input, self.remark.input):
            field.returnPressed.connect(apply)
        self.by.edited.connect(self._foretell)
        numbers = row(self.by, self.reason)
        numbers.setStretch(1, 1)
        numbers.setAlignment(self.by, Qt.AlignmentFlag.AlignTop)
        numbers.setAlignment(self.reason, Qt.AlignmentFlag.AlignTop)
        self.add(numbers, self.remark, row(self.outcome, None, self.apply))

    def show_line(self, line: StockLine | None) -> None:
        """Be about another product; what was typed stays while it is the same one."""
        if line is None or self._line is None or line.product_id != self._line.product_id:
            self.clear()
        self._line = line
        self.setEnabled(line is not None)
        self._foretell()

    def filled(self) -> tuple[int, Reason, str] | None:
        """Return how many, why, and the remark; None, with the fields marked, where not good."""
        wrong = [field for field in self.fields if not is_field_good(field)]
        if wrong:
            wrong[0].editor.setFocus()
            return None
        by = self.by.value()
        if by == 0:
            self.by.mark(str(Refused("nothing_to_move")))
            return None
        return by, Reason(self.reason.value()), self.remark.value()

    def clear(self) -> None:
        """Empty the form: it has been done."""
        self.by.input.clear()
        self.remark.input.clear()
        for field in self.fields:
            field.mark("")
        self._foretell()

    def begin(self) -> QWidget:
        """Put the keyboard into the form."""
        self.by.input.setFocus()
        self.by.input.selectAll()
        return self.by.input

    def _foretell(self) -> None:
        """Say what the number typed would make of the stock."""
        words = ""
        if self._line is not None:
            try:
                by = self.by.value()
            except Refused:
                by = 0
            now = self._line.stock.on_hand
            if by:
                words = self.tr("{now} on hand now, {then} afterwards").format(
                    now=self._form.count(now), then=self._form.count(now + by)
                )
        self.outcome.setText(words)
