"""Tells a scanner from a person, in every window, before anything acts on what it typed."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

FASTEST_HAND_MS = 30
"""Between two characters: no hand keeps this up for four."""
LEAST = 4
HOLD_MS = 40
"""How long a key is held back to see whether it begins a burst."""
QUIET_MS = 300
"""How long Enter does nothing after a burst, or after the pay panel has opened."""

TAKES_SCAN = "takesScan"
"""A property: this field wants what is scanned while it has the keyboard (a search field)."""

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
Clock = Callable[[], float]


def now_ms() -> float:
    """Return a time in milliseconds that never goes back."""
    return time.monotonic() * 1000


class Burst:
    """Characters that came faster than a hand types."""

    def __init__(self) -> None:
        self.text = ""
        self._last = 0.0

    def press(self, text: str, at: float) -> bool:
        """Take a character at a time in ms; False when it is too late to belong to the others."""
        belongs = not self.text or at - self._last <= FASTEST_HAND_MS
        if belongs:
            self.text += text
            self._last = at
        return belongs

    def ended(self, at: float) -> bool:
        """Tell whether an Enter or Tab at that time makes it a scan."""
        return len(self.text) >= LEAST and at - self._last <= FASTEST_HAND_MS

    def clear(self) -> None:
        """Begin anew."""
        self.text = ""


class EnterGuard:
    """Lets Enter through only when a person means it."""

    def __init__(self, clock: Clock = now_ms) -> None:
        self._clock = clock
        self._armed = float("-inf")

    def arm(self) -> None:
        """Let no Enter through for a moment: a burst has ended, or the pay panel has opened."""
        self._armed = self._clock()

    def allows(self, event: QKeyEvent | None = None) -> bool:
        """Tell whether Enter may do something now; a key held down never does."""
        repeats = event is not None and event.isAutoRepeat()
        return not repeats and self._clock() - self._armed >= QUIET_MS


@dataclass(frozen=True, slots=True)
class _Held:
    """A key held back, and the widget it is for."""

    target: QWidget
    event: QKeyEvent


class ScannerGuard(QObject):
    """Watches all keys of the program; one is made by the window and installed on the application.

    What is scanned goes to the innermost listener around the keyboard, else to the last one in
    sight; a dialog without one lets it fall. Keys without a shortcut's modifiers are held back for
    HOLD_MS, so no bare letter may be a shortcut; a page handles those in keyPressEvent.
    """

    dropped = Signal(str)
    """Something was scanned that nobody here wants."""

    def __init__(self, clock: Clock = now_ms) -> None:
        super().__init__()
        self.enter = EnterGuard(clock)
        self._clock = clock
        self._burst = Burst()
        self._held: list[_Held] = []
        self._listeners: list[tuple[QWidget, Callable[[str], None]]] = []
        self._is_replaying = False
        self._timer = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._timer.timeout.connect(lambda: QTimer.singleShot(0, self._settle))

    def install(self) -> None:
        """Begin to watch the application."""
        if app := QCoreApplication.instance():
            app.installEventFilter(self)

    def listen(self, owner: QWidget, receiver: Callable[[str], None]) -> None:
        """Hand `receiver` what is scanned while `owner` is in sight."""
        self._listeners.append((owner, receiver))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: hold keys back until it is known who typed them."""
        if (  # asked of every event there is: its type() would be the dearest question
            not isinstance(event, QKeyEvent)
            or self._is_replaying
            or not isinstance(watched, QWidget)
        ):
            return False
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            if self._is_character(event) or (self._held and event.key() in _ENDS):
                event.accept()
                return True
            return False
        if kind == QEvent.Type.KeyRelease:
            return self._released(watched, event)
        return kind == QEvent.Type.KeyPress and self._pressed(watched, event)

    def _pressed(self, target: QWidget, event: QKeyEvent) -> bool:
        at = float(event.timestamp()) or self._clock()
        if event.key() in _SHIFTS:
            return False
        if event.key() in _ENDS and not event.isAutoRepeat() and self._burst.ended(at):
            self._scanned(target)
            return True
        if not self._is_character(event):
            self.flush()
            return False
        if not self._burst.press(event.text(), at):
            self.flush()
            self._burst.press(event.text(), at)
        self._hold(target, event)
        self._timer.start()
        return True

    def _released(self, target: QWidget, event: QKeyEvent) -> bool:
        is_held = any(held.event.key() == event.key() for held in self._held)
        if is_held:
            self._hold(target, event)
        return is_held

    def flush(self) -> None:
        """Let the keys held back go where they were meant to: a person typed them."""
        self._timer.stop()
        self._burst.clear()
        held, self._held = self._held, []
        self._is_replaying = True
        try:
            for one in held:
                if isValid(one.target):
                    QCoreApplication.sendEvent(one.target, one.event)
        finally:
            self._is_replaying = False

    def _settle(self) -> None:
        if not self._timer.isActive():  # no further key was waiting in the queue
            self.flush()

    def _scanned(self, target: QWidget) -> None:
        text = self._burst.text.strip()
        receiver = self._receiver(target)
        if receiver is None and target.property(TAKES_SCAN):
            self.flush()
            self.enter.arm()
            return
        self._timer.stop()
        self._burst.clear()
        self._held.clear()
        self.enter.arm()
        if receiver:
            receiver(text)
        else:
            self.dropped.emit(text)

    def _receiver(self, target: QWidget) -> Callable[[str], None] | None:
        self._listeners = [pair for pair in self._listeners if isValid(pair[0])]
        known = dict(self._listeners)
        around: QWidget | None = target
        while around is not None:
            if around in known:
                return known[around]
            around = around.parentWidget() if not around.isWindow() else None
        if target.property(TAKES_SCAN) or QApplication.activeModalWidget():
            return None
        in_sight = [receiver for owner, receiver in self._listeners if owner.isVisible()]
        return in_sight[-1] if in_sight else None

    def _hold(self, target: QWidget, event: QKeyEvent) -> None:
        self._held.append(_Held(target, event.clone()))

    @staticmethod
    def _is_character(event: QKeyEvent) -> bool:
        plain = not event.modifiers() & _COMMANDS or _is_alt_gr(event)
        return (
            plain and not event.isAutoRepeat() and event.text().isprintable() and bool(event.text())
        )


def _is_alt_gr(event: QKeyEvent) -> bool:
    """AltGr arrives as Ctrl+Alt on Windows; the character it makes is text all the same."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.modifiers() & both == both and bool(event.text())
