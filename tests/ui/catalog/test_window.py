"""Editing goods in the real window: threads, keys, and news from the database."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.persistence.engine.listener import Listener
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.kit.looks.buttons import Button
from tests.ui.catalog.conftest import asked
from tests.ui.shell.test_main_window import House

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier

PATIENCE = 1.0


@pytest.fixture
def houses(qtbot, store, tmp_path):
    made = []

    def house():
        made.append(House(qtbot, store, tmp_path / str(len(made))))
        return made[-1]

    yield house
    for one in made:
        one.leave()


async def goods(house, person="cyd"):
    await house.come()
    await house.enter(person)
    house.window.frame.go("products")
    await house.idle()
    return house.window.frame.pages["products"]


async def until(told, what):
    for _ in range(200):
        if told():
            return
        await asyncio.sleep(0.01)
    raise AssertionError(what)


@pytest.mark.parametrize("person", ["bob", "ada", "dee", "eve"])
async def test_only_managers_see_a_form(houses, add_product, person):
    add_product("Mug")
    house = houses()
    page = await goods(house, person)
    page.table.selectRow(0)
    await house.idle()
    assert not hasattr(page, "editor")
    assert page.detail.isVisible()
    assert "catalog.new" not in {a.name for a in house.window.actions_at_hand.all()}
    house.leave()


async def test_what_one_window_saves_stands_in_the_other_within_a_second(
    houses, add_product, store
):
    for name in ("Bowl", "Cup", "Dish"):
        add_product(name)
    one, other = houses(), houses()
    mine, theirs = await goods(one), await goods(other)
    for house, page in ((one, mine), (other, theirs)):
        page.table.selectRow(1)
        await house.idle()
    loop = asyncio.get_running_loop()

    def heard(news):
        loop.call_soon_threadsafe(other.window.hear, news)

    listener = Listener(store.dsn("cyd"), heard)
    listener.start()
    try:
        await asyncio.sleep(0.3)
        mine.editor.fields.name.input.setText("Apple cup")
        mine.editor.fields.name.input.textEdited.emit("")
        mine.start(mine.save)
        await until(mine.note.text, "it was not saved")
        began = loop.time()

        def shown():
            line = theirs.table.chosen_or_none()
            words = theirs.editor.fields.name.text()
            return words == "Apple cup" and line is not None and line.name == words

        await until(shown, "no news came")
        assert loop.time() - began < PATIENCE
    finally:
        listener.stop()
    await one.idle()
    await other.idle()
    for house in (one, other):
        house.leave()


async def test_nobody_leaves_the_window_with_something_typed_unasked(houses, add_product):
    add_product("Mug")
    house = houses()
    page = await goods(house)
    page.table.selectRow(0)
    await house.idle()
    page.editor.fields.name.input.setText("Beaker")
    page.editor.fields.name.input.textEdited.emit("Beaker")

    house.window.frame.go("inventory")
    house.window.switch_user()
    question = await asked()
    assert house.window.frame.stack.currentWidget() is page
    QTest.keyClick(question, KEY.Key_Return)
    await asyncio.sleep(0.05)
    assert house.window.frame is not None
    assert page.editor.fields.name.text() == "Beaker"

    house.window.close()
    await asked()
    covering().reject()
    await asyncio.sleep(0.05)
    assert house.window.frame is not None
    house.window.switch_user()
    question = await asked()
    leave = next(b for b in question.findChildren(Button) if b.label == "Leave without saving")
    leave.click()
    await asyncio.sleep(0.05)
    assert house.window.frame is None


async def test_a_scan_finds_in_the_list_and_adds_a_code_in_the_form(
    houses, add_product, store, qapp
):
    mug = add_product("Mug")
    add_product("Cup")
    store.sql("INSERT INTO storedesk.product_barcodes VALUES ('40063813', %s)", mug)
    house = houses()
    house.window.scanner.install()
    page = await goods(house)

    def scan(at, code):
        QTest.keyClicks(at, code)
        QTest.keyClick(at, KEY.Key_Return)

    page.table.setFocus()
    scan(page.table, "40063813")
    await until(lambda: page.search.text() == "40063813", "nothing was looked for")
    await house.idle()
    await until(lambda: page.table.rows.rowCount() == 1, "nothing was found")
    page.table.selectRow(0)
    await house.idle()
    page.editor.fields.price.input.setFocus()
    scan(page.editor.fields.price.input, "4006381333931")
    await asyncio.sleep(0.1)
    assert page.editor.fields.codes.codes == ("40063813", "4006381333931")
    assert page.editor.fields.price.text() == "2.50"
    page.editor.undo()
    qapp.removeEventFilter(house.window.scanner)
    house.leave()
