"""Give a scanned code that nothing has to a product, there and then, by those who may."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter

from storedesk import api
from storedesk.domain.till import FoundItem
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.forms.finder import Finder
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panel_rows import ROW, paint_row
from storedesk.ui.till.panels import Panel


class NewCodePanel(Panel):
    """Asks which product has the code; Enter gives it that, and adds it to the sale."""

    hears_scans = True
    righted = Signal()
    """The chosen product has the code now."""

    def __init__(self, context: PageContext, code: str) -> None:
        super().__init__(tr("Unknown code"))
        self.gives_way = True
        self._context, self._code = context, code
        shown = Label(code, size=20, wrap=True, selectable=True)
        shown.setFont(theme.font(20, theme.DEMIBOLD))
        note = tr("No product has it. Scan it again if it was misread, or say which product it is.")
        self.field = LineInput()
        self.field.setAccessibleName(tr("Product with this code"))
        self.field.setPlaceholderText(tr("Product: name or code"))
        self.field.setFont(theme.font(16))
        self.list = RowList[FoundItem](
            self._paint, height=ROW, text=lambda one: one.name, name=tr("Matches")
        )
        self.none = Label(tr("No product on sale matches."), ink="muted", wrap=True)
        self.go = pay_button(tr("Give code and add it"), size=15)
        self.finder = Finder[FoundItem](self.jobs, self._ask, self._show_found)
        self.field.textEdited.connect(self.finder.want)
        self.list.taken.connect(self._give_to)
        self.go.clicked.connect(self.press)
        self.lay_out(self.title, self.problem, shown, Label(note, ink="muted", wrap=True))
        self.lay_out(self.field, self.none, self.list, None)
        self.column.setStretch(6, 1_000)
        self.end_with(self.go, tr("Up, Down: choose"))
        self._show_found(())

    def begin(self) -> None:
        """Take the keyboard."""
        self.field.setFocus()

    def enter(self) -> None:
        """Give the chosen product the code; search first for what was typed since."""
        text = self.field.text().strip()
        if not text:
            self.problem.say(tr("Type a few letters of the product's name."), Tone.INFO)
            self.field.setFocus()
        elif not self.finder.knows(text):
            self.finder.want(text, now=True)
        elif found := self.list.current():
            self._give_to(found)

    def step(self, by: int) -> None:
        """Choose another match."""
        self.list.go(by)

    def _give_to(self, item: FoundItem) -> None:
        self.problem.hide()
        self.jobs.start(partial(self._give, item))

    async def _give(self, item: FoundItem) -> None:
        await self._context.desk.do(
            api.products.give_code, product_id=item.product_id, variant_id=item.variant_id,
            code=self._code,
        )  # fmt: skip
        self.righted.emit()

    async def _ask(self, text: str) -> Sequence[FoundItem]:
        found = await self._context.desk.read(api.till.find_items, text)
        return [item for one in found for item in one.variants or (one.item,)]

    def _show_found(self, found: Sequence[FoundItem]) -> None:
        self.list.show_records(found, 0 if found else -1)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found and bool(self.field.text().strip()))
        self.go.setEnabled(bool(found))

    def _paint(self, painter: QPainter, box: QRectF, item: FoundItem, is_current: bool) -> None:  # noqa: FBT001
        remark = " · ".join(part for part in (item.description, item.code) if part)
        price = self._context.money(item.price)
        paint_row(painter, box, item.name, remark, price, is_current=is_current)
