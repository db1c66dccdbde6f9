"""The buttons of an order's commands: those that its state and this person's rights allow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from storedesk.domain.order_details import Order, lawful
from storedesk.domain.orders import OrderCommand, OrderStatus
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.keys import with_key, written

ACROSS = 2
GAP = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """How a command is offered."""

    words: str
    """On its button."""
    full: str
    """In the palette and on the sheet of keys."""
    icon: str
    key: str


def offers() -> Mapping[OrderCommand, Offer]:
    """Return how each command is offered: the next steps first, canceling last."""
    return {
        OrderCommand.CONFIRM: Offer(
            tr("Take payment"), tr("Take the payment and confirm the order"),
            "banknote", "F9",
        ),
        OrderCommand.SHIP: Offer(
            tr("Ship"), tr("Ship the order"), "truck", "F8",
        ),
        OrderCommand.DELIVER: Offer(
            tr("Delivered"), tr("Mark the parcel as delivered"),
            "package-check", "F7",
        ),
        OrderCommand.COLLECT: Offer(
            tr("Collect here"), tr("Hand the order over at this till"),
            "store", "F5",
        ),
        OrderCommand.DEPOSIT: _at_till(),
        OrderCommand.CORRECT_TRACKING: Offer(
            tr("Correct tracking"), tr("Correct the tracking number"),
            "pencil", "F3",
        ),
        OrderCommand.RECALL: Offer(
            tr("Not shipped"), tr("Recall the shipment"),
            "package-x", "Shift+F8",
        ),
        OrderCommand.TAKE_BACK: Offer(
            tr("Return"), tr("Return lines of the order"), "undo-2", "F6",
        ),
        OrderCommand.CHANGE_ADDRESS: Offer(
            tr("Change address"), tr("Send the order to another address"),
            "map-pin", "F4",
        ),
        OrderCommand.CANCEL: Offer(
            tr("Cancel order"), tr("Cancel the order"), "ban", "F10",
        ),
    }  # fmt: skip


def _at_till() -> Offer:
    words = tr("Take a deposit or the rest at this till")
    return Offer(tr("Pay at the till"), words, "coins", "Shift+F9")


def able(order: Order | None, context: PageContext) -> frozenset[OrderCommand]:
    """Return what this person can do to an order as it is."""
    if order is None:
        return frozenset()
    return frozenset(
        command
        for command in lawful(order, context.me.order_steps)
        if _may_do_to(command, order, context)
    )


def may_do(command: OrderCommand, status: OrderStatus, context: PageContext) -> bool:
    """Tell whether this person may do something to an order in a state, perhaps with approval.

    Orders are collected, and deposits taken, where there is a till.
    """
    if command in {OrderCommand.COLLECT, OrderCommand.DEPOSIT} and context.register is None:
        return False
    return context.me.may_do(command, status)


def _may_do_to(command: OrderCommand, order: Order, context: PageContext) -> bool:
    ships_again = command is OrderCommand.SHIP and order.is_recalled
    return may_do(command, OrderStatus.CONFIRMED if ships_again else order.status, context)


class CommandButtons(QWidget):
    """A button for each command that is possible now, two across where there is room."""

    wanted = Signal(object)
    """A OrderCommand."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[OrderCommand, Button] = {}
        self._room = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setSpacing(GAP)
        for command, offer in offers().items():
            kind = Kind.DANGER if command is OrderCommand.CANCEL else Kind.SECONDARY
            button = Button(offer.words, icon=offer.icon, kind=kind, cap=written(offer.key))
            button.setToolTip(with_key(offer.full, written(offer.key)))
            button.clicked.connect(lambda _=False, command=command: self.wanted.emit(command))
            self.buttons[command] = button
            button.setParent(self)  # showing it would flash a window of its own
            button.hide()

    def show_commands(self, commands: Iterable[OrderCommand]) -> None:
        """Show the buttons of `commands`, in the order in which they are usually wanted."""
        able = set(commands)
        for command, button in self.buttons.items():
            button.setVisible(command in able)
        self._arrange()
        self.setVisible(bool(able))

    def fit(self, room: int) -> None:
        """Have no more than `room` pixels across."""
        self._room = room
        self._arrange()

    def _arrange(self) -> None:
        while self._grid.takeAt(0):
            pass
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        across = ACROSS if self._width(shown) <= self._room else 1
        for at, button in enumerate(shown):
            self._grid.addWidget(button, at // across, at % across)
        for side in range(ACROSS):
            self._grid.setColumnStretch(side, 1 if side < across else 0)

    @staticmethod
    def _width(shown: Sequence[Button]) -> int:
        """Return how wide two columns of these buttons are."""
        widths = [button.sizeHint().width() for button in shown]
        columns = (widths[side::ACROSS] for side in range(ACROSS))
        return sum(max(column, default=0) for column in columns) + GAP
