"""Choose the receipt printer of this computer, and try it before it is kept."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from storedesk.documents import receipts
from storedesk.documents.sample_receipt import sample_receipt
from storedesk.documents.strip import StripDocument
from storedesk.domain.receipt_printers import (
    COLUMNS,
    MODELS,
    NETWORK_PORT,
    SPEEDS,
    Link,
    ReceiptPrinter,
    checked,
)
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.form import (
    ChoiceField,
    Field,
    Form,
    QuantityField,
    TextField,
    is_field_good,
)
from storedesk.ui.kit.forms.switch_field import SwitchField
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.kit.paper.print_service import RECEIPT_SERVICE
from storedesk.ui.kit.paper.receipt_paper import ReceiptPaper

LONGEST_HOST = 253
_FOUND = {Link.USB, Link.SERIAL}


class ReceiptPrinterDialog(Dialog):
    """Asks how the printer is reached, for its roll and its drawer."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent, tr("Receipt printer"), width=480)
        self._context, self.chosen = context, context.device
        self._make_fields()
        self.about = {
            "printer_host": self.host.editor, "printer_port": self.port.editor,
            "printer_unnamed": self.host.editor, "printer_no_route": self.host.editor,
            "printer_refused": self.port.editor, "printer_nonsense": self.host.editor,
            "printer_device": self.place.editor,
        }  # fmt: skip
        self.form = Form(*self._fields())
        self.hint = muted("", wrap=True)
        self.trying = secondary(tr("Test receipt"), icon="printer")
        self.save = primary(tr("Save"), cap="Enter")
        self.save.setDefault(True)
        cancel = secondary(tr("Cancel"), cap="Esc")
        self.lay_out(self.form, self.hint)
        self.buttons(self.trying, cancel, self.save)
        self.link.edited.connect(self._show_link)
        self.trying.clicked.connect(lambda: self.start(self.try_it))
        self.save.clicked.connect(self.submit)
        cancel.clicked.connect(self.reject)
        self._show(self.chosen)

    def printer(self) -> ReceiptPrinter:
        """Return what is chosen. Refused: see `domain.receipt_printers.checked`."""
        roll, columns = (int(one) for one in self.roll.value().split())
        link = Link(self.link.value())
        common = ReceiptPrinter(link=link, roll=roll, columns=columns)
        if link is Link.SYSTEM:
            return common
        driven = replace(
            common, model=self.model.value(), drawer=int(self.drawer.value()),
            is_asked=self.asked.value(),
        )  # fmt: skip
        if link is Link.NETWORK:
            address = self.host.value().strip()
            return checked(replace(driven, address=address, port=self.port.value()))
        speed = int(self.speed.value())
        return checked(replace(driven, address=self.place.value(), speed=speed))

    def submit(self) -> None:
        """Keep what is chosen, and close."""
        if printer := self._good():
            self.chosen = printer
            self.accept()

    async def try_it(self) -> None:
        """Print a receipt of nothing sold, and say what came of it. Unavailable: see send."""
        if (printer := self._good()) is None:
            return
        self.problem.say(tr("Printing …"), Tone.INFO)
        paper = ReceiptPaper(self._context.printer or "", printer)
        await paper.print(sample(self._context), opens_drawer=True)
        self.problem.say(outcome(printer), Tone.OK)

    async def look(self) -> None:
        """List what is plugged in. Unavailable: printer_barred."""
        link = Link(self.link.value())
        if link not in _FOUND:
            return
        found = dict(await RECEIPT_SERVICE.found(link.value))
        if link.value == self.link.value():
            self._offer(found)

    def _good(self) -> ReceiptPrinter | None:
        """Return what is chosen; None where a field is wrong, which says so."""
        shown = [field for field in self.form.fields if not field.isHidden()]
        if wrong := [field for field in shown if not is_field_good(field)]:
            wrong[0].editor.setFocus()
            return None
        try:
            return self.printer()
        except Refused as refusal:
            self.refuse(refusal)
        return None

    def _make_fields(self) -> None:
        self.link = ChoiceField(
            tr("Connection"),
            (
                (Link.SYSTEM, tr("A printer of the system")), (Link.NETWORK, tr("Network")),
                (Link.USB, tr("USB")), (Link.SERIAL, tr("Serial port")),
            ),
        )  # fmt: skip
        self.host = TextField(tr("Address"), longest=LONGEST_HOST, hint="192.168.1.50")
        self.port = QuantityField(tr("Port"), smallest=1, largest=65535)
        self.place = ChoiceField(tr("Printer"), ())
        words = tr("{speed} bits a second")
        self.speed = ChoiceField(
            tr("Speed"), [(str(one), words.format(speed=one)) for one in SPEEDS]
        )
        words = tr("{width} mm, {columns} characters a line")
        self.roll = ChoiceField(
            tr("Roll"),
            [
                (f"{roll} {columns}", words.format(width=roll, columns=columns))
                for roll in sorted(COLUMNS, reverse=True)
                for columns in COLUMNS[roll]
            ],
        )
        named = {"default": tr("Epson and most others"), "simple": tr("Letters of English only")}
        self.model = ChoiceField(tr("Model"), [(one, named.get(one, one)) for one in MODELS])
        self.drawer = ChoiceField(
            tr("Drawer"),
            (
                ("0", tr("It opens with its key")), ("2", tr("At the printer, pin 2")),
                ("5", tr("At the printer, pin 5")),
            ),
        )  # fmt: skip
        self.asked = SwitchField(tr("Ask the printer for paper and cover"))

    def _fields(self) -> tuple[Field[str] | Field[int] | Field[bool], ...]:
        return (
            self.link, self.host, self.port, self.place, self.speed, self.roll, self.model,
            self.drawer, self.asked,
        )  # fmt: skip

    def _show(self, printer: ReceiptPrinter) -> None:
        is_network = printer.link is Link.NETWORK
        self.link.show_value(printer.link)
        self.host.show_value(printer.address if is_network else "")
        self.port.show_value(printer.port if is_network else NETWORK_PORT)
        self.speed.show_value(str(printer.speed))
        self.roll.show_value(f"{printer.roll} {printer.columns}")
        self.model.show_value(printer.model)
        self.drawer.show_value(str(printer.drawer))
        self.asked.show_value(printer.is_asked)
        self._show_link()

    def _show_link(self) -> None:
        """Show the fields that this way needs, and look for what is plugged in."""
        link = Link(self.link.value())
        is_driven = link is not Link.SYSTEM
        for field, is_shown in (
            (self.host, link is Link.NETWORK), (self.port, link is Link.NETWORK),
            (self.place, link in _FOUND), (self.speed, link is Link.SERIAL),
            (self.model, is_driven), (self.drawer, is_driven), (self.asked, is_driven),
        ):  # fmt: skip
            field.setVisible(is_shown)
        self.hint.setText(
            tr("Switch this off only for a printer that prints and never answers.")
            if is_driven else tr("It is chosen under “Printer of receipts”.")
        )  # fmt: skip
        if link in _FOUND:
            self.place.name(tr("Printer") if link is Link.USB else tr("Serial port"))
            self._offer({})
            self.start(self.look)

    def _offer(self, found: dict[str, str]) -> None:
        kept = self.chosen
        if kept.link == self.link.value():
            found.setdefault(kept.address, "")
        choices = [(key, f"{words} ({key})" if words else key) for key, words in found.items()]
        self.place.show_choices(choices or [("", tr("None was found"))])
        if kept.link == self.link.value() and not self.place.value():
            self.place.show_value(kept.address)


def sample(context: PageContext) -> StripDocument:
    """Return a receipt of nothing sold, as it is printed."""
    speech = context.speech()
    register = context.register.name if context.register else tr("Till")
    sold = sample_receipt(
        context.store, speech, context.format.instant(), register=register, cashier=context.me.name
    )
    return receipts.document(sold, speech)


def outcome(printer: ReceiptPrinter) -> str:
    """Say what is known of a receipt that was printed."""
    if printer.is_driven and printer.is_asked:
        return tr("Printed: the printer answered, has paper and is closed.")
    return tr("Sent to the printer.")
