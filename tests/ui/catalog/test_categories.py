"""The sheet of categories, by keys."""

import asyncio
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.catalog.conftest import asked

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
OUTLINE = """
    WITH RECURSIVE t AS (
        SELECT id, name, ARRAY[display_order] AS path, depth FROM categories
        WHERE parent_category_id IS NULL
        UNION ALL
        SELECT c.id, c.name, t.path || c.display_order, c.depth
        FROM categories AS c JOIN t ON c.parent_category_id = t.id
    ) SELECT array_agg(repeat('-', depth - 1) || name ORDER BY path) FROM t
"""


@pytest.fixture
def sheet(counter, store):
    """Open the sheet over a page, with a small tree in it."""

    async def sheet():
        ids = {}
        for place, (name, under) in enumerate(
            (("Home", None), ("Kitchen", "Home"), ("Mugs", "Kitchen"), ("Toys", None))
        ):
            ids[name] = store.sql(
                "INSERT INTO categories (name, parent_category_id, display_order)"
                " VALUES (%s, %s, %s) RETURNING id",
                name,
                ids.get(under),
                place,
            )
        one = await counter()
        await one.press_key(KEY.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
        dialog = await asked()
        await dialog.idle()
        return one, dialog, ids

    return sheet


async def close(one, dialog):
    dialog.accept()
    await one.page.idle()


def rename(dialog, words):
    dialog.fields.name.input.setFocus()
    dialog.fields.name.input.selectAll()
    QTest.keyClicks(dialog.fields.name.input, words)


async def key(dialog, at, pressed, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(at, pressed, modifiers)
    await dialog.idle()


async def test_categories_are_made_renamed_and_described(sheet, store):
    one, dialog, ids = await sheet()
    dialog.tree.choose(ids["Mugs"])
    await dialog.begin(below=False)
    assert dialog.fields.path_label.text() == "Home / Kitchen"
    QTest.keyClicks(dialog.fields.name.input, "Bowls")
    await key(dialog, dialog.fields.name.input, KEY.Key_Return)
    assert dialog.note.text() == "Bowls is saved."
    assert store.sql(OUTLINE) == ["Home", "-Kitchen", "--Mugs", "--Bowls", "Toys"]

    dialog.tree.choose(ids["Toys"])
    rename(dialog, "Games")
    await dialog.save()
    assert store.sql("SELECT name FROM categories WHERE id = %s", ids["Toys"]) == "Games"
    await close(one, dialog)


async def test_alt_and_the_arrows_move_a_category_with_all_below_it(sheet, store):
    one, dialog, ids = await sheet()
    dialog.tree.choose(ids["Toys"])
    await key(dialog, dialog.tree, KEY.Key_Up, ALT)
    assert store.sql(OUTLINE) == ["Toys", "Home", "-Kitchen", "--Mugs"]
    assert dialog.tree.chosen_id() == ids["Toys"]
    dialog.tree.choose(ids["Kitchen"])
    await key(dialog, dialog.tree, KEY.Key_Left, ALT)
    assert store.sql(OUTLINE) == ["Toys", "Home", "Kitchen", "-Mugs"]
    await key(dialog, dialog.tree, KEY.Key_Right, ALT)
    assert store.sql(OUTLINE) == ["Toys", "Home", "-Kitchen", "--Mugs"]
    await close(one, dialog)


async def test_what_cannot_be_is_said_in_the_sheet(sheet, store):
    one, dialog, ids = await sheet()
    before = store.sql(OUTLINE)
    for moved, under, words in (
        ("Home", "Mugs", "Home cannot be moved below itself. Choose another category."),
        ("Home", "Toys", "Home would be too deep in the tree: categories have at most 3 levels."),
    ):
        dialog.tree.dropped.emit(ids[moved], ids[under], 0)
        await dialog.idle()
        assert dialog.problem.text() == words
    dialog.tree.choose(ids["Toys"])
    rename(dialog, "kITCHEN")
    await dialog.save()
    assert (
        dialog.fields.name.problem.text()
        == "A category has this name already. Choose another name."
    )
    assert dialog.fields.name.text() == "kITCHEN"
    assert store.sql(OUTLINE) == before
    await close(one, dialog)


async def test_a_category_is_dragged_under_another(sheet, store):
    one, dialog, ids = await sheet()
    dialog.tree.dropped.emit(ids["Toys"], ids["Home"], 0)
    await dialog.idle()
    assert store.sql(OUTLINE) == ["Home", "-Toys", "-Kitchen", "--Mugs"]
    await close(one, dialog)


async def test_hiding_what_is_on_sale_asks_and_its_products_can_move_first(
    sheet, store, add_product
):
    mug = add_product("Mug")
    one, dialog, ids = await sheet()
    things = store.sql("SELECT id FROM categories WHERE name = 'Things'")
    dialog.tree.choose(things)
    dialog.fields.shown.show_value("hidden")
    dialog.fields.edited.emit()
    dialog.start(dialog.save)
    question = await until_another(dialog)
    QTest.keyClick(question, KEY.Key_Escape)
    await dialog.idle()
    assert store.sql("SELECT is_active FROM categories WHERE id = %s", things)

    dialog.base = None
    await dialog.refresh()
    dialog.start(dialog.move_products)
    question = await until_another(dialog)
    combo = question.focusWidget()
    combo.setCurrentIndex(combo.findData(str(ids["Toys"])))
    QTest.keyClick(question, KEY.Key_Return)
    await dialog.idle()
    assert dialog.note.text() == "1 product moved."
    assert store.sql("SELECT category_id FROM products WHERE id = %s", mug) == ids["Toys"]
    await close(one, dialog)


async def until_another(dialog):
    for _ in range(300):
        question = await asked()
        if question is not dialog:
            return question
        await asyncio.sleep(0.01)
    raise AssertionError("nothing is asked")


@pytest.mark.parametrize(("answer", "name"), [("M", "Goblets"), ("T", "Beakers")])
async def test_two_managers_rename_one_category(sheet, store, answer, name):
    one, dialog, ids = await sheet()
    dialog.tree.choose(ids["Mugs"])
    rename(dialog, "Goblets")
    store.sql(
        "UPDATE categories SET name = 'Beakers', description = 'x' WHERE id = %s",
        ids["Mugs"],
        login="cyd",
    )
    dialog.changed()
    await dialog.idle()
    assert dialog.fields.name.text() == "Goblets", "news take nothing away"

    dialog.start(dialog.save)
    conflict = await until_another(dialog)
    QTest.keyClicks(conflict.focusWidget(), answer)
    QTest.keyClick(conflict.focusWidget(), KEY.Key_Return)
    await dialog.idle()
    row = store.rows("SELECT name, description FROM categories WHERE id = %s", ids["Mugs"])
    assert row == [(name, "x")]
    await close(one, dialog)


async def test_esc_asks_before_what_is_typed_is_lost(sheet):
    one, dialog, ids = await sheet()
    dialog.tree.choose(ids["Mugs"])
    rename(dialog, "Goblets")
    QTest.keyClick(dialog, KEY.Key_Escape)
    question = await until_another(dialog)
    QTest.keyClick(question, KEY.Key_Escape)
    await dialog.idle()
    assert dialog.isVisible()
    assert dialog.fields.name.text() == "Goblets"
    assert isinstance(dialog.tree.chosen_id(), UUID)
    await close(one, dialog)
