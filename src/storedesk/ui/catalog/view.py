"""Show the products page: a list, and all about the chosen product."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from storedesk import queries
from storedesk.domain.catalog import ProductLine, ProductStatus
from storedesk.domain.entry import is_misread, unknown
from storedesk.domain.staff import Group
from storedesk.ui.catalog.detail import ProductDetail
from storedesk.ui.catalog.labels import (
    code_words,
    own_code,
    price_cell,
    status_cell,
    status_label,
    stock_tone,
    tab_emptiness,
)
from storedesk.ui.catalog.prices import PRICE, price_edit
from storedesk.ui.catalog.promotions.opener import PromotionsOpener
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action, Actions, Jump
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Sort
from storedesk.ui.kit.lists.empty import Emptiness
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.kit.lists.list_spec import ListSpec
from storedesk.ui.kit.lists.renewal import RowNews
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import PageHeader, splitter
from storedesk.ui.kit.looks.filter_bar import FilterBar
from storedesk.ui.kit.looks.labels import name
from storedesk.ui.kit.looks.theme import THEME
from storedesk.ui.pictures import Pictures
from storedesk.ui.stock_labels import together

ALL = "all"


class ProductsView(ListPage[ProductLine]):
    """Find products by words, status and category, and show one beside the list."""

    side_width = 330
    widths = (200, 142, 128, 88, 88, 100)
    """Widths of the columns, in pixels."""

    watches = frozenset(
        {"products", "product_variants", "product_images", "product_barcodes", "categories"}
        | {"inventory", "promotions"}
    )
    row_menu = (
        "catalog.edit", "catalog.price", "catalog.variants", None, "catalog.restore",
        "catalog.delete",
    )  # fmt: skip

    def __init__(
        self,
        context: PageContext,
        *,
        import_products: Callable[[], object] | None = None,
    ) -> None:
        """`import_products` opens the import of a catalog, for those who may."""
        super().__init__(context.desk)
        self.context = context
        self.pictures = Pictures(context.desk, self._picture_came)
        self.category = Chooser()
        self.category.currentIndexChanged.connect(self.ask_anew)
        self.detail = ProductDetail(context.desk, context.format, self.pictures, context.me)
        self._import_goods = import_products
        self.promotions = PromotionsOpener(self, context)
        self._lay_out(context.actions)
        THEME.changed.connect(self._picture_came)

    async def jumps(self, words: str, limit: int) -> list[Jump]:
        """Find products for the palette."""
        found = await self.desk.read(
            queries.catalog_lists.first_products, search=words, limit=limit
        )
        return [
            Jump(
                line.name, line.code or line.category, partial(self.show_record, line.id), "package"
            )
            for line in found
        ]

    def widen(self) -> None:
        """Clear all filters."""
        super().widen()
        self.category.setCurrentIndex(0)

    def narrowed(self) -> dict[str, Any]:
        """Return the filters of the list."""
        tab = self.tabs.current()
        return {
            "search": self.search.wanted(),
            "status": None if tab == ALL else ProductStatus(tab),
            "category_id": self.category.currentData(),
        }

    def widest(self) -> dict[str, Any]:
        """Return filters that leave nothing out."""
        return {"status": None, "category_id": None}

    def placed(self, record: ProductLine) -> str:
        """Return a product's name, category and status."""
        return f"{record.name} ({record.category}, {status_label(record.status)})"

    def not_here(self, code: str) -> str:
        """Return that no product has a code, or that it was misread."""
        return unknown(code).sentence(spoken) if is_misread(code) else super().not_here(code)

    def counted(self, count: int) -> str:
        """Return the number of products in words."""
        return self.context.format.products(count)

    async def refresh(self) -> None:
        """Show the matching products; after a change notice keep the scroll position."""
        await self._show_categories()
        await super().refresh()

    def changed(self, ids: Iterable[UUID] | None = None) -> None:
        """Show the page again after a change notice."""
        self.detail.forget()
        self.promotions.changed()
        super().changed(ids)

    async def renew_rows(self) -> None:
        """Show the rows that have changed, and the chosen product if it is one of them."""
        self.detail.forget()
        await super().renew_rows()

    def stop(self) -> None:
        """Cancel every job of this page."""
        self.pictures.stop()
        super().stop()

    async def show_chosen(self) -> None:
        """Show the chosen product beside the list."""
        line = self.table.chosen_or_none()
        await self.detail.show_product(line.id if line else None)

    async def export_shopify(self) -> None:
        """Ask for a file and export the whole catalog as Shopify's CSV."""
        from storedesk.ui.catalog.shopify import export_shopify  # noqa: PLC0415 rarely needed

        done = await export_shopify(self.window(), self.desk, self.context.format)
        if done is not None:
            words = tr("{products} exported to {file}.")
            self.note.say(
                words.format(products=self.context.format.products(done.rows), file=done.path.name)
            )

    def is_filtered(self) -> bool:
        """Tell whether a category is chosen as a filter."""
        return self.category.currentData() is not None

    def _emptiness(self) -> Emptiness:
        return Emptiness(self._nothing_yet(), tab_emptiness(self.context.me))

    def _nothing_yet(self) -> tuple[str, str]:
        if not self.context.me.sees_drafts:
            return (
                tr("Nothing is on sale yet"),
                tr("Products that a manager puts on sale are listed here."),
            )
        return tr("There are no products yet"), tr("A manager adds the first one here.")

    def _tabs(self) -> list[tuple[str, str]]:
        seen = [ProductStatus.ACTIVE, ProductStatus.DRAFT, ProductStatus.INACTIVE]
        return [(ALL, tr("All")), *((status.value, status_label(status)) for status in seen)]

    def _list(self) -> ListSpec[ProductLine]:
        return ListSpec(
            id="products",
            name=tr("Products"),
            hint=tr("Search products"),
            tabs=self._tabs(),
            tabs_name=tr("Status"),
            columns=self._columns(),
            sort=Sort("name"),
            keys=queries.catalog_lists.product_keys,
            first=queries.catalog_lists.first_products,
            records=queries.catalog_lists.product_lines,
            empty=self._emptiness(),
            news=RowNews(
                tables=frozenset({"inventory"}),
                sorts=frozenset({"available"}),
                time=self.context.format.time,
            ),
        )

    def _columns(self) -> list[Column[ProductLine]]:
        product, code, category, money, available, status = self.widths
        price = price_edit(self, self.context.format) if self._may_price() else None
        return [
            Column(
                tr("Product"), self._name_cell, CellStyle.STRONG, product, 4, "name",
                beside=[(tr("Variants"), lambda line: line.variants)],
            ),
            Column(tr("Code"), code_words, CellStyle.MUTED, code, 1, spare=2, plain=own_code),
            Column(tr("Category"), lambda one: one.category, CellStyle.MUTED, category, 2, spare=3),
            Column(
                tr("Price"), partial(price_cell, self.context.money), CellStyle.MONEY, money,
                sort="price", edit=price, plain=lambda line: line.price,
            ),
            Column(
                tr("Available"), self._stock_cell, CellStyle.NUMBER, available, sort="available",
                plain=lambda line: line.stock.available,
            ),
            Column(tr("Status"), self._status_cell, CellStyle.CHIP, status, spare=1),
        ]  # fmt: skip

    def _status_cell(self, line: ProductLine) -> Cell:
        return status_cell(line.status)

    def _may_price(self) -> bool:
        return Group.MANAGER in self.context.me.groups

    def _name_cell(self, line: ProductLine) -> Cell:
        second = together(of_variants=line.variants > 0)
        return Cell(line.name, second, picture=self.pictures.get_or_blank(line.picture))

    def _stock_cell(self, line: ProductLine) -> Cell:
        return Cell(self.context.format.count(line.stock.available), tone=stock_tone(line.stock))

    def _picture_came(self) -> None:
        self.table.list.redraw()
        self.table.viewport().update()
        self.detail.picture_came()

    async def indented(self) -> Sequence[tuple[UUID, int, str]]:
        """Return the key, depth and name of each category, parents before their children."""
        categories = await self.desk.read(queries.catalog_lists.categories)
        return [(one.id, one.depth, one.name) for one in categories]

    async def _show_categories(self) -> None:
        categories = await self.indented()
        kept = self.category.currentData()
        with QSignalBlocker(self.category):
            everything = Entry(None, tr("All categories"))
            self.category.offer(
                [everything, *(Entry(key, words, depth - 1) for key, depth, words in categories)]
            )
            self.category.setCurrentIndex(max(0, self.category.findData(kept)))

    def _make_side(self) -> QWidget:
        """Return the widget beside the list."""
        return self.detail

    def _buttons(self, actions: Actions) -> list[QWidget]:
        """Return the buttons of the header, the primary one last."""
        title = tr("Products")
        export = self.export_button(
            actions, self.context.format, name="catalog.export", title=title
        )
        if self._import_goods is None:
            return [export, self.promotions.button]
        button = secondary(tr("Import"), icon="upload")
        action = Action(
            name="catalog.import", text=tr("Import products from a file"),
            run=self._import_goods, group=tr("Products"), keys=("Ctrl+I",), icon="upload",
        )  # fmt: skip
        actions.bind(action, button, self)
        return [export, button, self.promotions.button]

    def _lay_out(self, actions: Actions) -> None:
        self.unchosen = self.detail.empty
        name(self.category, tr("Category"))
        self.category.setMinimumWidth(180)
        card = self.list_up(self._list(), self.context.habits)
        self.lay_out(
            FilterBar(self.tabs, self.count, self.category, self.search),
            splitter(card, self._make_side(), right_width=self.side_width),
            header=PageHeader(tr("Products"), *self._buttons(actions)),
        )
        self.search_action(actions, name="catalog.search", group=tr("Products"))
        self.promotions.bind(actions)
        if self._may_price():
            self.edit_action(
                actions, PRICE, name="catalog.price", text=tr("Edit the chosen price"),
                group=tr("Products"),
            )  # fmt: skip
            shopify = Action(
                name="catalog.shopify", text=tr("Export all products for Shopify"),
                run=lambda: self.start(self.export_shopify), group=tr("Products"),
                keys=("Ctrl+Shift+S",), icon="file-spreadsheet",
            )  # fmt: skip
            actions.add(shopify, self)
