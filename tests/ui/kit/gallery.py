"""Paints the kit into pictures, to be looked at: `python tests/ui/kit/gallery.py [folder]`."""

import asyncio
import os
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from storedesk.domain.money import Money
from storedesk.ui.kit.banner import Banner
from storedesk.ui.kit.buttons import Button, Kind, primary, quiet, secondary
from storedesk.ui.kit.cards import Card, Facts, Figure, PageHeader, boxed, column, row
from storedesk.ui.kit.chips import Chip, KeyCap
from storedesk.ui.kit.columns import Cell, Column, Look, Sort
from storedesk.ui.kit.dialogs import Choice, Question
from storedesk.ui.kit.form import ChoiceField, Form, MoneyField, NoteField, QuantityField, TextField
from storedesk.ui.kit.format import Format
from storedesk.ui.kit.labels import muted
from storedesk.ui.kit.search import SearchField
from storedesk.ui.kit.side_bar import SideBar
from storedesk.ui.kit.table import LongTable
from storedesk.ui.kit.tabs import SegmentedTabs
from storedesk.ui.kit.theme import THEME, Scheme
from storedesk.ui.kit.tokens import Tone

NAMES = ("Amelia Hart", "Jonas Lindqvist", "Priya Raman", "Mateo García", "Chloé Dubois",
         "Kwame Mensah", "Yuki Tanaka", "Oliver Brandt", "Zofia Nowak", "Liam O'Connor")  # fmt: skip
STATES = (("Pending", Tone.WARN), ("Confirmed", Tone.INFO), ("Shipped", Tone.INFO),
          ("Delivered", Tone.OK), ("Cancelled", Tone.BAD), ("Draft", Tone.MUTE))  # fmt: skip
PAGES = (("till", "Till", "scan-barcode"), ("orders", "Orders", "clipboard-list"),
         ("products", "Products", "package"), ("inventory", "Inventory", "warehouse"),
         ("customers", "Customers", "users"), ("reports", "Reports", "chart-column"))  # fmt: skip
SAY = Format("en_US")


@dataclass(frozen=True, slots=True)
class Order:
    """Something to list."""

    id: UUID
    number: int

    @property
    def state(self) -> tuple[str, Tone]:
        return STATES[self.number * 7 // 3 % len(STATES)]

    @property
    def total(self) -> Money:
        return Money.of(Decimal(self.number * 7919 % 90_000) / 100, "USD")


class Orders:
    """A source of made-up orders."""

    def __init__(self, count: int) -> None:
        self.count = count

    async def keys(self, _sort: Sort, _wanted: object) -> bytes:
        return b"".join(UUID(int=i).bytes for i in range(self.count, 0, -1))

    async def first_page(self, _sort: Sort, _wanted: object) -> list[Order]:
        return [Order(UUID(int=i), i) for i in range(self.count, max(0, self.count - 100), -1)]

    async def records(self, ids: list[UUID]) -> list[Order]:
        return [Order(one, one.int) for one in ids]

    def key(self, record: Order) -> UUID:
        return record.id


COLUMNS = (
    Column[Order]("Order", lambda o: f"ORD-2026-{o.number:06}", Look.STRONG, 160, 1, "number"),
    Column[Order]("Customer", lambda o: NAMES[o.number % 10], Look.TEXT, 140, 1, "customer"),
    Column[Order]("Placed", lambda o: f"22 Nov, {o.number % 24:02}:07", Look.MUTED, 120, 0, "at"),
    Column[Order]("Items", lambda o: str(o.number % 9 + 1), Look.NUMBER, 72, 0, "items"),
    Column[Order]("Total", lambda o: SAY.money(o.total), Look.MONEY, 110, 0, "total"),
    Column[Order]("Status", lambda o: Cell(o.state[0], tone=o.state[1]), Look.CHIP, 120),
)  # fmt: skip


def side_bar() -> SideBar:
    """Return the side bar with counts and a person."""
    bar = SideBar()
    for key, words, icon in PAGES:
        bar.add(key, words, icon)
    bar.add("settings", "Settings", "settings", foot=True)
    bar.items["orders"].show_count(7)
    bar.items["inventory"].show_count(14, Tone.WARN)
    bar.choose("orders")
    bar.show_person("Maya Okafor", "Till 1 · shift open")
    return bar


def list_page(count: int) -> tuple[QWidget, LongTable[Order]]:
    """Return a page as most are: figures, filters, a list, the record beside it."""
    figures = []
    for name, value, remark in (
        ("Revenue today", "$4,812.40", "+12.4% on last Sunday"),
        ("Open orders", "37", "9 due today"),
        ("Average basket", "$64.16", "75 orders"),
        ("Low stock", "14", "3 out of stock"),
    ):
        figure = Figure(name)
        figure.show_figure(value, remark)
        figures.append(figure)
    tabs = SegmentedTabs(
        [("all", "All"), ("pending", "Pending"), ("shipped", "Shipped"), ("delivered", "Delivered"),
         ("cancelled", "Cancelled")], name="Status")  # fmt: skip
    table = LongTable(COLUMNS, Orders(count), name="Orders", sort=Sort("at", descending=True),
                      empty=("No orders match", "Try another search or clear the filter."))  # fmt: skip
    card = Card(margin=5)
    card.column.setContentsMargins(4, 1, 4, 4)
    card.add(table)
    facts = Facts()
    facts.show_facts(
        [("Subtotal", "$475.88"), ("Shipping", "$33.20"), ("Tax", "$44.27")],
        total=("Total", "$553.35"),
    )
    detail = Card("ORD-2026-010410").add(
        row(muted("Priya Raman"), Chip("Draft"), None, gap=8), facts,
        row(primary("Ship", icon="truck", cap="F8"), secondary("Print", icon="printer"), None, gap=8),
    )  # fmt: skip
    note = Card("Notes").add(muted("The parcel was handed over at the side door.", wrap=True))
    side = boxed(column(detail, note, None))
    side.setFixedWidth(300)
    page = QWidget()
    header = PageHeader(
        "Orders", secondary("Export", icon="download"), primary("New order", icon="plus")
    )
    outer = column(header, row(*figures), row(tabs, SearchField("Search orders"), gap=12), gap=16)
    body = row(card, side)
    body.setStretch(0, 1)
    outer.addLayout(body, 1)
    outer.setContentsMargins(24, 20, 24, 20)
    page.setLayout(outer)
    return page, table


def form_page() -> QWidget:
    """Return a page with fields, chips, banners and every kind of button."""
    name = TextField("Name", longest=200)
    name.show_value("Enamel mug")
    price = MoneyField("Price", locale="de_DE")
    price.input.setText("1.234")
    price.mark("Does 1.234 mean thousands? Type it without separators, or with cents.")
    quantity = QuantityField("On hand")
    quantity.show_value(12)
    choice = ChoiceField("Status", [("draft", "Draft"), ("active", "Active")])
    form = Form(name, price, quantity, choice, NoteField("Description", longest=1000))
    form.setFixedWidth(420)
    buttons = column(
        row(*(Button(kind.value.title(), icon="plus", kind=kind, cap="F2") for kind in Kind), None),
        row(*(Chip(words, tone) for words, tone in STATES), None),
        row(
            *(KeyCap(key) for key in ("F2", "Ctrl+K", "c", "Esc")), quiet("Recall", cap="F5"), None
        ),
        *_banners(),
        _disabled(),
        None,
    )
    card = Card("Product").add(form)
    page = QWidget()
    outer = column(
        PageHeader("Products", secondary("Discard"), primary("Save", cap="Ctrl+S")), gap=16
    )
    outer.addLayout(row(column(card, None), buttons, gap=24), 1)
    outer.setContentsMargins(24, 20, 24, 20)
    page.setLayout(outer)
    name.input.setFocus()
    return page


def _disabled() -> QWidget:
    made = boxed(row(primary("Ship", icon="truck"), secondary("Print", icon="printer"), None))
    made.setEnabled(False)
    return made


def _banners() -> list[QWidget]:
    made = []
    for tone in Tone:
        banner = Banner(tone)
        banner.say("Only 3 can be taken: 2 are reserved.")
        made.append(banner)
    return made


def framed(content: QWidget, size: QSize) -> QWidget:
    """Return a window with the side bar and `content`."""
    window = QWidget()
    window.resize(size)
    line = QHBoxLayout(window)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    line.addWidget(side_bar())
    line.addWidget(content, 1)
    return window


async def paint(folder: Path) -> None:
    """Save every picture into `folder`."""
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        THEME.choose(scheme)
        for size in (QSize(1366, 768), QSize(1920, 1080)):
            name = f"{scheme}-{size.width()}"
            for count, kind in ((100_000, "list"), (0, "empty")):
                page, table = list_page(count)
                window = framed(page, size)
                window.show()
                await table.ask()
                if count:
                    table.selectRow(2)
                await table.feed.idle()
                await asyncio.sleep(0.05)
                window.grab().save(str(folder / f"{kind}-{name}.png"))
                window.close()
            window = framed(form_page(), size)
            window.show()
            await asyncio.sleep(0.05)
            window.grab().save(str(folder / f"form-{name}.png"))
            dialog = Question(
                window, "Cancel order ORD-2026-010410?",
                "5 pieces go back to the shelf and $553.35 to Priya Raman's card.",
                [Choice("no", "Keep it as it is"), Choice("yes", "Cancel the order", Kind.DANGER)],
                "no",
            )  # fmt: skip
            dialog.open()
            await asyncio.sleep(0.05)
            dialog.grab().save(str(folder / f"dialog-{name}.png"))
            dialog.close()
            window.close()


def main(folder: str = "build/looks") -> None:
    """Paint."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    THEME.install(app)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        runner.run(paint(Path(folder)))


if __name__ == "__main__":
    main(*sys.argv[1:])
