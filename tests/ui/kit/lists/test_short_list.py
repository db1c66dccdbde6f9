import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.lists.row_painter import is_cut
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.tokens import Tone


@pytest.fixture
def table(qtbot):
    table = RecordTable(
        (
            Column("Item", lambda line: Cell(line[1], "variant"), CellStyle.STRONG, 120, 1),
            Column("Total", lambda line: line[2], CellStyle.MONEY, 90),
        ),
        key=lambda line: line[0], name="Lines", empty=("Nothing yet", "Scan something."),
        row_height=56,
    )  # fmt: skip
    qtbot.addWidget(table)
    table.resize(400, 400)
    table.show()
    return table


LINES = [(1, "Mug", "$5.00"), (2, "Pen", "$1.00"), (3, "Cap", "$9.00")]


def test_the_chosen_line_stays_chosen_wherever_it_moves(table):
    table.show_records(LINES)
    table.choose(2)
    table.show_records([(9, "New", "$2.00"), LINES[0], (2, "Pen", "$3.00")])
    assert table.chosen() == (2, "Pen", "$3.00")
    assert table.currentIndex().row() == 2


def test_a_line_that_is_gone_is_not_replaced_by_the_last_one(table):
    table.show_records(LINES)
    table.choose(2)
    table.show_records(LINES[2:])
    with pytest.raises(Refused):
        table.chosen()


def test_an_empty_table_says_what_to_do(table):
    table.show_records([])
    assert table.empty.title.text() == "Nothing yet"
    table.show_records(LINES)
    assert not table.empty.isVisible()


def test_rows_that_ask_for_care_look_otherwise(table):
    table.show_records(LINES)
    plain = table.grab().toImage()
    table.tone = lambda line: Tone.WARN if line[0] == 2 else None
    table.viewport().update()
    assert table.grab().toImage() != plain


def test_words_that_do_not_fit_are_told_by_a_tooltip():
    column = Column("Name", str, CellStyle.TEXT)
    assert is_cut(column, "a very long name indeed", 60, 44)
    assert not is_cut(column, "short", 120, 44)
    assert is_cut(column, Cell("short", "a very long second line indeed"), 120, 44)
    assert not is_cut(column, Cell("a name", "and a remark"), 120, 44)
    assert is_cut(column, Cell("a name", "and a remark"), 120, 36), "no room beside"
    assert not is_cut(column, Cell("a name", "and a remark"), 200, 28)
