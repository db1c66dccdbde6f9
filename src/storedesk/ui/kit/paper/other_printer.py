"""Offer another printer for what a printer that is gone was to print."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.looks.cards import flush
from storedesk.ui.kit.looks.labels import Label, name
from storedesk.ui.kit.paper.printer_list import PRINTERS

R = TypeVar("R")
GONE = frozenset({"no_printer", "no_system_printer", "printer_silent"})
"""Refusals after which another printer of the system may do."""


class OtherPrinter(QWidget):
    """Hidden until a printer was gone; then the others, of which one prints this once."""

    def __init__(self) -> None:
        super().__init__()
        self.chooser = Chooser()
        words = Label(tr("Print it on"), ink="muted")
        name(self.chooser, tr("Another printer for this once"))
        line = flush(words, self.chooser, gap=8)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()

    def chosen(self) -> str:
        """Return the printer that was chosen instead; "" while none is asked for."""
        return str(self.chooser.currentData() or "") if not self.isHidden() else ""

    async def over(self, send: Callable[[str], Awaitable[R]], usual: str) -> R:
        """Print by `send`, which takes a printer, on the usual one or the one that was chosen.

        Where that is gone, the others are offered. Unavailable: what `send` says.
        """
        printer = self.chosen() or usual
        try:
            done = await send(printer)
        except Unavailable as failed:
            if failed.code in GONE:
                await self._offer(printer)
            raise
        self.hide()
        return done

    async def _offer(self, gone: str) -> None:
        """Show the printers that are there, but for the one that is gone."""
        await PRINTERS.look()
        names = [one for one in PRINTERS.names or () if one != gone]
        self.chooser.offer(Entry(one, one) for one in names)
        self.setVisible(bool(names))
        if names:
            self.chooser.setCurrentIndex(0)
