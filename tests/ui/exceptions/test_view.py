"""A manager looks through what was written down, and signs it off by keys."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.ui.exceptions.view import ExceptionsView
from tests.ui.contexts import a_context

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def corrected(ordered):
    """Orders whose tracking numbers were corrected."""
    return [ordered.corrected("MUG", tracking=f"1Z999AA101234{n}") for n in (5600, 5700)]


@pytest.fixture
def went():
    return []


@pytest.fixture
def page(qtbot, signed_in, us, act, went, corrected):
    del corrected
    return opened(qtbot, signed_in, us, act, went, "cyd")


def opened(qtbot, signed_in, us, act, went, login):
    desk, me = signed_in(login)
    context = a_context(desk, me, us, navigate=lambda *where, **_: went.append(where))
    page = ExceptionsView(context)
    qtbot.addWidget(page)
    page.resize(1190, 700)
    act(page, page.show)
    act(page, page.reload)
    return page


def remarks(page):
    return [page.table.rows.record(at).remark for at in range(page.table.rows.rowCount())]


async def choose(page, row):
    page.table.selectRow(row)
    await page.shown()


async def test_one_is_signed_off_by_keys_with_a_note(page, store):
    await choose(page, 0)
    line = page.detail.line
    page.detail.note.input.setFocus()
    QTest.keyClicks(page.detail.note.input, "Label was smudged")
    assert page.unsaved() == "The note"
    page.activateWindow()
    QTest.keyClick(page.detail.note.input, Qt.Key.Key_Return, CTRL)
    await page.idle()
    assert store.rows("SELECT id, note FROM storedesk.exception_signoffs") == [
        (line.id, "Label was smudged")
    ]
    assert line.remark not in remarks(page)
    assert page.table.chosen().remark == remarks(page)[0], "the next one is to be looked at"
    assert page.note.text() == "Tracking corrected is signed off."
    assert page.unsaved() == ""


async def test_what_somebody_else_has_signed_is_said_and_the_note_stays(page, store):
    await choose(page, 0)
    page.detail.note.input.setPlainText("mine")
    store.sql("SELECT api.sign_off(%s, %s)", uuid4(), page.detail.line.id, login="cyd")
    page.start(page.sign_off)
    await page.idle()
    assert page.problem.text() == "Cyd has signed this off already."
    assert page.detail.typed_note() == "mine"


async def test_a_note_is_of_the_row_it_was_typed_for(page):
    await choose(page, 0)
    page.detail.note.input.setPlainText("of the first")
    await choose(page, 1)
    assert page.detail.typed_note() is None


async def test_the_order_is_opened(page, went, corrected):
    await choose(page, 0)
    page.detail.order.click()
    page.table.opened.emit(page.detail.line)
    (one,) = set(went)
    assert one[0] == "orders"
    assert one[1] in corrected


def test_tabs_and_foot_say_how_many(page):
    assert page.tabs.button("waiting").count == "2"
    assert page.tabs.button("signed").count == "0"
    assert page.count.text() == "2 exceptions"


def test_an_auditor_reads_and_cannot_sign(qtbot, signed_in, us, act, went, corrected):
    del corrected
    page = opened(qtbot, signed_in, us, act, went, "eve")
    act(page, lambda: page.table.selectRow(0))
    assert page.detail.line is not None
    assert page.detail.signing.isHidden()
    assert not page.context.actions.named("exceptions.sign").enabled()
