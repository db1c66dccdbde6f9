import asyncio
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.ui.kit.lists.arrangement import Arrangement
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Sort
from storedesk.ui.kit.lists.habits import Habits
from storedesk.ui.kit.lists.renewal import renew
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.looks.tokens import Tone

COLUMNS = (
    Column("Name", lambda thing: thing.name, CellStyle.STRONG, 200, 1, "name"),
    Column("Count", lambda thing: str(thing.id.int), CellStyle.NUMBER, 80),
    Column("State", lambda thing: Cell("Active", tone=Tone.OK), CellStyle.CHIP, 120),
)


class Thing:
    def __init__(self, number):
        self.id = UUID(int=number)
        self.name = f"thing {number}"


class Things:
    """A source of numbered things that remembers what it was asked."""

    def __init__(self, numbers):
        self.numbers = list(numbers)
        self.asked = []
        self.sorts = []
        self.refusal = None

    async def keys(self, sort, _wanted):
        await asyncio.sleep(0.001)
        return b"".join(UUID(int=one).bytes for one in self._sorted(sort))

    async def first_page(self, sort, _wanted):
        if self.refusal:
            raise self.refusal
        self.sorts.append(sort)
        return [Thing(one) for one in self._sorted(sort)[:100]]

    async def records(self, ids):
        if self.refusal:
            raise self.refusal
        self.asked.append([one.int for one in ids])
        await asyncio.sleep(0)
        return [Thing(one.int) for one in reversed(ids) if one.int in set(self.numbers)]

    def key(self, record):
        return record.id

    def _sorted(self, sort):
        return self.numbers[::-1] if sort.descending else self.numbers


@pytest.fixture
def make(qtbot):
    def make(numbers, **manner):
        source = Things(numbers)
        table = LongTable(
            COLUMNS,
            source,
            name="Things",
            sort=Sort("name"),
            empty=("Nothing", "Add one."),
            **manner,
        )
        qtbot.addWidget(table)
        table.resize(600, 442)
        table.show()
        return table, source

    return make


def names(table):
    return [table.list.cells(row)[0][1] for row in table.rows_in_sight() if table.list.cells(row)]


async def test_it_knows_the_exact_length_and_has_fetched_only_the_first_page(make):
    table, source = make(range(1, 5001))
    await table.ask()
    assert table.list.rowCount() == 5000
    assert source.asked == []
    assert names(table)[0] == "thing 1"


async def test_a_jump_to_the_end_fetches_the_last_page_alone(make):
    table, source = make(range(1, 5001))
    await table.ask()
    table.scrollToBottom()
    table.grab()
    await table.feed.idle()
    assert [(asked[0], asked[-1]) for asked in source.asked] == [(4901, 5000)]
    assert names(table)[-1] == "thing 5000"


async def test_pages_passed_by_are_not_fetched(make):
    table, source = make(range(1, 50_001))
    await table.ask()
    for value in range(0, table.verticalScrollBar().maximum(), 20_000):
        table.verticalScrollBar().setValue(value)
        table.grab()
    await table.feed.idle()
    assert len(source.asked) <= 2


async def test_records_in_any_order_stand_where_their_keys_do_and_gone_ones_leave_a_gap(make):
    table, source = make(range(1, 301))
    await table.ask()
    source.numbers.remove(250)
    table.scrollToBottom()
    table.grab()
    await table.feed.idle()
    assert table.list.record(249) is None
    assert table.list.record(250).name == "thing 251"


async def test_news_above_moves_neither_the_chosen_row_nor_what_is_in_sight(make):
    table, source = make(range(1, 5001))
    await table.ask()
    table.verticalScrollBar().setValue(40 * 1000 + 7)
    table.selectRow(1004)
    table.grab()
    await table.feed.idle()
    top = table.rowViewportPosition(1004)
    source.numbers[0:0] = range(9001, 9008)
    await table.refresh()
    assert table.list.rowCount() == 5007
    assert table.chosen_id() == UUID(int=1005)
    assert table.chosen().name == "thing 1005"
    assert table.rowViewportPosition(1011) == top
    assert names(table)[0] != ""
    assert len(names(table)) == len(table.rows_in_sight())


async def test_the_row_under_the_mouse_stays_there_through_news(make):
    table, source = make(range(1, 2001))
    await table.ask()
    table.verticalScrollBar().setValue(40 * 500)
    table.grab()
    await table.feed.idle()
    QTest.mouseMove(table.viewport(), QPoint(50, 130))
    await asyncio.sleep(0)
    table.hovered = table.rowAt(130)
    under = table.list.vector.at(table.hovered)
    del source.numbers[10:20]
    await table.refresh()
    assert table.list.vector.at(table.rowAt(130)) == under


async def test_a_chosen_row_that_is_gone_is_no_longer_chosen(make):
    table, source = make(range(1, 300))
    await table.ask()
    table.selectRow(5)
    source.numbers.remove(6)
    await table.refresh()
    with pytest.raises(Refused, match="Choose"):
        table.chosen()


async def test_sorting_keeps_the_chosen_record_chosen(make):
    table, _ = make(range(1, 1001))
    await table.ask()
    table.selectRow(3)
    table.horizontalHeader().sectionClicked.emit(0)
    assert table.sort == Sort("name", descending=True)
    await table.ask()
    assert names(table)[0] == "thing 1000"
    assert table.chosen_id() == UUID(int=4)


async def test_headings_without_a_name_for_it_do_not_sort(make, qtbot):
    table, _ = make(range(1, 10))
    with qtbot.assertNotEmitted(table.sort_changed):
        table.horizontalHeader().sectionClicked.emit(1)


async def test_of_two_questions_the_last_one_wins(make):
    table, source = make(range(1, 500))
    first = asyncio.ensure_future(table.ask("old"))
    await asyncio.sleep(0)
    source.numbers = [7]
    await table.ask("new")
    await first
    assert table.list.rowCount() == 1
    assert table.wanted == "new"


async def test_an_empty_list_says_what_to_do_next(make):
    table, source = make([])
    await table.ask()
    assert table.empty.isVisible()
    assert table.empty.hint.text() == "Add one."
    source.numbers = [1]
    await table.refresh()
    assert not table.empty.isVisible()


async def test_a_page_that_cannot_be_fetched_is_told_of_and_asked_for_again_later(make, qtbot):
    table, source = make(range(1, 501))
    await table.ask()
    source.refusal = Unavailable("unavailable")
    with qtbot.waitSignal(table.failed):
        table.scrollToBottom()
        table.grab()
        await table.feed.idle()
    source.refusal = None
    table.grab()
    await table.feed.idle()
    assert names(table)[-1] == "thing 500"


async def test_enter_opens_the_chosen_record(make, qtbot):
    table, _ = make(range(1, 5))
    await table.ask()
    table.selectRow(2)
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args[0].name == "thing 3"


async def test_home_and_end_choose_the_first_and_the_last(make):
    table, _ = make(range(1, 900))
    await table.ask()
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.chosen_id() == UUID(int=899)
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.chosen_id() == UUID(int=1)
    table.stop()


async def test_a_screen_reader_hears_what_is_drawn(make):
    table, _ = make([4])
    await table.ask()
    index = table.list.index(0, 2)
    assert table.list.data(index, Qt.ItemDataRole.DisplayRole) == "Active"
    assert table.accessibleName() == "Things"


async def test_displaying_the_same_list_again_is_a_refresh(make):
    table, source = make(range(1, 1001))
    await table.display("a")
    table.verticalScrollBar().setValue(4000)
    table.selectRow(101)
    value = table.verticalScrollBar().value()
    await table.display("a")
    assert len(source.sorts) == 1
    assert table.verticalScrollBar().value() == value
    await table.display("b")
    assert len(source.sorts) == 2
    assert table.verticalScrollBar().value() == 0
    table.horizontalHeader().sectionClicked.emit(0)
    await table.display("b")
    assert source.sorts[-1] == Sort("name", descending=True)
    table.stop()


async def test_a_list_that_cannot_be_read_says_so_in_its_place_and_can_be_asked_again(make):
    table, source = make(range(1, 50))
    source.refusal = Unavailable("unavailable")
    with pytest.raises(Unavailable):
        await table.display("a")
    assert table.empty.hint.text() == "The store's database does not answer."
    source.refusal = None
    await table.display("a")
    assert not table.empty.isVisible()
    assert table.list.rowCount() == 49


class Counted(Things):
    """Things whose names say which version of them was read."""

    version = 1

    async def records(self, ids):
        found = await super().records(ids)
        for one in found:
            one.name += f" v{self.version}"
        return found

    def move(self, number, to):
        """Have a thing stand elsewhere, as another version."""
        self.numbers.remove(number)
        self.numbers.insert(to, number)
        self.version += 1


@pytest.fixture
def counted(qtbot):
    source = Counted(range(1, 1001))
    table = LongTable(COLUMNS, source, name="Things", sort=Sort("name"), empty=("", ""))
    qtbot.addWidget(table)
    table.resize(600, 442)
    table.show()
    yield table, source
    table.stop()


async def test_the_chosen_record_is_as_new_as_the_list_wherever_it_has_gone(counted):
    table, source = counted
    await table.display()
    table.hovered = 0  # the mouse lies there, so that this row stays where it is
    table.selectRow(3)
    for to in (900, 500, 0):
        source.move(4, to)
        await table.refresh()
        assert table.chosen().name == f"thing 4 v{source.version}"
        assert table.currentIndex().row() == to


async def test_what_is_gone_to_while_the_list_is_on_its_way_is_as_new_as_the_list(counted):
    table, source = counted
    await table.display()
    table.hovered = 0
    table.selectRow(3)
    asked = source.records

    async def records(ids):
        if len(ids) > 1 and table.currentIndex().row() == 3:
            table.selectRow(6)
            source.move(7, 800)
        return await asked(ids)

    source.records = records
    source.version += 1
    await table.refresh()
    assert table.chosen().name == f"thing 7 v{source.version}"


async def test_a_list_that_is_sorted_anew_shows_the_chosen_one_as_it_is_now(counted):
    table, source = counted
    await table.display()
    table.selectRow(3)
    source.version += 1
    table.sort_by(Sort("name", descending=True))
    await table.display()
    assert table.chosen().name == f"thing 4 v{source.version}"
    assert table.currentIndex().row() == 996


async def test_rows_that_have_changed_are_asked_for_again_and_stay_where_they_are(counted):
    table, source = counted
    await table.display()
    table.selectRow(3)
    before, asked = names(table), len(source.asked)
    source.version += 1

    assert await renew(table, {UUID(int=2), UUID(int=4), UUID(int=900)})

    after = names(table)
    assert [row for row, name in enumerate(after) if name != before[row]] == [1, 3]
    assert (after[1], after[3]) == ("thing 2 v2", "thing 4 v2")
    assert table.chosen().name == "thing 4 v2"
    assert sorted(source.asked[asked]) == [2, 4], "what is out of sight is not asked for now"
    assert len(source.asked) == asked + 1

    table.scrollTo(table.list.index(899, 0))
    table.feed.want()
    await table.feed.idle()
    assert "thing 900 v2" in names(table), "but when it comes into sight"


async def test_news_of_what_is_shown_already_moves_nothing(counted):
    table, source = counted
    await table.display()
    shown = {row: table.list.record(row) for row in range(5)}

    async def records(ids):
        return [record for record in shown.values() if record.id in ids]

    source.records = records
    assert not await renew(table, {shown[1].id, shown[3].id})
    assert await renew(table, {UUID(int=900)}), "what is out of sight may be anywhere"


async def test_a_vector_tells_whether_any_of_some_keys_is_there(counted):
    table, _ = counted
    await table.display()
    there, nowhere = UUID(int=900), UUID(int=90_000)
    assert await table.list.vector.has_any({nowhere, there})
    assert not await table.list.vector.has_any({nowhere})


async def test_a_chosen_row_out_of_sight_is_as_new_as_the_news(counted):
    table, source = counted
    await table.display()
    table.selectRow(3)
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    await table.feed.idle()
    source.version += 1
    told = []
    table.chosen_changed.connect(lambda: told.append(table.chosen_or_none().name))

    await renew(table, {UUID(int=4)})

    assert told == ["thing 4 v2"]


async def test_the_keys_go_on_where_the_first_column_is_left_out(make):
    table, _ = make(range(1, 90))
    arrangement = Arrangement(table, "things", Habits())
    await table.ask()
    table.selectRow(0)
    arrangement.show(0, is_on=False)
    assert table.chosen().id.int == 1
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.chosen().id.int == 2
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.chosen().id.int == 89
    assert 88 in table.rows_in_sight()
    await table.choose(UUID(int=3))
    assert table.chosen().id.int == 3
    assert 2 in table.rows_in_sight()


async def test_rows_of_another_height_begin_with_the_same_one(make):
    table, _ = make(range(1, 5001))
    await table.ask()
    table.updateGeometries()
    table.verticalScrollBar().setValue(2000 * table.rowHeight(0))
    assert table.rows_in_sight().start == 2000
    for height in (28, 44, 36):
        table.set_row_height(height)
        assert table.rows_in_sight().start == 2000
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    for height in (28, 44):
        table.set_row_height(height)
        assert table.rows_in_sight().start > 4900
