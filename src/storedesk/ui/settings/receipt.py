"""The section of what the store writes on its receipts, beside one with it."""

from dataclasses import replace

from storedesk.domain.receipt_texts import LONGEST, PLACEHOLDERS, checked_text
from storedesk.domain.store_form import SettingsForm
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.settings.placeholders import PlaceholderButtons, StoreTextField
from storedesk.ui.settings.preview import RECEIPT_KIND, StorePreview
from storedesk.ui.settings.section import FormSection


class ReceiptTextField(StoreTextField):
    """Some lines with placeholders."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, longest=LONGEST, rows=3)
        self.input.setPlaceholderText(hint)

    def value(self) -> str:
        """Return the text. Refused: placeholder_unknown, too_many_lines, and as of any note."""
        return checked_text(super().value())


class ReceiptSection(FormSection):
    """The lines under the address and the last ones, seen on a receipt as they are typed."""

    def __init__(self, context: PageContext) -> None:
        self.header = ReceiptTextField(tr("Lines under the address"))
        self.footer = ReceiptTextField(tr("Last lines"), tr("Thank you!"))
        fields = {"receipt_header": self.header, "receipt_footer": self.footer}
        super().__init__(context, "receipt", tr("Receipt"), "receipt-text", fields)
        self.preview: StorePreview = StorePreview(context, (RECEIPT_KIND,))
        self.back = secondary(tr("Back to StoreDesk's text"), icon="rotate-ccw")
        self.back.clicked.connect(self.footer.empty)
        self.placeholders = PlaceholderButtons(
            PLACEHOLDERS,
            tr("Placeholders, filled on each receipt; a line is left out where there is nothing to"
               " fill in:"),
            (self.header, self.footer),
        )  # fmt: skip
        self.stack(
            muted(
                tr("For opening hours, or how long something can be returned. Receipts of sales"
                   " have it from now on."), wrap=True
            ),
            self.header, self.footer, row(self.back, None),
            self.placeholders,
        )  # fmt: skip
        self.edited.connect(self.show_preview)

    def show_form(self, form: SettingsForm) -> None:
        """Show these settings, and a receipt with them."""
        super().show_form(form)
        self.show_preview()

    def show_preview(self) -> None:
        """Show a receipt with what is typed, whether it can be saved or not."""
        header, footer = (one.input.toPlainText().strip() for one in (self.header, self.footer))
        self.back.setEnabled(bool(footer))
        store = replace(self.context.store, receipt_header=header, receipt_footer=footer)
        self.preview.show_store(store)
