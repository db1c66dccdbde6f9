"""The tour's look around: every command, the keys, dark colours, a large screen, news."""

import time
from functools import partial

from PySide6.QtCore import QSize

from storedesk.tour import probes
from storedesk.tour.album import fit
from storedesk.tour.goods import find_stock
from storedesk.tour.neighbour import Neighbour
from storedesk.tour.visit import Visit
from storedesk.ui.catalog.view import ProductsView
from storedesk.ui.inventory.view import InventoryView
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.dialogs.palette import Palette
from storedesk.ui.kit.dialogs.shortcuts import KeysSheet
from storedesk.ui.kit.looks.theme import Scheme
from storedesk.ui.shell.main_window import USUAL, MainWindow
from storedesk.ui.till.view import TillView

LARGE = QSize(1920, 1080)
AT_ONCE = 1.0
"""Seconds after which another till's sale is seen here."""


async def find_commands(visit: Visit) -> str:
    """Open the sheet of keys, and the palette of commands."""
    hands = visit.hands
    await hands.press("F1")
    await hands.until(lambda: visit.window.findChildren(KeysSheet), "the sheet of keys")
    await visit.picture("keys")
    await hands.press("Escape")
    await hands.until(lambda: not visit.window.findChildren(KeysSheet), "the sheet put away")
    await hands.press("Ctrl+K")
    await hands.until(lambda: visit.window.findChildren(Palette), "the palette")
    await visit.picture("palette")
    await hands.press("Escape")
    await hands.until(lambda: not visit.window.findChildren(Palette), "the window alone again")
    return "nothing new, as should be"


async def go_dark(visit: Visit) -> str:
    """Choose dark colours by their name, and look at products, a sale and stock in them."""
    await _command(visit, "dark colours")
    await visit.hands.until(lambda: visit.window.scheme is Scheme.DARK, "dark colours")
    await visit.go("products", ProductsView)
    await visit.picture("products-dark")
    await visit.go("till", TillView)
    await visit.scan(*visit.articles[:5])
    await visit.picture("till-dark")
    kept = await visit.witness.ask(probes.in_hand, visit.register.id)
    visit.witness.expect("sales on the counter", len(kept), 1)
    return "five articles lie on the counter, for whoever signs in next"


async def look_from_afar(visit: Visit) -> str:
    """Look at every page on a large screen, in both schemes."""
    window, hands = visit.window, visit.hands
    fit(window, LARGE)
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        await _command(visit, f"{scheme} colours")
        await hands.until(partial(_is_dressed, window, scheme), f"{scheme} colours")
        for entry in visit.frame.entries:
            await visit.go(entry.key, View)
            await visit.picture(f"large-{entry.key}-{scheme}")
    fit(window, USUAL)
    return "nothing new, as should be"


async def hear_the_neighbour(visit: Visit) -> str:
    """Look at an article's stock while another till sells one, and see it within a second."""
    hands, article = visit.hands, visit.articles[11]
    page = await visit.go("inventory", InventoryView)
    await find_stock(visit, page, article)
    workspace = await visit.window.door.workspace()
    cashier = [one for one in visit.window.door.people() if one.role == "cashier"][1]
    here = visit.frame.room.register
    sold = await Neighbour(workspace, cashier).sell(article.code, away_from=here)
    start = time.monotonic()

    def is_seen() -> bool:
        line = page.table.chosen_or_none()
        return line is not None and line.stock.on_hand == article.on_hand - 1

    await hands.until(is_seen, "the neighbour's sale")
    seconds = time.monotonic() - start
    await visit.picture("news")
    visit.expect_within("the news came", seconds, AT_ONCE)
    await visit.witness.sold(sold, [article], method="cash", cashier=cashier.login)
    return f"{sold} by {cashier.name} at another till, seen here after {seconds * 1000:.0f} ms"


def _is_dressed(window: MainWindow, scheme: Scheme) -> bool:
    return window.scheme is scheme


async def _command(visit: Visit, words: str) -> None:
    await visit.hands.press("Ctrl+K")
    await visit.hands.until(lambda: visit.window.findChildren(Palette), "the palette")
    await visit.hands.enter(words)
    await visit.hands.until(
        lambda: not visit.window.findChildren(Palette), "the window without the palette"
    )
