"""A notice above the pages where the store's clock is odd: before anybody sells by it."""

from datetime import UTC, datetime

from PySide6.QtCore import QTimer, Signal

from storedesk.domain.clock import ClockState, oddities
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.looks.tokens import Tone

EVERY_MS = 5 * 60_000


class ClockNotice(Banner):
    """Says what is odd about the clock, once for each kind of oddity."""

    due = Signal()
    """It is time to look again."""

    def __init__(self, form: Format) -> None:
        super().__init__(Tone.WARN)
        self._form = form
        self._code, self._closed = "", ""
        self.closed.connect(self._forget)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.due)
        self._timer.start()

    def show_state(self, state: ClockState) -> None:
        """Show the worst that is odd, unless somebody has closed it; or nothing."""
        here = datetime.now(UTC).replace(tzinfo=None)
        found = next(oddities(state, self._form.on_paper, here), None)
        self._code = found.code if found else ""
        if found is None:
            self._closed = ""
            self.hide()
        elif found.code != self._closed:
            self.say(found.sentence(spoken))

    def stop(self) -> None:
        """Look no more: the window is about to go."""
        self._timer.stop()

    def _forget(self) -> None:
        self._closed = self._code
