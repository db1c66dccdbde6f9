"""The low-stock report as a manager uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.ui.inventory.low_stock import LowStockView
from storedesk.ui.kit.lists.row_painter import text_of
from storedesk.ui.report_dialog import ReportDialog
from tests.ui.contexts import a_context


@pytest.fixture
def visits():
    return []


@pytest.fixture
def open_page(qtbot, signed_in, us, act, visits):
    def open_page(login="cyd"):
        desk, me = signed_in(login)
        context = a_context(
            desk,
            me,
            us,
            navigate=lambda page, record=None, *, words="": visits.append((page, record, words)),
        )
        page = LowStockView(context)
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        return page

    return open_page


def rows(page):
    cells = [page.table.rows.cells(row) for row in range(page.table.rows.rowCount())]
    return [[text_of(shown) for _, shown in row] for row in cells]


def test_what_is_low_stands_with_what_sold_and_what_to_order(open_page, goods, till):
    goods("MUG-1", name="Mug", on_hand=12)
    goods("CUP-1", name="Cup", on_hand=1)
    till.sell("MUG-1", "MUG-1")
    till.sell("CUP-1")

    assert rows(open_page()) == [
        ["Cup\nCUP-1", "Things", "Sold out", "0", "10", "1", "0 days", "11"],
        ["Mug\nMUG-1", "Things", "Low", "10", "10", "2", "150 days", "2"],
    ]


def test_enter_leads_to_the_history_of_the_product(open_page, add_product, qtbot, act, visits):
    mug = add_product("Mug", on_hand=2)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))

    act(page, lambda: qtbot.keyClick(page.table, Qt.Key.Key_Return))

    assert visits == [("inventory", mug, "")]


def test_thresholds_are_typed_row_after_row_and_what_is_low_no_more_goes(
    open_page, add_product, qtbot, act, store
):
    for name in ("Apple", "Bowl", "Cup"):
        add_product(name, on_hand=5)
    page = open_page()
    act(page, lambda: page.table.selectRow(0))
    act(page, lambda: page.table.editing.open_named("reorder_point"))
    act(page, lambda: qtbot.keyClicks(page.table.editing.line, "4"))
    act(page, lambda: qtbot.keyClick(page.table.editing.line, Qt.Key.Key_Return))

    words = "SELECT low_stock_threshold FROM inventory i JOIN products p ON p.id = i.product_id"
    assert store.sql(f"{words} WHERE p.name = 'Apple'") == 4
    assert [row[0] for row in rows(page)] == ["Bowl", "Cup"]


def test_nothing_low_says_so(open_page, add_product):
    add_product("Mug", on_hand=200)
    page = open_page()
    assert page.table.empty.title.text() == "Nothing is low"


def test_a_search_that_finds_nothing_does_not_say_that_nothing_is_low(open_page, add_product, act):
    add_product("Mug", on_hand=2)
    page = open_page()
    page.look_for("bowl")
    act(page, page.search.returnPressed.emit)
    assert page.table.empty.title.text() == "Nothing matches \u201cbowl\u201d"
    assert page.table.empty.hint.text() == "Try other words, or clear the search."
    act(page, lambda: QTest.keyClick(page.search, Qt.Key.Key_Escape))
    assert page.table.rows.rowCount() == 1


async def test_the_report_is_saved_as_a_pdf_that_says_what_the_list_says(
    qtbot, tmp_path, monkeypatch
):
    import pypdfium2  # noqa: PLC0415 - slow, and for this test alone
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415

    from tests.documents.test_low_stock import line, printed  # noqa: PLC0415

    window = QWidget()
    qtbot.addWidget(window)
    text, _ = printed(*[line(name=f"Mug number {n}") for n in range(90)])
    dialog = ReportDialog(window, "Low stock", text, "low-stock")
    target = tmp_path / "low-stock.pdf"

    async def chosen(*_, **__):
        return target

    monkeypatch.setattr("storedesk.ui.report_dialog.choose_file", chosen)
    await dialog.save_pdf()
    dialog.reject()

    pages = pypdfium2.PdfDocument(target)
    words = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert len(pages) > 1
    assert all(f"Mug number {n}" in words for n in (0, 45, 89))
    assert "Sold in 30 days" in words
