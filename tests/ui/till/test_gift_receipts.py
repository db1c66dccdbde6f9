"""A receipt without prices, from where the change is shown and from the last receipt."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.receipt_printers import Link, ReceiptPrinter
from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.kit.paper.print_service import RECEIPT_SERVICE
from storedesk.ui.till.receipts.print_panel import ReceiptPanel

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
DEVICE = ReceiptPrinter(link=Link.NETWORK, address="printer.shop")


@pytest.fixture
def jobs(counter, monkeypatch):
    """What was sent to the printer, and what is wrong with it, the next time."""
    sent, wrong = [], []

    async def printed(job):
        if wrong:
            raise Unavailable(wrong.pop())
        sent.append(str(job["rows"]))

    monkeypatch.setattr(RECEIPT_SERVICE, "print", printed)
    context = counter.view.context
    context.printer, context.device, context.prints_receipts = "", DEVICE, False
    return sent, wrong


async def sold(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.pay()
    await counter.press(KEY.Key_Return)


async def control_r(counter):
    counter.clock.pass_()
    QTest.keyClick(counter._focus(), KEY.Key_R, CONTROL)
    await counter.view.idle()


async def test_one_key_prints_it_where_the_change_is_shown(counter, jobs):
    await sold(counter)
    before = len(jobs[0])
    await control_r(counter)
    [made] = jobs[0][before:]
    assert "Gift receipt" in made
    assert "ORD-2026-000001" in made
    assert "$" not in made
    assert len(counter.shop.gift_receipts) == 1
    assert counter.view.note.text() == (
        "The gift receipt of ORD-2026-000001 is sent to the printer."
    )
    assert counter.panel is None
    await counter.click(counter.view.side.done.gift)
    assert len(counter.shop.gift_receipts) == 2


@pytest.mark.usefixtures("jobs")
async def test_beside_the_last_receipt_key_and_button_do_it_and_the_panel_says_so(counter):
    await sold(counter)
    await counter.press(KEY.Key_F10)
    panel = counter.panel
    assert isinstance(panel, ReceiptPanel)
    await control_r(counter)
    await counter.click(panel.gift)
    assert len(counter.shop.gift_receipts) == 2
    assert "gift receipt of ORD-2026-000001" in panel.problem.text()
    assert "REPRINT" not in panel.html


async def test_what_did_not_come_out_is_not_written_down_and_the_panel_says_why(counter, jobs):
    await sold(counter)
    await counter.press(KEY.Key_F10)
    jobs[1].append("printer_paper_out")
    await control_r(counter)
    assert counter.panel.problem.text() == "The receipt printer is out of paper."
    assert counter.shop.gift_receipts == []


async def test_without_a_sale_there_is_nothing_to_print(counter, jobs):
    await counter.come()
    await control_r(counter)
    assert jobs[0] == []
    assert counter.view.problem.text()


async def test_where_it_cannot_be_written_down_no_other_receipt_is_blamed(counter, jobs):
    await sold(counter)
    before = len(jobs[0])
    counter.shop.fails["note_gift_receipt"] = [Unavailable("unreachable")]
    await control_r(counter)
    assert len(jobs[0]) == before + 1
    assert counter.view.problem.text() == (
        "The gift receipt was printed, but this could not be written down: the history of the"
        " order does not show it."
    )
