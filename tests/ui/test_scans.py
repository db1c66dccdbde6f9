"""A scan is never lost in silence: on every page, before every dialog and panel, in the window."""

import asyncio

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget

from storedesk.ui.kit.base.sounds import Sounds
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.till.new_code import NewCodePanel
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.typist import ENTER, KEY, TAB, Typist

EAN, GONE = "4006381333931", "5901234123457"
LOT = f"010{EAN}17261231\x1d10LOT7"


class Scanned:
    """The real window with a shop in it, and a scanner at its keyboard."""

    def __init__(self, house):  # noqa: F811
        self.house, self.window = house, house.window
        self.typist = Typist(self.window)

    async def come(self, person="cyd"):
        await self.house.come()
        await self.house.enter(person)
        self.window.scanner.install()

    async def go(self, key):
        self.window.frame.go(key)
        await self.house.idle()
        return self.window.frame.pages[key]

    async def scan(self, code, end=ENTER):
        self.typist.types(code, end=end)
        await self.house.idle()

    async def until(self, is_so):
        for _ in range(1_000):
            if is_so():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("it does not come")


@pytest.fixture
def shop(house, store, add_product, till_of, orders, monkeypatch):  # noqa: F811
    """A shop with an open till, a product with a barcode, one that is low, and an order."""
    mug = add_product("Mug", on_hand=50)
    candle = add_product("Candle", on_hand=1)
    for product, code in ((mug, EAN), (candle, "CANDLE")):
        store.sql(
            "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES (%s, %s)",
            code, product,
        )  # fmt: skip
    made = Scanned(house)
    till_of().open()
    made.order = orders.placed((mug, 1))
    made.number = orders.column(made.order, "order_number")
    made.mug, made.rung, bad = mug, [], Sounds.bad
    monkeypatch.setattr(Sounds, "bad", lambda one: (made.rung.append(one), bad(one)))
    yield made
    QApplication.instance().removeEventFilter(house.window.scanner)
    house.leave()


def chosen(page):
    line = page.table.chosen_or_none()
    return line and page.table.source.key(line)


def names(shop, page, code):
    """Tell whether a page says of a scan that it was not taken, and has sounded it.

    At the till whoever may give a code to a product is asked for which one it is.
    """
    panel = getattr(getattr(page, "panel_host", None), "panel", None)
    if isinstance(panel, NewCodePanel):
        return any(code in one.text() for one in panel.findChildren(QLabel))
    return code in page.problem.text() and page.sounds in shop.rung


async def test_at_the_till_a_scan_is_sold(shop):
    await shop.come()
    page = await shop.go("till")
    await shop.scan(EAN)
    await shop.scan(LOT)
    assert [(line.name, line.quantity) for line in page.selling.sale.lines] == [("Mug", 2)]


@pytest.mark.parametrize("field", ["table", "search"])
@pytest.mark.parametrize("key", ["products", "inventory"])
async def test_where_there_are_goods_a_scan_finds_the_product(shop, key, field):
    await shop.come()
    page = await shop.go(key)
    getattr(page, field).setFocus()
    await shop.scan(LOT)
    assert chosen(page) == shop.mug
    await shop.scan(GONE)
    assert names(shop, page, GONE)
    assert chosen(page) == shop.mug


@pytest.mark.parametrize("field", ["table", "search"])
@pytest.mark.parametrize("key", ["products", "inventory", "orders", "customers", "low_stock"])
async def test_after_a_scan_of_nothing_known_the_next_can_be_typed_or_scanned(shop, key, field):
    await shop.come()
    page = await shop.go(key)
    shop.window.activateWindow()
    getattr(page, field).setFocus()
    await shop.until(getattr(page, field).hasFocus)
    for code in (EAN, GONE):
        await shop.scan(code)
    assert names(shop, page, GONE)
    assert page.search.hasFocus() or page.table.hasFocus()


class Windows(QObject):
    """Notes what is shown as a window of its own: it takes the keyboard from the page."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt calls it
        is_shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if is_shown and watched.isWindow() and not isinstance(watched, QDialog):
            self.shown.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("person", ["bob", "ada", "eve", "cyd", "dee"])
async def test_no_part_of_a_page_flashes_as_a_window(shop, person):
    await shop.come(person)
    windows = Windows()
    QApplication.instance().installEventFilter(windows)
    for key in shop.window.frame.pages:
        page = await shop.go(key)
        for code in (EAN, shop.number, "CANDLE", GONE):
            await shop.scan(code)
        if table := getattr(page, "table", None):
            for row in range(min(3, table.rows.rowCount())):
                table.selectRow(row)
                await shop.house.idle()
    QApplication.instance().removeEventFilter(windows)
    assert windows.shown == []


async def test_a_scan_on_low_stock_finds_what_is_low_and_says_what_is_not(shop):
    await shop.come()
    page = await shop.go("low_stock")
    await shop.scan("CANDLE")
    assert page.table.chosen_or_none().product == "Candle"
    await shop.scan(EAN)
    assert names(shop, page, EAN)


async def test_on_orders_a_slip_finds_the_order(shop):
    await shop.come()
    page = await shop.go("orders")
    await shop.scan(shop.number)
    assert chosen(page) == shop.order
    await shop.scan(GONE)
    assert names(shop, page, GONE)


async def test_on_customers_a_slip_finds_whose_it_is_and_goods_are_told(shop):
    await shop.come()
    page = await shop.go("customers")
    await shop.scan(shop.number)
    assert page.table.chosen_or_none() is not None
    await shop.scan(EAN)
    assert names(shop, page, EAN)


@pytest.mark.parametrize("key", ["counts", "outbox"])
async def test_where_nothing_is_scanned_it_is_said(shop, key):
    await shop.come()
    page = await shop.go(key)
    await shop.scan(EAN)
    assert names(shop, page, EAN)


@pytest.mark.parametrize("person", ["bob", "ada", "dee", "eve", "cyd"])
async def test_on_every_page_of_everybody_a_scan_does_something_or_is_named(shop, person):
    await shop.come(person)
    for key, page in shop.window.frame.pages.items():
        await shop.go(key)
        await shop.scan(GONE)
        assert names(shop, page, GONE), f"{person} on {key}"


async def test_from_the_side_bar_a_scan_goes_to_the_page(shop):
    await shop.come()
    page = await shop.go("products")
    next(iter(shop.window.frame.side_bar.items.values())).setFocus()
    await shop.scan(EAN)
    assert chosen(page) == shop.mug


async def test_many_scans_before_a_question_are_all_named_and_none_answers_it(shop):
    await shop.come()
    page = await shop.go("till")
    await shop.scan(EAN)
    QTest.keyClick(page.entry, KEY.Key_Escape)
    question = page.panel_host.panel
    for code in ("CANDLE", EAN, GONE):
        shop.typist.types(code)
    assert question.isVisible()
    for shown in (question, page):
        assert all(code in shown.problem.text() for code in ("CANDLE", EAN, GONE))
        assert "Empty the sale?" in shown.problem.text()
    question.leave()
    await page.idle()
    assert GONE in page.problem.text()
    assert [line.quantity for line in page.selling.sale.lines] == [1]


@pytest.mark.parametrize("key", ["keys", "palette"])
async def test_what_only_shows_something_steps_aside_for_a_scan(shop, key):
    await shop.come()
    page = await shop.go("till")
    actions = shop.window.actions_at_hand
    actions.trigger(actions.named(f"window.{key}"))
    assert covering() is not None
    await shop.scan(EAN)
    assert covering() is None
    assert [line.name for line in page.selling.sale.lines] == ["Mug"]


@pytest.mark.parametrize("panel", ["park", "recall", "customer"])
async def test_before_a_panel_that_asks_a_scan_is_named_and_not_sold(shop, panel):
    await shop.come()
    page = await shop.go("till")
    await shop.scan(EAN)
    shop.window.actions_at_hand.trigger(shop.window.actions_at_hand.named(f"till.{panel}"))
    shown = page.panel_host.panel
    for code in (EAN, GONE):
        shop.typist.types(code)
    await shop.house.idle()
    assert page.panel_host.panel is shown
    for code in (EAN, GONE):
        assert code in shown.problem.text()
        assert code in page.problem.text()
    assert [line.quantity for line in page.selling.sale.lines] == [1]


async def test_what_is_scanned_while_a_shift_is_being_joined_is_sold_or_named(shop):
    await shop.come()
    page = await shop.go("till")
    await shop.scan(EAN)
    shop.window.actions_at_hand.trigger(shop.window.actions_at_hand.named("till.shift"))
    shown = page.panel_host.panel
    for code in (EAN, GONE):
        shop.typist.types(code)
    await shop.house.idle()
    await page.idle()
    assert page.panel_host.panel is shown
    assert GONE in shown.problem.text()
    assert [line.quantity for line in page.selling.sale.lines] == [2]


async def test_what_is_typed_at_once_stays_in_the_name_of_a_parked_sale(shop):
    await shop.come()
    page = await shop.go("till")
    await shop.scan(EAN)
    shop.window.actions_at_hand.trigger(shop.window.actions_at_hand.named("till.park"))
    await shop.scan("Anna", end=TAB)
    assert page.panel_host.panel.label.text() == "Anna"


async def test_at_the_price_check_a_scan_is_looked_up(shop):
    await shop.come()
    page = await shop.go("till")
    shop.window.actions_at_hand.trigger(shop.window.actions_at_hand.named("till.price"))
    await shop.scan(LOT)
    assert page.panel_host.panel.name.text() == "Mug"


async def test_before_anybody_has_signed_in(shop):
    window = shop.window
    await shop.house.come()
    window.scanner.install()
    window.sign_in.login.editor.setFocus()
    await shop.scan("kim1", end=TAB)
    assert window.sign_in.login.text() == "kim1"
    window.sign_in.enter.setFocus()
    await shop.scan(EAN)
    assert EAN in window.sign_in.problem.text()
    window.show_first_run()
    window.first_run.show_new_store()
    await shop.scan("Shop", end=TAB)
    assert window.first_run.new_store.name.text() == "Shop"
    window.first_run._back()
    window.first_run.choices.demo.button.setFocus()
    await shop.scan(EAN)
    assert EAN in window.first_run.choices.problem.text()
    await window.first_run.idle()


def open_dialog():
    """Return what lies over the page, but a popup of a field."""
    found = covering()
    return found if isinstance(found, QDialog) else None


async def test_before_every_dialog_that_a_page_opens_a_scan_is_named_or_taken(shop):
    await shop.come()
    opened = set()
    for key, page in shop.window.frame.pages.items():
        await shop.go(key)
        if table := getattr(page, "table", None):
            await table.choose(shop.mug)
            if table.rows.rowCount() and table.chosen_or_none() is None:
                table.selectRow(0)
        await page.idle()
        for action in shop.window.actions_at_hand.all():
            if _page_of(action) == key and page.isVisible() and action.enabled():
                opened |= await _try(shop, page, action)
    assert len(opened) >= 8, opened


async def _try(shop, page, action):
    """Do what an action does, and scan before each dialog that comes of it."""
    opened = set()
    shop.window.actions_at_hand.trigger(action)
    for _ in range(60):
        await asyncio.sleep(0.005)
        if open_dialog():
            break
    while dialog := open_dialog():
        opened.add(type(dialog).__name__)
        check(shop, page, dialog, action.name)
        dialog.reject()
        await asyncio.sleep(0.01)
    if getattr(page, "panel_host", None) and page.panel_host.panel:
        page.panel_host.shut()
    return opened


def _page_of(action):
    return {"catalog": "products"}.get(action.name.split(".")[0], action.name.split(".")[0])


def check(shop, page, dialog, name):
    """Scan before a dialog, wherever in it the keyboard is."""
    stops = [None, *(one for one in dialog.findChildren(QWidget) if _has_stop(one, dialog))]
    for stop in stops[:12]:
        if stop is not None:
            stop.setFocus()
        page.problem.hide()
        if isinstance(dialog, Dialog):
            dialog.problem.hide()
        before = [one.text() for one in dialog.findChildren(QLineEdit)]
        shop.typist.types(EAN)
        where = f"{name}: {type(dialog).__name__}, {type(stop).__name__}"
        assert dialog.isVisible(), where
        is_taken = before != [one.text() for one in dialog.findChildren(QLineEdit)]
        is_said = EAN in page.problem.text()
        if isinstance(dialog, Dialog):
            is_said = is_said and EAN in dialog.problem.text()
        assert is_taken != is_said, where


def _has_stop(widget, dialog):
    return widget.focusPolicy() & widget.focusPolicy().TabFocus and widget.isVisibleTo(dialog)
