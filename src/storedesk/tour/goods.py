"""The tour's way through the goods, as a manager: stock, its ledger, and products."""

from storedesk.domain.inventory import Reason
from storedesk.tour import probes
from storedesk.tour.probes import Article
from storedesk.tour.visit import Visit
from storedesk.ui.catalog.managed import ManagedProductsView
from storedesk.ui.catalog.view import ProductsView
from storedesk.ui.inventory.view import InventoryView

BROKEN = -2
REMARK = "Dropped by the window"


async def adjust_stock(visit: Visit) -> str:
    """Let a manager sign in, search the stock, and take away what broke."""
    hands, article = visit.hands, visit.articles[9]
    await hands.press("F12")
    await visit.sign_in("manager")
    page = await visit.go("inventory", InventoryView)
    await visit.picture("inventory")
    await find_stock(visit, page, article)
    await hands.press("Ctrl+E")
    await hands.write(str(BROKEN))
    await hands.press("Tab")
    reasons = page.deeds.reason
    while reasons.value() != Reason.DAMAGED:
        await hands.press("Down")
    await hands.press("Tab")
    await hands.write(REMARK)
    await visit.picture("adjust")
    await hands.press("Return")
    await hands.until(page.note.text, "the word that it is done")
    await visit.picture("ledger")
    reason = f"{Reason.DAMAGED.value}: {REMARK}"
    await visit.witness.moved(article.product_id, ("adjust", BROKEN, reason, visit.login))
    now = await visit.witness.ask(probes.stock, [article.product_id])
    due = (article.on_hand + BROKEN, article.reserved)
    visit.witness.expect(f"stock of {article.name}", now[article.product_id], due)
    return f"“{article.name}”: {article.on_hand} {BROKEN} = {due[0]}, in the ledger as “{reason}”"


async def look_through_products(visit: Visit) -> str:
    """Look at the products, narrow them down, and open one."""
    hands, article = visit.hands, visit.articles[10]
    page = await visit.go("products", ManagedProductsView)
    await hands.press("Down")
    await visit.picture("products")
    extent = await visit.witness.ask(probes.extent)
    visit.witness.expect("products in the list", len(page.table.list.vector), extent.products)
    await hands.click(page.tabs.button("active"))
    await hands.press("Ctrl+F")
    await hands.write(article.name.lower().split()[0])
    await hands.until(lambda: len(page.table.list.vector) < extent.products, "fewer products")
    await page.idle()
    visit.witness.expect(f"“{article.name}” is found", _has(page, article.name), should_be=True)
    await hands.press("Down")
    await hands.until(lambda: page.editor.base, "the first product beside the list")
    await visit.picture("products-narrowed")
    found = len(page.table.list.vector)
    await hands.press("Ctrl+F", "Escape")
    await hands.click(page.tabs.button("all"))
    await page.idle()
    return f"{extent.products} products, {found} of them on sale with “{article.name.split()[0]}”"


async def find_stock(visit: Visit, page: InventoryView, article: Article) -> None:
    """Search an article in the stock, and choose it."""
    hands, rows = visit.hands, page.table.list
    await hands.press("Ctrl+F")
    await hands.write(article.name.lower())
    await hands.until(
        lambda: len(rows.vector) and _name(page, 0) == article.name, f"“{article.name}”"
    )
    await hands.press("Down")
    await hands.until(lambda: page.levels.name.text() == article.name, "its numbers")


def _name(page: InventoryView, row: int) -> str:
    record = page.table.list.record(row)
    return record.product if record else ""


def _has(page: ProductsView, name: str) -> bool:
    rows = page.table.list
    records = [rows.record(row) for row in range(len(rows.vector))]
    return name in [record.name for record in records if record]
