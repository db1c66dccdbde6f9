"""Find the order that is paid or collected: by its number, or by words about its customer."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter

from storedesk import queries
from storedesk.domain.order_details import OrderLine
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.text import wanted
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.forms.finder import Finder
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.keys import for_keys
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.panel_rows import ROW, paint_row
from storedesk.ui.till.panels import Panel

LIMIT = 30


class FindOrderPanel(Panel):
    """Any of number, customer, telephone, article; the last digits of the number are enough."""

    hears_scans = takes_scans = True
    taken = Signal(object)
    """The id of the order."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Order"))
        self._context = context
        self.field = LineInput()
        self.field.setAccessibleName(tr("Find the order"))
        self.field.setPlaceholderText(tr("Number, customer, telephone"))
        self.field.setFont(theme.font(16))
        self.list = RowList[OrderLine](
            self._paint, height=ROW, text=self._words, name=tr("Orders found")
        )
        self.none = Label(ink="muted", wrap=True)
        self.finder = Finder[OrderLine](self.jobs, self._ask, self._show)
        self.lay_out(self.title, self.field, self.problem, self.none, self.list, None)
        self.end_with(words=for_keys(tr("Enter: take the chosen one  ·  Up, Down: choose")))
        self.column.setStretch(4, 1_000)
        self._show(())
        self.field.textEdited.connect(self.finder.want)
        self.field.textEdited.connect(self.problem.hide)
        self.list.taken.connect(lambda line: self.taken.emit(line.id))

    def begin(self) -> None:
        """Take the keyboard."""
        self.field.setFocus()

    def step(self, by: int) -> None:
        """Choose another one."""
        self.list.go(by)

    def scan(self, code: str) -> None:
        """Take the order with a scanned number, or look for those with a scanned article."""
        self.field.setText(code)
        self.finder.forget()
        self.enter()

    def enter(self) -> None:
        """Take the chosen one, or the one with the number that was typed; else look first."""
        text = wanted(self.field.text())
        chosen = self.list.current()
        if text and chosen and self.finder.knows(text):
            self.taken.emit(chosen.id)
        elif text:
            self.problem.hide()
            self.jobs.start(self._take_number)

    async def _take_number(self) -> None:
        text = wanted(self.field.text())
        key = await self._context.desk.read(queries.order_lists.id_by_number, text)
        if key is not None:
            self.taken.emit(key)
        elif not self.finder.knows(text):
            self.finder.want(text, now=True)
        else:
            raise Refused("order_number_unknown", number=text[:40])

    async def _ask(self, text: str) -> Sequence[OrderLine]:
        return await self._context.desk.read(
            queries.counter_orders.orders_at_counter, text, limit=LIMIT
        )

    def _show(self, found: Sequence[OrderLine]) -> None:
        self.list.show_records(found, 0 if found else -1)
        none = tr("No order to pay or to collect matches. Try fewer letters, or another word.")
        hint = tr("Type or scan the number of the order.")
        self.none.setText(none if self.field.text().strip() else hint)
        self.none.setVisible(not found)
        self.list.setVisible(bool(found))

    def _paint(self, painter: QPainter, box: QRectF, line: OrderLine, is_current: bool) -> None:  # noqa: FBT001
        remark = f"{self._context.format.moment(line.placed_at)} · {line.customer}"
        total = self._context.money(line.total)
        paint_row(painter, box, line.number, remark, total, is_current=is_current)

    def _words(self, line: OrderLine) -> str:
        moment = self._context.format.moment(line.placed_at)
        return ", ".join((line.number, line.customer, moment, self._context.money(line.total)))
