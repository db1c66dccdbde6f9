"""Show the products page of managers: delete, restore, variants, pictures, categories."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk import api
from storedesk.domain.bounds import Bound
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.scans import unwrapped
from storedesk.ui.catalog.category_dialog import CategoriesDialog
from storedesk.ui.catalog.editing_view import DELETED, EditableProductsView
from storedesk.ui.catalog.variants import VariantsDialog
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.dialogs.dialog import choose_file, confirm
from storedesk.ui.kit.looks.buttons import Button, Kind, secondary


class ManagerProductsView(EditableProductsView):
    """Delete and restore products, and edit their variants, pictures and categories."""

    def __init__(
        self,
        context: PageContext,
        *,
        import_products: Callable[[], object] | None = None,
        past_sales: Callable[[], object] | None = None,
    ) -> None:
        """`import_products` opens the import of a catalog, `past_sales` the past sales."""
        self.tree_dialog: CategoriesDialog | None = None
        self._new_pictures: list[object] = []
        self._held_name = ""
        super().__init__(context, import_products=import_products)
        self._offer_orders()
        self._connect(context.actions)
        if past_sales is not None:
            action = Action(
                name="catalog.past_sales", text=tr("Past sales of another program"),
                run=past_sales, group=tr("Products"), keys=("Ctrl+Shift+H",), icon="history",
            )  # fmt: skip
            context.actions.add(action, self)

    def changed(self, ids: Iterable[UUID] | None = None) -> None:
        """Show the page again after a change notice."""
        if self.tree_dialog:
            self.tree_dialog.changed()
        super().changed(ids)

    async def delete(self) -> None:
        """Delete the chosen product, after a question; where it is reserved, offer its orders."""
        line = self.table.chosen()
        if self.tabs.current() == DELETED:
            return
        words = tr("It is no longer listed or sold; past orders and stock movements stay. You"
                   " can restore it under Deleted.")  # fmt: skip
        title = tr("Delete {product}?").format(product=line.name)
        if not await confirm(self, title, words, yes=tr("Delete the product")):
            return
        self.held.hide()
        try:
            await self.desk.do(api.products.delete_product, line.id)
        except Refused as refusal:
            if refusal.code != "still_reserved":
                raise
            self._held_name = line.name
            self.held.say(refusal.sentence(spoken))
            return
        if self.editor.base and self.editor.base.id == line.id:
            self.editor.forget()
        self.note.say(tr("{product} is deleted.").format(product=line.name))
        self.reload()
        self.table.setFocus()

    async def restore(self) -> None:
        """Restore the chosen deleted product, and show it."""
        line = self.table.chosen()
        await self.desk.do(api.products.restore_product, line.id)
        self.note.say(
            tr("{product} is restored as inactive. Set its status to Active to sell it.").format(
                product=line.name
            )
        )
        self.show_record(line.id)

    async def add_new_pictures(self) -> None:
        """Check the new pictures, one after the other."""
        while self._new_pictures:
            sources, self._new_pictures = self._new_pictures, []
            await self.editor.add_pictures(sources)

    async def choose_picture(self) -> None:
        """Ask for a picture file and add it."""
        kinds = [tr("Pictures (*.png *.jpg *.jpeg *.webp)")]
        chosen = await choose_file(self, tr("Choose a picture"), filters=kinds)
        if chosen:
            await self.editor.add_pictures([Path(chosen)])

    async def edit_variants(self) -> None:
        """Edit the variants in their dialog, and show the result in the form."""
        product = self.editor.at_hand()
        if product is None:
            return
        dialog = VariantsDialog(
            self,
            self.desk,
            self.context.format,
            product,
            self.context.scanner,
            most=self.context.me.most(Bound.VARIANTS),
        )
        if await dialog.shown():
            self.editor.fields.show_variants(dialog.taken, product)
            self.editor.fields.edited.emit()

    async def show_categories(self) -> None:
        """Open the dialog of categories."""
        self.tree_dialog = CategoriesDialog(self, self.desk, self.context.format)
        try:
            await self.tree_dialog.shown()
        finally:
            self.tree_dialog = None
        self.reload()

    def _buttons(self, actions: Actions) -> list[QWidget]:
        *others, new = super()._buttons(actions)
        tree = secondary(tr("Categories"), icon="folder-tree")
        for name, text, run, keys, icon, button in (
            ("categories", tr("Manage the categories"), self.show_categories,
             "Ctrl+Shift+C", "folder-tree", tree),
            ("new", tr("New product"), self.begin_new, "Ctrl+N", "plus", self.new_button),
        ):  # fmt: skip
            action = Action(
                name=f"catalog.{name}", text=text, run=partial(self.start, run),
                group=tr("Products"), keys=(keys,), icon=icon,
            )  # fmt: skip
            actions.bind(action, button, self)
        return [*others, tree, new]

    def _offer_orders(self) -> None:
        self.held = Banner()
        orders = Button(tr("Show the orders"), kind=Kind.LINK)
        orders.clicked.connect(lambda: self.context.navigate("orders", words=self._held_name))
        self.held.add(orders)
        page = self.layout()
        if isinstance(page, QVBoxLayout):
            page.insertWidget(1, self.held)

    def _connect(self, actions: Actions) -> None:
        editor, fields = self.editor, self.editor.fields
        fields.gallery.sources_added.connect(self._take_pictures)
        fields.gallery.choosing.connect(lambda: self.start(self.choose_picture))
        fields.variants.opened.connect(lambda: self.start(self.edit_variants))
        for name, text, run, key, button, owner in (
            ("save", tr("Save the product"), self.save, "Ctrl+S", editor.save_button, self),
            ("variants", tr("Edit the variants"), self.edit_variants, "Ctrl+G", None, self),
            ("restore", tr("Restore the chosen product"), self.restore, "Ctrl+R",
             self.restore_button, self),
            ("delete", tr("Delete the chosen product"), self.delete, "Del",
             editor.delete_button, self.table),
        ):  # fmt: skip
            action = Action(
                name=f"catalog.{name}", text=text, run=partial(self.start, run),
                group=tr("Products"), keys=(key,), enabled=partial(self._can, name),
                is_at_once=name == "save",
            )  # fmt: skip
            actions.bind(action, button, owner) if button else actions.add(action, owner)
        into = Action(
            name="catalog.edit", text=tr("Go to the form"), run=self._into_form,
            group=tr("Products"), keys=("Ctrl+E",), icon="pencil",
        )  # fmt: skip
        actions.add(into, self)
        back = Action(
            name="catalog.back", text=tr("Back to the list; what is typed stays"),
            run=self.table.setFocus, group=tr("Product form"), keys=("Esc",), is_typed=True,
        )  # fmt: skip
        actions.add(back, editor)
        self.context.scanner.listen(editor, self._take_code)

    def _can(self, command: str) -> bool:
        is_deleted = self.tabs.current() == DELETED
        match command:
            case "save":
                return self.editor.is_dirty
            case "variants":
                return self.editor.base is not None
            case "restore":
                return is_deleted and self.table.chosen_or_none() is not None
            case _:
                return not is_deleted and self.table.chosen_or_none() is not None

    def _take_pictures(self, sources: list[object]) -> None:
        self._new_pictures += sources
        self.start(self.add_new_pictures)

    async def find_scanned(self) -> bool:
        """Choose the scanned product; say if it is deleted."""
        is_found = await super().find_scanned()
        if not self.problem.isHidden():
            _, lines = await self._first_found({**self.widest(), "deleted": True})
            for line in lines:
                self.problem.say(Refused("product_deleted", name=line.name).sentence(spoken))
        return is_found

    def _take_code(self, raw: str) -> None:
        try:
            self.editor.fields.codes.take(unwrapped(raw))
        except StoreError as refusal:
            self.editor.fields.codes.mark(refusal.sentence(spoken))
