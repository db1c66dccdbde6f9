"""The whole way in the real window: threads, news, a mailer beside it and a mail server."""

import asyncio
import threading
import time

import pytest
from PySide6.QtCore import Qt

from storedesk.persistence.engine.listener import Listener
from storedesk.services.mailer import Mailer
from storedesk.ui.kit.looks.theme import THEME, Scheme
from tests.ui.shell.test_main_window import House

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def house(qtbot, store, tmp_path):
    made = House(qtbot, store, tmp_path)
    yield made
    made.leave()
    THEME.choose(Scheme.LIGHT)


@pytest.fixture
def mailer_beside(store, monkeypatch):
    """A mailer in a thread of its own, as `storedesk mailer` runs."""
    monkeypatch.setattr("storedesk.services.mailer.PAUSES", (0.2,))
    mailer = Mailer(store.dsn("max"))
    thread = threading.Thread(target=mailer.run)
    thread.start()
    yield mailer
    mailer.stop()
    thread.join(10)


async def until(seen, what, seconds=20):
    end = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < end, what
        await asyncio.sleep(0.02)


@pytest.mark.usefixtures("mailer_beside")
async def test_a_mail_is_seen_to_go_to_fail_and_to_go_again(house, store, server, order, confirm):
    loop = asyncio.get_running_loop()
    await house.come()
    await house.enter("cyd")
    listener = Listener(
        store.dsn("cyd"),
        lambda news: loop.call_soon_threadsafe(house.window.hear, news),
    )
    listener.start()
    try:
        house.window.frame.side_bar.chosen.emit("outbox")  # as by a click: a key has the first nine
        await house.idle()
        page = house.window.frame.pages["outbox"]
        assert page.isVisible()

        def shown():
            rows = range(page.table.rows.rowCount())
            return {
                line.recipient: line.status.value
                for line in map(page.table.rows.record, rows) if line is not None
            }  # fmt: skip

        await asyncio.to_thread(lambda: confirm(order("ann@example.com")))
        await until(lambda: shown() == {"ann@example.com": "sent"}, "the mail that was sent")

        server.handler.recipients["bea@example.com"] = "550 5.1.1 No such user"
        await asyncio.to_thread(lambda: confirm(order("bea@example.com", "Bea Long")))
        await until(lambda: shown().get("bea@example.com") == "failed", "the mail that failed")
        item = house.window.frame.side_bar.items["outbox"]
        await until(lambda: item.count == 1, "the badge")

        server.handler.recipients.clear()
        await house.idle()
        page.table.setFocus()
        page.table.selectRow(0)
        await house.idle()
        assert "550 5.1.1 No such user" in page.detail.reason_words.text()
        await house.press(KEY.Key_R, CTRL)
        await until(lambda: shown().get("bea@example.com") == "sent", "the mail that went again")
        await until(lambda: item.count == 0, "the badge that has gone")
        assert len(server.taken) == 2
    finally:
        listener.stop()
        await asyncio.to_thread(listener.join)
        await house.idle()
        house.leave()
