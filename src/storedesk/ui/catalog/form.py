"""Make the fields of a product's form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from storedesk.domain.bounds import Bound
from storedesk.domain.catalog import ProductStatus, TaxClass
from storedesk.domain.categories import Tree
from storedesk.domain.measures import Measure
from storedesk.domain.product_forms import (
    NAME_LONGEST,
    NOWHERE,
    Beginning,
    ProductForm,
    VariantForm,
)
from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.staff import Me
from storedesk.ui.catalog.category_field import CategoryField
from storedesk.ui.catalog.codes import CodesField
from storedesk.ui.catalog.cost_field import CostField
from storedesk.ui.catalog.gallery import Gallery, Look
from storedesk.ui.catalog.labels import measure_choices, status_label
from storedesk.ui.catalog.variant_list import VariantList
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.forms.form import (
    ChoiceField,
    Field,
    MoneyField,
    NoteField,
    QuantityField,
    TextField,
    is_field_good,
)
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.tokens import Tone

AT_CODES = {"code_taken", "code_of_deleted", "code_just_taken"}
AT_VARIANTS = {
    "variant_free", "variant_twice", "variant_sold", "variant_wanted", "variants_many", "too_many",
}  # fmt: skip
AT_STATUS = {"bad_step", "product_deleted"}
AT_CATEGORY = {
    "category_not_shown", "category_not_found", "category_needed", "category_unknown",
    "category_too_deep", "category_name_taken",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProductChoices:
    """The categories and tax classes to choose from."""

    tree: Tree
    taxes: Sequence[TaxClass]

    def rate_of(self, tax_class: UUID | None, category: UUID) -> Decimal:
        """Return today's rate of a tax class; None has that of the category, or the default one."""
        under = self.tree.get(category)
        wanted = tax_class or (self.tree.tax_class_of(under) if under else None)
        fits = (
            one.rate for one in self.taxes if one.id == wanted or (not wanted and one.is_default)
        )
        return next(fits, Decimal(0))


class ProductFields(QWidget):
    """Show all fields of a product, in cards."""

    edited = Signal()

    def __init__(self, form: Format, look: Look, me: Me, taxes_inside: Callable[[], bool]) -> None:
        super().__init__()
        self._form, self._me = form, me
        self._choices: ProductChoices | None = None
        self.name = TextField(tr("Name"), longest=NAME_LONGEST)
        self.category = CategoryField(tr("Category"))
        self.price = MoneyField(tr("Price"), locale=form.locale, width=0)
        self.cost = CostField(form, taxes_inside)
        self.on_hand = QuantityField(
            tr("On hand now"),
            smallest=0,
            largest=me.most(Bound.MOVED_PIECES),
            optional=True,
            width=0,
        )
        self.status = ChoiceField(tr("Status"), [])
        self.tax = ChoiceField(tr("Tax class"), [])
        self.measure = ChoiceField(tr("How it is sold"), measure_choices())
        self.description = NoteField(tr("Description"), longest=me.most(Bound.DESCRIPTION), rows=4)
        self.codes = CodesField(tr("Barcode or code"), most=me.most(Bound.CODES))
        self.gallery = Gallery(look)
        self.picture_problem = Banner(Tone.BAD)
        self.variants = VariantList(form)
        self.fields: tuple[Field, ...] = (  # type: ignore[type-arg]
            self.name, self.price, self.cost, self.on_hand, self.category, self.status, self.tax,
            self.measure, self.description, self.codes,
        )  # fmt: skip
        for field in self.fields:
            field.edited.connect(self.edited)
        self.price.edited.connect(self._show_prices)
        for numbers in (self.price, self.category, self.tax):
            numbers.edited.connect(self._show_margin)
        self.cost.edited.connect(self._show_margin)
        self.gallery.changed.connect(self.edited)
        self._lay_out()

    def show_form(self, shown: ProductForm, choices: ProductChoices) -> None:
        """Show a product; fields with the same value keep their cursor."""
        self.show_choices(choices, shown)
        easy: tuple[tuple[TextField | NoteField | CategoryField | ChoiceField, str], ...] = (
            (self.name, shown.name),
            (self.description, shown.description),
            (self.category, str(shown.category_id)),
            (self.status, shown.status.value),
            (self.tax, str(shown.tax_class_id or "")),
            (self.measure, str(shown.measure or "")),
        )
        for field, value in easy:
            if _held(field) != value:
                field.show_value(value)
        if self.price.text() != self._price_text(shown):
            self.price.input.setText(self._price_text(shown))
        self.cost.show_cost(shown.cost)
        self.on_hand.input.clear()
        self.on_hand.setVisible(shown.is_new)
        self.codes.input.clear()
        self.codes.show_value(shown.codes)
        self.gallery.show_pictures(shown.pictures)
        self.show_variants(shown.variants, shown)
        for every in self.fields:
            every.mark("")

    def show_choices(self, choices: ProductChoices, shown: ProductForm) -> None:
        """Offer the categories, tax classes and statuses for a product as it is saved."""
        self.category.show_tree(choices.tree, may_make=shown.is_new)
        self._choices = choices
        was = ProductStatus.DRAFT if shown.is_new else shown.status
        self.status.show_choices(
            (step.value, status_label(step)) for step in self._me.steps_from(was)
        )
        follow = tr("As its category")
        self.tax.show_choices([("", follow), *((str(one.id), one.name) for one in choices.taxes)])

    def show_variants(self, variants: tuple[VariantForm, ...], form: ProductForm) -> None:
        """Show other variants, with the typed price."""
        self._currency = form.currency
        self.variants.show_variants(variants)
        self._show_prices()

    def raw(self) -> tuple[object, ...]:
        """Return the raw content of all fields: equal as long as nothing is edited."""
        return (
            *(_held(field) for field in self.fields[:-1]),
            self.codes.codes,
            self.codes.input.text(),
            self.gallery.pictures,
            self.variants.variants,
        )

    def filled(self, base: ProductForm) -> ProductForm | None:
        """Return `base` with the typed values; None, with wrong fields marked, if any are wrong."""
        wrong = [field for field in self.fields if not is_field_good(field)]
        if wrong:
            wrong[0].editor.setFocus()
            return None
        return replace(
            base,
            name=self.name.value(),
            description=self.description.value(),
            category_id=self.category.target()[0],
            price=self.price.value(),
            cost=self.cost.value_or_none(),
            status=ProductStatus(self.status.value()),
            tax_class_id=UUID(self.tax.value()) if self.tax.value() else None,
            measure=Measure(self.measure.value()) if self.measure.value() else None,
            codes=self.codes.value(),
            variants=self.variants.variants,
            pictures=self.gallery.pictures,
        )

    def beginning(self) -> Beginning:
        """Return the stock and category of a new product, from a form without errors."""
        return Beginning(new_category=self.category.target()[1], on_hand=self.on_hand.value())

    def mark(self, refusal: StoreError) -> bool:
        """Show a refusal at its field; False if it belongs to none."""
        for codes, field in (
            (AT_CODES, self.codes),
            (AT_STATUS, self.status),
            (AT_CATEGORY, self.category),
        ):
            if refusal.code in codes and not self._is_of_variant(refusal):
                field.mark(refusal.sentence(spoken))
                field.editor.setFocus()
                return True
        if refusal.code in AT_VARIANTS | AT_CODES:
            self.variants.say(refusal.sentence(spoken))
            return True
        return False

    def _is_of_variant(self, refusal: StoreError) -> bool:
        code = str(refusal.parameters.get("code", "")).upper()
        words = {word.upper() for one in self.variants.variants for word in (one.sku, *one.codes)}
        return code in words

    def _price_text(self, shown: ProductForm) -> str:
        return "" if shown.is_new and not shown.price else self._form.amount(shown.price)

    def _show_prices(self) -> None:
        try:
            price = self.price.value()
        except StoreError:
            price = None
        self.variants.show_price(price, self._currency)
        self._show_margin()

    def _show_margin(self) -> None:
        """Show what is left of the price as it is typed, at today's rate of tax."""
        if self._choices is None:
            return
        try:
            price = self.price.value()
        except StoreError:
            price = None
        tax = self.tax.input.currentData()
        try:
            category, _ = self.category.target()
        except StoreError:
            category = NOWHERE
        rate = self._choices.rate_of(UUID(tax) if tax else None, category)
        self.cost.show_margin(price, rate, self._currency)

    _currency = "USD"

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        main = Card(gap=12)
        numbers, rules = _pair(self.price, self.on_hand), _pair(self.status, self.tax)
        main.add(self.name, numbers, self.cost, self.codes, self.category)
        main.add(rules, self.measure, self.description)
        pictures = Card(tr("Pictures"), gap=10)
        pictures.add(self.gallery, self.picture_problem)
        for card in (main, self.variants, pictures):
            column.addWidget(card)
        column.addStretch(1)


def _pair(left: QWidget, right: QWidget) -> QHBoxLayout:
    pair = row(left, right)
    for at, field in enumerate((left, right)):
        pair.setStretch(at, 1)
        pair.setAlignment(field, Qt.AlignmentFlag.AlignTop)
    return pair


def _held(field: Field) -> str:  # type: ignore[type-arg]
    match field:
        case CategoryField():
            return field.text().strip()
        case ChoiceField():
            return str(field.input.currentData() or "")
        case NoteField():
            return field.input.toPlainText()
        case TextField() | MoneyField() | QuantityField():
            return field.text()
    raise TypeError(type(field).__name__)
