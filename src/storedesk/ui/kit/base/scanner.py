"""Find what a scanner types among all keys, before a widget acts on them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from storedesk.ui.kit.base.missed_scans import tell_missed
from storedesk.ui.kit.input.badge_run import SLOWEST_MS, BadgeRun
from storedesk.ui.kit.input.burst import (
    FASTEST_HAND_MS,
    LEAST,
    MODIFIERS,
    Burst,
    Clock,
    KeyReader,
    is_end,
    now_ms,
)
from storedesk.ui.kit.input.scan_routes import (
    TAKES_SCAN,
    TYPED_INTO,
    Course,
    Receiver,
    Route,
    ScanListener,
    ScanRoutes,
    take_back,
)
from storedesk.ui.kit.input.wheel import stops_wheel

__all__ = ["FASTEST_HAND_MS", "LEAST", "TAKES_SCAN", "TYPED_INTO", "Burst"]

HOLD_MS = 40
"""Milliseconds for which a key is held back, to see whether it begins a burst."""
QUIET_MS = 300
"""Milliseconds for which Enter does nothing after a burst or after the pay panel has opened."""


class EnterGuard:
    """Blocks Enter for a moment after a scan."""

    def __init__(self, clock: Clock = now_ms) -> None:
        self._clock = clock
        self._armed = float("-inf")

    def arm(self) -> None:
        """Block Enter for a moment: a burst has ended, or the pay panel has opened."""
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


Hears: TypeAlias = Callable[[], bool]


def always() -> bool:
    """Take every scan."""
    return True


class ScannerGuard(QObject):
    """Watches all keys of the program; one is made by the window and installed on the application.

    What is scanned goes to the innermost listener around the keyboard, else to the one for the page
    in sight; a dialog without one says that it was not taken. See `scan_routes`. Keys without a
    shortcut's modifiers are held back for HOLD_MS, so no bare letter may be a shortcut; a page
    handles those in keyPressEvent.

    Filters cost something for every event there is, so this is the only one of the application: it
    minds the wheel as well, see `wheel`.
    """

    badge = Signal(object)
    """A StaffBadge that was scanned, whatever has the keyboard: no field keeps any of it."""
    dropped = Signal(str)
    """A scan that nobody takes: the window lets its page report it."""

    def __init__(self, clock: Clock = now_ms) -> None:
        super().__init__()
        self.enter = EnterGuard(clock)
        self._clock = clock
        self._burst, self._keys, self._routes = Burst(), KeyReader(), ScanRoutes()
        self._run, self._waits_longer = BadgeRun(), False
        self._held: list[_Held] = []
        self._is_replaying = False
        self._timer = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._timer.timeout.connect(lambda: QTimer.singleShot(0, self._settle))

    def install(self) -> None:
        """Start watching the application."""
        if app := QCoreApplication.instance():
            app.installEventFilter(self)

    def listen(self, owner: QWidget, receiver: Receiver, hears: Hears = always) -> None:
        """Give `receiver` what is scanned while `owner` is visible and `hears` is true."""
        self._routes.add(ScanListener(owner, receiver, hears))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: hold keys back until it is known who typed them."""
        if (  # called for every event: event.type() would cost most of it
            not isinstance(event, QKeyEvent)
            or self._is_replaying
            or not isinstance(watched, QWidget)
        ):
            return isinstance(event, QWheelEvent) and stops_wheel(watched, event)
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            return self._is_ours(event)
        if kind == QEvent.Type.KeyRelease:
            return self._released(watched, event)
        return kind == QEvent.Type.KeyPress and self._pressed(watched, event)

    def flush(self) -> None:
        """Deliver the keys that were held back: a person typed them."""
        self._burst.clear()
        self._run.clear()
        self._deliver()

    def _deliver(self) -> None:
        self._timer.stop()
        self._keys.clear()
        held, self._held = self._held, []
        self._is_replaying = True
        try:
            for one in held:
                if isValid(one.target):
                    QCoreApplication.sendEvent(one.target, one.event)
        finally:
            self._is_replaying = False

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Keep a key of a possible burst from being a shortcut; else deliver those held back."""
        running = self._burst.is_running(self._at(event))
        is_digit = event.modifiers() and KeyReader().takes_digit(event)
        ends = is_end(event) and (bool(self._held) or self._burst.ended(self._at(event)))
        if ends or is_digit or self._keys.character(event, is_running=running):
            event.accept()
            return True
        if self._held and event.key() not in MODIFIERS:
            self.flush()  # what was typed before a shortcut comes before it
        return False

    def _pressed(self, target: QWidget, event: QKeyEvent) -> bool:
        at = self._at(event)
        if event.key() in MODIFIERS:
            self._burst.go_on(at)
            return False
        if is_end(event) and not event.isAutoRepeat():
            if self._take_badge(target):
                return True
            if self._burst.ended(at):
                return self._ended(target, event)
        character = self._keys.character(event, is_running=self._burst.is_running(at))
        if not character:
            if self._keys.takes_digit(event):
                self._burst.go_on(at)
                return self._hold(target, event)
            self.flush()
            return False
        self._join(character, at)
        return self._hold(target, event)

    def _released(self, target: QWidget, event: QKeyEvent) -> bool:
        if character := self._keys.released(event):
            self._join(character, self._at(event))
        is_held = any(held.event.key() == event.key() for held in self._held)
        return is_held and self._hold(target, event)

    def _join(self, character: str, at: float) -> None:
        """Add a character to the burst, or begin a new burst if it came too late."""
        self._run.press(character, at)
        if not self._burst.press(character, at):
            self._burst.stop()
            if not self._run.is_likely:
                self._deliver()
            self._burst.press(character, at)

    def _settle(self) -> None:
        if self._timer.isActive():  # a further key was waiting in the queue
            return
        if self._run.is_likely and not self._waits_longer:
            self._waits_longer = True
            self._timer.start(SLOWEST_MS)
        elif not (self._held and self._take_badge(self._held[-1].target)):
            self._burst.stop()
            if self._waits_longer:
                self._run.clear()
            self._deliver()

    def _take_badge(self, target: QWidget) -> bool:
        """Take a badge however slowly it came; what of it stands in a field is taken back."""
        badge = self._run.badge
        if badge is None:
            return False
        presses = [one for one in self._held if one.event.type() == QEvent.Type.KeyPress]
        before = self._run.text[: max(0, len(self._run.text) - len(presses))]
        self._forget(target, before)
        self.badge.emit(badge)
        return True

    def _ended(self, target: QWidget, end: QKeyEvent) -> bool:
        """Deliver a burst; return whether its last key is dropped."""
        before = self._burst.delivered
        text = f"{before}{self._burst.text}".strip(" ")
        is_entered = end.key() != Qt.Key.Key_Tab
        route = self._routes.route(target, text, is_entered=is_entered)
        if route.course is Course.TYPED:
            self.flush()
            return False
        self.enter.arm()
        if route.course in {Course.KEPT, Course.DOUBTED}:
            self.flush()
            if route.course is Course.DOUBTED:
                tell_missed(target, text, is_kept=True)
            return True
        self._forget(target, before)
        self._hand_on(target, text, route)
        return True

    def _forget(self, target: QWidget, before: str) -> None:
        """Deliver none of a burst, and take back what was delivered before a stop in it."""
        self.enter.arm()
        self._timer.stop()
        self._burst.clear()
        self._run.clear()
        self._keys.clear()
        self._held.clear()
        take_back(target, before)

    def _hand_on(self, target: QWidget, text: str, route: Route) -> None:
        if isinstance(route.covering, QDialog):
            route.covering.reject()
        if route.receiver:
            route.receiver(text)
        else:
            tell_missed(target, text, is_kept=False)
            self.dropped.emit(text)

    def _hold(self, target: QWidget, event: QKeyEvent) -> bool:
        self._held.append(_Held(target, event.clone()))
        if event.type() == QEvent.Type.KeyPress:
            self._waits_longer = False
            self._timer.start(HOLD_MS)
        return True

    def _at(self, event: QKeyEvent) -> float:
        return float(event.timestamp()) or self._clock()
