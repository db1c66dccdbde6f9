"""Lock the window after a while in which nobody has pressed a key, clicked or touched."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

TOUCHED = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove,
        QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
    }
)  # fmt: skip
MINUTE, AGAIN = 60_000, 30_000
"""Milliseconds; the other ones until it is tried again where something is not saved."""


class IdleLock(QObject):
    """Counts from the last key, click or touch that the system has given to the window."""

    def __init__(
        self, window: QWidget, may_lock: Callable[[], bool], lock: Callable[[], object]
    ) -> None:
        """`may_lock` tells whether nothing that was typed would be lost."""
        super().__init__(window)
        self._window, self._may_lock, self._lock = window, may_lock, lock
        self._minutes = 0
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self._due)

    def begin(self, minutes: int) -> None:
        """Lock after so many minutes; never for 0."""
        self._minutes = minutes
        self.timer.stop()
        if not self._window.isVisible():  # then the system has not made it yet
            return
        handle = self._window.windowHandle()
        handle.removeEventFilter(self)
        if minutes:
            handle.installEventFilter(self)
            self.timer.start(minutes * MINUTE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: somebody is there."""
        if event.type() in TOUCHED and self._minutes:
            self.timer.start(self._minutes * MINUTE)
        return super().eventFilter(watched, event)

    def _due(self) -> None:
        if self._may_lock():
            self._lock()
        elif self._minutes:
            self.timer.start(AGAIN)
