"""List the lines of a count: counted or not, and in the review the differences."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from storedesk import queries
from storedesk.domain.counts import CountLine, CountPart
from storedesk.services.desk import Desk
from storedesk.ui.counts.labels import signed_label, state_cell
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Edit, Sort
from storedesk.ui.kit.lists.empty import Message
from storedesk.ui.kit.lists.source import PAGE
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.stock_labels import remark

COUNTED = "counted"
NEWEST, DEAREST = Sort("last", descending=True), Sort("worth", descending=True)
BY_NAME = Sort("name")
REVIEW_COLUMNS = (2, 3, 4)
"""Columns that only the review shows: counting is blind."""


class CountSource:
    """Read the lines of one count for the list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.count: UUID | None = None

    async def keys(self, sort: Sort, wanted: Mapping[str, Any]) -> bytes:
        """Return the keys of all lines, in order."""
        return await self._desk.read(
            queries.count_lines.line_keys, sort=sort.by, descending=sort.descending, **wanted
        )

    async def first_page(self, sort: Sort, wanted: Mapping[str, Any]) -> Sequence[CountLine]:
        """Return the first lines."""
        return await self._desk.read(
            queries.count_lines.first_lines,
            sort=sort.by,
            descending=sort.descending,
            limit=PAGE,
            **wanted,
        )

    async def records(self, ids: Sequence[UUID]) -> Sequence[CountLine]:
        """Return lines by their products."""
        if self.count is None:
            return []
        return await self._desk.read(queries.count_lines.lines, self.count, ids)

    @staticmethod
    def key(record: CountLine) -> UUID:
        """Return a line's product."""
        return record.product_id


class CountTable(LongTable[CountLine]):
    """List the lines of a count; expected stock and differences show only in the review."""

    def __init__(self, desk: Desk, form: Format, counted: Edit[CountLine]) -> None:
        self.part = CountPart.ALL
        self._form = form
        self.lines_source = CountSource(desk)
        super().__init__(
            self._count_columns(counted),
            self.lines_source,
            name=tr("Counted products"),
            sort=NEWEST,
            row_height=44,
        )
        self.call_empty(*_nothing(self.part))

    async def show_count(self, count: UUID) -> None:
        """Show the lines of a count that belong to `part`."""
        if self.lines_source.count != count:
            self.lines_source.count = count
        await self.display({"count": count, "part": self.part})

    def show_part(self, part: CountPart) -> None:
        """Switch to another part of the count, and to the sort order that suits it."""
        self.part = part
        self.call_empty(*_nothing(part))
        self.leave_out(() if part is CountPart.DIFFERENCES else REVIEW_COLUMNS)
        orders = {CountPart.ALL: NEWEST, CountPart.TO_COUNT: BY_NAME}
        self.sort_by(orders.get(part, DEAREST))

    def _count_columns(self, counted: Edit[CountLine]) -> list[Column[CountLine]]:
        return [
            Column(tr("Product"), self._name_cell, CellStyle.STRONG, 190, 3, "name"),
            Column(
                tr("Counted"), self._counted_cell, CellStyle.NUMBER, 88, sort="counted",
                edit=counted,
            ),
            Column(tr("Expected"), self._then_cell, CellStyle.NUMBER, 92),
            Column(
                tr("Difference"), self._difference_cell, CellStyle.NUMBER, 92,
                sort="difference",
            ),
            Column(tr("Value"), self._worth_cell, CellStyle.MONEY, 100, sort="worth", spare=1),
            Column(tr("Status"), self._state_cell, CellStyle.CHIP, 118, spare=2),
            Column(tr("By"), lambda line: line.who, CellStyle.MUTED, 132, 1, "last", spare=3),
        ]  # fmt: skip

    def _name_cell(self, line: CountLine) -> Cell:
        known = remark(line.code, line.category, of_variants=line.of_variants)
        return Cell(line.product, known)

    def _counted_cell(self, line: CountLine) -> Cell:
        if line.counted is None:
            return Cell("\N{EN DASH}", tone=Tone.MUTE)
        return Cell(self._form.count(line.counted), style=CellStyle.MONEY)

    def _then_cell(self, line: CountLine) -> str:
        is_shown = self.part is CountPart.DIFFERENCES and line.stock_then is not None
        return self._form.count(line.stock_then or 0) if is_shown else ""

    def _difference_cell(self, line: CountLine) -> Cell:
        if self.part is not CountPart.DIFFERENCES or not line.difference:
            return Cell("")
        tone = Tone.OK if line.difference > 0 else Tone.BAD
        return Cell(signed_label(line.difference, self._form), tone=tone)

    def _worth_cell(self, line: CountLine) -> str:
        is_shown = self.part is CountPart.DIFFERENCES and line.worth is not None
        return self._form.money(line.worth) if is_shown and line.worth is not None else ""

    def _state_cell(self, line: CountLine) -> Cell:
        return state_cell(line, self.part, self._form)


def _nothing(part: CountPart) -> Message:
    """Return the texts of an empty part of a count."""
    if part is CountPart.TO_COUNT:
        return (
            tr("Nothing is left to count"),
            tr("Open Review to see the differences, then post the count."),
        )
    if part is CountPart.DIFFERENCES:
        return (
            tr("Nothing differs"),
            tr("Everything counted so far matches the stock."),
        )
    return (
        tr("Nothing is counted yet"),
        tr("Scan an item. Counted items are listed here."),
    )
