"""Exporting a list: all of it, as it is shown; called off or failed, nothing is left of it."""

import asyncio
import csv
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.values.money import Money
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.dialogs.progress import ProgressDialog, with_progress
from storedesk.ui.kit.lists import exporting
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Sort
from storedesk.ui.kit.lists.exporting import ListExport
from storedesk.ui.kit.lists.table import LongTable
from tests.ui.kit.lists.test_table import Things

NOON = datetime(2026, 11, 25, 17, 0)  # noqa: DTZ001 - as the store keeps it, UTC
US = Format("en_US", "America/New_York")
COLUMNS = (
    Column("", lambda _: "", CellStyle.TICK, 40),
    Column(
        "Name", lambda thing: Cell(thing.name, "second line"), CellStyle.STRONG, 200, 1, "name",
        beside=[("Code", lambda thing: f"{thing.id.int:07}")],
    ),
    Column(
        "Price", lambda thing: f"${thing.id.int}.00", CellStyle.MONEY, 80,
        plain=lambda thing: Money(Decimal(thing.id.int), "USD"),
    ),
    Column("When", lambda _: "25 Nov, 12:00", CellStyle.MUTED, 80, plain=lambda _: NOON),
)  # fmt: skip


@pytest.fixture
def make(qtbot):
    kept = []  # a window that goes while the loop runs would end the program

    def make(numbers):
        source = Things(numbers)
        window = QWidget()
        table = LongTable(
            COLUMNS, source, name="Things", sort=Sort("name"), empty=("Nothing", "Add one.")
        )
        table.setParent(window)
        qtbot.addWidget(window)
        kept.append(window)
        window.resize(600, 442)
        window.show()
        return ListExport(window, table, US, title="Things"), table, source

    return make


def silent(*_):
    """Report to nobody."""


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


async def test_the_whole_list_is_exported_in_its_order_with_values(make, tmp_path):
    export, table, _ = make(range(1, 1001))
    await table.ask()
    table.sort_by(Sort("name", descending=True))
    assert await export.write(tmp_path / "list.csv", silent) == 1000
    rows = read(tmp_path / "list.csv")
    assert rows[0] == ["Name", "Code", "Price (USD)", "When"]
    assert rows[1] == ["thing 1000", "0001000", "1000", "2026-11-25 12:00:00"]
    assert [row[1] for row in rows[1:]] == [f"{n:07}" for n in range(1000, 0, -1)]


async def test_a_workbook_has_the_same_with_types(make, tmp_path):
    export, table, _ = make(range(1, 251))
    await table.ask()
    await export.write(tmp_path / "list.xlsx", silent)
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").active
    assert sheet.title == "Things"
    assert sheet.max_row == 251
    row = sheet[2]
    assert [cell.value for cell in row] == ["thing 1", "0000001", 1, datetime(2026, 11, 25, 12)]  # noqa: DTZ001
    assert [cell.data_type for cell in row] == ["s", "s", "n", "d"]


async def test_an_empty_list_is_headings(make, tmp_path):
    export, table, _ = make([])
    await table.ask()
    for name in ("list.csv", "list.xlsx"):
        assert await export.write(tmp_path / name, silent) == 0
    assert read(tmp_path / "list.csv") == [["Name", "Code", "Price", "When"]]
    assert openpyxl.load_workbook(tmp_path / "list.xlsx").active.max_row == 1


async def test_what_went_meanwhile_is_left_out(make, tmp_path):
    export, table, source = make(range(1, 400))
    await table.ask()
    keys = source.keys

    async def keys_of_before(*wanted):
        found = await keys(*wanted)
        source.numbers.remove(7)
        return found

    source.keys = keys_of_before
    assert await export.write(tmp_path / "list.csv", silent) == 398


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
async def test_called_off_halfway_nothing_is_left_and_what_was_there_stays(make, tmp_path, name):
    export, table, _ = make(range(1, 5001))
    await table.ask()
    path = tmp_path / name
    path.write_bytes(b"what was there")

    def call_off(done, _of):
        if done > 1000:
            task.cancel()

    task = asyncio.ensure_future(export.write(path, call_off))
    await asyncio.wait({task})
    assert task.cancelled()
    assert path.read_bytes() == b"what was there"
    assert [one.name for one in tmp_path.iterdir()] == [name]


async def test_when_the_database_goes_away_nothing_is_left(make, tmp_path):
    export, table, source = make(range(1, 5001))
    await table.ask()

    def lose(done, _of):
        if done > 1000:
            source.refusal = Unavailable("unavailable")

    with pytest.raises(Unavailable):
        await export.write(tmp_path / "list.csv", lose)
    assert list(tmp_path.iterdir()) == []


async def test_a_folder_that_is_not_there_is_said(make, tmp_path):
    export, table, _ = make([1])
    await table.ask()
    with pytest.raises(Refused, match=r"list.csv cannot be written: No such file"):
        await export.write(tmp_path / "missing" / "list.csv", silent)


async def test_more_rows_than_a_workbook_holds_are_refused_before_anything_is_written(
    make, tmp_path, monkeypatch
):
    export, table, _ = make(range(1, 101))
    await table.ask()
    monkeypatch.setattr(exporting, "SHEET_ROWS", 100)
    with pytest.raises(Refused) as refusal:
        await export.write(tmp_path / "list.xlsx", silent)
    assert str(refusal.value) == (
        "A workbook holds 99 rows, and this list is longer. Export it as CSV."
    )
    assert list(tmp_path.iterdir()) == []
    assert await export.write(tmp_path / "list.csv", silent) == 100


async def dialog_of(kind):
    while not (found := [w for w in QApplication.allWidgets() if isinstance(w, kind)]):
        await asyncio.sleep(0.01)
    return found[-1]


async def test_a_file_is_asked_for_and_gets_the_ending_of_its_kind(make, tmp_path):
    export, table, _ = make(range(1, 11))
    await table.ask()
    task = asyncio.ensure_future(export.ask())
    dialog = await dialog_of(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(".xlsx")
    dialog.selectNameFilter(dialog.nameFilters()[1])
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "csv"
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "things"))
    dialog.accept()
    done = await task
    assert (done.path.name, done.rows) == ("things.csv", 10)
    assert len(read(tmp_path / "things.csv")) == 11
    assert export.summary(done) == "10 rows are in things.csv."


async def test_thinking_better_of_it_writes_nothing(make):
    export, table, _ = make(range(1, 11))
    await table.ask()
    task = asyncio.ensure_future(export.ask())
    (await dialog_of(QFileDialog)).reject()
    assert await task is None


async def test_long_work_shows_how_far_it_is_and_esc_calls_it_off(qtbot, monkeypatch):
    monkeypatch.setattr("storedesk.ui.kit.dialogs.progress.PATIENCE", 0.01)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    cleaned = []

    async def work(report):
        try:
            for done in range(1_000_000):
                report(done, 1_000_000)
                await asyncio.sleep(0.001)
        finally:
            await asyncio.sleep(0.01)
            cleaned.append(True)

    task = asyncio.ensure_future(with_progress(window, "Export: Things", US, work))
    progress = await dialog_of(ProgressDialog)
    while not progress.far.text().endswith(" of 1,000,000 rows"):
        await asyncio.sleep(0.01)
    QTest.keyClick(progress, Qt.Key.Key_Escape)
    assert await task is False
    assert cleaned == [True]


async def test_short_work_shows_nothing_and_what_it_raises_is_raised(qtbot):
    window = QWidget()
    qtbot.addWidget(window)

    async def work(report):
        report(1, 1)
        raise Refused("nothing_chosen")

    with pytest.raises(Refused):
        await with_progress(window, "Export", US, work)
    assert not [w for w in QApplication.allWidgets() if isinstance(w, ProgressDialog)]


async def test_more_chosen_rows_than_fit_the_clipboard_are_refused_not_left_out(make, monkeypatch):
    monkeypatch.setattr(exporting, "MOST", 3)
    export, table, _ = make(range(1, 6))
    await table.ask()
    table.setSelectionMode(LongTable.SelectionMode.ExtendedSelection)
    table.selectAll()
    with pytest.raises(Refused) as refused:
        await export.copied()
    assert refused.value.code == "too_many"
    assert "3" in refused.value.sentence(str)


@pytest.mark.parametrize("kind", ["copy", "file"])
async def test_all_rows_have_the_columns_that_the_first_one_has(make, tmp_path, monkeypatch, kind):
    export, table, source = make(range(1, 451))
    await table.ask()
    table.setSelectionMode(LongTable.SelectionMode.ExtendedSelection)
    table.selectAll()
    read_them, moved = source.records, []

    async def records(ids):
        if not moved:
            moved.append(table.header().moveSection(3, 1))
        return await read_them(ids)

    monkeypatch.setattr(source, "records", records)
    if kind == "copy":
        await export.copied()
        rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    else:
        await export.write(tmp_path / "list.csv", silent)
        rows = read(tmp_path / "list.csv")
    assert rows[0] == ["Name", "Code", "Price (USD)", "When"]
    assert {row[3] for row in rows[1:]} == {"2026-11-25 12:00:00"}
