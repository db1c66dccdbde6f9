"""The process that writes receipts answers each job, and is ended where a printer holds it."""

import asyncio
import threading

import pytest

from storedesk.documents import receipts
from storedesk.documents.strip import Logo, Middle, Pair, Remark, Rule
from storedesk.documents.strip_rows import as_rows, of_rows
from storedesk.domain.receipt_printers import Link, ReceiptPrinter
from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.kit.paper.print_service import RECEIPT_COMMAND, PrintService
from tests.documents.test_receipts import SPEECH, receipt
from tests.fake_printer import FakePrinter, Mood


def job(fake, **changes):
    device = ReceiptPrinter(link=Link.NETWORK, address="127.0.0.1", port=fake.port, drawer=2)
    return {
        "rows": as_rows(receipts.document(receipt(), SPEECH).parts), "device": device.as_table(),
        "opens_drawer": True, "printer": device.place,
    } | changes  # fmt: skip


@pytest.fixture
def service():
    made = PrintService(command=RECEIPT_COMMAND, silent="printer_stalled")
    yield made
    made.close()


async def test_a_receipt_is_written_in_another_process(service):
    with FakePrinter() as fake:
        assert await service.print(job(fake)) == 1
        assert await service.print({"kick": True, "device": job(fake)["device"], "printer": ""})
    (printed,) = fake.receipts()
    assert printed.barcodes == ["ORD-2026-000007"]
    assert printed.pulses == [2]
    assert any(line.startswith("Total") for line in printed.lines)
    assert fake.printed.count(b"\x1bp") == 2


async def test_what_is_wrong_comes_back_in_words_and_the_next_receipt_is_tried(service):
    with FakePrinter(Mood.PAPER_OUT) as fake:
        with pytest.raises(Unavailable, match=r"^The receipt printer is out of paper\.$"):
            await service.print(job(fake))
        fake.mood = Mood.WORKS
        assert await service.print(job(fake)) == 1


async def test_the_process_is_ended_where_nothing_is_heard_of_it():
    service = PrintService(silence=1, command=RECEIPT_COMMAND, silent="printer_stalled")
    with FakePrinter(Mood.MUTE) as fake:
        printing = asyncio.ensure_future(service.print(job(fake)))
        while not fake.heard.is_set():  # the loop of the window goes on
            await asyncio.sleep(0.01)
        with pytest.raises(Unavailable, match="does not answer"):
            await printing
    assert service._process is None
    service.close()


async def test_nothing_of_it_is_done_on_the_thread_of_the_window(service, monkeypatch):
    threads, ask = [], service._ask

    def watched(job):
        threads.append(threading.current_thread())
        return ask(job)

    monkeypatch.setattr(service, "_ask", watched)
    with FakePrinter() as fake:
        await service.print(job(fake))
    assert threads
    assert threading.main_thread() not in threads


async def test_ports_and_printers_are_listed(service):
    assert isinstance(await service.found("serial"), list)


def test_each_part_of_a_strip_arrives_as_it_was():
    parts = [Logo(b"\x89PNG"), Middle("Café", is_bold=True), Pair("a", "1"), Remark("x"), Rule()]
    assert of_rows(as_rows(parts)) == parts
