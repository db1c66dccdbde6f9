"""Offer the timeline of what a page shows: of the chosen row, or of the page as a whole."""

from collections.abc import Mapping
from types import MappingProxyType

from storedesk.domain.journal import JournalKind
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.timeline.dialog import TimelineDialog

KINDS: Mapping[str, JournalKind] = MappingProxyType({
    "products": JournalKind.PRODUCT, "orders": JournalKind.ORDER,
    "customers": JournalKind.CUSTOMER, "shifts": JournalKind.SHIFT,
    "people": JournalKind.PERSON, "settings": JournalKind.SETTING,
})  # fmt: skip
"""The pages whose records have a timeline, by their keys."""


def add_timeline(page: View, key: str, title: str, context: PageContext) -> None:
    """Give a page the key of the timeline, if its records have one and this person reads it."""
    kind = KINDS.get(key)
    if kind is None or not context.me.may("verify_seals"):
        return

    def may_show() -> bool:
        return not isinstance(page, ListPage) or page.table.chosen_or_none() is not None

    async def show() -> None:
        record = page.table.chosen_or_none() if isinstance(page, ListPage) else None
        record_id = record.id if record is not None else None
        await TimelineDialog(page, context, kind, record_id).shown()

    action = Action(
        name=f"{key}.timeline", text=tr("Show its timeline"), run=lambda: page.start(show),
        group=title, keys=("Ctrl+H",), icon="history", enabled=may_show,
    )  # fmt: skip
    context.actions.add(action, page)
    if isinstance(page, ListPage):
        page.menu.offer(action.name)
