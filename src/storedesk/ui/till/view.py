"""The till page: the entry field, the sale and the money."""

from collections.abc import Awaitable, Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent

from storedesk import queries
from storedesk.domain.bounds import Bound
from storedesk.domain.change_notices import Rows
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.shifts import CashLevel, Shift
from storedesk.domain.till import Paid, Sale, Tender
from storedesk.ui.context import PageContext
from storedesk.ui.entry_controller import EntryController
from storedesk.ui.kit.base.actions import Actions, tooltip
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.missed_scans import missed_text
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.till.entry_keys import register_entry_keys
from storedesk.ui.till.function_keys import register_function_keys
from storedesk.ui.till.page import TillPage
from storedesk.ui.till.refusals import NO_FAILURE, Refusals
from storedesk.ui.till.sale.empty_sale import EmptyPanel
from storedesk.ui.till.scans import TillScans


class TillView(TillPage):
    """Sells. The keyboard stays in the entry field unless a panel is open."""

    watches = frozenset({"till_carts", "orders", "inventory", "products", "till_sessions",
                         "till_session_people", "cash_movements", "registers",
                         "quick_keys", "promotions"})  # fmt: skip
    shows_own_sale = shows_keys = True
    shift_changed = Signal(object)
    """The Shift that is open at this register now, or None."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        most = context.me.most(Bound.LINE_PIECES)
        self.controller = EntryController(
            self.entry, self.popup, self.touch or self.lines, self.selling, most=most,
            has_discounts=True,
        )  # fmt: skip
        self.refusals = Refusals(self, self.controller)
        self.scans = TillScans(self, self.controller, self.refusals, self.begin_checkout)
        self._is_new = True
        self._sold: Sale | None = None
        """The sale whose lines were shown last."""
        self._register(context.actions)
        self._connect()
        self._show_sale()

    async def refresh(self) -> None:
        """Show the sale, the parked ones and the shift as they are now."""
        self.selling.look()
        register, is_new = self.context.till_register().id, self._is_new
        now = await self.desk.read(queries.till_page.at_till, register, with_receipt=is_new)
        self.commands.show_parked(now.parked)
        self.side.show_parked(now.parked)
        self.shifts.show(now.shift)
        if self.touch:
            await self.touch.quick.refresh()
        if is_new:
            self._is_new = False
            self._say_booked(self.commands.booked(now.receipt))
            self.start(partial(self._tell, self.checkout.terminal.find_out_all))
            if self.signing:
                self.signing.look()

    def hear(self, table: str, ids: Rows) -> None:
        """Look again, unless it is about products or orders that are not on the screen."""
        sale = self.selling.sale
        orders = {sale.order_id} if sale else set()
        products = {line.product_id for line in sale.lines} if sale else set()
        shown = {"orders": orders, "products": products, "inventory": products}
        if self.touch and (table in {"quick_keys", "promotions"} or ids is None):
            self.touch.quick.forget()
        if ids is None or table not in shown or not shown[table].isdisjoint(ids):
            self.changed(ids)

    def show_record(self, key: UUID) -> None:
        """Show an order, to be paid or collected."""
        self.start(partial(self.orders.show, key))

    def scanned(self, raw: str) -> None:
        """Take what a scanner sent: to the sale, whatever is being typed."""
        self.scans.take(raw)

    def hears_scans(self) -> bool:
        """Tell whether a scan goes to the sale, or to the panel before it."""
        return self.scans.hears()

    def miss_scan(self, code: str, text: str) -> None:
        """Say that a scan was not added, on the page that shows the sale."""
        panel = self.panel_host.panel
        super().miss_scan(code, missed_text(code, panel.accessibleName()) if panel else text)

    def begin_checkout(self, code: str = "") -> None:
        """Ask what is to pay, a gift card with `code` first; on an empty counter there is none."""
        if self.panel_host.panel is None:
            self.popup.shut()
            if self.selling.is_empty and not self.selling.queue.waiting:
                self.refusals.tell(Refused("sale_empty"))
            elif self.shifts.is_others:
                self.start(partial(self.shifts.join, partial(self.begin_checkout, code)))
            else:
                self.checkout.begin(code=code)

    async def idle(self) -> None:
        """Wait until nothing is under way, in panels as on the page."""
        await super().idle()
        while self.panel_host.panel and self.panel_host.panel.jobs.busy():
            await self.panel_host.panel.jobs.idle()
            await super().idle()

    def stop(self) -> None:
        """End every job: the widgets are about to go."""
        self.panel_host.shut()
        self.pictures.stop()
        if self.touch:
            self.touch.quick.stop()
        super().stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Answer Qt: the keyboard goes into the field."""
        super().showEvent(event)
        self.keys.renew()
        self._take_keyboard()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: the page was gone to; the keyboard belongs to its field or its panel."""
        super().focusInEvent(event)
        self._take_keyboard()

    def _register(self, actions: Actions) -> None:
        does = self.commands
        register_function_keys(
            self, actions, search=self.controller.search, pay=self.begin_checkout,
            enabled=self._is_free,
        )  # fmt: skip
        self.keys.lead_to(actions, "window.keys", tr("Keys"))
        register_entry_keys(
            self, actions, step=self.press_step, remove=self._remove, enabled=self._is_free
        )
        for button, name, run in (
            (self.recall_key, "till.recall", does.recall),
            (self.chip, "till.customer", does.find_customer),
            (self.open_shift, "till.shift", self.shifts.change),
        ):
            button.setToolTip(tooltip(actions.named(name)))
            button.clicked.connect(run)

    def _connect(self) -> None:
        self.context.scanner.listen(self, self.scanned, self.hears_scans)
        self.controller.refused.connect(self.refusals.tell)
        self.controller.asked.connect(lambda words: self.warning.say(words, Tone.WARN))
        self.controller.noted.connect(self.note.say)
        self.controller.pay_asked.connect(self.begin_checkout)
        self.controller.discount_asked.connect(self.discounts.begin)
        self.discounts.given.connect(self.controller.clear)
        self.entry.stepped.connect(self.selling.step)
        self.entry.pay_asked.connect(self.begin_checkout)
        self.entry.moved.connect(self._move)
        self.entry.removed.connect(self._remove)
        self.entry.escaped.connect(self._escape)
        self.entry.textEdited.connect(self.warning.hide)
        self.lines.chosen.connect(self._choose)
        self.side.recalled.connect(self.commands.take_up)
        self.shifts.moved.connect(self.reload)
        self.shifts.moved.connect(self.problem.hide)  # that there is no shift, or whose
        self.shifts.changed.connect(self._show_shift)
        self.shifts.closed.connect(self.commands.show_report)
        for opens in (
            self.shifts, self.gift_cards, self.returns, self.orders, self.discounts,
        ):  # fmt: skip
            opens.refused.connect(self.refusals.tell)
        self.panel_host.closed.connect(self._take_keyboard)
        self.selling.changed.connect(self._show_sale)
        self.selling.touched.connect(self._flash)
        tell = self.commands.tell_booked
        self.selling.gone.connect(lambda order: self.start(partial(self._tell, tell, order)))
        self.selling.shelved.connect(self.reload)
        self.selling.refused.connect(self.refusals.tell)
        self.selling.waited.connect(self.lines.show_waiting)
        self.checkout.paid.connect(self._paid)
        if self.touch:
            self.touch.connect_to(self, self.selling, self.controller, self.entry, self.reload)

    def _is_free(self) -> bool:
        return self.panel_host.panel is None and self.isVisible()

    def _remove(self) -> None:
        self.selling.set_quantity(0)

    def _move(self, by: int) -> None:
        if self.popup.is_open:
            self.popup.go(by)
        elif not self.selling.is_empty:
            self.lines.list.go(by)
            if line := self.lines.list.current():
                self._choose(line.id)

    def _choose(self, line_id: object) -> None:
        self.selling.current = line_id  # type: ignore[assignment]

    def _escape(self) -> None:
        if self.controller.escape():
            return
        if not (self.problem.isHidden() and self.warning.isHidden()):
            self.problem.hide()
            self.warning.hide()
        elif not self.selling.is_empty:
            panel = EmptyPanel()
            panel.wanted.connect(self.panel_host.shut)
            panel.wanted.connect(self.selling.discard)
            self.panel_host.open(panel)

    def _show_sale(self) -> None:
        sale = self.selling.sale
        self.controller.answered()
        self.lines.show_sale(sale, self.selling.current)
        self.side.totals.show_sale(sale)
        self.side.short.show_sale(sale)
        self.side.show_lines(is_so=self.popup.is_open)
        self.panel_host.facts.show_sale(sale)
        self.chip.show_customer(sale.customer if sale else None)
        self.pay.setEnabled(not self.selling.is_empty)
        if not self.selling.is_empty:
            self._sold = sale
            self.side.show_totals()

    def _flash(self, line_id: object) -> None:
        self.lines.flash(line_id)  # type: ignore[arg-type]
        self.sounds.good()

    def _show_shift(self, shift: Shift | None) -> None:
        self.checkout.shift = shift
        if shift is None and self.selling.is_empty:
            self.lines.show_sale(None, None)
        self.empty.say(*self.shifts.words())
        self.shift_changed.emit(shift)

    def refuse(self, refusal: StoreError) -> None:
        """Say on the page what the store refuses; what nobody did wrong is no failure."""
        tone = Tone.INFO if refusal.code in NO_FAILURE else Tone.BAD
        self.problem.say(refusal.sentence(spoken), tone)

    def _paid(self, paid: Paid, tender: Tender) -> None:
        self.context.seen.add(paid.order_id)
        self.controller.clear()  # an unknown code that stood there was of this sale
        self.side.show_paid(paid, tender.method, tender.tendered)
        if self._sold:
            self.lines.show_paid(self._sold, paid.order_number)
        self.problem.hide()
        self.warning.hide()
        if words := self.shifts.know_cash(CashLevel(paid.cash_level) if paid.cash_level else None):
            self.warning.say(words, Tone.WARN)
        self.start(partial(self._print, paid.order_id))  # each sale has a receipt of its own

    async def _print(self, order_id: UUID) -> None:
        if words := await self.commands.print_sale(order_id):
            self.unprinted.say(words, Tone.WARN)

    async def _tell(self, asked: Callable[..., Awaitable[str]], *given: UUID) -> None:
        self._say_booked(await asked(*given))

    def _say_booked(self, words: str) -> None:
        if words:
            self.warning.say(words, Tone.INFO)

    def _take_keyboard(self) -> None:
        panel = self.panel_host.panel
        field = (panel.focusWidget() or panel) if panel else self.entry
        field.setFocus(Qt.FocusReason.OtherFocusReason)
