"""Edit a product beside the list; keep what is typed through notices and refusals."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from storedesk import api, forms
from storedesk.domain.catalog import NewPicture, ProductLine, ProductStatus, sha256_of
from storedesk.domain.product_forms import (
    NOWHERE,
    Begun,
    PictureForm,
    ProductForm,
    merge_products,
    rebuilt,
)
from storedesk.domain.refusals.errors import Conflict, NotFound, Refused, StoreError
from storedesk.domain.values.tax import TaxMode
from storedesk.services.product_page import form_and_sales
from storedesk.ui.catalog.conflicts import ConflictLabels
from storedesk.ui.catalog.form import ProductChoices, ProductFields
from storedesk.ui.catalog.labels import TONES, status_label
from storedesk.ui.catalog.new_picture import load_picture
from storedesk.ui.catalog.sales_card import SalesCard
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.dialogs.conflict import settle
from storedesk.ui.kit.looks.buttons import Button, Kind, icon_button, quiet
from storedesk.ui.kit.looks.cards import Card, Facts, boxed, column, row, scrolling
from storedesk.ui.kit.looks.chips import Chip
from storedesk.ui.kit.looks.labels import ElidedLabel
from storedesk.ui.kit.looks.theme import DEMIBOLD
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.pictures import Pictures
from storedesk.ui.stock_labels import with_together

TRIES = 3  # saves that begin again because someone else saved first


class ProductEditor(QWidget):
    """Edit one product. `base` is the product as it was read."""

    edited = Signal()
    """`is_dirty` may have changed."""
    left = Signal()
    """The form was left by Esc."""

    def __init__(self, context: PageContext, thumbs: Pictures) -> None:
        super().__init__()
        self._context, self._thumbs = context, thumbs
        self.base: ProductForm | None = None
        self.choices: ProductChoices | None = None
        self._clean: tuple[object, ...] = ()
        self._new: dict[str, NewPicture] = {}
        self._read = 0
        self.begun: Begun | None = None  # what became of the product created last
        self.fields = ProductFields(
            context.format, lambda url: thumbs.get(sha256_of(url)), context.me,
            lambda: context.store.tax_mode is TaxMode.INCLUSIVE,
        )  # fmt: skip
        self.fields.edited.connect(self._show_buttons)
        self.fields.name.edited.connect(self._show_head)
        self._lay_out()

    @property
    def is_dirty(self) -> bool:
        """Tell whether the form has unsaved changes."""
        return self.base is not None and self.fields.raw() != self._clean

    def begin(
        self, choices: ProductChoices, category: UUID | None, *, on_sale: bool = True
    ) -> None:
        """Show the form of a new product; `on_sale` preselects Active instead of Draft."""
        first = choices.tree.all[0].id if choices.tree.all else NOWHERE
        status = ProductStatus.ACTIVE if on_sale else ProductStatus.DRAFT
        empty = ProductForm(
            id=uuid4(), version=0, currency=self._context.store.currency, name="", description="",
            category_id=category or first, price=Decimal(0), status=status, tax_class_id=None,
            codes=(), variants=(), pictures=(),
        )  # fmt: skip
        self._show(empty, choices)
        self.area.verticalScrollBar().setValue(0)
        self.fields.name.setFocus()

    async def show_product(self, product_id: UUID, choices: ProductChoices) -> None:
        """Show a product as it is saved now; keep what is typed."""
        self._read = mine = self._read + 1
        now, sales = await self._context.desk.read(form_and_sales, product_id)
        if mine != self._read:
            return
        self.sales.show_sales(sales, now.currency)
        if self.is_dirty and self.base and self.base.id == product_id:
            self.fields.show_choices(choices, self.base)
            if now.version != self.base.version:
                words = tr("{who} has changed this product meanwhile. Saving merges both changes.")
                self.changed.say(words.format(who=now.changed_by or tr("Someone")), Tone.INFO)
            return
        if self.base is None or self.base.id != product_id:
            self.area.verticalScrollBar().setValue(0)
        self._show(now, choices)

    def at_hand(self) -> ProductForm | None:
        """Return the product with the typed values that can be used, for the variants dialog."""
        if self.base is None:
            return None
        try:
            price = self.fields.price.value()
        except StoreError:
            price = self.base.price
        return replace(
            self.base,
            name=self.fields.name.text().strip(),
            price=price,
            codes=self.fields.codes.codes,
            variants=self.fields.variants.variants,
        )

    def forget(self) -> None:
        """Show no product, and discard what is typed."""
        self._read += 1
        self.base = None
        self._new.clear()
        self._show_buttons()

    def undo(self) -> None:
        """Show the product as it was read."""
        if self.base and self.choices:
            self._show(self.base, self.choices)

    def show_line(self, line: ProductLine | None) -> None:
        """Show the stock of the product; None hides it."""
        self.stock.setVisible(line is not None)
        self.sales.setVisible(line is not None)
        if line:
            count, stock = self._context.format.count, line.stock
            available = with_together(tr("Available"), of_variants=stock.of_variants)
            self.facts.show_facts(
                [
                    (tr("On hand"), count(stock.on_hand)),
                    (tr("Reserved for orders"), count(stock.reserved)),
                    (tr("Reorder point"), count(stock.low_at)),
                ],
                total=(available, count(stock.available)),
            )

    async def save(self) -> ProductForm | None:
        """Save the whole form; None where it is refused, and then the form says why."""
        self.problem.hide()
        if self.base is None or (form := self.fields.filled(self.base)) is None:
            return None
        typed = self.fields.raw()
        try:
            if self.base.is_new:
                return await self._make(form, typed)
            return await self._save(self.base, form, typed)
        except StoreError as refusal:
            if not self.fields.mark(refusal):
                self.problem.say(refusal.sentence(spoken), Tone.BAD)
            return None

    async def add_pictures(self, sources: list[object]) -> None:
        """Check new pictures, and add them after the others."""
        self.fields.picture_problem.hide()
        product = self.base.id if self.base else None
        for source in sources:
            self.fields.gallery.expect(1)
            try:
                made = await load_picture(source)
                await self._thumbs.keep(made.sha256, made.content)
            except Refused as refusal:
                self.fields.picture_problem.say(refusal.sentence(spoken))
                continue
            finally:
                self.fields.gallery.expect(-1)
            if self.base is None or self.base.id != product:
                return  # another product is being edited by now
            self._new[made.url] = made
            self.fields.gallery.add(PictureForm(uuid4(), made.url))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter saves; Esc goes back to the list and keeps what is typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.save_button.isEnabled():
            self.save_button.click()
        else:
            super().keyPressEvent(event)

    async def _make(self, form: ProductForm, typed: tuple[object, ...]) -> ProductForm:
        self.begun = await self._context.desk.do(
            api.products.make_product, form, self.fields.beginning(), pictures=self._added(form)
        )
        saved = await self._context.desk.read(forms.products.product_form, form.id)
        self._saved(saved, typed)
        return saved

    def _added(self, form: ProductForm) -> list[NewPicture]:
        return [self._new[one.url] for one in form.pictures if one.url in self._new]

    async def _save(
        self, base: ProductForm, form: ProductForm, typed: tuple[object, ...]
    ) -> ProductForm | None:
        for _ in range(TRIES):
            new = self._added(form)
            try:
                await self._context.desk.edit(forms.products.save_product, base, form, pictures=new)
            except Conflict as clash:
                if clash.code != "changed_meanwhile":
                    raise
                theirs = await self._context.desk.read(forms.products.product_form, base.id)
                merged = await self._settled(base, form, theirs)
                if merged is None:
                    return None
                base, form = theirs, merged
            else:
                saved = await self._context.desk.read(forms.products.product_form, form.id)
                self._saved(saved, typed)
                return saved
        raise Conflict("changed_meanwhile")

    async def _settled(
        self, base: ProductForm, mine: ProductForm, theirs: ProductForm
    ) -> ProductForm | None:
        if theirs.is_deleted:
            raise Refused("product_deleted", name=theirs.name)
        if self.choices is None:
            raise NotFound("product_not_found")
        words = ConflictLabels(self._context.format, self.choices, (base, mine, theirs))
        merged = merge_products(base, mine, theirs)
        fields = await settle(self, mine.name, merged, words.contested, who=theirs.changed_by)
        return None if fields is None else rebuilt(theirs, fields)

    def _saved(self, saved: ProductForm, typed: tuple[object, ...]) -> None:
        for picture in saved.pictures:
            self._new.pop(picture.url, None)
        if self.choices is None:
            return
        if self.fields.raw() == typed:
            self._show(saved, self.choices)
        else:  # somebody typed on while it was being saved
            self.base, self._clean = saved, typed
            self._show_buttons()

    def _show(self, form: ProductForm, choices: ProductChoices) -> None:
        self.base, self.choices = form, choices
        self.problem.hide()
        self.changed.hide()
        self.fields.show_form(form, choices)
        self._clean = self.fields.raw()
        self._show_head()
        self._show_buttons()

    def _show_head(self) -> None:
        if self.base is None:
            return
        self.title.setText(self.fields.name.text().strip() or tr("New product"))
        if self.base.is_new:
            self.chip.show_text(tr("New"), Tone.INFO)
        else:
            self.chip.show_text(status_label(self.base.status), TONES[self.base.status])

    def _show_buttons(self) -> None:
        dirty = self.is_dirty
        self.save_button.setEnabled(dirty)
        self.save_button.be(Kind.PRIMARY if dirty else Kind.SECONDARY)
        self.undo_button.setVisible(dirty)
        self.delete_button.setVisible(self.base is not None and not self.base.is_new)
        self.edited.emit()

    def _lay_out(self) -> None:
        self.title = ElidedLabel(size=15, weight=DEMIBOLD)
        self.chip = Chip("")
        self.problem = Banner(Tone.BAD)
        self.changed = Banner(Tone.INFO)
        self.facts = Facts()
        self.stock = Card(tr("Stock"), gap=10)
        self.stock.add(self.facts)
        self.sales = SalesCard(self._context.format)
        self.area = scrolling(boxed(column(self.fields, self.stock, self.sales, None)))
        self.save_button = Button(tr("Save"), icon="save", cap="Ctrl+S")
        self.undo_button = quiet(tr("Discard"))
        self.delete_button = icon_button("trash-2", tr("Delete this product (Del)"))
        foot = Card(margin=10, gap=0)
        foot.add(row(self.delete_button, None, self.undo_button, self.save_button, gap=8))
        head = row(self.title, self.chip, gap=10)
        head.setContentsMargins(17, 0, 29, 0)
        head.setStretch(0, 1)
        outer = column(head, self.changed, self.problem, self.area, foot, gap=10)
        outer.setStretchFactor(self.area, 1)
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)
