"""Call what may never answer, on a thread of its own and for a limited time.

The program does not wait for such a thread when it ends.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def apart(job: Callable[[], T]) -> "Future[T]":
    """Begin a job beside everything else."""
    answer: Future[T] = Future()
    answer.set_running_or_notify_cancel()  # from here on nobody can cancel it

    def work() -> None:
        try:
            answer.set_result(job())
        except BaseException as error:  # noqa: BLE001 - it is for whoever waits
            answer.set_exception(error)

    threading.Thread(target=work, name="apart", daemon=True).start()
    return answer


def within(seconds: float, job: Callable[[], T]) -> T:
    """Do a job; TimeoutError where it takes longer: then what it does later is lost."""
    return apart(job).result(seconds)
