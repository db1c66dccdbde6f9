"""Make the classes of Qt on the GUI thread, and have other threads use Qt only afterwards.

PySide6 makes a class when it is first asked for, and enters it, as it does each of our own that
derives from one of Qt's, into a table in which the GUI thread looks classes up without a lock. A
thread that enters one meanwhile ends the program: docs/decisions/0039.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtPrintSupport", "QtSvg")
"""Of PySide6, all that the program uses."""
AT_ONCE = 0.004
"""Seconds in which the GUI thread takes steps before keys and mouse have their turn."""


def make_classes() -> Iterator[None]:
    """Make each class of Qt that is not made yet, in steps; on the GUI thread."""
    for name in MODULES:
        module = import_module(f"PySide6.{name}")
        for one in dir(module):  # which lists those too that are not made
            if one not in vars(module):
                getattr(module, one)
                yield


async def take(steps: Iterator[object], may_go_on: Callable[[], bool] = lambda: True) -> None:
    """Take steps as long as `may_go_on`, a few milliseconds at a time."""
    since = time.monotonic()
    while may_go_on() and next(steps, steps) is not steps:
        if time.monotonic() - since > AT_ONCE:
            await asyncio.sleep(0)
            since = time.monotonic()


async def beside(job: Callable[[], T]) -> T:
    """Run a job that uses Qt on another thread, once there is no class left to be made."""
    await take(make_classes())
    return await asyncio.to_thread(job)
