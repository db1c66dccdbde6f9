"""Warn above the pages when the store's clock is wrong, before anybody sells by it."""

from datetime import UTC, datetime

from PySide6.QtCore import QTimer, Signal

from storedesk.domain.clock import ClockState, oddities
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.looks.tokens import Tone

EVERY_MS = 5 * 60_000


class ClockNotice(Banner):
    """Warns about the clock, once for each kind of fault."""

    due = Signal()
    """The clock is to be checked again."""

    def __init__(self, form: Format) -> None:
        super().__init__(Tone.WARN)
        self._form = form
        self._code, self._closed = "", ""
        self.closed.connect(self._forget)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.due)
        self._timer.start()

    def show_state(self, state: ClockState) -> None:
        """Show the worst fault, unless somebody has closed that message."""
        here = datetime.now(UTC).replace(tzinfo=None)
        found = next(oddities(state, self._form.on_paper, here), None)
        self._code = found.code if found else ""
        if found is None:
            self._closed = ""
            self.hide()
        elif found.code != self._closed:
            self.say(found.sentence(spoken))

    def stop(self) -> None:
        """Stop checking: the window is about to close."""
        self._timer.stop()

    def _forget(self) -> None:
        self._closed = self._code
