"""Make a new product as a manager: variants, a picture, stock, and on sale."""

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QFileDialog

from storedesk.domain.catalog import ProductStatus
from storedesk.tour import probes, stock_probes
from storedesk.tour.context import TourContext
from storedesk.ui.catalog.manager_view import ManagerProductsView
from storedesk.ui.catalog.variants import VariantsDialog

NAME = "Lighthouse Tee"
CODE = "LIGHT"
CATEGORY = "T-Shirts"
PRICE = Decimal("24.00")
ON_HAND = 30
SKUS = ("LIGHT-S-NAVY", "LIGHT-S-SAND", "LIGHT-M-NAVY", "LIGHT-M-SAND", "LIGHT-L-NAVY",
        "LIGHT-L-SAND")  # fmt: skip


async def add_a_product(context: TourContext) -> str:
    """Fill the form of a new product by keys: numbers, code, six variants, a picture."""
    driver = context.driver
    page = await context.go("products", ManagerProductsView)
    fields = page.editor.fields
    await driver.press("Ctrl+N")
    await driver.until(fields.name.isVisible, "the form of a new product")
    await page.idle()
    await _fill(context, page)
    await _make_variants(context)
    await _add_a_picture(context, page)
    await driver.press("Ctrl+S")
    await driver.until(lambda: not page.editor.is_dirty, "the product to be saved")
    await page.idle()
    await context.picture("new-product")
    made = await context.checker.ask(stock_probes.product, NAME)
    context.checker.expect("SKUs of the new product", made and set(made.skus), set(SKUS))
    context.checker.expect("pictures of the new product", made and made.pictures, 1)
    context.checker.expect("the new product", made and made.status, ProductStatus.ACTIVE)
    stock = await context.checker.ask(probes.stock, [made.id]) if made else {}
    context.checker.expect("its stock", [*stock.values()], [(ON_HAND, 0)])
    return f"“{NAME}” with {len(SKUS)} variants and a picture, {ON_HAND} on hand, on sale"


async def _fill(context: TourContext, page: ManagerProductsView) -> None:
    driver, fields = context.driver, page.editor.fields
    await driver.click(fields.name.input)
    await driver.write(NAME)
    category = fields.category.input
    for field, words in ((fields.price, context.typed(PRICE)), (fields.on_hand, str(ON_HAND))):
        await driver.reach(field.input)
        await driver.write(words)
    await driver.reach(fields.codes.input)
    await driver.enter(CODE)
    await driver.choose(category, lambda: category.currentText().endswith(CATEGORY))


async def _make_variants(context: TourContext) -> None:
    driver = context.driver
    await driver.press("Ctrl+G")
    dialog = await context.dialog(VariantsDialog)
    await driver.click(dialog.sizes.input)
    await driver.write("S, M, L")
    await driver.press("Tab")
    await driver.enter("Navy, Sand")
    await driver.until(lambda: len(dialog.rows) == len(SKUS), "six variants")
    await dialog.idle()
    await context.picture("variants")
    await driver.press("Ctrl+Return")
    await context.without(VariantsDialog)


async def _add_a_picture(context: TourContext, page: ManagerProductsView) -> None:
    """Choose a file: a picture of the page itself."""
    driver, gallery = context.driver, page.editor.fields.gallery
    with TemporaryDirectory() as folder:
        file = Path(folder) / "lighthouse.png"
        page.grab().save(str(file))
        await driver.reach(gallery)
        await driver.press("Return")
        await context.dialog(QFileDialog)
        await driver.enter(str(file))
        await driver.until(lambda: gallery.pictures, "the picture in the form")
        await page.idle()
