"""Preview a stock command for each ticked product."""

from collections.abc import Sequence

from storedesk.domain.inventory import StockLine
from storedesk.ui.inventory.labels import StockCommand
from storedesk.ui.inventory.stock_entry import afterwards
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.cards import Card
from storedesk.ui.kit.looks.tokens import Tone


class TickedProducts(Card):
    """List the ticked products, each with its number now and afterwards."""

    def __init__(self, form: Format) -> None:
        super().__init__(margin=4, gap=0)
        self._count = form.count
        self._command = StockCommand.ADJUST
        self._number: int | None = None
        self._lines: Sequence[StockLine] = ()
        self.table: RecordTable[StockLine] = RecordTable(
            [
                Column(tr("Ticked"), lambda line: line.product, CellStyle.STRONG, 160, 1),
                Column(tr("Now"), self._now_cell, CellStyle.NUMBER, 70),
                Column(tr("Afterwards"), self._then_cell, CellStyle.NUMBER, 104),
            ],
            key=lambda line: line.product_id,
            name=tr("Ticked products"),
            row_height=36,
        )
        self.add(self.table, stretch=1)

    def show_lines(self, lines: Sequence[StockLine]) -> None:
        """Show these products."""
        self._lines = lines
        self.table.show_records(lines)

    def preview(self, command: StockCommand, number: int | None) -> None:
        """Show the result of `number` for each; None where none is typed yet."""
        self._command, self._number = command, number
        self.table.show_records(self._lines)

    def _now_cell(self, line: StockLine) -> Cell:
        stock = line.stock
        return Cell(
            self._count(
                stock.low_at if self._command is StockCommand.REORDER_POINT else stock.on_hand
            )
        )

    def _then_cell(self, line: StockLine) -> Cell:
        if self._number is None:
            return Cell("\N{EN DASH}", tone=Tone.MUTE)
        then = afterwards(line, self._command, self._number)
        if self._command is not StockCommand.REORDER_POINT and then < line.stock.reserved:
            words = tr("{n}, {reserved} reserved").format(
                n=self._count(then), reserved=self._count(line.stock.reserved)
            )
            return Cell(words if line.stock.reserved else self._count(then), tone=Tone.BAD)
        return Cell(self._count(then))
