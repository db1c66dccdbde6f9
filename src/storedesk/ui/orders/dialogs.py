"""Dialogs that change an order: what is typed stays, and conflicts name who was first."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain import carriers
from storedesk.domain.fulfillment import ShippingAddress
from storedesk.domain.order_details import Order, lawful
from storedesk.domain.orders import OrderCommand
from storedesk.domain.refusals.errors import Conflict, Refused
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.form import Form, TextField, is_field_good
from storedesk.ui.kit.looks.buttons import Button, Kind, primary, secondary
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.orders.carrier_choice import CarrierChoice
from storedesk.ui.orders.labels import step_word

Look: TypeAlias = Callable[[], Awaitable[Order]]
"""Reads the order again."""
ReasonCommand: TypeAlias = Callable[[Order, str], Awaitable[object]]
"""Takes an order, and the words that were typed."""
TrackingCommand: TypeAlias = Callable[[Order, str, bool, str | None], Awaitable[object]]
"""Takes an order, its number, whether another order's parcel has it as well, and the carrier."""
AddressCommand: TypeAlias = Callable[[Order, ShippingAddress], Awaitable[object]]
"""Takes an order, and where it goes instead."""


class OrderDialog(Dialog):
    """Asks for what a command needs, and runs it; a refusal is shown in the dialog."""

    def __init__(  # noqa: PLR0913 - an order, and what is asked of it
        self,
        parent: QWidget,
        context: PageContext,
        order: Order,
        kind: OrderCommand,
        *,
        title: str,
        yes: str,
        look: Look,
        width: int = 460,
    ) -> None:
        super().__init__(parent, title, width=width)
        self.context, self.order, self.kind = context, order, kind
        self._look = look
        self.yes = Button(yes, kind=Kind.DANGER) if kind is OrderCommand.CANCEL else primary(yes)
        self.no = secondary(tr("Back"), cap="Esc")
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.press)
        self.no.clicked.connect(self.reject)

    def finish(self) -> None:
        """Put the buttons below everything else."""
        self.buttons(self.no, self.yes)

    def press(self) -> None:
        """Do it, once what was typed can be used."""
        if self.is_good():
            self.start(self._do)

    def is_good(self) -> bool:
        """Mark what cannot be used; True if there is nothing."""
        return True

    async def do(self) -> None:
        """Do it; StoreErrors are said in the dialog."""
        raise NotImplementedError

    async def _do(self) -> None:
        self.yes.setEnabled(False)
        try:
            await self.do()
        except Conflict as clash:
            self.order = await self._look()
            self.yes.setEnabled(self.kind in lawful(self.order, self.context.me.order_steps))
            self.problem.say(self._what_happened(clash))
        except Exception:
            self.yes.setEnabled(True)
            raise
        else:
            self.accept()

    def _what_happened(self, clash: Conflict) -> str:
        """Say who was first, and whether one may go on."""
        last = self.order.steps[-1]
        moment = self.context.format.moment(last.at)
        told = tr("{step} by {who}, {moment}.") if last.who else tr("{step} {moment}.")
        first = told.format(step=step_word(last.becomes), who=last.who, moment=moment)
        if self.kind in lawful(self.order, self.context.me.order_steps):
            first = tr("What you typed is still here. Check it, then press again.")
        return f"{clash.sentence(spoken)} {first}"


class ReasonDialog(OrderDialog):
    """Says what a command will do, and asks for the reason."""

    def ask_why(self, label: str, words: str, command: ReasonCommand) -> None:
        """Lay out `words` and the field of the reason, which gets the keyboard."""
        self._command = command
        self.reason = TextField(label, longest=500)
        self.about = {"reason_missing": self.reason.input}
        self.lay_out(muted(words, wrap=True), self.reason)
        self.finish()
        self.reason.setFocus()

    def is_good(self) -> bool:
        """Mark a reason that is none."""
        return is_field_good(self.reason)

    async def do(self) -> None:
        """Do it for the reason that was typed."""
        await self._command(self.order, self.reason.value())


class CancelDialog(ReasonDialog):
    """Asks why an order is cancelled, and says what goes back."""

    def __init__(self, parent: QWidget, context: PageContext, order: Order, command: ReasonCommand,
                 look: Look) -> None:  # fmt: skip
        super().__init__(
            parent, context, order, OrderCommand.CANCEL, look=look, yes=tr("Cancel the order"),
            title=tr("Cancel {number}?").format(number=order.number),
        )  # fmt: skip
        words = tr("Its items are available again, and the customer gets an e-mail.")
        if order.paid:
            words += " " + tr("{amount} goes back the way it came.").format(
                amount=context.money(order.paid)
            )
        self.ask_why(tr("Why"), words, command)


class RecallDialog(ReasonDialog):
    """Asks why a shipment did not leave."""

    def __init__(self, parent: QWidget, context: PageContext, order: Order, command: ReasonCommand,
                 look: Look) -> None:  # fmt: skip
        super().__init__(
            parent, context, order, OrderCommand.RECALL, look=look, yes=tr("It is still here"),
            title=tr("Recall {number}?").format(number=order.number),
        )  # fmt: skip
        words = tr(
            "The order goes to the top of the orders to ship. The e-mail to the customer waits"
            " until its next label is scanned."
        )
        self.ask_why(tr("Reason"), words, command)


class TrackingDialog(OrderDialog):
    """Corrects a tracking number; the carrier is shown while it is typed."""

    def __init__(self, parent: QWidget, context: PageContext, order: Order,
                 command: TrackingCommand, look: Look) -> None:  # fmt: skip
        super().__init__(
            parent, context, order, OrderCommand.CORRECT_TRACKING, look=look,
            yes=tr("Correct it"),
            title=tr("Tracking number of {number}").format(number=order.number),
        )  # fmt: skip
        self._command = command
        self.number = TextField(tr("Tracking number"), longest=carriers.LONGEST)
        self.number.show_value(order.tracking or "")
        self.about = dict.fromkeys(("bad_tracking", *carriers.DOUBTS), self.number.input)
        self._used = context.store.carriers
        self.unknown = muted(tr("Carrier not recognized"))
        self.carrier = CarrierChoice(context)
        self._kept = order.carrier
        self.number.input.textChanged.connect(self._guess)
        self._doubted = ""
        words = tr(
            "An e-mail that still waits has the new number. One that was sent can be sent again"
            " from the outbox."
        )
        self.lay_out(self.number, row(self.unknown, self.carrier, None), muted(words, wrap=True))
        self.finish()
        self._guess(order.tracking or "")
        self.number.input.selectAll()
        self.number.setFocus()

    def is_good(self) -> bool:
        """Mark a number that no carrier gives."""
        return is_field_good(self.number, _judge_tracking)

    async def do(self) -> None:
        """Correct it; what is doubtful about the number is asked about once."""
        number = carriers.cleaned(self.number.value())
        is_sure, self._doubted = self._doubted == number, number
        if not is_sure and (carrier := carriers.misread(number, self._used)):
            raise Refused("tracking_misread", carrier=carrier.name)
        await self._command(self.order, number, is_sure, self.carrier.name())

    def _guess(self, typed: str) -> None:
        self.carrier.show_number(typed, kept=self._kept)
        self.unknown.setVisible(self.carrier.isHidden())


def _judge_tracking(typed: str) -> None:
    if not carriers.is_tracking(carriers.cleaned(typed)):
        raise Refused("bad_tracking")


class AddressForm(Form):
    """The fields of an address."""

    def __init__(self) -> None:
        self.recipient = TextField(tr("Name"), longest=200)
        self.street = TextField(tr("Street"), longest=200)
        self.postal_code = TextField(tr("Postal code"), longest=20, width=140)
        self.city = TextField(tr("Town"), longest=100)
        self.state = TextField(tr("State or region"), longest=100, optional=True)
        self.country = TextField(tr("Country"), longest=2, width=80)
        super().__init__(
            self.recipient, self.street, self.postal_code, self.city, self.state, self.country
        )
        self._pair(self.postal_code, self.city)
        self._pair(self.state, self.country)

    def _pair(self, left: QWidget, right: QWidget) -> None:
        """Have two fields beside each other, where the first of them stands."""
        below = self.layout()
        if isinstance(below, QVBoxLayout):
            at = below.indexOf(left)
            below.removeWidget(left)
            below.removeWidget(right)
            below.insertLayout(at, row(left, right, gap=10))

    def show_address(self, to: ShippingAddress) -> None:
        """Show an address."""
        self.recipient.show_value(to.recipient)
        self.street.show_value(to.street)
        self.postal_code.show_value(to.postal_code)
        self.city.show_value(to.city)
        self.state.show_value(to.state)
        self.country.show_value(to.country)

    def address(self) -> ShippingAddress:
        """Return what was typed."""
        return ShippingAddress(
            recipient=self.recipient.value(),
            street=self.street.value(),
            city=self.city.value(),
            state=self.state.value(),
            postal_code=self.postal_code.value(),
            country=self.country.value().upper(),
        )


class AddressDialog(OrderDialog):
    """Sends an order elsewhere, as long as it has not left."""

    def __init__(self, parent: QWidget, context: PageContext, order: Order, command: AddressCommand,
                 look: Look) -> None:  # fmt: skip
        super().__init__(
            parent, context, order, OrderCommand.CHANGE_ADDRESS, look=look,
            title=tr("Shipping address of {number}").format(number=order.number),
            yes=tr("Change the address"),
        )  # fmt: skip
        self._command = command
        self.form = AddressForm()
        self.form.show_address(order.destination)
        words = tr("For this order only. The customer's saved addresses do not change.")
        self.lay_out(Label(words, ink="muted", wrap=True), self.form)
        self.finish()
        self.form.recipient.setFocus()

    def is_good(self) -> bool:
        """Mark what is missing."""
        return self.form.is_good()

    async def do(self) -> None:
        """Change it."""
        await self._command(self.order, self.form.address())
