"""Describe conflicts in a product's form."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from storedesk.domain.catalog import ProductStatus
from storedesk.domain.merging import Clash
from storedesk.domain.product_forms import ProductField, ProductForm
from storedesk.domain.values.money import Money
from storedesk.ui.catalog.form import ProductChoices
from storedesk.ui.catalog.labels import measure_label, status_label
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.dialogs.conflict import Contested


class ConflictLabels:
    """Describe the fields of a product's form in words."""

    def __init__(self, form: Format, choices: ProductChoices, sides: Iterable[ProductForm]) -> None:
        self._form, self._choices = form, choices
        self._sides = tuple(sides)
        self._variants = {one.id: one for side in self._sides for one in side.variants}

    def contested(self, clash: Clash[ProductField]) -> Contested:
        """Return a conflict in words: the field's label, and both values."""
        mine, theirs = (
            self._value_text(clash.field, value) for value in (clash.mine, clash.theirs)
        )
        return Contested(self._label(clash.field), mine, theirs)

    def _label(self, field: ProductField) -> str:
        label = labels().get(field.name, field.name)
        if isinstance(field.part, UUID) and (variant := self._variants.get(field.part)):
            return f"{variant.description}: {label}"
        return label

    def _value_text(self, field: ProductField, value: Any) -> str:
        if value is None:
            return _absent(field)
        sayers: dict[str, Callable[[Any], str]] = {
            "category_id": self._category_path,
            "tax_class_id": self._tax,
            "status": lambda status: status_label(ProductStatus(status)),
            "measure": measure_label,
            "price": self._money,
            "cost": self._money,
            "difference": self._money,
            "variant": lambda one: f"{one.sku}, {self._money(one.difference)}",
            "pictures": lambda pictures: _pictures(len(pictures)),
        }
        return sayers.get(field.name, str)(value)

    def _category_path(self, category: UUID) -> str:
        found = self._choices.tree.get(category)
        return self._choices.tree.path(found) if found else ""

    def _tax(self, tax_class: UUID) -> str:
        return next((one.name for one in self._choices.taxes if one.id == tax_class), "")

    def _money(self, amount: Decimal) -> str:
        return self._form.money(Money(amount, self._sides[0].currency))


def _absent(field: ProductField) -> str:
    if field.name == "variant":
        return tr("Removed")
    if field.name == "tax_class_id":
        return tr("As its category")
    return measure_label(None) if field.name == "measure" else ""


def _pictures(count: int) -> str:
    words = plural("{count} picture", "{count} pictures, in another order", count)
    return words.format(count=count)


def labels() -> dict[str, str]:
    """Return the labels of the fields."""
    return {
        "name": tr("Name"),
        "description": tr("Description"),
        "category_id": tr("Category"),
        "price": tr("Price"),
        "cost": tr("Cost"),
        "status": tr("Status"),
        "tax_class_id": tr("Tax class"),
        "measure": tr("How it is sold"),
        "variant": tr("Variant"),
        "sku": tr("SKU"),
        "size": tr("Size"),
        "color": tr("Color"),
        "difference": tr("Price difference"),
        "pictures": tr("Pictures"),
    }
