"""Edit a category, and describe conflicts in it."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain.catalog import TaxClass
from storedesk.domain.categories import NAME_LONGEST, TEXT_LONGEST, CategoryForm, Tree
from storedesk.domain.merging import Clash
from storedesk.domain.refusals.errors import StoreError
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.dialogs.conflict import Contested
from storedesk.ui.kit.forms.form import ChoiceField, Field, NoteField, TextField, is_field_good
from storedesk.ui.kit.looks.cards import column
from storedesk.ui.kit.looks.labels import ElidedLabel, card_title, muted

SHOWN, HIDDEN = "shown", "hidden"
AT_NAME = {"category_name_taken"}


class CategoryFields(QWidget):
    """Edit a category's name, description, visibility and tax class."""

    edited = Signal()

    def __init__(self, form: Format) -> None:
        super().__init__()
        self._form = form
        self.path_label = ElidedLabel(ink="muted", size=12)
        self.title = card_title("")
        self.title.setWordWrap(True)
        self.name = TextField(tr("Name"), longest=NAME_LONGEST)
        self.description = NoteField(tr("Description"), longest=TEXT_LONGEST, rows=3)
        self.shown = ChoiceField(tr("At the till"), [(SHOWN, tr("Shown")), (HIDDEN, tr("Hidden"))])
        self.tax = ChoiceField(tr("Tax class"), [])
        self.product_count = muted(wrap=True)
        self.fields: tuple[Field, ...] = (  # type: ignore[type-arg]
            self.name, self.description, self.shown, self.tax,
        )  # fmt: skip
        for field in self.fields:
            field.edited.connect(self.edited)
        self.setLayout(
            column(self.path_label, self.title, *self.fields, self.product_count, None, gap=12)
        )

    def show_form(self, shown: CategoryForm, tree: Tree, taxes: Sequence[TaxClass]) -> None:
        """Show a category as it was read."""
        above = tree.get(shown.parent_id)
        self.path_label.setText(tree.path(above) if above else tr("Top level"))
        self.title.setText(shown.name or tr("New category"))
        follow = tr("As the parent category") if above else tr("The store's default")
        self.tax.show_choices([("", follow), *((str(one.id), one.name) for one in taxes)])
        for field, value in (
            (self.name, shown.name),
            (self.description, shown.description),
        ):
            if held(field) != value:
                field.show_value(value)
        self.shown.show_value(SHOWN if shown.is_active else HIDDEN)
        self.tax.show_value(str(shown.tax_class_id or ""))
        self.show_product_count(shown)
        for every in self.fields:
            every.mark("")

    def show_product_count(self, shown: CategoryForm) -> None:
        """Show how many products are in it."""
        words = tr("{products}, {on_sale} of them on sale").format(
            products=self._form.products(shown.products), on_sale=self._form.count(shown.on_sale)
        )
        if shown.deleted:
            words += tr("; {count} deleted").format(count=self._form.count(shown.deleted))
        self.product_count.setText(words if shown.products or shown.deleted else tr("No products"))

    def raw(self) -> tuple[str, ...]:
        """Return the raw content of all fields."""
        return tuple(held(field) for field in self.fields)

    def filled(self, base: CategoryForm) -> CategoryForm | None:
        """Return `base` with the typed values; None, with wrong fields marked, if any are wrong."""
        wrong = [field for field in self.fields if not is_field_good(field)]
        if wrong:
            wrong[0].editor.setFocus()
            return None
        return replace(
            base,
            name=self.name.value(),
            description=self.description.value(),
            is_active=self.shown.value() == SHOWN,
            tax_class_id=UUID(self.tax.value()) if self.tax.value() else None,
        )

    def mark(self, refusal: StoreError) -> bool:
        """Show a refusal at its field; False if it belongs to none."""
        if refusal.code in AT_NAME:
            self.name.mark(refusal.sentence(spoken))
            self.name.editor.setFocus()
        return refusal.code in AT_NAME


def held(field: Field) -> str:  # type: ignore[type-arg]
    """Return the raw content of a field."""
    match field:
        case ChoiceField():
            return str(field.input.currentData() or "")
        case NoteField():
            return field.input.toPlainText()
        case TextField():
            return field.text()
    raise TypeError(type(field).__name__)


def contested(clash: Clash[str], taxes: Sequence[TaxClass]) -> Contested:
    """Return a conflict in words: the field's label, and both values."""
    labels = {
        "name": tr("Name"),
        "description": tr("Description"),
        "is_active": tr("At the till"),
        "tax_class_id": tr("Tax class"),
    }
    mine, theirs = (_value_text(clash.field, value, taxes) for value in (clash.mine, clash.theirs))
    return Contested(labels[clash.field], mine, theirs)


def _value_text(field: str, value: object, taxes: Sequence[TaxClass]) -> str:
    if field == "is_active":
        if value:
            return tr("Shown")
        return tr("Hidden")
    if field == "tax_class_id":
        return next((one.name for one in taxes if one.id == value), "")
    return str(value)
