"""What happens at the till is said to whoever does not see it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from storedesk.ui.kit.base import accessible

KEY = Qt.Key


@pytest.fixture
def told(monkeypatch):
    """List what a screen reader is told to say, as with one at work."""
    said = []

    class Heard(QAccessibleAnnouncementEvent):
        def __init__(self, widget, words):
            super().__init__(widget, words)
            said.append(words)

    monkeypatch.setattr(accessible, "QAccessibleAnnouncementEvent", Heard)
    QAccessible.setActive(True)
    yield said
    QAccessible.setActive(False)


async def test_a_scan_is_read_out_with_its_pieces_and_price(counter, told):
    await counter.come()
    await counter.scan("SOAP-OAT")
    await counter.scan("SOAP-OAT")
    line = counter.view.lines.painter.words(counter.view.selling.sale.lines[0])
    assert told[-1] == line
    assert told[-1].startswith("2 × Oat soap")
    assert len(told) == 2


async def test_what_a_search_finds_is_read_out(counter, told):
    await counter.come()
    await counter.type("oat so")
    row = counter.view.popup.list
    assert told[-1].startswith("1 product: Oat soap")
    assert row.current() is not None


async def test_that_nothing_matches_is_said(counter, told):
    await counter.come()
    await counter.type("qqq")
    assert told == ["Nothing matches. Try fewer letters or a category."]


async def test_arrows_read_out_the_row_they_come_to(counter, told):
    await counter.come()
    await counter.type("o")
    told.clear()
    await counter.press(KEY.Key_Down)
    rows = counter.view.popup.list
    assert told == [rows.rows.data(rows.currentIndex())]


async def test_a_payment_is_said_with_its_number_and_the_change(counter, told):
    await counter.come()
    await counter.scan("SOAP-OAT")
    await counter.pay()
    await counter.pay()
    assert "Change" in told[-1]
    assert counter.view.side.done.number.text() in told[-1]
