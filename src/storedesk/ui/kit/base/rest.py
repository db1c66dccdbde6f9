"""Let news through at most every so often: a busy shop changes a page all the time."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


class Rest:
    """The time for which a page is left alone after it was read."""

    def __init__(self, owner: QWidget, milliseconds: int, do: Callable[[], object]) -> None:
        """`do` is called once after each rest in which something was wanted."""
        self._do, self._is_due = do, False
        self._timer = QTimer(owner, singleShot=True, interval=milliseconds)
        self._timer.timeout.connect(self._end)

    def begin(self) -> None:
        """Begin to rest, or begin anew."""
        self._timer.start()

    def allows(self) -> bool:
        """Tell whether something may be done now; else it is done after the rest."""
        self._is_due = self._timer.isActive()
        return not self._is_due

    def stop(self) -> None:
        """Rest no more, and do nothing: the page goes."""
        self._timer.stop()

    def _end(self) -> None:
        if self._is_due:
            self._is_due = False
            self._do()
