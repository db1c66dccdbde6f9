"""A logo stands on papers in its size, and nothing that people write can name a picture."""

import io
from base64 import b64encode
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QSizeF, QUrl
from PySide6.QtGui import QTextDocument

from storedesk.adapters.files.logos import logo_of
from storedesk.documents import packing_slips, receipts, shift_reports
from storedesk.documents.strip import PICTURE
from storedesk.domain.logo import DOTS_PER_MM
from storedesk.ui.kit.paper.printing import RECEIPT, Page, PrintPreview, Sheet, to_pdf
from tests.documents import test_packing_slips as slips
from tests.documents import test_receipts as strips


def made(width, height):
    file = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(file, "PNG")
    return logo_of(file.getvalue())


LOGO = made(640, 240)
TALL = made(240, 240)


def resource(sheet, name):
    return sheet.resource(QTextDocument.ResourceType.ImageResource, QUrl(name))


def test_it_is_black_on_a_receipt_and_as_wide_as_its_dots(qtbot):
    speech = replace(strips.SPEECH, logo=LOGO)
    preview = PrintPreview()
    qtbot.addWidget(preview)
    preview.show_document(receipts.html(strips.receipt(), speech), RECEIPT)
    seen = preview.grab().toImage().scaled(preview.size())
    top = round(preview.height() * 0.06)
    black = [x for x in range(seen.width()) if seen.pixelColor(x, top).lightness() < 40]
    wide = 48 / 25.4 * preview.logicalDpiX()
    assert len(black) == pytest.approx(wide, abs=2)
    assert sum(black) / len(black) == pytest.approx(seen.width() / 2, abs=2)


@pytest.mark.parametrize(
    "html",
    [
        lambda speech: receipts.html(strips.receipt(), speech),
        lambda speech: shift_reports.html(strips.report(), speech),
        lambda speech: shift_reports.day_html(strips.day(), speech, "24 Nov 2026"),
    ],
)
def test_strips_have_it_once_and_only_where_there_is_one(html):
    name = PICTURE + b64encode(LOGO.strip).decode()
    assert html(replace(strips.SPEECH, logo=LOGO)).count(name) == 1
    assert PICTURE not in html(strips.SPEECH)


@pytest.mark.parametrize("logo", [LOGO, TALL])
def test_the_address_of_a_slip_stays_in_the_window_of_its_envelope(logo):
    def place(speech):
        sheet = Sheet(packing_slips.html([slips.order()], slips.STORE, speech), Page())
        sheet.setPageSize(QSizeF(794, 1123))
        block = sheet.find("12 Long Road").block()
        return sheet.documentLayout().blockBoundingRect(block).topLeft()

    assert place(replace(slips.SPEECH, logo=logo)) == place(slips.SPEECH)


async def test_a_pdf_has_it(tmp_path):
    path = tmp_path / "drawn.pdf"
    speech = replace(strips.SPEECH, logo=LOGO)
    await to_pdf(receipts.html(strips.receipt(), speech), path, RECEIPT)
    page = pypdfium2.PdfDocument(path)[0].render(scale=DOTS_PER_MM * 25.4 / 72).to_pil()
    black = page.convert("L").crop((0, 60, page.width, 61)).histogram()[0]
    assert black == pytest.approx(384, abs=3)


def test_a_name_that_a_person_wrote_names_no_picture():
    evil = f"<img src='{PICTURE}{b64encode(LOGO.strip).decode()}'/>"
    speech = replace(strips.SPEECH, logo=LOGO)
    assert receipts.html(strips.receipt(store_name=evil), speech).count("<img") == 1


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<svg/>", LOGO.strip[:60]])
def test_what_is_no_picture_is_a_picture_of_nothing(content):
    sheet = Sheet("", Page())
    assert resource(sheet, PICTURE + b64encode(content).decode()).width() == 1
    for name in ("A", "no base64!", "=", ""):
        assert resource(sheet, PICTURE + name).width() == 1
