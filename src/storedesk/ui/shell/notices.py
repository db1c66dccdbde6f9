"""Say above every page what is wrong with the connection, the clock or the disk."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.clock import ClockState
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.cards import put
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.shell.clock_notice import ClockNotice


class Notices(QWidget):
    """A line for each kind of trouble; without any it takes no room."""

    def __init__(self, form: Format) -> None:
        super().__init__()
        self.lost = Banner(Tone.BAD, closable=False)
        self.clock = ClockNotice(form)
        self.room = Banner(Tone.WARN)
        self._lines = (self.lost, self.clock, self.room)
        for line in self._lines:
            line.closed.connect(self._fit)
        stacked = QVBoxLayout(self)
        put(stacked, self._lines)
        stacked.setContentsMargins(24, 12, 24, 0)
        stacked.setSpacing(8)
        self.hide()

    def show_lost(self, words: str) -> None:
        """Say why the store's database cannot be reached; "" once it answers."""
        if words:
            self.lost.say(words, Tone.BAD)
        else:
            self.lost.hide()
        self._fit()

    def show_clock(self, state: ClockState) -> None:
        """Warn where the store's clock is wrong."""
        self.clock.show_state(state)
        self._fit()

    def show_room(self, *, is_little: bool, is_none: bool) -> None:
        """Warn that the disk of the store's data is nearly full, or full."""
        self.room.setVisible(is_little)
        if is_none:
            words = tr("The disk is full. Free some space before you sell anything else.")
            self.room.say(words, Tone.BAD)
        elif is_little:
            words = tr("The disk has less than 2 GB left. Free some space soon.")
            self.room.say(words, Tone.WARN)
        self._fit()

    def stop(self) -> None:
        """Check the clock no more: the window is about to close."""
        self.clock.stop()

    def _fit(self) -> None:
        self.setVisible(any(not line.isHidden() for line in self._lines))
