"""Edit one variant in a row: size, color, SKU, price difference and codes."""

import re
from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.domain.product_forms import CODE_LONGEST, PART_LONGEST, SKU_LONGEST, VariantForm
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.scans import unwrapped
from storedesk.domain.values import text as texts
from storedesk.domain.values.money import CENT, Money, decimals
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.forms.numbers import parse_amount
from storedesk.ui.kit.input.scan_routes import be_typed_into
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import icon_button
from storedesk.ui.kit.looks.cards import column, row
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import px

WIDTHS = (104, 120, 200, 96, 100, 0, 32)
"""Pixels of size, color, SKU, difference, price, codes (stretches) and the remove button."""


class VariantEditRow(QWidget):
    """Edit one variant; show what is wrong below it."""

    edited = Signal()
    removed = Signal(object)
    """The row to remove: itself."""

    def __init__(self, variant: VariantForm, form: Format, currency: str) -> None:
        super().__init__()
        self.variant, self._form, self._currency = variant, form, currency
        words = column_words()
        self.size_input = _line(variant.size or "", words[0])
        self.color_input = _line(variant.color or "", words[1])
        self.sku = _line(variant.sku, words[2])
        self.difference = _difference(variant.difference, form, words[3])
        self.codes = _line("  ".join(variant.codes), words[5])
        for typed in (self.size_input, self.color_input, self.sku, self.difference):
            be_typed_into(typed)
        self.price = Label(weight=theme.DEMIBOLD, tabular=True, right=True)
        self.problem = Label(ink="bad", size=12, wrap=True)
        self.problem.hide()
        self.wrong = self.sku
        """The field to focus when something is wrong."""
        out = icon_button("trash-2", tr("Remove this variant"))
        out.clicked.connect(lambda: self.removed.emit(self))
        parts: tuple[QWidget, ...] = (
            self.size_input, self.color_input, self.sku, self.difference, self.price, self.codes,
            out,
        )  # fmt: skip
        line = row(*parts, gap=8)
        for at, (part, width) in enumerate(zip(parts, WIDTHS, strict=True)):
            part.setFixedWidth(px(width)) if width else line.setStretch(at, 1)
        self.setLayout(column(line, self.problem, gap=3))
        for edit in self.inputs():
            edit.textEdited.connect(self._touched)
            edit.installEventFilter(self)

    def inputs(self) -> tuple[QLineEdit, ...]:
        """Return the fields, from left to right."""
        return (self.size_input, self.color_input, self.sku, self.difference, self.codes)

    def value(self) -> VariantForm:
        """Return the typed variant. Refused where it cannot be used; `wrong` is the field."""
        self.wrong = self.size_input
        size = texts.line(self.size_input.text(), longest=PART_LONGEST)
        color = texts.line(self.color_input.text(), longest=PART_LONGEST)
        if not (size or color):
            raise Refused("variant_nameless")
        self.wrong = self.sku
        sku = texts.line(self.sku.text(), longest=SKU_LONGEST)
        if not sku:
            raise Refused("sku_missing")
        self.wrong = self.codes
        codes = codes_of(self.codes.text())
        self.wrong = self.difference
        difference = parse_difference(self.difference.text(), self._form.locale)
        return replace(
            self.variant,
            size=size or None,
            color=color or None,
            sku=sku,
            difference=difference,
            codes=codes,
        )

    def show_price(self, price: Decimal | None) -> None:
        """Show the variant's price for the product's `price`."""
        try:
            amount = parse_difference(self.difference.text(), self._form.locale)
        except Refused:
            price = None
        if price is None:
            self.price.setText("")
            return
        total = price + amount
        self.price.setText(self._form.money(Money(total, self._currency)))
        self.price.ink("bad" if total < CENT else "text")

    def judge(self, price: Decimal | None, taken: Collection[str]) -> VariantForm | None:
        """Return the variant; None where something is wrong, and show what."""
        try:
            value = self.value()
            _check(value, price, self._currency)
        except StoreError as refusal:
            self.say(refusal.sentence(spoken))
            return None
        self.wrong = self.sku
        if value.sku.upper() in taken:
            self.say(Refused("code_twice", code=value.sku).sentence(spoken))
            return None
        self.say("")
        return value

    def say(self, sentence: str) -> None:
        """Show what is wrong with the variant; "" shows nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.sku.setAccessibleDescription(sentence)

    def take_code(self, raw: str) -> None:
        """Add a scanned code."""
        self.codes.setText("  ".join((*self.codes.text().split(), unwrapped(raw))))
        self._touched()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: Up and Down go to the same field of the next row; Enter separates codes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.codes and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if self.codes.text() and not self.codes.text().endswith(" "):
                    self.codes.insert("  ")
                    return True
            elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self._go(watched, -1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    def _go(self, field: QObject, by: int) -> None:
        around = self.parentWidget()
        if around is None:
            return
        rows = around.findChildren(
            VariantEditRow, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        rows.sort(key=lambda one: one.y())
        at = rows.index(self) + by
        if 0 <= at < len(rows):
            index = self.inputs().index(field)
            rows[at].inputs()[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _touched(self) -> None:
        self.say("")
        self.edited.emit()


def column_words() -> tuple[str, ...]:
    """Return the headings of the grid, in the order of WIDTHS."""
    return (
        tr("Size"),
        tr("Color"),
        tr("SKU"),
        tr("Difference"),
        tr("Price"),
        tr("Codes"),
        "",
    )


def codes_of(typed: str) -> tuple[str, ...]:
    """Read codes separated by blanks or commas, each once; refuse invalid characters."""
    words = (texts.line(word, longest=CODE_LONGEST) for word in re.split(r"[\s,;]+", typed))
    return tuple(sorted({word.upper(): word for word in words if word}.values()))


def parse_difference(typed: str, locale: str) -> Decimal:
    """Read an amount with or without a sign; "" is zero. Refused as `parse_amount`."""
    text = typed.strip()
    if not text:
        return Decimal("0.00")
    sign = -1 if text[0] in {"-", "\N{MINUS SIGN}"} else 1
    digits = text[1:] if text[0] in {"-", "+", "\N{MINUS SIGN}"} else text
    return sign * parse_amount(digits, locale=locale, smallest=Decimal(0))


def _check(value: VariantForm, price: Decimal | None, currency: str) -> None:
    if price is not None and price + value.difference < CENT:
        raise Refused("variant_too_cheap", price=str(price + value.difference))
    if value.difference != round(value.difference, decimals(currency)):
        raise Refused("money_not_exact", amount=str(value.difference))


def _line(text: str, words: str) -> QLineEdit:
    made = LineInput(text)
    made.setAccessibleName(words)
    return made


def _difference(amount: Decimal, form: Format, words: str) -> QLineEdit:
    made = _line(form.difference(amount) if amount else "", words)
    made.setAlignment(Qt.AlignmentFlag.AlignRight)
    made.setFont(theme.font(tabular=True))
    made.setPlaceholderText(form.difference(Decimal(0)))
    return made
