"""The section of what the store writes on its receipts, beside one with it."""

from dataclasses import replace
from functools import partial

from storedesk.domain.receipt_texts import LONGEST, PLACEHOLDERS, checked_text
from storedesk.domain.store_form import SettingsForm
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import NoteField
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.buttons import quiet, secondary
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.settings.preview import RECEIPT_KIND, StorePreview
from storedesk.ui.settings.section import FormSection


class ReceiptTextField(NoteField):
    """Some lines with placeholders."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, longest=LONGEST, rows=3)
        self.input.setPlaceholderText(hint)

    def value(self) -> str:
        """Return the text. Refused: placeholder_unknown, too_many_lines, and as of any note."""
        return checked_text(super().value())

    def write(self, words: str) -> None:
        """Write where the cursor stands, as if it were typed."""
        self.input.insertPlainText(words)
        go_to(self.input)


class ReceiptSection(FormSection):
    """The lines under the address and the last ones, seen on a receipt as they are typed."""

    def __init__(self, context: PageContext) -> None:
        self.header = ReceiptTextField(tr("Lines under the address"))
        self.footer = ReceiptTextField(tr("Last lines"), tr("Thank you!"))
        fields = {"receipt_header": self.header, "receipt_footer": self.footer}
        super().__init__(context, "receipt", tr("Receipt"), "receipt-text", fields)
        self.preview: StorePreview = StorePreview(context, (RECEIPT_KIND,))
        self.back = secondary(tr("Back to StoreDesk's text"), icon="rotate-ccw")
        self.back.clicked.connect(self._take_ours)
        self.holes = {name: quiet(f"{{{name}}}") for name in PLACEHOLDERS}
        for name, button in self.holes.items():
            button.clicked.connect(lambda _=False, name=name: self._write(f"{{{name}}}"))
        self._written = self.footer
        for field in (self.header, self.footer):
            field.input.cursorPositionChanged.connect(partial(self._note_field, field))
        self.stack(
            muted(
                tr("For opening hours, or how long something can be returned. Receipts of sales"
                   " have it from now on."), wrap=True
            ),
            self.header, self.footer, row(self.back, None),
            Label(tr("Placeholders, filled on each receipt; a line is left out where there is"
                     " nothing to fill in:"), size=12, ink="muted", wrap=True),
            row(*list(self.holes.values())[:3], None, gap=4),
            row(*list(self.holes.values())[3:], None, gap=4),
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

    def _take_ours(self) -> None:
        self.footer.input.selectAll()
        self.footer.write("")

    def _note_field(self, field: ReceiptTextField) -> None:
        self._written = field

    def _write(self, words: str) -> None:
        """Write a placeholder into the field in which the cursor was moved last."""
        self._written.write(words)
