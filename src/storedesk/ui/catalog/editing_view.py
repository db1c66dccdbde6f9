"""Show the products page with a form beside the list."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from storedesk import forms, queries
from storedesk.domain.catalog import ProductLine, ProductStatus
from storedesk.domain.product_forms import ProductForm
from storedesk.ui.catalog.editor import ProductEditor
from storedesk.ui.catalog.form import ProductChoices
from storedesk.ui.catalog.view import ALL, ProductsView
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.dialogs.leaving import Leaving, ask_leaving
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.lists.empty import Emptiness, Next
from storedesk.ui.kit.looks.buttons import Kind, primary, secondary
from storedesk.ui.kit.looks.cards import boxed, column, row
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.pictures import Pictures

DELETED = "deleted"
TILE = QSize(160, 160)


class EditableProductsView(ProductsView):
    """Edit one product at a time; what is typed stays until it is saved or discarded."""

    apart = frozenset({DELETED})
    watches = ProductsView.watches | {"product_costs", "product_tax", "category_tax", "tax_classes"}
    side_width = 380
    widths = (194, 134, 114, 82, 84, 104)

    def __init__(
        self, context: PageContext, *, import_products: Callable[[], object] | None = None
    ) -> None:
        self._thumbs = Pictures(context.desk, self._thumb_came, TILE)
        self.editor = ProductEditor(context, self._thumbs)
        self.choices: ProductChoices | None = None
        self._kept: UUID | None = None
        self._form_is_stale = True
        super().__init__(context, import_products=import_products)
        self.editor.edited.connect(self._show_primary)
        self.editor.left.connect(self.table.setFocus)
        self.editor.undo_button.clicked.connect(self.editor.undo)
        self.table.opened.connect(lambda _: self._into_form())
        self._show_side()

    # ---------- what is shown

    def narrowed(self) -> dict[str, Any]:
        """Return the filters of the list."""
        tab = self.tabs.current()
        lives = tab not in {ALL, DELETED}
        return {
            "search": self.search.wanted(),
            "status": ProductStatus(tab) if lives else None,
            "category_id": self.category.currentData(),
            "deleted": tab == DELETED,
        }

    def widest(self) -> dict[str, Any]:
        """Return filters that leave nothing out."""
        return {**super().widest(), "deleted": False}

    async def elsewhere(self, words: str, narrowed: Mapping[str, Any]) -> list[str]:
        """Return products that match `words` and are not shown, deleted ones last."""
        if found := await super().elsewhere(words, narrowed):
            return found
        wanted = {**self.widest(), "search": words, "deleted": True}
        deleted = await self.table.source.first_page(self.table.sort, wanted)
        words = tr("{product} (deleted)")
        return [words.format(product=one.name) for one in deleted]

    def changed(self, ids: Iterable[UUID] | None = None) -> None:
        """Show the page again after a change notice."""
        self._form_is_stale = True
        super().changed(ids)

    def unsaved(self) -> str:
        """Return the name of the product with unsaved changes, or ""."""
        return self.editor.title.text() if self.editor.is_dirty else super().unsaved()

    def opens(self) -> str:
        """Return what Enter does with the chosen product."""
        return tr("Go to the form")

    async def refresh(self) -> None:
        """Show the list, and read the categories and tax classes."""
        self.choices = ProductChoices(*await self.desk.read(forms.products.choices))
        await super().refresh()

    async def indented(self) -> Sequence[tuple[UUID, int, str]]:
        """Return the categories that the forms choose from too."""
        known = self.choices.tree.all if self.choices else ()
        return [(one.id, one.depth, one.name) for one in known]

    async def show_chosen(self) -> None:
        """Show the form of the chosen product, after a question about unsaved changes."""
        line = self.table.chosen_or_none()
        editing = self.editor.base
        if editing and self.editor.is_dirty and line and line.id != editing.id:
            self._jobs.start(self.leave)
            return
        if self.tabs.current() == DELETED and not self.editor.is_dirty:
            self.editor.forget()
            await super().show_chosen()
        elif line and self.choices:
            if self._form_is_stale or editing is None or editing.id != line.id:
                self._form_is_stale = False
                await self.editor.show_product(line.id, self.choices)
            self.editor.show_line(line)
        elif editing and not (editing.is_new or self.editor.is_dirty or editing.id == self._kept):
            self.editor.forget()
            await self.detail.show_product(None)
        self._show_side()

    # ---------- commands

    async def save(self) -> None:
        """Save the form, and show the saved product in the list."""
        is_new = self.editor.base is not None and self.editor.base.is_new
        saved = await self.editor.save()
        if saved is None:
            return
        self._kept = saved.id
        self.note.say(self._saved_words(saved, is_new=is_new))
        if is_new:
            self.show_record(saved.id)
        else:
            self.reload()

    def _saved_words(self, saved: ProductForm, *, is_new: bool) -> str:
        """Return what was saved, and for a new product whether it is on sale, or why not."""
        begun = self.editor.begun
        if not is_new or begun is None:
            return tr("{product} is saved.").format(product=saved.name)
        if begun.why:
            words = tr("{product} is saved as a draft. {why}")
            return words.format(product=saved.name, why=begun.why.sentence(spoken))
        if begun.status is ProductStatus.DRAFT:
            words = tr("{product} is saved as a draft. Set its status to Active to sell it.")
        else:
            words = tr("{product} is saved and on sale, {count} on hand.")
        return words.format(product=saved.name, count=self.context.format.count(begun.on_hand))

    async def leave(self) -> None:
        """Ask about unsaved changes, then show the chosen product."""
        if await self._may_leave():
            await self.show_chosen()
        elif self.editor.base and not await self.table.choose(self.editor.base.id):
            self.table.clearSelection()

    async def begin_new(self) -> None:
        """Show the form of a new product."""
        if self.choices is None:  # the page has only just been shown
            await self._jobs.ended(self.refresh)
        if not await self._may_leave() or self.choices is None:
            return
        self._kept = None
        if self.tabs.current() == DELETED:
            self.widen()
            self.ask_anew()
        self.table.clearSelection()
        near = self.editor.base.category_id if self.editor.base else None
        self.editor.begin(
            self.choices,
            self.category.currentData() or near,
            on_sale=await self.desk.read(queries.store_settings.on_sale_at_once),
        )
        self.editor.show_line(None)
        self._show_side()

    # ---------- how it is laid out

    async def has_any(self) -> bool:
        """Tell whether there is any product, deleted ones included."""
        if await super().has_any():
            return True
        deleted = {**self.widest(), "search": "", "deleted": True}
        return bool(await self.table.source.first_page(self.table.sort, deleted))

    def _nothing_yet(self) -> tuple[str, str]:
        return (
            tr("There are no products yet"),
            tr("Add the first one, or import a file."),
        )

    def _emptiness(self) -> Emptiness:
        steps = (
            Next("catalog.new", tr("New product"), "plus", "Ctrl+N"),
            Next("catalog.import", tr("Import"), "upload", "Ctrl+I"),
        )
        return replace(super()._emptiness(), next_steps=steps)

    def _tabs(self) -> list[tuple[str, str]]:
        return [*super()._tabs(), (DELETED, tr("Deleted"))]

    def _status_cell(self, line: ProductLine) -> Cell:
        if self.tabs.current() == DELETED:
            return Cell(tr("Deleted"), tone=Tone.BAD)
        return super()._status_cell(line)

    def _make_side(self) -> QWidget:
        self.restore_button = secondary(tr("Restore"), icon="archive-restore", cap="Ctrl+R")
        self._shown_deleted = boxed(column(self.detail, row(None, self.restore_button), gap=10))
        side = column(self.editor, self._shown_deleted, gap=0)
        side.setStretch(0, 1)
        side.setStretch(1, 1)
        return boxed(side)

    def _buttons(self, actions: Actions) -> list[QWidget]:
        self.new_button = primary(tr("New product"), icon="plus")
        return [*super()._buttons(actions), self.new_button]

    async def _may_leave(self) -> bool:
        if not self.editor.is_dirty:
            return True
        answer = await ask_leaving(self, self.editor.title.text())
        if answer is Leaving.SAVE:
            is_new = self.editor.base is not None and self.editor.base.is_new
            saved = await self.editor.save()
            if saved:
                self.note.say(self._saved_words(saved, is_new=is_new))
                self.reload()
            return saved is not None
        if answer is Leaving.DISCARD:
            self.editor.forget()
        return answer is Leaving.DISCARD

    def _show_side(self) -> None:
        is_editing = self.editor.base is not None
        self.editor.setVisible(is_editing)
        self._shown_deleted.setVisible(not is_editing)
        can_restore = self.tabs.current() == DELETED and self.detail.product is not None
        self.restore_button.setVisible(not is_editing and can_restore)

    def _show_primary(self) -> None:
        """Make Save the only primary button while there are unsaved changes."""
        self.new_button.be(Kind.SECONDARY if self.editor.is_dirty else Kind.PRIMARY)

    def _into_form(self) -> None:
        if self.editor.base:
            self.editor.fields.name.editor.setFocus()

    def stop(self) -> None:
        """Cancel every job of this page."""
        self._thumbs.stop()
        super().stop()

    def _thumb_came(self) -> None:
        self.editor.fields.gallery.update()
