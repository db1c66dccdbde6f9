"""Print slips from the page of orders, and those that a printer did not print before."""

from collections.abc import Sequence
from uuid import UUID

from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.base.view import View
from storedesk.ui.orders.printing import PrintDialog
from storedesk.ui.orders.waiting_slips import WaitingBanner, WaitingSlips


class SlipPrinting:
    """Opens the dialog of slips, and says on the page which orders wait for theirs."""

    def __init__(self, page: View, context: PageContext) -> None:
        self._page, self._context = page, context
        self._waiting = WaitingSlips(context)
        self.banner = WaitingBanner(self._waiting)
        self.show_waiting()

    def register(self, actions: Actions) -> None:
        """Register the key that prints what waits."""
        action = Action(
            name="orders.print_waiting", text=tr("Print the slips that wait"),
            run=lambda: self._page.start(self.print_waiting), group=tr("Orders"),
            keys=("Ctrl+Shift+P",), icon="printer", enabled=lambda: bool(self._waiting.ids()),
        )  # fmt: skip
        actions.bind(action, self.banner.print, self._page)

    async def print(self, ids: Sequence[UUID]) -> None:
        """Ask what is printed of these orders, and print it."""
        dialog = PrintDialog(self._page, self._context, ids)
        dialog.printed.connect(self._page.note.say)
        await dialog.shown()
        self.show_waiting()

    async def print_waiting(self) -> None:
        """Ask for the slips that were not printed."""
        await self.print(self._waiting.ids())

    def show_waiting(self) -> None:
        """Say how many orders wait for their slips."""
        count = len(self._waiting.ids())
        words = plural(
            "The slips of {count} order were not printed.",
            "The slips of {count} orders were not printed.",
            count,
        )
        self.banner.show_waiting(words.format(count=self._context.format.count(count)))
