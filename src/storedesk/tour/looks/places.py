"""Tell where a widget stands in its window, and how much of it can be seen or scrolled to."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from storedesk.ui.kit.paper.printing import PrintPreview
from storedesk.ui.preferences.preview import Preview

PICTURES = (PrintPreview, Preview)
"""What shows something else in small: its words are as small as they are there."""


def widgets_in(top: QWidget) -> Iterator[QWidget]:
    """Yield what is to be seen of a window, a page or a dialog, with itself.

    What lies over it in a window of its own is none of it: a tooltip comes wherever the mouse is.
    """
    for one in (top, *top.findChildren(QWidget)):
        if one.isVisible() and one.window() is top.window() and not is_in(one, PICTURES):
            yield one


def is_in(widget: QWidget, kinds: type[QWidget] | tuple[type[QWidget], ...]) -> bool:
    """Tell whether a widget is of some kinds, or stands in one."""
    parent: QWidget | None = widget
    while parent is not None:
        if isinstance(parent, kinds):
            return True
        parent = parent.parentWidget()
    return False


def in_window(widget: QWidget, box: QRectF) -> QRectF:
    """Return a place of a widget in the pixels of its window."""
    return QRectF(widget.mapTo(widget.window(), QPointF(0, 0)) + box.topLeft(), box.size())


def scrolls_down(viewport: QWidget) -> bool:
    """Tell whether a widget is what an area shows that is higher than its room."""
    area = viewport.parentWidget()
    is_viewport = isinstance(area, QAbstractScrollArea) and area.viewport() is viewport
    return is_viewport and area.verticalScrollBar().maximum() > 0  # type: ignore[union-attr]


def reachable(widget: QWidget, box: QRectF) -> QRectF:
    """Return what of a place can be seen, or scrolled to from above or below."""
    here, left = widget, QRectF(box)
    while True:
        room = QRectF(here.rect())
        if scrolls_down(here) and not room.contains(left):
            left.setHeight(min(left.height(), room.height()))
            left.moveTop(max(room.top(), min(left.top(), room.bottom() - left.height())))
        left = left.intersected(room)
        parent = here.parentWidget()
        if here.isWindow() or parent is None or left.isEmpty():
            return left
        left = left.translated(here.pos())
        here = parent


def visible(widget: QWidget, box: QRectF) -> QRectF:
    """Return what of a place is to be seen at present, in the pixels of the window."""
    here, left = widget, QRectF(box)
    while True:
        left = left.intersected(QRectF(here.rect()))
        parent = here.parentWidget()
        if here.isWindow() or parent is None:
            return left
        left = left.translated(here.pos())
        here = parent
