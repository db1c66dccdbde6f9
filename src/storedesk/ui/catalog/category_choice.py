"""Ask for a category."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk.domain.categories import Tree
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.forms.form import ChoiceField
from storedesk.ui.kit.looks.buttons import primary, secondary

TOP = "top"


@dataclass(frozen=True, slots=True)
class CategoryTarget:
    """Where to move something: into a category, or to the top level, which is None."""

    category: UUID | None


async def choose_category(
    parent: QWidget, title: str, tree: Tree, *, top: bool = False, but: Collection[UUID] = ()
) -> CategoryTarget | None:
    """Ask for a category and return it; None if the person cancels.

    The top is one only where `top` says so; then `but` is left out with all that lies below it,
    else it can only be seen.
    """
    dialog = Dialog(parent, title)
    below = {one.id for key in but for one in tree.subtree(key)} if top else set()
    choices = [
        Entry(str(one.id), one.name, one.depth - 1, can_be_taken=one.id not in but)
        for one in tree.all
        if one.id not in below
    ]
    if top:
        choices.insert(0, Entry(TOP, tr("Top level")))
    field = ChoiceField(tr("Category"), [])
    field.show_entries(choices)
    chosen: list[str] = []
    move = primary(tr("Move"))
    move.setDefault(True)

    def take() -> None:
        chosen.append(field.value())
        dialog.accept()

    move.clicked.connect(take)
    move.setEnabled(any(one.can_be_taken for one in choices))
    back = secondary(tr("Cancel"), cap="Esc")
    back.clicked.connect(dialog.reject)
    dialog.lay_out(field)
    dialog.buttons(back, move)
    field.setFocus()
    if not await dialog.shown():
        return None
    return CategoryTarget(None if chosen[0] == TOP else UUID(chosen[0]))
