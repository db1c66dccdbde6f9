"""The receipts whose bytes are kept; `python -m tests.escpos_goldens` writes them anew."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from PIL import Image

from storedesk.documents import gift_receipts, receipts
from storedesk.documents.escpos import escpos
from storedesk.documents.strip import Barcode, Speech
from storedesk.domain.logo import StoreLogo
from storedesk.domain.orders import Payment, ReceiptLine
from storedesk.domain.receipt_printers import Link, ReceiptPrinter
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine, TaxMode
from storedesk.translations import translation
from tests.documents.test_receipts import SPEECH, receipt

FOLDER = Path(__file__).parent / "data" / "escpos"
PRINTER = ReceiptPrinter(link=Link.NETWORK, address="printer.shop")
NARROW = replace(PRINTER, roll=58, columns=32)


def eur(amount):
    return Money.of(amount, "EUR")


GERMAN = Speech(
    translate=translation("de").text,
    money=lambda money: f"{money.amount} €".replace(".", ","),
    moment=lambda when: f"{when:%d.%m.%Y %H:%M}",
    percent=lambda rate: f"{rate * 100:.0f} %",
)


def german():
    return receipt(
        store_name="Müller & Söhne", store_address=("Große Straße 7", "04109 Leipzig"),
        cashier="Jürgen Groß", customer="Łukasz Dvořák", lines=(
            ReceiptLine("„Größe XL“ Käseglocke aus mundgeblasenem Waldglas", "Grün", 1,
                        eur("119.00"), eur("119.00")),
            ReceiptLine("茶 Tee", None, 3, eur("2.00"), eur("6.00")),
        ),
        subtotal=eur("125.00"), shipping=eur(0), tax=eur("19.39"), total=eur("125.00"),
        tax_mode=TaxMode.INCLUSIVE,
        tax_lines=(
            TaxLine("MwSt.", Decimal("0.19"), Decimal("119.00"), Decimal("19.00")),
            TaxLine("MwSt.", Decimal("0.07"), Decimal("6.00"), Decimal("0.39")),
        ),
        payments=(Payment(Method.CARD, eur("125.00"), None, None, "girocard 1234"),),
    )  # fmt: skip


def dots(width, height):
    """A picture with a black frame, as a store's logo."""
    drawn, content = Image.new("1", (width, height), 1), BytesIO()
    drawn.paste(0, (0, 0, width, 4))
    drawn.save(content, "PNG")
    return content.getvalue()


def logo():
    return StoreLogo(page=dots(64, 32), strip=dots(128, 40))


def made():
    """Return the bytes of each receipt by the name of its file."""
    number = "ORD-2026-000007"
    usual = [*receipts.parts(receipt(), SPEECH), Barcode(number)]
    return {
        "us-80": escpos(usual, PRINTER),
        "us-80-42": escpos(usual, replace(PRINTER, columns=42)),
        "us-58-drawer": escpos(
            usual, replace(NARROW, drawer=5), opens_drawer=True
        ),
        "us-80-logo": escpos(
            [*receipts.parts(receipt(), replace(SPEECH, logo=logo())), Barcode(number)], PRINTER
        ),
        "us-58-simple": escpos(usual, replace(NARROW, model="simple")),
        "de-80": escpos([*receipts.parts(german(), GERMAN), Barcode(number)], PRINTER),
        "us-80-gift": escpos(gift_receipts.document(receipt(), SPEECH).parts, PRINTER),
        "de-58-gift": escpos(gift_receipts.document(german(), GERMAN).parts, NARROW),
        "de-58": escpos([*receipts.parts(german(), GERMAN), Barcode(number)], NARROW),
    }  # fmt: skip


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in made().items():
        (FOLDER / f"{name}.bin").write_bytes(content)
