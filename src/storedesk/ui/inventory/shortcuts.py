"""Register the shortcuts of the inventory page."""

from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk.domain.inventory import StockLine
from storedesk.ui.inventory.labels import StockCommand, command_sentence
from storedesk.ui.inventory.stock_form import StockForm
from storedesk.ui.kit.base.actions import Action, Actions, tooltip
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.list_page import ListPage

KEYS = {
    StockCommand.ADJUST: "Ctrl+E",
    StockCommand.SET: "Ctrl+S",
    StockCommand.RECEIVE: "Ctrl+R",
    StockCommand.REORDER_POINT: "Ctrl+T",
}


class StockPage(Protocol):
    """What is done on the inventory page."""

    undoable: tuple[UUID, ...]
    stock_form: StockForm

    @property
    def may_change(self) -> bool:
        """Whether this person may change stock."""

    def show_holders(self) -> None:
        """Show the orders that reserve the chosen product."""

    def begin_command(self, command: StockCommand) -> QWidget | None:
        """Open the form of a command."""

    def undoes_chosen(self) -> bool:
        """Tell whether undoing is about the movement that is chosen in the ledger."""

    async def undo(self) -> None:
        """Undo the last change."""


def add_shortcuts(actions: Actions, view: ListPage[StockLine], page: StockPage) -> None:
    """Register what can be done with the chosen or ticked products."""
    group = tr("Inventory")
    holders = Action(
        name="inventory.holders", text=tr("Show the orders that reserve this product"),
        run=page.show_holders, group=group, keys=("Ctrl+O",), icon="clipboard-list",
        enabled=lambda: view.has_chosen() and not view.table.ticked_count(),
    )  # fmt: skip
    actions.add(holders, view)
    if page.may_change:
        _add_changes(actions, view, page, group)


def _add_changes(actions: Actions, view: ListPage[StockLine], page: StockPage, group: str) -> None:
    form = page.stock_form
    for command, key in KEYS.items():
        action = Action(
            name=f"inventory.{command.value}", text=command_sentence(command),
            run=partial(page.begin_command, command), group=group, keys=(key,), icon="pencil",
            enabled=view.has_meant,
            is_at_once=True,  # the form asks for it, and waits itself
        )  # fmt: skip
        form.commands.button(command.value).setToolTip(tooltip(action))
        actions.add(action, view)
    undo = Action(
        name="inventory.undo", text=tr("Undo the last change"),
        run=partial(view.start, page.undo), group=group, keys=("Ctrl+Z",), icon="undo-2",
        is_of_use=lambda: bool(page.undoable) or page.undoes_chosen(),
    )  # fmt: skip
    actions.add(undo, view)
    drop = Action(
        name="inventory.drop", text=tr("Drop the change that is begun"), run=form.fold,
        group=tr("Stock form"), keys=("Esc",), is_typed=True, enabled=form.is_open,
    )  # fmt: skip
    actions.add(drop, form)
