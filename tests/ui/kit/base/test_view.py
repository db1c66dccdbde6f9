import asyncio
import sys

import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.looks.cards import PageHeader


class Page(View):
    title = "Page"

    def __init__(self):
        super().__init__(None)
        self.asked, self.shown, self.done = 0, [], 0
        self.lay_out(header=PageHeader("Page"))

    async def refresh(self):
        self.asked += 1
        answer = self.asked
        await asyncio.sleep(0.01)
        self.shown.append(answer)

    async def work(self):
        await asyncio.sleep(0.01)
        self.done += 1

    async def refuse_it(self):
        raise Refused("not_enough_stock", available=3, reserved=2)

    async def fail(self):
        raise ZeroDivisionError


@pytest.fixture
def page(qtbot):
    page = Page()
    qtbot.addWidget(page)
    return page


async def test_the_last_refresh_wins(page):
    page.reload()
    page.reload()
    await page.idle()
    assert len(page.shown) == 1


async def test_news_that_comes_faster_than_the_page_reads_lets_every_refresh_end(page):
    page.show()
    for _ in range(60):
        page.changed()
        await asyncio.sleep(0.001)
    await page.idle()

    assert page.shown == list(range(1, page.asked + 1)), "each was finished"
    assert page.asked < 20
    asked = page.asked
    await page.idle()
    assert page.asked == asked, "and once more after the last news, not for ever"


async def test_a_person_who_asks_anew_does_not_wait_for_the_former_refresh(page):
    page.show()
    page.changed()
    page.changed()
    page.reload()
    await page.idle()
    assert len(page.shown) == 1


async def test_a_double_click_is_one_click(page):
    page.start(page.work)
    page.start(page.work)
    await page.idle()
    assert page.done == 1


async def test_what_the_store_refuses_stands_on_the_page_until_the_next_try(page):
    page.show()
    page.start(page.refuse_it)
    await page.idle()
    assert page.problem.text() == "Only 3 can be taken: 2 are reserved."
    assert page.problem.accessibleName() == page.problem.text()
    page.start(page.work)
    assert page.problem.text() == ""
    await page.idle()


async def test_a_bug_goes_to_the_crash_reporter(page, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind))
    page.start(page.fail)
    await page.idle()
    assert caught == [ZeroDivisionError]


async def test_news_waits_until_the_page_is_looked_at(page):
    page.changed()
    await page.idle()
    assert page.asked == 0
    page.show()
    await page.idle()
    assert page.asked == 1
    page.hide()
    page.show()
    await page.idle()
    assert page.asked == 1


async def test_jobs_end_with_their_page(page):
    page.start(page.work)
    page.close()
    await page.idle()
    assert page.done == 0
