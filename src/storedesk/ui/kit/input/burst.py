"""Recognize what a scanner types: characters faster than a person types, and GS as it is sent."""

import sys
import time
from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

FASTEST_HAND_MS = 30
"""Milliseconds between two characters: no person types four of them so fast."""
STALL_MS = 120
"""Milliseconds for which a scanner may stop within a code, and before its Enter: a busy computer
or a remote desktop holds keys up. A person types no whole code before or after such a stop.
"""
LEAST, PART = 4, 2
"""Characters of the shortest code, and of the shortest beginning of one."""
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
GS = "\x1d"
"""Separates the parts of a GS1 code; no keyboard has a key for it."""

ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_BRACKET_KEY = 35
"""X11's number of the key with ] on a US keyboard, in any layout."""
_ASCII = 128

Clock: TypeAlias = Callable[[], float]


def is_end(event: QKeyEvent) -> bool:
    """Tell whether a key may be the last of a scan: with Ctrl or Alt it is a shortcut."""
    return event.key() in ENDS and not event.modifiers() & _HELD


def now_ms() -> float:
    """Return a time in milliseconds that never goes back."""
    return time.monotonic() * 1000


class Burst:
    """Characters that came faster than a person types, all at once or with stops between them."""

    def __init__(self) -> None:
        self.text = ""
        self.delivered = ""
        """What came of it before a stop, and was taken for typing."""
        self._last = 0.0
        self._is_sure = False

    def press(self, text: str, at: float) -> bool:
        """Take a character at a time in ms; False when it is too late to belong to the others."""
        if not self.text and at - self._last > STALL_MS:
            self.clear()
        belongs = not self.text or at - self._last <= FASTEST_HAND_MS
        if belongs:
            self.text += text
            self._last = at
            self._is_sure = self._is_sure or len(self.text) >= LEAST
        return belongs

    def go_on(self, at: float) -> None:
        """Continue the burst by a key without a character: Shift, or a digit of Alt+029."""
        if at - self._last <= FASTEST_HAND_MS:
            self._last = at

    def is_running(self, at: float) -> bool:
        """Tell whether a key at that time would belong to the burst."""
        return bool(self.text) and at - self._last <= FASTEST_HAND_MS

    def ended(self, at: float) -> bool:
        """Tell whether an Enter or Tab at that time makes it a scan."""
        return self._is_sure and at - self._last <= STALL_MS

    def stop(self) -> None:
        """Take what came for typing, unless its other part follows soon."""
        if not self.delivered and len(self.text) < PART:
            self.clear()
        self.delivered, self.text = self.delivered + self.text, ""

    def clear(self) -> None:
        """Begin anew."""
        self.text = self.delivered = ""
        self._is_sure = False


class KeyReader:
    """Reads the keys that a scanner sends, apart from a person's Ctrl, Alt and F8.

    A keyboard wedge sends GS as Ctrl+], as the character itself, as F8 or as Alt+029.
    """

    def __init__(self) -> None:
        self._alt_digits = ""

    def character(self, event: QKeyEvent, *, is_running: bool) -> str:
        """Return the character that a key stands for, "" for none; `is_running` is the burst's.

        A repeat within a burst is a digit twice: Qt takes a key for held that is let go and pressed
        again within a millisecond. A key that is really held repeats long after it was pressed.
        """
        if event.isAutoRepeat() and not is_running:
            return ""
        if _is_separator(event) or (is_running and event.key() == Qt.Key.Key_F8):
            return GS
        text = typed_text(event)
        return text if text.isprintable() else ""

    def takes_digit(self, event: QKeyEvent) -> bool:
        """Take a digit that is typed while Alt is held; `released` says what they came to."""
        digit = chr(event.key()) if event.key() < _ASCII else ""
        held = event.modifiers() & _COMMANDS == Qt.KeyboardModifier.AltModifier
        if not (held and digit.isdigit()) or event.isAutoRepeat():
            return False
        self._alt_digits += digit
        return True

    def released(self, event: QKeyEvent) -> str:
        """Return the character whose number was typed, once Alt is let go."""
        if event.key() != Qt.Key.Key_Alt:
            return ""
        number, self._alt_digits = int(self._alt_digits[:4] or 0), ""
        made = chr(number) if number < _ASCII else ""
        return made if made == GS or (made.isprintable() and number) else ""

    def clear(self) -> None:
        """Begin anew."""
        self._alt_digits = ""


def typed_text(event: QKeyEvent) -> str:
    """Return what a key types: nothing while Ctrl, Alt or Meta is held, but what AltGr makes."""
    return event.text() if not event.modifiers() & _COMMANDS or _is_alt_gr(event) else ""


def _is_separator(event: QKeyEvent) -> bool:
    if event.text() == GS:
        return True
    if event.modifiers() & _COMMANDS != Qt.KeyboardModifier.ControlModifier:
        return False
    is_bracket = event.key() == Qt.Key.Key_BracketRight
    return is_bracket or (sys.platform == "linux" and event.nativeScanCode() == _BRACKET_KEY)


def _is_alt_gr(event: QKeyEvent) -> bool:
    """AltGr arrives as Ctrl+Alt on Windows; the character it makes is text all the same."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.modifiers() & both == both and bool(event.text())
