"""Make and lay out the parts of the till page; view.py connects them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from storedesk.domain.order_details import Order
from storedesk.ui.context import PageContext
from storedesk.ui.item_search.popup import SearchPopup
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.sounds import Sounds
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.forms.entry import EntryField
from storedesk.ui.kit.looks.buttons import Kind
from storedesk.ui.kit.looks.sizes import SIZES, pressed, px
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.pictures import LARGE, Pictures
from storedesk.ui.till.checkout.checkout_controller import CheckoutController
from storedesk.ui.till.checkout.exchange_slips import ExchangeSlips
from storedesk.ui.till.collecting.order_controller import OrderController
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.commands import TillCommands
from storedesk.ui.till.customer_feed import CustomerFeed
from storedesk.ui.till.discounts.discount_controller import DiscountController
from storedesk.ui.till.gift_cards.gift_card_controller import GiftCardController
from storedesk.ui.till.keys import BigButton, KeyButton, KeyRow, pay_button, small_button
from storedesk.ui.till.open_returns.open_return_controller import OpenReturnController
from storedesk.ui.till.receipts.receipt_controller import ReceiptController
from storedesk.ui.till.receipts.signing import SigningController
from storedesk.ui.till.receipts.unprinted import UnprintedNotice
from storedesk.ui.till.returns.return_controller import ReturnController
from storedesk.ui.till.sale.empty_sale import EmptySale
from storedesk.ui.till.sale.line_stepper import LineStepper
from storedesk.ui.till.sale.lines import LinesCard
from storedesk.ui.till.sale.sale_controller import SaleController
from storedesk.ui.till.sale.sale_summary import CustomerChip, SaleSummary
from storedesk.ui.till.sale.sale_totals import SaleFacts
from storedesk.ui.till.shifts.shift_controller import ShiftController
from storedesk.ui.till.touch import TouchTill

WIDE = 60
"""Pixels of a button for fingers."""


class TillPage(View):
    """All parts of the till, where they stand."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context, enter = context, context.scanner.enter
        self.pictures = Pictures(context.desk, self.update_pictures, LARGE)
        self.selling = SaleController(context.desk, context.till_register().id)
        self.serials.append(self.selling.queue)
        self._make_column()
        self.panel_host = PanelHost(enter, self.side, SaleFacts(context))
        self.checkout = CheckoutController(context, self.selling, self.panel_host)
        self.feed = CustomerFeed(context.display, self.selling, self.checkout, self.panel_host)
        self.slips = ExchangeSlips(context, self.checkout, self.panel_host)
        self.commands = TillCommands(context, self.selling, self.panel_host)
        self.receipts = ReceiptController(context, self.panel_host, self.commands.printed)
        self.receipts.said.connect(self.note.say)
        self._make_controllers(context)
        self.signing: SigningController | None = None
        if context.signing:
            self.signing = SigningController(self, context.signing, self._jobs)
        self.entry = EntryField(tr("Scan or type: code, name, 3*"), tr("Scan or type"), enter)
        self.sounds = Sounds(self.entry)
        self.warning = Banner()
        self.notices.add(self.warning)
        self.unprinted = UnprintedNotice()
        self.commands.printed.all_out = self.unprinted.hide
        self.notices.add(self.unprinted)
        self.notices.add(self.receipts.mailed)
        for banner in (self.problem, self.warning, self.note, self.unprinted, self.receipts.mailed):
            banner.shut.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._make_line_buttons()
        self.keys = KeyRow()
        self.touch: TouchTill | None = None
        if SIZES.is_touch:
            self.touch = TouchTill(
                context, self.side, self.lines, self.panel_host,
                {"quantity": self.quantity, "remove": self.remove},
            )  # fmt: skip
        self.popup = SearchPopup(self, context, self._jobs, self.pictures)
        self._place()

    def _make_controllers(self, context: PageContext) -> None:
        self.shifts = ShiftController(context, self.panel_host)
        self.shifts.report_asked.connect(self.commands.show_report)
        self.shifts.said.connect(self.note.say)
        self.shifts.drawer_opened.connect(lambda: self.start(context.receipt_paper().kick))
        self.gift_cards = GiftCardController(context, self.panel_host, self.shifts)
        self.gift_cards.said.connect(self.note.say)
        self.returns = ReturnController(context, self.panel_host, self.shifts, self.selling)
        self.open_returns = OpenReturnController(
            context, self.panel_host, self.shifts, self.returns.open_sale
        )
        self.returns.without_asked.connect(self.open_returns.begin)
        self.discounts = DiscountController(context, self.selling, self.panel_host)
        self._make_orders()

    def update_pictures(self) -> None:
        """Draw anew where pictures are: one has come."""
        for shown in (self.popup.list, self.side.short.list, self.lines.list):
            shown.viewport().update()

    def press_step(self, by: int) -> None:
        """Add pieces to the current line by a button that has not just moved there by itself."""
        if self.lines.stepper.guard.allows():
            self.selling.step(by)

    def _make_column(self) -> None:
        self.pay = pay_button(tr("Pay"))
        self.chip = CustomerChip("F3")
        self.recall_key = KeyButton("F5", tr("Recall"))
        self.side = SaleSummary(self.context, self.pictures, self.chip, self.pay, self.recall_key)

    def _make_orders(self) -> None:
        self.orders = OrderController(
            self.context, self.panel_host, self.shifts, self.selling, self.commands.printed
        )
        self.orders.said.connect(self.note.say)
        self.orders.taken.connect(
            lambda order, in_cash: self.start(partial(self._print_order, order, in_cash))
        )

    async def _print_order(self, order: Order, in_cash: bool) -> None:  # noqa: FBT001 - a signal's
        """Print what was paid of an order; it comes out whatever is done with its panel."""
        words = await self.orders.print(order, in_cash=in_cash)
        if words:
            (self.warning if order.open else self.unprinted).say(words, Tone.WARN)

    def _make_line_buttons(self) -> None:
        self.minus = small_button("", icon="minus")
        self.plus = small_button("", icon="plus")
        self.undo = small_button("", cap="" if SIZES.is_touch else "Ctrl+Z", icon="undo-2")
        words, cap = ("", "") if SIZES.is_touch else (tr("Note"), "Ctrl+T")
        self.note_key = small_button(words, cap=cap, icon="pencil" if SIZES.is_touch else "")
        self.discount = small_button("", cap="" if SIZES.is_touch else "/", icon="percent")
        self.quantity = small_button(tr("Quantity"), cap="*")
        self.remove = small_button(tr("Remove"), cap="Del")
        for sign in (self.minus, self.plus):
            sign.be(Kind.SECONDARY)
        for sign in (self.undo, self.note_key, self.discount) if SIZES.is_touch else ():
            sign.be(Kind.SECONDARY)
            sign.setFixedSize(px(WIDE), pressed(WIDE - 16))
        self.undo.setAccessibleName(tr("Undo"))
        self.note_key.setAccessibleName(tr("Note"))
        self.discount.setAccessibleName(tr("Discount"))
        self.minus.setAccessibleName(tr("One less"))
        self.plus.setAccessibleName(tr("One more"))
        self.open_shift = BigButton(
            tr("Open the shift"), height=48, kind=Kind.PRIMARY, cap="F7", size=15
        )
        self.empty = EmptySale(self.open_shift)
        at_foot = (self.undo, self.note_key, self.discount, self.quantity, self.remove)
        self.line_buttons = (*at_foot, self.minus, self.plus)
        self.lines = LinesCard(
            self.context.format, self.pictures, self.empty,
            LineStepper(self.minus, self.plus), at_foot,
        )  # fmt: skip

    def _place(self) -> None:
        self.centre = QWidget()
        centre = QVBoxLayout(self.centre)
        around = (24, 20, 24, 8) if self.touch is None else (12, 12, 12, 8)
        centre.setContentsMargins(*around)
        centre.setSpacing(0)
        centre.addWidget(self.entry)
        centre.addSpacing(16)
        centre.addWidget(self.touch or self.lines, 1)
        centre.addSpacing(10)
        centre.addWidget(self.keys)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.centre, 1)
        page.addWidget(self.panel_host)
        self.popup.opened.connect(lambda is_so: self.side.show_lines(is_so=is_so))
        self.panel_host.opened.connect(self.popup.shut)
        self.panel_host.grown.connect(self.centre.setHidden)
        self.panel_host.opened.connect(self._hold)
        self.panel_host.closed.connect(self._hold)
        self.notices.lie_over(self.keys, foot=0)  # no line and no total is covered

    def _hold(self) -> None:
        """Have the mouse press nothing that keys do not do while a panel is open."""
        panel = self.panel_host.panel
        for part in (self.entry, *self.line_buttons):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, panel is not None)
        for part in self.line_buttons:
            part.setEnabled(panel is None)
        self.lines.hold(is_held=panel is not None)
        sells = panel and panel.hears_scans and not panel.takes_scans
        hint = tr("A scan still goes to this sale") if sells and not self.selling.is_empty else ""
        self.entry.setPlaceholderText(hint if panel else tr("Scan or type: code, name, 3*"))
        self.keys.renew()
