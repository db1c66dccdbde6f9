"""Take a new order by telephone: lines by the entry field, customer, totals, payment."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from storedesk.domain import entry as grammar
from storedesk.domain.bounds import Bound
from storedesk.domain.fulfillment import Placing
from storedesk.domain.refusals.errors import Conflict, Refused, StoreError
from storedesk.domain.shifts import Shift
from storedesk.domain.staff import Group
from storedesk.domain.till import Tender
from storedesk.domain.unsold import explained
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.entry_controller import EntryController
from storedesk.ui.joining import drawer_at, with_shift
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.forms.form import is_field_good
from storedesk.ui.kit.input.keyboard import fields_in, go_on, is_enter, is_filling
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.orders.draft import Draft
from storedesk.ui.orders.order_sheet import OrderSheet
from storedesk.ui.orders.payment import PayForm, PayNow


class NewOrder(OrderSheet):
    """Takes an order. What was typed stays until it is placed, whatever is refused meanwhile."""

    placed = Signal(object, str)
    """The id of the order that was placed, and words to say of it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.draft = Draft(context)
        self._drawer = drawer_at(context)
        self.shift: Shift | None = None
        """The open shift of the till that stands here: cash goes into it."""
        most = context.me.most(Bound.LINE_PIECES)
        self.controller = EntryController(self.entry, self.popup, self.lines, self.draft, most=most)
        self._connect()
        self._show()

    def begin(self) -> None:
        """Take the keyboard: for the items first; the customer is asked for later."""
        self.draft.look_again()
        self.entry.setFocus()

    def scanned(self, raw: str) -> None:
        """Take what a scanner sent: an item, whatever is being typed."""
        try:
            grammar.scanned(raw)
        except Refused as refusal:
            self._refused(refusal)
            return
        quantity = self.controller.times()
        self.controller.clear()
        self.draft.scan(raw, quantity)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter goes on through the customer's fields, and then asks for the money."""
        if not (is_enter(event) and is_filling(self)):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and not go_on(fields_in(self.customer_card)):
            self.take_payment()

    def place_unpaid(self) -> None:
        """Place it; it is paid later."""
        if self._is_ready():
            self.jobs.start(self._place_unpaid)

    def take_payment(self) -> None:
        """Ask how it is paid, and place it paid."""
        if self._is_ready():
            self.jobs.start(self._pay)

    def is_busy(self) -> bool:
        """Tell whether something is under way."""
        return self.jobs.busy() or bool(self.draft.queue.waiting)

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        while self.is_busy():
            await self.jobs.idle()
            await self.draft.queue.idle()

    def stop(self) -> None:
        """End every job."""
        self.draft.queue.cancel()
        self.jobs.cancel()
        self.pictures.stop()

    async def _pay(self) -> None:
        total = self.draft.placing.total if self.draft.placing else self.context.zero()
        await PayNow(self, self.context, total, self.shift, self._place_paid).shown()

    async def _place_paid(self, form: PayForm) -> None:
        place = partial(self._place_it, (form.tender(),), form.shift_id())
        await with_shift(form.window(), self._drawer, place)

    async def _place_unpaid(self) -> None:
        await self._place_it((), None)

    async def _place_it(self, tenders: tuple[Tender, ...], shift: UUID | None) -> None:
        customer = await self.customer_card.key()
        try:
            placing = await self.draft.place(
                customer, self.customer_card.destination(), tenders, shift
            )
        except Conflict as clash:
            if clash.code != "already_ordered":
                raise
            self._end(clash.sentence(spoken))
            return
        if placing.is_placed:
            self._end(self._placed_words(placing))
        else:
            self._explain(placing)

    def _end(self, words: str) -> None:
        order_id = self.draft.order_id
        self.draft.begin()
        self.customer_card.show_nobody()
        self.shipping.show_value(self.context.zero().amount)
        self.problem.hide()
        self.placed.emit(order_id, words)

    def _explain(self, placing: Placing) -> None:
        words = tr("The total has changed. Tell the customer, then place the order again.")
        if placing.shortages:
            words = tr("Some products are short. See the lines.")
        elif placing.changes:
            words = tr("Prices have changed. See the lines, then place the order again.")
        self.problem.say(words, Tone.WARN)
        self.sounds.bad()

    def _placed_words(self, placing: Placing) -> str:
        step = placing.step
        if step is None:
            return ""
        words = tr("{number} is placed, {total}.").format(
            number=step.order_number, total=self.context.money(placing.total)
        )
        if step.change:
            change = tr("{change} change.").format(change=self.context.money(step.change))
            words = f"{words} {change}"
        return words

    def _is_ready(self) -> bool:
        try:
            if not self.draft.lines:
                raise Refused("order_empty")
            if any(line.available is not None for line in self.draft.lines):
                raise Refused("order_short")
            return is_field_good(self.shipping) and self.customer_card.ready()
        except StoreError as refusal:
            self.refuse(refusal)
            return False

    def _connect(self) -> None:
        self.lines.chosen_changed.connect(self._choose)
        self.shipping.edited.connect(self._ship_for)
        self.pay.clicked.connect(self.take_payment)
        self.unpaid.clicked.connect(self.place_unpaid)
        self.draft.changed.connect(self._show)
        self.draft.refused.connect(self._refused)
        self.controller.refused.connect(self._refused)
        self.controller.asked.connect(lambda words: self.problem.say(words, Tone.WARN))
        self.controller.noted.connect(lambda words: self.problem.say(words, Tone.INFO))
        self.entry.stepped.connect(self.draft.step)
        self.entry.removed.connect(lambda: self.draft.set_quantity(0))
        self.entry.moved.connect(self._move)
        self.entry.escaped.connect(self._escape)
        self.entry.textEdited.connect(self.problem.hide)

    def _move(self, by: int) -> None:
        if self.popup.is_open:
            self.popup.go(by)
        else:
            self.draft.move(by)

    def _choose(self) -> None:
        line = self.lines.chosen_or_none()
        if line is not None:
            self.draft.current = line.id

    def _escape(self) -> None:
        if self.controller.escape():
            return
        if not self.problem.isHidden():
            self.problem.hide()
        else:
            self.left.emit()

    def _ship_for(self) -> None:
        if is_field_good(self.shipping):
            self.draft.ship_for(Money(self.shipping.value(), self.context.store.currency))

    def _refused(self, refusal: StoreError, code: str = "") -> None:
        if refusal.code == "unknown_code" and self.controller.is_asking(code):
            self.controller.keep(code)
            return
        if refusal.code == "unknown_code":
            refusal = grammar.unknown(code)
        self.refuse(explained(refusal, is_manager=Group.MANAGER in self.context.me.groups))
        if refusal.code == "unknown_code":
            self.controller.keep(code, is_reported=True)
        elif refusal.code == "choose_variant":
            self.controller.offer(str(refusal.parameters.get("name", code)))

    def _show(self) -> None:
        self.controller.answered()
        self.lines.show_records(self.draft.lines)
        if self.draft.current is not None:
            self.lines.choose(self.draft.current)
        placing, money = self.draft.placing, self.context.money
        facts = []
        if placing:
            facts = [(tr("Subtotal"), money(placing.subtotal))]
            if placing.shipping:
                facts.append((tr("Shipping"), money(placing.shipping)))
            facts += [
                (
                    f"{line.name} {self.context.format.percent(line.rate)}",
                    money(Money(line.tax, placing.total.currency)),
                )
                for line in placing.tax_lines
            ]
        total = placing.total if placing else self.context.zero()
        self.sums.show_facts(facts, total=(tr("Total"), money(total)))
        for button in (self.pay, self.unpaid):
            button.setEnabled(bool(self.draft.lines))
