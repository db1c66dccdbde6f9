"""Drive the real window: press keys, click, and wait for what is shown."""

import asyncio
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from storedesk.ui.kit.dialogs.crash import CrashDialog
from storedesk.ui.kit.input.covers import covering

LOOKS = 0.02
"""Seconds between two looks at the window."""
KEYSTROKE = 0.06
"""Seconds between two letters: a quick hand, and too slow for a scanner."""
FAR = 80
"""Tabs after which nobody looks any further."""
MOMENT = 0.35
"""Seconds in which Enter does nothing after a burst or the opening of a panel, and some more."""


class StuckError(Exception):
    """The window does not show what a person would wait for now."""


class Driver:
    """Presses and clicks on what is in sight, and waits as a person does, but not for ever."""

    def __init__(self, window: QWidget, patience: float) -> None:
        """`patience` is how long to wait for anything that is due, in seconds."""
        self._window, self._patience = window, patience

    async def until(
        self, is_so: Callable[[], object], what: str, *, patience: float | None = None
    ) -> float:
        """Wait until it is so, and return the seconds that took. Stuck: `what` does not happen."""
        start = time.monotonic()
        while not is_so():
            is_late = time.monotonic() - start > (patience or self._patience)
            if is_late or self._window.findChildren(CrashDialog):
                raise StuckError(f"waited in vain for {what}")
            await asyncio.sleep(LOOKS)
        return time.monotonic() - start

    async def press(self, *keys: str) -> None:
        """Press keys or chords, such as "F3" or "Ctrl+K", one after the other."""
        for key in keys:
            QTest.keySequence(await self._keyboard(), QKeySequence(key))
            await asyncio.sleep(KEYSTROKE)

    async def write(self, text: str) -> None:
        """Type `text` by hand."""
        for letter in text:
            strike(await self._keyboard(), letter)
            await asyncio.sleep(KEYSTROKE)

    async def enter(self, text: str) -> None:
        """Type `text` by hand, then Enter."""
        await self.write(text)
        await self.press("Return")

    async def scan(self, code: str) -> None:
        """Type as a scanner does: all letters at once, then Enter."""
        QTest.keyClicks(await self._keyboard(), code)
        await self.press("Return")

    async def reach(self, widget: QWidget) -> None:
        """Walk to `widget` by Tab. Stuck: Tab does not lead there."""
        for _ in range(FAR):
            here = await self._keyboard()
            if here is widget or widget.isAncestorOf(here):
                return
            QTest.keySequence(here, QKeySequence("Tab"))
            await asyncio.sleep(LOOKS)
        raise StuckError(f"Tab does not lead to {_name(widget)}")

    async def choose(self, box: QComboBox, is_wanted: Callable[[], bool]) -> None:
        """Walk to a list of choices, and along it until what is wanted is chosen."""
        await self.reach(box)
        for key in ("Down", "Up"):
            for _ in range(box.count()):
                if is_wanted():
                    return
                await self.press(key)
        if not is_wanted():
            raise StuckError(f"{_name(box)} does not offer what is wanted")

    async def pause(self, seconds: float = MOMENT) -> None:
        """Look at what has come up, before the next key."""
        await asyncio.sleep(seconds)

    async def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click `widget` in its middle, or `at` a point. Stuck: something else lies there."""
        await self.until(lambda: widget.isVisible() and widget.isEnabled(), _name(widget))
        top = widget.window()
        point = widget.mapTo(top, at or widget.rect().center())
        below = top.childAt(point)
        if below is None or not (below is widget or widget.isAncestorOf(below)):
            cover = _name(below) if below else "nothing"
            raise StuckError(f"{cover} lies where {_name(widget)} should be clicked")
        left = Qt.MouseButton.LeftButton
        QTest.mouseClick(below, left, Qt.KeyboardModifier.NoModifier, below.mapFrom(top, point))
        await asyncio.sleep(KEYSTROKE)

    async def _keyboard(self) -> QWidget:
        """Return what has the keyboard: in a dialog if one is open, else in the window."""
        top = covering() or self._window
        if not top.isActiveWindow():
            top.activateWindow()
            await self.until(top.isActiveWindow, "the keyboard in the window")
        return top.focusWidget() or top


def strike(widget: QWidget, letter: str) -> None:
    """Press and let go of the key of a letter; QTest ends the program at one like "í"."""
    if letter.isascii():
        QTest.keyClicks(widget, letter)
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, event)


def _name(widget: QWidget) -> str:
    return f"“{widget.accessibleName() or type(widget).__name__}”"
