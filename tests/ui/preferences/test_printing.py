"""A computer's printers are chosen for what they print, tried, and named where they are gone."""

import pytest

from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.kit.base.comfort import Comfort
from storedesk.ui.kit.paper.print_service import SERVICE
from storedesk.ui.kit.paper.printer_list import PRINTERS, PrinterList
from storedesk.ui.kit.paper.printing import Paper
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
    control = page.rows[row].control
    control.setCurrentIndex(control.findData(name))
    control.activated.emit(control.currentIndex())


async def test_a_printer_is_chosen_for_receipts_and_another_for_pages(page, queues, tmp_path):
    assert page.rows["receipts"].control.findData("Brother") >= 0
    choose(page, "receipts", "Epson")
    choose(page, "pages", "Brother")
    again = Comfort(tmp_path / "window.ini", "ann")
    assert (again.receipt_printer, again.page_printer) == ("Epson", "Brother")
    tried = page.rows["try"].control
    tried.receipt.click()
    await page.idle()
    tried.whole_page.click()
    await page.idle()
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
    assert page.rows["receipts"].control.currentData() == "Epson"
    page.rows["try"].control.receipt.click()
    await page.idle()
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
