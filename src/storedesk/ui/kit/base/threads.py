"""Run a job on a thread of its own, which may never end, and wait for it only while needed."""

import asyncio
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from storedesk.adapters.time_limits import apart

T = TypeVar("T")


async def answered(job: Callable[[], T]) -> T:
    """Run a job on a new thread, and return what it returns.

    The thread uses the loop only while the caller waits: the loop may be closed afterwards.
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
