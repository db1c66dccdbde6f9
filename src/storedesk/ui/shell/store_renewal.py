"""Read the settings of the store anew when an admin changes them."""

from storedesk import queries
from storedesk.ui.context import STORE_TABLES, PageContext
from storedesk.ui.kit.base.view import Jobs
from storedesk.ui.shell.side_bar import SideBar


class StoreRenewal:
    """Keeps the settings of a page context as they are now: every page asks it for them."""

    def __init__(self, context: PageContext, jobs: Jobs, side_bar: SideBar, place: str) -> None:
        """`place` names the server in the side bar, beside the store."""
        self._context, self._jobs, self._side_bar, self._place = context, jobs, side_bar, place
        self._show()

    def hear(self, table: str) -> None:
        """Handle news of a table."""
        if table in STORE_TABLES:
            self._jobs.repeat(self.renew)

    async def renew(self) -> None:
        """Read the settings, and show the name of the store."""
        desk = self._context.desk
        self._context.store = await desk.read(queries.store_settings.settings)
        desk.read_apart_from(self._context.store.replica)
        self._show()

    def _show(self) -> None:
        self._side_bar.show_store(self._context.store.name, self._place)
