"""Run Python's garbage collection on the GUI thread: full passes were the longest stalls of all."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
CALLS = 200
"""Enough calls of a Qt method to see a count go down, too few to do harm."""


class GarbageCollection(QObject):
    """Collects young objects from a timer of the GUI thread, so that no other thread does.

    Objects of Qt must not be freed by a worker, and a full pass takes up to 130 ms.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._rounds = 0
        self._was_on = True

    def start(self) -> None:
        """Freeze what start-up made, and collect by the timer in place of Python.

        A pass over it first would take longer than the little that it would free is worth.
        """
        self._was_on = gc.isenabled()
        gc.freeze()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give collecting back to Python, if it did so before: threads are still running."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()

    def collect(self) -> None:
        """Collect the youngest generation, and each tenth time the middle one too."""
        self._rounds += 1
        gc.collect(1 if self._rounds % 10 == 0 else 0)


def loses_none() -> bool:
    """Tell whether this PySide6 drops a reference to None at each call of a void method.

    6.12.0 does so before Python 3.12, where None is not immortal, and crashes within seconds:
    docs/decisions/0002.
    """
    probe, before = QObject(), sys.getrefcount(None)
    for _ in range(CALLS):
        probe.setObjectName("")
    return before - sys.getrefcount(None) > CALLS // 2
