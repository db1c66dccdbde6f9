"""The model behind a list of any length: all keys, a few records."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QModelIndex, Signal

from storedesk.ui.kit.lists.columns import Column
from storedesk.ui.kit.lists.model import NO_PARENT, Cells, Index, RowModel
from storedesk.ui.kit.lists.page_cache import PageCache
from storedesk.ui.kit.lists.source import PAGE
from storedesk.ui.kit.lists.vector import KeyVector

R = TypeVar("R")
CELLS_KEPT = 2_000


class LongModel(RowModel[R]):
    """Shows a key vector; a row whose record is not here is a placeholder, and is told of."""

    missing = Signal()
    """Something in sight is not here."""

    def __init__(self, columns: Sequence[Column[R]], key: Callable[[R], UUID]) -> None:
        super().__init__(columns)
        self.vector = KeyVector()
        self.cache: PageCache[R] = PageCache()
        self._key = key
        self._cells: OrderedDict[int, Cells] = OrderedDict()

    def record(self, row: int) -> R | None:
        """Return the record of `row`, if it is here."""
        return self.cache.record(row)

    def cells(self, row: int) -> Cells | None:
        """Return what stands in `row`; where its record is not here, tell that it is missing."""
        if row in self._cells:
            return self._cells[row]
        record = self.cache.record(row)
        if record is None:
            if row // PAGE not in self.cache:
                self.missing.emit()
            return None
        made = self._cells[row] = [(column.style, column.value(record)) for column in self.columns]
        if len(self._cells) > CELLS_KEPT:
            self._cells.popitem(last=False)
        return made

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Answer Qt: how many rows."""
        return 0 if parent.isValid() else len(self.vector)

    def put(self, page: int, records: Iterable[R]) -> None:
        """Take the records of a page as they came, in any order."""
        self.cache.keep(page, self.in_order(self.vector, page, records))
        first = page * PAGE
        for row in range(first, first + PAGE):
            self._cells.pop(row, None)

    def change(self, row: int, record: R) -> None:
        """Take the record of a row as it is now."""
        self.cache.change(row, record)
        self._cells.pop(row, None)

    def in_order(self, vector: KeyVector, page: int, records: Iterable[R]) -> list[R | None]:
        """Put `records` where `vector` has them on that page; None stands for those gone."""
        known = {self._key(record): record for record in records}
        return [known.get(key) for key in vector.between(page * PAGE, (page + 1) * PAGE)]

    def swap(
        self,
        vector: KeyVector,
        pages: Mapping[int, list[R | None]],
        moved: Mapping[UUID, int],
    ) -> None:
        """Show another list at a stroke; `moved` says where the keys that matter stand in it.

        What was chosen or current stays so if its key is in `moved`; nothing is emitted for it.
        """
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        new = [self._moved(index, moved) for index in old]
        self.vector = vector
        self.cache.replace(pages)
        self._cells.clear()
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def redraw(self) -> None:
        """Read every cell anew when it is next drawn: what they show beside records has come."""
        self._cells.clear()

    def persistent_keys(self) -> set[UUID]:
        """Return the keys of the rows that Qt holds on to: the chosen ones and the current one."""
        held = {index.row() for index in self.persistentIndexList()}
        return {self.vector.at(row) for row in held if row < len(self.vector)}

    def _moved(self, index: QModelIndex, moved: Mapping[UUID, int]) -> QModelIndex:
        row = moved.get(self.vector.at(index.row()))
        # the row may lie beyond the old end, so index(), which checks bounds, is no help here
        return QModelIndex() if row is None else self.createIndex(row, index.column())
