"""Name the screens of this computer that a customer may look at."""

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def screen_name(screen: QScreen) -> str:
    """Return by what a screen is known again: as the system calls it, and its serial number."""
    return " ".join(part for part in (screen.name(), screen.serialNumber()) if part)


def screen_label(screen: QScreen) -> str:
    """Return a screen as a person tells it from others: its name and its size."""
    size = screen.size() * screen.devicePixelRatio()
    return f"{screen.name()} · {size.width()} × {size.height()}"


def screen_named(name: str) -> QScreen | None:
    """Return a screen that is connected; None where it is not."""
    return next((one for one in QGuiApplication.screens() if screen_name(one) == name), None)


def other_screens(window: QWidget) -> list[QScreen]:
    """Return the screens on which `window` is not: none of its parts would be covered."""
    return [one for one in QGuiApplication.screens() if one is not window.window().screen()]
