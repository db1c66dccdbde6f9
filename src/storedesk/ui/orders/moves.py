"""The buttons of what can be done to an order: only what is lawful, and allowed to this person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from storedesk.domain.order_desk import Move, Order, lawful
from storedesk.ui.kit.actions import written
from storedesk.ui.kit.buttons import Button, Kind
from storedesk.ui.orders.office import Office

ACROSS = 2


@dataclass(frozen=True, slots=True)
class Deed:
    """How a move is offered."""

    words: str
    """On its button."""
    full: str
    """In the palette and on the sheet of keys."""
    icon: str
    key: str


def deeds() -> Mapping[Move, Deed]:
    """Return how every move is offered, the next steps first, the last resort last."""
    tr = QCoreApplication.translate
    return {
        Move.CONFIRM: Deed(
            tr("Orders", "Take payment"), tr("Orders", "Take the payment and confirm the order"),
            "banknote", "F9",
        ),
        Move.SHIP: Deed(
            tr("Orders", "Ship"), tr("Orders", "Ship the order"), "truck", "F8",
        ),
        Move.DELIVER: Deed(
            tr("Orders", "Delivered"), tr("Orders", "Note that the parcel has arrived"),
            "package-check", "F7",
        ),
        Move.COLLECT: Deed(
            tr("Orders", "Collect here"), tr("Orders", "Hand the order over at this till"),
            "store", "F5",
        ),
        Move.CORRECT_TRACKING: Deed(
            tr("Orders", "Correct tracking"), tr("Orders", "Correct the tracking number"),
            "pencil", "Ctrl+T",
        ),
        Move.TAKE_BACK: Deed(
            tr("Orders", "Return"), tr("Orders", "Take goods back"), "undo-2", "F6",
        ),
        Move.CHANGE_ADDRESS: Deed(
            tr("Orders", "Change address"), tr("Orders", "Send the order to another address"),
            "map-pin", "Ctrl+E",
        ),
        Move.CANCEL: Deed(
            tr("Orders", "Cancel order"), tr("Orders", "Cancel the order"), "ban", "Ctrl+Del",
        ),
    }  # fmt: skip


def able(order: Order | None, office: Office) -> frozenset[Move]:
    """Return what this person can do to an order as it is."""
    if order is None:
        return frozenset()
    return frozenset(move for move in lawful(order) if office.may(move))


class MoveButtons(QWidget):
    """A button for each move that is possible now."""

    wanted = Signal(object)
    """A Move."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Move, Button] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setSpacing(8)
        for move, deed in deeds().items():
            kind = Kind.DANGER if move is Move.CANCEL else Kind.SECONDARY
            button = Button(deed.words, icon=deed.icon, kind=kind, cap=written(deed.key))
            button.setToolTip(f"{deed.full} ({written(deed.key)})")
            button.clicked.connect(lambda _=False, move=move: self.wanted.emit(move))
            self.buttons[move] = button
            button.hide()

    def show_moves(self, moves: Iterable[Move]) -> None:
        """Show the buttons of `moves`, in the order in which they are usually wanted."""
        able = set(moves)
        while self._grid.takeAt(0):
            pass
        shown = [button for move, button in self.buttons.items() if move in able]
        for at, button in enumerate(shown):
            wide = len(shown) % ACROSS and at == len(shown) - 1
            self._grid.addWidget(button, at // ACROSS, at % ACROSS, 1, ACROSS if wide else 1)
        for move, button in self.buttons.items():
            button.setVisible(move in able)
        self.setVisible(bool(shown))
