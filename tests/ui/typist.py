"""Keys as a keyboard sends them, each with the time at which it was pressed."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from storedesk.ui.kit.input.covers import covering

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
ENTER, TAB = (KEY.Key_Return, "\r"), (KEY.Key_Tab, "\t")
SEPARATORS = ("ctrl", "raw", "f8", "alt")


class Typist:
    """Types at a pace into whatever has the keyboard, in a time of its own."""

    def __init__(self, window):
        self.window, self.now = window, 1_000_000
        self.is_repeat = False
        """Whether Qt takes the next keys for repeats of one that is held."""

    def types(self, text, *, pace=8, end=ENTER, separator="ctrl"):
        """Type a text, and the key that ends it; GS goes as such a keyboard wedge sends it."""
        self.now += 1_000
        for letter in text:
            if letter == "\x1d":
                self._separate(separator, pace)
            else:
                self.press(_key(letter), letter, pace=pace)
        if end:
            self.press(*end, pace=pace)

    def press(self, key, text="", modifiers=NONE, *, pace=8):
        """Press a key and let it go."""
        self.down(key, text, modifiers, pace=pace)
        self._send(QEvent.Type.KeyRelease, key, text, modifiers)

    def down(self, key, text="", modifiers=NONE, *, pace=8):
        """Press a key: first it is asked whether it is a shortcut, as Qt does."""
        self.now += pace
        self._send(QEvent.Type.ShortcutOverride, key, text, modifiers)
        self._send(QEvent.Type.KeyPress, key, text, modifiers)

    def _separate(self, how, pace):
        if how == "ctrl":
            self.down(KEY.Key_Control, "", NONE, pace=pace)
            self.press(KEY.Key_BracketRight, "\x1d", CTRL, pace=pace)
            self._send(QEvent.Type.KeyRelease, KEY.Key_Control, "", CTRL)
        elif how == "raw":
            self.press(KEY.Key_unknown, "\x1d", pace=pace)
        elif how == "f8":
            self.press(KEY.Key_F8, "", pace=pace)
        else:
            self.down(KEY.Key_Alt, "", NONE, pace=pace)
            for digit in "029":
                self.press(_key(digit), digit, ALT, pace=pace)
            self._send(QEvent.Type.KeyRelease, KEY.Key_Alt, "", ALT)

    def _send(self, kind, key, text, modifiers):
        popup = QApplication.activePopupWidget()
        shown = popup or covering() or self.window
        target = shown.focusWidget() or shown
        event = QKeyEvent(kind, key, modifiers, text, self.is_repeat)
        event.setTimestamp(self.now)
        event.ignore() if kind == QEvent.Type.ShortcutOverride else event.accept()
        QApplication.sendEvent(target, event)
        return event.isAccepted()


def _key(letter):
    return KEY(ord(letter.upper())) if letter.isascii() else KEY.Key_unknown
