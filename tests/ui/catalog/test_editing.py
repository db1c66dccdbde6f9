"""The form beside the list, by keys."""

import asyncio
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from storedesk import forms
from storedesk.ui.kit.looks.buttons import Button
from tests.ui.catalog.conftest import asked

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def write(field, words):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


async def form(page, name, store):
    key = store.sql("SELECT id FROM products WHERE name = %s", name)
    return await page.desk.read(forms.products.product_form, key)


async def test_a_new_product_with_six_variants_and_a_picture_by_keys(
    counter, add_product, store, tmp_path
):
    add_product("Mug")
    one = await counter()
    page, fields = one.page, one.fields

    await one.press_key(KEY.Key_N, CTRL)
    await one.settle()
    assert one.editor.title.text() == "New product"
    write(fields.name.input, "Pocket Tee")
    write(fields.price.input, "25.00")
    write(fields.codes.input, "TEE")
    QTest.keyClick(fields.codes.input, KEY.Key_Return)
    assert fields.codes.value() == ("TEE",)
    await one.press_key(KEY.Key_G, CTRL)
    dialog = await asked()
    QTest.keyClicks(dialog.sizes.input, "S, M, L")
    QTest.keyClicks(dialog.colors.input, "Red, Blue")
    QTest.keyClick(dialog.colors.input, KEY.Key_Return)
    await dialog.idle()
    assert len(dialog.rows) == 6
    QTest.keyClicks(dialog.rows[0].difference, "1.50")
    assert dialog.rows[0].price.text() == "$26.50"
    QTest.keyClick(dialog, KEY.Key_Return, CTRL)
    await one.settle()

    file = tmp_path / "tee.png"
    Image.new("RGB", (300, 200), "#2456D6").save(file)
    fields.gallery.sources_added.emit([file])
    await one.settle()
    await one.save()

    saved = await form(page, "Pocket Tee", store)
    assert [v.sku for v in saved.variants] == [
        "TEE-S-BLUE", "TEE-S-RED", "TEE-M-BLUE", "TEE-M-RED", "TEE-L-BLUE", "TEE-L-RED",
    ]  # fmt: skip
    assert saved.variants[1].difference == Decimal("1.50")
    assert len(saved.pictures) == 1
    assert saved.price == 25
    assert store.sql("SELECT count(*) FROM storedesk.media") == 1
    assert page.table.chosen().name == "Pocket Tee"
    assert page.note.text() == "Pocket Tee is saved and on sale, 0 on hand."
    assert not one.editor.is_dirty


async def test_what_is_typed_survives_news_and_refusals(counter, add_product, store):
    mug, cup = add_product("Mug"), add_product("Cup")
    store.sql(
        "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES ('4005', %s)", cup
    )
    one = await counter()
    await one.choose("Mug")

    write(one.fields.name.input, "Beaker")
    write(one.fields.codes.input, "4005")
    store.sql("UPDATE products SET price_amount = 9 WHERE id = %s", mug)
    one.page.changed()
    await one.page.idle()
    assert one.fields.name.text() == "Beaker"
    assert "Saving merges both changes" in one.editor.changed.text()

    await one.save()
    assert one.fields.codes.problem.text() == "The code 4005 is in use already, by Cup."
    assert one.fields.name.text() == "Beaker"
    one.fields.codes.input.clear()
    await one.save()

    saved = await form(one.page, "Beaker", store)
    assert (saved.price, saved.codes) == (9, ())


@pytest.mark.parametrize(
    ("button", "name", "chosen"),
    [("Save", "Beaker", "Cup"), ("Discard", "Mug", "Cup"), ("Keep editing", "Mug", "Mug")],
)
async def test_leaving_an_edited_form_asks(counter, add_product, store, button, name, chosen):
    mug = add_product("Mug")
    add_product("Cup")
    one = await counter()
    await one.choose("Mug")
    write(one.fields.name.input, "Beaker")

    one.page.table.selectRow(0)
    await one.press(button)
    await one.page.idle()

    assert store.sql("SELECT name FROM products WHERE id = %s", mug) == name
    assert one.page.table.chosen().name == chosen
    assert one.editor.is_dirty == (button == "Keep editing")
    assert one.fields.name.text() == ("Beaker" if button == "Keep editing" else "Cup")


async def test_different_fields_of_two_managers_merge_without_a_word(counter, add_product, store):
    add_product("Mug")
    one, other = await counter(), await counter()
    for each in (one, other):
        await each.choose("Mug")
    write(one.fields.name.input, "Beaker")
    write(other.fields.price.input, "7.50")

    for each in (one, other):
        await each.save()

    saved = await form(one.page, "Beaker", store)
    assert saved.price == Decimal("7.50")
    assert other.fields.name.text() == "Beaker"


@pytest.mark.parametrize(("key", "name"), [("M", "Goblet"), ("T", "Beaker")])
async def test_the_same_field_of_two_managers_is_asked(counter, add_product, store, key, name):
    add_product("Mug")
    one, other = await counter(), await counter()
    for each in (one, other):
        await each.choose("Mug")
    write(one.fields.name.input, "Beaker")
    write(other.fields.name.input, "Goblet")
    write(other.fields.price.input, "7.50")
    await one.save()

    await other.save()
    dialog = await asked()
    [field] = dialog.fields.values()
    assert (field.mine.value, field.theirs.value) == ("Goblet", "Beaker")
    QTest.keyClicks(dialog.focusWidget(), key)
    QTest.keyClick(dialog.focusWidget(), KEY.Key_Return)
    await other.page.idle()

    saved = await form(one.page, name, store)
    assert saved.price == Decimal("7.50")


async def test_whoever_goes_on_editing_a_contested_form_has_lost_nothing(
    counter, add_product, store
):
    mug = add_product("Mug")
    one = await counter()
    await one.choose("Mug")
    write(one.fields.name.input, "Goblet")
    store.sql("UPDATE products SET name = 'Beaker' WHERE id = %s", mug)
    await one.save()
    QTest.keyClick(await asked(), KEY.Key_Escape)
    await one.page.idle()

    assert one.fields.name.text() == "Goblet"
    assert one.editor.is_dirty
    assert store.sql("SELECT name FROM products") == "Beaker"


async def test_deleting_asks_and_a_deleted_product_comes_back(counter, add_product, store):
    add_product("Mug")
    one = await counter()
    await one.choose("Mug")
    one.page.table.setFocus()

    await one.press_key(KEY.Key_Delete, at=one.page.table)
    QTest.keyClick(await asked(), KEY.Key_Return)
    await one.page.idle()
    assert one.names() == ["Mug"], "Enter does not delete"
    await one.press_key(KEY.Key_Delete, at=one.page.table)
    await one.press("Delete the product")
    await one.page.idle()
    assert one.names() == []
    assert one.editor.base is None

    one.page.tabs.button("deleted").click()
    await one.page.idle()
    await one.choose("Mug")
    assert one.page.restore_button.isVisible()
    await one.press_key(KEY.Key_R, CTRL)
    await one.page.idle()
    assert one.page.tabs.current() == "all"
    assert one.page.table.chosen().name == "Mug"
    assert store.sql("SELECT status FROM products") == "inactive"


async def test_a_reserved_product_stays_and_its_orders_are_offered(counter, add_product, store):
    mug = add_product("Mug")
    store.sql("ALTER TABLE inventory DISABLE TRIGGER USER")
    store.sql("UPDATE inventory SET reserved_quantity = 2 WHERE product_id = %s", mug)
    try:
        one = await counter()
        await one.choose("Mug")
        one.page.table.setFocus()
        await one.press_key(KEY.Key_Delete, at=one.page.table)
        await one.press("Delete the product")
        await one.page.idle()
        words = "Mug cannot be deleted: 2 pieces are reserved for orders."
        assert one.page.held.text() == words
        buttons = one.page.held.findChildren(Button)
        next(button for button in buttons if button.label == "Show the orders").click()
        assert one.orders == ["Mug"]
    finally:
        store.sql("UPDATE inventory SET reserved_quantity = 0 WHERE product_id = %s", mug)
        store.sql("ALTER TABLE inventory ENABLE TRIGGER USER")


async def test_pictures_are_checked_ordered_and_taken_out_by_keys(
    counter, add_product, store, tmp_path
):
    add_product("Mug")
    one = await counter()
    await one.choose("Mug")
    gallery = one.fields.gallery
    files = []
    for name, color in (("red.png", "red"), ("blue.jpg", "blue")):
        files.append(tmp_path / name)
        Image.new("RGB", (64, 64), color).save(files[-1])
    text = tmp_path / "text.png"
    text.write_text("no picture")

    gallery.sources_added.emit([*files, text, Path("/dev/zero"), tmp_path / "none.png"])
    await one.settle()
    assert len(gallery.pictures) == 2
    assert "This picture cannot be read" in one.fields.picture_problem.text()
    first, second = gallery.pictures
    gallery.setFocus()
    QTest.keyClick(gallery, KEY.Key_Home, ALT)
    assert gallery.pictures == (second, first)
    await one.save()
    assert store.sql("SELECT url FROM product_images WHERE is_primary") == second.url

    QTest.keyClick(gallery, KEY.Key_Delete)
    await one.save()
    assert store.sql("SELECT url FROM product_images WHERE is_primary") == first.url


@pytest.fixture
def clipboard():
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()  # what lies there must not outlive Python


async def test_a_picture_is_pasted(counter, add_product, clipboard):
    add_product("Mug")
    one = await counter()
    await one.choose("Mug")
    image = QImage(40, 30, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.green)
    data = QMimeData()
    data.setImageData(image)
    clipboard.setMimeData(data)

    one.fields.gallery.setFocus()
    QTest.keyClick(one.fields.gallery, KEY.Key_V, CTRL)
    await one.settle()
    assert len(one.fields.gallery.pictures) == 1
    data = QMimeData()
    data.setUrls([QUrl("https://example.com/x.png")])
    clipboard.setMimeData(data)
    QTest.keyClick(one.fields.gallery, KEY.Key_V, CTRL)
    await one.settle()
    assert len(one.fields.gallery.pictures) == 1, "nothing is fetched"


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("name", "x" * 201, "too long"),
        ("name", "  ", "needed"),
        ("name", "abc\u202etxt.exe", "reverse text"),
        ("name", "4111 1111 1111 1111", "Card numbers"),
        ("price", "NaN", "digits"),
        ("price", "0.005", "decimals"),
        ("price", "0.00", "lowest"),
        ("price", "-1", "digits"),
        ("price", "100000000", "up to"),
        ("price", "1E5", "digits"),
        ("price", "１２３", "digits"),  # noqa: RUF001 - full width digits
    ],
)
async def test_bad_input_is_said_at_its_field_and_nothing_is_saved(
    counter, add_product, store, field, typed, words
):
    add_product("Mug")
    one = await counter()
    await one.choose("Mug")
    at = getattr(one.fields, field)

    at.input.setText(typed)
    at.input.textEdited.emit(typed)
    await one.save()

    assert words in at.problem.text()
    assert store.sql("SELECT version FROM products") == 1


async def test_what_looks_like_html_is_text(counter, add_product):
    add_product("<img src=/dev/zero>")
    one = await counter()
    await one.choose("<img src=/dev/zero>")
    assert one.editor.title.text() == "<img src=/dev/zero>"
    assert one.editor.title.textFormat() == Qt.TextFormat.PlainText


async def test_only_lawful_steps_are_offered(counter, add_product):
    add_product("Draft", status="draft")
    add_product("On sale")
    one = await counter()
    for name, steps in (("Draft", ["Draft", "Active"]), ("On sale", ["Active", "Inactive"])):
        await one.choose(name)
        combo = one.fields.status.input
        assert [combo.itemText(at) for at in range(combo.count())] == steps


async def test_nothing_moves_while_another_product_is_saved_elsewhere(counter, add_product, store):
    for name in ("Bowl", "Cup", "Dish"):
        add_product(name)
    one = await counter()
    await one.choose("Cup")
    write(one.fields.name.input, "Mug")
    store.sql("UPDATE products SET name = 'Apple bowl' WHERE name = 'Bowl'")
    one.page.changed()
    await one.page.idle()
    await asyncio.sleep(0)
    assert one.page.table.chosen().name == "Cup"
    assert one.fields.name.text() == "Mug"


async def test_what_another_manager_deletes_while_it_is_edited_is_said_and_kept(
    counter, add_product, store
):
    mug = add_product("Mug")
    one = await counter()
    await one.choose("Mug")
    write(one.fields.name.input, "Beaker")
    store.sql("SELECT api.delete_product(gen_random_uuid(), %s)", mug, login="cyd")
    one.page.changed()
    await one.page.idle()
    assert one.names() == []
    assert one.fields.name.text() == "Beaker"

    await one.save()
    assert "Mug was deleted. Restore it first." in one.fields.status.problem.text()
    assert one.fields.name.text() == "Beaker"
    one.editor.undo()


async def search(page, words):
    page.search.clear()
    QTest.keyClicks(page.search, words)
    QTest.keyClick(page.search, KEY.Key_Return)
    await page.idle()


async def test_a_search_says_that_what_it_looks_for_was_deleted(counter, add_product, store):
    add_product("Mug")
    add_product("Bowl", on_hand=0)
    store.sql("UPDATE products SET is_deleted = true, version = version + 1 WHERE name = 'Bowl'")
    one = await counter()
    page = one.page

    await search(page, "bowl")
    assert page.table.empty.title.text() == "Nothing here matches \u201cbowl\u201d"
    assert "Bowl (deleted)" in page.table.empty.hint.text()

    page.search.clear()
    page.search.returnPressed.emit()
    await page.idle()
    page.tabs.button("deleted").click()
    await page.idle()
    await search(page, "bowl")
    assert page.tabs.current() == "deleted", "what was deleted is nowhere else"
    assert page.table.rows.rowCount() == 1
