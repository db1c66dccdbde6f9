"""Run threads for as long as the program runs, and restart those that die."""

import logging
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)

PAUSE = 5.0
"""Seconds before a thread that died is started again."""


class Restarted(threading.Thread):
    """Runs its work again, whatever ended it, until `stopping` is set."""

    def __init__(self, work: Callable[[], object], stopping: threading.Event, name: str) -> None:
        super().__init__(name=name, daemon=True)
        self._work, self._stopping = work, stopping

    def run(self) -> None:
        """Run until a stop is asked for."""
        while not self._stopping.is_set():
            try:
                self._work()
            except BaseException:
                log.exception("%s died, and begins again", self.name)
            self._stopping.wait(PAUSE)
