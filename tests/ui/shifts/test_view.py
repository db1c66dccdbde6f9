"""A manager reads the shifts, approves one by keys, and takes the figures along."""

import csv
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from storedesk.documents.amounts import JOINER, MINUS
from storedesk.domain.periods import Period
from storedesk.domain.shifts import ShiftState
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.paper.strip import StripDialog
from storedesk.ui.shifts import view
from storedesk.ui.shifts.view import ShiftsView
from tests.tills import cash
from tests.ui.contexts import a_context

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def us():
    """How the store writes things, whose days are those of UTC."""
    return Format("en_US", "UTC")


@pytest.fixture
def shifts(till, till_of, goods):
    """One that was closed with a difference, and an open one at another register."""
    goods("MUG", price="10.00", on_hand=50)
    till.sell("MUG")
    shift = till.store.sql("SELECT id FROM storedesk.till_sessions")
    till.call("move_cash", shift, "paid_out", "4.00", "flowers")
    till.call("close_shift", shift, "101", "gave back too much")
    other = till_of("T2", "cyd")
    other.open("80")
    other.sell("MUG", "MUG")
    return shift


@pytest.fixture
def page(qtbot, signed_in, us, act, shifts):
    del shifts
    return opened(qtbot, signed_in, us, act, "cyd")


def opened(qtbot, signed_in, us, act, login):
    desk, me = signed_in(login)
    page = ShiftsView(a_context(desk, me, us))
    qtbot.addWidget(page)
    page.resize(1190, 700)
    act(page, page.show)
    act(page, page.reload)
    return page


async def choose(page, row):
    page.table.selectRow(row)
    await page.shown()


def told(sheet):
    """Return what figures say, as the screen has it."""
    figures = [one for part in sheet.parts for one in part.all]
    return {one.name: plain(one.shown(sheet._context)) for one in figures}


def plain(words):
    """Return an amount with the minus of the keyboard."""
    return words.replace(f"{MINUS}{JOINER}", "-")


async def test_the_report_of_an_open_shift_is_an_x_and_does_not_tell_what_is_expected(page):
    await choose(page, 0)
    assert page.detail.title.text() == "X report"
    figures = told(page.detail.sheet)
    assert (figures["Sold"], figures["Cash"], figures["Float"]) == (
        "1 · $20.00", "1 · $20.00", "$80.00",
    )  # fmt: skip
    assert figures["Expected in the drawer"] == "said once it is counted"


async def test_an_x_report_says_what_was_taken_for_a_sale_in_progress(page, till_of):
    other = till_of("T2", "cyd")
    other.order = uuid4()
    other.scan("MUG")
    other.quote()
    other.call("take_tender", other.order, cash("6.00"))
    page.reload()
    await page.idle()
    await choose(page, 0)
    assert told(page.detail.sheet)["For sales in progress"] == "$6.00"


async def test_the_report_of_a_closed_shift_is_its_z(page):
    await choose(page, 1)
    assert page.detail.title.text() == "Z report 1"
    figures = told(page.detail.sheet)
    assert (figures["Expected in the drawer"], figures["Difference"]) == ("$106.00", "-$5.00")
    assert (figures["Paid out"], figures["Reason"]) == ("-$4.00", "gave back too much")
    assert page.detail.status.text == "To approve"


async def test_a_shift_is_approved_by_keys_with_a_note(page, store, shifts):
    await choose(page, 1)
    page.detail.note.input.setFocus()
    QTest.keyClicks(page.detail.note.input, "He told me")
    assert page.unsaved() == "The note"
    page.activateWindow()
    QTest.keyClick(page.detail.note.input, Qt.Key.Key_Return, CTRL)
    await page.idle()
    assert store.rows("SELECT id, kind, note FROM storedesk.exception_signoffs") == [
        (shifts, "shift", "He told me")
    ]
    assert page.note.text() == "Till 1 · Z 1 is approved."
    assert page.detail.status.text == "Approved"
    assert page.detail.approving.isHidden()
    assert page.tabs.button(ShiftState.UNAPPROVED).count == "0"


async def test_what_somebody_else_has_approved_is_said_and_the_note_stays(page, store, shifts):
    await choose(page, 1)
    page.detail.note.input.setPlainText("mine")
    store.sql("SELECT api.sign_off(%s, %s)", uuid4(), shifts, login="cyd")
    page.start(page.approve)
    await page.idle()
    assert page.problem.text() == "Cyd has signed this off already."
    assert page.detail.typed_note() == "mine"


async def test_the_cash_ledger_and_the_day_stand_in_their_tabs(page):
    await choose(page, 1)
    page.detail.tabs.button("cash").click()
    await page.shown()
    await page.detail.cash.feed.idle()
    rows = page.detail.cash.rows
    balances = [str(rows.record(at).balance.amount) for at in range(rows.rowCount())]
    assert balances == ["106.00", "106.00", "106.00", "110.00", "100.00"]
    header = page.detail.cash.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    await page.shown()
    await page.detail.cash.feed.idle()
    assert str(rows.record(0).balance.amount) == "100.00", "the float is first"
    page.detail.tabs.button("day").click()
    await page.shown()
    figures = told(page.detail.day_sheet)
    assert figures["Sold"] == "2 · $30.00"
    assert figures["Till 1, Z 1"] == "1 · $10.00 · off by -$5.00"
    assert figures["Till 2, open"] == "1 · $20.00"


async def test_the_list_is_narrowed_by_day_and_register_and_widened_again(page):
    page.filters.choose(Period.YESTERDAY)
    page.filters.changed.emit()
    await page.shown()
    assert page.table.rows.rowCount() == 0
    assert page.is_filtered()
    page.widen()
    page.filters.register.setCurrentIndex(2)
    page.filters.changed.emit()
    await page.shown()
    assert [page.table.rows.record(at).register for at in range(page.table.rows.rowCount())] == [
        "Till 2"
    ]


def test_tabs_and_foot_say_how_many(page):
    assert page.tabs.button(ShiftState.OPEN).count == "1"
    assert page.tabs.button(ShiftState.UNAPPROVED).count == "1"
    assert page.count.text() == "2 shifts"


async def test_a_z_report_that_is_shown_again_says_that_it_is_a_copy(page, monkeypatch):
    shown = []

    async def show(dialog):
        shown.append(dialog.strip.document.html)

    monkeypatch.setattr(StripDialog, "shown", show)
    for row in (0, 1):
        await choose(page, row)
        await page.print_out()
    assert ["Copy, printed" in html for html in shown] == [False, True]
    page.detail.tabs.button("day").click()
    await page.shown()
    await page.print_out()
    assert "Day report" in shown[2]


async def test_figures_are_written_as_they_are(page, monkeypatch, tmp_path):
    path = tmp_path / "z.csv"

    async def choose_file(*_args, **_more):
        return path

    monkeypatch.setattr(view, "choose_file", choose_file)
    await choose(page, 1)
    await page.export_figures()
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["Part", "Figure", "Count", "Amount (USD)", "Remark"]
    assert ["Sales", "Sold", "1", "10.00", ""] in rows
    assert ["Drawer", "Difference", "", "-5.00", ""] in rows
    assert page.note.text() == "Saved as z.csv."


def test_an_auditor_reads_and_cannot_approve(qtbot, signed_in, us, act, shifts):
    del shifts
    page = opened(qtbot, signed_in, us, act, "eve")
    act(page, lambda: page.table.selectRow(1))
    assert page.detail.report is not None
    assert page.detail.approving.isHidden()
    assert not page.context.actions.named("shifts.approve").enabled()
