import asyncio
import socket
import threading
import time
from contextlib import suppress
from unittest.mock import Mock

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.ui.kit.paper import printing
from storedesk.ui.kit.paper.print_service import PrintService
from storedesk.ui.kit.paper.printing import RECEIPT, PrintPreview, to_pdf, to_printer

ROWS = "".join(f"<tr><td>Line {at}</td><td align='right'>$1.00</td></tr>" for at in range(120))
JOB = {"html": "<p>x</p>", "paper": "a4", "margin": 10, "title": "", "printer": "", "pictures": {}}
LONG = f"<h1>Packing slip</h1><table width='100%'>{ROWS}</table>"


async def test_a_long_document_becomes_a_pdf_of_several_pages(tmp_path):
    path = tmp_path / "slip.pdf"
    pages = await to_pdf(LONG, path)
    written = path.read_bytes()
    assert pages > 1
    assert written.startswith(b"%PDF")
    assert written.count(b"/Type /Page\n") == pages


async def test_a_receipt_is_one_page_as_long_as_it_must_be(tmp_path):
    assert await to_pdf(LONG, tmp_path / "receipt.pdf", RECEIPT) == 1


@pytest.mark.parametrize("address", ["{}", "file://{}", "file:{}"])
def test_a_document_loads_no_picture(address, tmp_path, qtbot):
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(0xFFFF0000)
    picture.save(str(tmp_path / "red.png"))
    preview = PrintPreview()
    qtbot.addWidget(preview)
    preview.show_document(f"<p>x</p><img src='{address.format(tmp_path / 'red.png')}'>")
    seen = preview.grab().toImage()
    colors = {seen.pixelColor(x, y).name() for x in range(50, 200) for y in range(50, 200)}
    assert "#ff0000" not in colors


async def test_a_document_opens_no_device(tmp_path):
    html = "<img src='/dev/zero'><link rel='stylesheet' href='/dev/zero'><p>x</p>"
    assert await to_pdf(html, tmp_path / "x.pdf") == 1


async def test_no_printer_is_said_in_words():
    with pytest.raises(Unavailable, match="no printer called Upstairs on this computer"):
        await to_printer("<p>x</p>", printer="Upstairs")


async def test_no_printer_at_all_is_said_without_a_hole(monkeypatch, tmp_path):
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody.sock"))
    service = PrintService()
    try:
        with pytest.raises(Unavailable, match=r"^This computer has no printer\.$"):
            await service.print(JOB)
    finally:
        service.close()


class SilentService:
    """A print service that takes every connection and never says a word."""

    def __init__(self):
        self.access = socket.create_server(("127.0.0.1", 0))
        self.guests = []
        self.thread = threading.Thread(target=self._take, daemon=True)
        self.thread.start()

    @property
    def address(self):
        return f"127.0.0.1:{self.access.getsockname()[1]}"

    def _take(self):
        with suppress(OSError):
            while True:
                self.guests.append(self.access.accept()[0])

    def close(self):
        self.access.shutdown(socket.SHUT_RDWR)
        self.access.close()
        self.thread.join()
        for guest in self.guests:
            guest.close()


async def test_a_print_service_that_never_answers_does_not_stop_the_window(monkeypatch):
    silent = SilentService()
    monkeypatch.setenv("CUPS_SERVER", silent.address)
    service = PrintService(silence=3)
    longest = 0.0
    try:
        for _ in range(2):  # and the next receipt is tried anew
            printing = asyncio.ensure_future(service.print(JOB))
            while not printing.done():
                before = time.monotonic()
                await asyncio.sleep(0.01)
                longest = max(longest, time.monotonic() - before)
            with pytest.raises(Unavailable, match=r"^The printer does not answer\.$"):
                await printing
        assert silent.guests, "the print service was never asked"
        assert longest < 3, "the window stood still"
    finally:
        service.close()
        silent.close()


async def test_a_document_that_cannot_be_written_says_why(tmp_path):
    with pytest.raises(Refused, match="cannot be written"):
        await to_pdf("<p>x</p>", tmp_path / "no such folder" / "x.pdf")


async def test_a_pdf_has_a_name(tmp_path):
    await to_pdf("<p>x</p>", tmp_path / "x.pdf", title="Receipt ORD-2026-000001")
    document = pypdfium2.PdfDocument(tmp_path / "x.pdf")
    assert document.get_metadata_value("Title") == "Receipt ORD-2026-000001"
    document.close()


async def test_a_pdf_has_the_name_of_its_document_unless_another_is_said(tmp_path):
    html = (
        "<html><head><title>Receipt ORD-2026-000123 &amp; more</title></head><body>x</body></html>"
    )
    await to_pdf(html, tmp_path / "x.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "x.pdf")
    assert document.get_metadata_value("Title") == "Receipt ORD-2026-000123 & more"
    document.close()


@pytest.mark.usefixtures("qapp")
def test_the_pages_of_a_job_are_told_one_by_one(monkeypatch, tmp_path):
    class ToFile(QPrinter):
        def __init__(self, _info, mode):
            super().__init__(mode)
            self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            self.setOutputFileName(str(tmp_path / "printed.pdf"))

    monkeypatch.setattr(printing, "QPrinter", ToFile)
    known = Mock(defaultPrinter=lambda: Mock(isNull=lambda: False))
    monkeypatch.setattr(printing, "QPrinterInfo", known)
    named = "<html><head><title>Slips</title></head>" + LONG
    pages = list(printing.print_pages(JOB | {"html": named, "title": ""}))

    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert pages == list(range(1, len(document) + 1))
    assert len(pages) > 1
    assert document.get_metadata_value("Title") == "Slips"
    document.close()


def test_the_preview_shows_black_on_white_in_every_scheme(qtbot):
    preview = PrintPreview()
    qtbot.addWidget(preview)
    preview.show_document("<h1>Receipt</h1>", RECEIPT)
    picture = preview.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    shades = {picture.pixelColor(x, y).value() for x in range(200) for y in range(60)}
    assert max(shades) == 255
    assert min(shades) < 60
    assert "Receipt" in preview.accessibleDescription()


async def test_what_a_pdf_says_can_be_copied_and_searched(tmp_path):
    words = ("Came back (2) -$97.43", "Table [A-4] {x} 10:30 @ 3 x 4 + 5 = 17")
    bold = "".join(f"<p>{one}</p><p><b>{one}</b></p>" for one in words)
    await to_pdf(bold, tmp_path / "report.pdf", RECEIPT)
    document = pypdfium2.PdfDocument(tmp_path / "report.pdf")
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert [line for line in text.splitlines() if line] == [one for one in words for _ in range(2)]
