"""The form of a new product: the first one of an empty store, and every later one."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.product_forms import NOWHERE
from storedesk.ui.kit.input.covers import covering
from tests.ui.shell.test_main_window import House

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def write(field, words):
    field.setFocus()
    if hasattr(field, "selectAll"):
        field.selectAll()
    QTest.keyClicks(field, words)


async def begin(one):
    await one.press_key(KEY.Key_N, CTRL)
    await one.settle()
    assert covering() is None
    return one.fields


async def test_the_first_product_of_an_empty_store_is_made_on_one_form(counter, store):
    one = await counter()
    fields = await begin(one)
    assert fields.category.hint.text() == (
        "There are no categories yet. Type a name to create one with the product."
    )

    write(fields.name.input, "Oat bar")
    write(fields.price.input, "2.50")
    write(fields.on_hand.input, "24")
    write(fields.codes.input, "4006381333931")
    write(fields.category.input, "Snacks")
    assert fields.category.input.offers() == ["New category “Snacks”"]
    QTest.keyClick(fields.category.input.line, KEY.Key_Return)
    assert fields.category.hint.text() == "“Snacks” is new. It is created with the product."
    QTest.keyClick(fields.category.input, KEY.Key_Return)
    await one.settle()

    assert one.page.note.text() == "Oat bar is saved and on sale, 24 on hand."
    assert store.rows(
        "SELECT p.name, p.status, c.name, i.stock_level, b.barcode FROM products AS p"
        " JOIN categories AS c ON c.id = p.category_id JOIN inventory AS i ON i.product_id = p.id"
        " JOIN storedesk.product_barcodes AS b ON b.product_id = p.id"
    ) == [("Oat bar", "active", "Snacks", 24, "4006381333931")]
    assert one.page.table.chosen().name == "Oat bar"
    assert not fields.on_hand.isVisible()
    assert not one.editor.is_dirty


async def test_a_category_that_is_there_is_found_and_one_below_it_made(counter, add_product, store):
    add_product("Mug")
    one = await counter()
    for name, typed, told in (
        ("Cup", "thi", ""),
        ("Jug", "THINGS", ""),
        ("Pot", "Things / Pots", "“Pots” is new. It is created with the product."),
    ):
        fields = await begin(one)
        write(fields.name.input, name)
        write(fields.price.input, "1")
        write(fields.category.input, typed)
        QTest.keyClick(fields.category.input.line, KEY.Key_Return)
        assert fields.category.hint.text() == told
        await one.save()
        assert not one.editor.is_dirty, (name, one.editor.problem.text())
    places = "SELECT p.name, c.name, c.depth FROM products AS p JOIN categories AS c ON"
    assert store.rows(f"{places} c.id = p.category_id ORDER BY p.name") == [
        ("Cup", "Things", 1), ("Jug", "Things", 1), ("Mug", "Things", 1), ("Pot", "Pots", 2),
    ]  # fmt: skip


async def test_what_is_no_draft_by_choice_says_why_it_is_one(counter, add_product, store):
    add_product("Mug", status="inactive")
    store.sql("UPDATE categories SET is_active = false")
    one = await counter()
    fields = await begin(one)
    write(fields.name.input, "Cup")
    write(fields.price.input, "1")

    await one.save()

    assert one.page.note.text() == (
        "Cup is saved as a draft. Cup cannot be sold: its category is hidden."
        " Show the category first."
    )


async def test_a_store_that_wants_drafts_proposes_one(counter, add_product, store):
    add_product("Mug")
    store.sql("UPDATE storedesk.store_settings SET new_products_on_sale = false")
    one = await counter()
    fields = await begin(one)
    assert fields.status.input.currentText() == "Draft"
    write(fields.name.input, "Cup")
    write(fields.price.input, "1")

    await one.save()

    said = "Cup is saved as a draft. Set its status to Active to sell it."
    assert one.page.note.text() == said


async def test_what_is_refused_stays_typed_and_makes_no_category(counter, goods, store):
    goods("4006")
    one = await counter()
    fields = await begin(one)
    write(fields.name.input, "Cup")
    write(fields.price.input, "1")
    write(fields.codes.input, "4006")
    fields.category.show_value(str(NOWHERE))
    await one.save()
    assert fields.category.problem.text() == (
        "A product needs a category. Type a name, such as “Drinks”."
    )
    write(fields.category.input, "Cups")
    QTest.keyClick(fields.category.input.line, KEY.Key_Tab)

    await one.save()

    assert "4006" in fields.codes.problem.text()
    assert fields.category.input.currentText() == "Cups"
    assert one.editor.is_dirty
    assert store.sql("SELECT count(*) FROM categories WHERE name = 'Cups'") == 0


async def test_an_old_product_takes_no_category_that_is_not_there(counter, add_product):
    add_product("Mug")
    one = await counter()
    await one.choose("Mug")
    write(one.fields.category.input, "Cups")
    one.fields.name.input.setFocus()
    assert one.fields.category.input.currentText() == "Things"
    assert "no category “Cups”" in one.fields.category.problem.text()


async def until(told, what):
    for _ in range(300):
        if told():
            return
        await asyncio.sleep(0.01)
    raise AssertionError(what)


async def test_what_was_just_made_is_sold_at_the_till_by_its_code(qtbot, store, tmp_path, qapp):
    house = House(qtbot, store, tmp_path)
    house.window.scanner.install()
    await house.come()
    await house.enter("cyd")
    house.window.frame.go("products")
    await house.idle()
    page = house.window.frame.pages["products"]
    page.new_button.click()
    await house.idle()
    fields = page.editor.fields
    for field, words in ((fields.name, "Oat bar"), (fields.price, "2.50"), (fields.on_hand, "5")):
        field.input.setText(words)
        field.input.textEdited.emit(words)
    fields.category.input.made.emit("Snacks", -1)
    fields.name.input.setFocus()
    QTest.keyClicks(fields.name.input, "4006381333931")
    QTest.keyClick(fields.name.input, KEY.Key_Return)
    await until(lambda: fields.codes.codes, "the scan was not taken")
    page.editor.save_button.click()
    await house.idle()

    house.window.frame.go("till")
    await house.idle()
    till = house.window.frame.pages["till"]
    QTest.keyClicks(till.entry, "4006381333931")
    QTest.keyClick(till.entry, KEY.Key_Return)
    await until(lambda: till.selling.sale and till.selling.sale.lines, "nothing is in the sale")
    await house.idle()
    assert [(line.name, line.quantity) for line in till.selling.sale.lines] == [("Oat bar", 1)]
    qapp.removeEventFilter(house.window.scanner)
    house.leave()
