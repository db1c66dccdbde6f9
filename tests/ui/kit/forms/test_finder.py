"""Searching while a person types."""

import asyncio

import pytest

from storedesk.ui.kit.base.view import Jobs
from storedesk.ui.kit.forms.finder import REST_MS, Finder

pytestmark = pytest.mark.usefixtures("qtbot")


async def test_what_was_typed_last_is_searched_once_typing_pauses():
    asked, shown = [], []

    async def ask(text):
        asked.append(text)
        return [text.upper()]

    jobs = Jobs(lambda _: None)
    finder = Finder(jobs, ask, shown.append)
    for text in ("g", "gr", "greta"):
        finder.want(text)
    async with asyncio.timeout(20):
        while not shown:
            await asyncio.sleep(0.01)
    assert (asked, shown) == (["greta"], [["GRETA"]])
    assert finder.knows(" greta ")


async def test_nothing_is_searched_once_the_page_or_panel_has_gone():
    asked = []

    async def ask(text):
        asked.append(text)
        return []

    jobs = Jobs(lambda _: None)
    gone, other = (Finder(jobs, ask, lambda _: None), Finder(Jobs(print), ask, lambda _: None))
    gone.want("gone")
    jobs.cancel()
    other.want("later than that")  # its pause begins after the other's
    async with asyncio.timeout(20):
        while not asked:
            await asyncio.sleep(REST_MS / 1000)
    assert asked == ["later than that"]
