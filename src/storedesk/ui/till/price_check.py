"""The price check: price and stock of a product, without selling it."""

from storedesk import api
from storedesk.domain.entry import scanned, unknown
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.scans import unwrapped
from storedesk.domain.staff import Group
from storedesk.domain.till import FoundItem
from storedesk.domain.unsold import explained, is_offered
from storedesk.domain.values.text import wanted
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.scale_labels import priced
from storedesk.ui.stock_labels import on_shelf
from storedesk.ui.till.panels import Panel


class PricePanel(Panel):
    """Shows the price of what is scanned or typed; nothing is added to the sale."""

    hears_scans = takes_scans = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Price check"))
        self._context = context
        self._is_manager = Group.MANAGER in context.me.groups
        self._offered = ""
        """What another Enter puts on sale."""
        self.field = LineInput()
        self.field.setAccessibleName(tr("Scan or type a code or a name"))
        self.field.setPlaceholderText(tr("Scan or type a code or a name"))
        self.field.setFont(theme.font(16))
        self.name = Label(size=20, weight=theme.DEMIBOLD, wrap=True)
        self.variant = Label(size=15, ink="muted", wrap=True)
        self.price = Label(size=56, weight=theme.BOLD, tabular=True, right=True)
        self.stock = Label(size=16, tabular=True, right=True)
        self.lay_out(self.title, self.field, self.problem)
        self.column.addSpacing(16)
        self.was = Label(size=16, ink="muted", tabular=True, right=True)
        self.lay_out(self.name, self.variant, self.price, self.was, self.stock, None)
        self.end_with(words=tr("Nothing is added to the sale."))

    def begin(self) -> None:
        """Take the keyboard."""
        self.field.setFocus()

    def scan(self, code: str) -> None:
        """Look up what was scanned."""
        self.field.setText(code)
        self.enter()

    def enter(self) -> None:
        """Look up what is in the field."""
        text, offered = wanted(self.field.text()), self._offered
        self._offered = ""
        if text:
            self.problem.hide()
            self.jobs.restart(self._put_on_sale if text == offered else self._look)
            self.field.selectAll()

    async def _look(self) -> None:
        text = wanted(self.field.text())
        try:
            item = await self._find(text)
        except Refused as refusal:
            self._show(None)
            self._offered = text if is_offered(refusal, is_manager=self._is_manager) else ""
            raise self._said(refusal) from None
        if item is None:
            self._show(None)
            raise unknown(unwrapped(text))
        self._show(item)

    async def _put_on_sale(self) -> None:
        text = wanted(self.field.text())
        await self._context.desk.do(api.till.put_on_sale, code=text)
        await self._look()

    def _said(self, refusal: Refused) -> StoreError:
        """Say to a manager that Enter puts it on sale, and to others whom they ask."""
        if self._offered:
            code = "draft_offered" if refusal.parameters["status"] == "draft" else "offered_again"
            return Refused(code, **refusal.parameters)
        return explained(refusal, is_manager=self._is_manager)

    async def _find(self, text: str) -> FoundItem | None:
        scanned(text)  # refuses what is no code
        item = await self._context.desk.read(api.till.item_by_code, text)
        if item is None:
            found = await self._context.desk.read(api.till.find_items, text, limit=1)
            item = found[0].best if found else None
        return item

    def _show(self, item: FoundItem | None) -> None:
        self.name.setText(item.name if item else "")
        self.variant.setText(
            " · ".join(p for p in (item.description, item.code) if p) if item else ""
        )
        self.price.setText(priced(self._context.money(item.price), item.measure) if item else "")
        self.price.ink("ok" if item and item.usual else "text")
        words = tr("Usually {price}")
        usual = ""
        if item and item.usual:
            usual = priced(self._context.money(item.usual), item.measure)
        self.was.setText(words.format(price=usual) if usual else "")
        self.was.setVisible(bool(usual))
        left = item.available if item else 0
        self.stock.ink("text" if left > 0 else "warn")
        self.stock.setText(self._on_shelf(item) if item else "")

    def _on_shelf(self, item: FoundItem) -> str:
        words = on_shelf(item.available, self._context.format.count, of_variants=item.of_variants)
        return words[:1].upper() + words[1:]
