"""A row of the pay panel for each tender that pays a part of the sale already."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.till import Method, Tender
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.cards import boxed, column, row
from storedesk.ui.kit.looks.labels import ElidedLabel, Label
from storedesk.ui.kit.looks.sizes import target
from storedesk.ui.tender_labels import tender_name
from storedesk.ui.till.keys import small_button


def taken_row(context: PageContext, name: str, said: str, amount: Money, undo: Button) -> QWidget:
    """Return what pays, where that money is, how much it is, and the button that takes it back."""
    words = column(ElidedLabel(name, weight=theme.MEDIUM), ElidedLabel(said, size=12, ink="muted"),
                   gap=0)  # fmt: skip
    paid = Label(context.money(-amount), weight=theme.DEMIBOLD, tabular=True, ink="ok")
    undo.setMinimumHeight(target(32))
    line = row(boxed(words), paid, undo, gap=8)
    line.setStretch(0, 1)
    return boxed(line)


def back_button(name: str, run: Callable[[], object], *, is_last: bool) -> Button:
    """Return the button that gives a tender back, which a minus does as well for the last one."""
    back = small_button(tr("Give back"), cap="-" if is_last else "")
    back.setAccessibleName(tr("Give back: {card}").format(card=name))
    back.clicked.connect(run)
    return back


def place_of(tender: Tender) -> str:
    """Return where the money of a tender is."""
    places = {
        Method.CASH: tr("In the drawer"),
        Method.CARD: tr("Charged to the card"),
        Method.PAYPAL: tr("Paid by PayPal"),
    }
    return places[tender.method]


def given_back_words(method: Method) -> str:
    """Return what is to be done with the {amount} that was given back."""
    words = {
        Method.CASH: tr("Hand {amount} back."),
        Method.CARD: tr("Give {amount} back to the card at the terminal."),
        Method.PAYPAL: tr("Send {amount} back by PayPal."),
    }
    return words[method]


class TakenParts(QWidget):
    """What was taken for parts of the sale by hand, in order."""

    given_back = Signal(object)
    """The Tender that is to be given back."""

    def __init__(self, context: PageContext, parts: Sequence[Tender]) -> None:
        super().__init__()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for one in parts:
            name, run = tender_name(one), partial(self.given_back.emit, one)
            back = back_button(name, run, is_last=one is parts[-1])
            lines.addWidget(taken_row(context, name, place_of(one), one.amount, back))
        self.setVisible(bool(parts))
