"""Waiting for a thread of its own that may never end: whoever no longer waits is not told."""

import asyncio
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from storedesk.adapters.time_limits import apart

T = TypeVar("T")


async def answered(job: Callable[[], T]) -> T:
    """Do a job beside the window, and return what it returns.

    The thread speaks to the loop only while somebody waits: the loop may be gone afterwards.
    """
    loop, guard, is_awaited = asyncio.get_running_loop(), Lock(), True
    done: asyncio.Future[None] = loop.create_future()

    def end() -> None:
        if not done.done():
            done.set_result(None)

    def tell(_: object) -> None:
        with guard:
            if is_awaited:
                loop.call_soon_threadsafe(end)

    answer = apart(job)
    answer.add_done_callback(tell)
    try:
        await done
    finally:
        with guard:
            is_awaited = False
    return answer.result()
