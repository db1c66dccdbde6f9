"""Show the stock numbers of the chosen product, or of all ticked products."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from storedesk.domain.inventory import StockLine
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.cards import Card, flush
from storedesk.ui.kit.looks.keys import with_key, written
from storedesk.ui.kit.looks.labels import ElidedLabel, Label, muted
from storedesk.ui.kit.looks.sizes import target
from storedesk.ui.stock_labels import remark


class Levels(Card):
    """Show on hand, reserved, available and reorder point; reserved links to the orders."""

    def __init__(self, form: Format, holders: Callable[[], object]) -> None:
        """Make the card; `holders` shows the orders that reserve the pieces."""
        super().__init__(margin=16, gap=6)
        self._form = form
        self.name = ElidedLabel(size=15, weight=theme.DEMIBOLD)
        self.remark = ElidedLabel(ink="muted", size=12)
        self.on_hand, self.available, self.low_at = (
            Label(size=18, weight=theme.DEMIBOLD, tabular=True) for _ in range(3)
        )
        self.reserved = Button(kind=Kind.LINK, size=17, trailing="arrow-right")
        self.reserved.setToolTip(
            with_key(tr("Show the orders that reserve them"), written("Ctrl+O"))
        )
        self.reserved.clicked.connect(holders)
        self.unlinked = Label(size=18, weight=theme.DEMIBOLD, tabular=True)
        self.add(self.name, self.remark, self._grid())

    def show_line(self, line: StockLine) -> None:
        """Show one product."""
        self.name.setText(line.product)
        known = remark(line.code, line.category, of_variants=line.stock.of_variants)
        self.remark.setText(known)
        self._show(line.stock.on_hand, line.stock.reserved, self._form.count(line.stock.low_at))
        self._lead(to_orders=line.stock.reserved > 0)

    def show_lines(self, lines: Sequence[StockLine], count: int) -> None:
        """Show the totals of several products; `count` are ticked."""
        words = plural("{n} product ticked", "{n} products ticked", count)
        self.name.setText(words.format(n=self._form.count(count)))
        self.remark.setText(tr("A change applies to all of them, or to none"))
        on_hand = sum(line.stock.on_hand for line in lines)
        self._show(on_hand, sum(line.stock.reserved for line in lines), "")
        self._lead(to_orders=False)

    def _lead(self, *, to_orders: bool) -> None:
        """Show the reserved number as a link to its orders, or as plain text."""
        self.reserved.setVisible(to_orders)
        self.unlinked.setVisible(not to_orders)

    def _show(self, on_hand: int, reserved: int, low_at: str) -> None:
        count = self._form.count
        self.on_hand.setText(count(on_hand))
        self.available.setText(count(on_hand - reserved))
        self.available.ink("bad" if on_hand <= reserved else "text")
        self.low_at.setText(low_at or "\N{EN DASH}")
        self.reserved.setText(count(reserved))
        words = tr("{n} reserved: show the orders").format(n=count(reserved))
        self.reserved.setAccessibleName(words)
        self.unlinked.setText(count(reserved))

    def _grid(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setVerticalSpacing(0)
        named = (
            (tr("On hand"), self.on_hand),
            (tr("Reserved"), self.unlinked),
            (tr("Available"), self.available),
            (tr("Reorder point"), self.low_at),
        )
        for at, (word, value) in enumerate(named):
            grid.addWidget(muted(word), 0, at)
            grid.addWidget(value, 1, at)
            grid.setColumnStretch(at, 1)
        self.reserved.setFixedHeight(target(self.on_hand.sizeHint().height()))
        grid.addLayout(flush(self.reserved, None), 1, 1)
        self.reserved.hide()
        return box
