"""Show the categories: the tree, and the chosen category's form beside it."""

from collections.abc import Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from storedesk import forms
from storedesk.domain.catalog import TaxClass
from storedesk.domain.categories import (
    CategoryForm,
    merge_categories,
    rebuilt,
)
from storedesk.domain.refusals.errors import Conflict, StoreError
from storedesk.services.desk import Desk
from storedesk.ui.catalog.category_form import CategoryFields, contested
from storedesk.ui.catalog.category_moves import CategoryMoveDialog
from storedesk.ui.kit.base.banner import EmptyState
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.conflict import settle
from storedesk.ui.kit.dialogs.dialog import confirm
from storedesk.ui.kit.dialogs.leaving import Leaving, ask_leaving
from storedesk.ui.kit.looks.buttons import Button, Kind, quiet, secondary
from storedesk.ui.kit.looks.cards import boxed, column, hairline, row
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.sizes import px

HEIGHT, SIDE = 420, 380


class CategoriesDialog(CategoryMoveDialog):
    """Manage the tree. Moves apply at once; what is typed applies on Save."""

    def __init__(self, parent: QWidget, desk: Desk, form: Format) -> None:
        super().__init__(parent, desk, form)
        self.base: CategoryForm | None = None
        self.taxes: Sequence[TaxClass] = ()
        self._clean: tuple[str, ...] = ()
        self.fields = CategoryFields(form)
        self._lay_out()
        self._connect()
        self.changed()

    @property
    def is_dirty(self) -> bool:
        """Tell whether the form has unsaved changes."""
        return self.base is not None and self.fields.raw() != self._clean

    def changed(self) -> None:
        """Read the tree again after a change notice; what is typed stays."""
        self._jobs.restart(self.refresh)

    async def refresh(self) -> None:
        """Read the tree and show it."""
        self.taxes = self.taxes or await self._desk.read(forms.tax_classes.tax_classes)
        tree = await self._desk.read(forms.categories.tree)
        self.tree.show_tree(tree)
        if self.tree.chosen_id() is None and tree.all and self.base is None:
            self.tree.choose(tree.all[0].id)
        self._show_chosen()

    async def save(self) -> None:
        """Save the form; ask field by field about conflicts with someone else's changes."""
        if self.base is None or (form := self.fields.filled(self.base)) is None:
            return
        if self.base.is_active and not form.is_active and not await self._may_hide(form):
            return
        try:
            saved = await self._save(self.base, form)
        except StoreError as refusal:
            if not self.fields.mark(refusal):
                raise
            return
        if saved:
            self._clean = self.fields.raw()
            self.base = None
            self.note.say(tr("{category} is saved.").format(category=saved.name))
            await self.refresh()
            self.tree.choose(saved.id)

    async def begin(self, *, below: bool) -> None:
        """Show the form of a new category, next to the chosen one or below it."""
        if not await self._may_leave():
            return
        chosen = self.tree.tree.get(self.tree.chosen_id())
        parent = (chosen.id if below else chosen.parent_id) if chosen else None
        self._show(CategoryForm(id=uuid4(), parent_id=parent))
        self.fields.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter saves; Esc closes, after a question about unsaved changes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.is_dirty:
                self.start(self.save)
        elif event.key() == Qt.Key.Key_Escape:
            self.start(self.leave)
        else:
            super().keyPressEvent(event)

    async def leave(self) -> None:
        """Close the dialog, after a question about unsaved changes."""
        if await self._may_leave():
            self.accept()

    async def _save(self, base: CategoryForm, form: CategoryForm) -> CategoryForm | None:
        over = base if base.version else None
        while True:
            try:
                await self._desk.edit(forms.categories.save_category, over, form)
            except Conflict:
                theirs = (await self._desk.read(forms.categories.tree)).get(form.id)
                if over is None or theirs is None:
                    raise
                merged = merge_categories(over, form, theirs)
                fields = await settle(self, form.name, merged, partial(contested, taxes=self.taxes))
                if fields is None:
                    return None
                over, form = theirs, rebuilt(theirs, fields)
            else:
                return form

    async def _may_hide(self, form: CategoryForm) -> bool:
        inside = self.tree.tree.subtree(form.id)
        on_sale = sum(one.on_sale for one in inside)
        if not on_sale:
            return True
        words = tr("{products} on sale will no longer be found at the till. Existing orders do"
                   " not change.")  # fmt: skip
        return await confirm(
            self,
            tr("Hide {category}?").format(category=form.name),
            words.format(products=self._form.products(on_sale)),
            yes=tr("Hide it"),
        )

    async def _may_leave(self) -> bool:
        if not self.is_dirty:
            return True
        what = self.base.name if self.base and self.base.name else tr("the category")
        answer = await ask_leaving(self, what)
        if answer is Leaving.SAVE:
            await self.save()
            return not self.is_dirty
        if answer is Leaving.DISCARD:
            self.base = None
        return answer is Leaving.DISCARD

    async def _choose_other(self) -> None:
        if await self._may_leave():
            self.base = None
            self._show_chosen()
        elif self.base:
            self.tree.choose(self.base.id)

    def _chosen(self) -> None:
        chosen = self.tree.chosen_id()
        if self.is_dirty and self.base and chosen != self.base.id:
            self.start(self._choose_other)
        else:
            self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.tree.tree.get(self.tree.chosen_id())
        keeps = self.base is not None and (self.is_dirty or not self.base.version)
        if chosen and keeps and self.base and chosen.id == self.base.id:
            self.fields.show_product_count(chosen)
        elif chosen and not keeps:
            self._show(chosen)
        is_any = self.base is not None
        self._beside.setVisible(is_any)
        self.nothing.setVisible(not is_any)
        self._show_buttons()

    def _show(self, form: CategoryForm) -> None:
        self.base = form
        self.fields.show_form(form, self.tree.tree, self.taxes)
        self._clean = self.fields.raw()
        self._beside.show()
        self.nothing.hide()
        self._show_buttons()

    def _show_buttons(self) -> None:
        dirty, chosen = self.is_dirty, self.tree.tree.get(self.tree.chosen_id())
        self.save_button.setEnabled(dirty)
        self.save_button.be(Kind.PRIMARY if dirty else Kind.SECONDARY)
        self.close_button.be(Kind.SECONDARY if dirty else Kind.PRIMARY)
        is_saved = chosen is not None and self.base is not None and bool(self.base.version)
        self.move_button.setEnabled(is_saved)
        self.products_button.setEnabled(is_saved and chosen is not None and chosen.products > 0)

    def _connect(self) -> None:
        self.fields.edited.connect(self._show_buttons)
        self.tree.chosen_changed.connect(self._chosen)
        for keys, run in (
            ("Ctrl+S", self.save),
            ("Ctrl+N", partial(self.begin, below=False)),
            ("Ctrl+Shift+N", partial(self.begin, below=True)),
            ("Ctrl+M", self.move_elsewhere),
            ("Ctrl+Shift+M", self.move_products),
        ):
            self.on_key(keys, partial(self.start, run))

    def _lay_out(self) -> None:
        beside = quiet(tr("New"), icon="plus", cap="Ctrl+N")
        below = quiet(tr("New subcategory"), icon="corner-down-left", cap="Ctrl+Shift+N")
        for button, is_below in ((beside, False), (below, True)):
            button.clicked.connect(partial(self.start, partial(self.begin, below=is_below)))
        self.move_button = secondary(tr("Move"), icon="folder-tree", cap="Ctrl+M")
        self.move_button.clicked.connect(partial(self.start, self.move_elsewhere))
        self.products_button = secondary(
            tr("Move its products"), icon="package", cap="Ctrl+Shift+M"
        )
        self.products_button.clicked.connect(partial(self.start, self.move_products))
        self.save_button = Button(tr("Save"), icon="save", cap="Ctrl+S")
        self.save_button.clicked.connect(partial(self.start, self.save))
        self.close_button = Button(tr("Done"), cap="Esc")
        self.close_button.clicked.connect(partial(self.start, self.leave))
        self.nothing = EmptyState(
            tr("No category yet"), tr("Press “New” to add the first one."), icon="folder-tree"
        )
        self._beside = self.fields
        left = column(self.tree, row(beside, below, None, gap=4), gap=8)
        right = column(self.nothing, self._beside, gap=0)
        right.setStretch(0, 1)
        right.setStretch(1, 1)
        side = boxed(right)
        side.setFixedWidth(px(SIDE))
        parts = row(boxed(left), hairline(upright=True), side, gap=18)
        parts.setStretch(0, 1)
        self.tree.setMinimumHeight(HEIGHT)
        hint = tr("Press Alt with an arrow key to move the chosen category, or drag it.")
        self.lay_out(self.note, muted(hint), parts)
        self.buttons(self.move_button, self.products_button, self.save_button, self.close_button)
        self.tree.setFocus()
