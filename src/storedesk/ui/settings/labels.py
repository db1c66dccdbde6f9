"""Label the settings, their values, and the changes of them."""

from decimal import Decimal
from typing import Any

from storedesk.ui.carrier_labels import carriers_text
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import ChoiceField, Field
from storedesk.ui.scale_labels import rules_text
from storedesk.ui.settings.carrier_list import CarrierListField
from storedesk.ui.settings.scale_code_list import ScaleCodeListField


def value_text(field: Field[Any], value: Any, form: Format) -> str:
    """Return a setting as people read it; "" where it is nothing."""
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(field, CarrierListField):
        return carriers_text(value)
    if isinstance(field, ScaleCodeListField):
        return rules_text(value)
    if isinstance(field, ChoiceField):
        entries = {entry.key: entry.name for entry in field.input.entries.all}
        return entries.get(value, str(value or ""))
    if isinstance(value, Decimal):
        return form.amount(value)
    return "" if value is None else str(value)


def quoted(text: str) -> str:
    """Return a value in quotation marks, and nothing in words."""
    return tr("“{value}”").format(value=text) if text else tr("nothing")
