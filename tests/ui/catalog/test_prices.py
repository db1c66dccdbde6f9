"""A manager types prices straight into the list, while others edit the same products."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from storedesk.ui.catalog.view import ProductsView
from storedesk.ui.kit.base.actions import Actions
from tests.ui.contexts import a_context


@pytest.fixture
def open_page(qtbot, signed_in, us, act):
    def open_page(login="cyd"):
        desk, me = signed_in(login)
        actions = Actions()
        page = ProductsView(a_context(desk, me, us, actions=actions))
        page.actions_at_hand = actions
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        act(page, lambda: page.table.selectRow(0))
        return page

    return open_page


@pytest.fixture
def type_price(qtbot, act):
    """Type a price into the chosen row, by the page's key."""

    def type_price(page, typed, then=Qt.Key.Key_Return):
        def action():
            page.actions_at_hand.named("catalog.price").run()
            qtbot.keyClicks(page.table.editing.line, typed)
            qtbot.keyClick(page.table.editing.line, then)

        act(page, action)

    return type_price


def prices(store):
    return [row[0] for row in store.rows("SELECT price_amount FROM products ORDER BY name")]


def test_prices_are_typed_row_after_row(open_page, add_product, store, type_price, qtbot, act):
    for name in ("Apple", "Bowl", "Cup"):
        add_product(name, price="2.50")
    page = open_page()

    type_price(page, "3.10")
    assert page.table.editing.row == 1
    act(page, lambda: qtbot.keyClicks(page.table.editing.line, "4"))
    act(page, lambda: qtbot.keyClick(page.table.editing.line, Qt.Key.Key_Return))

    assert prices(store) == [Decimal("3.10"), Decimal("4.00"), Decimal("2.50")]
    assert page.table.rows.record(0).price.amount == Decimal("3.10")
    assert (page.table.editing.row, page.table.editing.line.text()) == (2, "2.50")
    assert store.sql("SELECT version FROM products WHERE name = 'Apple'") == 2


@pytest.mark.parametrize(
    "typed",
    [
        "abc",
        "0",
        "12.345",
        "12345670",
        "5901234123457",
    ],
)
def test_what_is_no_price_is_said_at_the_cell(open_page, add_product, store, type_price, typed):
    add_product("Apple", price="2.50")
    page = open_page()

    type_price(page, typed)

    assert page.table.editing.line.problem.text()
    assert page.table.editing.line.text() == typed
    assert page.problem.isHidden()
    assert prices(store) == [Decimal("2.50")]


def test_a_price_that_somebody_else_changed_is_said_both_ways(
    open_page, add_product, store, type_price, qtbot, act
):
    add_product("Apple", price="2.50")
    page = open_page()
    store.sql("UPDATE products SET price_amount = 2.75, version = version + 1")

    type_price(page, "3.10")

    line = page.table.editing.line
    assert line.problem.text() == (
        "Somebody changed this price to $2.75 meanwhile. Press Enter again to make it $3.10."
    )
    assert line.text() == "3.10"
    assert prices(store) == [Decimal("2.75")]

    act(page, lambda: qtbot.keyClick(line, Qt.Key.Key_Return))
    assert prices(store) == [Decimal("3.10")]


def test_what_else_was_edited_meanwhile_stays(open_page, add_product, store, type_price):
    add_product("Apple", price="2.50")
    page = open_page()
    store.sql("UPDATE products SET name = 'Red apple', version = version + 1")

    type_price(page, "3.10")

    assert store.rows("SELECT name, price_amount, version FROM products") == [
        ("Red apple", Decimal("3.10"), 3)
    ]


def test_a_price_that_would_make_a_variant_free_is_refused(
    open_page, add_product, store, type_price
):
    mug = add_product("Mug", price="5.00")
    store.sql(
        """
        INSERT INTO product_variants (product_id, sku, size, color, price_adjustment_amount)
        VALUES (%s, 'MUG-S', 'S', 'Blue', -2.00)
        """,
        mug,
    )
    page = open_page()

    type_price(page, "2")

    assert (
        page.table.editing.line.problem.text()
        == "A variant of Mug would have a price of zero or less. Choose another price."
    )
    assert prices(store) == [Decimal("5.00")]


def test_a_deleted_product_is_told_of(open_page, add_product, store, type_price):
    add_product("Apple", price="2.50")
    page = open_page()
    store.sql("UPDATE products SET is_deleted = true, version = version + 1")

    type_price(page, "3")

    assert page.table.editing.line.problem.text() == "Apple was deleted. Restore it first."


def test_who_is_no_manager_types_no_price(open_page, add_product, qtbot, act):
    add_product("Apple", price="2.50")
    page = open_page("ada")

    act(page, lambda: qtbot.keyClicks(page.table, "3"))

    assert page.table.editing.row == -1
    assert "catalog.price" not in {action.name for action in page.actions_at_hand.all()}
