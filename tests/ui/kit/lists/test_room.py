"""A list shows the columns that it has room for, and each number, date and heading whole."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from storedesk.ui.kit.lists.arrangement import Arrangement
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.kit.lists.habits import Habits
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.lists.tick_table import TickTable
from tests.ui.kit.lists.test_arrangement import Nothing, Sort, menu_of


def columns():
    return (
        Column[str]("Name", str, CellStyle.STRONG, 160, grow=1, sort="name"),
        Column[str]("Where", lambda _: "Portland", CellStyle.MUTED, 140, 1, "where", spare=2),
        Column[str]("Since", lambda _: "May 3", CellStyle.MUTED, 120, sort="since", spare=1),
        Column[str]("Value", lambda _: "$1.00", CellStyle.MONEY, 90, sort="value"),
    )


@pytest.fixture
def table(qtbot, tmp_path):
    made = TickTable(columns(), Nothing(), name="Lines", sort=Sort("name"))
    made.arrangement = Arrangement(made, "lines", Habits(tmp_path / "window.ini", "ann"))
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    return made


def shown(table):
    header = table.header()
    return [one.heading for at, one in enumerate(table.columns)
            if one.heading and not header.isSectionHidden(at)]  # fmt: skip


def test_the_least_important_columns_go_first_and_come_back(qtbot, table):
    for width, expected in (
        (800, ["Name", "Where", "Since", "Value"]),
        (480, ["Name", "Since", "Value"]),
        (360, ["Name", "Value"]),
        (480, ["Name", "Since", "Value"]),
        (800, ["Name", "Where", "Since", "Value"]),
    ):
        table.resize(width, 300)
        assert shown(table) == expected
        qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert [one.heading for one in table.chosen_columns()] == ["Name", "Where", "Since", "Value"]


def test_what_is_exported_and_copied_does_not_depend_on_the_window(table):
    table.resize(360, 300)
    assert [one.heading for one in table.chosen_columns()] == ["Name", "Where", "Since", "Value"]


def test_the_menu_names_what_has_no_room_and_shows_it_before_others(table, tmp_path):
    table.resize(480, 300)
    table.arrangement.show_menu(QPoint(0, 0))
    entries, menu = menu_of(table)
    assert not entries["Where (no room)"].isChecked()
    entries["Where (no room)"].trigger()
    menu.close()
    assert shown(table) == ["Name", "Where", "Value"]
    again = Habits(tmp_path / "window.ini", "ann").layout("lines")
    assert again.asked_for == ("where",)
    table.resize(800, 300)
    assert shown(table) == ["Name", "Where", "Since", "Value"]


def test_a_column_that_is_left_out_stays_out_where_there_is_room(table):
    table.arrangement.show(3, is_on=False)  # after the boxes, name and where
    table.resize(360, 300)
    table.resize(800, 300)
    assert shown(table) == ["Name", "Where", "Value"]


def test_a_number_has_the_room_that_it_needs(qtbot):
    amounts = ["$1.00", "$12,345,678,901.23"]
    value = Column[str]("Value", str, CellStyle.MONEY, 90)
    name = Column[str]("Name", lambda _: "Enamel mug", CellStyle.STRONG, 120, grow=1)
    made = RecordTable([name, value], key=str, name="Values")
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.show_records(amounts[:1])
    made.grab()
    QApplication.processEvents()
    assert made.columnWidth(1) == 90
    made.show_records(amounts)
    made.grab()
    qtbot.waitUntil(lambda: made.columnWidth(1) > 130)
    assert made.columnWidth(0) + made.columnWidth(1) == made.viewport().width()


def test_a_heading_is_whole(qtbot):
    made = RecordTable(
        [Column[str]("Verkauft in 30 Tagen", str, CellStyle.NUMBER, 40, sort="sold")],
        key=str, name="Sold",
    )  # fmt: skip
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    assert made.columnWidth(0) >= made.header().needed_width(0) > 140
