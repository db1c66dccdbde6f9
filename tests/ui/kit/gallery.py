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

from storedesk.domain.values.money import Money
from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.dialogs.dialog import Choice, Dialog, Question
from storedesk.ui.kit.dialogs.palette import Palette
from storedesk.ui.kit.dialogs.shortcuts import ShortcutSheet
from storedesk.ui.kit.forms.form import (
    ChoiceField,
    Form,
    MoneyField,
    NoteField,
    QuantityField,
    TextField,
)
from storedesk.ui.kit.forms.search import SearchField
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Scale, Sort
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.lists.tabs import SegmentedTabs
from storedesk.ui.kit.looks.buttons import Button, Kind, primary, quiet, secondary
from storedesk.ui.kit.looks.cards import Card, Facts, PageHeader, boxed, column, row
from storedesk.ui.kit.looks.chips import Chip, KeyCap
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.theme import THEME, Scheme
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.shell.side_bar import SideBar

NAMES = ("Amelia Hart", "Jonas Lindqvist", "Priya Raman", "Mateo García", "Chloé Dubois",
         "Kwame Mensah", "Yuki Tanaka", "Oliver Brandt", "Zofia Nowak", "L. O'Connor")  # fmt: skip
STATES = (("Pending", Tone.WARN), ("Confirmed", Tone.INFO), ("Shipped", Tone.INFO),
          ("Delivered", Tone.OK), ("Cancelled", Tone.BAD), ("Draft", Tone.MUTE))  # fmt: skip
PAGES = (("till", "Till", "scan-barcode"), ("orders", "Orders", "clipboard-list"),
         ("products", "Products", "package"), ("inventory", "Inventory", "warehouse"),
         ("customers", "Customers", "users"), ("reports", "Reports", "chart-column"))  # fmt: skip
SAY = Format("en_US")
SENTENCE = "5 pieces go back to the shelf and $553.35 to Priya Raman's card."
CHOICES = (Choice("no", "Keep it"), Choice("yes", "Cancel the order", Kind.DANGER))


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
    Column[Order]("Order", lambda o: f"ORD-2026-{o.number:06}", CellStyle.STRONG, 160, 1, "number"),
    Column[Order]("Customer", lambda o: NAMES[o.number % 10], CellStyle.TEXT, 140, 1, "customer"),
    Column[Order](
        "Placed", lambda o: f"22 Nov, {o.number % 24:02}:07", CellStyle.MUTED, 120, 0, "at"
    ),
    Column[Order]("Items", lambda o: str(o.number % 9 + 1), CellStyle.NUMBER, 72, 0, "items"),
    Column[Order]("Total", lambda o: SAY.money(o.total), CellStyle.MONEY, 110, 0, "total"),
    Column[Order]("Status", lambda o: Cell(o.state[0], tone=o.state[1]), CellStyle.CHIP, 120),
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
    """Return a page as most are: filters, a list, the record beside it."""
    tabs = SegmentedTabs(
        [("all", "All"), ("pending", "Pending"), ("shipped", "Shipped"), ("delivered", "Delivered"),
         ("cancelled", "Cancelled")], name="Status")  # fmt: skip
    table = LongTable(COLUMNS, Orders(count), name="Orders", sort=Sort("at", descending=True),
                      empty=("No orders match", "Clear the filter."))  # fmt: skip
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
        row(primary("Ship", icon="truck", cap="F8"), secondary("Print", icon="printer"), None),
    )  # fmt: skip
    note = Card("Notes").add(muted("The parcel was handed over at the side door.", wrap=True))
    side = boxed(column(detail, note, None))
    side.setFixedWidth(300)
    page = QWidget()
    header = PageHeader(
        "Orders", secondary("Export", icon="download"), primary("New order", icon="plus")
    )
    outer = column(header, row(tabs, SearchField("Search orders"), gap=12), gap=16)
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


def till_lines() -> QWidget:
    """Return a till's list with its larger scale."""
    lines = [
        (1, Cell("Harbour Blend coffee", "Whole bean, 250 g"), "8.90", "8.90"),
        (2, Cell("Paper coffee filters", "Size 2"), "2.45", "4.90"),
        (2, Cell("Enamel mug", "Sage", note="1 more than the shelf count"), "5.50", "11.00"),
        (1, Cell("Linen tea towel", "Natural", note="10% off", note_tone=Tone.OK, note_icon="tag"),
         "6.75", "6.75"),
        (3, Cell("Greeting card", "Blue, A6"), "1.95", "5.85"),
    ]  # fmt: skip

    def quantity(line: tuple[int, Cell, str, str]) -> Cell:
        return Cell(str(line[0]), style=None if line[0] > 1 else CellStyle.MUTED)

    columns = (
        Column("Qty", quantity, CellStyle.NUMBER, 78),
        Column("Item", lambda line: line[1], CellStyle.TEXT, 260, 1),
        Column(
            "Unit price",
            lambda line: Cell(f"${line[2]}", style=CellStyle.MUTED),
            CellStyle.NUMBER,
            120,
        ),
        Column("Total", lambda line: f"${line[3]}", CellStyle.MONEY, 124),
    )
    table = RecordTable(columns, key=lambda line: line[1].text, name="Sale", row_height=56,
                        scale=Scale.TILL)  # fmt: skip
    table.tone = lambda line: Tone.WARN if line[1].note_tone is Tone.WARN and line[1].note else None
    table.show_records(lines)
    table.choose("Greeting card")
    card = Card(margin=1)
    card.column.setContentsMargins(1, 1, 1, 1)
    card.add(table)
    pay = Button("Pay", kind=Kind.PRIMARY, trailing="corner-down-left", size=20)
    pay.setFixedHeight(60)
    page = boxed(column(card, pay, gap=16))
    page.layout().setContentsMargins(24, 20, 24, 20)
    return page


def commands(window: QWidget) -> Actions:
    """Return some actions, as a window has them."""
    actions = Actions()
    for group, text, key, icon in (
        ("Orders", "Ship the order", "F8", "truck"),
        ("Orders", "Cancel the order", "Ctrl+Del", "circle-x"),
        ("Orders", "Print the packing slip", "Ctrl+P", "printer"),
        ("Everywhere", "New product", "Ctrl+N", "package-plus"),
        ("Everywhere", "Keys", "F1", "keyboard"),
        ("Everywhere", "Handbook", "Shift+F1", "circle-question-mark"),
    ):
        actions.add(
            Action(name=text, text=text, group=group, keys=(key,), icon=icon, run=int), window
        )
    return actions


async def over(window: QWidget, dialog: Dialog, path: Path) -> None:
    """Save `window` with `dialog` before it, as the screen shows them."""
    dialog.open()
    await asyncio.sleep(0.05)
    window.grab().save(str(path))
    dialog.reject()
    await dialog.idle()


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
            for kind, dialog in (
                (
                    "dialog",
                    Question(window, "Cancel order ORD-2026-010410?", SENTENCE, CHOICES, "no"),
                ),
                ("palette", Palette(window, commands(window))),
                ("keys", ShortcutSheet(window, commands(window))),
            ):
                await over(window, dialog, folder / f"{kind}-{name}.png")
            window.close()
            window = framed(till_lines(), size)
            window.show()
            await asyncio.sleep(0.05)
            window.grab().save(str(folder / f"till-{name}.png"))
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
