"""The products page: finding, narrowing, and all about one product."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from storedesk.ui.catalog.view import ProductsView
from tests.ui.contexts import a_context


@pytest.fixture
def open_page(qtbot, signed_in, us, act):
    def open_page(login="ada"):
        desk, me = signed_in(login)
        page = ProductsView(a_context(desk, me, us))
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        return page

    return open_page


def rows(page):
    return [page.table.rows.record(row).name for row in range(page.table.rows.rowCount())]


def search(page, act, qtbot, words):
    def action():
        page.search.clear()
        qtbot.keyClicks(page.search, words)
        qtbot.keyClick(page.search, Qt.Key.Key_Return)

    act(page, action)


def test_products_are_listed_by_name(open_page, add_product):
    for name in ("Cup", "Apple", "Bowl"):
        add_product(name)

    page = open_page()

    assert rows(page) == ["Apple", "Bowl", "Cup"]
    assert page.count.text() == "3 products"


def test_a_product_named_like_a_picture_is_text(open_page, add_product, act):
    add_product("<img src=/dev/zero>")
    page = open_page()

    act(page, lambda: page.table.selectRow(0))

    assert page.detail._name.text() == "<img src=/dev/zero>"
    assert page.detail._name.textFormat() == Qt.TextFormat.PlainText


def test_any_words_find_and_signs_are_only_signs(open_page, add_product, act, qtbot):
    for name in ("100% Cotton Towel", "Cotton Bag", "Towel"):
        add_product(name)
    page = open_page()

    for words, found in (
        ("towel cotton", ["100% Cotton Towel"]),
        ("100%", ["100% Cotton Towel"]),
        ("_", []),
        ("' OR 1=1 --", []),
    ):
        search(page, act, qtbot, words)
        assert rows(page) == found, words


def test_tabs_narrow_by_status(open_page, add_product, act):
    add_product("Apple")
    add_product("Bowl", status="draft")
    page = open_page()

    act(page, page.tabs.button("draft").click)

    assert rows(page) == ["Bowl"]


def test_a_search_finds_products_of_every_status(open_page, add_product, act, qtbot):
    add_product("Apple")
    add_product("Bowl", status="draft")
    page = open_page()
    act(page, page.tabs.button("draft").click)

    search(page, act, qtbot, "apple")
    assert rows(page) == ["Apple"]

    act(page, lambda: qtbot.keyClick(page.search, Qt.Key.Key_Escape))
    assert (page.tabs.current(), rows(page)) == ("draft", ["Bowl"])


def test_what_a_category_hides_is_named(open_page, add_product, store, act, qtbot):
    add_product("Apple")
    store.sql("INSERT INTO categories (name) VALUES ('Empty')")
    page = open_page()
    act(page, lambda: page.category.setCurrentIndex(page.category.findText("Empty")))

    search(page, act, qtbot, "apple")

    assert rows(page) == []
    assert page.table.empty.title.text() == "Nothing here matches \u201capple\u201d"
    assert page.table.empty.hint.text().startswith("Found elsewhere: Apple (")


def test_a_cashier_does_not_see_drafts(open_page, add_product):
    add_product("Apple")
    add_product("Bowl", status="draft")

    assert rows(open_page("bob")) == ["Apple"]


def test_variants_and_codes_stand_beside_the_list(open_page, add_product, store, act):
    mug = add_product("Mug", on_hand=7)
    store.sql(
        """
        INSERT INTO product_variants (product_id, sku, size, color, price_adjustment_amount)
        VALUES (%s, 'MUG-L-BLUE', 'L', 'Blue', 1.50)
        """,
        mug,
    )
    page = open_page()

    act(page, lambda: page.table.selectRow(0))

    [variant] = page.detail.product.variants
    assert (variant.description, str(variant.price.amount)) == ("L / Blue", "4.00")
    assert not page.detail._variants.isHidden()


def test_a_picture_is_drawn_in_the_list_once_it_has_come(open_page, add_product, monkeypatch):
    add_product("Mug")
    page = open_page()
    assert page.table.list.cells(0)[0][1].picture is None
    come = QPixmap(8, 8)
    monkeypatch.setattr(page.pictures, "get_or_blank", lambda _: come)

    page._picture_came()

    assert page.table.list.cells(0)[0][1].picture is come


def test_news_moves_nothing_under_the_cursor(open_page, add_product, act):
    for name in ("Bowl", "Cup", "Dish"):
        add_product(name)
    page = open_page()
    act(page, lambda: page.table.selectRow(1))

    add_product("Apple")
    act(page, page.changed)

    assert rows(page) == ["Apple", "Bowl", "Cup", "Dish"]
    assert page.table.chosen().name == "Cup"


def test_a_chosen_product_is_shown_as_it_is_now(open_page, add_product, store, act):
    mug = add_product("Mug")
    page = open_page()
    act(page, lambda: page.table.selectRow(0))

    store.sql("UPDATE products SET name = 'Beaker' WHERE id = %s", mug)
    act(page, page.changed)

    assert page.detail._name.text() == "Beaker"


def test_sorting_asks_the_database(open_page, add_product, act):
    add_product("Apple", price="9.00")
    add_product("Bowl", price="1.00")
    page = open_page()

    def click_price():
        header = page.table.horizontalHeader()
        header.sorted.emit(type(page.table.sort)("price"))

    act(page, click_price)

    assert rows(page) == ["Bowl", "Apple"]


def test_a_scanned_code_whose_check_digit_is_wrong_is_looked_up_before_it_is_misread(
    open_page, add_product, store, act
):
    mug = add_product("Mug")
    add_product("Cup")
    store.sql(
        "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES (%s, %s)",
        "790617348408", mug,
    )  # fmt: skip
    page = open_page()

    act(page, lambda: page.scanned("790617348408"))
    assert rows(page) == ["Mug"]
    act(page, lambda: page.scanned("790617348400"))
    assert "it was misread" in page.problem.text()
    act(page, lambda: page.scanned("40063813"))
    assert "nothing on this page has it" in page.problem.text()
