"""Slips and pick lists on paper: the barcode is read back from the PDF as it would be printed."""

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from storedesk.documents import barcodes
from storedesk.domain.print_purposes import Purpose
from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.paper.barcode import bars
from storedesk.ui.kit.paper.print_service import SERVICE
from storedesk.ui.kit.paper.printer_list import PRINTERS
from storedesk.ui.orders import printing
from storedesk.ui.orders.printing import PrintDialog
from storedesk.ui.orders.view import OrdersView
from storedesk.ui.orders.waiting_slips import WaitingSlips
from tests.ui.preferences.test_printing import PrintQueues

MM = 25.4 / 72


@pytest.fixture
def saved_to(monkeypatch, tmp_path):
    """Choose where a PDF is saved, as a person would in the file dialog."""
    path = tmp_path / "orders.pdf"

    async def choose(*_, **__):
        return path

    monkeypatch.setattr(printing, "choose_file", choose)
    return path


@pytest.fixture
def queues(monkeypatch):
    made = PrintQueues("Brother")
    monkeypatch.setattr(SERVICE, "printers", made.printers)
    monkeypatch.setattr(SERVICE, "print", made.print)
    yield made
    PRINTERS.names = None


def pages(path):
    for page in pypdfium2.PdfDocument(path):
        picture = page.render(scale=203 / 72).to_pil()  # what a plain office printer does
        yield page, [code.text for code in zxingcpp.read_barcodes(picture)]


async def test_ticked_orders_become_one_pdf_with_a_page_and_a_readable_barcode_each(
    hands_of, ordered, saved_to
):
    keys = [
        ordered("MUG", "CUP", status="confirmed", at=f"2026-11-{day} 10:00",
                address={"recipient": "<b>Zoë</b> & Co"})
        for day in (18, 19, 20)
    ]  # fmt: skip
    hands = await hands_of("ada")
    hands.page.table.selectAll()
    hands.begin("print")
    dialog = await hands.dialog(PrintDialog)
    dialog.save.click()
    await dialog.idle()
    await hands.idle()

    assert hands.page.note.text() == "Saved as orders.pdf."
    found = list(pages(saved_to))
    assert [codes for _, codes in found] == [[], *([ordered.number(key)] for key in keys)]
    text = found[1][0].get_textpage()
    said = text.get_text_range()
    assert "<b>Zoë</b> & Co" in said
    left, _, _, top = text.get_charbox(said.index("<b>Zoë"))
    assert 24 < left * MM < 30
    assert 62 < (found[1][0].get_height() - top) * MM < 68


async def test_without_a_printer_it_is_said_and_the_dialog_stays(hands_of, ordered):
    ordered(status="confirmed")
    hands = await hands_of("ada")
    hands.page.table.selectRow(0)
    hands.begin("print")
    dialog = await hands.dialog(PrintDialog)
    dialog.print.click()
    await dialog.idle()
    assert "printer" in dialog.problem.text()
    dialog.pick.setChecked(False)
    dialog.slips.setChecked(False)
    dialog.print.click()
    await dialog.idle()
    assert dialog.problem.text()
    dialog.reject()
    await hands.idle()


async def test_slips_that_were_not_printed_wait_on_the_page_until_they_are(
    hands_of, ordered, queues
):
    keys = [ordered(status="confirmed"), ordered(status="confirmed")]
    hands = await hands_of("ada")
    page = hands.page
    assert page.slips.banner.isHidden()
    queues.names[:] = []
    page.table.selectAll()
    hands.begin("print")
    dialog = await hands.dialog(PrintDialog)
    dialog.print.click()
    await dialog.idle()
    dialog.reject()
    await hands.idle()
    assert page.slips.banner.text() == "The slips of 2 orders were not printed."
    again = OrdersView(replace(page.context, actions=Actions()))
    assert again.slips.banner.text() == page.slips.banner.text()
    again.stop()

    queues.names[:] = ["Brother"]
    hands.begin("print_waiting")
    dialog = await hands.dialog(PrintDialog)
    dialog.print.click()
    await hands.idle()
    (job,) = queues.jobs
    assert all(ordered.number(key) in job["html"] for key in keys)
    assert page.slips.banner.isHidden()
    assert page.note.text() == "Sent to the printer."


async def test_a_pick_list_alone_leaves_the_slips_that_wait(hands_of, ordered, queues):
    key = ordered(status="confirmed")
    hands = await hands_of("ada")
    waiting = WaitingSlips(hands.page.context)
    for known in ([], [key]):
        waiting.add(known)
        hands.page.table.selectAll()
        for names, ends in (([], False), (["Brother"], True)):
            queues.names[:] = names
            hands.begin("print")
            dialog = await hands.dialog(PrintDialog)
            dialog.slips.setChecked(False)
            dialog.print.click()
            await dialog.idle()
            if not ends:
                dialog.reject()
            await hands.idle()
            assert waiting.ids() == known


async def test_another_printer_is_offered_and_who_puts_the_banner_away_forgets_them(
    hands_of, ordered, queues
):
    ordered(status="confirmed")
    hands = await hands_of("ada")
    page = hands.page
    page.context.comfort.choose_for(Purpose.SLIPS, printer="Epson")
    page.table.selectRow(0)
    hands.begin("print")
    dialog = await hands.dialog(PrintDialog)
    dialog.print.click()
    await dialog.idle()
    assert dialog.problem.text() == "There is no printer called Epson on this computer."
    assert dialog.other.chosen() == "Brother"
    dialog.reject()
    await hands.idle()
    page.slips.banner.shut.click()
    assert WaitingSlips(page.context).ids() == []
    hands.begin("print")
    dialog = await hands.dialog(PrintDialog)
    dialog.print.click()
    await dialog.idle()
    dialog.print.click()
    await hands.idle()
    assert [one["printer"] for one in queues.jobs] == ["Brother"]
    assert page.slips.banner.isHidden()


@pytest.mark.parametrize("text", ["ORD-2026-000001", "ORD-2026-1000000", "A"])
def test_a_barcode_is_read_as_it_was_written(text):
    picture = bars(barcodes.code_128(text))
    view = memoryview(picture.constBits()).cast("B", (picture.height(), picture.bytesPerLine()))
    assert [code.text for code in zxingcpp.read_barcodes(view)] == [text]
