"""Show the ledger of a product: every movement, who made it, and the balance after it."""

from collections.abc import Callable
from uuid import UUID

from storedesk import queries
from storedesk.domain.inventory import LedgerKind, Movement, Operation
from storedesk.services.desk import Desk
from storedesk.ui.inventory.labels import movement_label
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Sort
from storedesk.ui.kit.lists.source import DeskSource
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.lists.tabs import SegmentedTabs
from storedesk.ui.kit.looks.buttons import quiet
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.keys import with_key, written
from storedesk.ui.kit.looks.tokens import Tone

PROMISES = (Operation.RESERVE, Operation.RELEASE)


class Ledger(Card):
    """List all movements of a product, the newest first, with the pieces on hand after each."""

    def __init__(self, desk: Desk, form: Format, undo: Callable[[], object]) -> None:
        """Make the card; `undo` is called to undo the chosen movement."""
        super().__init__(margin=4, gap=0)
        self._form = form
        self._product: UUID | None = None
        self.kinds = SegmentedTabs(
            [
                (LedgerKind.ALL.value, tr("Ledger")),
                (LedgerKind.BY_HAND.value, tr("By hand")),
                (LedgerKind.ORDERS.value, tr("Orders")),
            ],
            name=tr("Which movements"),
        )
        self.undo = quiet(tr("Undo"), icon="undo-2")
        self.undo.setToolTip(with_key(tr("Undo the chosen movement"), written("Ctrl+Z")))
        self.undo.clicked.connect(undo)
        self.table = self._make_table(desk)
        self.table.chosen_changed.connect(self._show_undo)
        top = row(self.kinds, None, self.undo, gap=4)
        top.setContentsMargins(12, 6, 4, 2)
        self.add(top)
        self.add(self.table, stretch=1)
        self._show_undo()

    async def show_product(self, product: UUID) -> None:
        """Show a product's movements; for the same product, keep the scroll position."""
        self._product = product
        await self.table.display({"product_id": product, "kind": LedgerKind(self.kinds.current())})

    async def show_again(self) -> None:
        """Show the movements again, of the kind chosen in the tabs."""
        if self._product is not None:
            await self.show_product(self._product)

    def undoable(self) -> Movement | None:
        """Return the chosen movement if it can be undone, else None."""
        movement = self.table.chosen_or_none()
        return movement if movement is not None and movement.can_be_undone else None

    def _show_undo(self) -> None:
        self.undo.setVisible(self.undoable() is not None)

    def _make_table(self, desk: Desk) -> LongTable[Movement]:
        return LongTable(
            self._columns(),
            DeskSource(
                desk,
                keys=queries.ledger.movement_keys,
                first=queries.ledger.first_movements,
                records=queries.ledger.movements,
                key=lambda movement: movement.id,
            ),
            name=tr("Ledger"),
            sort=Sort("when", descending=True),
            empty=(
                tr("No movements yet"),
                tr("Every change to this product's stock is listed here."),
            ),
            row_height=48,
        )

    def _columns(self) -> list[Column[Movement]]:
        return [
            Column(tr("When and why"), self._what_cell, CellStyle.TEXT, 200, 1, "when"),
            Column(tr("By", "amount"), self._by_cell, CellStyle.NUMBER, 58),
            Column(tr("On hand"), self._balance_cell, CellStyle.NUMBER, 96),
        ]

    def _what_cell(self, movement: Movement) -> Cell:
        parts = (self._form.moment(movement.at), movement.who)
        second = " · ".join(word for word in parts if word)
        if not movement.is_undone:
            return Cell(movement_label(movement), second)
        return Cell(
            movement_label(movement), second, style=CellStyle.MUTED,
            note=tr("Undone"), note_tone=Tone.OK, note_icon="undo-2",
        )  # fmt: skip

    def _by_cell(self, movement: Movement) -> Cell:
        words = self._form.signed(movement.adjustment)
        if movement.operation in PROMISES or movement.is_undone:
            return Cell(words, tone=Tone.MUTE)
        return Cell(words, tone=Tone.OK if movement.adjustment > 0 else Tone.BAD)

    def _balance_cell(self, movement: Movement) -> Cell:
        reserved = ""
        if movement.reserved:
            reserved = tr("{n} reserved").format(n=self._form.count(movement.reserved))
        return Cell(self._form.count(movement.on_hand), reserved)
