"""Decide where a list of choices opens: below its field or above it, in the window or over it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

GAP = 4
"""Pixels between the field and its list."""
ENOUGH = 230
"""Pixels with which a list opens below, even if there are more above."""
MARGIN = 8
"""Pixels between the list and the end of the window."""


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a list stands beside its field."""

    is_outside: bool
    """A window of its own, as the one of the field is too small."""
    is_above: bool
    room: int
    """How high it may be, in pixels."""
    field: QRect
    bounds: QRect
    """Field and room, both on the screen where it stands outside, else in the window."""

    @classmethod
    def of(cls, field: QWidget, least: int, wanted: int) -> "ListPlace":
        """Find the place of a list that needs `least` pixels and would have `wanted`."""
        window = field.window()
        inside = QRect(field.mapTo(window, QPoint(0, 0)), field.size())
        found = cls._within(inside, window.rect(), least, wanted)
        if found.room >= least:
            return found
        on_screen = QRect(field.mapToGlobal(QPoint(0, 0)), field.size())
        bounds = field.screen().availableGeometry()
        return replace(cls._within(on_screen, bounds, least, wanted), is_outside=True)

    @classmethod
    def _within(cls, field: QRect, bounds: QRect, least: int, wanted: int) -> "ListPlace":
        below = bounds.bottom() - field.bottom() - GAP - MARGIN
        above = field.top() - bounds.top() - GAP - MARGIN
        is_above = above > below and below < min(wanted, max(least, ENOUGH))
        return cls(False, is_above, above if is_above else below, field, bounds)  # noqa: FBT003

    def box(self, width: int, height: int) -> QRect:
        """Return where a list of that size stands: as wide as the field at least."""
        width = min(max(width, self.field.width()), self.bounds.width() - 2 * MARGIN)
        left = self.field.left()
        if left + width > self.bounds.right() - MARGIN:
            left = self.field.right() + 1 - width
        top = self.field.bottom() + 1 + GAP
        if self.is_above:
            top = self.field.top() - GAP - height
        return QRect(max(left, self.bounds.left() + MARGIN), top, width, height)
