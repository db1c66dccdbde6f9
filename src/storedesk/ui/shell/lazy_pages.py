"""Make each page of the window when it is first wanted, or while nothing else is done."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QObject, QTimer

from storedesk.ui.kit.base.view import View

PAUSE_MS = 250
"""Milliseconds between two pages that nobody has asked for: one takes up to 150."""


class LazyPages(Mapping[str, View]):
    """The pages by their keys. Whoever looks one up gets it, made now if it was not there.

    `make_others` makes the rest one by one, so that it is there before it is gone to.
    """

    def __init__(self, owner: QObject, makers: Mapping[str, Callable[[], View]]) -> None:
        """Take the makers in the order of the side bar; when `owner` ends, no more are made."""
        self._makers = makers
        self._made: dict[str, View] = {}
        self._timer = QTimer(owner, interval=PAUSE_MS)
        self._timer.timeout.connect(self.make_next)

    def __getitem__(self, key: str) -> View:
        if key not in self._made:
            self._made[key] = self._makers[key]()
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._makers  # asking makes none

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    def made(self) -> dict[str, View]:
        """Return those that are there, in the order of the side bar."""
        return {key: self._made[key] for key in self._makers if key in self._made}

    def make_others(self) -> None:
        """Make the others from now on, one at a time with a pause before each."""
        self._timer.start()

    def make_next(self) -> bool:
        """Make one that is not there, in the order of the side bar; False where all are."""
        missing = (key for key in self if key not in self._made)
        key = next(missing, None)
        if key is not None:
            self[key]
        if next(missing, None) is None:
            self.stop()
        return key is not None

    def stop(self) -> None:
        """Make no more by itself."""
        self._timer.stop()
