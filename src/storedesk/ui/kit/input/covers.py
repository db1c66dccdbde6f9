"""Know which dialog covers a window, keep the keyboard in it, and give it back afterwards.

A dialog of the kit is a part of its window, so to Qt it is not modal: whoever wants to know whether
the page can be reached asks `covering` or `is_covered`.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


@dataclass(slots=True)
class _Cover:
    """A dialog, and what had the keyboard in its window before it, or was given it meanwhile."""

    dialog: QWidget
    below: QWidget | None


class Covers(QObject):
    """The dialogs there are, the topmost last. There is one list for the program: `COVERS`."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[_Cover] = []
        self._is_watching = False

    def add(self, dialog: QWidget) -> None:
        """Note a dialog that is being made, and what has the keyboard before its first field."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and not self._is_watching:
            self._is_watching = True
            app.focusChanged.connect(self._moved)
        self._open.append(_Cover(dialog, dialog.window().focusWidget()))

    def show(self, dialog: QWidget) -> None:
        """Have a dialog be the topmost: it is about to be shown."""
        one = next(one for one in self._open if one.dialog is dialog)
        self._open.remove(one)
        self._open.append(one)
        now = dialog.window().focusWidget()
        if now is None or not dialog.isAncestorOf(now):
            one.below = now

    def take(self, dialog: QWidget) -> QWidget | None:
        """Forget a dialog; return what is to have the keyboard again, if that is still there."""
        gone = next((one for one in self._open if one.dialog is dialog), None)
        if gone is None:
            return None
        self._open.remove(gone)
        below = gone.below
        return below if below is not None and isValid(below) else None

    def top(self, window: QWidget | None = None) -> QWidget | None:
        """Return the topmost dialog in sight, of all windows or of one."""
        self._open = [one for one in self._open if isValid(one.dialog)]
        for one in reversed(self._open):
            if one.dialog.isVisible() and (window is None or one.dialog.window() is window):
                return one.dialog
        return None

    def has(self, widget: QWidget) -> bool:
        """Tell whether a widget is a dialog that is open, or about to be."""
        return any(one.dialog is widget for one in self._open)

    def focused(self, widget: QWidget) -> QWidget | None:
        """Return what has the keyboard around a widget: in its dialog, or in the page below one."""
        around, window = dialog_around(widget), widget.window()
        for one in self._open:
            is_next = isValid(one.dialog) and one.dialog.window() is window
            if around is None and is_next and one.dialog.isVisible():
                return one.below if one.below is not None and isValid(one.below) else None
            if one.dialog is around:
                around = None
        return window.focusWidget()

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Give the keyboard back to the top dialog; what was given it has it afterwards."""
        window = now.window() if now is not None else QApplication.activeWindow()
        top = self.top(window) if window is not None else None
        if top is None or (now is not None and (now is top or top.isAncestorOf(now))):
            return
        around = dialog_around(now)
        if around is not None and not around.isVisible():
            return  # it is about to be shown
        if now is not None and now is not window:
            self._remember(now)
        here = top.focusWidget()
        (here if here is not None and here.isEnabled() and here.isVisible() else top).setFocus()

    def _remember(self, now: QWidget) -> None:
        """Note for whichever dialog lies next above `now` that it is to have the keyboard."""
        around, window = dialog_around(now), now.window()
        for one in self._open:
            if around is None and isValid(one.dialog) and one.dialog.window() is window:
                one.below = now
                return
            if one.dialog is around:
                around = None


def covering() -> QWidget | None:
    """Return what covers the page: a dialog of the kit, or one of the system over all windows."""
    return QApplication.activeModalWidget() or COVERS.top()


def is_covered(widget: QWidget) -> bool:
    """Tell whether a dialog lies over a widget, so that neither mouse nor keys reach it."""
    over = covering()
    return over is not None and over is not widget and not over.isAncestorOf(widget)


def dialog_around(widget: QWidget | None) -> QWidget | None:
    """Return the open dialog that a widget is a part of, or a popup of it."""
    while widget is not None and not COVERS.has(widget):
        widget = widget.parentWidget()
    return widget


COVERS = Covers()
