"""The section of the letters that choose a way to pay at the till, beside its keys."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.store_form import LETTER_COLUMNS, SettingsForm
from storedesk.domain.tender_letters import checked_letter
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import LineField
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import Card, boxed, column, row
from storedesk.ui.kit.looks.chips import IconTile, KeyCap
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.settings.section import FormSection
from storedesk.ui.tender_labels import TENDER_ICONS, method_name, tender_letters

NARROW = 120
"""Pixels of a field for one letter."""


class LetterField(LineField[str]):
    """A letter for a way to pay; none leaves it to StoreDesk, which shows what it takes."""

    def __init__(self, label: str, others: Callable[[], Iterable[str]]) -> None:
        """`others` tells what is typed for the other ways to pay."""
        super().__init__(label, optional=True, width=NARROW)
        self._others = others
        self.input.limit(10)

    def value(self) -> str:
        """Return the letter; "" for none. Refused: tender_letter_bad, tender_letter_taken."""
        return checked_letter(self.text(), others=self._others())

    def show_value(self, value: str) -> None:
        """Show a letter."""
        self.input.setText(value)


class TenderSection(FormSection):
    """A letter for each way to pay, seen on the keys of the till as it is typed."""

    def __init__(self, context: PageContext) -> None:
        self.letters: dict[Method, LetterField] = {
            method: LetterField(method_name(method), self._others_of(method)) for method in Method
        }
        fields = {name: self.letters[method] for name, method in LETTER_COLUMNS.items()}
        super().__init__(context, "tenders", tr("Letters for paying"), "wallet", fields)
        self.preview: QWidget = self._keys()
        self.stack(
            muted(
                tr("At the till, a letter behind an amount says how it is paid. What is left empty"
                   " is a letter of the word, in the store's language."), wrap=True
            ),
            *self.letters.values(),
        )  # fmt: skip
        self.edited.connect(self._show_keys)

    def show_form(self, form: SettingsForm) -> None:
        """Show these settings, and the keys with them."""
        super().show_form(form)
        self._show_keys()

    def _others_of(self, method: Method) -> Callable[[], Iterable[str]]:
        return lambda: [
            field.text() for other, field in self.letters.items() if other is not method
        ]

    def _keys(self) -> Card:
        self._caps = {method: KeyCap("") for method in Method}
        self._examples = {method: Label(ink="muted") for method in Method}
        card = Card(tr("At the till"), gap=10)
        for method in Method:
            name = Label(method_name(method), size=15, weight=theme.MEDIUM)
            words = boxed(column(name, self._examples[method], gap=0))
            tile = IconTile(TENDER_ICONS[method])
            card.add(boxed(row(tile, words, None, self._caps[method], gap=10)))
        card.column.addStretch(1)
        return card

    def _show_keys(self) -> None:
        typed = {method: _good(field) for method, field in self.letters.items()}
        form, currency = self.context.format, self.context.store.currency
        shown = tender_letters(
            self.context.store.language, {m: one for m, one in typed.items() if one}
        )
        for method, letter in shown.items():
            self._caps[method].show_text(letter)
            self.letters[method].input.setPlaceholderText(letter)
            words = tr("Type {typed} for {amount}.")
            words = words.format(typed=f"20{letter}", amount=form.money(Money.of(20, currency)))
            self._examples[method].setText(words)


def _good(field: LetterField) -> str:
    """Return the letter that was typed; "" where it cannot be one."""
    try:
        return field.value()
    except Refused:
        return ""
