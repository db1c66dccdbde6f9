"""Show the inventory page: stock levels, low products, stock commands and the ledger."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk import api, queries
from storedesk.domain.bounds import Bound
from storedesk.domain.entry import scanned, unknown
from storedesk.domain.inventory import StockLine
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.scans import unwrapped
from storedesk.domain.staff import Group
from storedesk.domain.unsold import explained
from storedesk.ui.context import PageContext
from storedesk.ui.inventory.columns import LOW, stock_list
from storedesk.ui.inventory.commands import run_command, summary
from storedesk.ui.inventory.labels import StockCommand
from storedesk.ui.inventory.ledger import Ledger
from storedesk.ui.inventory.levels import Levels
from storedesk.ui.inventory.reorder_points import REORDER_POINT, reorder_point_edit
from storedesk.ui.inventory.shortcuts import add_shortcuts
from storedesk.ui.inventory.stock_form import StockForm
from storedesk.ui.inventory.ticked import TickedProducts
from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.base.banner import EmptyState
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.lists.columns import Edit
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.kit.lists.tick_table import TickTable
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.cards import PageHeader, boxed, column, splitter
from storedesk.ui.kit.looks.filter_bar import FilterBar


class InventoryView(ListPage[StockLine]):
    """List stock, and change it for the chosen product or for all ticked ones."""

    watches = frozenset({"inventory", "products", "low_stock"})
    row_menu = (
        "inventory.adjust", "inventory.set", "inventory.receive", "inventory.reorder_point", None,
        "inventory.holders",
    )  # fmt: skip
    table: TickTable[StockLine]

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self.undoable: tuple[UUID, ...] = ()
        """The movements of the last change here."""
        self._times = 1
        self.levels = Levels(self.context.format, self.show_holders)
        self.stock_form = StockForm(
            self.context.format, self.context.me, lambda: self.start(self.apply)
        )
        self.ledger = Ledger(
            context.desk, self.context.format, lambda: self.start(self.undo_chosen)
        )
        self.ticked_products = TickedProducts(self.context.format)
        self.back = Button(tr("Undo"), kind=Kind.LINK, cap="Ctrl+Z")
        self.note.add(self.back)
        self.note.said.connect(self.back.hide)  # it belongs to the message of one change
        self._lay_out(context.actions)
        self._connect()
        self.search_action(context.actions, name="inventory.search", group=tr("Inventory"))
        add_shortcuts(context.actions, self, self)

    def narrowed(self) -> dict[str, Any]:
        """Return the filters of the list."""
        return {"search": self.search.wanted(), "only_low": self.tabs.current() == LOW}

    def widest(self) -> dict[str, Any]:
        """Return filters that leave nothing out."""
        return {"only_low": False}

    def placed(self, record: StockLine) -> str:
        """Return the name of a product."""
        return record.product

    def counted(self, count: int) -> str:
        """Return the number of products in words."""
        return self.context.format.products(count)

    def opens(self) -> str:
        """Return what Enter does with the chosen product."""
        return tr("Change its stock") if self.may_change else ""

    async def show_chosen(self) -> None:
        """Show the ticked products, or else the chosen product with its ledger."""
        ticked = self.table.ticked_count()
        line = self.table.chosen_or_none()
        self.side.setVisible(bool(ticked) or line is not None)
        self.nothing.setVisible(self.side.isHidden())
        self.ticked_products.setVisible(bool(ticked))
        self.ledger.setVisible(not ticked and self.context.me.reads_ledger)
        if ticked:
            await self._show_ticked(ticked)
        elif line is not None:
            self.levels.show_line(line)
            self.stock_form.about([line])
            if self.context.me.reads_ledger:
                await self.ledger.show_product(line.product_id)

    async def apply(self) -> None:
        """Run the form's command for what is chosen or ticked, once a scan has been looked up."""
        await self.looked_up()
        filled = self.stock_form.filled() if self.stock_form.is_open() else None
        if filled is None:
            return
        products = self.table.meant(most=self.context.me.most(Bound.PRODUCTS))
        try:
            moved = await run_command(self.desk, self.stock_form, filled, products)
        except StoreError as refusal:
            if refusal.code == "stock_moved":
                self.stock_form.forget_seen()
                self.reload()
            raise
        self.stock_form.fold()
        self.undoable = moved.movements if moved else ()
        line = self.table.chosen_or_none() if len(products) == 1 else None
        self.note.say(summary(filled, moved, line, len(products), self.context.format))
        self.back.setVisible(bool(self.undoable))
        self.table.untick()
        self.table.setFocus()
        self.reload()

    async def undo(self) -> None:
        """Undo the last change; with the keyboard in the ledger, undo the chosen movement."""
        if self.undoes_chosen():
            await self.undo_chosen()
            return
        if not self.undoable:
            raise Refused("nothing_to_undo")
        await self._undo(self.undoable)
        self.undoable = ()

    async def undo_chosen(self) -> None:
        """Undo the movement that is chosen in the ledger."""
        if movement := self.ledger.undoable():
            await self._undo((movement.id,))

    def undoes_chosen(self) -> bool:
        """Tell whether undoing is about the movement that is chosen in the ledger."""
        return self.ledger.table.hasFocus() and self.ledger.undoable() is not None

    def scanned(self, raw: str) -> None:
        """Choose the scanned product and focus the number field."""
        if self.stock_form.is_begun():
            words = tr("A change is not applied yet. Press Enter to apply it, Esc to drop it.")
            self.miss_scan(unwrapped(raw), words)
            return
        try:
            self._sent, self._code = raw, scanned(raw)
        except Refused as refusal:
            self.miss_scan(unwrapped(raw), refusal.sentence(spoken))
            return
        self._times = self.stock_form.times() or 0
        self.problem.hide()
        if self.may_change:
            self.nothing.hide()
            self.side.show()
            self.stock_form.expect()
        self.look_up()

    async def find_scanned(self) -> bool:
        """Choose the scanned product, and go on with the form for it; without one it is folded."""
        try:
            is_there = await self._choose_scanned()
        except Exception:
            self.stock_form.give_up()
            raise
        if is_there and self.may_change:
            self.stock_form.show_found(self._times or None)
        elif not is_there:
            self.stock_form.give_up()
            await self.show_chosen()
        return is_there

    async def _choose_scanned(self) -> bool:
        why: StoreError = unknown(self._code)
        product: UUID | None = None
        try:
            product = await self.desk.read(api.inventory.stock_item, self._sent)
        except Refused as refusal:
            why = explained(refusal, is_manager=Group.MANAGER in self.context.me.groups)
        if product is None:
            self.miss_scan(self._code, why.sentence(spoken))
            return False
        if not await self.table.choose(product):
            self.widen()
            await self.table.display(self.narrowed())
            await self.table.choose(product)
        self.table.untick()
        await self.show_chosen()
        return True

    async def _undo(self, movements: tuple[UUID, ...]) -> None:
        await self.desk.do(api.inventory.undo_stock, movements)
        self.note.say(tr("Undone."))
        self.reload()

    async def _show_ticked(self, ticked: int) -> None:
        lines: list[StockLine] = []
        most = self.context.me.most(Bound.PRODUCTS)
        if ticked <= most:
            ids = self.table.meant(most=most)
            lines = await self.desk.read(queries.stock_lists.stock_lines, ids)
        self.levels.show_lines(lines, ticked)
        self.ticked_products.show_lines(lines)
        self.stock_form.about(lines)

    def show_holders(self) -> None:
        """Show the orders that reserve the chosen product."""
        line = self.table.chosen_or_none()
        if line is not None and not self.table.ticked_count():
            self.context.navigate("orders", words=line.product)

    @property
    def may_change(self) -> bool:
        """Whether this person may change stock."""
        return self.context.me.may("adjust_stocks")

    def _lay_out(self, actions: Actions) -> None:
        low_at: Edit[StockLine] | None = (
            reorder_point_edit(self, self.context.me) if self.may_change else None
        )
        card = self.list_up(
            stock_list(self.context.format, self.context.me, low_at), self.context.habits
        )
        parts = column(self.levels, self.stock_form, self.ticked_products, self.ledger, gap=12)
        parts.setStretch(2, 1)
        parts.setStretch(3, 1)
        parts.addStretch(0)
        self.ticked_products.hide()
        if not self.context.me.reads_ledger:
            self.ledger.hide()
        if not self.may_change:  # showing it would flash a window of its own
            self.stock_form.hide()
        self.side = boxed(parts)
        self.unchosen = self.nothing = EmptyState(
            tr("Nothing chosen"),
            tr("Choose a product, or scan it, to see its stock and movements."),
            icon="warehouse",
        )
        beside = column(self.side, self.nothing)
        beside.setStretch(0, 1)
        beside.setStretch(1, 1)
        title = tr("Inventory")
        export = self.export_button(
            actions, self.context.format, name="inventory.export", title=title
        )
        self.lay_out(
            FilterBar(self.tabs, self.count, self.search),
            splitter(card, boxed(beside), right_width=416),
            header=PageHeader(title, export),
        )

    def _connect(self) -> None:
        self.table.opened.connect(lambda _: self.begin_command(self.stock_form.command))
        self.table.ticks_changed.connect(lambda: self._jobs.restart(self.show_chosen))
        form, preview = self.stock_form, self.ticked_products.preview
        form.edited.connect(lambda: preview(form.command, form.typed()))
        form.left.connect(self.table.setFocus)
        form.given_up.connect(self._to_search)
        self.ledger.kinds.chosen.connect(lambda _: self._jobs.restart(self.ledger.show_again))
        self.ledger.table.sort_changed.connect(lambda _: self._jobs.restart(self.ledger.show_again))
        self.ledger.table.failed.connect(self.refuse)
        self.back.clicked.connect(lambda: self.start(self.undo))

    def begin_command(self, command: StockCommand) -> QWidget | None:
        """Open the form of a command, and return the field to type into; None with no product."""
        ticked = self.table.ticked_count()
        if not (ticked or self.table.chosen_or_none()) or not self.may_change:
            return None
        if command is StockCommand.REORDER_POINT and not ticked:
            self.table.editing.open_named(REORDER_POINT)
            return self.table.editing.line
        self.stock_form.begin(command)
        return self.stock_form.number.input
