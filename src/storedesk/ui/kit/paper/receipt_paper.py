"""Print strips of paper where this computer prints them: at a receipt printer, or the system's."""

from dataclasses import dataclass, replace

from storedesk.documents.strip import Barcode, Logo, StripDocument, to_html
from storedesk.documents.strip_rows import as_rows
from storedesk.domain.logo import DOTS_PER_MM
from storedesk.domain.receipt_printers import DOTS, SYSTEM, ReceiptPrinter
from storedesk.ui.kit.paper.barcode import bars, png, squares
from storedesk.ui.kit.paper.print_service import RECEIPT_SERVICE
from storedesk.ui.kit.paper.printing import RECEIPT, RECEIPT_58, Page, to_printer

_PAGES = {80: RECEIPT, 58: RECEIPT_58}
BAR, BAR_HEIGHT, SQUARE = 2, 72, 6
"""Dots of the printer: of a module of a barcode, and of a QR code."""
FINER = 4
"""How much finer they are drawn, as the system's programs lay dots where they like."""


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """Where receipts and reports come out of a computer."""

    printer: str = ""
    """A printer of the system; "" is its own."""
    device: ReceiptPrinter = SYSTEM
    """What StoreDesk writes to; of the system's printers the roll."""

    @property
    def page(self) -> Page:
        """The roll, for a picture of the strip."""
        return _PAGES[self.device.roll]

    @property
    def opens_drawer(self) -> bool:
        """Whether the drawer is at a receipt printer."""
        return self.device.is_driven and bool(self.device.drawer)

    def html(self, document: StripDocument) -> str:
        """Return a strip for a preview, a PDF or the system's printers, with its barcodes.

        What no scanner would send as it is is left out.
        """
        dots = DOTS[self.device.roll]
        parts = (
            _drawn(part, dots) if isinstance(part, Barcode) else part for part in document.parts
        )
        return to_html(document.title, (part for part in parts if part is not None))

    async def print(self, document: StripDocument, *, opens_drawer: bool = False) -> None:
        """Print a strip, and open the drawer where a receipt printer can.

        Unavailable: no_printer, no_system_printer, printer_silent; of a receipt printer see
        `adapters.receipt_printers.writing.send`.
        """
        if not self.device.is_driven:
            await to_printer(self.html(document), self.page, printer=self.printer)
            return
        await RECEIPT_SERVICE.print(
            {
                "device": self.device.as_table(), "printer": self.device.place,
                "rows": as_rows(document.parts), "opens_drawer": opens_drawer,
            }
        )  # fmt: skip

    async def kick(self) -> None:
        """Open the drawer and print nothing; nothing happens where no receipt printer can.

        It is not asked for paper: a drawer opens without.
        """
        if self.opens_drawer:
            unasked = replace(self.device, is_asked=False)
            await RECEIPT_SERVICE.print(
                {"kick": True, "device": unasked.as_table(), "printer": self.device.place}
            )


def _drawn(barcode: Barcode, dots: int) -> Logo | None:
    """Return a picture of a barcode whose bars are whole dots of the printer.

    Where the roll has no room for its bars it is a QR code; None where it cannot be one.
    """
    from storedesk.documents import barcodes  # noqa: PLC0415 - native, and rarely needed

    if not barcodes.is_encodable(barcode.text):
        return None
    modules = barcodes.code_128(barcode.text)
    if BAR * len(modules) <= dots:
        picture = bars(modules, width=BAR * FINER, height=BAR_HEIGHT * FINER, has_quiet_zone=False)
    else:
        picture = squares(barcodes.qr_code(barcode.text), SQUARE * FINER)
    return Logo(png(picture), DOTS_PER_MM * FINER)
