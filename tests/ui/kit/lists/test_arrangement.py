"""A person chooses, moves and sizes the columns of a list, and finds them so again."""

import json
from dataclasses import dataclass
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from storedesk.ui.kit.lists.arrangement import LEAST, Arrangement
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Sort
from storedesk.ui.kit.lists.habits import Density, Habits, Layout
from storedesk.ui.kit.lists.row_painter import PaintedRow, draw_row
from storedesk.ui.kit.lists.tick_table import TickTable


@dataclass(frozen=True)
class Line:
    id: UUID
    name: str
    price: str


class Nothing:
    """A source without records."""

    def key(self, record):
        return record.id

    async def first_page(self, _sort, _wanted):
        return []

    async def keys(self, _sort, _wanted):
        return b""

    async def records(self, _ids):
        return []


@pytest.fixture
def made(qtbot, tmp_path):
    """Make the list of a person of this computer."""

    def made(person="ann", file=tmp_path / "window.ini"):
        columns = (
            Column[Line]("Name", lambda one: one.name, CellStyle.STRONG, 160, grow=1, sort="name"),
            Column[Line]("Price", lambda one: one.price, CellStyle.MONEY, 90, sort="price"),
            Column[Line]("Code", lambda one: "", width=100),
        )
        table = TickTable(columns, Nothing(), name="Lines", sort=Sort("name"))
        table.habits = Habits(file, person)
        table.arrangement = Arrangement(table, "lines", table.habits)
        qtbot.addWidget(table)
        table.resize(700, 300)
        table.show()
        return table

    return made


def shown(table):
    return [one.heading for one in table.chosen_columns()]


def width(table, heading):
    at = [one.heading for one in table.columns].index(heading)
    return table.header().sectionSize(at)


def menu_of(table):
    (menu,) = table.findChildren(QMenu)
    return {one.text(): one for one in menu.actions() if one.text()}, menu


def drag_edge(table, heading, by):
    header = table.header()
    at = [one.heading for one in table.columns].index(heading)
    edge = QPoint(header.sectionViewportPosition(at) + header.sectionSize(at) - 1, 10)
    view = header.viewport()
    QTest.mouseMove(view, edge)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=edge)
    for step in (by // 2, by):
        QTest.mouseMove(view, edge + QPoint(step, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=edge + QPoint(by, 0))


def test_what_a_person_leaves_out_is_left_out_the_next_time_and_for_nobody_else(made):
    table = made()
    table.arrangement.ask()
    entries, menu = menu_of(table)
    assert [entries[one].isChecked() for one in ("Name", "Price", "Code")] == [True] * 3
    entries["Code"].trigger()
    menu.close()
    assert shown(table) == ["Name", "Price"]
    assert shown(made()) == ["Name", "Price"]
    assert shown(made("bob")) == ["Name", "Price", "Code"]


def test_the_last_column_stays(made):
    table = made()
    for section in (1, 2, 3):
        table.arrangement.show(section, is_on=False)
    assert shown(table) == ["Code"]
    table.arrangement.ask()
    entries, menu = menu_of(table)
    assert not entries["Code"].isEnabled()
    menu.close()


def test_a_column_that_is_moved_stays_there_and_the_boxes_stay_first(made):
    table = made()
    table.header().moveSection(3, 1)
    assert shown(table) == ["Code", "Name", "Price"]
    assert shown(made()) == ["Code", "Name", "Price"]
    assert table.header().visualIndex(0) == 0
    assert table.header().isFirstSectionMovable() is False


def test_a_column_keeps_the_width_that_a_person_gives_it(made):
    table = made()
    drag_edge(table, "Price", 60)
    wide = width(table, "Price")
    assert wide == pytest.approx(150, abs=4)
    table.resize(900, 300)
    assert width(table, "Price") == wide
    assert sum(table.columnWidth(at) for at in range(4)) == table.viewport().width()
    again = made()
    assert width(again, "Price") == wide
    drag_edge(again, "Price", -140)
    assert width(again, "Price") == LEAST, "there is always something to take it by"


def test_a_double_click_on_an_edge_gives_the_usual_width_back(made):
    table = made()
    usual = width(table, "Price")
    drag_edge(table, "Price", 60)
    header = table.header()
    edge = QPoint(header.sectionViewportPosition(2) + header.sectionSize(2) - 1, 10)
    QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    assert width(table, "Price") == usual
    table.resize(900, 300)
    assert (width(table, "Price"), width(made(), "Price")) == (usual, usual)


def test_to_drag_an_edge_sorts_nothing(made):
    table, asked = made(), []
    table.sort_changed.connect(asked.append)
    drag_edge(table, "Price", 30)
    assert asked == []
    at = table.header().sectionViewportPosition(2) + 20
    QTest.mouseClick(table.header().viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 10))
    assert asked == [Sort("price")]


def test_the_order_is_kept_and_the_usual_one_comes_back(made):
    table = made()
    table._resort(Sort("price", descending=True))
    table.arrangement.show(3, is_on=False)
    again, asked = made(), []
    assert again.sort == Sort("price", descending=True)
    again.sort_changed.connect(asked.append)
    again.arrangement._usual = Sort("name")
    again.arrangement.ask()
    entries, menu = menu_of(again)
    entries["The usual columns"].trigger()
    menu.close()
    assert (shown(again), asked) == (["Name", "Price", "Code"], [Sort("name")])
    assert (shown(made()), made().sort) == (["Name", "Price", "Code"], Sort("name"))


def test_rows_are_as_high_as_a_person_wants_them_in_all_lists_at_once(made):
    table = made()
    other = made()
    Arrangement(other, "others", table.habits)
    assert table.verticalHeader().defaultSectionSize() == Density.USUAL.value == 36
    table.arrangement.ask()
    entries, menu = menu_of(table)
    entries["Dense rows"].trigger()
    menu.close()
    for one in (table, other, made()):
        assert one.verticalHeader().defaultSectionSize() == 28


def test_a_right_click_on_the_headings_asks_for_the_columns(made):
    table = made()
    view = table.header().viewport()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(view, event)
    entries, menu = menu_of(table)
    assert {"Name", "Usual rows", "The usual columns"} <= set(entries)
    menu.close()


@pytest.mark.parametrize(
    "spoiled",
    [
        "[]", "no json", '{"order": 5}', '{"widths": {"name": "wide"}}', '{"sort": [1]}', "null",
        json.dumps({"hidden": ["name", "price", "#3"], "order": ["gone", "price"]}),
        json.dumps({"widths": {"name": 99_999, "price": -4}, "sort": ["nonsense", True]}),
        '{"widths": {"name": 1e999}}', '{"sort": ["", true]}', '{"order": ["price", "#0"]}',
    ],
)  # fmt: skip
def test_a_file_that_was_spoiled_leaves_a_list_that_can_be_used(made, tmp_path, spoiled):
    file = tmp_path / "spoiled.ini"
    kept = QSettings(str(file), QSettings.Format.IniFormat)
    kept.setValue("ann/lists/lines", spoiled)
    kept.setValue("ann/rows", "HUGE")
    kept.sync()
    table = made(file=file)
    assert shown(table)
    assert all(LEAST <= table.columnWidth(at) <= 700 or at == 0 for at in range(1, 4)
               if not table.header().isSectionHidden(at))  # fmt: skip
    assert table.sort == Sort("name")
    assert table.header().visualIndex(0) == 0
    assert table.habits.density is Density.USUAL


def test_nowhere_is_a_place_too():
    habits = Habits()
    habits.keep("lines", Layout(hidden=frozenset({"price"})))
    assert habits.layout("lines").hidden == {"price"}


@pytest.mark.parametrize("height", [28, 36, 44])
def test_a_row_is_drawn_at_every_height_whatever_order_its_columns_have(made, height):
    table = made()
    table.header().moveSection(3, 1)
    table.arrangement.show(2, is_on=False)
    cells = [
        (CellStyle.TICK, ""), (CellStyle.STRONG, Cell("Mug", second="Natural, 40 cl")),
        (CellStyle.MONEY, "$2.50"), (CellStyle.TEXT, Cell("4711", second="EAN")),
    ]  # fmt: skip
    image = QImage(700, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_row(painter, PaintedRow(0, height), table.slots(), cells)
    painter.end()
    ink = {
        x for x in range(image.width()) for y in range(2, height - 2)
        if image.pixelColor(x, y).lightness() < 128
    }  # fmt: skip
    columns = {one.heading: at for at, one in enumerate(table.columns)}
    header = table.header()
    for heading in ("Name", "Code"):
        left = header.sectionViewportPosition(columns[heading])
        assert ink & set(range(left, left + header.sectionSize(columns[heading])))
    right = max(slot.left + slot.width for slot in table.slots())
    assert image.pixelColor(right - 2, height - 1) != image.pixelColor(right - 2, height - 4)
