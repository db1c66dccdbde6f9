"""Report progress on standard error: one changing line on a terminal, and nothing elsewhere."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TextIO

from storedesk.cli.language import tr

MOMENT = 1.0
"""Seconds after which the line is written again, even if little has changed."""


class TerminalProgress:
    """Reports one piece of work from its beginning to its end, however it ends.

    For work whose share is not known, the seconds that have passed are shown. In a file there would
    be a line for each of them: nothing is written where nobody sees it change.
    """

    def __init__(
        self,
        words: str,
        *,
        stream: TextIO | None = None,
        every: float = MOMENT,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.words = words
        self._stream = stream or sys.stderr
        self._is_terminal = bool(self._stream and self._stream.isatty())
        self._every = every
        self._clock = clock
        self._share: float | None = None
        self._said = ""
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._tick, name="progress", daemon=True)

    def __enter__(self) -> Self:
        self._began = self._latest = self._clock()
        if self._is_terminal:
            self._say()
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()
        with self._lock:
            if self._said:
                self._write("\n")

    def tell(self, share: float, words: str = "") -> None:
        """Set the share that is done, and the name of the work if that has changed."""
        with self._lock:
            is_other = bool(words) and words != self.words
            self.words = words or self.words
            self._share = share
            is_due = self._clock() - self._latest >= self._every
            if self._is_terminal and (is_due or is_other or self._line() != self._said):
                self._say()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Clear the line while something else is printed or asked."""
        with self._lock:
            if self._said:
                self._write(f"\r{' ' * len(self._said)}\r")
                self._said = ""
            yield
            self._latest = self._clock()

    def _tick(self) -> None:
        while not self._over.wait(self._every):
            with self._lock:
                if self._clock() - self._latest >= self._every:
                    self._say()

    def _line(self) -> str:
        seconds = int(self._clock() - self._began)
        if self._share is not None:
            percent = f"{self._share * 100:3.0f}"
            return tr("{work} {percent}%").format(work=self.words, percent=percent)
        if seconds:
            return tr("{work}, {seconds} s").format(work=self.words, seconds=seconds)
        return f"{self.words}…"

    def _say(self) -> None:
        line = self._line()
        self._latest = self._clock()
        self._write(f"\r{line}{' ' * (len(self._said) - len(line))}")
        self._said = line

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):  # nobody reads it any more: the work goes on all the same
            self._over.set()
