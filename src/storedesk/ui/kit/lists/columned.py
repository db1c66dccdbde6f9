"""The columns of a list: where they stand, how wide they are, and which are shown."""

from collections.abc import Collection, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QAbstractItemView, QTableView

from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.kit.lists.header import Header
from storedesk.ui.kit.lists.row_painter import Slot
from storedesk.ui.kit.looks.sizes import px

R = TypeVar("R")


class ColumnedView(QTableView, Generic[R]):
    """A table whose columns a person may move, size and leave out.

    Where there is no room for all of them, the least important ones are not shown: a list never
    scrolls sideways because of them, and no number is cut.
    """

    columns: Sequence[Column[R]]

    def __init__(self) -> None:
        super().__init__()
        self.sized: dict[int, int] = {}
        """The pixels of the columns that a person has sized."""
        self.asked_for: list[int] = []
        """Columns that a person wants to see before others, the last one most of all."""
        self._left_out: frozenset[int] = frozenset()
        self._needed: dict[int, int] = {}
        self._widening = QTimer(self)
        self._widening.setSingleShot(True)
        self._widening.timeout.connect(self.share_room)

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

    def chosen_columns(self) -> list[Column[R]]:
        """Return the columns that a person wants, from left to right; not the one of the boxes.

        They are the same in a window of any width.
        """
        wanted = (self.columns[at] for at in self._wanted())
        return [column for column in wanted if column.style is not CellStyle.TICK]

    def is_left_out(self, column: int) -> bool:
        """Tell whether a column is not wanted."""
        return column in self._left_out

    def has_no_room(self, column: int) -> bool:
        """Tell whether a column is wanted, and not shown because others are more important."""
        return not self.is_left_out(column) and self.horizontalHeader().isSectionHidden(column)

    def leave_out(self, columns: Collection[int]) -> None:
        """Show all columns but these, as far as there is room."""
        self._left_out = frozenset(columns)
        self.share_room()

    def first_of(self, row: int) -> QModelIndex:
        """Return the leftmost cell of a row that is shown: Qt goes to no cell that is not."""
        return self.model().index(row, next(iter(self._shown()), 0))

    def show_column(self, column: int, *, is_on: bool) -> None:
        """Show a column before others, or leave it out; the keyboard stays in one that is shown."""
        self.asked_for = [at for at in self.asked_for if at != column] + [column] * is_on
        self.leave_out(self._left_out - {column} if is_on else self._left_out | {column})

    def share_room(self) -> None:
        """Show what there is room for, give each its width, and what is left to those that grow."""
        room, header = self.viewport().width(), self.horizontalHeader()
        widths = self._that_fit(room)
        for at in range(len(self.columns)):
            if header.isSectionHidden(at) != (at not in widths):
                header.setSectionHidden(at, at not in widths)
        spare = room - sum(widths.values())
        growing = {at: self.columns[at].grow for at in widths if at not in self.sized}
        shares = sum(growing.values())
        for at, width in widths.items():
            extra = spare * growing.get(at, 0) // shares if spare > 0 and shares else 0
            self.setColumnWidth(at, width + extra)
        self._keep_current_shown()

    def need(self, column: int, width: int) -> None:
        """Have a column be as wide as something in it needs, from the next moment on."""
        if width > self._needed.get(column, 0):
            self._needed[column] = width
            self._widening.start()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Answer Qt: bring a row into sight, also by a cell that is left out."""
        is_out = index.isValid() and self.isColumnHidden(index.column())
        super().scrollTo(self.first_of(index.row()) if is_out else index, hint)

    def _that_fit(self, room: int) -> dict[int, int]:
        """Return the least widths of the columns to show: the least important ones go first."""
        widths = {at: self._least(at) for at in self._wanted()}
        ranks = {at: rank for rank, at in enumerate(self.asked_for, 1)}
        going = sorted(
            (at for at in widths if self.columns[at].spare),
            key=lambda at: (ranks.get(at, 0), -self.columns[at].spare),
        )
        for at in going:
            if sum(widths.values()) <= room:
                break
            del widths[at]
        return widths

    def _least(self, at: int) -> int:
        """Return how wide a column has to be: as a person has sized it, or as its words need."""
        usual = max(px(self.columns[at].width), self.header().needed_width(at))
        return max(self.sized.get(at, usual), self._needed.get(at, 0))

    def _keep_current_shown(self) -> None:
        """Have the keyboard in a cell that is shown."""
        current = self.currentIndex()
        if current.isValid() and self.isColumnHidden(current.column()):
            at, stays = self.first_of(current.row()), QItemSelectionModel.SelectionFlag.NoUpdate
            self.setAutoScroll(False)
            self.selectionModel().setCurrentIndex(at, stays)
            self.setAutoScroll(True)

    def _wanted(self) -> list[int]:
        order = sorted(range(len(self.columns)), key=self.horizontalHeader().visualIndex)
        return [at for at in order if at not in self._left_out]

    def _shown(self) -> list[int]:
        header = self.horizontalHeader()
        return [at for at in self._wanted() if not header.isSectionHidden(at)]
