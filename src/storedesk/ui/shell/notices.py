"""Say over every page what is wrong with the connection, the clock or the disk."""

from PySide6.QtWidgets import QWidget

from storedesk.domain.clock import ClockState
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.notice_stack import NoticeStack
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.shell.clock_notice import ClockNotice


class Notices(NoticeStack):
    """What is wrong for every page, over the lower left corner of whichever is shown."""

    def __init__(self, pages: QWidget, form: Format) -> None:
        lost, clock, room = Banner(Tone.BAD, closable=False), ClockNotice(form), Banner(Tone.WARN)
        super().__init__(pages, (lost, clock, room), is_left=True)
        self.lost, self.clock, self.room = lost, clock, room
        self.lie_over(pages, foot=8)

    def show_lost(self, words: str) -> None:
        """Say why the store's database cannot be reached; "" once it answers."""
        if words:
            self.lost.say(words, Tone.BAD)
        else:
            self.lost.hide()

    def show_clock(self, state: ClockState) -> None:
        """Warn where the store's clock is wrong."""
        self.clock.show_state(state)

    def show_room(self, *, is_little: bool, is_none: bool) -> None:
        """Warn that the disk of the store's data is nearly full, or full."""
        self.room.setVisible(is_little)
        if is_none:
            words = tr("The disk is full. Free some space before you sell anything else.")
            self.room.say(words, Tone.BAD)
        elif is_little:
            words = tr("The disk has less than 2 GB left. Free some space soon.")
            self.room.say(words, Tone.WARN)

    def stop(self) -> None:
        """Check the clock no more: the window is about to close."""
        self.clock.stop()
