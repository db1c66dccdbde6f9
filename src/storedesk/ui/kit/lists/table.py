"""Show a list of any length: a million products scroll as ten do."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.ui.kit.base.banner import Step
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.lists.columns import Column, Sort
from storedesk.ui.kit.lists.editing import Editing
from storedesk.ui.kit.lists.empty import NOTHING, Said
from storedesk.ui.kit.lists.feed import Feed
from storedesk.ui.kit.lists.grid import ROW, Grid
from storedesk.ui.kit.lists.long_model import LongModel
from storedesk.ui.kit.lists.row_painter import Slot
from storedesk.ui.kit.lists.source import PAGE, Source
from storedesk.ui.kit.lists.vector import KeyVector

R = TypeVar("R")
CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class LongTable(Grid[R]):
    """Shows what a `Source` has, asking only for what is in sight.

    In its `refresh` a page calls `await table.display(filter)`, and connects `sort_changed` to its
    `reload`: that is all. Of several calls the last one wins; they raise StoreError.
    """

    counted = Signal(int)
    """How many rows match, exactly."""
    sort_changed = Signal(object)
    """A person asked for another order (a Sort, now in `sort`): connect it to `View.reload`."""
    failed = Signal(object)
    """A page could not be fetched while scrolling: the StoreError. Connect it to `View.refuse`."""

    def __init__(  # noqa: PLR0913 - a list needs all of them
        self,
        columns: Sequence[Column[R]],
        source: Source[R],
        *,
        name: str,
        sort: Sort,
        empty: tuple[str, str] = ("", ""),
        row_height: int = ROW,
    ) -> None:
        """`name` is for screen readers; `empty`, a title and what to do next: see `call_empty`."""
        self.list = LongModel(columns, source.key)
        super().__init__(self.list, name=name, row_height=row_height)
        self.source, self.sort = source, sort
        self.wanted: Any = None
        self._empty: Said = empty
        self._asked = 0
        self._held: R | None = None
        self._shown_sort: Sort | None = None
        self.feed = Feed(
            self, self.list, source,
            in_sight=self.rows_in_sight, arrived=self._arrived, failed=self.failed.emit,
        )  # fmt: skip
        self.editing: Editing[R] = Editing(self, self._fetched)
        self.selectionModel().selectionChanged.connect(self._note_chosen)
        self.header().show_order(sort)
        self.header().sorted.connect(self._resort)

    async def display(self, wanted: Any = None) -> None:
        """Show what matches `wanted`: anew if a person wants another list, else by a refresh."""
        if self._asked and (wanted, self.sort) == (self.wanted, self._shown_sort):
            await self.refresh()
        else:
            await self.ask(wanted)

    def sort_by(self, sort: Sort) -> None:
        """Have the next list in another order, without telling that a person asked for it."""
        self.sort = sort
        self.header().show_order(sort)

    async def ask(self, wanted: Any = None) -> None:
        """Show the list that matches `wanted`, from its top; its first rows before its length."""
        self._asked += 1
        self._asking(wanted)
        mine, self.wanted, self._shown_sort = self._asked, wanted, self.sort
        kept = self.chosen_ids()[:1]
        try:
            first = list(await self.source.first_page(self.sort, wanted))
            if mine == self._asked:
                self._begin(first)
                vector = self.list.vector
                if len(first) >= PAGE:
                    vector = KeyVector(await self.source.keys(self.sort, wanted))
                await self._complete(vector, kept, mine)
        except StoreError as refusal:
            self._shown_sort = None  # so that the next try is a whole one
            if mine == self._asked and not len(self.list.vector):
                self.say_empty(tr("This list could not be read"), refusal.sentence(spoken))
            raise

    async def refresh(self) -> None:
        """Ask again for the same list; the row under the mouse and the chosen ones stay put."""
        self._asked += 1
        mine = self._asked
        vector = KeyVector(await self.source.keys(self.sort, self.wanted))
        anchor = self._anchor()
        held = self._held_keys() | ({self.list.vector.at(anchor)} if anchor >= 0 else set())
        moved = await vector.rows_of(held)
        shift = moved.get(self.list.vector.at(anchor), anchor) - anchor if anchor >= 0 else 0
        sight = self.rows_in_sight()
        last = len(vector)
        rows = range(max(0, min(sight.start + shift, last - 1)), min(sight.stop + shift + 1, last))
        rows = rows if sight else range(min(PAGE, last))
        pages = await self.feed.fetch(vector, rows)
        chosen = await self._find_late(vector, held, moved, pages)
        if mine != self._asked:
            return
        value = self.verticalScrollBar().value()
        value += shift * self.verticalHeader().defaultSectionSize()
        self.feed.stop()
        self.list.swap(vector, pages, moved)
        self._held = chosen
        self._swapped(moved)
        self.updateGeometries()
        self.verticalScrollBar().setValue(value)
        self._tell()

    def call_empty(self, title: str, hint: str, steps: tuple[Step, ...] = ()) -> None:
        """Have other words and steps stand there, from now on, while there is nothing to show."""
        self._empty = (title, hint, steps)
        if not len(self.list.vector):
            self.say_empty(title, hint, steps)

    def chosen_or_none(self) -> R | None:
        """Return the chosen record, also when it has scrolled far out of sight; or None."""
        ids = self._current_id()
        if ids is None:
            return None
        record = super().chosen_or_none()
        is_held = self._held is not None and self.source.key(self._held) == ids
        return self._held if record is None and is_held else record

    def chosen_id(self) -> UUID:
        """Return the key of the chosen row; `Refused("nothing_chosen")` where there is none."""
        key = self._current_id()
        if key is None:
            raise Refused("nothing_chosen")
        return key

    def chosen_ids(self) -> list[UUID]:
        """Return the keys of the chosen rows, in order."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.list.vector.at(row) for row in rows]

    def hold(self, record: R) -> None:
        """Take the chosen record as it is now, in sight or not."""
        self._held = record

    async def choose(self, key: UUID) -> bool:
        """Choose the row with that key, if the list has it, and bring it into sight."""
        row = (await self.list.vector.rows_of([key])).get(key)
        if row is not None:
            self._choose_row(row)
            self.scrollTo(self.first_of(row))
        return row is not None

    def press(self, event: QKeyEvent) -> None:
        """Do what a key does: a digit types into the row, where one may."""
        if not self.editing.take(event):
            super().press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: type into the cell where one may, else open the record."""
        if not self.editing.open_at(event.position().toPoint()):
            super().mouseDoubleClickEvent(event)

    def stop(self) -> None:
        """Fetch nothing more: the page goes."""
        self._asked += 1
        self.feed.stop()
        self.editing.close()

    def ticked_count(self) -> int:
        """Return how many rows are ticked: see `TickTable`."""
        return 0

    def _asking(self, wanted: Any) -> None:
        """Hear that a list is asked for, perhaps another one."""

    def _swapped(self, moved: Mapping[UUID, int]) -> None:
        """Hear where the keys that are held stand now; those not named are gone."""

    def _held_keys(self) -> set[UUID]:
        """Return the keys that are to be found again in a list that takes this one's place."""
        return self.list.persistent_keys()

    def _begin(self, first: list[R]) -> None:
        vector = KeyVector.of(map(self.source.key, first))
        rows = {key: row for row, key in enumerate(vector.between(0, len(vector)))}
        self.feed.stop()
        self.editing.close()
        self.list.swap(vector, {0: list(first)} if first else {}, rows)
        self.verticalScrollBar().setValue(0)
        self.say_empty(*(NOTHING if first else self._empty))
        self.viewport().update()

    async def _complete(self, vector: KeyVector, kept: list[UUID], mine: int) -> None:
        rows = await vector.rows_of({*kept, *self._held_keys()})
        if vector.begins_with(self.list.vector):
            pages = {0: [self.list.record(row) for row in range(min(PAGE, len(vector)))]}
        else:
            pages = await self.feed.fetch(vector, self.rows_in_sight())
        chosen = await self._find_late(vector, set(rows), rows, pages, kept)
        if mine != self._asked:
            return
        self.list.swap(vector, pages, rows)
        self._held = chosen
        self._swapped(rows)
        if kept and not self.selectionModel().hasSelection() and kept[0] in rows:
            self._choose_row(rows[kept[0]])
        self._tell()

    async def _fetched(self, row: int) -> R | None:
        return next(iter(await self.source.records([self.list.vector.at(row)])), None)

    async def _find_late(
        self,
        vector: KeyVector,
        sought: set[UUID],
        moved: dict[UUID, int],
        pages: Mapping[int, list[R | None]],
        kept: Sequence[UUID] = (),
    ) -> R | None:
        """Find also what a person has gone to while the list was on its way.

        Returns the chosen record, or else the kept one, as it is now: `pages` need not hold it.
        """
        known = {self.source.key(one): one for page in pages.values() for one in page if one}
        asked: set[UUID] = set()
        while True:
            if late := self.list.persistent_keys() - sought:
                sought |= late
                moved |= await vector.rows_of(late)
                continue
            chosen = self._current_id() or next(iter(kept), None)
            if chosen is None or chosen not in moved or chosen in known.keys() | asked:
                return known.get(chosen) if chosen else None
            asked.add(chosen)
            known |= {self.source.key(one): one for one in await self.source.records([chosen])}

    def _draw(self, painter: QPainter, row: int, top: int, height: int, slots: list[Slot]) -> None:
        super()._draw(painter, row, top, height, slots)
        if row in {self.hovered, self.currentIndex().row()}:
            self.editing.mark(painter, row, top, height, slots)

    def _tell(self) -> None:
        self.editing.place()
        self.say_empty(*(NOTHING if len(self.list.vector) else self._empty))
        self.counted.emit(len(self.list.vector))
        self.viewport().update()
        self.chosen_changed.emit()

    def _anchor(self) -> int:
        """Return the row that must not move: typed into, under the mouse, current, or the top."""
        sight = self.rows_in_sight()
        for row in (self.editing.row, self.hovered, self.currentIndex().row()):
            if row in sight:
                return row
        return sight.start if sight and self.verticalScrollBar().value() else -1

    def _current_id(self) -> UUID | None:
        row = self.currentIndex().row()
        has = self.selectionModel().hasSelection() and 0 <= row < len(self.list.vector)
        return self.list.vector.at(row) if has else None

    def _choose_row(self, row: int) -> None:
        """Choose a row where it stands: unlike selectRow this does not scroll."""
        index = self.first_of(row)
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(index, CHOOSE)
        self.setAutoScroll(True)

    def _arrived(self) -> None:
        self.viewport().update()
        if self._current_id() is not None and super().chosen_or_none() is not self._held:
            self._note_chosen()
            self.chosen_changed.emit()

    def _note_chosen(self) -> None:
        self._held = super().chosen_or_none() or self._held

    def _resort(self, sort: Sort) -> None:
        self.sort_by(sort)
        self.sort_changed.emit(sort)
