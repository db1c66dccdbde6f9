"""Typing straight into a list: by keys, through refusals, and while news comes in."""

import asyncio
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from storedesk.domain.refusals.errors import Conflict, Refused
from storedesk.ui.kit.base.view import Jobs
from storedesk.ui.kit.lists.arrangement import Arrangement
from storedesk.ui.kit.lists.columns import CellStyle, Column, Edit, Sort
from storedesk.ui.kit.lists.habits import Density, Habits
from storedesk.ui.kit.lists.table import LongTable
from tests.ui.kit.lists.test_table import Things

FIXED = 3
"""A thing whose count nobody may change."""


class Page:
    """What a page does for its list: runs jobs, saves, and asks the list anew."""

    def __init__(self):
        self.jobs = Jobs(lambda refusal: pytest.fail(f"said on the page: {refusal}"))
        self.saved = []
        self.refusal = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def save(self, thing, typed):
        await self.gate.wait()
        if self.refusal:
            raise self.refusal
        self.saved.append((thing.id.int, typed))


@pytest.fixture
def make(qtbot):
    def make(numbers):
        page, source = Page(), Things(numbers)
        edit = Edit(
            name="count",
            text=lambda thing: str(thing.id.int),
            save=page.save,
            of=lambda thing: thing.name,
            may=lambda thing: thing.id.int != FIXED,
        )
        columns = (
            Column("Name", lambda thing: thing.name, CellStyle.STRONG, 200, 1, "name"),
            Column("Count", lambda thing: str(thing.id.int), CellStyle.NUMBER, 80, edit=edit),
        )
        table = LongTable(
            columns, source, name="Things", sort=Sort("name"), empty=("Nothing", "Add one.")
        )
        table.editing.start = page.jobs.start
        qtbot.addWidget(table)
        table.resize(600, 442)
        table.show()
        return table, source, page

    return make


def press(table, *keys):
    for key in (one for some in keys for one in (some if isinstance(some, str) else [some])):
        QTest.keyClick(table.editing.line if table.editing.row >= 0 else table, key)


ENTER, ESC, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down


async def test_a_digit_begins_enter_saves_and_the_next_row_is_at_hand(make):
    table, _, page = make(range(10, 30))
    await table.ask()
    table.selectRow(0)
    press(table, "77", ENTER)
    await page.jobs.idle()
    assert page.saved == [(10, "77")]
    assert table.editing.row == 1
    assert table.editing.line.text() == "11"
    assert table.editing.line.selectedText() == "11"
    press(table, "5", DOWN)
    await page.jobs.idle()
    press(table, "6", UP)
    await page.jobs.idle()
    assert page.saved == [(10, "77"), (11, "5"), (12, "6")]
    assert table.editing.row == 1


async def test_two_quick_digits_are_both_typed_though_both_were_for_the_list(make):
    table, _, _ = make(range(10, 30))
    await table.ask()
    table.selectRow(0)
    QTest.keyClicks(table, "78")
    assert table.editing.line.text() == "78"


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier]
)
async def test_a_digit_that_is_a_command_begins_nothing(make, held):
    table, _, _ = make(range(10, 30))
    await table.ask()
    table.selectRow(0)
    QTest.keyClick(table, "7", held)
    assert table.editing.row == -1


async def test_what_is_as_it_was_is_not_saved_and_enter_runs_on_to_the_end(make):
    table, _, page = make(range(10, 13))
    await table.ask()
    table.selectRow(0)
    assert table.editing.open_named("count")
    for _ in range(3):
        press(table, ENTER)
        await page.jobs.idle()
    assert page.saved == []
    assert table.editing.row == -1
    assert not table.editing.line.isVisible()
    assert table.window().focusWidget() is table


async def test_a_row_that_may_not_be_typed_into_is_passed_over(make):
    table, _, page = make([2, FIXED, 4])
    await table.ask()
    table.selectRow(1)
    assert not table.editing.open_named("count")
    table.selectRow(0)
    press(table, "9", ENTER)
    await page.jobs.idle()
    assert table.editing.row == 2


async def test_esc_closes_and_saves_nothing(make):
    table, _, page = make(range(10, 30))
    await table.ask()
    table.selectRow(4)
    press(table, "9", ESC)
    await page.jobs.idle()
    assert page.saved == []
    assert table.editing.row == -1


async def test_enter_types_only_where_the_current_cell_is_one_to_type_into(make):
    table, _, _ = make(range(10, 30))
    opened = []
    table.opened.connect(opened.append)
    await table.ask()
    table.selectRow(4)
    press(table, ENTER)
    assert len(opened) == 1
    table.setCurrentIndex(table.list.index(4, 1))
    press(table, ENTER)
    assert len(opened) == 1
    assert table.editing.row == 4


async def test_a_double_click_types_over_that_cell_or_opens_the_record(make):
    table, _, _ = make(range(10, 30))
    opened = []
    table.opened.connect(opened.append)
    await table.ask()
    at = QPoint(table.columnViewportPosition(1) + 10, table.rowViewportPosition(2) + 10)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (table.editing.row, opened) == (2, [])
    table.editing.close()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, at.y()))
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, at.y()))
    assert table.editing.row == -1
    assert len(opened) == 1


async def test_letters_do_nothing_and_ask_no_row(make):
    table, source, _ = make(range(1, 50_001))
    await table.ask()
    table.selectRow(0)
    asked = len(source.asked)
    press(table, "thing 4")
    assert table.editing.row in {-1, 0}
    assert len(source.asked) == asked
    assert table.currentIndex().row() == 0


async def test_a_refusal_is_said_at_the_cell_and_what_was_typed_stays(make):
    table, _, page = make(range(10, 30))
    await table.ask()
    table.selectRow(1)
    page.refusal = Refused("bad_quantity", least=0, most=5)
    press(table, "77", ENTER)
    await page.jobs.idle()
    line = table.editing.line
    assert (table.editing.row, line.text()) == (1, "77")
    assert line.problem.text() == "Give a number from 0 to 5."
    assert line.problem.isVisible()
    assert line.accessibleDescription() == "Give a number from 0 to 5."
    assert line.problem.y() > line.y()
    page.refusal = None
    press(table, Qt.Key.Key_Backspace)
    assert not line.problem.isVisible()
    press(table, ENTER)
    await page.jobs.idle()
    assert page.saved == [(11, "7")]


async def test_in_the_last_row_in_sight_the_words_stand_above(make):
    table, _, page = make(range(10, 20))
    await table.ask()
    table.selectRow(9)
    page.refusal = Refused("bad_quantity", least=0, most=5)
    press(table, "77", ENTER)
    await page.jobs.idle()
    line = table.editing.line
    assert line.problem.geometry().bottom() < line.geometry().top()
    assert table.viewport().rect().contains(line.problem.geometry())


async def test_after_a_conflict_enter_is_meant_against_what_is_there_now(make):
    table, _, page = make([10, 11, 12])
    await table.ask()
    table.selectRow(0)
    meant = []

    async def save(thing, typed):
        meant.append(thing)
        if len(meant) == 1:
            raise Conflict("price_changed", now="8", wanted=typed)

    object.__setattr__(table.columns[1].edit, "save", save)
    before = table.rows.record(0)
    press(table, "9", ENTER)
    await page.jobs.idle()
    assert table.editing.row == 0
    await table.refresh()
    press(table, ENTER)
    await page.jobs.idle()
    assert meant[0] is before
    assert meant[1] is not before
    assert table.editing.row == 1


async def test_news_neither_closes_the_line_nor_moves_it(make):
    table, source, page = make(range(1, 5001))
    await table.ask()
    table.selectRow(1003)
    table.grab()
    await table.feed.idle()
    table.hovered = 1001  # the mouse is elsewhere
    press(table, "77")
    where = table.editing.line.y()
    source.numbers[0:0] = range(9001, 9008)
    await table.refresh()
    assert table.editing.row == 1010
    assert table.editing.line.y() == where
    assert table.editing.line.text() == "77"
    press(table, ENTER)
    await page.jobs.idle()
    assert page.saved == [(1004, "77")]
    assert table.editing.line.text() == "1005"


async def test_where_the_row_goes_away_what_is_typed_is_saved_all_the_same(make):
    table, source, page = make(range(10, 30))
    await table.ask()
    table.selectRow(5)
    press(table, "77")
    where = table.editing.line.y()
    source.numbers.remove(15)
    await table.refresh()
    assert table.editing.line.isVisible()
    assert table.editing.line.y() == where
    press(table, ENTER)
    await page.jobs.idle()
    assert page.saved == [(15, "77")]


async def test_news_that_comes_while_the_next_row_is_opened_loses_it_not(make):
    table, source, page = make(range(10, 300))
    await table.ask()
    table.selectRow(5)
    press(table, "77")
    fetched = source.records

    async def slow(ids):
        source.records = fetched
        press(table, ENTER)
        await page.jobs.idle()
        return await fetched(ids)

    source.records = slow
    source.numbers.insert(0, 9000)
    await table.refresh()
    assert table.editing.row == 7
    assert table.editing.line.text() == "16"
    assert table.list.vector.at(7).int == 16


async def test_keys_typed_while_a_row_is_saved_are_for_the_next_one(make):
    table, _, page = make(range(10, 30))
    await table.ask()
    table.selectRow(0)
    page.gate.clear()
    press(table, "77", ENTER)
    await asyncio.sleep(0)
    press(table, "88", ENTER)
    page.gate.set()
    await page.jobs.idle()
    assert page.saved == [(10, "77"), (11, "88")]
    assert table.editing.row == 2


async def test_a_refused_row_does_not_take_what_was_meant_for_the_next(make):
    table, _, page = make(range(10, 30))
    await table.ask()
    table.selectRow(0)
    page.gate.clear()
    page.refusal = Refused("bad_quantity", least=0, most=5)
    press(table, "77", ENTER)
    await asyncio.sleep(0)
    press(table, "8")
    page.gate.set()
    await page.jobs.idle()
    assert (table.editing.row, table.editing.line.text()) == (0, "77")


async def test_going_elsewhere_saves_and_calls_nobody_back(make):
    table, _, page = make(range(10, 30))
    await table.ask()
    table.selectRow(0)
    table.activateWindow()
    while not table.isActiveWindow():
        await asyncio.sleep(0.01)
    press(table, "77")
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(20, table.rowViewportPosition(6) + 9),
    )
    await page.jobs.idle()
    assert page.saved == [(10, "77")]
    assert table.editing.row == -1
    assert table.currentIndex().row() == 6


async def test_the_next_row_may_be_one_that_is_not_here_yet(make):
    table, _, page = make(range(1, 5001))
    await table.ask()
    table.selectRow(99)
    press(table, "7", ENTER)
    await page.jobs.idle()
    assert page.saved == [(100, "7")]
    assert table.editing.row == 100
    assert table.editing.line.text() == "101"


async def test_the_line_goes_with_the_row_when_the_list_is_scrolled(make):
    table, _, _ = make(range(1, 500))
    await table.ask()
    table.selectRow(6)
    press(table, "7")
    before = table.editing.line.y()
    table.verticalScrollBar().setValue(80)
    assert table.editing.line.y() == before - 80
    assert table.editing.line.text() == "7"


async def test_another_list_closes_the_line(make):
    table, _, _ = make(range(1, 500))
    await table.ask()
    table.selectRow(6)
    press(table, "7")
    await table.ask("other words")
    assert table.editing.row == -1
    assert not table.editing.line.isVisible()


async def test_a_list_without_such_columns_takes_no_key(make):
    table, _, _ = make(range(1, 5))
    table.editing.start = None
    await table.ask()
    table.selectRow(1)
    press(table, "7")
    assert table.editing.row == -1
    assert not table.editing.may(1, 1)
    assert table.list.vector.at(1) == UUID(int=2)


async def test_a_column_that_is_left_out_is_typed_into_only_once_it_is_shown(make):
    table, _, page = make(range(10, 30))
    arrangement = Arrangement(table, "things", Habits())
    await table.ask()
    table.selectRow(0)
    arrangement.show(1, is_on=False)
    press(table, "7")
    assert table.editing.row == -1, "a digit types into nothing that cannot be seen"
    assert table.editing.open_named("count")
    assert not table.isColumnHidden(1)
    assert table.editing.line.width() > 40
    arrangement.show(1, is_on=False)
    assert not table.isColumnHidden(1), "it stays while it is typed into"
    press(table, "7", ENTER)
    await page.jobs.idle()
    assert page.saved == [(10, "7")]


@pytest.mark.parametrize("density", list(Density))
async def test_the_line_stays_on_its_cell_as_rows_get_another_height(make, density):
    table, _, _ = make(range(10, 200))
    habits = Habits()
    Arrangement(table, "things", habits)
    await table.ask()
    table.selectRow(9)
    table.editing.open(9, 1)
    habits.choose_density(density)
    cell = table.visualRect(table.rows.index(9, 1))
    assert cell.height() == density.value
    assert cell.contains(table.editing.line.geometry())
    assert table.viewport().rect().contains(cell)
