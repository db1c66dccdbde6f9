"""Choose what a promotion is for: categories, and products by code or name."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk import api
from storedesk.domain.catalog import Category
from storedesk.domain.entry import scanned, unknown
from storedesk.domain.promotions import ItemKind, PromotionItem
from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.till import FoundItem
from storedesk.domain.values.text import wanted
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import Jobs
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.buttons import quiet
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import muted, name
from storedesk.ui.kit.looks.sizes import px

ROW, ROWS, CHOOSER = 34, 4, 220


class PromotionItems(QWidget):
    """A list of what is chosen; a category is meant with all that is below it."""

    changed = Signal()

    def __init__(
        self, context: PageContext, categories: Sequence[Category],
        refuse: Callable[[StoreError], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self._context, self._items = context, dict[object, PromotionItem]()
        self._jobs = Jobs(refuse)
        self.category = Chooser()
        name(self.category, tr("Add a category"))
        self.category.offer(
            [Entry(None, tr("Add a category")),
             *(Entry(one.id, one.name, one.depth - 1) for one in categories)]
        )  # fmt: skip
        self._names = {one.id: one.name for one in categories}
        self.category.activated.connect(lambda _: self._take_category())
        self.category.setMinimumWidth(px(CHOOSER))
        self.product = LineInput()
        self.product.setAccessibleName(tr("Add a product: code or name"))
        self.product.setPlaceholderText(tr("Add a product: code or name"))
        self.product.returnPressed.connect(partial(self._jobs.restart, self._take_product))
        self.table: RecordTable[PromotionItem] = RecordTable(
            self._columns(), key=lambda one: one.id, name=tr("What it is for"), row_height=ROW,
            empty=(tr("Nothing chosen yet"), ""),
        )  # fmt: skip
        self.table.setFixedHeight(px(ROW) * (ROWS + 1))
        self.remove = quiet(tr("Remove"), icon="x")
        self.remove.clicked.connect(self._remove)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(muted(tr("What it is for")))
        outer.addLayout(row(self.category, self.product, gap=8))
        outer.addWidget(self.table)
        outer.addLayout(row(None, self.remove, gap=8))
        self._show()

    def chosen(self) -> tuple[PromotionItem, ...]:
        """Return what is chosen."""
        return tuple(self._items.values())

    def show_items(self, items: Sequence[PromotionItem]) -> None:
        """Show these as chosen."""
        self._items = {one.id: one for one in items}
        self._show()

    def _take_category(self) -> None:
        key = self.category.currentData()
        if key is not None:
            self._add(PromotionItem(ItemKind.CATEGORY, key, self._names[key]))
            self.category.setCurrentIndex(0)

    async def _take_product(self) -> None:
        text = wanted(self.product.text())
        if not text:
            return
        item = await self._find(text)
        if item is None:
            raise unknown(text)
        words = ", ".join(part for part in (item.name, item.description) if part)
        kind = ItemKind.VARIANT if item.variant_id else ItemKind.PRODUCT
        self._add(PromotionItem(kind, item.variant_id or item.product_id, words))
        self.product.clear()

    async def _find(self, text: str) -> FoundItem | None:
        item = await self._context.desk.read(api.till.item_by_code, scanned(text))
        if item is None:
            found = await self._context.desk.read(api.till.find_items, text, limit=1)
            item = found[0].item if found else None
        return item

    def _add(self, item: PromotionItem) -> None:
        self._items[item.id] = item
        self._show()
        self.table.choose(item.id)
        self.changed.emit()

    def _remove(self) -> None:
        chosen = self.table.chosen_or_none()
        if chosen is not None:
            del self._items[chosen.id]
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self.table.show_records(self.chosen())

    @staticmethod
    def _columns() -> list[Column[PromotionItem]]:
        return [
            Column(tr("Name"), lambda one: one.name, CellStyle.STRONG, 240, 3),
            Column(tr("Kind"), lambda one: _kind(one.kind), CellStyle.MUTED, 120, 1),
        ]


def _kind(kind: ItemKind) -> str:
    match kind:
        case ItemKind.CATEGORY:
            return tr("Category")
        case ItemKind.PRODUCT:
            return tr("Product")
        case ItemKind.VARIANT:
            return tr("Variant")
