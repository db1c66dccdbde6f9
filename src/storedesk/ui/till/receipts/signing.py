"""Sign in the background what could not be signed when it was sold."""

from PySide6.QtCore import QObject, QTimer

from storedesk.ui.fiscal_signing import FiscalSigning
from storedesk.ui.kit.base.view import Jobs

PAUSE_MS = 15_000
"""Milliseconds between two looks at what is left."""


class SigningController(QObject):
    """Has what is left signed while the till is there; nothing is said of it and nothing waits."""

    def __init__(self, parent: QObject, signing: FiscalSigning, jobs_of_page: Jobs) -> None:
        super().__init__(parent)
        self._signing = signing
        self.jobs = Jobs(lambda _: None)
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        jobs_of_page.at_end(self.end)

    def look(self) -> None:
        """Sign what is left, unless that is being done."""
        if self._signing.is_set_up:
            self.jobs.start(self._sign_left)

    def end(self) -> None:
        """Stop: what is not signed is found by the next one."""
        self._timer.stop()
        self.jobs.cancel()
        self._signing.close()

    async def _sign_left(self) -> None:
        await self._signing.sign_left()
