"""List all counts, the open ones first."""

from collections.abc import Callable

from storedesk.domain.counts import StockCount
from storedesk.ui.counts.labels import progress_label, status_cell
from storedesk.ui.kit.base.banner import Step
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.keys import written


class CountList(RecordTable[StockCount]):
    """List counts; a row can be opened."""

    def __init__(self, form: Format, begin: Callable[[], object]) -> None:
        """`begin` starts a count."""
        self._form = form
        step = Step(tr("New count"), begin, "plus", written("Ctrl+N"))
        super().__init__(
            [
                Column(tr("Count"), self._name_cell, CellStyle.STRONG, 240, 2),
                Column(tr("Status"), status_cell, CellStyle.CHIP, 130),
                Column(tr("Counted"), self._done_cell, CellStyle.NUMBER, 140),
                Column(tr("Pieces"), self._pieces_cell, CellStyle.NUMBER, 90, spare=1),
                Column(tr("Started"), self._begun_cell, CellStyle.TEXT, 180, 1, spare=2),
                Column(tr("Posted"), self._posted_cell, CellStyle.TEXT, 180, 1),
            ],
            key=lambda count: count.id,
            name=tr("Stock counts"),
            empty=(
                tr("No counts yet"),
                tr("Start the first one. The tills can keep selling meanwhile."),
                (step,),
            ),
            row_height=48,
        )

    def _name_cell(self, count: StockCount) -> Cell:
        carried = tr("Continues with lines that could not be posted")
        return Cell(count.name, carried if count.is_carried else "")

    def _done_cell(self, count: StockCount) -> str:
        return progress_label(count, self._form)

    def _pieces_cell(self, count: StockCount) -> str:
        return self._form.count(count.pieces)

    def _begun_cell(self, count: StockCount) -> Cell:
        return Cell(self._form.moment(count.created_at), count.created_by or "")

    def _posted_cell(self, count: StockCount) -> Cell:
        if count.posted_at is None:
            return Cell("")
        return Cell(self._form.moment(count.posted_at), count.posted_by or "")
