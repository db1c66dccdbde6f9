"""Prints reports of shifts as PDF, as the window does, and reads their text again."""

import asyncio
from decimal import Decimal

import pypdfium2
from PySide6.QtWidgets import QApplication

from storedesk import api
from storedesk.documents import shift_reports
from storedesk.ui.context import speech_of
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.paper.printing import RECEIPT, to_pdf
from tests.week.drawer_sums import DRAWER_TAXES as TAXES
from tests.week.drawer_sums import DRAWER_TENDERS as TENDERS

METHODS = {"cash": "Cash", "credit_card": "Card", "paypal": "PayPal"}


def printed(report, path, zone):
    """Print the X or Z report of a shift; return the text of the PDF, its spaces made one each."""
    app = QApplication.instance() or QApplication([])
    html = shift_reports.html(report, speech_of(Format("en_US", zone)))
    asyncio.run(to_pdf(html, path, RECEIPT))
    app.processEvents()
    document = pypdfium2.PdfDocument(path)
    try:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return " ".join(text.replace("\u2060", "").replace("\u2212", "-").split())


def wrongs_of(shop, sums, folder):
    """Print the reports of all shifts, and list what of the rows does not stand on the paper."""
    wrongs = []
    with shop.entered("cyd") as manager:
        for shift in sums.shifts():
            with manager.reading() as session:
                report = api.shifts.shift_report(session, shift)
            path = folder / f"{shift}.pdf"
            text = printed(report, path, shop.zone.key)
            wrongs += [
                f"{path.name} lacks {words!r}"
                for words in _wanted(sums, shift)
                if words not in text
            ]
    return wrongs


def _wanted(sums, shift):
    """Return what has to stand on the paper of a shift, by the rows."""
    given = sums.drawer(shift)
    floated, sales, gross, returns, returned, paid_in, paid_out, openings, z_number = given[:9]
    counted, difference, expected = given[9:]
    yield f"Z report {z_number}" if z_number else "X report"
    yield f"Sales {sales} Sold {_money(gross)}"
    if returns:
        yield f"Came back ({returns}) {_money(-returned)}"
    yield f"Float {_money(floated)}"
    for words, amount in (("Paid in", paid_in), ("Paid out", paid_out)):
        if amount:
            yield f"{words} {_money(amount)}"
    if openings:
        yield f"Opened without a sale {openings}"
    if counted is not None:
        yield f"Expected in the drawer {_money(expected)}"
        yield f"Counted {_money(counted)}"
        yield f"Difference {_money(difference)}"
    for method, (taken, refunded, count, _) in sums.of_shift(TENDERS, shift).items():
        yield f"{METHODS[method]} ({count}) {_money(taken)}"
        if refunded:
            yield f"{METHODS[method]} given back {_money(refunded)}"
    for named, (_, tax) in sums.of_shift(TAXES, shift).items():
        name, rate = named.rsplit("/", 1)
        percent = (Decimal(rate) * 100).normalize()
        yield f"{name} {percent:f}% {_money(tax)}"


def _money(amount):
    sign = "-" if amount < 0 else ""
    return f"{sign}${abs(amount):,.2f}"
