"""Turn the HTML subset of `documents/` into a PDF, a print or a preview."""

import asyncio
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPaintEvent,
    QPalette,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from storedesk.documents.strip import png_of
from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.paper.barcode import png
from storedesk.ui.kit.paper.print_service import SERVICE, PrintJob
from storedesk.whole_file import write_whole

DPI = 300
MM = DPI / 25.4


class Paper(StrEnum):
    """What is printed on."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"
    ROLL_80 = "roll_80"
    ROLL_58 = "roll_58"


@dataclass(frozen=True, slots=True)
class Page:
    """A paper and its margin in millimetres. A roll is cut where the document ends."""

    paper: Paper = Paper.A4
    margin: float = 15.0


Pictures: TypeAlias = Mapping[str, QImage]
NO_PICTURES: Pictures = MappingProxyType({})
LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "CL", "CO", "PH"})
RECEIPT, RECEIPT_58 = Page(Paper.ROLL_80, 4.0), Page(Paper.ROLL_58, 5.0)
"""Rolls, whose printers print on 72 and 48 mm of them."""
A5 = Page(Paper.A5, 10.0)
_SIZES = {
    Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4), Paper.A5: (148.0, 210.0),
    Paper.ROLL_80: (80.0, 297.0), Paper.ROLL_58: (58.0, 297.0),
}  # fmt: skip
_ROLLS = frozenset({Paper.ROLL_80, Paper.ROLL_58})


class Sheet(QTextDocument):
    """A document that loads nothing: no picture but ours, no style sheet, no file, no address.

    `pictures` are drawn by the program itself, by the names that the HTML calls them by.
    Sizes in its HTML are in points or per cent: a pixel is a different thing on every paper.
    """

    def __init__(self, html: str, page: Page, pictures: Pictures = NO_PICTURES) -> None:
        super().__init__()
        self.page, self._pictures = page, pictures
        face = QFont(theme.FAMILY)
        face.setPointSizeF(10)  # points, as paper and screen differ in their pixels
        face.setFeature(QFont.Tag("calt"), 0)  # its other brackets have no text in a PDF
        self.setDefaultFont(face)
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setHtml(html)

    def title(self) -> str:
        """Return the document's own name: that of its print job, and of its PDF."""
        return self.metaInformation(QTextDocument.MetaInformation.DocumentTitle)

    def loadResource(self, _type: int, name: QUrl | str) -> Any:
        """Answer Qt: one of our pictures, or a picture of nothing, whatever the text asks for.

        Not None: then Qt would open the file of that name by itself.
        """
        called = name if isinstance(name, str) else name.toString()
        known = self._pictures.get(called)
        if known is None:
            known = QImage.fromData(png_of(called), "PNG")  # type: ignore[arg-type]
        if not known.isNull():
            return known
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing

    def fit(self, device: QPagedPaintDevice) -> QSizeF:
        """Break the document into pages of `device`; return the size of their printable part."""
        area = QSizeF(device.width(), device.height())
        self.documentLayout().setPaintDevice(device)
        self.setPageSize(area)
        return area


def page_for(country: str) -> Page:
    """Return the usual paper of a country."""
    return Page(Paper.LETTER if country in LETTER_COUNTRIES else Paper.A4)


async def to_pdf(
    html: str,
    path: Path,
    page: Page | None = None,
    *,
    title: str = "",
    pictures: Pictures = NO_PICTURES,
) -> int:
    """Write a PDF, a page at a time between two frames; return how many pages it has.

    It is made in memory and written beside the window: a share may not answer. Refused:
    file_not_written.
    """
    sheet = Sheet(html, page or Page(), pictures)
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(written)
    writer.setResolution(DPI)
    writer.setCreator("StoreDesk")
    writer.setTitle(title or sheet.title() or path.stem)
    _set_up(writer, sheet)
    for _ in _painted(sheet, writer):
        await asyncio.sleep(0)  # a long document does not freeze the window
    await asyncio.to_thread(write_whole, path, bytes(written.data().data()))
    return sheet.pageCount()


async def to_printer(
    html: str,
    page: Page | None = None,
    *,
    title: str = "",
    printer: str = "",
    pictures: Pictures = NO_PICTURES,
) -> int:
    """Print without a dialog, on the printer of that name or the system's own.

    The window goes on meanwhile. Unavailable: no_printer, no_system_printer; printer_silent.
    """
    page = page or Page()
    return await SERVICE.print(
        {
            "html": html, "paper": page.paper.value, "margin": page.margin, "title": title,
            "printer": printer,
            "pictures": {name: b64encode(png(one)).decode() for name, one in pictures.items()},
        }
    )  # fmt: skip


def print_pages(job: PrintJob) -> Iterator[int]:
    """Print what `to_printer` was given, in a process that may wait; tell each page as it is done.

    Unavailable: no_printer, no_system_printer.
    """
    name = job["printer"]
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    if info.isNull():
        raise no_printer(name)
    pictures = {name: QImage.fromData(b64decode(png)) for name, png in job["pictures"].items()}
    sheet = Sheet(job["html"], Page(Paper(job["paper"]), job["margin"]), pictures)
    device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    device.setResolution(DPI)
    device.setDocName(job["title"] or sheet.title() or "StoreDesk")
    device.setCreator("StoreDesk")
    _set_up(device, sheet)
    yield from _painted(sheet, device)


def no_printer(name: str) -> Unavailable:
    """Say that there is no printer of that name, or none at all."""
    return Unavailable("no_printer", printer=name) if name else Unavailable("no_system_printer")


def _set_up(device: QPagedPaintDevice, sheet: Sheet) -> None:
    width, height = _SIZES[sheet.page.paper]
    margin = sheet.page.margin
    if sheet.page.paper in _ROLLS:
        sheet.documentLayout().setPaintDevice(device)
        sheet.setTextWidth((width - 2 * margin) * MM)
        height = sheet.size().height() / MM + 2 * margin + 1
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter)
    margins = QMarginsF(margin, margin, margin, margin)
    portrait = QPageLayout.Orientation.Portrait
    device.setPageLayout(QPageLayout(size, portrait, margins, QPageLayout.Unit.Millimeter))


def _painted(sheet: Sheet, device: QPagedPaintDevice) -> Iterator[int]:
    """Paint page after page; yield the number of each one, from 1, when it is done."""
    area = sheet.fit(device)
    painter = QPainter()
    if not painter.begin(device):
        raise no_printer(device.printerName() if isinstance(device, QPrinter) else "")
    try:
        for number in range(sheet.pageCount()):
            if number:
                device.newPage()
            _paint_page(painter, sheet, area, number)
            yield number + 1
    finally:
        painter.end()


def _paint_page(painter: QPainter, sheet: Sheet, area: QSizeF, number: int) -> None:
    """Draw one page in black, whatever the scheme of the screen is."""
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(Qt.GlobalColor.black))
    context.palette = palette
    top = number * area.height()
    context.clip = QRectF(0, top, area.width(), area.height())
    painter.save()
    painter.translate(0, -top)
    painter.setClipRect(context.clip)
    sheet.documentLayout().draw(painter, context)
    painter.restore()


class PrintPreview(QWidget):
    """Shows a document as its paper will look: black on white, one page below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: Sheet | None = None
        self._scale = 1.0
        self.setAccessibleName(tr("Preview"))

    def show_document(
        self,
        html: str,
        page: Page | None = None,
        *,
        pictures: Pictures = NO_PICTURES,
        scale: float = 1.0,
    ) -> None:
        """Show `html`, smaller than it is on paper by a `scale` below 1."""
        self._sheet = Sheet(html, page or Page(), pictures)
        width, height = _SIZES[self._sheet.page.paper]
        dots = self.logicalDpiX() / 25.4
        margin = self._sheet.page.margin * dots
        self._sheet.setDocumentMargin(margin)
        if self._sheet.page.paper in _ROLLS:
            self._sheet.setTextWidth(width * dots)
        else:
            self._sheet.setPageSize(QSizeF(width * dots, height * dots))
        self._scale = scale
        self.setFixedSize((self._sheet.size() * scale).toSize())
        self.setAccessibleDescription(self._sheet.toPlainText())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Answer Qt: paper, and what is on it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        if self._sheet:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.scale(self._scale, self._scale)
            context = QAbstractTextDocumentLayout.PaintContext()
            context.clip = QRectF(QPointF(), self._sheet.size())
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.Text, QColor(Qt.GlobalColor.black))
            context.palette = palette
            self._sheet.documentLayout().draw(painter, context)
