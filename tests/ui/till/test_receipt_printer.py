"""A receipt printer that holds a receipt never holds the till."""

import asyncio
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.receipt_printers import Link, ReceiptPrinter
from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.paper.print_service import RECEIPT_SERVICE
from tests.documents.test_receipts import receipt

KEY = Qt.Key
DEVICE = ReceiptPrinter(link=Link.NETWORK, address="printer.shop", drawer=2)


class BlockedPrinter:
    """Holds each receipt until it is let go, on whichever thread it was handed over."""

    def __init__(self):
        self.jobs, self.threads, self.go = [], [], threading.Event()

    def ask(self, job):
        self.jobs.append(job)
        self.threads.append(threading.current_thread())
        self.go.wait()
        raise Unavailable("printer_stalled", printer=job["printer"])


@pytest.fixture
def blocked(monkeypatch):
    made = BlockedPrinter()
    monkeypatch.setattr(RECEIPT_SERVICE, "_ask", made.ask)
    yield made
    made.go.set()


def enter(counter):
    counter.clock.pass_()
    QTest.keyClick(counter._focus(), KEY.Key_Return)


async def until(happened):
    while not happened():
        await asyncio.sleep(0.01)


async def test_the_next_sale_is_rung_up_and_paid_while_a_receipt_is_held(counter, blocked):
    await counter.come()
    await counter.scan("SOAP-OAT")
    context = counter.view.context
    context.printer, context.device = "", DEVICE
    counter.view.begin_checkout()
    await until(lambda: counter.panel)
    enter(counter)
    await until(lambda: blocked.jobs)
    counter.view.scans.take("PEGS")
    await until(lambda: counter.view.selling.sale and counter.view.selling.sale.lines)
    counter.view.begin_checkout()
    await until(lambda: counter.panel)
    enter(counter)
    await until(lambda: len(counter.shop.orders) == 2)
    assert not blocked.go.is_set(), "the first receipt is held all the time"
    assert threading.main_thread() not in blocked.threads
    blocked.go.set()
    await counter.view.idle()
    assert len(blocked.jobs) == 2
    assert "printer.shop:9100 takes the connection" in counter.view.unprinted.text()


@pytest.mark.parametrize("at_once", [True, False])
async def test_cash_opens_the_drawer_printed_or_not(counter, monkeypatch, at_once):
    jobs = []

    async def printed(job):
        jobs.append(job)

    monkeypatch.setattr(RECEIPT_SERVICE, "print", printed)
    context = counter.view.context
    context.printer, context.device, context.prints_receipts = "", DEVICE, at_once
    in_cash, by_card = receipt(), receipt(payments=())
    counter.shop.orders = {one.order_id: one for one in (in_cash, by_card)}
    await counter.view.commands.print_receipt(in_cash)
    [job] = jobs
    assert job.get("opens_drawer") is True if at_once else job.get("kick") is True
    await counter.view.commands.print_receipt(by_card)
    assert len(jobs) == (2 if at_once else 1)
    assert not jobs[-1].get("opens_drawer") or not at_once


async def test_a_receipt_that_failed_is_printed_later_and_a_second_print_says_so(
    counter, monkeypatch
):
    jobs, moods = [], [Unavailable("printer_paper_out")]

    async def printed(job):
        if job.get("kick"):
            return
        if moods:
            raise moods.pop()
        jobs.append(str(job["rows"]))

    monkeypatch.setattr(RECEIPT_SERVICE, "print", printed)
    context = counter.view.context
    context.printer, context.device = "", DEVICE
    await counter.come()
    await counter.scan("PEGS")
    await counter.pay()
    await counter.press(KEY.Key_Return)
    assert "The receipt printer is out of paper." in counter.view.unprinted.text()
    await counter.click(counter.view.unprinted.show_list)
    [waiting] = counter.panel.waiting
    assert waiting.order_number == "ORD-2026-000001"
    await counter.press(KEY.Key_Return)
    assert counter.panel.problem.text() == "Printed: 1."
    assert counter.panel.waiting == ()
    assert counter.view.unprinted.text() == ""
    assert "REPRINT" not in jobs[0]
    await counter.press(KEY.Key_Escape)
    await counter.press(KEY.Key_F10)
    assert "REPRINT" in counter.panel.html
    assert "Print 2, by Maya Okafor" in counter.panel.html
    await counter.press(KEY.Key_Return)
    assert "REPRINT" in jobs[1]
    assert "Print 3, by Maya Okafor" in counter.panel.preview.accessibleDescription()


async def test_a_print_that_cannot_be_written_down_is_not_called_a_failed_one(counter, monkeypatch):
    async def printed(_job):
        pass

    def unavailable(**_):
        raise Unavailable("unavailable")

    monkeypatch.setattr(RECEIPT_SERVICE, "print", printed)
    monkeypatch.setattr(counter.shop, "note_receipt_print", unavailable)
    counter.view.context.printer, counter.view.context.device = "", DEVICE
    await counter.come()
    await counter.scan("PEGS")
    await counter.pay()
    await counter.press(KEY.Key_Return)
    assert counter.view.problem.text().startswith("The receipt was printed, but")
    assert "was not printed" not in counter.view.unprinted.text()


async def test_the_drawer_opens_without_paper_and_without_a_sale(counter, monkeypatch):
    kicks = []

    async def printed(job):
        if not job.get("kick"):
            raise Unavailable("printer_paper_out")
        kicks.append(job["device"]["is_asked"])

    monkeypatch.setattr(RECEIPT_SERVICE, "print", printed)
    counter.view.context.printer, counter.view.context.device = "", DEVICE
    await counter.come()
    await counter.scan("PEGS")
    await counter.pay()
    await counter.press(KEY.Key_Return)
    assert "out of paper" in counter.view.unprinted.text()
    assert kicks == [False], "a printer that has no paper is not asked for it"
    await counter.press(KEY.Key_F11)
    assert "The drawer opens once" in "".join(
        label.text() for label in counter.panel.findChildren(Label)
    )
    await counter.enter("change")
    assert counter.shop.openings == ["change"]
    assert kicks == [False, False]
