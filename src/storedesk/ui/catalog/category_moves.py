"""Move categories within the tree, and their products between them."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk import api, forms
from storedesk.domain.categories import moved_among
from storedesk.services.desk import Desk
from storedesk.ui.catalog.category_choice import choose_category
from storedesk.ui.catalog.category_tree import CategoryTree
from storedesk.ui.kit.base.banner import Note
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog

WIDTH = 900


class CategoryMoveDialog(Dialog):
    """A dialog with the tree, in which categories are moved by keys or dragged."""

    def __init__(self, parent: QWidget, desk: Desk, form: Format) -> None:
        super().__init__(parent, tr("Categories"), width=WIDTH)
        self._desk, self._form = desk, form
        self.note = Note()
        self.tree = CategoryTree(form)
        self.tree.nudged.connect(lambda by: self.start(partial(self.nudge, by)))
        self.tree.shifted.connect(lambda by: self.start(partial(self.shift, by)))
        self.tree.dropped.connect(
            lambda key, parent, position: self.start(partial(self.put, key, parent, position))
        )

    async def refresh(self) -> None:
        """Read the tree and show it."""
        raise NotImplementedError

    async def nudge(self, by: int) -> None:
        """Move the chosen category among its siblings."""
        chosen = self.tree.tree.get(self.tree.chosen_id())
        if chosen is None:
            return
        siblings = [one.id for one in self.tree.tree.children(chosen.parent_id)]
        order = moved_among(siblings, chosen.id, by)
        if order:
            await self._desk.edit(forms.categories.order_categories, order)
            await self.refresh()

    async def shift(self, by: int) -> None:
        """Move the chosen category out of its parent, or into the sibling above it."""
        tree = self.tree.tree
        chosen = tree.get(self.tree.chosen_id())
        if chosen is None:
            return
        if by < 0:
            above = tree.get(chosen.parent_id)
            if above:
                siblings = [one.id for one in tree.children(above.parent_id)]
                await self.put(chosen.id, above.parent_id, siblings.index(above.id) + 1)
            return
        siblings = [one.id for one in tree.children(chosen.parent_id)]
        at = siblings.index(chosen.id)
        if at:
            target = siblings[at - 1]
            await self.put(chosen.id, target, len(tree.children(target)))

    async def put(self, key: UUID, parent: UUID | None, position: int) -> None:
        """Move a category with its subcategories under `parent`, to a position there."""
        self.tree.tree.check_move(key, parent)
        moved = self.tree.tree.get(key)
        if moved and moved.parent_id != parent:
            await self._desk.do(api.categories.move_category, key, parent_id=parent)
        order = [one.id for one in self.tree.tree.children(parent) if one.id != key]
        order.insert(position, key)
        await self._desk.edit(forms.categories.order_categories, order)
        await self.refresh()

    async def move_elsewhere(self) -> None:
        """Ask for a parent, and move the chosen category under it."""
        tree, chosen = self.tree.tree, self.tree.tree.get(self.tree.chosen_id())
        if chosen is None:
            return
        words = tr("Move {category} under").format(category=chosen.name)
        target = await choose_category(self, words, tree, top=True, but={chosen.id})
        if target is not None:
            await self.put(chosen.id, target.category, len(tree.children(target.category)))

    async def move_products(self) -> None:
        """Ask for a category, and move all products of the chosen one there."""
        tree, chosen = self.tree.tree, self.tree.tree.get(self.tree.chosen_id())
        if chosen is None:
            return
        words = tr("Move all products of {category} to").format(category=chosen.name)
        target = await choose_category(self, words, tree, but={chosen.id})
        if target and target.category:
            move = api.categories.move_products
            count = await self._desk.do(move, chosen.id, target_id=target.category)
            self.note.say(tr("{products} moved.").format(products=self._form.products(count)))
            await self.refresh()
