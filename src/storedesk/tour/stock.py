"""Adjust stock, read the ledger and search products as a manager."""

from storedesk.domain.inventory import Reason
from storedesk.tour import probes
from storedesk.tour.context import TourContext
from storedesk.tour.probes import StockedProduct
from storedesk.ui.catalog.manager_view import ManagerProductsView
from storedesk.ui.catalog.view import ProductsView
from storedesk.ui.inventory.view import InventoryView

BROKEN = -2
REMARK = "Dropped by the window"


async def adjust_stock(context: TourContext) -> str:
    """Let a manager sign in, search the stock, and take away what broke."""
    driver, product = context.driver, context.products[9]
    await driver.press("F12")
    await context.sign_in("manager")
    page = await context.go("inventory", InventoryView)
    await context.picture("inventory")
    await find_stock(context, page, product)
    await driver.press("Ctrl+E")
    await driver.write(str(BROKEN))
    await driver.press("Tab")
    reasons = page.stock_form.reason
    while reasons.value() != Reason.DAMAGED:
        await driver.press("Down")
    await driver.press("Tab")
    await driver.write(REMARK)
    await context.picture("adjust")
    await driver.press("Return")
    await driver.until(page.note.text, "the word that it is done")
    await context.picture("ledger")
    reason = f"{Reason.DAMAGED.value}: {REMARK}"
    await context.checker.moved(product.product_id, ("adjust", BROKEN, reason, context.login))
    now = await context.checker.ask(probes.stock, [product.product_id])
    due = (product.on_hand + BROKEN, product.reserved)
    context.checker.expect(f"stock of {product.name}", now[product.product_id], due)
    return f"“{product.name}”: {product.on_hand} {BROKEN} = {due[0]}, in the ledger as “{reason}”"


async def look_through_products(context: TourContext) -> str:
    """Look at the products, narrow them down, and open one."""
    driver, product = context.driver, context.products[10]
    page = await context.go("products", ManagerProductsView)
    await driver.press("Down")
    await context.picture("products")
    extent = await context.checker.ask(probes.extent)
    context.checker.expect("products in the list", len(page.table.list.vector), extent.products)
    await driver.click(page.tabs.button("active"))
    await driver.press("Ctrl+F")
    await driver.write(product.name.lower().split()[0])
    await driver.until(lambda: len(page.table.list.vector) < extent.products, "fewer products")
    await page.idle()
    context.checker.expect(f"“{product.name}” is found", _has(page, product.name), should_be=True)
    await driver.press("Down")
    await driver.until(lambda: page.editor.base, "the first product beside the list")
    await context.picture("products-narrowed")
    found = len(page.table.list.vector)
    await driver.press("Ctrl+F", "Escape")
    await driver.click(page.tabs.button("all"))
    await page.idle()
    return f"{extent.products} products, {found} of them on sale with “{product.name.split()[0]}”"


async def find_stock(context: TourContext, page: InventoryView, product: StockedProduct) -> None:
    """Search a product in the stock, and choose it."""
    driver, rows = context.driver, page.table.list
    await driver.press("Ctrl+F")
    await driver.write(product.name.lower())
    await driver.until(
        lambda: len(rows.vector) and _name(page, 0) == product.name, f"“{product.name}”"
    )
    await driver.press("Down")
    await driver.until(lambda: page.levels.name.text() == product.name, "its numbers")


def _name(page: InventoryView, row: int) -> str:
    record = page.table.list.record(row)
    return record.product if record else ""


def _has(page: ProductsView, name: str) -> bool:
    rows = page.table.list
    records = [rows.record(row) for row in range(len(rows.vector))]
    return name in [record.name for record in records if record]
