"""The controls of printing at this computer: which printer for what, and a page to try it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from storedesk.domain.receipt_printers import SYSTEM
from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.forms.segments import Segments
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.paper.printer_list import PRINTERS

WIDTH = 230
SHOWN = 24
"""Letters of an address that a button shows."""


def receipt_printer(context: PageContext) -> tuple[QWidget, Callable[[], None]]:
    """Make the choice of the printer of receipts."""

    def choose(name: str) -> None:
        context.printer = name
        context.comfort.choose(receipt_printer=name)

    made, show = _choice(tr("Printer of receipts"), lambda: context.comfort.receipt_printer, choose)

    def show_all() -> None:
        show()
        made.setEnabled(not context.device.is_driven)

    return made, show_all


def page_printer(context: PageContext) -> tuple[QWidget, Callable[[], None]]:
    """Make the choice of the printer of whole pages."""

    def choose(name: str) -> None:
        context.page_printer = name
        context.comfort.choose(page_printer=name)

    return _choice(tr("Printer of pages"), lambda: context.comfort.page_printer, choose)


def receipts_at_once(context: PageContext) -> tuple[QWidget, Callable[[], None]]:
    """Make the choice when receipts are printed."""
    made = Segments(((True, tr("At once")), (False, tr("When asked"))), name=tr("Print receipts"))

    def choose(at_once: bool) -> None:  # noqa: FBT001 - a signal's value
        context.prints_receipts = at_once
        context.comfort.choose(prints_receipts=at_once)

    made.chosen.connect(choose)
    return made, lambda: made.choose(context.comfort.prints_receipts)


class TryPrinters(QWidget):
    """Two buttons that print what can be looked at; the page does it."""

    def __init__(self) -> None:
        super().__init__()
        self.receipt = secondary(tr("Test receipt"), icon="printer")
        self.whole_page = secondary(tr("Test page"), icon="printer")
        line = row(self.receipt, self.whole_page, gap=8)
        self.setLayout(line)


def try_printers(_context: PageContext) -> tuple[QWidget, Callable[[], None]]:
    """Make the buttons that try the printers."""
    return TryPrinters(), lambda: None


def missing(name: str) -> str:
    """Say that a chosen printer is gone; "" where it is not."""
    return Unavailable("no_printer", printer=name).sentence(tr) if PRINTERS.lacks(name) else ""


def missing_receipts(context: PageContext) -> str:
    """Say that the chosen printer of receipts is gone; "" where it is not, or not used."""
    return "" if context.device.is_driven else missing(context.comfort.receipt_printer)


def receipt_device(context: PageContext) -> tuple[QWidget, Callable[[], None]]:
    """Make the button that leads to the receipt printer, and says which it is."""
    made = secondary(tr("Set up"), icon="printer")
    made.setAccessibleName(tr("Set up the receipt printer"))
    made.setMaximumWidth(px(WIDTH))

    def show() -> None:
        device = context.device
        words = tr("Set up")
        if device.is_driven or device.roll != SYSTEM.roll:
            place = device.place[:SHOWN] if device.is_driven else tr("System")
            words = tr("{place}, {width} mm").format(place=place, width=device.roll)
        made.setText(words)

    return made, show


def _choice(
    name: str, chosen: Callable[[], str], choose: Callable[[str], None]
) -> tuple[QWidget, Callable[[], None]]:
    made = Chooser()
    made.setAccessibleName(name)
    made.setFixedWidth(px(WIDTH))
    made.activated.connect(lambda _: choose(str(made.currentData() or "")))

    def show() -> None:
        names = list(PRINTERS.names or ())
        if (kept := chosen()) and kept not in names:
            names.append(kept)
        made.offer((Entry("", tr("The system's own")), *(Entry(one, one) for one in names)))
        made.setCurrentIndex(max(0, made.findData(kept)))

    return made, show
