"""The columns of a list: where they stand, how wide they are, and which are shown."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QTableView

from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.kit.lists.header import Header
from storedesk.ui.kit.lists.row_painter import Slot
from storedesk.ui.kit.looks.sizes import px

R = TypeVar("R")


class ColumnedView(QTableView, Generic[R]):
    """A table whose columns a person may move, size and leave out."""

    columns: Sequence[Column[R]]

    def __init__(self) -> None:
        super().__init__()
        self.sized: dict[int, int] = {}
        """The pixels of the columns that a person has sized."""

    def header(self) -> Header:
        """Return the headings."""
        header = self.horizontalHeader()
        assert isinstance(header, Header)  # noqa: S101 - made so by Grid
        return header

    def slots(self) -> list[Slot]:
        """Return where the columns stand at present."""
        header = self.horizontalHeader()
        return [
            Slot(header.sectionViewportPosition(at), header.sectionSize(at))
            for at in range(len(self.columns))
        ]

    def columns_in_sight(self) -> list[Column[R]]:
        """Return the columns that are shown, from left to right; not the one of the boxes."""
        shown = (self.columns[at] for at in self._shown())
        return [column for column in shown if column.style is not CellStyle.TICK]

    def first_of(self, row: int) -> QModelIndex:
        """Return the leftmost cell of a row that is shown: Qt goes to no cell that is not."""
        return self.model().index(row, next(iter(self._shown()), 0))

    def show_column(self, column: int, *, is_on: bool) -> None:
        """Show a column, or leave it out; the keyboard stays in a cell that is shown."""
        self.horizontalHeader().setSectionHidden(column, not is_on)
        self.share_room()
        current = self.currentIndex()
        if current.isValid() and self.isColumnHidden(current.column()):
            at, stays = self.first_of(current.row()), QItemSelectionModel.SelectionFlag.NoUpdate
            self.setAutoScroll(False)
            self.selectionModel().setCurrentIndex(at, stays)
            self.setAutoScroll(True)

    def share_room(self) -> None:
        """Give the columns their widths, and what is left to those that grow."""
        shown = {at: self.sized.get(at, px(self.columns[at].width)) for at in self._shown()}
        spare = self.viewport().width() - sum(shown.values())
        growing = {at: self.columns[at].grow for at in shown if at not in self.sized}
        shares = sum(growing.values())
        for at, width in shown.items():
            extra = spare * growing.get(at, 0) // shares if spare > 0 and shares else 0
            self.setColumnWidth(at, width + extra)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Answer Qt: bring a row into sight, also by a cell that is left out."""
        is_out = index.isValid() and self.isColumnHidden(index.column())
        super().scrollTo(self.first_of(index.row()) if is_out else index, hint)

    def _shown(self) -> list[int]:
        header = self.horizontalHeader()
        order = sorted(range(len(self.columns)), key=header.visualIndex)
        return [at for at in order if not header.isSectionHidden(at)]
