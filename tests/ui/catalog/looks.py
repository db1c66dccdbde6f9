"""Paints the editing of goods on the demo store: `python -m tests.ui.catalog.looks FOLDER`.

Options and kept store are those of `tests.ui.looks`.
"""

import asyncio
import sys

from storedesk.domain.merging import merge
from storedesk.ui.kit.dialogs.conflict import Contested, settle
from storedesk.ui.kit.input.covers import covering
from tests.ui import looks

SCENES = []


def scene(function):
    SCENES.append(function)
    return function


async def goods(v):
    await v.sign_in("manager")
    v.frame.go("products")
    page = v.frame.pages["products"]
    await page.idle()
    return page


async def sheet(v):
    await v.driver.until(covering, "a sheet")
    await v.driver.pause(0.3)
    return covering()


@scene
async def forms(v):
    page = await goods(v)
    await v.picture("form")
    with_variants = v.sql(
        "SELECT p.id FROM products p JOIN product_images i ON i.product_id = p.id WHERE (SELECT"
        " count(*) FROM product_variants WHERE product_id = p.id) > 3 LIMIT 1")  # fmt: skip
    page.show_record(with_variants[0][0])
    await page.idle()
    await v.driver.pause(0.5)
    page.editor.fields.name.input.setFocus()
    await v.driver.write(" x")
    await v.picture("form-edited")
    bar = page.editor.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.editor.fields.gallery.setFocus()
    await v.picture("form-end")
    page.editor.fields.codes.mark("The code 4005 is in use already, by Acadia Map Poster.")
    page.editor.changed.say("Maya has changed this product meanwhile. Saving merges both changes.")
    bar.setValue(0)
    await v.picture("form-problems")
    page.table.selectRow(2)
    dialog = await sheet(v)
    await v.picture("form-leaving")
    dialog.reject()
    await v.driver.pause(0.3)
    page.editor.undo()


@scene
async def new(v):
    page = await goods(v)
    page.start(page.begin_new)
    await page.idle()
    await v.picture("form-new")
    page.start(page.save)
    page.editor.fields.price.input.setText("0")
    page.start(page.save)
    await page.idle()
    await v.picture("form-new-wrong")
    page.editor.forget()


@scene
async def grid(v):
    page = await goods(v)
    page.start(page.begin_new)
    await page.idle()
    page.editor.fields.name.input.setText("Pocket Tee")
    page.editor.fields.price.input.setText("25.00")
    page.start(page.edit_variants)
    dialog = await sheet(v)
    await v.picture("variants-empty")
    dialog.sizes.input.setText("S, M, L")
    dialog.colors.input.setText("Red, Blue")
    dialog._show_count()
    await dialog.combine()
    dialog.rows[1].difference.setText("+1.50")
    dialog.rows[2].difference.setText("-30")
    dialog.rows[4].sku.setText(dialog.rows[3].sku.text())
    dialog.rows[5].codes.setText("4006381333931  2000000032030")
    for row in dialog.rows:
        row.show_price(dialog.price)
    await dialog.take()
    await v.picture("variants-grid")
    dialog.reject()
    await v.driver.pause(0.3)
    page.editor.forget()


@scene
async def deleting(v):
    page = await goods(v)
    page.table.selectRow(3)
    await page.idle()
    page.start(page.delete)
    await sheet(v)
    await v.picture("delete-asked")
    covering().accept()
    await v.driver.pause(0.3)
    page.held.say("Acadia Chart Print cannot be deleted: 2 pieces are reserved for orders.")
    await v.picture("delete-held")
    page.held.hide()
    page.tabs.button("deleted").click()
    await page.idle()
    await v.picture("deleted-none")
    one = v.sql("SELECT id FROM products WHERE NOT is_deleted AND id IN (SELECT product_id FROM"
                " inventory WHERE reserved_quantity = 0) LIMIT 1")[0][0]  # fmt: skip
    v.sql("UPDATE products SET is_deleted = true WHERE id = %s", one)
    page.reload()
    await page.idle()
    page.table.selectRow(0)
    await page.idle()
    await v.picture("deleted-one")
    v.sql("UPDATE products SET is_deleted = false WHERE id = %s", one)
    page.tabs.button("all").click()


@scene
async def tree(v):
    page = await goods(v)
    page.start(page.show_categories)
    dialog = await sheet(v)
    await dialog.idle()
    await v.picture("categories")
    await dialog.shift(1)
    await v.picture("categories-moved") if False else None
    dialog.fields.name.input.setText("Home and more")
    dialog.fields.edited.emit()
    dialog.problem.say("Home cannot be moved below itself.")
    dialog.fields.name.mark("A category has this name already. Choose another name.")
    await v.picture("categories-wrong")
    dialog.problem.hide()
    dialog.base = None
    await dialog.refresh()
    dialog.start(dialog.move_products)
    await v.driver.pause(0.5)
    await v.picture("categories-goods")
    covering().reject()
    await v.driver.pause(0.3)
    dialog.accept()


@scene
async def clash(v):
    page = await goods(v)
    words = {
        "a": Contested("Name", "Stoneware Mug, large", "Stoneware Mug XL"),
        "b": Contested("Price", "$18.00", "$19.50"),
        "c": Contested("Description", "", "Hand-thrown stoneware with a reactive glaze. " * 6),
    }
    merged = merge(dict.fromkeys("abc", 0), dict.fromkeys("abc", 1), dict.fromkeys("abc", 2))
    task = asyncio.ensure_future(
        settle(page, "Stoneware Mug", merged, lambda one: words[one.field], who="Maya Lindqvist")
    )
    dialog = await sheet(v)
    next(iter(dialog.fields.values())).mine.click()
    await v.picture("conflict")
    dialog.reject()
    await task


if __name__ == "__main__":
    looks.SCENES[:] = SCENES
    sys.exit(looks.main())
