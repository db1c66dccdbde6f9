"""The page of stock counts as a clerk with a scanner uses it."""

import asyncio

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from storedesk import api
from storedesk.domain.counts import CountPart
from storedesk.ui.approval_dialog import ApprovalDialog
from storedesk.ui.counts import view as counts_view
from storedesk.ui.counts.new_count import NewCount
from storedesk.ui.counts.view import CountsView
from storedesk.ui.kit.lists.row_painter import text_of
from tests.conftest import PASSWORD
from tests.ui.asking import managers_of
from tests.ui.contexts import a_context

OPEN = "SELECT api.open_count(gen_random_uuid(), gen_random_uuid(), %s, %s)"


@pytest.fixture
def visits():
    return []


@pytest.fixture
def open_page(qtbot, signed_in, us, act, visits, store):
    def open_page(login="ada"):
        desk, me = signed_in(login)
        context = a_context(
            desk,
            me,
            us,
            navigate=lambda page, record=None, *, words="": visits.append((page, record, words)),
            approvers=managers_of(store),
        )
        page = CountsView(context)
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        return page

    return open_page


@pytest.fixture
def count_of(store, open_page, act):
    """Open a count of some products on the screen of somebody."""

    def count_of(*products, login="ada", name="Shelf 3", key=None):
        key = key or store.sql(OPEN, name, list(products), login=login)
        page = open_page(login)
        act(page, lambda: page._show(key))
        return page

    return count_of


@pytest.fixture
def scan(act):
    return lambda page, code: act(page, lambda: page.scanned(code))


@pytest.fixture
def type_in(qtbot, act):
    def type_in(page, text):
        act(page, lambda: qtbot.keyClicks(page.sheet.entry, text))
        act(page, lambda: qtbot.keyClick(page.sheet.entry, Qt.Key.Key_Return))

    return type_in


def rows(page):
    table = page.sheet.table.rows
    cells = [table.cells(row) for row in range(table.rowCount())]
    return [[text_of(shown) for _, shown in row[:5]] for row in cells]


def counted(page):
    return {row[0].split("\n")[0]: row[1] for row in rows(page)}


def last(page):
    return page.sheet.name.text(), page.sheet.number.text()


def test_no_count_says_how_to_begin_one(open_page):
    page = open_page()
    assert page.list.empty.title.text() == "No counts yet"


def test_scans_count_and_the_last_one_is_large(count_of, goods, scan):
    goods("2000000000008", name="Mug", on_hand=5)
    goods("2000000000015", name="Cup", on_hand=5)
    page = count_of()

    for code in ("2000000000008", "2000000000015", "2000000000008"):
        scan(page, code)

    assert last(page) == ("Mug", "2")
    assert page.sheet.total.text() == "3 pieces · 2 products"
    assert counted(page) == {"Mug": "2", "Cup": "1"}


def test_scans_that_come_faster_than_the_store_answers_are_all_counted(count_of, goods, act):
    goods("2000000000008", name="Mug", on_hand=5)
    page = count_of()

    def burst():
        for _ in range(9):
            page.scanned("2000000000008")

    act(page, burst)
    assert last(page) == ("Mug", "9")


def test_the_grammar_of_the_till_counts_too(count_of, goods, scan, type_in, qtbot, act):
    goods("2000000000008", name="Mug", on_hand=5)
    page = count_of()

    act(page, lambda: qtbot.keyClicks(page.sheet.entry, "24*"))
    scan(page, "2000000000008")
    assert last(page) == ("Mug", "24")
    assert page.sheet.entry.text() == ""
    type_in(page, "3* 2000000000008")
    assert last(page) == ("Mug", "27")
    type_in(page, "*7")
    assert last(page) == ("Mug", "7")
    act(page, lambda: qtbot.keyClicks(page.sheet.entry, "-"))
    assert last(page) == ("Mug", "27")
    assert page.note.text() == "Mug: last entry undone, 27 counted now."


@pytest.mark.parametrize(
    ("code", "counts"),
    [("2000000000015", {"Mug": "1", "Cup": "7"}), ("99991234", {"Mug": "1"})],
)
def test_a_number_typed_behind_a_scan_is_set_of_what_was_scanned(
    count_of, goods, scan, act, code, counts
):
    goods("2000000000008", name="Mug", on_hand=5)
    goods("2000000000015", name="Cup", on_hand=5)
    page = count_of()
    scan(page, "2000000000008")

    def quickly():
        page.scanned(code)
        page._typed("*7")

    act(page, quickly)
    assert counted(page) == counts
    assert page.problem.isHidden() == (len(counts) == 2)
    if len(counts) == 1:
        assert page.problem.text() == (
            "There is no item to set. Scan it, then type * and how many there are."
        )


def test_what_is_undone_behind_a_scan_is_that_scan(count_of, goods, scan, act, monkeypatch):
    goods("2000000000008", name="Mug", on_hand=5)
    goods("2000000000015", name="Cup", on_hand=5)
    page = count_of()
    scan(page, "2000000000008")
    at_once = page.desk.do

    async def slowly(command, *args, **kwargs):
        await asyncio.sleep(0.05 if command is api.counts.count_item else 0)
        return await at_once(command, *args, **kwargs)

    def quickly():
        page.scanned("2000000000015")
        page.start(page.undo_entry)

    monkeypatch.setattr(page.desk, "do", slowly)
    act(page, quickly)
    assert counted(page) == {"Mug": "1"}


def test_an_unknown_code_is_put_aside_when_scanned_and_refused_when_typed(count_of, scan, type_in):
    page = count_of()

    scan(page, "99991234")
    assert last(page) == ("99991234", "1")
    assert [one.code for one in page.sheet.parked.records.records] == ["99991234"]
    assert not page.sheet.parked_card.isHidden()
    type_in(page, "blue mug")
    assert "blue mug" in page.problem.text()
    assert page.sheet.remark.text() == "This was not counted"


def test_a_code_put_aside_is_forgotten_when_somebody_says_so(
    count_of, scan, act, monkeypatch, store
):
    page = count_of()
    scan(page, "99991234")

    async def yes(*_, **__):
        return True

    monkeypatch.setattr(counts_view, "confirm", yes)
    [code] = page.sheet.parked.records.records
    act(page, lambda: page.sheet.parked.opened.emit(code))

    assert page.sheet.parked_card.isHidden()
    live = "SELECT count(*) FROM storedesk.stock_count_entries WHERE taken_back_at IS NULL"
    assert store.sql(live) == 0


@pytest.mark.parametrize("raw", ["2000000000009", "http://x", "éè&ç"])
def test_a_misread_scan_counts_nothing(count_of, scan, raw):
    page = count_of()
    scan(page, raw)
    assert page.problem.text()
    assert rows(page) == []


def test_a_list_is_counted_by_typing_row_after_row(count_of, add_product, qtbot, act):
    products = [add_product(name, on_hand=5) for name in ("Apple", "Bowl", "Cup")]
    page = count_of(*products)
    assert page.sheet.total.text() == "0 pieces · 0 products · 3 to count"
    act(page, lambda: page._tab(CountPart.TO_COUNT.value))
    act(page, lambda: page.sheet.table.selectRow(0))

    act(page, lambda: page.sheet.table.editing.open_named("counted"))
    act(page, lambda: qtbot.keyClicks(page.sheet.table.editing.line, "4"))
    act(page, lambda: qtbot.keyClick(page.sheet.table.editing.line, Qt.Key.Key_Return))

    assert [row[0].split("\n")[0] for row in rows(page)] == ["Bowl", "Cup"]
    act(page, lambda: page._tab(CountPart.ALL.value))
    assert counted(page)["Apple"] == "4"


def test_a_count_that_is_half_typed_is_unsaved_and_nothing_saves_it_at_the_end(
    count_of, add_product, qtbot, act
):
    page = count_of(add_product("Apple", on_hand=5))
    act(page, lambda: page.sheet.table.selectRow(0))
    act(page, lambda: page.sheet.table.editing.open_named("counted"))
    assert page.unsaved() == ""
    act(page, lambda: qtbot.keyClicks(page.sheet.table.editing.line, "4"))
    assert page.unsaved() == "Apple"
    page.stop()
    assert page.sheet.table.editing.row == -1


def test_it_is_blind_until_the_review(count_of, goods, scan, act):
    goods("2000000000008", name="Mug", on_hand=5, price="2.00")
    goods("2000000000015", name="Cup", on_hand=1, price="2.00")
    page = count_of()
    scan(page, "2000000000008")
    scan(page, "2000000000015")
    assert all(row[2:] == ["", "", ""] for row in rows(page))
    assert [page.sheet.table.isColumnHidden(at) for at in (2, 3, 4)] == [True] * 3
    assert page.sheet.outcome.text() == ""

    act(page, lambda: page._tab(CountPart.DIFFERENCES.value))

    assert [row[1:] for row in rows(page)] == [["1", "5", "\N{MINUS SIGN}4", "\N{MINUS SIGN}$8.00"]]
    assert page.sheet.outcome.text() == "0 and \N{MINUS SIGN}4 pieces, value \N{MINUS SIGN}$8.00"


def test_who_joins_sees_what_the_others_count(count_of, goods, scan, act, store):
    goods("2000000000008", name="Mug", on_hand=5)
    mine = count_of()
    key = mine.count
    yours = count_of(login="cyd", key=key)
    scan(mine, "2000000000008")
    scan(yours, "2000000000008")

    act(mine, mine.changed)

    assert counted(mine) == {"Mug": "2"}
    line = mine.sheet.table.rows.record(0)
    assert line.who == "Ada, Cyd"
    assert store.broken() == []


def test_a_count_is_posted_against_the_stock_when_counted(
    count_of, goods, scan, till, act, store, monkeypatch
):
    goods("MUG-12345", name="Mug", on_hand=10, price="2.00")
    page = count_of(login="cyd")
    for _ in range(8):
        scan(page, "MUG-12345")
    till.sell("MUG-12345")
    answer_with(monkeypatch, yes=True)

    act(page, lambda: page.start(page.post))

    assert store.sql("SELECT stock_level FROM inventory") == 7
    assert page.note.text() == "“Shelf 3” is posted: 1 product corrected, 0 already correct."
    assert page.count is None
    act(page, lambda: page.start(page.undo))
    assert store.sql("SELECT stock_level FROM inventory") == 9
    assert store.broken() == []


def test_what_is_promised_goes_on_in_a_count_of_its_own(
    count_of, goods, scan, promise, act, store, monkeypatch
):
    promise(goods("MUG-12345", name="Mug", on_hand=10), 5)
    goods("CUP-12345", name="Cup", on_hand=3)
    page = count_of(login="cyd")
    scan(page, "MUG-12345")
    scan(page, "CUP-12345")
    answer_with(monkeypatch, yes=True, refused="carry")

    act(page, lambda: page.start(page.post))

    levels = "SELECT p.name, i.stock_level FROM inventory i JOIN products p ON p.id = i.product_id"
    assert dict(store.rows(levels)) == {"Mug": 10, "Cup": 1}
    shown = [(one.name, one.status.value, one.is_carried) for one in page.list.records.records]
    assert shown == [("Shelf 3", "open", True), ("Shelf 3", "posted", False)]


def test_the_orders_that_hold_too_much_are_a_key_away(
    count_of, goods, scan, promise, act, visits, monkeypatch
):
    promise(goods("MUG-12345", name="Mug", on_hand=10), 5)
    page = count_of(login="cyd")
    scan(page, "MUG-12345")
    answer_with(monkeypatch, yes=True, refused="orders")

    act(page, lambda: page.start(page.post))

    assert visits == [("orders", None, "Mug")]


def test_beyond_the_tolerance_a_clerk_is_told_who_posts(
    count_of, goods, scan, act, store, monkeypatch
):
    goods("MUG-12345", name="Mug", on_hand=10, price="2.00")
    page = count_of()
    scan(page, "MUG-12345")
    answer_with(monkeypatch, yes=True)
    told = {}

    async def nobody_comes(dialog):
        told["why"] = dialog.form.why.text()
        dialog.reject()

    post_beside(page, act, nobody_comes)

    assert told["why"].startswith("Only a manager can post a count")
    assert page.problem.text() == told["why"]
    assert store.sql("SELECT stock_level FROM inventory") == 10
    assert page.count is not None


def test_beyond_the_tolerance_a_clerk_posts_with_a_managers_word(
    count_of, goods, scan, act, store, monkeypatch, qtbot
):
    goods("MUG-12345", name="Mug", on_hand=10, price="2.00")
    page = count_of()
    scan(page, "MUG-12345")
    answer_with(monkeypatch, yes=True)
    told = []

    async def a_manager_comes(dialog):
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        qtbot.keyClicks(dialog.login.input, "cyd")
        qtbot.keyClicks(dialog.password.input, PASSWORD)
        qtbot.keyClick(dialog.password.input, Qt.Key.Key_Return)

    post_beside(page, act, a_manager_comes)

    assert {"Post “Shelf 3”", "9 pieces", "$18.00", "Ada"} <= set(told)
    assert store.sql("SELECT stock_level FROM inventory") == 1
    assert page.note.text() == "“Shelf 3” is posted: 1 product corrected, 0 already correct."
    posted = "SELECT s.display_name FROM storedesk.stock_counts c JOIN storedesk.staff s"
    assert store.sql(f"{posted} ON s.id = c.posted_by") == "Ada"
    assert store.broken() == []


def test_what_others_count_while_the_manager_comes_is_shown_before_it_is_allowed(
    count_of, goods, scan, act, store, monkeypatch, qtbot
):
    mug = goods("MUG-12345", name="Mug", on_hand=10, price="2.00")
    page = count_of()
    scan(page, "MUG-12345")
    answer_with(monkeypatch, yes=True)
    told = []

    async def a_manager_comes(dialog):
        more = "SELECT api.count_item(gen_random_uuid(), %s, %s, NULL, 0, true)"
        store.sql(more, page.count, mug, login="cyd")
        qtbot.keyClicks(dialog.login.input, "cyd")
        qtbot.keyClicks(dialog.password.input, PASSWORD)
        qtbot.keyClick(dialog.password.input, Qt.Key.Key_Return)
        await dialog.idle()
        told.append((dialog.problem.text(), dialog.login.text()))
        told.extend(label.text() for label in dialog.form.facts.findChildren(QLabel))
        qtbot.keyClick(dialog.password.input, Qt.Key.Key_Return)

    post_beside(page, act, a_manager_comes)

    sentence = (
        "This approval was already used, is too old, or is for something else. Ask for a new one."
    )
    assert told[0] == (sentence, "cyd")
    assert {"10 pieces", "$20.00"} <= set(told[1:])
    assert store.sql("SELECT stock_level FROM inventory") == 0


def test_a_product_is_counted_again(count_of, goods, scan, act):
    goods("MUG-12345", name="Mug", on_hand=10)
    page = count_of()
    scan(page, "MUG-12345")
    act(page, lambda: page.sheet.table.selectRow(0))

    act(page, lambda: page.start(page.recount))

    assert counted(page) == {"Mug": "\N{EN DASH}"}


def test_a_count_that_somebody_else_ends_is_left(count_of, goods, scan, act, store):
    goods("MUG-12345", name="Mug", on_hand=10)
    page = count_of()
    store.sql("SELECT api.cancel_count(gen_random_uuid(), %s)", page.count, login="cyd")

    scan(page, "MUG-12345")

    assert page.problem.text() == "The count Shelf 3 is over: it was canceled."
    act(page, page.reload)
    assert page.count is None


def test_new_counts_list_what_was_asked_for(open_page, add_product, act):
    for name in ("Blue mug", "Red mug", "Bowl"):
        add_product(name)
    page = open_page()
    made = {}

    def answer(scope, **fields):
        def action():
            dialog = NewCount(page, page.desk, "Shelf", [], most=5_000)
            dialog.scope.show_value(scope)
            dialog._show_fields()
            for field, value in fields.items():
                getattr(dialog, field).show_value(value)
            page.start(dialog.take)
            made[scope] = dialog

        act(page, action)
        return len(made[scope].products)

    assert answer("scan") == 0
    assert answer("search", words="mug") == 2
    assert answer("sample", sample=1) == 1
    assert answer("all") == 3


def test_a_count_is_begun_from_the_page(open_page, add_product, act, store):
    add_product("Blue mug")
    page = open_page()

    def begin():
        page.start(page.begin)
        QTimer.singleShot(300, lambda: press_begin(page))

    act(page, begin)

    assert store.sql("SELECT name FROM storedesk.stock_counts").startswith("Count of ")
    assert page.count is not None
    assert page.header.heading.text().startswith("Count of ")


def press_begin(page):
    page.window().findChildren(NewCount)[0].begin.click()


def post_beside(page, act, manager):
    """Post a count, and let somebody come to the dialog that asks for a manager."""

    async def come():
        while not (found := page.window().findChildren(ApprovalDialog)):
            await asyncio.sleep(0.01)
        await manager(found[0])

    def action():
        page.start(page.post)
        asyncio.get_running_loop().create_task(come())

    act(page, action)


def answer_with(monkeypatch, *, yes, refused=""):
    """Answer the questions before a count is posted."""

    async def may_post(*_):
        return yes

    async def what(*_):
        return refused

    monkeypatch.setattr(counts_view, "may_post", may_post)
    monkeypatch.setattr(counts_view, "what_of_the_refused", what)


HOUSE = "790617348408"
"""Looks like a UPC, but its last digit is no check digit."""


def test_a_code_whose_check_digit_is_wrong_is_counted_where_an_article_has_it(
    count_of, goods, scan
):
    goods(HOUSE, name="Mug", on_hand=5)
    page = count_of()

    scan(page, HOUSE)
    assert last(page) == ("Mug", "1")


def test_a_code_whose_check_digit_is_wrong_is_misread_where_nothing_has_it(count_of, scan, store):
    page = count_of()

    scan(page, HOUSE)
    assert "it was misread" in page.problem.text()
    assert store.sql("SELECT count(*) FROM storedesk.stock_count_entries") == 0


@pytest.mark.parametrize("status", ["draft", "inactive"])
def test_what_is_not_on_sale_is_counted(count_of, goods, scan, status):
    goods("2000000000008", name="Mug", status=status)
    page = count_of()

    scan(page, "2000000000008")

    assert last(page) == ("Mug", "1")


def test_what_was_deleted_is_not_counted_and_said_to_be_so(count_of, goods, store, scan):
    mug = goods("2000000000008", name="Mug")
    store.sql("SELECT api.delete_product(gen_random_uuid(), %s)", mug, login="cyd")
    page = count_of()

    scan(page, "2000000000008")

    assert page.problem.text() == "Mug was deleted. Ask a manager."
    assert page.sheet.remark.text() == "This was not counted"
    assert page.sheet.parked.records.records == []
