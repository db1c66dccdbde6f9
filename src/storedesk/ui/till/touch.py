"""The till for fingers: goods and keys at the left, the sale with a number pad at the right.

While a panel is open the lines stand at the left, in place of the goods: they are always in sight.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from storedesk.domain.catalog import ProductLine
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import FoundItem
from storedesk.ui.context import PageContext
from storedesk.ui.entry_controller import EntryController
from storedesk.ui.kit.base.actions import Action
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.entry import EntryField
from storedesk.ui.kit.forms.number_pad import NumberPad
from storedesk.ui.kit.forms.typing_pad import TypingPad
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.quick_keys.arranging import ArrangePanel
from storedesk.ui.till.quick_keys.board import QuickKeys
from storedesk.ui.till.sale.lines import LinesCard
from storedesk.ui.till.sale.sale_controller import SaleController
from storedesk.ui.till.sale.sale_summary import SaleSummary

GAP = 8


class TouchTill(QWidget):
    """The middle of the till: quick keys, or the lines over a number pad beside a panel."""

    def __init__(
        self,
        context: PageContext,
        side: SaleSummary,
        lines: LinesCard,
        host: PanelHost,
        keys: Mapping[str, Button],
    ) -> None:
        """`keys` are the buttons that are pressed beside the digits, by their names."""
        super().__init__()
        decimal = context.format.amount(Decimal(0))[-3]
        own = [(name, button.label) for name, button in keys.items()]
        self.pad = NumberPad(decimal, own)
        self.typing = TypingPad(decimal, context.format.qt)
        self.pad_beside = self.typing.digits
        self.pad.pressed_extra.connect(lambda name: keys[name].click())
        self.quick = QuickKeys(context)
        self._context = context
        self._side, self._lines, self._host = side, lines, host
        side.hold(lines, self.pad)
        lines.header.hide()
        for button in keys.values():
            button.hide()
        beside = QWidget()
        self._beside = QVBoxLayout(beside)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(GAP)
        self._beside.addWidget(self.typing)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.quick)
        self._stack.addWidget(beside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        host.opened.connect(self._arrange)
        host.closed.connect(self._arrange)

    def connect_to(
        self,
        page: QWidget,
        selling: SaleController,
        controller: EntryController,
        entry: EntryField,
        reload: Callable[[], object],
    ) -> None:
        """Have a touch sell, and another category be read by `reload`; `page` has the keys."""
        self._reload = reload
        self._selling, self._controller, self._entry = selling, controller, entry
        self.quick.taken.connect(self.sell)
        self.quick.wanted.connect(reload)
        selling.changed.connect(lambda: self.quick.show_sale(selling.sale))

        if not self.quick.arrange.isHidden():
            action = Action(
                name="till.arrange", text=tr("Arrange the quick keys"), run=self.arrange,
                group=tr("Till"), keys=("Ctrl+Shift+T",), icon="pencil",
                enabled=lambda: self._host.panel is None and self.quick.isVisible(),
            )  # fmt: skip
            self._context.actions.bind(action, self.quick.arrange, page)

    def arrange(self) -> None:
        """Arrange the keys of the board in sight, while nothing is being sold."""
        if not self._selling.is_empty:
            self._selling.refused.emit(Refused("sale_in_hand"), "")
            return
        panel = ArrangePanel(self._context, self.quick)
        panel.saved.connect(self.quick.forget)
        panel.saved.connect(self._host.shut)
        panel.saved.connect(self._reload)
        panel.left.connect(self._reload)
        self._host.open(panel)

    def sell(self, line: ProductLine) -> None:
        """Add what was touched to the sale; of what has variants, ask which."""
        if line.variants:
            self._entry.setText(line.name)
            self._controller.search()
        else:
            self._selling.add(as_item(line), self._controller.times())
            self._controller.clear()

    def _arrange(self) -> None:
        is_open = self._host.panel is not None and not self._host.panel.shows_goods
        self.typing.show_letters(is_so=False)
        if is_open:
            self._beside.insertWidget(0, self._lines, 1)
        else:
            self._side.hold(self._lines, self.pad)
        self._lines.header.setVisible(is_open)
        self._stack.setCurrentIndex(int(is_open))


def as_item(line: ProductLine) -> FoundItem:
    """Return a product without variants as what the search of the till finds."""
    return FoundItem(
        product_id=line.id,
        variant_id=None,
        name=line.name,
        description=None,
        code=line.code,
        price=line.price_now,
        available=line.stock.available,
        usual=line.price if line.sale_price else None,
    )
