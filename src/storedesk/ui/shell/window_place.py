"""Keep where the window stands on the screen, in a file of the profile; bring it forward."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtWidgets import QWidget

USUAL = QSize(1366, 768)
TITLE_BAR = QSize(0, 40)
"""What most desktops put around a window, which is not known before it is there."""
FRAME = QSize(8, 44)
"""The same with the borders at its sides and below."""


def keep_place(window: QWidget, file: Path) -> None:
    """Write down where a window stands, and how large it is."""
    _kept(file).setValue("geometry", window.saveGeometry())


def restore_place(window: QWidget, file: Path) -> None:
    """Put a window where it stood, or give it the usual size."""
    kept = _kept(file).value("geometry")
    if not (isinstance(kept, QByteArray) and window.restoreGeometry(kept)):
        window.resize(first_size(window))


def first_size(window: QWidget) -> QSize:
    """Return the usual size, or what the screen has beside the title bar."""
    screen = window.screen().availableGeometry().size() - TITLE_BAR
    return USUAL.boundedTo(screen).expandedTo(window.minimumSize())


def show_first(window: QWidget) -> None:
    """Show a window, over the whole screen where that has no room beside window and frame."""
    screen, least = window.screen().availableGeometry().size(), window.minimumSize()
    has_room = (screen - FRAME).expandedTo(window.size()) == screen - FRAME
    if not has_room and screen.expandedTo(least) == screen:
        window.showMaximized()
    else:
        window.show()


def come_forward(window: QWidget) -> None:
    """Bring a window to the front: someone has started the program again."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _kept(file: Path) -> QSettings:
    return QSettings(str(file), QSettings.Format.IniFormat)
