"""Keep the lines of a large file in little room: column by column, each text once."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
MOST_KNOWN = 20_000
"""Different texts that are remembered, so that they are kept once; then it begins anew."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A record: the line of the file that it begins on, and a cell for each column."""

    row: int
    cells: tuple[str, ...]


class Remembered(Generic[T]):
    """Computes a value once for each text, as long as there are not too many different ones."""

    def __init__(self, compute: Callable[[str], T]) -> None:
        self._compute = compute
        self._known: dict[str, T] = {}

    def __call__(self, text: str) -> T:
        """Return the value of a text."""
        if text in self._known:
            return self._known[text]
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        value = self._known[text] = self._compute(text)
        return value


class KeptLines:
    """The records below the headings, in the order of the file."""

    def __init__(self, width: int) -> None:
        """`width` is how many cells each of them has."""
        self._rows = array("L")
        self._columns: list[list[str]] = [[] for _ in range(width)]
        self._once: list[dict[str, str]] = [{} for _ in range(width)]

    def add(self, line: FileRow) -> None:
        """Add a record, which has as many cells as there are columns."""
        self._rows.append(line.row)
        if len(self._rows) % MOST_KNOWN == 0:
            self._once = [{} if len(once) > MOST_KNOWN else once for once in self._once]
        for column, once, cell in zip(self._columns, self._once, line.cells, strict=True):
            column.append(once.setdefault(cell, cell))

    def end(self) -> None:
        """Forget what is only wanted while records are added."""
        self._once = []

    def column(self, at: int) -> Sequence[str]:
        """Return all cells of a column, from the top down."""
        return self._columns[at]

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, at: int) -> FileRow:
        return FileRow(self._rows[at], tuple(column[at] for column in self._columns))

    def __iter__(self) -> Iterator[FileRow]:
        return map(FileRow, self._rows, zip(*self._columns, strict=True))
