"""A product's sales beside it: for managers and auditors, imported ones marked."""

from uuid import uuid4

import pytest
from psycopg.types.json import Jsonb
from PySide6.QtCore import Qt

from storedesk.ui.catalog.view import ProductsView
from tests.ui.contexts import a_context

pytestmark = pytest.mark.usefixtures("invariants")
OLD = {"number": "536365", "code": "MUG", "quantity": 6, "price": 1.5,
       "sold_at": "2010-12-01T08:26:00"}  # fmt: skip


def words_of(card):
    """Return what a card of facts says, by its words."""
    grid = card.facts.layout()
    texts = [grid.itemAt(at).widget().text() for at in range(grid.count())]
    return dict(zip(texts[::2], texts[1::2], strict=True))


@pytest.fixture
def mug(store, goods, orders):
    """A mug of which two were sold today, and six by another program."""
    mug = goods("MUG", price="2.50", on_hand=9)
    goods("CUP")
    orders.sent((mug, 2))
    begun = uuid4()
    for words, *given in (
        ("begin_past_import(%s, %s)", begun, "old.csv"),
        (
            "add_past_sales(%s, %s, %s)",
            uuid4(),
            begun,
            Jsonb([OLD]),
        ),
        ("end_past_import(%s, %s)", uuid4(), begun),
    ):
        store.sql(f"SELECT api.{words}", *given, login="cyd")
    return mug


@pytest.mark.usefixtures("mug")
async def test_a_manager_reads_them_below_the_form(counter):
    one = await counter()
    await one.choose("Mug")
    said = words_of(one.editor.sales)
    assert said["Last 7 days"] == said["Last 365 days"] == "2 pieces · $5.00"
    assert said["All sales"] == "8 pieces · $14.00\nimported: 6 · $9.00"
    await one.choose("Cup")
    assert words_of(one.editor.sales)["All sales"] == "0 pieces · $0.00"
    assert "Last sold" not in words_of(one.editor.sales)


@pytest.mark.usefixtures("mug")
async def test_a_new_product_has_none(counter):
    one = await counter()
    await one.choose("Mug")
    assert one.editor.sales.isVisibleTo(one.editor)
    await one.press_key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    await one.settle()
    assert not one.editor.sales.isVisibleTo(one.editor)


@pytest.mark.parametrize(("login", "sees"), [("eve", True), ("ada", False), ("bob", False)])
def test_only_who_may_read_sales_is_shown_them(login, sees, qtbot, signed_in, us, act, mug):
    desk, me = signed_in(login)
    page = ProductsView(a_context(desk, me, us))
    qtbot.addWidget(page)
    act(page, page.show)
    rows = {page.table.rows.record(row).name: row for row in range(page.table.rows.rowCount())}
    act(page, lambda: page.table.selectRow(rows["Mug"]))
    assert page.detail.product.id == mug
    assert page.detail.sales.isVisibleTo(page.detail) == sees
    if sees:
        assert words_of(page.detail.sales)["Last 30 days"] == "2 pieces · $5.00"
