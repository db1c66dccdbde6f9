"""The packing bench: scan the packing slip, scan the carrier's label, Enter."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from storedesk.domain import carriers
from storedesk.domain.order_details import Order, SoldLine
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import Banner, EmptyState
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.base.sounds import Sounds
from storedesk.ui.kit.forms.entry import EntryField
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Scale
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, Kind, primary, quiet, secondary
from storedesk.ui.kit.looks.cards import Card, boxed, column, row, splitter
from storedesk.ui.kit.looks.labels import Label, heading, muted
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.orders.carrier_choice import CarrierChoice
from storedesk.ui.orders.labels import address_lines, pieces

LINE = 56


@dataclass(frozen=True, slots=True)
class SentShipment:
    """A shipment that was sent from this bench."""

    id: UUID
    number: str
    name: str
    tracking: str
    carrier: str


class PackingBench(QWidget):
    """Shows the order being packed: its lines, its address, and the shipments before it."""

    left = Signal()
    """Back to the list."""
    link_wanted = Signal(str)
    """The address of a carrier's page, to be opened."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.order: Order | None = None
        self.scanned: dict[UUID, int] = {}
        """How many of each line were scanned; none of them unless somebody checks."""
        self.guard = context.scanner.enter
        self.entry = EntryField("", tr("Scan or type"), context.scanner.enter)
        self.sounds = Sounds(self.entry)
        self.problem = Banner()
        self.back = quiet(tr("Back to the list"), icon="arrow-left", cap="Esc")
        self.back.clicked.connect(self.left)
        self.bulk = secondary(tr("From a list"), icon="upload", cap="Ctrl+I")
        self.ship = primary(tr("Ship"), icon="truck", cap="Enter")
        self.carrier = CarrierChoice(context)
        self.carrier.chosen.connect(self._choose_carrier)
        self.link = Button(tr("Follow"), icon="external-link")
        self.link.clicked.connect(self._follow)
        self._make_order()
        self._make_sent()
        self.stack = QStackedWidget()
        self.nothing = EmptyState(
            tr("Ready for the next parcel"),
            tr("Scan the slip, or type the number of the order. Its last digits will do."),
            icon="scan-barcode",
        )
        waiting = Card(margin=4)
        waiting.add(self.nothing, stretch=1)
        self.stack.addWidget(waiting)
        self.stack.addWidget(self.parcel)
        self._place()
        self.shipments: list[SentShipment] = []
        self.entry.textChanged.connect(self._guess)
        self.clear()

    def show_order(self, order: Order) -> None:
        """Take an order in hand: its tracking number comes next."""
        self.order, self.scanned = order, {}
        self.number.setText(order.number)
        self.count.setText(pieces(order.pieces, self.context.format))
        home = self.context.store.country
        self.address.setText("\n".join(address_lines(order.destination, home)))
        self.lines.show_records(order.lines)
        self.entry.setPlaceholderText(tr("Scan the carrier's label, or an item to check it"))
        self.entry.setFocus()
        self.stack.setCurrentWidget(self.parcel)
        self._guess(self.entry.text())

    def take_out(self, text: str) -> None:
        """Take what has been dealt with out of the field, unless somebody has typed on."""
        if self.entry.text().strip() == text:
            self.entry.clear()

    def clear(self) -> None:
        """Have nothing in hand, and nothing in the field."""
        self.entry.clear()
        self.wait()

    def wait(self) -> None:
        """Have nothing in hand: an order comes next. What is being typed stays."""
        self.order, self.scanned = None, {}
        self.entry.setPlaceholderText(tr("Scan the slip or type the order's number"))
        self.entry.setFocus()
        self.stack.setCurrentIndex(0)
        self._guess(self.entry.text())

    def count_item(self, line_id: UUID) -> SoldLine | None:
        """Count a scanned piece; None where there are as many as were ordered."""
        line = next(one for one in self.order.lines if one.id == line_id) if self.order else None
        if line is None or self.scanned.get(line_id, 0) >= line.quantity:
            return None
        self.scanned[line_id] = self.scanned.get(line_id, 0) + 1
        if self.order:
            self.lines.show_records(self.order.lines)
        self._guess(self.entry.text())
        return line

    def unchecked(self) -> int:
        """Return how many pieces were not scanned; nought where the shop does not ask for it.

        Whoever has begun to scan them is told all the same.
        """
        wanted = self.context.store.pack_by_scan or self.scanned
        if not wanted or self.order is None:
            return 0
        return self.order.pieces - sum(self.scanned.values())

    def add_sent(self, parcel: SentShipment) -> None:
        """Put a sent shipment above the others."""
        self.shipments.insert(0, parcel)
        self.sent.show_records(self.shipments)
        words = plural("{n} parcel", "{n} parcels", len(self.shipments))
        self.sum.setText(words.format(n=len(self.shipments)))

    def show_numbers(self, numbers: Mapping[UUID, str]) -> None:
        """Show the tracking numbers that the parcels sent from here have by now."""
        now = [replace(one, tracking=numbers.get(one.id, one.tracking)) for one in self.shipments]
        if now != self.shipments:
            self.shipments = now
            self.sent.show_records(now)

    def say(self, words: str, tone: Tone) -> None:
        """Say something under the field, and sound it."""
        self.problem.say(words, tone)
        self.sounds.good() if tone is Tone.OK else self.sounds.bad()

    def is_warned(self) -> bool:
        """Tell whether something wrong stands under the field."""
        return not self.problem.isHidden() and self.problem.sign.token != Tone.OK.value

    def _make_order(self) -> None:
        self.number = Label(size=22, weight=theme.DEMIBOLD, selectable=True)
        self.count = muted()
        self.address = Label(size=15, wrap=True, selectable=True)
        self.lines: RecordTable[SoldLine] = RecordTable(
            [
                Column(tr("Item"), self._item_cell, CellStyle.STRONG, 200, 1),
                Column(tr("Qty"), self._quantity_cell, CellStyle.NUMBER, 80),
                Column(tr("Scanned"), self._scanned_cell, CellStyle.NUMBER, 110),
            ],
            key=lambda line: line.id,
            name=tr("Items to pack"),
            row_height=LINE,
            scale=Scale.TILL,
        )
        head = boxed(
            column(row(self.number, self.count, None, self.carrier, self.link), self.address)
        )
        head.layout().setContentsMargins(12, 12, 12, 10)  # type: ignore[union-attr]
        foot = boxed(row(None, self.ship))
        foot.layout().setContentsMargins(12, 8, 12, 10)  # type: ignore[union-attr]
        self.parcel = Card(margin=4, gap=0)
        self.parcel.add(head)
        self.parcel.add(self.lines, stretch=1)
        self.parcel.add(foot)

    def _make_sent(self) -> None:
        self.sum = muted()
        title = boxed(row(Label(tr("Sent"), size=15, weight=theme.DEMIBOLD), None, self.sum))
        title.layout().setContentsMargins(12, 10, 12, 8)  # type: ignore[union-attr]
        self.sent: RecordTable[SentShipment] = RecordTable(
            [Column(tr("Order"), self._sent_cell, CellStyle.STRONG, 160, 1),
             Column(tr("Parcel"), self._shipment_cell, CellStyle.TEXT, 170, 1)],
            key=lambda one: one.id,
            name=tr("Shipped here"),
            empty=(tr("Nothing shipped yet"), tr("Orders you ship are listed here.")),
            row_height=48,
        )  # fmt: skip
        self.sent.show_records(())
        self.past = Card(margin=4, gap=0)
        self.past.add(title)
        self.past.add(self.sent, stretch=1)

    def _place(self) -> None:
        left = boxed(column(self.entry, self.problem, self.stack, gap=12))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addLayout(row(heading(tr("Ship parcels")), None, self.bulk, self.back))
        outer.addWidget(splitter(left, self.past, right_width=380), 1)

    def _guess(self, typed: str) -> None:
        """Say whose number stands in the field, and whether it can be sent by it."""
        has_order = self.order is not None
        self.carrier.show_number(carriers.cleaned(typed) if has_order else "")
        self._show_link()
        self.ship.setEnabled(has_order and carriers.is_tracking(carriers.cleaned(typed)))
        self.ship.be(Kind.SECONDARY if self.unchecked() else Kind.PRIMARY)

    def _choose_carrier(self) -> None:
        """Show the page of the chosen carrier, and give the keyboard back to the field."""
        self._show_link()
        self.entry.setFocus()

    def _show_link(self) -> None:
        carrier = self.carrier.carrier()
        self.link.setVisible(carrier is not None and bool(carrier.page))

    def _follow(self) -> None:
        number = carriers.cleaned(self.entry.text())
        carrier = self.carrier.carrier()
        if carrier:
            self.link_wanted.emit(carrier.link(number))

    def _item_cell(self, line: SoldLine) -> Cell:
        return Cell(line.name, line.description or "")

    def _quantity_cell(self, line: SoldLine) -> str:
        return self.context.format.count(line.quantity)

    def _scanned_cell(self, line: SoldLine) -> Cell:
        count = self.scanned.get(line.id, 0)
        if not count:
            return Cell("0", style=CellStyle.MUTED)
        tone = Tone.OK if count == line.quantity else Tone.WARN
        return Cell(self.context.format.count(count), tone=tone)

    @staticmethod
    def _sent_cell(parcel: SentShipment) -> Cell:
        return Cell(parcel.number, parcel.name)

    @staticmethod
    def _shipment_cell(parcel: SentShipment) -> Cell:
        return Cell(parcel.tracking, parcel.carrier)
