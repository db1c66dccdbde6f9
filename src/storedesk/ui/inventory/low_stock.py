"""Show the low-stock report: what to order and how much, the most urgent first."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from storedesk import queries
from storedesk.documents import low_stock as paper
from storedesk.domain.low_stock import SOON_DAYS, LowStockLine, Scarcity
from storedesk.ui.context import PageContext
from storedesk.ui.inventory.labels import nothing_low
from storedesk.ui.inventory.reorder_points import REORDER_POINT, reorder_point_edit
from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Edit, Sort
from storedesk.ui.kit.lists.empty import Emptiness, Message
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.kit.lists.list_spec import ListSpec
from storedesk.ui.kit.lists.renewal import RowNews
from storedesk.ui.kit.looks.buttons import primary
from storedesk.ui.kit.looks.cards import PageHeader
from storedesk.ui.kit.looks.filter_bar import FilterBar
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.report_dialog import ReportDialog
from storedesk.ui.stock_labels import remark, together

ON_PAPER = 1_000
"""Rows that are printed at most."""


class LowStockView(ListPage[LowStockLine]):
    """List products at or below their reorder point, with their sales and what to order."""

    watches = frozenset({"low_stock", "inventory", "products", "categories"})
    row_menu = ("low_stock.reorder_point",)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self._lay_out(context.actions)
        self.table.opened.connect(lambda line: self._show_history(line.product_id))

    def narrowed(self) -> dict[str, Any]:
        """Return the filters of the list."""
        return {"search": self.search.wanted(), "scarcity": Scarcity(self.tabs.current())}

    def widest(self) -> dict[str, Any]:
        """Return filters that leave nothing out."""
        return {"scarcity": Scarcity.ALL}

    def placed(self, record: LowStockLine) -> str:
        """Return the name of a product."""
        return record.product

    def counted(self, count: int) -> str:
        """Return the number of products in words."""
        return self.context.format.products(count)

    async def show_chosen(self) -> None:
        """Do nothing: this page has no detail beside the list."""

    def opens(self) -> str:
        """Return what Enter does with the chosen product."""
        return tr("Show its stock and movements")

    async def print_report(self) -> None:
        """Preview the report, with the rows and the order of the list."""
        sort = self.table.sort
        lines = await self.desk.read(
            queries.low_stock.first_low_stock, sort=sort.by,
            descending=sort.descending, limit=ON_PAPER, **self.narrowed(),
        )  # fmt: skip
        now = datetime.now(UTC).replace(tzinfo=None)
        report = paper.LowStockReport(
            lines=lines, total=max(len(lines), self.table.rows.rowCount()),
            store=self.context.store.name, made_at=now,
        )  # fmt: skip
        writing = self.context.on_paper()
        said = paper.ReportSpeech(
            translate=self.context.speech().translate, count=writing.count, moment=writing.on_paper
        )
        name = tr("Low stock {day}").format(day=self.context.format.today(now))
        dialog = ReportDialog(
            self, tr("Low stock"), paper.html(report, said), name,
            printer=self.context.page_printer,
        )  # fmt: skip
        await dialog.shown()

    def _list(self) -> ListSpec[LowStockLine]:
        return ListSpec(
            id="low_stock",
            name=tr("Low stock"),
            hint=tr("Search low stock"),
            tabs=[
                (Scarcity.ALL.value, tr("All")),
                (Scarcity.SOLD_OUT.value, tr("Sold out")),
                (Scarcity.RUNNING_OUT.value, tr("Running out")),
            ],
            tabs_name=tr("Which products"),
            columns=self._columns(),
            sort=Sort("worst"),
            keys=queries.low_stock.low_stock_keys,
            first=queries.low_stock.first_low_stock,
            records=queries.low_stock.low_stock_lines,
            key=lambda line: line.product_id,
            empty=Emptiness(nothing_low(), self._nothing_in_tabs()),
            news=RowNews(
                tables=frozenset({"inventory"}),
                sorts=frozenset({"worst", "available", "low_at", "sold", "cover", "suggested"}),
                tabs=frozenset({Scarcity.RUNNING_OUT.value}),
                time=self.context.format.time,
            ),
        )

    def _columns(self) -> list[Column[LowStockLine]]:
        count = self.context.format.count
        may = self.context.me.may("set_threshold")
        low_at: Edit[LowStockLine] | None = (
            reorder_point_edit(self, self.context.me) if may else None
        )
        return [
            Column(
                tr("Product"), self._name_cell, CellStyle.STRONG, 220, 3, "name",
                beside=[(tr("Code"), lambda line: line.code), (tr("Variants"), _together)],
            ),
            Column(
                tr("Category"), lambda line: line.category, CellStyle.MUTED, 130, 1, "category",
                spare=3,
            ),
            Column(tr("Status"), self._state_cell, CellStyle.CHIP, 124, sort="worst"),
            Column(
                tr("Available"), self._available_cell, CellStyle.NUMBER, 92, sort="available",
                plain=lambda line: line.stock.available,
            ),
            Column(
                tr("Reorder point"), lambda line: count(line.stock.low_at), CellStyle.NUMBER, 112,
                sort="low_at", edit=low_at, plain=lambda line: line.stock.low_at,
            ),
            Column(
                tr("Sold in 30 days"), lambda line: count(line.sold), CellStyle.NUMBER, 132,
                sort="sold", spare=2, plain=lambda line: line.sold,
            ),
            Column(
                tr("Days left"), self._cover_cell, CellStyle.NUMBER, 92, sort="cover",
                spare=1, plain=lambda line: line.days_of_cover,
            ),
            Column(
                tr("To order"), self._order_cell, CellStyle.NUMBER, 84, sort="suggested",
                plain=lambda line: line.suggested,
            ),
        ]  # fmt: skip

    def _name_cell(self, line: LowStockLine) -> Cell:
        return Cell(line.product, remark(line.code, "", of_variants=line.stock.of_variants))

    def _state_cell(self, line: LowStockLine) -> Cell:
        if line.stock.available <= 0:
            return Cell(tr("Sold out"), tone=Tone.BAD)
        cover = line.days_of_cover
        if cover is not None and cover <= SOON_DAYS:
            return Cell(tr("Running out"), tone=Tone.WARN)
        return Cell(tr("Low"), tone=Tone.INFO, is_usual=True)

    def _available_cell(self, line: LowStockLine) -> Cell:
        second = ""
        if line.stock.reserved:
            second = tr("{n} reserved").format(n=self.context.format.count(line.stock.reserved))
        return Cell(self.context.format.count(line.stock.available), second)

    def _cover_cell(self, line: LowStockLine) -> Cell:
        if line.days_of_cover is None:
            return Cell("\N{EN DASH}", tone=Tone.MUTE)
        words = plural("{n} day", "{n} days", line.days_of_cover)
        return Cell(words.format(n=self.context.format.count(line.days_of_cover)))

    def _order_cell(self, line: LowStockLine) -> Cell:
        if not line.suggested:
            return Cell("\N{EN DASH}", tone=Tone.MUTE)
        return Cell(self.context.format.count(line.suggested), style=CellStyle.MONEY)

    def _nothing_in_tabs(self) -> dict[str, Message]:
        return {
            Scarcity.SOLD_OUT.value: (
                tr("Nothing is sold out"),
                tr("Every low product still has pieces available. See All."),
            ),
            Scarcity.RUNNING_OUT.value: (
                tr("Nothing is running out"),
                tr("At the current rate of sales, every low product lasts a week or more."),
            ),
        }

    def _lay_out(self, actions: Actions) -> None:
        card = self.list_up(self._list(), self.context.habits)
        self.print = primary(tr("Print"), icon="printer")
        group = tr("Low stock")
        export = self.export_button(
            actions, self.context.format, name="low_stock.export", title=group
        )
        self.lay_out(
            FilterBar(self.tabs, self.count, self.search),
            card,
            header=PageHeader(group, export, self.print),
        )
        self.search_action(actions, name="low_stock.search", group=group)
        if self.context.me.may("set_threshold"):
            self.edit_action(
                actions, REORDER_POINT, name="low_stock.reorder_point",
                text=tr("Edit the reorder point"), group=group,
            )  # fmt: skip
        out = Action(
            name="low_stock.print", text=tr("Print the report, or save it as a PDF"),
            run=lambda: self.start(self.print_report), group=group, keys=("Ctrl+P",),
            icon="printer",
        )  # fmt: skip
        actions.bind(out, self.print, self)

    def _show_history(self, product: UUID) -> None:
        self.context.navigate("inventory", product)


def _together(line: LowStockLine) -> str:
    return together(of_variants=line.stock.of_variants)
