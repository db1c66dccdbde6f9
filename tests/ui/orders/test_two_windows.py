"""Two orders pages at once, each hearing of the other by NOTIFY: seen soon, and nothing moves."""

import asyncio
import time

import pytest

from storedesk.domain.change_notices import EVERY_TABLE
from storedesk.persistence.engine.listener import Listener
from storedesk.ui.shell.news import News

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def listening(store):
    """Have a page hear of what is committed, through the same parts as the window does."""
    listeners = []

    async def listening(hands):
        loop, page, ready = asyncio.get_running_loop(), hands.page, asyncio.Event()

        def tell(table, ids, **_):
            ready.set()
            if table == EVERY_TABLE or table in page.watches:
                page.hear(table, ids)

        def hear(notice):
            for table, ids in notice.tables.items():
                news.hear(table, ids)

        news = News(tell)
        listener = Listener(
            store.dsn("ada"),
            lambda notice: loop.call_soon_threadsafe(hear, notice),
        )
        listeners.append((listener, news))
        listener.start()
        await asyncio.wait_for(ready.wait(), 5)
        await page.idle()

    yield listening
    for listener, news in listeners:
        news.stop()
        listener.stop()
        listener.join(3)


async def until(seen):
    since = time.monotonic()
    while not seen():
        assert time.monotonic() - since < 1, "a second is over"
        await asyncio.sleep(0.01)


async def test_the_others_parcel_is_seen_within_a_second_and_the_chosen_row_stays(
    hands_of, listening, ordered
):
    keys = [
        ordered(status="confirmed", at=f"2026-11-{1 + at // 24:02} {at % 24:02}:00")
        for at in range(40)
    ]
    ada, cyd = await hands_of("ada"), await hands_of("cyd")
    await listening(ada)
    table = ada.page.table
    table.selectRow(30)
    table.scrollTo(table.currentIndex())
    await ada.idle()
    height = table.rowViewportPosition(30)

    cyd.begin("ship")
    await cyd.scan(ordered.number(keys[0]))
    await cyd.enter("VAN 0001")
    await until(lambda: table.rows.rowCount() == 39)
    await ada.idle()

    assert table.chosen().id == keys[30] == ada.page.detail.order.id
    assert table.rowViewportPosition(table.currentIndex().row()) == height
    assert ada.page.tabs.button("confirmed").count == "39"
    assert ada.page.tabs.button("shipped").count == "1"


async def test_the_order_in_hand_is_taken_away_when_another_window_cancels_it(
    hands_of, listening, ordered
):
    key = ordered(status="confirmed")
    ada = await hands_of("ada")
    await listening(ada)
    ada.begin("ship")
    await ada.scan(ordered.number(key))

    ordered.step("cancel", key, "'stolen card'", "2026-11-21 09:00")

    await until(lambda: ada.page.bench.order is None)
    assert ada.page.bench.problem.text().startswith("Do not ship it:")
    await ada.idle()
