"""The section of name and address of the store, beside a receipt and an e-mail with them."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt

from storedesk.domain.store import StoreSettings
from storedesk.domain.store_form import SettingsForm
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.choices import countries, languages
from storedesk.ui.kit.forms.form import ChoiceField, Field, LineField, TextField
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.settings.preview import StorePreview
from storedesk.ui.settings.section import FormSection


def _fields() -> dict[str, Field[Any]]:
    return {
        "name": TextField(tr("Name of the store"), longest=200),
        "store_street": TextField(tr("Street"), longest=200, optional=True),
        "store_postal_code": TextField(tr("Postal code"), longest=20, optional=True),
        "store_city": TextField(tr("City"), longest=100, optional=True),
        "store_state": TextField(tr("State or region"), longest=100, optional=True),
        "store_country": ChoiceField(tr("Country"), countries()),
        "phone": TextField(tr("Phone"), longest=50, optional=True),
        "tax_id": TextField(tr("Tax ID"), longest=50, optional=True),
        "language": ChoiceField(tr("Language of receipts and e-mails"), languages()),
    }


class StoreSection(FormSection):
    """What stands at the top of every receipt, and at the foot of every e-mail."""

    def __init__(self, context: PageContext) -> None:
        words = tr("It stands on receipts, papers and e-mails from now on.")
        super().__init__(context, "store", tr("Store"), "store", _fields(), words)
        self.preview: StorePreview = StorePreview(context)
        one = self.fields
        self.stack(
            self.remark,
            one["name"], one["store_street"],
            _beside(one["store_postal_code"], one["store_city"]),
            _beside(one["store_state"], one["store_country"]),
            _beside(one["phone"], one["tax_id"]),
            one["language"],
        )  # fmt: skip
        self.edited.connect(self.show_preview)

    def show_form(self, form: SettingsForm) -> None:
        """Show these settings, and the papers with them."""
        super().show_form(form)
        self.show_preview()

    def show_preview(self) -> None:
        """Show the papers with what is typed."""
        if self.base is not None:
            self.preview.show_store(self.typed_store())

    def typed_store(self) -> StoreSettings:
        """Return the store as it is typed, whether it can be saved or not."""
        typed = {name: _text(field) for name, field in self.fields.items()}
        return replace(
            self.context.store,
            name=typed["name"], street=typed["store_street"], city=typed["store_city"],
            state=typed["store_state"], postal_code=typed["store_postal_code"],
            country=typed["store_country"], phone=typed["phone"] or None,
            tax_id=typed["tax_id"] or None, language=typed["language"],
        )  # fmt: skip


def _text(field: Field[Any]) -> str:
    return field.text().strip() if isinstance(field, LineField) else str(field.value())


def _beside(*fields: Field[Any]) -> Any:
    made = row(*fields)
    for place, field in enumerate(fields):
        made.setStretch(place, 1)
        made.setAlignment(field, Qt.AlignmentFlag.AlignTop)
    return made
