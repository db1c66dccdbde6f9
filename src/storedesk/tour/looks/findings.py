"""Say in a sentence what is wrong with something that is drawn."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QWidget


class FindingKind(StrEnum):
    """What can be wrong."""

    CUT = "cut"
    OVERLAP = "overlap"
    SMALL = "small text"
    OUTSIDE = "outside"
    DIALOG = "dialog"
    TARGET = "target"
    BARE = "bare"
    """Not a fault by itself: a figure to work on."""

    @property
    def is_fault(self) -> bool:
        """Whether `make looks` fails because of it."""
        return self is not FindingKind.BARE


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: of which kind, where, and in words."""

    kind: FindingKind
    widget: str
    words: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.widget}: {self.words}"


def named(widget: QWidget) -> str:
    """Name a widget as a person finds it: its class, and what a screen reader calls it."""
    holder: QWidget | None = widget
    while holder is not None and not holder.accessibleName():
        holder = holder.parentWidget()
    kind = type(widget).__name__
    return f"{kind} in “{holder.accessibleName()}”" if holder else kind
