"""The tour's new product: made by a manager with variants, picture and stock, and on sale."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QFileDialog

from storedesk.domain.catalog import ProductStatus
from storedesk.tour import probes, stock_probes
from storedesk.tour.visit import Visit
from storedesk.ui.catalog.managed import ManagedProductsView
from storedesk.ui.catalog.variants import VariantsDialog

NAME = "Lighthouse Tee"
CODE = "LIGHT"
CATEGORY = "T-Shirts"
ON_HAND = 30
SKUS = ("LIGHT-S-NAVY", "LIGHT-S-SAND", "LIGHT-M-NAVY", "LIGHT-M-SAND", "LIGHT-L-NAVY",
        "LIGHT-L-SAND")  # fmt: skip


async def add_a_product(visit: Visit) -> str:
    """Fill the form of a new product by keys: numbers, code, six variants, a picture."""
    hands = visit.hands
    page = await visit.go("products", ManagedProductsView)
    fields = page.editor.fields
    await hands.press("Ctrl+N")
    await hands.until(fields.name.isVisible, "the form of a new product")
    await page.idle()
    await _fill(visit, page)
    await _make_variants(visit)
    await _add_a_picture(visit, page)
    await hands.press("Ctrl+S")
    await hands.until(lambda: not page.editor.is_dirty, "the product to be saved")
    await page.idle()
    await visit.picture("new-product")
    made = await visit.witness.ask(stock_probes.product, NAME)
    visit.witness.expect("SKUs of the new product", made and set(made.skus), set(SKUS))
    visit.witness.expect("pictures of the new product", made and made.pictures, 1)
    visit.witness.expect("the new product", made and made.status, ProductStatus.ACTIVE)
    stock = await visit.witness.ask(probes.stock, [made.id]) if made else {}
    visit.witness.expect("its stock", [*stock.values()], [(ON_HAND, 0)])
    return f"“{NAME}” with {len(SKUS)} variants and a picture, {ON_HAND} on hand, on sale"


async def _fill(visit: Visit, page: ManagedProductsView) -> None:
    hands, fields = visit.hands, page.editor.fields
    await hands.click(fields.name.input)
    await hands.write(NAME)
    category = fields.category.input
    for field, words in ((fields.price, "24.00"), (fields.on_hand, str(ON_HAND))):
        await hands.reach(field.input)
        await hands.write(words)
    await hands.reach(fields.codes.input)
    await hands.enter(CODE)
    await hands.choose(category, lambda: category.currentText().endswith(CATEGORY))


async def _make_variants(visit: Visit) -> None:
    hands = visit.hands
    await hands.press("Ctrl+G")
    dialog = await visit.dialog(VariantsDialog)
    await hands.click(dialog.sizes.input)
    await hands.write("S, M, L")
    await hands.press("Tab")
    await hands.enter("Navy, Sand")
    await hands.until(lambda: len(dialog.rows) == len(SKUS), "six variants")
    await dialog.idle()
    await visit.picture("variants")
    await hands.press("Ctrl+Return")
    await visit.without(VariantsDialog)


async def _add_a_picture(visit: Visit, page: ManagedProductsView) -> None:
    """Choose a file: a picture of the page itself."""
    hands, gallery = visit.hands, page.editor.fields.gallery
    with TemporaryDirectory() as folder:
        file = Path(folder) / "lighthouse.png"
        page.grab().save(str(file))
        await hands.reach(gallery)
        await hands.press("Return")
        await visit.dialog(QFileDialog)
        await hands.enter(str(file))
        await hands.until(lambda: gallery.pictures, "the picture in the form")
        await page.idle()
