"""Remember the orders whose slips this computer was to print and did not, until it does."""

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

from PySide6.QtCore import Qt

from storedesk.domain.print_purposes import Purpose
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.comfort import Comfort
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.tokens import Tone

MOST = 200
"""Orders that are remembered, the newest."""


class WaitingSlips:
    """The orders whose slips wait for a printer; kept over restarts.

    What is on the papers is not kept, only which orders: it is read anew when it is printed.
    """

    def __init__(self, context: PageContext) -> None:
        self._comfort: Comfort = context.comfort
        store = "demo" if context.store.is_demo else "shared" if context.is_shared else "own"
        self._name = f"{Purpose.SLIPS}_waiting_{store}"

    def ids(self) -> list[UUID]:
        """Return them, the oldest first."""
        found = []
        for written in self._comfort.listed(self._name):
            with suppress(ValueError):
                found.append(UUID(written))
        return found

    def add(self, ids: Iterable[UUID]) -> None:
        """Remember that these were not printed."""
        self._keep([*self.ids(), *ids])

    def take_away(self, ids: Iterable[UUID]) -> None:
        """Forget these: they were printed, or nobody wants them."""
        done = set(ids)
        self._keep([one for one in self.ids() if one not in done])

    def _keep(self, ids: list[UUID]) -> None:
        known = list(dict.fromkeys(ids))[-MOST:]
        if known != self.ids():
            self._comfort.keep_list(self._name, [str(one) for one in known])


class WaitingBanner(Banner):
    """Says on a page what waits for a printer, with a button that prints it.

    Putting it away forgets what waits.
    """

    def __init__(self, waiting: WaitingSlips) -> None:
        super().__init__(Tone.WARN)
        self._waiting = waiting
        self.print = Button(tr("Print them"), icon="printer")
        self.print.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.shut.setAccessibleName(tr("Do not print them"))
        self.shut.setToolTip(tr("Do not print them"))
        self.add(self.print)
        self.closed.connect(lambda: waiting.take_away(waiting.ids()))

    def show_waiting(self, words: str) -> None:
        """Say `words` of what waits, or hide where nothing does."""
        if not self._waiting.ids():
            self.hide()
        elif self.text() != words:
            self.say(words)
