"""The inventory page as a clerk uses it: keys on the real widgets."""

import pytest
from PySide6.QtCore import Qt

from storedesk.ui.inventory.labels import StockCommand
from storedesk.ui.inventory.view import InventoryView
from tests.ui.contexts import a_context

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def visits():
    """Where the page led to."""
    return []


@pytest.fixture
def open_page(qtbot, signed_in, us, act, visits):
    def open_page(login="ada"):
        desk, me = signed_in(login)
        context = a_context(
            desk,
            me,
            us,
            navigate=lambda page, record=None, *, words="": visits.append((page, record, words)),
        )
        page = InventoryView(context)
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        return page

    return open_page


@pytest.fixture
def type_in(qtbot, act):
    """Type keys into a widget of a page."""

    def type_in(page, widget, text, *, then=None):
        def action():
            qtbot.keyClicks(widget, text)
            if then is not None:
                qtbot.keyClick(widget, then)

        act(page, action)

    return type_in


def rows(page):
    return [page.table.rows.record(row).product for row in range(page.table.rows.rowCount())]


def balances(page):
    table = page.ledger.table
    return [table.rows.record(row).on_hand for row in range(table.rows.rowCount())]


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
    type_in(page, page.stock_form.number.input, "-3")
    assert page.stock_form.outcome.text() == "10 on hand now, 7 afterwards"
    type_in(page, page.stock_form.remark.input, "cracked", then=Qt.Key.Key_Return)

    assert page.table.chosen().stock.on_hand == 7
    assert page.note.text() == "Mug: 7 on hand now."
    assert page.stock_form.number.input.text() == ""
    assert store.sql("SELECT reason FROM inventory_audit_log WHERE adjustment = -3") == (
        "damaged: cracked"
    )
    assert balances(page) == [7, 10]


def test_a_refusal_is_said_and_nothing_typed_is_lost(open_page, add_product, act, type_in):
    add_product("Mug", on_hand=10)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))
    act(page, lambda: page.stock_form.begin(StockCommand.ADJUST))

    type_in(page, page.stock_form.number.input, "-11", then=Qt.Key.Key_Return)

    assert page.problem.text() == "Mug: only 10 can be taken, 0 are reserved."
    assert page.stock_form.number.input.text() == "-11"


@pytest.mark.parametrize("typed", ["", "0", "three", "1.5", "5901234123457", "9999999"])
def test_a_number_that_is_none_is_marked_where_it_stands(
    open_page, add_product, store, act, type_in, typed
):
    add_product("Mug", on_hand=10)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))
    act(page, lambda: page.stock_form.begin(StockCommand.ADJUST))

    type_in(page, page.stock_form.number.input, typed, then=Qt.Key.Key_Return)

    assert page.stock_form.number.problem.text()
    assert store.sql("SELECT stock_level FROM inventory") == 10


# ---------- reasons that go with the number


def offered(page):
    return [
        page.stock_form.reason.input.itemText(at)
        for at in range(page.stock_form.reason.input.count())
    ]


def choose(page, qtbot, act, reason):
    """Choose a reason as a person does, with the arrow."""
    steps = [
        page.stock_form.reason.input.itemData(at)
        for at in range(page.stock_form.reason.input.count())
    ]
    by = steps.index(reason) - page.stock_form.reason.input.currentIndex()
    for _ in range(abs(by)):
        key = Qt.Key.Key_Down if by > 0 else Qt.Key.Key_Up
        act(page, lambda key=key: qtbot.keyClick(page.stock_form.reason.input, key))


def begin_with(page, qtbot, act, reason):
    """Begin to adjust the first product for a reason."""
    act(page, lambda: page.table.selectRow(0))
    act(page, lambda: page.stock_form.begin(StockCommand.ADJUST))
    choose(page, qtbot, act, reason)


@pytest.mark.parametrize(
    ("typed", "words", "first"),
    [
        ("-1", ["Damaged", "Lost or stolen", "Past its date", "Own use"], "damaged"),
        ("1", ["Found", "Came back"], "found"),
        ("+1", ["Found", "Came back"], "found"),
    ],
)
def test_reasons_go_the_way_of_the_number_that_is_typed(
    open_page, add_product, store, act, type_in, typed, words, first
):
    add_product("Mug", on_hand=10)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))
    act(page, lambda: page.stock_form.begin(StockCommand.ADJUST))
    everything = offered(page)
    assert everything[:5] == ["Damaged", "Lost or stolen", "Past its date", "Own use", "Found"]

    type_in(page, page.stock_form.number.input, typed)
    assert offered(page) == [*words, "Counted", "Something else"]
    type_in(page, page.stock_form.number.input, "", then=Qt.Key.Key_Return)

    last = "SELECT reason FROM inventory_audit_log ORDER BY seq DESC LIMIT 1"
    assert store.sql(last) == first
    act(page, lambda: page.stock_form.begin(StockCommand.ADJUST))
    assert offered(page) == everything


def test_a_reason_that_was_chosen_stays_and_is_refused_where_it_stands(
    open_page, add_product, store, qtbot, act, type_in
):
    add_product("Mug", on_hand=10)
    page = open_page()
    begin_with(page, qtbot, act, "lost")
    page.desk.do = None  # nothing is sent

    type_in(page, page.stock_form.number.input, "12", then=Qt.Key.Key_Return)

    assert page.stock_form.reason.value() == "lost"
    assert page.stock_form.reason.problem.text() == (
        "Lost or stolen takes pieces away. Choose another reason, such as Found, or write -12."
    )
    assert page.stock_form.number.input.hasFocus()
    assert page.stock_form.number.input.selectedText() == "12"
    assert store.sql("SELECT stock_level FROM inventory") == 10


def test_what_was_refused_is_written_the_other_way_and_done(
    open_page, add_product, store, qtbot, act, type_in
):
    add_product("Mug", on_hand=20)
    page = open_page()
    begin_with(page, qtbot, act, "lost")
    type_in(page, page.stock_form.number.input, "12", then=Qt.Key.Key_Return)

    type_in(page, page.stock_form.number.input, "-12")
    assert page.stock_form.reason.problem.text() == ""
    type_in(page, page.stock_form.number.input, "", then=Qt.Key.Key_Return)

    assert store.sql("SELECT stock_level FROM inventory") == 8
    last = "SELECT reason FROM inventory_audit_log ORDER BY seq DESC LIMIT 1"
    assert store.sql(last) == "lost"


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
    assert page.stock_form.isHidden()
    assert page.ledger.isHidden()


def test_an_auditor_reads_the_ledger_and_adjusts_nothing(open_page, add_product, act):
    add_product("Mug", on_hand=10)
    page = open_page("eve")
    act(page, lambda: page.table.selectRow(0))

    assert balances(page) == [10]
    assert page.stock_form.isHidden()


def test_an_empty_list_says_what_to_do(open_page):
    page = open_page()
    assert page.table.empty.title.text() == "There are no products yet"
    assert not page.table.empty.isHidden()


def test_thresholds_are_typed_row_after_row(open_page, add_product, store, qtbot, act):
    for name in ("Apple", "Bowl"):
        add_product(name, on_hand=100)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))

    for typed in ("120", "7"):
        act(page, lambda: page.table.editing.open_named("reorder_point"))
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

    act(page, lambda: page.table.editing.open_named("reorder_point"))
    act(page, lambda: qtbot.keyClicks(page.table.editing.line, "5901234123457"))
    act(page, lambda: qtbot.keyClick(page.table.editing.line, Qt.Key.Key_Return))

    assert "looks like a barcode" in page.table.editing.line.problem.text()
    assert page.table.editing.line.text() == "5901234123457"


def test_a_cashier_types_no_threshold(open_page, add_product, qtbot, act):
    add_product("Apple", on_hand=100)
    page = open_page("bob")
    act(page, lambda: page.table.selectRow(0))

    act(page, lambda: qtbot.keyClicks(page.table, "3"))

    assert page.table.editing.row == -1


# ---------- the other actions


def begin(page, act, action):
    act(page, lambda: page.stock_form.begin(action))


def test_goods_are_taken_in(open_page, add_product, store, act, type_in):
    add_product("Mug", on_hand=10)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))
    begin(page, act, StockCommand.RECEIVE)
    assert page.stock_form.reason.isHidden()

    type_in(page, page.stock_form.number.input, "24")
    type_in(page, page.stock_form.remark.input, "note 77", then=Qt.Key.Key_Return)

    last = "SELECT operation_type || ' ' || reason FROM inventory_audit_log ORDER BY seq DESC"
    assert store.sql(last) == "restock delivered: note 77"
    assert page.table.chosen().stock.on_hand == 34
    assert page.stock_form.body.isHidden()


def test_what_somebody_moved_while_it_was_typed_is_told_before_it_is_set(
    open_page, add_product, store, act, type_in
):
    mug = add_product("Mug", on_hand=10)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))
    begin(page, act, StockCommand.SET)
    type_in(page, page.stock_form.number.input, "8")
    store.sql("SELECT api.adjust_stock(gen_random_uuid(), %s, NULL, -1, 'lost')", mug, login="cyd")
    act(page, page.reload)

    type_in(page, page.stock_form.number.input, "", then=Qt.Key.Key_Return)

    assert page.problem.text() == "Mug: 9 are on hand now, not 10. Check again."
    assert page.stock_form.number.input.text() == "8"
    type_in(page, page.stock_form.number.input, "", then=Qt.Key.Key_Return)
    assert page.table.chosen().stock.on_hand == 8


def test_the_threshold_is_set_by_its_key(open_page, add_product, store, act, type_in):
    add_product("Mug", on_hand=10)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))
    begin(page, act, StockCommand.REORDER_POINT)
    type_in(page, page.stock_form.number.input, "3", then=Qt.Key.Key_Return)

    assert store.sql("SELECT low_stock_threshold FROM inventory") == 3
    assert page.note.text() == "Mug: reorder point 3."
    assert page.back.isHidden()


# ---------- several at once


def test_what_is_ticked_is_moved_together(open_page, add_product, store, qtbot, act, type_in):
    for name, on_hand in (("Apple", 40), ("Bowl", 30), ("Cup", 20)):
        add_product(name, on_hand=on_hand)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))
    act(page, lambda: qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL))
    assert page.levels.name.text() == "3 products ticked"
    assert page.count.text() == "3 ticked of 3 products"
    act(page, lambda: qtbot.keyClick(page.table, Qt.Key.Key_Space))
    begin(page, act, StockCommand.ADJUST)
    type_in(page, page.stock_form.number.input, "-5")
    shown = [page.ticked_products.table.records.cells(row) for row in range(2)]
    assert [
        [cell[1] if isinstance(cell[1], str) else cell[1].text for cell in row] for row in shown
    ] == [["Bowl", "30", "25"], ["Apple", "40", "35"]]

    type_in(page, page.stock_form.number.input, "", then=Qt.Key.Key_Return)

    assert dict(
        store.rows(
            "SELECT p.name, i.stock_level FROM inventory i JOIN products p ON p.id = i.product_id"
        )
    ) == {"Apple": 35, "Bowl": 25, "Cup": 20}
    assert page.note.text() == "2 products updated."
    assert page.table.ticked_count() == 0

    act(page, lambda: page.start(page.undo))
    assert store.sql("SELECT sum(stock_level) FROM inventory") == 90
    assert page.note.text() == "Undone."


def test_one_of_several_that_cannot_be_is_named_and_none_is_moved(
    open_page, add_product, store, qtbot, act, type_in
):
    add_product("Apple", on_hand=40)
    add_product("Bowl", on_hand=3)
    page = open_page()
    act(page, lambda: qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL))
    begin(page, act, StockCommand.ADJUST)

    type_in(page, page.stock_form.number.input, "-5", then=Qt.Key.Key_Return)

    assert page.problem.text() == "Bowl: only 3 can be taken, 0 are reserved."
    assert store.sql("SELECT sum(stock_level) FROM inventory") == 43
    assert page.table.ticked_count() == 2


# ---------- by scan


@pytest.fixture
def scan(act):
    return lambda page, code: act(page, lambda: page.scanned(code))


def test_a_scan_chooses_the_article_and_the_number_has_the_keyboard(
    open_page, goods, store, act, type_in, scan
):
    goods("2000000000008", name="Mug", on_hand=10)
    goods("2000000000015", name="Bowl", on_hand=20)
    page = open_page()
    begin(page, act, StockCommand.RECEIVE)

    scan(page, "2000000000008")
    assert page.table.chosen().product == "Mug"
    assert not page.stock_form.body.isHidden()
    type_in(page, page.stock_form.number.input, "6", then=Qt.Key.Key_Return)
    scan(page, "2000000000015")
    type_in(page, page.stock_form.number.input, "7", then=Qt.Key.Key_Return)

    levels = "SELECT p.name, i.stock_level FROM inventory i JOIN products p ON p.id = i.product_id"
    assert dict(store.rows(levels)) == {"Mug": 16, "Bowl": 27}


def test_twelve_times_and_a_scan_is_twelve_of_it(open_page, goods, act, type_in, scan):
    goods("2000000000008", name="Mug", on_hand=10)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))
    begin(page, act, StockCommand.RECEIVE)
    type_in(page, page.stock_form.number.input, "12*")
    assert page.stock_form.outcome.text() == "Now scan the product. Quantity: 12"

    scan(page, "2000000000008")

    assert page.stock_form.number.input.text() == "12"
    assert page.stock_form.outcome.text() == "10 on hand now, 22 afterwards"


def test_a_scan_before_the_number_is_applied_loses_nothing(open_page, goods, type_in, scan):
    goods("2000000000008", name="Mug", on_hand=10)
    goods("2000000000015", name="Bowl", on_hand=20)
    page = open_page()
    scan(page, "2000000000008")
    type_in(page, page.stock_form.number.input, "6")

    scan(page, "2000000000015")

    assert page.table.chosen().product == "Mug"
    assert page.stock_form.number.input.text() == "6"
    assert page.problem.text() == (
        "2000000000015: A change is not applied yet. Press Enter to apply it, Esc to drop it."
    )


def typed_at_once(page, qtbot, code, keys, *, enter):
    """Scan, and type before the database has answered."""
    page.activateWindow()
    page.scanned(code)
    qtbot.keyClicks(page.window().focusWidget(), keys)
    if enter:
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)


@pytest.mark.parametrize("enter", [True, False])
@pytest.mark.parametrize("before", ["2000000000008", None])
def test_what_is_typed_while_a_scan_is_looked_up_is_about_what_was_scanned(
    open_page, goods, store, act, scan, qtbot, before, enter
):
    goods("2000000000008", name="Mug", on_hand=10)
    goods("2000000000015", name="Bowl", on_hand=20)
    page = open_page()
    begin(page, act, StockCommand.RECEIVE)
    if before:
        scan(page, before)

    act(page, lambda: typed_at_once(page, qtbot, "2000000000015", "5", enter=enter))
    if not enter:  # a digit that comes later joins it
        assert page.stock_form.outcome.text() == "20 on hand now, 25 afterwards"
        field = page.stock_form.number.input
        act(page, lambda: (qtbot.keyClicks(field, "0"), qtbot.keyClick(field, Qt.Key.Key_Return)))

    levels = "SELECT p.name, i.stock_level FROM inventory i JOIN products p ON p.id = i.product_id"
    assert dict(store.rows(levels)) == {"Mug": 10, "Bowl": 25 if enter else 70}


@pytest.mark.parametrize("before", ["2000000000008", None])
def test_what_is_typed_after_a_scan_of_nothing_known_is_done_to_nothing(
    open_page, goods, store, act, scan, qtbot, before
):
    goods("2000000000008", name="Mug", on_hand=10)
    page = open_page()
    begin(page, act, StockCommand.RECEIVE)
    if before:
        scan(page, before)

    act(page, lambda: typed_at_once(page, qtbot, "2000000000015", "5", enter=True))

    assert "2000000000015" in page.problem.text()
    assert page.stock_form.body.isHidden()
    assert page.nothing.isHidden() == bool(before)
    assert store.sql("SELECT stock_level FROM inventory") == 10


def test_a_scan_of_what_the_list_does_not_show_widens_it(open_page, goods, act, scan):
    goods("2000000000008", name="Mug", on_hand=10)
    goods("2000000000015", name="Bowl", on_hand=90)
    page = open_page()
    act(page, page.tabs.button("low").click)
    assert rows(page) == ["Mug"]

    scan(page, "2000000000015")

    assert page.table.chosen().product == "Bowl"


@pytest.mark.parametrize("code", ["2000000000008", "2000000000009", "http://x", "\x01"])
def test_a_scan_of_nothing_known_says_so(open_page, add_product, scan, code):
    add_product("Mug")
    page = open_page()

    scan(page, code)

    assert page.problem.text()
    assert page.stock_form.body.isHidden()


# ---------- taken back, and who holds what


def test_a_line_of_the_ledger_is_taken_back_once(open_page, add_product, store, act, type_in):
    add_product("Mug", on_hand=10)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))
    begin(page, act, StockCommand.ADJUST)
    type_in(page, page.stock_form.number.input, "-3", then=Qt.Key.Key_Return)
    act(page, page.ledger.table.setFocus)
    act(page, lambda: page.ledger.table.selectRow(0))
    assert not page.ledger.undo.isHidden()

    act(page, page.ledger.undo.click)

    assert store.sql("SELECT stock_level FROM inventory") == 10
    assert balances(page) == [10, 7, 10]
    act(page, lambda: page.ledger.table.selectRow(1))
    assert page.ledger.undo.isHidden()


def test_nothing_done_here_is_nothing_to_take_back(open_page, act):
    page = open_page()
    act(page, lambda: page.start(page.undo))
    assert page.problem.text() == "There is nothing to undo here."


def test_reserved_pieces_lead_to_the_orders_that_hold_them(open_page, goods, promise, act, visits):
    promise(goods("MUG-1", name="Mug", on_hand=10), 5)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))
    assert page.levels.reserved.label == "5"

    act(page, page.levels.reserved.click)

    assert visits == [("orders", None, "Mug")]


def test_a_code_whose_check_digit_is_wrong_is_looked_up_before_it_is_misread(
    open_page, goods, act, scan
):
    goods("790617348408", name="Mug", on_hand=10)
    page = open_page()

    scan(page, "790617348408")
    assert page.table.chosen().product == "Mug"
    assert not page.problem.isVisible()
    act(page, page.stock_form.fold)
    scan(page, "790617348400")
    assert "it was misread" in page.problem.text()


@pytest.mark.parametrize("status", ["draft", "inactive"])
def test_what_is_not_on_sale_is_scanned_and_received(
    open_page, goods, store, scan, type_in, act, status
):
    mug = goods("2000000000008", name="Mug", on_hand=10, status=status)
    page = open_page()

    scan(page, "2000000000008")
    assert page.table.chosen().product == "Mug"
    act(page, lambda: page.stock_form.begin(StockCommand.RECEIVE))
    type_in(page, page.stock_form.number.input, "5", then=Qt.Key.Key_Return)

    assert page.problem.text() == ""
    assert store.sql("SELECT stock_level FROM inventory WHERE product_id = %s", mug) == 15


@pytest.mark.parametrize(
    ("person", "state", "words"),
    [
        ("bob", "inactive", "Mug is not sold any more. Ask a manager."),
        ("ada", "deleted", "Mug was deleted. Ask a manager."),
        ("cyd", "deleted", "Mug was deleted. Restore it first."),
    ],
)
def test_what_cannot_be_shown_is_said_to_whoever_scans_it(
    open_page, goods, store, scan, person, state, words
):
    mug = goods("2000000000008", name="Mug", status="inactive")
    if state == "deleted":
        store.sql("SELECT api.delete_product(gen_random_uuid(), %s)", mug, login="cyd")
    page = open_page(person)

    scan(page, "2000000000008")

    assert page.problem.text().endswith(words)
