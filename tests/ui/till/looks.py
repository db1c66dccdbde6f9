"""Paints the till into pictures, to be looked at: `python -m tests.ui.till.looks [folder]`."""

import asyncio
import os
import sys
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import Method
from storedesk.ui.approval import Approvers
from storedesk.ui.kit.base.scanner import ScannerGuard
from storedesk.ui.kit.looks.theme import THEME, Scheme
from storedesk.ui.shell.side_bar import SideBar
from storedesk.ui.till.view import TillView
from tests.ui.till.shop import ANA, MAYA, SHELF, ShiftPerson, stocked, till_context, uuid4

SIZES = ((1024, 680), (1024, 768), (1366, 768), (1920, 1080))
PAGES = (("till", "Till", "scan-barcode"), ("products", "Products", "package"),
         ("inventory", "Inventory", "warehouse"))  # fmt: skip


class Frame(QWidget):
    """A window like the real one, with the till in it."""

    def __init__(self, size):
        super().__init__()
        context = till_context()
        self.shop = stocked(context.register)
        self.clock = 0.0
        self.scanner = ScannerGuard(self.tick)
        approvers = Approvers(self.shop.approve)
        self.view = TillView(
            replace(context, desk=self.shop, scanner=self.scanner, approvers=approvers)
        )
        bar = SideBar()
        for key, words, icon in PAGES:
            bar.add(key, words, icon)
        bar.choose("till")
        bar.show_person("Maya Okafor", "Till 1 · shift open")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(bar)
        line.addWidget(self.view, 1)
        self.resize(*size)
        self.setProperty("kit", "page")

    def tick(self):
        self.clock += 1000
        return self.clock

    async def sell(self, count=9, *, times=None):
        for code, *_ in SHELF[:count]:
            self.view.scans.take(code)
        for code, quantity in (times or {}).items():
            for _ in range(quantity):
                self.view.scans.take(code)
        await self.view.idle()

    async def park(self, *labels):
        for label in labels:
            await self.sell(4)
            self.view.selling.park(label)
            await self.view.idle()

    async def customer(self):
        self.view.selling.attach(self.shop.people[0].id)
        await self.view.idle()


MANY = {"4006381333931": 1, "MUG-SAGE": 1, "SOAP-OAT": 1, "CARD-BLUE": 2}


async def empty(frame):
    pass


async def closed(frame):
    frame.shop.shift = None
    frame.view.reload()


async def full(frame):
    await frame.park("Green scarf, back at 3", "Wedding gift list")
    await frame.sell(times=MANY)
    await frame.customer()


async def long_names(frame):
    await frame.sell(11, times={"QUILT": 9})


async def unknown(frame):
    await frame.sell(4)
    frame.view.scans.take("9999")
    await frame.view.idle()


async def error(frame):
    await frame.sell(6)
    frame.shop.goods["BRUSH"].is_sellable = False
    frame.view.scans.take("BRUSH")
    await frame.view.idle()


async def search(frame):
    await frame.sell(3)
    QTest.keyClicks(frame.view.entry, "co")
    frame.view.controller.search()
    await frame.view.idle()


async def pay(frame):
    await full(frame)
    frame.shop.goods["MUG-SAGE"].on_shelf = 99
    frame.view.selling.step(1)
    frame.shop.sale = frame.shop._keep(frame.shop.sale.order_id, frame.shop.sale.lines)
    for line in frame.shop.sale.lines:
        frame.shop.change_line(
            order_id=frame.shop.sale.order_id, line_id=line.id, quantity=line.quantity
        )
    await frame.view.idle()
    frame.view.begin_checkout()
    await frame.view.idle()


async def pay_given(frame):
    await pay(frame)
    frame.view.panel_host.panel.notes.buttons[1].click()


async def pay_card(frame):
    await pay(frame)
    frame.view.panel_host.panel.choose(Method.CARD)


async def pay_paypal(frame):
    await pay(frame)
    frame.view.panel_host.panel.choose(Method.PAYPAL)
    frame.view.panel_host.panel.enter()


async def pay_large(frame):
    await frame.sell(10, times={"QUILT": 9, "MUG-SAGE": 0})
    frame.shop.goods["MUG-SAGE"].on_shelf = 99
    frame.shop.goods["QUILT"].on_shelf = 99
    frame.view.selling.step(-1)
    await frame.view.idle()
    frame.view.begin_checkout()
    await frame.view.idle()


async def doubts(frame):
    await full(frame)
    frame.shop.price_changes = (
        ("Oat soap", frame.shop.goods["SOAP-OAT"].price, frame.shop.goods["PEGS"].price),
    )
    frame.view.begin_checkout()
    await frame.view.idle()


async def change(frame):
    await pay(frame)
    frame.view.panel_host.panel.notes.buttons[1].click()
    frame.view.panel_host.panel.enter()
    await frame.view.idle()


async def customer(frame):
    await full(frame)
    frame.view.commands.find_customer()
    panel = frame.view.panel_host.panel
    QTest.keyClicks(panel.field, "am")
    panel.finder.want("am", now=True)
    await frame.view.idle()


async def recall(frame):
    await frame.park("Green scarf, back at 3", "Wedding gift list", "<img src=/dev/zero>")
    frame.view.changed()
    await frame.view.idle()
    frame.view.commands.recall()


async def parking(frame):
    await full(frame)
    frame.view.commands.park()


async def price(frame):
    frame.view.commands.check_price()
    frame.view.scans.take("MUG-SAGE")
    await frame.view.idle()


async def opening(frame):
    frame.shop.shift = None
    frame.view.reload()
    await frame.view.idle()
    frame.view.shifts.change()
    for field, count in zip(
        frame.view.panel_host.panel.counter.pieces.values(), "0124", strict=False
    ):
        field.setText(count)
        field.textEdited.emit(count)


async def closing(frame):
    await change(frame)
    frame.view.shifts.change()
    panel = frame.view.panel_host.panel
    panel.counter.box.field.setText("150.00")
    panel.enter()
    await frame.view.idle()


async def correcting(frame):
    await closing(frame)
    frame.view.panel_host.panel.step(-1)


async def others(frame):
    frame.shop.shift_of(ANA, ShiftPerson(uuid4(), "Benedikt Itoyama", "ben"))
    frame.view.reload()


async def joining(frame):
    await full(frame)
    await others(frame)
    await frame.view.idle()
    frame.view.begin_checkout()
    await frame.view.idle()
    panel = frame.view.panel_host.panel
    panel.form.password.show_value("wrong")
    panel.enter()


async def joining_alone(frame):
    await full(frame)
    frame.shop.shift_of(MAYA)
    frame.shop.leave(MAYA)
    frame.view.reload()
    await frame.view.idle()
    frame.view.shifts.change()


async def report(frame):
    await closing(frame)
    panel = frame.view.panel_host.panel
    panel.reason.setText("A coin rolled under the counter")
    panel.enter()
    await frame.view.idle()


async def receipt(frame):
    await change(frame)
    await frame.view.receipts.show_last()


async def refused_payment(frame):
    await pay(frame)
    frame.shop.fails["pay"] = [Refused("not_booked")]
    frame.view.panel_host.panel.enter()
    await frame.view.idle()


async def no_sale(frame):
    frame.view.shifts.open_drawer()


async def pay_gift(frame):
    await pay(frame)
    frame.view.panel_host.panel.choose(Method.CREDIT)


async def pay_wrong_code(frame):
    await pay_gift(frame)
    panel = frame.view.panel_host.panel
    panel.code.field.setText("GC4E-PCNA-226L-FBZH-8972")
    panel.enter()


async def pay_rest(frame):
    await pay(frame)
    for number in ("000007", "000042"):
        frame.view.panel_host.panel.scan(number)
        await frame.view.idle()


async def paid_by_gift(frame):
    await pay_rest(frame)
    frame.view.panel_host.panel.enter()
    await frame.view.idle()


async def selling_gift(frame):
    frame.view.gift_cards.sell()
    frame.view.panel_host.panel.box.field.setText("25")


async def gift_slip(frame):
    await selling_gift(frame)
    frame.view.panel_host.panel.enter()
    await frame.view.idle()


async def gift_balance(frame):
    await frame.view.gift_cards.look("x")


SCENES = (
    pay_gift, pay_wrong_code, pay_rest, paid_by_gift, selling_gift, gift_slip, gift_balance,
    empty, closed, full, long_names, unknown, error, search, pay, pay_given, pay_card, pay_paypal,
    pay_large, doubts, change, customer, recall, parking, price, opening, closing, report, receipt,
    refused_payment, correcting, others, joining, joining_alone, no_sale,
)  # fmt: skip


async def paint(folder, wanted):
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        THEME.choose(scheme)
        for size in SIZES:
            for scene in SCENES:
                if wanted and scene.__name__ not in wanted:
                    continue
                frame = Frame(size)
                frame.show()
                frame.activateWindow()
                await frame.view.idle()
                await scene(frame)
                await frame.view.idle()
                await asyncio.sleep(0.9)  # until flashes have faded
                name = f"till-{scene.__name__}-{scheme}-{size[0]}.png"
                frame.grab().save(str(folder / name))
                frame.view.stop()
                frame.close()
                frame.deleteLater()


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/looks")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    THEME.install(app, Scheme.LIGHT)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        runner.run(paint(folder, set(sys.argv[2:])))


if __name__ == "__main__":
    main()
