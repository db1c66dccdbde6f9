import pytest
from PySide6.QtGui import QImage

from storedesk.domain.errors import Unavailable
from storedesk.ui.kit.printing import RECEIPT, Preview, to_pdf, to_printer

ROWS = "".join(f"<tr><td>Line {at}</td><td align='right'>$1.00</td></tr>" for at in range(120))
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
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_document(f"<p>x</p><img src='{address.format(tmp_path / 'red.png')}'>")
    seen = preview.grab().toImage()
    colours = {seen.pixelColor(x, y).name() for x in range(50, 200) for y in range(50, 200)}
    assert "#ff0000" not in colours


async def test_a_document_opens_no_device(tmp_path):
    html = "<img src='/dev/zero'><link rel='stylesheet' href='/dev/zero'><p>x</p>"
    assert await to_pdf(html, tmp_path / "x.pdf") == 1


async def test_no_printer_is_said_in_words():
    with pytest.raises(Unavailable, match="printer"):
        await to_printer("<p>x</p>", printer="there is no such printer")


def test_the_preview_shows_black_on_white_in_every_scheme(qtbot):
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_document("<h1>Receipt</h1>", RECEIPT)
    picture = preview.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    shades = {picture.pixelColor(x, y).value() for x in range(200) for y in range(60)}
    assert max(shades) == 255
    assert min(shades) < 60
    assert "Receipt" in preview.accessibleDescription()
