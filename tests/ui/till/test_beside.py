"""The sale stays readable from the first scan to the change: panels stand beside it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from storedesk.domain.refusals.errors import NotAllowed
from storedesk.ui.approval import Approval, ApprovalRequest, Approvers, KnownApprover
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.kit.looks import sizes
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.approvals import ApprovalPanel
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.checkout.quote_changes import QuoteChangesPanel
from storedesk.ui.till.keys import LEAST, KeyButton
from storedesk.ui.till.shifts.close_shift import CloseShiftPanel
from tests.ui import fits
from tests.ui.till.conftest import Counter
from tests.ui.till.shop import ANA, usd

KEY = Qt.Key
SIZES = [(848, 644), (868, 732), (1190, 732), (1744, 1044)]
"""What the page has of a window of 1024 x 680, 1024 x 768, 1366 x 768 and 1920 x 1080."""


async def pay(counter):
    counter.view.begin_checkout()


async def changes(counter):
    counter.shop.price_changes = (("Oat soap", usd("2.50"), usd("2.85")),)
    counter.shop.goods["MUG-SAGE"].on_shelf = 0
    counter.view.begin_checkout()


async def park(counter):
    counter.view.commands.park()


async def recall(counter):
    counter.view.commands.recall()


async def customer(counter):
    counter.view.commands.find_customer()


async def price(counter):
    counter.view.commands.check_price()
    counter.view.scans.take("MUG-SAGE")


async def receipt(counter):
    await counter.view.receipts.show_last()


async def join(counter):
    counter.shop.shift_of(ANA)
    counter.view.reload()
    await counter.view.idle()
    counter.view.begin_checkout()


async def close(counter):
    counter.view.shifts.change()


async def unsold(counter):
    counter.shop.goods["BRUSH"].is_sellable = False
    counter.view.refusals._is_manager = True
    counter.view.scans.take("BRUSH")


async def empty(counter):
    counter.view._escape()


async def approve(counter):
    manager = Approval(
        Approvers(counter.shop.approve, [KnownApprover("Cyd Long-Lastname", "cyd", "x")] * 3),
        counter.context.format,
        lambda _: ApprovalRequest("Sell", [("Mug", "6 pieces")] * 4, ("Not counted", "24 pieces")),
        counter.shop.approve,
        NotAllowed("approval_needed", action="sell", detail={}),
    )
    counter.view.panel_host.open_over(ApprovalPanel(manager))


PANELS = [approve, empty, pay, changes, park, recall, customer, price, receipt, join, close, unsold]


async def three_lines(counter, size):
    counter.view.resize(*size)
    await counter.come()
    await counter.scan("PEGS")
    await counter.pay()
    await counter.press(KEY.Key_Return)  # so that there is a receipt
    counter.shop.goods["MUG-SAGE"].on_shelf = 9
    await counter.scan("SOAP-OAT", "MUG-SAGE", "PEGS")


def places(counter):
    """Return where the lines are on the page, each row of them and what is around."""
    view, rows = counter.view, counter.view.lines.list
    at = [rows.visualRect(rows.rows.index(row)) for row in range(rows.rows.rowCount())]
    corner = rows.viewport().mapTo(view, QPoint(0, 0))
    return corner, rows.viewport().size(), at


def is_bare(view, widget):
    """Tell whether nothing of the page lies over a widget, and it is in sight."""
    assert widget.isVisible()
    for part in [widget, *widget.findChildren(Label)]:
        for x in range(1, part.width(), max(1, part.width() // 12)):
            for y in range(1, part.height(), max(1, part.height() // 12)):
                found = view.childAt(part.mapTo(view, QPoint(x, y)))
                if found is not None and found is not widget and not widget.isAncestorOf(found):
                    return False
    return True


def cut(panel):
    """Return what stands in a panel and is lower or narrower than it must be."""
    column = panel.column
    needed = column.minimumHeightForWidth(panel.width()) if column.hasHeightForWidth() else 0
    if max(needed, column.minimumSize().height()) > column.parentWidget().height():
        return [column.parentWidget().size(), needed, column.minimumSize()]
    return [
        label.text()
        for label in panel.findChildren(Label)
        if label.isVisible() and label.text() and label.width() < label.minimumSizeHint().width()
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("open_it", PANELS)
async def test_a_panel_stands_beside_the_lines_and_covers_neither_them_nor_the_total(
    counter, open_it, size
):
    await three_lines(counter, size)
    before = places(counter)
    await open_it(counter)
    await counter.view.idle()
    view, host = counter.view, counter.view.panel_host
    assert counter.panel is not None
    assert counter.panel.isVisible()
    assert places(counter) == before
    assert is_bare(view, view.lines.list.viewport())
    assert is_bare(view, host.facts.total)
    assert host.facts.total.text() == counter.view.side.totals.total.text()
    assert cut(counter.panel) == []
    assert host.rect().contains(host.mapFromGlobal(counter.panel.back.mapToGlobal(QPoint(0, 0))))


@pytest.mark.parametrize("size", SIZES)
async def test_the_lines_stay_where_they_are_until_the_change_is_given(counter, size):
    await three_lines(counter, size)
    before = places(counter)
    await counter.pay()
    assert isinstance(counter.panel, PayPanel)
    assert places(counter) == before
    await counter.press(KEY.Key_Return)
    assert counter.panel is None
    assert places(counter) == before
    assert is_bare(counter.view, counter.view.lines.list.viewport())
    assert is_bare(counter.view, counter.view.lines.paid.total)
    assert counter.view.lines.paid.total.text() == "$11.53"
    await counter.scan("PEGS")
    assert not counter.view.lines.paid.isVisible()
    assert counter.view.lines.list.rows.rowCount() == 1


async def test_what_lies_beside_a_panel_can_be_read_but_not_pressed(counter):
    await three_lines(counter, SIZES[2])
    await counter.pay()
    view = counter.view
    assert not view.keys.buttons["till.park"].isEnabled()
    for part in (view.entry, view.plus, view.remove, view.keys.buttons["till.park"]):
        at = part.mapTo(view, part.rect().center())
        await counter.click_at(at)
    assert isinstance(counter.panel, PayPanel)
    assert counter.panel.amount.field.hasFocus()
    assert [quantity for _, quantity in counter.lines] == [1, 1, 1]
    await counter.click(counter.panel.back)
    assert counter.panel is None
    assert view.entry.hasFocus()
    assert view.keys.buttons["till.park"].isEnabled()


async def test_after_a_card_there_is_no_change_of_nothing(counter):
    await three_lines(counter, SIZES[2])
    await counter.pay()
    await counter.type("d", counter.panel.amount.field)
    await counter.press(KEY.Key_Return)
    done = counter.view.side.done
    assert done.paid.isVisible()
    assert done.paid.text() == "Paid"
    assert not done.change.isVisible()
    assert counter.view.side.next.isVisible()
    assert not counter.view.pay.isVisible()


@pytest.fixture
def german():
    LANGUAGE.choose("de")
    yield
    LANGUAGE.choose("en")


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("percent", [100, 125, 150])
async def test_what_stands_where_pay_stood_is_whole_in_german(qtbot, percent):
    sizes.SIZES.choose(percent=percent, is_touch=False)
    try:
        counter = Counter(qtbot)
        await counter.come()
        await counter.scan("PEGS")
        await counter.pay()
        await counter.press(KEY.Key_Return)
        QApplication.sendPostedEvents()
        words = counter.view.side.next.words
        assert words.text() == "Der nächste Scan beginnt den nächsten Verkauf"
        assert words.isVisible()
        assert fits.cut(counter.view.side.next) == []
    finally:
        sizes.SIZES.choose(percent=100, is_touch=False)


async def test_to_close_a_shift_with_no_sale_open_there_is_the_whole_page(counter):
    await counter.come()
    await counter.press(KEY.Key_F7)
    assert isinstance(counter.panel, CloseShiftPanel)
    assert counter.panel.width() >= counter.view.width() - 2
    assert not counter.view.lines.isVisible()
    await counter.press(KEY.Key_Escape)
    assert counter.view.lines.isVisible()
    assert counter.view.panel_host.width() == 392


async def test_doubts_about_the_count_leave_the_sale_in_sight(counter):
    await three_lines(counter, SIZES[0])
    await changes(counter)
    await counter.view.idle()
    assert isinstance(counter.panel, QuoteChangesPanel)
    assert counter.view.panel_host.facts.total.text() == counter.view.side.totals.total.text()


async def test_the_keys_at_the_foot_stand_in_one_row_and_goods_that_come_back_have_one(counter):
    await counter.come()
    keys = counter.view.keys.buttons
    assert keys["till.return"].isVisible()
    in_the_window = [*keys.values(), KeyButton("F1", "Keys")]
    wide = sum(one.sizeHint().width() + LEAST for one in in_the_window) - LEAST
    assert wide <= counter.view.keys.width()
