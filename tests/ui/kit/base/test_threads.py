"""Jobs beside the window that may never end: awaited, refused, and called off."""

import asyncio
import threading

import pytest

from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.kit.base import threads
from storedesk.ui.kit.base.threads import answered


async def test_what_a_job_returns_or_raises_is_its_answer():
    assert await answered(lambda: 7) == 7

    def refuse():
        raise Unavailable("keeper_silent")

    with pytest.raises(Unavailable):
        await answered(refuse)


async def test_a_job_that_ends_after_it_was_called_off_tells_nobody(monkeypatch):
    gate, begun, futures = threading.Event(), threading.Event(), []
    apart = threads.apart

    def kept(job):
        futures.append(apart(job))
        return futures[-1]

    monkeypatch.setattr(threads, "apart", kept)

    def job():
        begun.set()
        assert gate.wait(60)

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(answered(job), 0.01)
    assert begun.wait(10)

    told, loop = [], asyncio.get_running_loop()
    monkeypatch.setattr(loop, "call_soon_threadsafe", told.append)
    gate.set()
    futures[0].result(10)
    ended = threading.Event()
    futures[0].add_done_callback(lambda _: ended.set())
    assert ended.wait(10)
    assert told == []
