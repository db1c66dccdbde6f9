"""Open the promotions from the page of products, by its button, a key and the palette."""

from functools import partial

from storedesk.ui.catalog.promotions.list_dialog import PromotionsDialog
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.looks.buttons import secondary


class PromotionsOpener:
    """The button of a page, and the dialog while it is open."""

    def __init__(self, page: View, context: PageContext) -> None:
        self._page, self._context = page, context
        self.button = secondary(tr("Promotions"), icon="percent")
        self.dialog: PromotionsDialog | None = None

    def bind(self, actions: Actions) -> None:
        """Offer it to the keyboard and the palette."""
        action = Action(
            name="catalog.promotions", text=tr("Promotions: lower prices for some days"),
            run=partial(self._page.start, self.show), group=tr("Products"),
            keys=("Ctrl+Shift+D",), icon="percent",
        )  # fmt: skip
        actions.bind(action, self.button, self._page)

    def changed(self) -> None:
        """Show the open dialog again after a change notice."""
        if self.dialog:
            self.dialog.changed()

    async def show(self) -> None:
        """Open the promotions, and show the page again when they are closed."""
        self.dialog = PromotionsDialog(self._page, self._context)
        try:
            await self.dialog.shown()
        finally:
            self.dialog = None
        self._page.reload()
