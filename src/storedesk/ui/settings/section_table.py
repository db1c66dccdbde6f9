"""Make the lists of a section: as high as their rows, so that the section scrolls as a whole."""

from collections.abc import Callable
from typing import Any

from storedesk.ui.kit.lists.columns import Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.sizes import px, target

ROW_HEIGHT, HEAD = 34, 34


def section_table(
    columns: list[Column[Any]], key: Callable[[Any], object], name: str
) -> RecordTable[Any]:
    """Make a list of given records."""
    return RecordTable(columns, key, name=name, row_height=ROW_HEIGHT)


def fit(table: RecordTable[Any], most: int) -> None:
    """Make a list as high as its rows, up to so many; it scrolls beyond."""
    count = min(max(table.model().rowCount(), 1), most)
    table.setFixedHeight(px(HEAD) + count * target(ROW_HEIGHT) + 4)
