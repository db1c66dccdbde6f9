"""What the system's printers print on a roll: with barcodes that a scanner reads off it."""

from dataclasses import replace
from datetime import datetime

import pypdfium2
import pytest
import zxingcpp

from storedesk.documents import gift_cards, receipts
from storedesk.documents.gift_cards import GiftSlip
from storedesk.documents.strip import Barcode, StripDocument
from storedesk.domain.receipt_printers import SYSTEM
from storedesk.domain.values.money import Money
from storedesk.ui.kit.paper.printing import to_pdf
from storedesk.ui.kit.paper.receipt_paper import ReceiptPaper
from tests.documents.test_receipts import SPEECH, receipt

pytestmark = pytest.mark.usefixtures("qapp")
CODE = "GC4E-PCNA-226L-FBZH-897N"
SLIP = GiftSlip(
    "Corner Books", "SC-000042", Money.of(25, "USD"), datetime.fromisoformat("2026-11-24T14:17"),
    code=CODE,
)  # fmt: skip


async def read(document, paper, file):
    """Print a strip as a printer of receipts does, and return what a scanner reads off it."""
    await to_pdf(paper.html(document), file, paper.page)
    page = pypdfium2.PdfDocument(file)[0]
    picture = page.render(scale=203.2 / 72).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("roll", [58, 80])
async def test_the_number_of_a_receipt_and_the_code_of_a_gift_card_are_scanned(roll, tmp_path):
    paper = ReceiptPaper("", replace(SYSTEM, roll=roll))
    sold = receipt()
    assert await read(receipts.document(sold, SPEECH), paper, tmp_path / "receipt.pdf") == [
        sold.order_number
    ]
    slip = gift_cards.document(SLIP, SPEECH)
    assert await read(slip, paper, tmp_path / "slip.pdf") == [CODE.replace("-", "")]


def test_what_no_barcode_can_hold_is_left_out():
    paper = ReceiptPaper("", replace(SYSTEM, roll=58))
    for text in ("x" * 60, "Größe", ""):
        assert "<img" not in paper.html(StripDocument("", (Barcode(text),)))
