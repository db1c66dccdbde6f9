"""Show a list of given records: the lines of a sale, a ledger, addresses."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from storedesk.ui.kit.lists.columns import Column, Scale
from storedesk.ui.kit.lists.empty import NOTHING, Said
from storedesk.ui.kit.lists.grid import ROW, Grid
from storedesk.ui.kit.lists.model import RecordModel

R = TypeVar("R")


class RecordTable(Grid[R]):
    """A list of given records in which one may be chosen, and stays chosen through a refresh."""

    def __init__(  # noqa: PLR0913 - the whole manner of a list
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], object],
        *,
        name: str,
        empty: Said = NOTHING,
        row_height: int = ROW,
        scale: Scale = Scale.LIST,
    ) -> None:
        """`empty` is the title and hint that stand there while there are no records."""
        self.records = RecordModel(columns, key)
        super().__init__(self.records, name=name, row_height=row_height, scale=scale)
        self._empty = empty

    def show_records(self, records: Sequence[R]) -> None:
        """Show `records`, keeping the chosen one chosen if it is still among them."""
        self.records.replace(records)
        self.say_empty(*(NOTHING if records else self._empty))
        self.viewport().update()

    def choose(self, key: object) -> None:
        """Choose the record with that key, and scroll to it; nothing if it is not there."""
        row = self.records.row_of(key)
        if row is not None:
            self.selectRow(row)
