"""Declare what a list shows: its columns, and what a cell is made of."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtGui import QPixmap

from storedesk.documents.tables import Value
from storedesk.ui.kit.looks.tokens import Tone

R = TypeVar("R")


class Scale(StrEnum):
    """How large the words of a list are."""

    LIST = "list"
    TILL = "till"
    """Readable from a step away: 16 px, and a bar on the chosen row. Rows of 56 px."""


class CellStyle(StrEnum):
    """How a cell is drawn."""

    TEXT = "text"
    STRONG = "strong"
    """What the row is about: its number, its name."""
    MUTED = "muted"
    NUMBER = "number"
    """A count: to the right, tabular."""
    MONEY = "money"
    """An amount: to the right, tabular, demibold."""
    CHIP = "chip"
    """A status: give a Cell with its tone."""
    TICK = "tick"
    """A box, ticked where there are words (for those who do not see it): see `LongTable`."""

    @property
    def right(self) -> bool:
        """Tell whether it stands at the right."""
        return self in {CellStyle.NUMBER, CellStyle.MONEY}


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, where a word alone is not enough."""

    text: str
    second: str = ""
    """A muted line below."""
    tone: Tone | None = None
    """The tone of a chip, or the ink of the words."""
    picture: QPixmap | None = None
    """A thumbnail before the words."""
    style: CellStyle | None = None
    """Another than its column's, such as MUTED for a quantity of one."""
    is_usual: bool = False
    """Whether a chip would say what nearly every row says: then its word stands there, muted."""
    note: str = ""
    """A remark on the second line: an icon and words in `note_tone`."""
    note_tone: Tone = Tone.WARN
    note_icon: str = "triangle-alert"


Shown: TypeAlias = str | Cell


@dataclass(frozen=True)
class Edit(Generic[R]):
    """How a cell is typed over in the list: see `kit/editing.py`."""

    name: str
    """Its fixed name, such as "price": by it a page's key opens the line."""
    text: Callable[[R], str]
    """What stands in the line at first, as a person would type it."""
    save: Callable[[R, str], Awaitable[None]]
    """Saves what was typed over that record and reloads; raises StoreError, said at the cell."""
    of: Callable[[R], str]
    """Whose cell it is, for a screen reader: the product's name."""
    may: Callable[[R], bool] = lambda _: True
    """Whether this record's cell may be typed over."""


@dataclass(frozen=True)  # no slots: Column[Order](...) fails with both on Python 3.11
class Column(Generic[R]):
    """A heading (translated), how to read that cell from a record, and how it is drawn."""

    heading: str
    value: Callable[[R], Shown]
    style: CellStyle = CellStyle.TEXT
    width: int = 120
    """The least width in pixels; give what the longest usual text needs, in German too.
    A column that does not grow becomes as wide as what stands in it."""
    grow: int = 0
    """Its share of the room that is left over."""
    sort: str = ""
    """The name by which the source sorts; nothing where it cannot."""
    edit: Edit[R] | None = None
    """How it is typed over, where one may."""
    plain: Callable[[R], Value] | None = None
    """What it says as a value, for an export: money, a count, an instant (UTC, no zone). Else the
    first words of the cell."""
    beside: Sequence[tuple[str, Callable[[R], Value]]] = ()
    """What an export has in columns of its own after this one, such as a cell's second line: a
    heading (translated) and its value."""

    spare: int = 0
    """How soon it is not shown where there is no room for all: the highest first, 0 never."""

    @property
    def key(self) -> str:
        """Return the fixed name by which its place and width are kept; "" where it has none."""
        return self.sort or (self.edit.name if self.edit else "")


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of a list, by the name that its source knows."""

    by: str
    descending: bool = False
