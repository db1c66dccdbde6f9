"""The inventory page as a clerk uses it: keys on the real widgets."""

import pytest
from PySide6.QtCore import Qt

from storedesk.ui.inventory.view import InventoryView
from storedesk.ui.kit.actions import Actions


@pytest.fixture
def open_page(qtbot, signed_in, us, act):
    def open_page(login="ada"):
        desk, me = signed_in(login)
        page = InventoryView(desk, Actions(), us, me)
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        return page

    return open_page


@pytest.fixture
def type_in(qtbot, act):
    """Type keys into a widget of a page."""

    def type_in(page, widget, text, *, then=None):
        def deed():
            qtbot.keyClicks(widget, text)
            if then is not None:
                qtbot.keyClick(widget, then)

        act(page, deed)

    return type_in


def rows(page):
    return [page.table.rows.record(row).product for row in range(page.table.rows.rowCount())]


def test_what_is_low_comes_first(open_page, add_product):
    for name, on_hand in (("Apple", 40), ("Bowl", 3), ("Cup", 0)):
        add_product(name, on_hand=on_hand)

    assert rows(open_page()) == ["Cup", "Bowl", "Apple"]


def test_a_clerk_adjusts_with_the_keyboard_alone(
    open_page, add_product, store, qtbot, act, type_in
):
    add_product("Bowl", on_hand=40)
    add_product("Mug", on_hand=10)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))
    assert page.table.chosen().product == "Mug"

    act(page, lambda: qtbot.keyClick(page.table, Qt.Key.Key_Return))
    type_in(page, page.adjusting.by.input, "-3")
    assert page.adjusting.outcome.text() == "10 on hand now, 7 afterwards"
    type_in(page, page.adjusting.remark.input, "cracked", then=Qt.Key.Key_Return)

    assert page.table.chosen().stock.on_hand == 7
    assert page.note.text() == "Mug: 7 on hand now."
    assert page.adjusting.by.input.text() == ""
    assert store.sql("SELECT reason FROM inventory_audit_log WHERE adjustment = -3") == (
        "damaged: cracked"
    )
    assert [m.on_hand for m in page.ledger.table.records.records] == [7, 10]


def test_a_refusal_is_said_and_nothing_typed_is_lost(open_page, add_product, act, type_in):
    add_product("Mug", on_hand=10)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))

    type_in(page, page.adjusting.by.input, "-11", then=Qt.Key.Key_Return)

    assert page.problem.text() == "Only 10 can be taken: 0 are reserved."
    assert page.adjusting.by.input.text() == "-11"


@pytest.mark.parametrize("typed", ["", "0", "three", "1.5", "5901234123457", "9999999"])
def test_a_number_that_is_none_is_marked_where_it_stands(
    open_page, add_product, store, act, type_in, typed
):
    add_product("Mug", on_hand=10)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))

    type_in(page, page.adjusting.by.input, typed, then=Qt.Key.Key_Return)

    assert page.adjusting.by.problem.text()
    assert store.sql("SELECT stock_level FROM inventory") == 10


def test_words_in_any_order_narrow_the_list(open_page, add_product, type_in):
    for name in ("Blue Mug", "Mug, blue and large", "Red Mug"):
        add_product(name)
    page = open_page()

    type_in(page, page.search, "mug blue", then=Qt.Key.Key_Return)

    assert rows(page) == ["Blue Mug", "Mug, blue and large"]


def test_only_the_low_ones(open_page, add_product, act):
    add_product("Apple", on_hand=40)
    add_product("Bowl", on_hand=3)
    page = open_page()

    act(page, page.tabs.button("low").click)

    assert rows(page) == ["Bowl"]


def test_a_cashier_sees_stock_but_neither_ledger_nor_form(open_page, add_product, act):
    add_product("Mug")
    page = open_page("bob")
    act(page, lambda: page.table.selectRow(0))

    assert rows(page) == ["Mug"]
    assert page.adjusting.isHidden()
    assert page.ledger.isHidden()


def test_an_auditor_reads_the_ledger_and_adjusts_nothing(open_page, add_product, act):
    add_product("Mug", on_hand=10)
    page = open_page("eve")
    act(page, lambda: page.table.selectRow(0))

    assert [m.on_hand for m in page.ledger.table.records.records] == [10]
    assert page.adjusting.isHidden()


def test_an_empty_list_says_what_to_do(open_page):
    page = open_page()
    assert page.table.empty.title.text() == "No stock matches"
    assert not page.table.empty.isHidden()


def test_thresholds_are_typed_row_after_row(open_page, add_product, store, qtbot, act):
    for name in ("Apple", "Bowl"):
        add_product(name, on_hand=100)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))

    for typed in ("120", "7"):
        act(page, lambda: page.table.editing.open_named("threshold"))
        act(page, lambda typed=typed: qtbot.keyClicks(page.table.editing.line, typed))
        act(page, lambda: qtbot.keyClick(page.table.editing.line, Qt.Key.Key_Return))

    assert store.rows(
        "SELECT name, low_stock_threshold FROM inventory JOIN products ON products.id = product_id"
        " ORDER BY name"
    ) == [("Apple", 120), ("Bowl", 7)]
    assert page.table.rows.record(0).stock.low_at == 120


def test_a_threshold_that_is_none_is_said_at_the_cell(open_page, add_product, qtbot, act):
    add_product("Apple", on_hand=100)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))

    act(page, lambda: page.table.editing.open_named("threshold"))
    act(page, lambda: qtbot.keyClicks(page.table.editing.line, "5901234123457"))
    act(page, lambda: qtbot.keyClick(page.table.editing.line, Qt.Key.Key_Return))

    assert "looks like a barcode" in page.table.editing.line.words.text()
    assert page.table.editing.line.text() == "5901234123457"


def test_a_cashier_types_no_threshold(open_page, add_product, qtbot, act):
    add_product("Apple", on_hand=100)
    page = open_page("bob")
    act(page, lambda: page.table.selectRow(0))

    act(page, lambda: qtbot.keyClicks(page.table, "3"))

    assert page.table.editing.row == -1
