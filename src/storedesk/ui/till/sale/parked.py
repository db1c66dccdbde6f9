"""Park a sale under a name, and recall one at any till."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter

from storedesk.domain.till import ParkedSale
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.keys import for_keys
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.theme import color
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.labels import lines
from storedesk.ui.till.panels import Panel, typed
from storedesk.ui.till.sale.sale_summary import paint_parked

ROW = 64
LONGEST = 100


class ParkPanel(Panel):
    """Asks for the name under which the sale is parked."""

    named = Signal(str)
    """The label that was typed."""

    def __init__(self, proposal: str, following: str = "") -> None:
        """`following` is the sale that comes onto the counter when this one has gone."""
        super().__init__(tr("Park this sale first") if following else tr("Park the sale"))
        self.label = LineInput(proposal)
        self.label.setAccessibleName(tr("Label"))
        self.label.setMaxLength(LONGEST)
        self.label.setFont(theme.font(16))
        words = tr("A name or a note. Any till can recall the sale.")
        if following:
            words = tr("Name this sale to park it. Then “{label}” is recalled.")
        note = Label(words.format(label=following), ink="muted", wrap=True)
        self.park = pay_button(tr("Park, then recall") if following else tr("Park"))
        self.park.clicked.connect(self.press)
        self.lay_out(self.title, note, self.problem, self.label, None)
        self.end_with(self.park)

    def begin(self) -> None:
        """Take the keyboard, the proposal ready to be typed over."""
        self.label.setFocus()
        self.label.selectAll()

    def enter(self) -> None:
        """Put it aside."""
        self.named.emit(typed(self.label) or tr("No name"))


class RecallPanel(Panel):
    """Lists the parked sales of all tills; the newest is chosen."""

    taken = Signal(object)
    """The ParkedSale to go on with."""

    def __init__(self, context: PageContext, parked: Sequence[ParkedSale]) -> None:
        super().__init__(tr("Parked sales"))
        self._context = context
        self.list = RowList[ParkedSale](
            self._paint, height=ROW, text=lambda sale: sale.label, name=tr("Parked sales")
        )
        self.list.taken.connect(self.taken)
        self.none = Label(tr("No sale is parked."), ink="muted", wrap=True)
        self.lay_out(self.title, self.problem, self.none, self.list, None)
        self.end_with(words=for_keys(tr("Enter: recall it  ·  Up, Down: choose")))
        self.column.setStretch(3, 1_000)
        self.show_parked(parked)

    def show_parked(self, parked: Sequence[ParkedSale]) -> None:
        """Show what is put aside now; the chosen one stays chosen."""
        kept = self.list.current()
        ids = [sale.order_id for sale in parked]
        at = ids.index(kept.order_id) if kept and kept.order_id in ids else 0
        self.list.show_records(parked, at if parked else -1)
        self.none.setVisible(not parked)
        self.list.setVisible(bool(parked))

    def step(self, by: int) -> None:
        """Choose another one."""
        self.list.go(by)

    def enter(self) -> None:
        """Go on with the chosen one."""
        if sale := self.list.current():
            self.taken.emit(sale)

    def _paint(self, painter: QPainter, box: QRectF, sale: ParkedSale, is_current: bool) -> None:  # noqa: FBT001
        if is_current:
            painter.setPen(color("selection"))
            painter.setBrush(color("selection"))
            painter.drawRoundedRect(box.adjusted(0.5, 2.5, -0.5, -2.5), 8, 8)
        time = self._context.format.moment(sale.parked_at)
        paint_parked(
            painter,
            box.adjusted(14, 2, -14, -2),
            sale,
            f"{lines(sale.lines)} · {sale.register} · {time}",
            self._context,
        )
