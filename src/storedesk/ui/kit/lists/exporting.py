"""Export a whole list as it is shown, in its order, as CSV or as a workbook.

The list is streamed: a page is read, its cells are taken as values, and a thread writes them. The
file has its name only when it is whole; called off halfway, nothing is left of it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, Generic, TypeAlias, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk.documents.tables import SHEET_ROWS, CsvSheet, Row, SheetFile, Value, with_currency
from storedesk.domain.file_names import file_name
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.dialogs.dialog import choose_file
from storedesk.ui.kit.dialogs.progress import Report, with_progress
from storedesk.ui.kit.lists.columns import Column, Shown
from storedesk.ui.kit.lists.copying import MOST, copy_table
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.lists.tick_table import TickTable
from storedesk.ui.kit.lists.vector import KeyVector
from storedesk.whole_file import WholeFile

R = TypeVar("R")
T = TypeVar("T")
Begin: TypeAlias = Callable[[BinaryIO, str, Sequence[T]], SheetFile[T]]
CHUNK = 200
"""Records read at once: more of them would be felt in the window."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    path: Path
    rows: int


class FileWriting(Generic[T]):
    """Writes one file on a thread of its own, step by step."""

    def __init__(self, path: Path, begin: Begin[T]) -> None:
        """`begin` is given the file, a folder for what is not written out yet, the first batch."""
        self._path, self._begin = path, begin
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="export")
        self._whole: WholeFile | None = None
        self._sheet: SheetFile[T] | None = None
        self._folder = TemporaryDirectory(prefix="storedesk-", ignore_cleanup_errors=True)

    async def write(self, batch: Sequence[T]) -> None:
        """Write further rows; the first ones tell the currency and how wide the columns are."""
        await self._run(lambda: self._write(batch))

    async def end(self) -> None:
        """Make the file whole, and give it its name."""
        await self._run(self._end)

    async def drop(self) -> None:
        """Leave nothing behind, unless it was ended; whatever is being written ends first."""
        await asyncio.shield(self._run(self._drop))
        self._thread.shutdown(wait=False)

    def _run(self, step: Callable[[], object]) -> "asyncio.Future[object]":
        return asyncio.get_running_loop().run_in_executor(self._thread, step)

    def _write(self, batch: Sequence[T]) -> SheetFile[T]:
        if self._whole is None:
            self._whole = WholeFile(self._path)
        try:
            if self._sheet is None:
                self._sheet = self._begin(self._whole.file, self._folder.name, batch)
            self._sheet.write(batch)
        except OSError as error:
            raise self._whole.refusal(error) from error
        return self._sheet

    def _end(self) -> None:
        sheet = self._write([])
        assert self._whole is not None  # noqa: S101 - made by the line above
        try:
            sheet.end()
        except OSError as error:
            raise self._whole.refusal(error) from error
        self._whole.keep()

    def _drop(self) -> None:
        if self._sheet is not None:
            self._sheet.drop()
        if self._whole is not None:
            self._whole.drop()
        self._folder.cleanup()


async def stream(
    keys: KeyVector,
    read: Callable[[list[UUID]], Awaitable[Sequence[T]]],
    writing: FileWriting[T],
    report: Report,
) -> int:
    """Read a list page by page into a file; return how many rows it has. Half a file is dropped."""
    written = 0
    try:
        for start in range(0, len(keys), CHUNK):
            ids = keys.between(start, start + CHUNK)
            batch = await read(ids)
            await writing.write(batch)
            written += len(batch)
            report(start + len(ids), len(keys))
        await writing.end()
    finally:
        await writing.drop()
    return written


class ListExport(Generic[R]):
    """Exports one list, asking where to."""

    def __init__(self, parent: QWidget, table: LongTable[R], form: Format, *, title: str) -> None:
        """`title` names the file and the sheet (translated)."""
        painted = [one.heading for one in table.columns if one.style.right and one.plain is None]
        assert not painted, f"a number is exported as one: give `plain` to {painted}"  # noqa: S101
        self._parent, self._table, self.form, self._title = parent, table, form, title

    async def ask(self) -> Exported | None:
        """Ask for a file and write the list into it; None when it was canceled.

        Raises StoreError: list_too_long (a workbook), file_not_written, and what reading raises.
        """
        words = tr("Export: {list}").format(list=self._title)
        today = self.form.today(datetime.now(UTC))
        path = await choose_file(
            self._parent, words, mode="save", name=file_name(f"{self._title} {today}"),
            filters=(
                tr("Workbook (*.xlsx)"),
                tr("Text separated by commas (*.csv)"),
            ),
        )  # fmt: skip
        if path is None:
            return None
        rows = 0

        async def work(report: Report) -> None:
            nonlocal rows
            rows = await self.write(path, report)

        done = await with_progress(self._parent, words, self.form, work, text=path.name)
        return Exported(path, rows) if done else None

    def summary(self, done: Exported) -> str:
        """Return a message of what was written."""
        words = plural("{n} row is in {file}.", "{n} rows are in {file}.", done.rows)
        return words.format(n=self.form.count(done.rows), file=done.path.name)

    async def copied(self) -> int:
        """Copy the ticked rows, or else the chosen ones, as a table; return how many they are.

        Refused: too_many for a clipboard.
        """
        table, shown = self._table, self._table.chosen_columns()
        ids = table.chosen_ids()
        if isinstance(table, TickTable) and table.ticked_count():
            ids = table.meant(most=MOST)
        if len(ids) > MOST:
            raise Refused("too_many", most=self.form.count(MOST))
        rows: list[Row] = []
        for start in range(0, len(ids), CHUNK):
            rows += await self._rows(shown, ids[start : start + CHUNK])
        copy_table(with_currency(headings(shown), rows), rows)
        return len(rows)

    async def write(self, path: Path, report: Report) -> int:
        """Write what the list shows now into `path`, and return how many rows it has."""
        table = self._table
        vector = KeyVector(await table.source.keys(table.sort, table.wanted))
        if is_workbook(path) and len(vector) >= SHEET_ROWS:
            raise Refused("list_too_long", most=self.form.count(SHEET_ROWS - 1))
        shown = table.chosen_columns()
        begin = sheet_for(path, self._title, headings(shown))
        return await stream(vector, partial(self._rows, shown), FileWriting(path, begin), report)

    async def _rows(self, shown: Sequence[Column[R]], ids: list[UUID]) -> list[Row]:
        source = self._table.source
        found = {source.key(one): one for one in await source.records(ids)}
        return [self._row(shown, found[key]) for key in ids if key in found]

    def _row(self, columns: Sequence[Column[R]], record: R) -> list[Value]:
        return [self._local(value) for column in columns for value in plain_values(column, record)]

    def _local(self, value: Value) -> Value:
        return self.form.wall_time(value) if isinstance(value, datetime) else value


def sheet_for(path: Path, title: str, named: Sequence[str]) -> Begin[Row]:
    """Return how a file of rows begins: a workbook or a CSV file, by the ending of its name."""

    def begin(file: BinaryIO, folder: str, first: Sequence[Row]) -> SheetFile[Row]:
        if is_workbook(path):
            from storedesk.documents.workbooks import XlsxSheet  # noqa: PLC0415 - rarely needed

            return XlsxSheet(file, named, title=title, folder=folder, first=first)
        return CsvSheet(file, with_currency(named, first))

    return begin


def headings(columns: Sequence[Column[Any]]) -> list[str]:
    """Return the headings of an export."""
    return [
        words
        for column in columns
        for words in (column.heading, *(heading for heading, _ in column.beside))
    ]


def plain_values(column: Column[R], record: R) -> list[Value]:
    """Return what a column says of a record, as values rather than as they are painted."""
    first = column.plain(record) if column.plain else _words(column.value(record))
    return [first, *(value(record) for _, value in column.beside)]


def is_workbook(path: Path) -> bool:
    """Tell whether a file is to be a workbook, by its ending."""
    return path.suffix.lower() == ".xlsx"


def _words(shown: Shown) -> str:
    return shown if isinstance(shown, str) else shown.text
