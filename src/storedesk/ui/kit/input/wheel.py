"""Let the mouse wheel scroll, and change no field but the one that has the keyboard."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QScrollBar,
    QTabBar,
    QWidget,
)

TURNED = (QComboBox, QAbstractSpinBox, QAbstractSlider, QTabBar, QCalendarWidget)
"""What Qt changes by the wheel, wherever the keyboard is. A scroll bar is meant to be."""


def stops_wheel(watched: QObject, event: QWheelEvent) -> bool:
    """Tell whether a wheel does nothing here; it goes on to whatever scrolls around.

    Qt shows each turn to the window first, and then gives the keyboard to what is below the mouse:
    that is taken from fields in time, or the second turn would change them.
    """
    if not isinstance(watched, QWidget):
        below = QApplication.widgetAt(event.globalPosition().toPoint())
        _field(below)
        return False
    field = _field(watched)
    if field is None or _has_keyboard(field):
        return False
    event.ignore()
    return True


def _field(below: QWidget | None) -> QWidget | None:
    """Return the field around a widget that the wheel would change; it takes no keyboard by it."""
    while below is not None:
        if isinstance(below, TURNED) and not isinstance(below, QScrollBar):
            if below.focusPolicy() == Qt.FocusPolicy.WheelFocus:
                below.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            return below
        below = None if below.isWindow() else below.parentWidget()
    return None


def _has_keyboard(field: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (field is focused or field.isAncestorOf(focused))
