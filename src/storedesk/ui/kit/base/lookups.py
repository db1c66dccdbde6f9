"""Find the page of a widget, which may be looking up what was scanned."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.input.covers import COVERS


@runtime_checkable
class LooksUp(Protocol):
    """A page that looks up what is scanned: until then its chosen record is the former one."""

    @property
    def is_looking_up(self) -> bool:
        """Whether a scan has no answer yet."""

    def behind_scan(self, act: Callable[[], object]) -> None:
        """Do `act`: at once, or as soon as what was scanned is chosen."""


def page_of(widget: QWidget | None) -> LooksUp | None:
    """Return the page that a widget is a part of; None for one in a dialog, or in no page."""
    while widget is not None and not isinstance(widget, LooksUp):
        is_end = widget.isWindow() or COVERS.has(widget)
        widget = None if is_end else widget.parentWidget()
    return widget
