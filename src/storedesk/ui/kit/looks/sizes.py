"""Hold how large words and targets are: one place for everything that is measured in pixels."""

from PySide6.QtCore import QObject, Signal

USUAL = 100
"""Percent."""
FINGER = 44
"""Pixels that a finger hits without looking twice."""


class Sizes(QObject):
    """What is shown at present. There is one, as there is one window."""

    changed = Signal()
    """Words or targets are of another size: what was measured and kept is measured again."""

    def __init__(self) -> None:
        super().__init__()
        self.percent = USUAL
        self.is_touch = False

    def choose(self, *, percent: int, is_touch: bool) -> bool:
        """Show words at `percent`, and targets for fingers or for a mouse; tell what is new."""
        if (percent, is_touch) == (self.percent, self.is_touch):
            return False
        self.percent, self.is_touch = percent, is_touch
        self.changed.emit()
        return True


SIZES = Sizes()


def px(length: float) -> int:
    """Return the pixels of what holds words: `length` where text has its usual size."""
    return round(length * SIZES.percent / USUAL)


def target(length: float) -> int:
    """Return the pixels of what is pressed: in touch mode never fewer than a finger needs."""
    return max(px(length), FINGER) if SIZES.is_touch else px(length)


def roomy(length: float) -> int:
    """Return the pixels of what has room around its words: it grows half as much as they do."""
    return round(length * (SIZES.percent + USUAL) / (2 * USUAL))


def pressed(length: float) -> int:
    """Return the pixels of what has such room and is pressed: never less than a finger needs."""
    return max(roomy(length), FINGER) if SIZES.is_touch else roomy(length)
