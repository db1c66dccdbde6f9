"""Look at every command and key, both color schemes, a large screen and another till's sale."""

import time
from functools import partial

from PySide6.QtCore import QSize

from storedesk.tour import probes
from storedesk.tour.album import fit
from storedesk.tour.context import TourContext
from storedesk.tour.other_till import OtherTill
from storedesk.tour.stock import find_stock
from storedesk.ui.catalog.view import ProductsView
from storedesk.ui.inventory.view import InventoryView
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.dialogs.palette import Palette
from storedesk.ui.kit.dialogs.shortcuts import ShortcutSheet
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.kit.looks.theme import THEME, Scheme
from storedesk.ui.preferences.view import PreferencesView
from storedesk.ui.till.view import TillView

LARGE = QSize(1920, 1080)
AT_ONCE = 1.0
"""Seconds after which another till's sale is seen here."""


async def find_commands(context: TourContext) -> str:
    """Open the sheet of keys, and the palette of commands."""
    driver = context.driver
    await driver.press("F1")
    await driver.until(lambda: context.window.findChildren(ShortcutSheet), "the sheet of keys")
    await context.picture("keys")
    await driver.press("Escape")
    await driver.until(lambda: not context.window.findChildren(ShortcutSheet), "the sheet put away")
    await driver.press("Ctrl+K")
    await driver.until(lambda: context.window.findChildren(Palette), "the palette")
    await context.picture("palette")
    await driver.press("Escape")
    await driver.until(lambda: not context.window.findChildren(Palette), "the window alone again")
    return "nothing new, as should be"


async def go_dark(context: TourContext) -> str:
    """Choose dark colors by their name, and look at products, a sale and stock in them."""
    await _command(context, tr("Dark colors"))
    await context.driver.until(lambda: THEME.chosen is Scheme.DARK, "dark colors")
    await context.go("products", ProductsView)
    await context.picture("products-dark")
    await context.go("till", TillView)
    await context.scan(*context.products[:5])
    await context.picture("till-dark")
    kept = await context.checker.ask(probes.open_sales, context.register.id)
    context.checker.expect("sales on the counter", len(kept), 1)
    return "five products are on the counter, for whoever signs in next"


async def look_from_afar(context: TourContext) -> str:
    """Look at every page on a large screen, in both schemes; in a manner, as that has it."""
    window, driver, manner = context.window, context.driver, context.manner
    if manner.is_usual:
        fit(window, LARGE)
    schemes = (Scheme.DARK, Scheme.LIGHT)
    names = {Scheme.DARK: tr("Dark colors"), Scheme.LIGHT: tr("Light colors")}
    for scheme in schemes if manner.is_usual else (manner.scheme or Scheme.LIGHT,):
        await _command(context, names[scheme])
        await driver.until(partial(_is_dressed, scheme), f"{scheme} colors")
        for entry in context.frame.entries:
            await context.go(entry.key, View)
            await context.picture(f"large-{entry.key}-{scheme}")
    fit(window, manner.first_size)
    return "nothing new, as should be"


async def look_by_touch(context: TourContext) -> str:
    """Look at every page in touch mode, if the tour is taken in a manner of its own."""
    if context.manner.is_usual:
        return "nothing new, as should be"
    await _touch(context, is_on=True)
    for entry in context.frame.entries:
        page = await context.go(entry.key, View)
        if table := page.findChild(LongTable):
            table.selectRow(0)
            await page.idle()
        await context.picture(f"touch-{entry.key}")
    await _touch(context, is_on=False)
    return "every page was seen in touch mode"


async def _touch(context: TourContext, *, is_on: bool) -> None:
    page = await context.go("preferences", PreferencesView)
    switch = page.rows["touch"].control
    await context.driver.reach(switch)
    await context.driver.press("Space")
    await context.driver.until(lambda: SIZES.is_touch is is_on, "targets of another size")
    await context.frame.idle()


async def see_another_sale(context: TourContext) -> str:
    """Look at a product's stock while another till sells one, and see it within a second."""
    driver, product = context.driver, context.products[11]
    page = await context.go("inventory", InventoryView)
    await find_stock(context, page, product)
    workspace = await context.window.access.workspace()
    cashier = [one for one in context.window.access.people() if one.role == "cashier"][1]
    here = context.frame.context.register
    sold = await OtherTill(workspace, cashier).sell(product.code, away_from=here)
    start = time.monotonic()

    def is_seen() -> bool:
        line = page.table.chosen_or_none()
        return line is not None and line.stock.on_hand == product.on_hand - 1

    await driver.until(is_seen, "the other till's sale")
    seconds = time.monotonic() - start
    await context.picture("news")
    context.expect_within("the news came", seconds, AT_ONCE)
    await context.checker.sold(sold, [product], method="cash", cashier=cashier.login)
    return f"{sold} by {cashier.name} at another till, seen here after {seconds * 1000:.0f} ms"


def _is_dressed(scheme: Scheme) -> bool:
    return THEME.chosen is scheme


async def _command(context: TourContext, words: str) -> None:
    await context.driver.press("Ctrl+K")
    await context.driver.until(lambda: context.window.findChildren(Palette), "the palette")
    await context.driver.enter(words)
    await context.driver.until(
        lambda: not context.window.findChildren(Palette), "the window without the palette"
    )
