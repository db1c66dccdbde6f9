"""End a command that the system or a person stops, after cleaning up what it began."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
BY_SIGNAL = 128


class Ended(BaseException):
    """Raised where a command is when the system, its terminal or a person ends it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = BY_SIGNAL + number
        """The exit code, as shells know it."""


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Turn ending signals into an exception, so that servers stop and scratch stores go."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _end) for number in ENDINGS}
    try:
        yield
    except KeyboardInterrupt as interrupt:
        raise Ended(signal.SIGINT) from interrupt
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _frame: FrameType | None) -> None:
    for one in ENDINGS:  # once is enough: what is being put in order is not disturbed
        signal.signal(one, signal.SIG_IGN)
    raise Ended(number)
