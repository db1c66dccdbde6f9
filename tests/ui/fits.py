"""Find what is cut, outside of its page or over something else, in what is laid out."""

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.labels import ElidedLabel

SPARE = 1
"""Pixels by which Qt rounds."""


def place_in(page, widget):
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def scrolls(page, widget):
    """Tell whether a widget is in something that scrolls, where it may reach below the edge."""
    parent = widget.parentWidget()
    while parent is not page and parent is not None:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def cut(page):
    """Return what is not whole: labels, buttons and fields that are too small for their words."""
    found = []
    for one in page.findChildren(QWidget):
        if not isinstance(one, (Button, QLabel, LineInput)) or not one.isVisible():
            continue
        metrics = one.fontMetrics()
        if isinstance(one, Button):
            if one.width() < one.sizeHint().width() - SPARE:
                found.append(("narrow", one.label, one.width(), one.sizeHint().width()))
        elif isinstance(one, QLabel) and not isinstance(one, ElidedLabel) and one.text():
            if not one.wordWrap() and metrics.horizontalAdvance(one.text()) > one.width() + SPARE:
                found.append(("cut", one.text()))
            if one.wordWrap() and one.heightForWidth(one.width()) > one.height() + SPARE:
                found.append(("low", one.text()))
        if one.height() < metrics.height() - SPARE and not isinstance(one, QLabel):
            found.append(("low", one.accessibleName(), one.height(), metrics.height()))
        if not scrolls(page, one) and not page.rect().contains(place_in(page, one)):
            found.append(("outside", one.accessibleName() or one.objectName()))
    return found


def overlapping(page):
    """Return pairs of buttons and fields that lie over each other."""
    seen = [one for one in page.findChildren(QWidget) if isinstance(one, (Button, LineInput))
            and one.isVisible() and not scrolls(page, one)]  # fmt: skip
    return [
        (one.accessibleName(), other.accessibleName())
        for one, other in combinations(seen, 2)
        if place_in(page, one).intersects(place_in(page, other))
        and not (one.isAncestorOf(other) or other.isAncestorOf(one))
    ]
