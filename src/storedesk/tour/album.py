"""Save the pictures of the tour."""

from itertools import count
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget


class Album:
    """Numbered pictures of the window, with whatever dialog stands before it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("[0-9][0-9]-*.png"):
            old.unlink()
        self._numbers = count(1)
        self.names: list[str] = []

    def take(self, window: QWidget, name: str) -> None:
        """Save the window as it is now."""
        file = self.folder / f"{next(self._numbers):02}-{name}.png"
        if not _seen(window).save(str(file)):
            raise OSError(f"{file} could not be written")
        self.names.append(file.name)


def fit(window: QWidget, size: QSize) -> None:
    """Give the window a size, wherever it was dragged to."""
    window.showNormal()
    window.resize(size)


def _seen(window: QWidget) -> QPixmap:
    """Paint the window and, in its middle, the dialogs: each is a window of its own to the screen.

    A virtual screen may be smaller than the window, and have pushed them aside.
    """
    picture = window.grab()
    painter = QPainter(picture)
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            painter.drawPixmap(window.rect().center() - dialog.rect().center(), dialog.grab())
    painter.end()
    return picture
