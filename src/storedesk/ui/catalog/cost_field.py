"""Ask what a piece costs, and show beside it what is left of its price."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from storedesk.domain.costs import margin_share, without_tax
from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.values.money import decimals, rounded
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import MoneyField
from storedesk.ui.kit.looks.labels import Label


class CostField(MoneyField):
    """An amount from zero on that may be left out. Beside it stands the margin, as one types."""

    def __init__(self, form: Format, taxes_inside: Callable[[], bool]) -> None:
        """`taxes_inside` tells whether prices include tax, whenever it is asked."""
        super().__init__(
            tr("Cost"), locale=form.locale, optional=True, smallest=Decimal(0), width=0
        )
        self._form, self._taxes_inside = form, taxes_inside
        self.margin = Label(ink="muted", wrap=True, size=13)
        self.margin.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._stand_beside()

    def show_cost(self, cost: Decimal | None) -> None:
        """Show a cost as not edited; the same one keeps its cursor."""
        words = "" if cost is None else self._form.amount(cost)
        if self.text() != words:
            self.input.setText(words)

    def show_margin(self, price: Decimal | None, rate: Decimal, currency: str) -> None:
        """Show what a price at a rate of tax leaves; nothing where one of them is not there."""
        try:
            cost = self.value_or_none()
        except StoreError:
            cost = None
        words = ""
        if price and cost is not None:
            net = without_tax(price, rate, is_inside=self._taxes_inside())
            share = margin_share(net, cost)
            left = self._form.sum(rounded(net - cost, decimals(currency)), currency)
            if share is not None:
                words = tr("Margin {percent}: {amount} a piece, without tax").format(
                    percent=self._form.percent(share), amount=left
                )
        self.margin.setText(words)

    def _stand_beside(self) -> None:
        """Put the input and the margin into one line, below the label."""
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        column = self.layout()
        column.replaceWidget(self.editor, line)  # type: ignore[union-attr]
        grid.addWidget(self.editor, 0, 0)
        grid.addWidget(self.margin, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
