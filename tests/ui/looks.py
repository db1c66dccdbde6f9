"""Paints the real window on a real demo store, to be looked at.

`python -m tests.ui.looks FOLDER [scene ...]`: each scene at 1366 x 768 and 1920 x 1080, light and
dark. The demo store is kept beside FOLDER for the next time. `--small` takes 1366 x 768 in
light colors only; `--dark` in dark
ones; `--long` lengthens every translated text by 35 % and marks it with ‹ ›.
"""

# ruff: noqa: BLE001, N802, PLR0915, RUF001, RUF002 - scenes are long, and must go on

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psycopg
from PySide6.QtCore import QPoint, QSize, Qt, QTranslator
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDialog

from storedesk import app
from storedesk.documents import join_file
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.services import importing as importing_services
from storedesk.settings import Profile, ServerAddress
from storedesk.tour import probes
from storedesk.tour.context import TourContext
from storedesk.tour.first_run import make_the_demo, open_the_shift
from storedesk.tour.manner import TourManner
from storedesk.ui.catalog.view import ProductsView
from storedesk.ui.counts.new_count import NewCount
from storedesk.ui.counts.view import CountsView
from storedesk.ui.importing.dialog import ImportDialog
from storedesk.ui.inventory.low_stock import LowStockView
from storedesk.ui.inventory.view import InventoryView
from storedesk.ui.kit.dialogs.crash import CrashDialog
from storedesk.ui.kit.dialogs.progress import ProgressDialog
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.kit.looks.theme import Scheme
from storedesk.ui.shell.register_choice import RegisterChoice
from storedesk.ui.till.price_check import PricePanel
from storedesk.ui.till.receipts.print_panel import PrintPanel
from storedesk.ui.till.sale.customer import CustomerPanel
from storedesk.ui.till.sale.parked import ParkPanel, RecallPanel
from storedesk.ui.till.shifts.close_shift import CloseShiftPanel
from storedesk.ui.till.shifts.open_shift import OpenShiftPanel

SIZES = (QSize(1366, 768), QSize(1920, 1080))
SCHEMES = (Scheme.LIGHT, Scheme.DARK)
CERTIFICATE = f"-----BEGIN CERTIFICATE-----\n{'QUJD' * 16}\n-----END CERTIFICATE-----\n"
NASTY = "<img src=/dev/zero>"
LONG = (
    "Hand-thrown stoneware serving bowl with a reactive glaze, extra large, oven and"
    " dishwasher safe"
)
OPTIONS = {name for name in sys.argv[1:] if name.startswith("--")}
FOLDER, *WANTED = [name for name in sys.argv[1:] if not name.startswith("--")] or ["build/looks"]
FILLER = " überaus"


class LongWords(QTranslator):
    """Makes every text some 35 % longer, as German would, and shows where one was forgotten."""

    def isEmpty(self):
        return False

    def translate(self, _context, text, _disambiguation=None, _count=-1):
        if _context == "QShortcut":
            return text  # the keys' own names
        more = max(1, round(len(text) * 0.35)) if len(text) > 1 else 0
        filler = (FILLER * 20)[:more] if len(text) > 8 else "oooo"[:more]
        return f"‹{text}{filler.rstrip()}›"


class Looks(TourContext):
    """A visit whose every picture is four."""

    async def picture(self, name):
        if self.window.frame and not covering():
            await self.window.frame.idle()
        sizes = SIZES[:1] if "--small" in OPTIONS else SIZES
        schemes = SCHEMES[:1] if "--small" in OPTIONS else SCHEMES
        if "--dark" in OPTIONS:
            sizes, schemes = SIZES[:1], SCHEMES[1:]
        for scheme in schemes:
            self.window.choose_scheme(scheme)
            for size in sizes:
                self.window.resize(size)
                await self.driver.pause(0.25)
                self._save(f"{name}-{scheme}-{size.width()}.png")
        self.window.choose_scheme(Scheme.LIGHT)
        self.window.resize(SIZES[0])
        await self.driver.pause(0.1)

    def _save(self, name):
        picture = self.window.grab()
        painter = QPainter(picture)
        foremost = covering()
        for dialog in sorted(QApplication.topLevelWidgets(), key=lambda one: one is foremost):
            if isinstance(dialog, QDialog) and dialog.isVisible():
                at = self.window.rect().center() - dialog.rect().center()
                painter.drawPixmap(at, dialog.grab())
            elif dialog.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup and (
                dialog.isVisible()
            ):
                at = self.window.mapFromGlobal(dialog.mapToGlobal(QPoint()))
                painter.drawPixmap(at, dialog.grab())
        painter.end()
        picture.save(str(self.album.folder / name))

    def sql(self, statement, *values):
        workspace = self.window.access._workspace
        with psycopg.connect(workspace.own_dsn(), autocommit=True) as line:
            found = line.execute(statement, values)
            return found.fetchall() if found.description else None

    def dirty(self):
        """Give two products names that nobody expects."""
        products = self.products
        for name, product in ((NASTY, products[-1]), (LONG, products[-2])):
            self.sql("UPDATE products SET name = %s WHERE id = %s", name, product.product_id)

    async def empty(self):
        """Have nothing on the counter."""
        till = self.till
        if till.panel_host.panel:
            till.panel_host.shut()
        if till.selling.sale:
            till.selling.discard()
            await till.idle()
        await self.driver.until(lambda: till.selling.sale is None, "an empty counter")


SCENES = []


def scene(function):
    SCENES.append(function)
    return function


@scene
async def first_run(v):
    first = v.window.first_run
    v.window.show_first_run()
    await first.idle()
    await v.picture("first-run")
    first.show_new_store()
    await v.picture("new-store")
    form = first.new_store
    form.submit()
    await v.picture("new-store-errors")
    form.password.show_value("short")
    form.again.show_value("other")
    form.login.show_value("Ünï")
    form.submit()
    await v.picture("new-store-errors2")
    form.left.emit()
    first.show_join()
    await v.picture("join")
    first.join.submit()
    first.join.port.input.setText("99999")
    first.join.submit()
    await v.picture("join-errors")
    first.join.host.show_value("store.example.com")
    first.join.port.show_value(5432)
    first.join.database.show_value("store")
    first.join.ca_file.show_value("/no/such/file.pem")
    first.join.submit()
    await first.idle()
    await v.picture("join-refused")
    file = Path(FOLDER) / "shop.storedesk"
    address = ServerAddress(host="store.example.com", port=5432, database="shop")
    file.write_bytes(join_file.written(address, CERTIFICATE))
    await first.join.fill_in(file)
    await v.picture("join-by-file")
    file.unlink()
    v.window.show_sign_in()


@scene
async def signing_in(v):
    page = v.window.sign_in
    await v.driver.until(lambda: page.people.cards, "people")
    await page.idle()
    await v.picture("sign-in")
    page.fill(page.people.cards[0].person)
    page.password.show_value("wrong")
    page.submit()
    await page.idle()
    await v.picture("sign-in-wrong")
    door_sign_in = v.window.access.sign_in

    async def away(*_, **__):
        raise Unavailable("nobody_there", host="store.example.com", port=5432)

    v.window.access.sign_in = away
    page.submit()
    await v.picture("sign-in-away")
    page._cancel()
    page._refuse(Refused("store_moved", database="shop", host="store.example.com", port=5432))
    await v.picture("sign-in-moved")
    v.window.access.sign_in = door_sign_in


@scene
async def register(v):
    registers = v.sql("SELECT id, code, name FROM storedesk.registers ORDER BY name")
    from storedesk.domain.till import Register  # noqa: PLC0415

    question = RegisterChoice([Register(*one) for one in registers])
    v.window._show_content(question)
    await v.picture("register")
    v.window.show_sign_in()


@scene
async def till_shift(v):
    await v.sign_in("cashier")
    if v.till.shifts.shift is None:
        await v.picture("till-closed")
        await v.driver.press("F7")
        panel = await v.panel(OpenShiftPanel)
        pieces = list(panel.counter.pieces.values())
        for field, count in zip(pieces, ("0", "1", "2", "4"), strict=False):
            field.setText(count)
            field.textEdited.emit(count)
        await v.picture("shift-open")
        panel.counter.box.field.setText("12,3x")
        panel.enter()
        await v.picture("shift-open-error")
        v.till.panel_host.shut()


async def begin(v):
    await v.sign_in("cashier")
    till = v.till
    await till.idle()
    if till.shifts.shift is None:
        await open_the_shift(v)
    await v.empty()


@scene
async def till_sale(v):
    await begin(v)
    await v.empty()
    await v.picture("till-empty")
    for one in v.products[:3]:
        v.till.scans.take(one.code)
    await v.till.idle()
    v.till.selling.park("Green scarf, back at 3")
    await v.till.idle()
    for one in v.products[:8]:
        v.till.scans.take(one.code)
    await v.till.idle()
    v.till.selling.park(
        "Wedding gift list <b>bold</b> for Mr and Mrs Featherstonehaugh-Cholmondeley"
    )
    await v.till.idle()
    for one in v.products:
        v.till.scans.take(one.code)
    await v.till.idle()
    v.till.selling.set_quantity(12)
    await v.till.idle()
    await v.picture("till-full")
    person = await v.checker.ask(probes.regular)
    v.till.selling.attach(person.id)
    await v.till.idle()
    await v.driver.press("F2")
    await v.driver.write("bo")
    await v.picture("till-search")
    await v.driver.press("Escape", "Escape")
    await v.driver.write("zzzz")
    await v.driver.press("Return")
    await v.picture("till-search-nothing")
    await v.driver.press("Escape", "Escape")
    v.till.scans.take("9999123")
    await v.till.idle()
    await v.picture("till-unknown")
    await v.driver.press("Escape", "Escape")
    await v.driver.press("F3")
    await v.panel(CustomerPanel)
    await v.picture("till-customer")
    await v.driver.write("an")
    await v.driver.pause(0.5)
    await v.picture("till-customer-found")
    await v.driver.write("zzqq")
    await v.driver.pause(0.5)
    await v.picture("till-customer-nobody")
    await v.driver.press("Escape")
    await v.driver.press("F5")
    await v.panel(RecallPanel)
    await v.picture("till-recall")
    await v.driver.press("Return")
    await v.driver.pause(0.6)
    await v.picture("till-recall-refused")
    await v.driver.press("Escape")
    if v.till.panel_host.panel:
        v.till.panel_host.shut()
    await v.driver.press("F4")
    await v.panel(ParkPanel)
    await v.picture("till-park")
    await v.driver.press("Escape", "F8")
    await v.panel(PricePanel)
    await v.picture("till-price-empty")
    await v.driver.scan(v.products[7].code)
    await v.driver.pause(0.5)
    await v.picture("till-price")
    await v.driver.scan("99991234")
    await v.driver.pause(0.5)
    await v.picture("till-price-unknown")
    await v.driver.press("Escape")
    await v.driver.press("F10")
    await v.driver.pause(0.5)
    await v.picture("till-receipt-last")
    if v.till.panel_host.panel:
        v.till.panel_host.shut()
    await v.driver.press("Escape")
    v.till._escape()
    await v.picture("till-discard")
    for dialog in v.window.findChildren(QDialog):
        dialog.reject()


@scene
async def till_short(v):
    await begin(v)
    row = v.sql(
        "SELECT b.barcode, p.id, p.price_amount FROM storedesk.product_barcodes b JOIN products p"
        " ON p.id = b.product_id JOIN inventory i ON i.product_id = p.id"
        " WHERE variant_id IS NULL AND p.status = 'active'"
        " AND i.stock_level - i.reserved_quantity BETWEEN 1 AND 4 LIMIT 1"
    )[0]
    v.till.scans.take(row[0])
    await v.till.idle()
    v.till.selling.set_quantity(9)
    await v.till.idle()
    v.till.scans.take(v.products[2].code)
    await v.till.idle()
    await v.picture("till-short")
    v.sql(
        "UPDATE products SET price_amount = price_amount + 1 WHERE id = %s",
        v.products[2].product_id,
    )
    await v.driver.pause()
    await v.driver.press("Return")
    await v.driver.pause(0.6)
    await v.picture("till-doubts")
    v.sql(
        "UPDATE products SET price_amount = price_amount - 1 WHERE id = %s",
        v.products[2].product_id,
    )
    v.till.panel_host.shut()
    await v.empty()


@scene
async def till_pay(v):
    await begin(v)
    await v.scan(*v.products[:6])
    panel = await v.ask_to_pay()
    await v.picture("pay-cash")
    await v.driver.write("1000")
    await v.picture("pay-cash-1000")
    await v.driver.press("Return")
    await v.picture("pay-cash-1000-asked")
    panel.amount.field.selectAll()
    await v.driver.write("2")
    await v.driver.pause()
    await v.driver.press("Return")
    await v.picture("pay-cash-too-little")
    panel.amount.field.selectAll()
    await v.driver.write("12,3,4")
    await v.driver.pause()
    await v.driver.press("Return")
    await v.picture("pay-cash-nonsense")
    panel.amount.field.selectAll()
    await v.driver.write("d")
    await v.picture("pay-card")
    await v.driver.press("Tab", "Tab")
    await v.driver.write("12")
    await v.driver.press("Return")
    await v.picture("pay-card-error")
    panel.amount.field.setFocus()
    panel.amount.field.selectAll()
    await v.driver.write("p")
    await v.driver.pause()
    await v.driver.press("Return")
    await v.picture("pay-paypal")
    panel.amount.field.setFocus()
    panel.amount.field.selectAll()
    await v.driver.write("c")
    panel.amount.field.selectAll()
    await v.driver.write("200")
    await v.driver.pause()
    await v.driver.press("Return")
    await v.driver.pause()
    if v.till.panel_host.panel:
        await v.driver.press("Return")
    await v.driver.until(lambda: v.till.panel_host.panel is None, "paid")
    await v.driver.pause(0.6)
    await v.picture("till-change")
    await v.scan(v.products[4])
    await v.pay()
    await v.driver.pause(0.6)
    await v.picture("till-done-exact")
    await v.driver.press("F10")
    await v.panel(PrintPanel)
    await v.picture("receipt")
    await v.driver.press("Escape")


@scene
async def till_closing(v):
    await begin(v)
    await v.driver.press("F7")
    panel = await v.panel(CloseShiftPanel)
    await v.picture("shift-close")
    panel.counter.box.field.setText("150.00")
    panel.enter()
    await panel.jobs.idle()
    await v.picture("shift-compare")
    await v.driver.pause()
    panel.enter()
    await panel.jobs.idle()
    await v.picture("shift-no-reason")
    panel.reason.setText("A coin rolled under the counter")
    panel.enter()
    await v.panel(PrintPanel)
    await v.picture("z-report")
    await v.driver.press("Escape")


@scene
async def products(v):
    await v.sign_in("manager")
    page = await v.go("products", ProductsView)
    await v.picture("products")
    await v.driver.press("Down")
    await v.picture("products-chosen")
    with_variants = v.sql(
        "SELECT p.id FROM products p JOIN product_images i ON i.product_id = p.id WHERE (SELECT"
        " count(*) FROM product_variants WHERE product_id = p.id) > 3 LIMIT 1")  # fmt: skip
    page.show_record(with_variants[0][0])
    await page.idle()
    await v.driver.pause(0.5)
    await v.picture("products-variants")
    await v.driver.press("Ctrl+F")
    await v.driver.write("img")
    await v.driver.pause(0.5)
    await v.driver.press("Down")
    await v.picture("products-nasty")
    await v.driver.press("Ctrl+F")
    await v.driver.write("nothing like this")
    await v.driver.pause(0.5)
    await v.picture("products-none")
    await v.driver.press("Ctrl+F", "Escape")
    page.tabs.choose("draft")
    page.ask_anew()
    await page.idle()
    await v.picture("products-draft")


@scene
async def typing_and_export(v):
    await v.sign_in("manager")
    page = await v.go("products", ProductsView)
    await v.driver.press("Down", "Down")
    await v.picture("list-typable")
    await v.driver.press("Ctrl+T")
    await v.driver.write("24.90")
    await v.picture("list-typing")
    await v.driver.press("Return")
    await page.idle()
    await v.driver.write("12.345")
    await v.driver.press("Return")
    await page.idle()
    await v.picture("list-refused")
    price = v.sql(
        "UPDATE products SET price_amount = price_amount + 1, version = version + 1"
        " WHERE id = %s RETURNING price_amount", page.table.editing._record.id
    )  # fmt: skip
    page.table.editing.line.setText(str(price[0][0] + 3))
    await v.driver.press("Return")
    await page.idle()
    await v.picture("list-conflict")
    await v.driver.press("Escape")
    bar = ProgressDialog(
        v.window, "Export: Products", page.context.format, text="Products 2026-11-25.xlsx"
    )
    bar.open()
    bar.show_far(412_300, 1_000_000)
    await v.picture("export-progress")
    bar.reject()
    await v.driver.press("Ctrl+Shift+S")
    await v.picture("export-shopify")
    await v.driver.press("Escape")


@scene
async def importing(v):
    await v.sign_in("manager")
    page = await v.go("products", ProductsView)
    good, bad, plain = _files()
    letters = Path(FOLDER) / "letters.csv"
    letters.write_bytes("Winter list\n\nSKU;Name;Price\nA1;Český čaj;1,250\n".encode("cp1250"))
    changed = Path(FOLDER) / "changed.csv"
    changed.write_text(_changed(v))
    files = {"plain": plain, "good": good, "bad": bad, "letters": letters, "changed": changed}
    for name, file in files.items():
        look = await page.desk.read(importing_services.look, (file,))
        dialog = ImportDialog(
            v.window, page.desk, v.frame.context.format, (file,), look, most=100_000
        )
        dialog.open()
        await dialog.idle()
        await v.picture(f"import-{name}")
        dialog.reject()
        await v.driver.pause(0.3)


@scene
async def stock(v):
    await v.sign_in("manager")
    page = await v.go("inventory", InventoryView)
    await v.picture("inventory")
    await v.driver.press("Down", "Down")
    await v.driver.pause(0.4)
    await v.picture("inventory-chosen")
    await v.driver.press("Ctrl+E")
    await v.driver.write("-5x")
    page.stock_form.filled()
    await v.picture("inventory-adjust-error")
    await v.driver.press("Escape", "Ctrl+E", "Tab", "Down", "Shift+Tab")
    await v.driver.write("12")
    await v.driver.press("Return")
    await v.picture("inventory-adjust-reason")
    await v.driver.press("Escape", "Ctrl+S")
    await v.driver.write("12")
    await v.picture("inventory-set")
    await v.driver.press("Escape", "Ctrl+R")
    await v.driver.write("24")
    await v.picture("inventory-restock")
    await v.driver.press("Escape", "Ctrl+T")
    await v.driver.write("4")
    await v.picture("inventory-threshold")
    await v.driver.press("Escape", "Space", "Down", "Space", "Down", "Down", "Space", "Ctrl+E")
    await v.driver.write("-2")
    await v.picture("inventory-several")
    await v.driver.press("Return")
    await v.driver.pause(0.5)
    await v.picture("inventory-several-done")
    page.table.untick()
    held = v.sql("SELECT product_id FROM inventory WHERE reserved_quantity > 0 LIMIT 1")
    if held:
        page.show_record(held[0][0])
        await page.idle()
        await v.driver.pause(0.4)
        await v.picture("inventory-reserved")
    page.tabs.choose("low")
    page.ask_anew()
    await page.idle()
    await v.picture("inventory-low")
    await v.driver.press("Ctrl+F")
    await v.driver.write("nothing like this")
    await v.driver.pause(0.5)
    await v.picture("inventory-none")


@scene
async def counts(v):
    await v.sign_in("manager")
    page = await v.go("counts", CountsView)
    await v.driver.pause(0.3)
    await v.picture("counts-empty")
    await v.driver.press("Ctrl+N")
    await v.driver.pause(0.4)
    await v.picture("counts-new")
    dialog = v.window.findChildren(NewCount)[0]
    dialog.scope.show_value("sample")
    dialog._show_fields()
    await v.driver.pause(0.2)
    await v.picture("counts-new-sample")
    await v.driver.press("Return")
    await v.driver.until(lambda: page.count, "a count")
    await page.idle()
    await v.picture("counts-begun")
    for article, staged in ((v.products[0], "12*"), (v.products[1], ""), (v.products[2], "30*")):
        await v.driver.write(staged)
        await v.driver.scan(article.code)
        await page.idle()
    await v.picture("counts-scanned")
    await v.driver.scan("99991234")
    await page.idle()
    await v.driver.pause(0.5)
    await v.picture("counts-unknown")
    page._tab("to_count")
    page.sheet.tabs.choose("to_count")
    await page.idle()
    page.sheet.table.setFocus()
    await v.driver.press("Home")
    page.sheet.table.editing.open_named("counted")
    await v.driver.write("7")
    await v.picture("counts-list")
    await v.driver.press("Return", "Escape")
    await page.idle()
    page._tab("differences")
    page.sheet.tabs.choose("differences")
    await page.idle()
    await v.driver.pause(0.4)
    await v.picture("counts-review")
    await v.driver.press("Ctrl+Return")
    await v.driver.pause(0.4)
    await v.picture("counts-post")
    await v.driver.press("Return")
    await v.driver.pause(0.6)
    await v.picture("counts-post-others")
    await v.driver.press("Return")
    await page.idle()
    await v.driver.pause(0.5)
    await v.picture("counts-posted")


@scene
async def low_stock(v):
    await v.sign_in("manager")
    page = await v.go("low_stock", LowStockView)
    await v.driver.pause(0.5)
    await v.driver.press("Down", "Down")
    await v.picture("low-stock")
    await v.driver.press("Ctrl+T")
    await v.driver.write("3")
    await v.picture("low-stock-typing")
    await v.driver.press("Escape", "Ctrl+P")
    await v.driver.pause(0.6)
    await v.picture("low-stock-paper")
    await v.driver.press("Escape")
    await v.driver.pause(0.3)
    page.tabs.choose("running_out")
    page.ask_anew()
    await page.idle()
    await v.picture("low-stock-running-out")
    await v.driver.press("Ctrl+F")
    await v.driver.write("nothing like this")
    await v.driver.pause(0.5)
    await v.picture("low-stock-none")


@scene
async def everywhere(v):
    await begin(v)
    v.window.frame.lost(Unavailable("unavailable"))
    await v.picture("lost")
    v.window.frame.answering()
    v.window.frame.notices.show_room(is_little=True, is_none=False)
    await v.picture("disk")
    v.window.frame.notices.show_room(is_little=False, is_none=False)
    await v.driver.press("F1")
    await v.picture("keys")
    await v.driver.press("Escape")
    await v.driver.pause(0.3)
    await v.driver.press("Ctrl+K")
    await v.picture("palette")
    await v.driver.write("col")
    await v.picture("palette-typed")
    await v.driver.write("zzz")
    await v.picture("palette-nothing")
    await v.driver.press("Escape")
    await v.driver.pause(0.3)
    report = 'Traceback (most recent call last):\n  File "view.py", line 12, in f\nValueError: no'
    dialog = CrashDialog(v.window, report)
    dialog.open()
    await v.picture("crash")
    dialog.reject()
    await v.driver.pause(0.3)


def _changed(v):
    """Write a list in which the first products of the store have other names and prices."""
    lines = [
        f"{one.code},Winter {one.name},{at}.95,Winter" for at, one in enumerate(v.products[:9], 1)
    ]
    return "SKU,Name,Price,Category\n" + "\n".join([*lines, "WIN-1,Winter candle,9.50,Winter"])


def _files():
    folder = Path(FOLDER)
    plain, good, bad = (folder / f"{name}.csv" for name in ("plain", "good", "bad"))
    plain.write_text("Art,Text,Preis\nA-1,Oat soap,2.85\nA-2,Dish brush,3.40\n")
    good.write_text("name,code,price,category\nOat soap 9,A-1,2.85,Soap\n")
    rows = "".join(f"Thing {n},B-{n},{'NaN' if n % 2 else '2.00'},Odds\n" for n in range(12))
    bad.write_text(f"name,code,price,category\n{rows},B-99,-1,\n")
    return good, bad, plain


from tests.ui.customers import looks as customers_looks  # noqa: E402 - its scenes come last

SCENES.extend(customers_looks.SCENES)


async def lead(window):
    v = Looks(window, Path(FOLDER) and _album(), 30.0, manner=TourManner())
    window.resize(SIZES[0])
    await make_the_demo(v)
    v.products = await v.checker.ask(probes.products, count=12)
    v.dirty()
    v.products = await v.checker.ask(probes.products, count=12)
    for one in SCENES:
        if WANTED and one.__name__ not in WANTED:
            continue
        try:
            await one(v)
        except Exception as failure:
            import traceback  # noqa: PLC0415

            traceback.print_exc()
            print(one.__name__, failure)
            v._save(f"stuck-{one.__name__}.png")
        for dialog in window.findChildren(QDialog):
            dialog.reject()
        if window.frame:
            if "till" in window.frame.pages:
                v.till.panel_host.shut()
            window.switch_user()
        await v.driver.pause(0.2)
    window.goodbye.hurried.emit()
    return 0


class _Album:
    folder = Path(FOLDER)
    names = ()

    def take(self, window, name):
        pass


def _album():
    _Album.folder.mkdir(parents=True, exist_ok=True)
    return _Album()


def main():
    profile = Path(FOLDER).parent / "looks-profile"
    if "--long" in OPTIONS:
        made = app._application

        def longer(profile):
            told = made(profile)
            told.long_words = LongWords()
            told.installTranslator(told.long_words)
            return told

        app._application = longer
    Profile(profile)
    return app.main(profile, lead)


if __name__ == "__main__":
    sys.exit(main())
