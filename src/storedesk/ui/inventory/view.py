"""The inventory page: stock levels, the low ones, putting them right, and how they came about."""

from typing import Any

from PySide6.QtWidgets import QWidget

from storedesk.domain.inventory import Movement, StockLine
from storedesk.domain.staff import Me
from storedesk.services import inventory
from storedesk.services.desk import Desk
from storedesk.ui.inventory.adjust import AdjustForm
from storedesk.ui.inventory.ledger import Ledger
from storedesk.ui.inventory.thresholds import LOW_AT, threshold_edit
from storedesk.ui.kit.actions import Action, Actions
from storedesk.ui.kit.banner import EmptyState
from storedesk.ui.kit.cards import Card, Facts, PageHeader, boxed, column, row, splitter
from storedesk.ui.kit.columns import Cell, Column, Look, Sort
from storedesk.ui.kit.format import Format
from storedesk.ui.kit.list_page import DeskSource, ListPage
from storedesk.ui.kit.table import LongTable
from storedesk.ui.kit.tabs import SegmentedTabs
from storedesk.ui.kit.tokens import Tone

ALL, LOW = "all", "low"


class InventoryView(ListPage[StockLine]):
    """Lists stock, and adjusts the chosen product's."""

    watches = frozenset({"inventory", "products"})
    counts = watches
    count_tone = Tone.WARN

    def __init__(self, desk: Desk, actions: Actions, form: Format, me: Me) -> None:
        super().__init__(desk)
        self._form, self._me = form, me
        self.facts = Facts()
        self.adjusting = AdjustForm(form, self._adjust)
        if not me.may("adjust_stock"):  # showing it would flash a window of its own
            self.adjusting.hide()
        self.ledger = Ledger(form)
        self._lay_out(actions)
        self.table.opened.connect(lambda _: self._begin_adjusting())

    async def waiting(self) -> int:
        """Count the scarce products."""
        return await self.desk.read(inventory.low_stock_count)

    def narrowed(self) -> dict[str, Any]:
        """Return what the list is narrowed to."""
        return {"search": self.search.wanted(), "only_low": self.tabs.current() == LOW}

    def counted(self, count: int) -> str:
        """Say how many products the list has."""
        return self._form.products(count)

    async def adjust(self) -> None:
        """Adjust the chosen product's stock as the form says, then clear the form."""
        line = self.table.chosen()
        filled = self.adjusting.filled()
        if filled is None:
            return
        by, reason, remark = filled
        on_hand = await self.desk.do(
            inventory.adjust, line.product_id, by=by, reason=reason, note=remark or None
        )
        self.adjusting.clear()
        self.note.say(
            self.tr("{product}: {n} on hand now.").format(
                product=line.product, n=self._form.count(on_hand)
            )
        )
        self.table.setFocus()
        self.reload()

    async def show_chosen(self) -> None:
        """Show the chosen product's numbers and ledger beside the list."""
        line = self.table.chosen_or_none()
        self.adjusting.show_line(line)
        self.side.setVisible(line is not None)
        self.nothing.setVisible(line is None)
        if line is None:
            return
        self._show_facts(line)
        movements: list[Movement] = []
        if self._me.reads_ledger:
            movements = await self.desk.read(inventory.ledger, line.product_id)
        self.ledger.show_movements(movements)

    def _make_table(self) -> LongTable[StockLine]:
        return LongTable(
            self._columns(),
            DeskSource(
                self.desk,
                keys=inventory.stock_keys,
                first=inventory.first_stock,
                records=inventory.stock_lines,
                key=lambda line: line.product_id,
            ),
            name=self.tr("Stock"),
            sort=Sort("low_first"),
            empty=(
                self.tr("No stock matches"),
                self.tr("Try other words, or look at all of it."),
            ),
            row_height=44,
        )

    def _columns(self) -> list[Column[StockLine]]:
        count = self._form.count
        low_at = threshold_edit(self) if self._me.may("set_threshold") else None
        return [
            Column(self.tr("Product"), self._name_cell, Look.STRONG, 196, 3, "name"),
            Column(
                self.tr("On hand"), lambda line: count(line.stock.on_hand), Look.NUMBER, 84,
                sort="on_hand",
            ),
            Column(
                self.tr("Reserved"), lambda line: count(line.stock.reserved), Look.NUMBER, 88,
                sort="reserved",
            ),
            Column(
                self.tr("Available"), lambda line: count(line.stock.available), Look.NUMBER, 88,
                sort="available",
            ),
            Column(
                self.tr("Low at"), lambda line: count(line.stock.low_at), Look.NUMBER, 76,
                edit=low_at,
            ),
            Column(self.tr("Stock"), self._level_cell, Look.CHIP, 116, sort="low_first"),
        ]  # fmt: skip

    def _name_cell(self, line: StockLine) -> Cell:
        return Cell(line.product, " · ".join(part for part in (line.code, line.category) if part))

    def _level_cell(self, line: StockLine) -> Cell:
        if line.stock.available <= 0:
            return Cell(self.tr("Sold out"), tone=Tone.BAD)
        if line.stock.is_low:
            return Cell(self.tr("Low"), tone=Tone.WARN)
        return Cell(self.tr("In stock"), tone=Tone.OK)

    def _show_facts(self, line: StockLine) -> None:
        stock, count = line.stock, self._form.count
        self.numbers.title.setText(line.product)
        self.numbers.title.setWordWrap(True)
        self.numbers.title.show()
        self.facts.show_facts(
            [
                (self.tr("On hand"), count(stock.on_hand)),
                (self.tr("Reserved for orders"), count(stock.reserved)),
            ],
            total=(self.tr("Available, all variants together"), count(stock.available)),
        )

    def _lay_out(self, actions: Actions) -> None:
        tabs = [(ALL, self.tr("All")), (LOW, self.tr("Low"))]
        card = self.list_up(
            self._make_table(),
            SegmentedTabs(tabs, name=self.tr("Which stock")),
            hint=self.tr("Search stock"),
        )
        self.numbers = Card(" ", gap=10)
        self.numbers.add(self.facts)
        parts = column(self.numbers, self.adjusting, self.ledger, gap=12)
        parts.setStretch(2, 1)
        if not self._me.reads_ledger:
            self.ledger.hide()
        self.side = boxed(parts)
        self.nothing = EmptyState(
            self.tr("Nothing chosen"), self.tr("Choose a product to see how its stock came about."),
            icon="warehouse",
        )  # fmt: skip
        beside = column(self.side, self.nothing)
        beside.setStretch(0, 1)
        beside.setStretch(1, 1)
        self.lay_out(
            row(self.tabs, None, self.count, self.search),
            splitter(card, boxed(beside), right_width=416),
            header=PageHeader(self.tr("Inventory")),
        )
        group = self.tr("Inventory")
        self.search_action(actions, name="inventory.search", group=group)
        if self._me.may("adjust_stock"):
            adjust = Action(
                name="inventory.adjust", text=self.tr("Adjust the chosen product's stock"),
                run=self._begin_adjusting, group=group, keys=("Ctrl+E",), icon="pencil",
            )  # fmt: skip
            actions.add(adjust, self)
        if self._me.may("set_threshold"):
            self.edit_action(
                actions, LOW_AT, name="inventory.threshold", text=self.tr("Type the threshold"),
                group=group,
            )  # fmt: skip

    def _adjust(self) -> None:
        self.start(self.adjust)

    def _begin_adjusting(self) -> QWidget | None:
        if self.table.chosen_or_none() is None or not self._me.may("adjust_stock"):
            return None
        return self.adjusting.begin()
