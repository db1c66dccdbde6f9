"""Print strips of paper where this computer prints them: at a receipt printer, or the system's."""

from dataclasses import dataclass, replace

from storedesk.documents.strip import StripDocument
from storedesk.documents.strip_rows import as_rows
from storedesk.domain.receipt_printers import SYSTEM, ReceiptPrinter
from storedesk.ui.kit.paper.print_service import RECEIPT_SERVICE
from storedesk.ui.kit.paper.printing import RECEIPT, RECEIPT_58, Page, to_printer

_PAGES = {80: RECEIPT, 58: RECEIPT_58}


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

    async def print(self, document: StripDocument, *, opens_drawer: bool = False) -> None:
        """Print a strip, and open the drawer where a receipt printer can.

        Unavailable: no_printer, no_system_printer, printer_silent; of a receipt printer see
        `adapters.receipt_printers.writing.send`.
        """
        if not self.device.is_driven:
            await to_printer(document.html, self.page, printer=self.printer)
            return
        await RECEIPT_SERVICE.print(
            {
                "device": self.device.as_table(), "printer": self.device.place,
                "rows": as_rows(document.parts), "barcode": document.barcode,
                "opens_drawer": opens_drawer,
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
