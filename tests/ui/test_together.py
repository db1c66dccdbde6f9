"""A product's stock is all its variants' together: said once on the product, nowhere on a variant.

Shirts come in S and M, seven in all; of mugs there are seven too, and they are all alike.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import pytest
from PySide6.QtWidgets import QLabel

from storedesk import api, queries
from storedesk.documents import low_stock
from storedesk.domain.till import Register
from storedesk.ui.catalog.manager_view import ManagerProductsView
from storedesk.ui.catalog.view import ProductsView
from storedesk.ui.counts.view import CountsView
from storedesk.ui.inventory.low_stock import LowStockView
from storedesk.ui.inventory.view import InventoryView
from storedesk.ui.item_search.match_painter import MatchPainter
from storedesk.ui.item_search.matches import Matches
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.lists.exporting import plain_values
from storedesk.ui.stock_labels import TOGETHER
from storedesk.ui.till.checkout.quote_changes import QuoteChangesPanel
from storedesk.ui.till.price_check import PricePanel
from tests.ui.contexts import a_context
from tests.ui.till.shop import till_context

OPEN_COUNT = "SELECT api.open_count(gen_random_uuid(), gen_random_uuid(), 'Shelf', %s)"
ON_HAND = 7


@pytest.fixture
def shirt(goods, variant):
    product = goods("SHIRT", name="Shirt", on_hand=ON_HAND)
    for size in ("S", "M"):
        variant(product, f"SHIRT-{size}", size=size)
    return product


@pytest.fixture
def mug(goods):
    return goods("MUG", name="Mug", on_hand=ON_HAND)


@pytest.fixture
def both(shirt, mug):
    return shirt, mug


@pytest.fixture
def opened(qtbot, signed_in, us, act):
    """Open a page of the stock room or of the catalogue for a manager."""

    def opened(kind):
        desk, me = signed_in("cyd")
        page = kind(a_context(desk, me, us))
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        return page

    return opened


def told(shown):
    """All that a cell says."""
    cell = shown if isinstance(shown, Cell) else Cell(str(shown))
    return " · ".join(part for part in (cell.text, cell.second, cell.note) if part)


def row_of(table, name):
    """What the row of a product says in a list, and its cells in an export."""
    records = [table.rows.record(at) for at in range(table.rows.rowCount())]
    shown = {
        " | ".join(told(column.value(record)) for column in table.columns): record
        for record in records
    }
    [(words, record)] = [one for one in shown.items() if name in one[0]]
    exported = [str(value) for column in table.columns for value in plain_values(column, record)]
    return words, exported


def words_of(widget):
    """All words that a widget shows."""
    labels = widget.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if not label.isHidden())


LISTS = [
    pytest.param(ProductsView, True, id="products"),
    pytest.param(ManagerProductsView, True, id="products of a manager"),
    pytest.param(InventoryView, False, id="inventory"),
    pytest.param(LowStockView, False, id="low stock"),
]


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize(("kind", "is_catalog"), LISTS)
def test_a_list_says_it_once_on_the_products_row(opened, kind, is_catalog):
    page = opened(kind)

    shown, exported = row_of(page.table, "Shirt")
    assert shown.count(TOGETHER) == 1
    assert exported.count(str(ON_HAND)) >= 1
    assert is_catalog or exported.count(TOGETHER) == 1
    shown, exported = row_of(page.table, "Mug")
    assert TOGETHER not in shown
    assert TOGETHER not in exported


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize(
    ("kind", "part"),
    [(ProductsView, "detail"), (ManagerProductsView, "editor"), (InventoryView, "levels")],
)
def test_beside_a_list_it_is_said_once_and_its_variants_have_no_number(opened, act, kind, part):
    page = opened(kind)
    names = [page.table.rows.record(at) for at in range(2)]
    at = {getattr(one, "name", None) or one.product: row for row, one in enumerate(names)}

    act(page, lambda: page.table.selectRow(at["Shirt"]))
    assert words_of(getattr(page, part)).count(TOGETHER) == 1
    act(page, lambda: page.table.selectRow(at["Mug"]))
    assert TOGETHER not in words_of(getattr(page, part))

    if part == "detail":
        act(page, lambda: page.table.selectRow(at["Shirt"]))
        variants = page.detail._list
        cells = [told(shown) for row in range(2) for _, shown in variants.records.cells(row)]
        assert len(cells) == 4
        assert not [words for words in cells if re.search(rf"\b{ON_HAND}\b", words)]


def test_a_count_counts_them_together(opened, store, both, act):
    count = store.sql(OPEN_COUNT, list(both), login="cyd")
    page = opened(CountsView)
    act(page, lambda: page._show(count))

    assert row_of(page.sheet.table, "Shirt")[0].count(TOGETHER) == 1
    assert TOGETHER not in row_of(page.sheet.table, "Mug")[0]


@dataclass
class Found:
    """What searches offer of shirts and mugs."""

    shirts: Sequence
    mug: object


@pytest.fixture
def found(desk_of, both):  # noqa: ARG001 - the goods
    desk = desk_of("bob")
    shirts = asyncio.run(desk.read(api.till.find_items, "shirt"))
    [mug] = asyncio.run(desk.read(api.till.find_items, "mug"))
    return Found(shirts, mug)


@pytest.fixture
def read(us):
    """How the list of matches reads out what was found: each product with its variants."""
    painter = MatchPainter(us, lambda _: None)

    def read(product):
        rows = Matches()
        rows.take([product])
        return [painter.read(row) for row in rows.rows()]

    return read


def test_a_variant_that_is_searched_has_no_number(read, found):
    [shirt] = found.shirts
    product, *variants = read(shirt)
    assert [item.description for item in shirt.variants] == ["M", "S"]
    for words in variants:
        assert "shelf" not in words
        assert not re.search(rf"\b{ON_HAND}\b", words)
        assert TOGETHER not in words
    assert product.endswith(f"{ON_HAND} on the shelf, {TOGETHER}")
    assert read(found.mug) == [read(found.mug)[0]]
    assert read(found.mug)[0].endswith(f"{ON_HAND} on the shelf")


def test_that_there_are_none_is_true_of_every_variant(desk_of, read, goods, variant):
    variant(goods("SCARF", name="Scarf", on_hand=0), "SCARF-L", size="L")
    [scarf] = asyncio.run(desk_of("bob").read(api.till.find_items, "scarf"))

    assert all(words.endswith("none on the shelf") for words in read(scarf))


@pytest.fixture
def here(desk_of, store):
    """Bob's till on the real store, its shift open."""
    desk = desk_of("bob")
    register = store.sql(
        "INSERT INTO storedesk.registers (code, name) VALUES ('R1', 'Till 1') RETURNING id"
    )
    store.sql("SELECT api.open_shift(gen_random_uuid(), %s, 100)", register, login="bob")
    me, settings = (
        asyncio.run(desk.read(api.staff.me)),
        asyncio.run(desk.read(queries.store_settings.settings)),
    )
    return till_context(desk, register=Register(register, "R1", "Till 1"), me=me, store=settings)


@pytest.mark.usefixtures("both")
def test_the_price_check_says_whose_number_it_is(qtbot, here, act):
    panel = PricePanel(here)
    qtbot.addWidget(panel)
    panel.idle = panel.jobs.idle

    act(panel, lambda: panel.scan("SHIRT-M"))
    assert panel.stock.text() == f"{ON_HAND} on the shelf, {TOGETHER}"
    act(panel, lambda: panel.scan("MUG"))
    assert panel.stock.text() == f"{ON_HAND} on the shelf"


def test_what_a_quote_lacks_is_said_of_the_product(qtbot, here, store, both):
    desk, register = here.desk, here.register.id
    sold = (("SHIRT-M", 5), ("SHIRT-S", 4), ("MUG", 8))
    order = store.sql("SELECT gen_random_uuid()")
    for code, pieces in sold:
        asyncio.run(desk.do(
            api.till.scan, register_id=register, order_id=order, code=code, quantity=pieces
        ))  # fmt: skip
    total = asyncio.run(desk.read(api.till.current_sale, register)).total

    quote = asyncio.run(desk.do(api.till.quote, order_id=order, shown_total=total))

    assert {one.product_id: one.of_variants for one in quote.shortages} == dict(
        zip(both, (True, False), strict=True)
    )
    panel = QuoteChangesPanel(here, quote)
    qtbot.addWidget(panel)
    words = words_of(panel)
    assert words.count(TOGETHER) == 1
    assert f"9 in the sale, {ON_HAND} on the shelf, {TOGETHER}" in words


@pytest.mark.usefixtures("both")
def test_the_paper_of_what_is_low_says_it_once(desk_of):
    lines = asyncio.run(desk_of("cyd").read(queries.low_stock.first_low_stock))
    speech = low_stock.ReportSpeech(translate=str, count=str, moment=str)
    report = low_stock.LowStockReport(
        lines=lines,
        total=len(lines),
        store="Shop",
        made_at=datetime(2026, 1, 2),  # noqa: DTZ001
    )

    rows = re.findall("<tr bgcolor.*?</tr>", low_stock.html(report, speech))

    assert {"Shirt" in row: row.count(TOGETHER) for row in rows} == {True: 1, False: 0}
