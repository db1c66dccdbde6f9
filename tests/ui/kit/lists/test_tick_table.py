import asyncio
from uuid import UUID

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.lists.columns import CellStyle, Column, Sort
from storedesk.ui.kit.lists.selection import MOST
from storedesk.ui.kit.lists.tick_table import TickTable

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


class Numbers:
    """A source of numbers."""

    def __init__(self, numbers):
        self.numbers = list(numbers)

    async def keys(self, sort, _wanted):
        return b"".join(UUID(int=one).bytes for one in self.in_order(sort))

    async def first_page(self, sort, _wanted):
        return [UUID(int=one) for one in self.in_order(sort)[:100]]

    async def records(self, ids):
        await asyncio.sleep(0)
        return ids

    def key(self, record):
        return record

    def in_order(self, sort):
        return self.numbers[::-1] if sort.descending else self.numbers


@pytest.fixture
def make(qtbot):
    def make(numbers):
        source = Numbers(numbers)
        columns = [Column("Number", lambda one: str(one.int), CellStyle.STRONG, 200, 1, "number")]
        table = TickTable(
            columns, source, name="Numbers", sort=Sort("number"), empty=("Nothing", "")
        )
        qtbot.addWidget(table)
        table.resize(400, 442)
        table.show()
        return table, source

    return make


def ticked(table):
    return [key.int for key in table.ticks.of(table.list.vector, most=100)]


def click_box(table, row, modifier=Qt.KeyboardModifier.NoModifier):
    at = QPoint(20, table.rowViewportPosition(row) + 5)
    QTest.mouseClick(table.viewport(), LEFT, modifier, at)


async def test_space_ticks_the_row_under_the_keyboard_and_again_unticks_it(make):
    table, _ = make(range(1, 50))
    await table.ask()
    table.selectRow(2)
    for expected in ([3], []):
        QTest.keyClick(table, Qt.Key.Key_Space)
        assert ticked(table) == expected
    assert table.meant(most=10) == [UUID(int=3)]


async def test_rows_chosen_together_are_ticked_together(make):
    table, _ = make(range(1, 50))
    await table.ask()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Space)
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert ticked(table) == [1, 2, 3, 4]
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert ticked(table) == []


async def test_a_click_into_a_box_ticks_that_row_and_with_shift_all_between(make):
    table, _ = make(range(1, 50))
    await table.ask()
    click_box(table, 1)
    click_box(table, 5, SHIFT)
    assert ticked(table) == [2, 3, 4, 5, 6]
    click_box(table, 3)
    assert ticked(table) == [2, 3, 5, 6]
    assert table.chosen_id() == UUID(int=4)


async def test_the_box_of_the_header_ticks_all_or_none(make):
    table, _ = make(range(1, 50))
    await table.ask()
    for expected in (49, 0):
        QTest.mouseClick(table.horizontalHeader().viewport(), LEFT, pos=QPoint(20, 20))
        assert table.ticked_count() == expected


async def test_all_that_match_are_ticked_without_choosing_them_one_by_one(make):
    table, _ = make(range(1, 30_001))
    await table.ask()
    QTest.keyClick(table, Qt.Key.Key_A, CTRL)
    assert table.ticked_count() == 30_000
    assert table.chosen_ids() == []
    table.selectRow(4)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.ticked_count() == 29_999
    assert not table.ticks.holds(UUID(int=5))
    with pytest.raises(Refused, match="Choose at most 1000 at once"):
        table.meant(most=1000)
    assert len(table.meant(most=30_000)) == 29_999
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert table.ticked_count() == 0


async def test_a_screen_reader_hears_which_rows_are_ticked(make):
    table, _ = make(range(1, 50))
    await table.ask()
    table.tick([UUID(int=2)])
    heard = [table.list.data(table.list.index(row, 0)) for row in range(3)]
    assert heard == ["", "Ticked", ""]


async def test_ticks_last_through_sorting_and_news_but_not_for_rows_that_are_gone(make):
    table, source = make(range(1, 50))
    await table.ask()
    table.tick([UUID(int=n) for n in (4, 40, 45)])
    table.header()._ask(1)
    await table.ask(table.wanted)
    assert ticked(table) == [45, 40, 4]
    source.numbers.remove(40)
    await table.refresh()
    assert ticked(table) == [45, 4]
    assert table.ticked_count() == 2


async def test_another_list_begins_unticked(make):
    table, _ = make(range(1, 50))
    await table.ask("these")
    QTest.keyClick(table, Qt.Key.Key_A, CTRL)
    await table.ask("those")
    assert table.ticked_count() == 0


async def test_a_range_never_grows_so_large_that_qt_would_freeze(make):
    table, _ = make(range(1, 30_001))
    await table.ask()
    everything = QItemSelection(table.list.index(0, 0), table.list.index(29_999, 1))
    table.selectionModel().select(everything, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert len(table.chosen_ids()) == MOST
    table.stop()


async def test_a_box_is_told_as_ticked_or_not(make):
    table, _ = make(range(1, 4))
    await table.ask()
    table.tick([UUID(int=2)])
    interface = QAccessible.queryAccessibleInterface(table)
    cells = [interface.child(at) for at in range(interface.childCount())]
    name = QAccessible.Text.Name
    boxes = [cell for cell in cells if cell.state().checkable]
    assert [box.text(name) for box in boxes] == ["Not ticked", "Ticked", "Not ticked"]
    assert [bool(box.state().checked) for box in boxes] == [False, True, False]


@pytest.mark.parametrize("held", [CTRL, SHIFT])
async def test_a_row_that_a_chord_chooses_is_chosen_whatever_is_held_down(make, held):
    """Qt would take the Ctrl of Ctrl+T for one of a click, which takes a row out of the choice."""
    table, _ = make(range(1, 9))
    await table.ask()
    table.selectRow(2)
    for choose in (table.selectRow, lambda row: table.setCurrentIndex(table.model().index(row, 1))):
        for row in (2, 2, 5):
            table.press = lambda _, row=row, choose=choose: choose(row)
            QTest.keyClick(table, Qt.Key.Key_T, held)
            assert [key.int for key in table.chosen_ids()] == [row + 1]
