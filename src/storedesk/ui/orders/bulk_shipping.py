"""Ship many orders from a list of order and tracking numbers, checked before it is sent."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from storedesk import api, queries
from storedesk.documents import tracking_lists
from storedesk.documents.tracking_lists import TrackedLine
from storedesk.domain import carriers
from storedesk.domain.order_details import OrderToShip
from storedesk.domain.orders import OrderStatus
from storedesk.domain.refusals.errors import StoreError, Unavailable
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.dialogs.dialog import Dialog, choose_file
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.forms.inputs import TextInput
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.orders.labels import status_word

REST_MS = 200
CARRIER_WIDTH = 200


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line of the list, the order that it means, and what is wrong with it if anything is."""

    line: TrackedLine
    parcel: OrderToShip | None
    problem: str
    is_sent: bool = False

    @property
    def is_good(self) -> bool:
        """Whether it can be sent."""
        return not self.problem and not self.is_sent


class BulkShippingDialog(Dialog):
    """Reads a list while it is pasted, says of each line whether it is good, and sends the good."""

    sent = Signal(int)
    """The number of orders that were shipped."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent, tr("Ship from a list"), width=760)
        self._context = context
        self.candidates: list[Candidate] = []
        self._is_sending = False
        self.text = TextInput(longest=500_000)
        self.text.setAccessibleName(tr("The list"))
        self.text.setPlaceholderText(tr("ORD-2026-000123, 1Z999AA10123456784"))
        self.text.setFixedHeight(110)
        self.text.setTabChangesFocus(True)
        self.count = muted()
        self.carrier = self._make_carriers()
        self.table = self._make_table()
        self.table.setFixedHeight(260)
        self.open_file = secondary(tr("Open a file"), icon="upload")
        self.yes = primary(tr("Ship"), icon="truck")
        self.back = secondary(tr("Close"), cap="Esc")
        words = tr("One parcel per line: order number and tracking number.")
        head = row(muted(words), None, self.open_file)
        self.lay_out(head, self.text, row(self.carrier, None), self.table, self.count)
        self.buttons(self.back, self.yes)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(lambda: self._jobs.restart(self._look))
        self.text.textChanged.connect(self._rest.start)
        self.text.setFocus()
        self.open_file.clicked.connect(lambda: self.start(self._open))
        self.yes.clicked.connect(lambda: self.start(self._send))
        self.back.clicked.connect(self.reject)
        self._show([])

    def read(self, text: str) -> None:
        """Put a list into the field, as if it had been pasted."""
        self.text.setPlainText(text)
        self._rest.stop()
        self._jobs.restart(self._look)

    async def _open(self) -> None:
        filters = [tr("Lists (*.csv *.txt *.tsv)"), tr("All files (*)")]
        path = await choose_file(self, tr("Open a list of parcels"), filters=filters)
        if path is not None:
            self.read(await asyncio.to_thread(tracking_lists.text_of, path))

    async def _look(self) -> None:
        lines = tracking_lists.read(self.text.toPlainText())
        numbers = [line.number for line in lines if line.number]
        known = await self._context.desk.read(queries.picking.orders_numbered, numbers)
        times = Counter(numbers)
        self._show([self._judged(line, known.get(line.number), times) for line in lines])

    def _judged(
        self, line: TrackedLine, parcel: OrderToShip | None, times: Counter[str]
    ) -> Candidate:
        problem = ""
        if not line.number:
            problem = tr("This line has no order number")
        elif parcel is None:
            problem = tr("There is no such order")
        elif times[line.number] > 1:
            problem = tr("Listed more than once")
        elif parcel.status is not OrderStatus.CONFIRMED:
            problem = tr("Cannot be shipped: {state}").format(state=status_word(parcel.status))
        elif not carriers.is_tracking(carriers.cleaned(line.tracking)):
            problem = tr("Not a carrier's tracking number")
        return Candidate(line, parcel, problem)

    async def _send(self) -> None:
        """Ship what is good, one after the other; what is refused says so, the others go on."""
        self._is_sending = True
        self.text.setReadOnly(True)
        self.yes.setEnabled(False)
        done = 0
        try:
            for at, one in enumerate(self.candidates):
                if one.is_good and one.parcel:
                    self.candidates[at] = await self._sent_or_refused(one, one.parcel)
                    done += self.candidates[at].is_sent
                    self._show(self.candidates)
        finally:
            self._is_sending = False
            self.text.setReadOnly(False)
            self._show(self.candidates)
            self.sent.emit(done)

    async def _sent_or_refused(self, one: Candidate, parcel: OrderToShip) -> Candidate:
        number = carriers.cleaned(one.line.tracking)
        try:
            await self._context.desk.do(
                api.orders.ship_order, order_id=parcel.id, seen=parcel.version, tracking=number,
                carrier=self._carrier_of(number) or None,
            )  # fmt: skip
        except Unavailable:
            raise
        except StoreError as refusal:
            return Candidate(one.line, parcel, refusal.sentence(spoken))
        return Candidate(one.line, parcel, "", is_sent=True)

    def _show(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = list(candidates)
        self.table.show_records(self.candidates)
        count = self._context.format.count
        good = sum(one.is_good for one in candidates)
        sent = sum(one.is_sent for one in candidates)
        bad = len(candidates) - good - sent
        words = tr("{good} to send, {sent} sent, {bad} cannot be sent")
        self.count.setText(
            words.format(good=count(good), sent=count(sent), bad=count(bad)) if candidates else ""
        )
        self.yes.setText(tr("Ship {n}").format(n=count(good)) if good else tr("Ship"))
        self.yes.setEnabled(bool(good) and not self._is_sending)

    def _make_carriers(self) -> Chooser:
        """Make the choice of one carrier for the whole list; without it, numbers say whose."""
        made = Chooser()
        made.setAccessibleName(tr("Carrier"))
        made.setFixedWidth(px(CARRIER_WIDTH))
        used = self._context.store.carriers
        names = [one.name for one in (carriers.KNOWN if used is None else used)]
        by_number = Entry("", tr("Carrier by the number"))
        made.offer((by_number, *(Entry(name, name) for name in names)))
        made.activated.connect(lambda _: self._show(self.candidates))
        return made

    def _make_table(self) -> RecordTable[Candidate]:
        return RecordTable(
            [
                Column(tr("Row"), lambda one: str(one.line.row), CellStyle.MUTED, 48),
                Column(tr("Order"), self._order_cell, CellStyle.STRONG, 164, 1),
                Column(tr("Tracking number"), self._tracking_cell, CellStyle.TEXT, 190, 1),
                Column(tr("What becomes of it"), self._verdict_cell, CellStyle.TEXT, 230, 1),
            ],
            key=lambda one: one.line.row,
            name=tr("Parcels of the list"),
            empty=(tr("No parcels yet"), tr("Paste the list above, or open a file.")),
            row_height=44,
        )

    @staticmethod
    def _order_cell(one: Candidate) -> Cell:
        return Cell(one.line.number, one.parcel.customer if one.parcel else "")

    def _tracking_cell(self, one: Candidate) -> Cell:
        number = carriers.cleaned(one.line.tracking)
        return Cell(number, self._carrier_of(number))

    def _carrier_of(self, number: str) -> str:
        """Return the carrier that was chosen for the list, else whose number it is; "" for none."""
        carrier = carriers.guess(number, self._context.store.carriers)
        return str(self.carrier.currentData() or "") or (carrier.name if carrier else "")

    def _verdict_cell(self, one: Candidate) -> Cell:
        if one.problem:
            return Cell(one.problem, tone=Tone.BAD)
        return Cell(tr("Sent"), tone=Tone.OK) if one.is_sent else Cell(tr("Good"))
