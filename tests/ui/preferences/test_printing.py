"""A computer's printers are chosen for what they print, tried, and named where they are gone."""

import pytest

from storedesk.documents.strip import Middle, StripDocument
from storedesk.domain.print_purposes import Purpose
from storedesk.domain.receipt_printers import ReceiptPrinter
from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.kit.base.comfort import Comfort
from storedesk.ui.kit.paper.print_service import SERVICE
from storedesk.ui.kit.paper.printer_list import PRINTERS, PrinterList
from storedesk.ui.kit.paper.printing import Paper
from storedesk.ui.kit.paper.receipt_paper import ReceiptPaper
from storedesk.ui.kit.paper.strip import Strip
from storedesk.ui.preferences import printing
from storedesk.ui.preferences.view import PreferencesView
from storedesk.ui.till.receipts.printed_receipts import PrintedReceipts
from tests.documents.test_receipts import receipt
from tests.ui.contexts import a_context


class PrintQueues:
    """A print service with some printers; keeps what was sent to it."""

    def __init__(self, *names):
        self.names, self.jobs = list(names), []

    async def printers(self):
        return list(self.names)

    async def print(self, job):
        if not (job["printer"] or self.names):
            raise Unavailable("no_system_printer")
        if job["printer"] and job["printer"] not in self.names:
            raise Unavailable("no_printer", printer=job["printer"])
        self.jobs.append(job)
        return 1


@pytest.fixture
def queues(monkeypatch):
    made = PrintQueues("Epson", "Brother")
    monkeypatch.setattr(SERVICE, "printers", made.printers)
    monkeypatch.setattr(SERVICE, "print", made.print)
    yield made
    PRINTERS.names = None


@pytest.fixture
def page(qtbot, signed_in, us, act, queues, tmp_path):
    assert queues.names
    desk, me = signed_in("bob")
    context = a_context(desk, me, us, comfort=Comfort(tmp_path / "window.ini", "bob"))
    page = PreferencesView(context)
    qtbot.addWidget(page)
    page.resize(1190, 700)
    act(page, page.show)
    act(page, page.reload)
    return page


def choose(page, row, name):
    take(page.rows[row].control.printer, name)


def take(chooser, key):
    chooser.setCurrentIndex(chooser.findData(key))
    chooser.activated.emit(chooser.currentIndex())


async def tried(page, *rows):
    for row in rows:
        page.rows[row].control.try_it.click()
        await page.idle()


async def test_a_printer_is_chosen_for_receipts_and_another_for_pages(page, queues, tmp_path):
    assert page.rows["receipts"].control.printer.findData("Brother") >= 0
    choose(page, "receipts", "Epson")
    choose(page, "pages", "Brother")
    again = Comfort(tmp_path / "window.ini", "ann")
    assert (again.receipt_printer, again.page_printer) == ("Epson", "Brother")
    await tried(page, "receipts", "pages")
    assert [(one["printer"], one["paper"]) for one in queues.jobs] == [
        ("Epson", Paper.ROLL_80), ("Brother", Paper.A4)
    ]  # fmt: skip
    assert page.note.text() == "Sent to the printer."


async def test_a_printer_that_is_gone_is_named_and_stays_chosen(page, queues):
    choose(page, "receipts", "Epson")
    assert "no printer" not in page.rows["receipts"].remark.text()
    queues.names.remove("Epson")
    page.reload()
    await page.idle()
    assert page.rows["receipts"].remark.text() == (
        "There is no printer called Epson on this computer."
    )
    assert page.rows["receipts"].control.chosen() == "Epson"
    await tried(page, "receipts")
    assert "no printer called Epson" in page.problem.text()


async def test_a_print_service_that_is_silent_blames_no_printer(page, monkeypatch):
    choose(page, "receipts", "Epson")

    async def silent():
        raise Unavailable("printer_silent", printer="")

    monkeypatch.setattr(SERVICE, "printers", silent)
    page.reload()
    await page.idle()
    assert page.rows["receipts"].remark.text() == page.rows["receipts"].setting.remark
    assert page.problem.text() == ""


async def test_receipts_wait_where_a_computer_prints_only_when_asked(page, queues):
    at_once = page.rows["at_once"].control
    at_once.chosen.emit(False)  # noqa: FBT003 - what the signal says
    assert page._context.prints_receipts is False
    assert page._comfort.prints_receipts is False
    await PrintedReceipts(page._context).print_first(receipt())
    assert queues.jobs == []


async def test_the_process_that_prints_names_the_printers_of_the_system():
    found = PrinterList()
    await found.look()
    assert isinstance(found.names, list)
    assert not found.lacks("")
    assert found.lacks("no such printer")


@pytest.mark.usefixtures("queues")
def test_nothing_is_missing_before_the_printers_are_known():
    assert printing.missing("Epson") == ""


def printed(queues):
    return [(one["printer"], one["paper"]) for one in queues.jobs]


async def test_slips_are_printed_as_before_until_they_have_printers_of_their_own(page, queues):
    choose(page, "receipts", "Epson")
    choose(page, "pages", "Brother")
    await tried(page, "credit", "slips")
    assert printed(queues) == [("Epson", Paper.ROLL_80), ("Brother", Paper.LETTER)]
    assert "SC-000000" in queues.jobs[0]["html"]
    assert "000000" in queues.jobs[1]["html"]


async def test_slips_have_a_printer_and_paper_of_their_own_after_a_restart_too(
    page, queues, tmp_path
):
    choose(page, "credit", "Brother")
    take(page.rows["credit"].control.paper, "58")
    choose(page, "slips", "Epson")
    take(page.rows["slips"].control.paper, Paper.A5)
    await tried(page, "credit", "slips")
    assert printed(queues) == [("Brother", Paper.ROLL_58), ("Epson", Paper.A5)]
    again = a_context(comfort=Comfort(tmp_path / "window.ini", "ann"))
    assert again.credit_paper().printer == "Brother"
    assert again.credit_paper().device.roll == 58
    assert (again.slip_printer(), again.slip_page().paper) == ("Epson", Paper.A5)


@pytest.mark.parametrize("kept", ["", "57", "x y", "a4"])
def test_paper_that_cannot_be_understood_is_the_usual_one(kept, us):
    context = a_context(None, None, us)
    context.comfort.choose_for(Purpose.CREDIT, printer="Epson", paper=kept)
    context.comfort.choose_for(Purpose.SLIPS, printer="Epson", paper=kept)
    assert context.credit_paper().device.roll == 80
    assert context.slip_page().paper == Paper.LETTER


async def test_a_printer_of_slips_that_is_gone_is_named_in_its_row(page, queues):
    choose(page, "slips", "Epson")
    choose(page, "credit", "Brother")
    queues.names[:] = ["Canon"]
    page.reload()
    await page.idle()
    for row, name in (("slips", "Epson"), ("credit", "Brother")):
        words = f"There is no printer called {name} on this computer."
        assert page.rows[row].remark.text() == words
        await tried(page, row)
        assert page.problem.text() == words


async def test_another_printer_prints_this_once_where_one_is_gone(qtbot, queues):
    strip = Strip(
        receipts_document(), "slip", ReceiptPaper("Gone", ReceiptPrinter(roll=58, columns=32))
    )
    qtbot.addWidget(strip)
    strip.show()
    with pytest.raises(Unavailable):
        await strip.print()
    assert strip.other.isVisible()
    assert [strip.other.chooser.itemData(row) for row in range(2)] == ["Epson", "Brother"]
    take(strip.other.chooser, "Brother")
    await strip.print()
    assert printed(queues) == [("Brother", Paper.ROLL_58)]
    assert not strip.other.isVisible()
    with pytest.raises(Unavailable):
        await strip.print()


async def test_nothing_is_offered_where_there_is_no_other_printer(qtbot, queues):
    queues.names[:] = []
    strip = Strip(receipts_document(), "slip", ReceiptPaper("Gone"))
    qtbot.addWidget(strip)
    with pytest.raises(Unavailable):
        await strip.print()
    assert strip.other.isHidden()
    assert strip.other.chosen() == ""


def receipts_document():
    return StripDocument("Slip", (Middle("SC-000001"),))
