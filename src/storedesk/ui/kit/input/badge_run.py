"""Recognize a badge by its form where its scanner sends it no faster than a person types."""

from storedesk.domain.badges import MARK, StaffBadge, begins_badge, read_badge

SLOWEST_MS = 400
"""Milliseconds between two letters of a badge: so long what may be one is held back."""


class BadgeRun:
    """The letters that came last, as far as a badge may begin with them."""

    def __init__(self) -> None:
        self.text = ""
        self._last = 0.0

    def press(self, character: str, at: float) -> None:
        """Take a character at a time in ms; begin anew where it belongs to no badge."""
        goes_on = at - self._last <= SLOWEST_MS and begins_badge(self.text + character)
        self.text = self.text + character if goes_on else character
        if not begins_badge(self.text):
            self.text = ""
        self._last = at

    @property
    def is_likely(self) -> bool:
        """Whether the mark of badges is there: what follows may be secret."""
        return len(self.text) >= len(MARK)

    @property
    def badge(self) -> StaffBadge | None:
        """The badge, once all of it is there."""
        return read_badge(self.text)

    def clear(self) -> None:
        """Begin anew."""
        self.text = ""
