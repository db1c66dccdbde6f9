"""Take the payment of an order: by card, by PayPal, or in cash at an open till."""

from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import TypeAlias, TypeVar
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from storedesk.domain.order_details import Order
from storedesk.domain.orders import OrderCommand
from storedesk.domain.refusals.errors import NotAllowed, Refused, StoreError
from storedesk.domain.shifts import Shift
from storedesk.domain.staff import Group
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.gs1 import is_number
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.form import Form, MoneyField, TextField
from storedesk.ui.kit.lists.tabs import SegmentedTabs
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import boxed, column, row
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.orders.dialogs import Look, OrderDialog
from storedesk.ui.tender_labels import method_name

LAST_FOUR = 4
OF_REFERENCE = {"reference_needed", "reference_used", "reference_twice"}
"""Refusals that are put right in the field of the reference."""
R = TypeVar("R", bound=StoreError)
PayCommand: TypeAlias = Callable[[Order, "PayForm"], Awaitable[object]]
"""Takes an order, and the form with its tender."""


class PayForm(QWidget):
    """Takes one tender for the whole of a sum; what proves it is asked for by its kind."""

    edited = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.total = context.zero()
        self.shift: Shift | None = None
        methods = (Method.CARD, Method.PAYPAL, Method.CASH)
        self.tabs = SegmentedTabs(
            [(one.value, method_name(one)) for one in methods], name=tr("How it is paid")
        )
        self._make_fields()
        self.stack = QStackedWidget()
        self._pages: dict[Method, QWidget] = {
            Method.CARD: Form(self.card_reference, self.last_four),
            Method.PAYPAL: Form(self.paypal_reference, self.payer),
            Method.CASH: boxed(column(self.given, row(self.change_word, None, self.change), None)),
        }
        for page in self._pages.values():
            self.stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.tabs)
        outer.addWidget(self.stack)
        self.tabs.chosen.connect(self._choose)
        self.show_shift(None)

    @property
    def method(self) -> Method:
        """The way to pay that is chosen."""
        return Method(self.tabs.current())

    def show_shift(self, shift: Shift | None) -> None:
        """Take cash into `shift`; without one no cash is taken."""
        self.shift = shift
        cash_tab = self.tabs.button(Method.CASH.value)
        cash_tab.setEnabled(shift is not None)
        words = "" if shift else tr("Cash is taken at a till with an open shift")
        cash_tab.setToolTip(words)
        if shift is None and self.method is Method.CASH:
            self.choose(Method.CARD)

    def show_total(self, total: Money) -> None:
        """Take that much."""
        self.total = total
        self.given.show_value(self._due().amount)
        self._reckon()

    def choose(self, method: Method) -> None:
        """Pay in another way."""
        self.tabs.choose(method.value)
        self._choose(method.value)

    def tender(self) -> Tender:
        """Return what was entered; Refused where something is missing, marked at its field."""
        match self.method:
            case Method.CASH:
                return self._cash()
            case Method.CARD:
                return self._card()
            case Method.PAYPAL:
                return self._paypal()
            case Method.CREDIT:  # no tab of it: it is taken for a sale at the till alone
                raise Refused("credit_at_till")

    def shift_id(self) -> UUID | None:
        """Return the shift that the money goes into."""
        return self.shift.id if self.shift else None

    def obstacle(self) -> str:
        """Say why nothing can be taken here; "" where it can."""
        if self.shift or Group.MANAGER in self._context.me.groups:
            return ""
        return NotAllowed("payment_needs_shift").sentence(spoken)

    def mark_refusal(self, refusal: StoreError) -> bool:
        """Say a refusal at the field that it is about; False where it is about none."""
        is_ours = refusal.code in OF_REFERENCE and self.method is not Method.CASH
        if is_ours:
            _marked(self._reference(), refusal)
        return is_ours

    def _reference(self) -> TextField:
        return self.card_reference if self.method is Method.CARD else self.paypal_reference

    def _make_fields(self) -> None:
        self.card_reference = TextField(tr("Reference of the terminal or gateway"), longest=100)
        self.last_four = TextField(tr("Last four digits"), longest=4, optional=True, width=120)
        self.paypal_reference = TextField(tr("PayPal's reference"), longest=100)
        self.payer = TextField(tr("Payer's e-mail"), longest=255, optional=True)
        self.given = MoneyField(tr("Cash given"), locale=self._context.format.locale)
        self.given.edited.connect(self._reckon)
        self.change_word = muted(tr("Change"))
        self.change = Label(size=20, weight=theme.DEMIBOLD, tabular=True)

    def _choose(self, key: str) -> None:
        page = self._pages[Method(key)]
        self.stack.setCurrentWidget(page)
        first = self.given if Method(key) is Method.CASH else page.fields[0]  # type: ignore[attr-defined]
        first.setFocus()
        self.edited.emit()

    def _due(self) -> Money:
        """Return what is to pay in cash, where the smallest coins are not in use."""
        return self._context.store.in_cash(self.total)

    def _reckon(self) -> None:
        try:
            change = self.given.value() - self._due().amount
        except StoreError:
            self.change.setText("")
            return
        money = Money.of(max(change, Decimal(0)), self.total.currency)
        self.change.setText(self._context.money(money))

    def _cash(self) -> Tender:
        given = Money.of(self.given.value(), self.total.currency)
        if given < self._due():
            amounts = {
                "tendered": self._context.money(given),
                "total": self._context.money(self._due()),
            }
            raise _marked(self.given, Refused("tender_too_small", **amounts))
        return Tender(uuid4(), Method.CASH, self.total, tendered=given)

    def _card(self) -> Tender:
        last_four = self.last_four.value()
        if last_four and not (is_number(last_four) and len(last_four) == LAST_FOUR):
            raise _marked(self.last_four, Refused("card_digits"))
        return Tender(
            uuid4(),
            Method.CARD,
            self.total,
            last_four=last_four or None,
            reference=self._proof(),
        )

    def _paypal(self) -> Tender:
        return Tender(
            uuid4(),
            Method.PAYPAL,
            self.total,
            reference=self._proof(),
            paypal_email=self.payer.value() or None,
        )

    def _proof(self) -> str:
        """Return the reference, without which nothing proves that an order is paid."""
        field = self._reference()
        if not field.text().strip():
            raise _marked(field, Refused("reference_needed"))
        return field.value()


class PayDialog(OrderDialog):
    """Takes the payment of a pending order: to confirm it, or to hand it over at once."""

    def __init__(  # noqa: PLR0913, PLR0917 - an order, its shift, and what is done with the tender
        self,
        parent: QWidget,
        context: PageContext,
        order: Order,
        command: PayCommand,
        look: Look,
        shift: Shift | None,
    ) -> None:
        super().__init__(
            parent, context, order, OrderCommand.CONFIRM, look=look,
            yes=tr("Confirm the order"),
            title=tr("Payment of {number}").format(number=order.number),
        )  # fmt: skip
        self._command = command
        self.sum = Label(
            context.money(order.open), size=30, weight=theme.BOLD, tabular=True, right=True
        )
        self.pay = PayForm(context)
        self.pay.show_shift(shift)
        self.pay.show_total(order.open)
        self.lay_out(row(muted(tr("To pay")), None, self.sum), self.pay)
        self.finish()
        self.pay.choose(Method.CARD)
        _explain(self, self.pay)

    def refuse(self, refusal: StoreError) -> None:
        """Say a refusal at its field, or above them."""
        if not self.pay.mark_refusal(refusal):
            super().refuse(refusal)

    async def do(self) -> None:
        """Book the payment."""
        await self._command(self.order, self.pay)


class PayNow(Dialog):
    """Takes the payment of an order that is just being placed."""

    def __init__(
        self,
        parent: QWidget,
        context: PageContext,
        total: Money,
        shift: Shift | None,
        command: Callable[[PayForm], Awaitable[object]],
    ) -> None:
        super().__init__(parent, tr("Payment"), width=460)
        self._command = command
        sum_ = Label(context.money(total), size=30, weight=theme.BOLD, tabular=True, right=True)
        self.pay = PayForm(context)
        self.pay.show_shift(shift)
        self.pay.show_total(total)
        self.yes = primary(tr("Place the order"))
        self.no = secondary(tr("Back"), cap="Esc")
        self.yes.setDefault(True)
        self.yes.clicked.connect(lambda: self.start(self._do))
        self.no.clicked.connect(self.reject)
        self.lay_out(row(muted(tr("To pay")), None, sum_), self.pay)
        self.buttons(self.no, self.yes)
        self.pay.choose(Method.CARD)
        _explain(self, self.pay)

    def refuse(self, refusal: StoreError) -> None:
        """Say a refusal at its field, or above them."""
        if not self.pay.mark_refusal(refusal):
            super().refuse(refusal)

    async def _do(self) -> None:
        await self._command(self.pay)
        self.accept()


def _explain(dialog: PayDialog | PayNow, pay: PayForm) -> None:
    """Say beforehand where nothing can be taken."""
    if why := pay.obstacle():
        dialog.problem.say(why, Tone.WARN)
        dialog.yes.setEnabled(False)


def _marked(field: TextField | MoneyField, refusal: R) -> R:
    field.mark(refusal.sentence(spoken))
    field.setFocus()
    return refusal
