"""Each record has a timeline: for those who look after the store, on a key of its page."""

import pytest

from storedesk.domain.journal import JournalKind
from storedesk.ui.catalog.view import ProductsView
from storedesk.ui.timeline.action import KINDS, add_timeline
from storedesk.ui.timeline.dialog import TimelineDialog
from tests.ui.contexts import a_context


@pytest.fixture
def mug(store, add_product):
    product = add_product("Blue mug", price="2.50")
    add_product("Bowl")
    store.sql("UPDATE products SET price_amount = 3 WHERE id = %s", product, login="cyd")
    return product


def offered(page):
    return [one.name for one in page.menu.offered() if one]


@pytest.fixture
def page(qtbot, signed_in, us, act, request, mug):
    """The page of products, of whoever the test names."""
    del mug
    login = getattr(request, "param", "cyd")
    desk, me = signed_in(login)
    page = ProductsView(a_context(desk, me, us))
    qtbot.addWidget(page)
    add_timeline(page, "products", "Products", page.context)
    act(page, page.show)
    act(page, page.reload)
    return page


async def test_the_row_of_a_product_offers_it(page):
    assert "products.timeline" not in offered(page), "nothing is chosen"
    page.table.selectRow(0)
    await page.shown()
    assert "products.timeline" in offered(page)


@pytest.mark.parametrize("page", ["eve"], indirect=True)
async def test_it_names_who_what_and_before(page, mug):
    dialog = TimelineDialog(page, page.context, JournalKind.PRODUCT, mug)
    dialog.show()
    await dialog.idle()
    line = dialog.table.chosen_or_none()
    assert (line.who, line.action) == ("Cyd", "price")
    assert dialog.changes.shown == ["Before: 2.50", "3.00"]
    assert dialog.subject.text() == "Blue mug"
    dialog.reject()


@pytest.mark.parametrize("page", ["ada"], indirect=True)
def test_a_clerk_has_none(page, act):
    act(page, lambda: page.table.selectRow(0))
    assert "products.timeline" not in offered(page)
    assert set(KINDS) == {"products", "orders", "customers", "shifts", "people", "settings"}
