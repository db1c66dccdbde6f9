"""An old number of another program is found where orders are searched, marked as imported."""

from uuid import uuid4

import pytest
from psycopg.types.json import Jsonb
from PySide6.QtWidgets import QDialog

from storedesk import queries
from storedesk.ui.orders.view import OrdersView
from tests.ui.contexts import a_context

LINES = [
    {"number": "C53", "code": "MUG", "quantity": 3, "price": "1.3350"},
    {"number": "C53", "code": "POST", "quantity": -1, "price": "18.00", "name": "Postage"},
]


@pytest.fixture
def ended():
    """Whether the import has ended."""
    return True


@pytest.fixture
def imported(store, ordered, ended):
    """An import of one order, beside one of our own."""
    order = ordered(status="confirmed")
    store.sql("UPDATE products SET name = 'Enamel mug'")
    words = "SELECT api.begin_past_import(%s, 'old.csv')"
    begun = store.sql(words, uuid4(), login="cyd")["import_id"]
    more = {"sold_at": "2010-12-01T08:26:00", "customer": "17850", "country": "Norway"}
    lines = Jsonb([line | more for line in LINES])
    store.sql("SELECT api.add_past_sales(%s, %s, %s)", uuid4(), begun, lines, login="cyd")
    if ended:
        store.sql("SELECT api.end_past_import(%s, %s)", uuid4(), begun, login="cyd")
    return order


@pytest.fixture
def login():
    return "cyd"


@pytest.fixture
def page(qtbot, signed_in, us, act, imported, login):
    del imported
    desk, me = signed_in(login)
    page = OrdersView(a_context(desk, me, us))
    qtbot.addWidget(page)
    page.resize(1190, 700)
    act(page, page.show)
    return page


async def look_for(page, words):
    page.search.setText(words)
    page.search.searched.emit(words)
    await page.idle()


async def test_a_search_for_an_old_number_says_that_it_was_imported(page, imported):
    assert page.past.text() == ""
    await look_for(page, "c53")
    assert page.past.text().startswith("Imported order C53 · ")
    assert page.past.text().endswith("-$14.00") or page.past.text().endswith("\N{MINUS SIGN}$14.00")
    page.past.open_button.click()
    [dialog] = [one for one in page.window().findChildren(QDialog) if one.isVisible()]
    shown = dialog.table.records
    lines = [shown.record(at) for at in range(shown.rowCount())]
    assert [(one.code, one.name, one.quantity) for one in lines] == [
        ("MUG", "Enamel mug", 3), ("POST", "Postage", -1),
    ]  # fmt: skip
    assert dialog.windowTitle() == "Imported order C53"
    dialog.reject()
    [jump] = await page.jumps("C53", 5)
    assert (jump.text, jump.remark.split(",")[0]) == ("C53", "Imported")
    page.show_record(imported)
    await page.idle()
    assert page.past.text() == "", "another list is shown"


@pytest.mark.parametrize("ended", [False])
async def test_what_did_not_end_is_not_found(page):
    await look_for(page, "C53")
    assert page.past.text() == ""


@pytest.mark.parametrize(("login", "asks"), [("bob", False), ("ada", False), ("eve", True)])
async def test_only_who_may_read_past_sales_asks_for_them(page, asks, monkeypatch):
    asked = []
    real = queries.past_sales.past_order

    def counted(session, number):
        asked.append(number)
        return real(session, number)

    monkeypatch.setattr(queries.past_sales, "past_order", counted)
    await look_for(page, "C53")
    assert bool(asked) is asks
    assert bool(page.past.text()) is asks
    assert page.problem.text() == ""
