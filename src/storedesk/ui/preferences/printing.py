"""The controls of printing at this computer: which printer for what, each to be tried."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from storedesk.domain.print_purposes import Purpose
from storedesk.domain.receipt_printers import COLUMNS, SYSTEM
from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.forms.segments import Segments
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import column, row
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.paper.printer_list import PRINTERS
from storedesk.ui.kit.paper.printing import Paper

WIDTH = 230
SHOWN = 24
"""Letters of an address that a button shows."""


class PrinterChoice(QWidget):
    """A printer, the paper in it where that matters, and a button that prints on trial."""

    def __init__(self, name: str, papers: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.printer, self.paper = Chooser(), Chooser()
        self.printer.setAccessibleName(name)
        self.printer.setFixedWidth(px(WIDTH))
        self.paper.setAccessibleName(tr("Paper: {printer}").format(printer=name))
        self.paper.offer(Entry(key, words) for key, words in papers)
        if not papers:
            self.paper.hide()  # shown before it stands in the row it would be a window of its own
        self.try_it = secondary(tr("Test print"), icon="printer")
        self.try_it.setAccessibleName(tr("Test print: {printer}").format(printer=name))
        below = row(self.paper, self.try_it, gap=8) if papers else row(None, self.try_it)
        below.setStretch(0, 1)
        self.setLayout(column(self.printer, below, gap=8))

    def chosen(self) -> str:
        """Return the name of the printer; "" for the usual one."""
        return str(self.printer.currentData() or "")

    def chosen_paper(self) -> str:
        """Return the paper, as it is kept."""
        return str(self.paper.currentData() or "")

    def show_printer(self, kept: str, usual: str) -> None:
        """Offer the printers that are there and the one that was chosen; `usual` is no choice."""
        names = list(PRINTERS.names or ())
        if kept and kept not in names:
            names.append(kept)
        self.printer.offer((Entry("", usual), *(Entry(one, one) for one in names)))
        self.printer.setCurrentIndex(max(0, self.printer.findData(kept)))

    def show_paper(self, kept: str) -> None:
        """Show the paper that was chosen."""
        self.paper.setCurrentIndex(max(0, self.paper.findData(kept)))


def receipt_printer(context: PageContext) -> tuple[QWidget, Callable[[], None]]:
    """Make the choice of the printer of receipts."""

    def choose(name: str) -> None:
        context.printer = name
        context.comfort.choose(receipt_printer=name)

    made, show = _choice(tr("Printer of receipts"), lambda: context.comfort.receipt_printer, choose)

    def show_all() -> None:
        show()
        made.printer.setEnabled(not context.device.is_driven)

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


def credit_printer(context: PageContext) -> tuple[QWidget, Callable[[], None]]:
    """Make the choice of the printer of credit slips, and of its roll."""
    words = tr("{width} mm")
    papers = [(str(roll), words.format(width=roll)) for roll in sorted(COLUMNS, reverse=True)]
    name = tr("Printer of credit slips")
    return _own_choice(context, Purpose.CREDIT, name, tr("As receipts"), papers)


def slip_printer(context: PageContext) -> tuple[QWidget, Callable[[], None]]:
    """Make the choice of the printer of slips, and of its paper."""
    papers = [("", tr("Usual paper")), (Paper.A5.value, tr("A5"))]
    return _own_choice(context, Purpose.SLIPS, tr("Printer of slips"), tr("As pages"), papers)


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
) -> tuple[PrinterChoice, Callable[[], None]]:
    made = PrinterChoice(name)
    made.printer.activated.connect(lambda _: choose(made.chosen()))
    return made, lambda: made.show_printer(chosen(), tr("The system's own"))


def _own_choice(
    context: PageContext, purpose: Purpose, name: str, usual: str, papers: Sequence[tuple[str, str]]
) -> tuple[PrinterChoice, Callable[[], None]]:
    """Make the choice of a printer for one purpose; `usual` says where it is printed without."""
    made = PrinterChoice(name, papers)
    comfort = context.comfort

    def choose(_row: int) -> None:
        comfort.choose_for(purpose, printer=made.chosen(), paper=made.chosen_paper())

    made.printer.activated.connect(choose)
    made.paper.activated.connect(choose)

    def show() -> None:
        made.show_printer(comfort.printer_for(purpose), usual)
        made.show_paper(comfort.paper_for(purpose))

    return made, show
