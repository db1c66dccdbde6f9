"""Write a strip of paper as ESC/POS, the language of receipt printers.

python-escpos reads its table of printers when it is imported, and writes a copy of it to a
temporary folder: only the process that prints imports this module.
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import redirect_stdout
from io import BytesIO, StringIO
from typing import Any

from escpos.magicencode import Encoder, MagicEncode
from escpos.printer import Dummy
from PIL import Image

from storedesk.documents.barcodes import code_128, is_encodable, qr_code
from storedesk.documents.strip import Barcode, Logo, Part
from storedesk.documents.strip_lines import StripLine, lines
from storedesk.domain.receipt_printers import DOTS, ReceiptPrinter

CODE_PAGES = (
    "CP437", "CP850", "CP852", "CP858", "CP860", "CP863", "CP865", "CP737", "CP857", "CP866",
    "CP1250", "CP1251", "CP1252", "CP1253", "CP1254",
)  # fmt: skip
"""Those that are the same on every printer that has them."""
UNPRINTABLE = "?"
"""Instead of a letter that no code page of the printer has."""
BARS, SQUARE = (3, 2), 6
"""Dots a module of a barcode, the widest that the roll has room for, and of a QR code."""
BAR_HEIGHT = 64


def escpos(parts: Iterable[Part], printer: ReceiptPrinter, *, opens_drawer: bool = False) -> bytes:
    """Return what is sent to a printer: the strip and the cut; the drawer is opened first.

    What is bold is twice as high besides. A letter that the printer has not is a question mark.
    """
    page = _Page(printer)
    with redirect_stdout(StringIO()):  # python-escpos tells there how it draws
        if opens_drawer:
            page.open_drawer()
        for one in lines(parts, printer.columns):
            if isinstance(one, Logo):
                page.picture(Image.open(BytesIO(one.png)))
            elif isinstance(one, Barcode):
                page.barcode(one.text)
            else:
                page.line(one)
        return page.cut()


def drawer_kick(printer: ReceiptPrinter) -> bytes:
    """Return what opens the drawer, and prints nothing; empty where there is none."""
    page = _Page(printer)
    page.open_drawer()
    return bytes(page.device.output)


class _Page:
    """What is written so far."""

    def __init__(self, printer: ReceiptPrinter) -> None:
        self._printer = printer
        self.device: Any = Dummy(profile=printer.model)
        slots = self.device.profile.codePages.items()
        known = {name: int(slot) for slot, name in slots if name in CODE_PAGES} or {"CP437": 0}
        self._pages = _Pages(known)
        self.device.magic = MagicEncode(self.device, encoder=self._pages)
        self.device.hw("INIT")

    def open_drawer(self) -> None:
        """Send the pulse, where there is a drawer."""
        if self._printer.drawer:
            self.device.cashdraw(self._printer.drawer)

    def line(self, line: StripLine) -> None:
        """Print a line; a bold one is twice as high."""
        if line.is_bold:
            self.device.set(bold=True, double_height=True)
        self.device.magic.write(self._known(line.text))
        self.device.text("\n")
        if line.is_bold:
            self.device.set(bold=False, normal_textsize=True)

    def picture(self, image: Image.Image) -> None:
        """Print a picture in the middle."""
        self.device.set(align="center")
        self.device.image(image, impl="bitImageRaster", center=False)
        self.device.set(align="left")

    def barcode(self, text: str) -> None:
        """Print a text as bars, by the printer itself where it can; too long, as a QR code.

        What no scanner would send as it is is left out.
        """
        if not is_encodable(text):
            return
        modules = code_128(text)
        width = next((one for one in BARS if one * len(modules) <= self._dots()), 0)
        if not width:
            self.picture(_drawn(qr_code(text), SQUARE, SQUARE))
        elif not self.device.profile.supports("barcodeB"):
            self.picture(_drawn([modules], width, BAR_HEIGHT))
        else:
            self.device.barcode(
                code_128_sets(text), "CODE128", height=BAR_HEIGHT, width=width, pos="OFF",
                function_type="B",
            )  # fmt: skip
            self.device.set(align="left")

    def _dots(self) -> int:
        """Return how wide a picture may be: as the roll, or as a printer that is narrower."""
        known = self.device.profile.media["width"].get("pixels")
        roll = DOTS[self._printer.roll]
        return min(roll, known) if isinstance(known, int) else roll

    def cut(self) -> bytes:
        """End the page, and return all that is sent."""
        self.device.cut()
        return bytes(self.device.output)

    def _known(self, text: str) -> str:
        """Replace what no code page has: Chinese would put the printer into another mode."""
        return "".join(one if self._pages.has(one) else UNPRINTABLE for one in text)


class _Pages(Encoder):  # type: ignore[misc]
    """The code pages of a printer, by their numbers."""

    def has(self, letter: str) -> bool:
        """Tell whether one of them has a letter."""
        return any(self.can_encode(name, letter) for name in self.codepages)


def code_128_sets(text: str) -> str:
    """Return text for GS k: four digits or more are pairs in set C, the rest stands in set B."""
    made, letters = "", ""
    for part in re.findall(r"(?:[0-9]{2}){2,}|.", text):
        wanted = "{C" if len(part) > 1 else "{B"
        made += wanted if wanted != letters else ""
        letters = wanted
        if wanted == "{C":
            made += "".join(chr(int(part[at : at + 2])) for at in range(0, len(part), 2))
        else:
            made += part.replace("{", "{{")
    return made


def _drawn(rows: Sequence[Sequence[bool]], width: int, height: int) -> Image.Image:
    """Return a picture of rows of modules, each so many dots wide and high."""
    picture = Image.new("1", (len(rows[0]), len(rows)), 1)
    picture.putdata([not is_black for row in rows for is_black in row])
    return picture.resize((len(rows[0]) * width, len(rows) * height), Image.Resampling.NEAREST)
