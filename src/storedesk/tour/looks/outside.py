"""Find what sticks out of its window or its place, and dialogs that are larger than the window."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QWidget

from storedesk.tour.looks.cut_texts import FIELDS
from storedesk.tour.looks.findings import Finding, FindingKind, named
from storedesk.tour.looks.places import is_in, reachable

SPARE = 1.0
"""Pixels by which Qt rounds."""


def outside(widgets: Iterable[QWidget]) -> Iterator[Finding]:
    """Yield buttons and fields of which a part can neither be seen nor be scrolled to."""
    for one in widgets:
        parent = one.parentWidget()
        if not isinstance(one, (QAbstractButton, *FIELDS)) or isinstance(parent, QScrollBar):
            continue
        if parent is not None and is_in(parent, (QAbstractButton, *FIELDS)):
            continue
        left = reachable(one, QRectF(one.rect()))
        wide, high = one.width() - left.width(), one.height() - left.height()
        if wide > SPARE or high > SPARE:
            words = f"{wide:.0f} px of its width and {high:.0f} px of its height cannot be seen"
            yield Finding(FindingKind.OUTSIDE, named(one), words)


def too_large(dialog: QWidget) -> Iterator[Finding]:
    """Yield a dialog that its window does not hold."""
    window = dialog.window()
    if dialog is window:
        return
    room = QRectF(window.rect())
    place = QRectF(dialog.mapTo(window, dialog.rect().topLeft()), dialog.size())
    if not room.contains(place):
        size, has = dialog.size().toTuple(), window.size().toTuple()
        yield Finding(FindingKind.DIALOG, named(dialog), f"{size} px in a window of {has} px")
