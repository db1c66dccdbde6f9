"""Edit the variants of a product; sizes and colors are combined into rows."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk import forms
from storedesk.domain.product_forms import ProductForm, VariantForm, in_size_order
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.variant_grid import combination_key, listed, missing, proposed, word_of
from storedesk.services.desk import Desk
from storedesk.ui.catalog.variant_rows import WIDTHS, VariantEditRow, column_words
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.base.scanner import ScannerGuard
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.form import TextField
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import boxed, column, row, scrolling
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.kit.looks.sizes import px

WIDTH, LISTED = 1060, 380
PROPOSALS = 5
"""Attempts to propose SKUs that no other product has."""


class VariantsDialog(Dialog):
    """Edit all variants of a product; they are saved with its form."""

    def __init__(  # noqa: PLR0913 - the product, and who edits it with what
        self,
        parent: QWidget,
        desk: Desk,
        form: Format,
        product: ProductForm,
        scanner: ScannerGuard | None = None,
        *,
        most: int,
    ) -> None:
        """Show the existing variants; the product may have `most` of them."""
        title = tr("Variants of {product}").format(product=product.name or tr("new"))
        super().__init__(parent, title, width=WIDTH)
        self._desk, self._form, self._product = desk, form, product
        self._scanner, self._most = scanner, most
        self.price: Decimal | None = product.price or None
        self.rows: list[VariantEditRow] = []
        self.taken: tuple[VariantForm, ...] = product.variants
        self.sizes = TextField(tr("Sizes"), longest=1_000)
        self.colors = TextField(tr("Colors"), longest=1_000)
        self.make = secondary(tr("Create combinations"), icon="plus", cap="Enter")
        self._lay_out()
        self._fill(product.variants)
        self._show_count()
        self.sizes.input.setFocus()

    async def combine(self) -> None:
        """Add the missing combinations of sizes and colors, with proposed SKUs.

        Those that are there stay as they are.
        """
        self.sizes.mark("")
        try:
            wanted = missing(
                [self._nearly(one) for one in self.rows],
                listed(self.sizes.text()),
                listed(self.colors.text()),
                most=self._most,
            )
        except Refused as refusal:
            self.sizes.mark(refusal.sentence(spoken))
            return
        made = await self._proposed(wanted)
        first = [self._add(one) for one in made]
        self._show_rows()
        if first:
            QTimer.singleShot(0, first[0], lambda: self.area.ensureWidgetVisible(first[0]))
            first[0].sku.setFocus(Qt.FocusReason.TabFocusReason)

    async def take(self) -> None:
        """Check all variants and close; stay open if one of them is wrong."""
        self._mark_duplicates()
        skus = Counter(one.sku.text().strip().upper() for one in self.rows)
        twice = {sku for sku, times in skus.items() if times > 1}
        values = [one.judge(self.price, twice) for one in self.rows if not one.problem.text()]
        wrong = [one for one in self.rows if one.problem.text()]
        if not wrong:
            good = [value for value in values if value]
            wrong = await self._judge_owners(good)
            self.taken = in_size_order(good)
        if wrong:
            self.area.ensureWidgetVisible(wrong[0])
            go_to(wrong[0].wrong)
            return
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter creates combinations in their fields; Ctrl+Enter closes the dialog."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.start(self.take)
        elif enter and self.focusWidget() in {self.sizes.input, self.colors.input}:
            self.start(self.combine)
        elif enter:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    async def _proposed(self, wanted: Sequence[tuple[str | None, str | None]]) -> list[VariantForm]:
        taken = {one.sku.text().strip().upper() for one in self.rows}
        made = proposed(word_of(self._product), wanted, taken)
        for _ in range(PROPOSALS):
            skus = [one.sku for one in made]
            owners = await self._desk.read(forms.products.owners_of, skus, but=self._product.id)
            if not owners:
                break
            taken |= set(owners)
            made = proposed(word_of(self._product), wanted, taken)
        return made

    async def _judge_owners(self, variants: Sequence[VariantForm]) -> list[VariantEditRow]:
        """Mark and return the rows whose SKU or code belongs to another product."""
        codes = [code for one in variants for code in (one.sku, *one.codes)]
        owners = await self._desk.read(forms.products.owners_of, codes, but=self._product.id)
        wrong = []
        for at, one in zip(self.rows, variants, strict=True):
            for code in (one.sku, *one.codes):
                if owner := owners.get(code.upper()):
                    at.say(Refused("code_taken", code=code, name=owner).sentence(spoken))
                    wrong.append(at)
        return wrong

    def _mark_duplicates(self) -> None:
        keys = [combination_key(v.size, v.color) for v in map(self._nearly, self.rows)]
        for one, key in zip(self.rows, keys, strict=True):
            one.say("")
            if any(key) and keys.index(key) != self.rows.index(one):
                one.say(Refused("variant_twice").sentence(spoken))

    @staticmethod
    def _nearly(one: VariantEditRow) -> VariantForm:
        """Return size and color of a row, unchecked."""
        return VariantForm(
            id=one.variant.id,
            sku="",
            size=one.size_input.text(),
            color=one.color_input.text(),
        )

    def _fill(self, variants: Sequence[VariantForm]) -> None:
        for one in variants:
            self._add(one)
        sizes = dict.fromkeys(one.size for one in variants if one.size)
        colors = dict.fromkeys(one.color for one in variants if one.color)
        self.sizes.show_value(", ".join(sizes))
        self.colors.show_value(", ".join(colors))
        self._show_rows()

    def _add(self, variant: VariantForm) -> VariantEditRow:
        made = VariantEditRow(variant, self._form, self._product.currency)
        made.edited.connect(lambda: made.show_price(self.price))
        made.removed.connect(self._remove)
        made.show_price(self.price)
        if self._scanner:
            self._scanner.listen(made, made.take_code)
        self.rows.append(made)
        self._lines.insertWidget(self._lines.count() - 1, made)
        return made

    def _remove(self, one: VariantEditRow) -> None:
        at = self.rows.index(one)
        self.rows.remove(one)
        one.hide()
        one.deleteLater()
        near = self.rows[min(at, len(self.rows) - 1)] if self.rows else None
        (near.sku if near else self.sizes.input).setFocus()
        self._show_rows()

    def _show_rows(self) -> None:
        self.heads.setVisible(bool(self.rows))
        self.none.setVisible(not self.rows)
        self._show_count()

    def _show_count(self) -> None:
        """Show how many combinations would be created."""
        try:
            sizes, colors = listed(self.sizes.text()), listed(self.colors.text())
            there = [self._nearly(one) for one in self.rows]
            new = len(missing(there, sizes, colors, most=self._most))
        except StoreError:
            new = 0
        self.make.setEnabled(new > 0)
        count = len(self.rows)
        words = plural("{count} variant", "{count} variants", count)
        coming = plural(
            "{count} variant, {new} more to make", "{count} variants, {new} more to create", count
        )
        self.count.setText((coming if new else words).format(count=count, new=new))

    def _lay_out(self) -> None:
        for field, hint in ((self.sizes, "S, M, L"), (self.colors, tr("Red, Blue"))):
            field.input.setPlaceholderText(hint)
            field.edited.connect(self._show_count)
        self.make.clicked.connect(lambda: self.start(self.combine))
        top = row(self.sizes, self.colors, self.make, gap=12)
        top.setAlignment(self.make, Qt.AlignmentFlag.AlignBottom)
        self.heads = boxed(self._headings())
        self.heads.setFixedHeight(px(20))
        self.none = Label(
            tr("Type the sizes and colors. Each combination becomes a variant."),
            ink="muted", wrap=True,
        )  # fmt: skip
        body = QWidget()
        self._lines: QVBoxLayout = column(None, gap=8)
        self._lines.setContentsMargins(0, 0, 14, 0)
        body.setLayout(self._lines)
        self.area = scrolling(body)
        self.area.setMinimumHeight(LISTED)
        self.count = muted()
        done = primary(tr("Apply"), icon="check", cap="Ctrl+Enter")
        done.clicked.connect(lambda: self.start(self.take))
        back = secondary(tr("Cancel"), cap="Esc")
        back.clicked.connect(self.reject)
        self.lay_out(top, self.none, self.heads, self.area)
        self.buttons(self.count, back, done)

    @staticmethod
    def _headings() -> QVBoxLayout:
        labels = [
            Label(words, ink="muted", size=12, weight=theme.DEMIBOLD) for words in column_words()
        ]
        for label in labels[3:5]:  # amounts
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = row(*labels, gap=8)
        for at, width in enumerate(WIDTHS):
            labels[at].setFixedWidth(px(width)) if width else line.setStretch(at, 1)
        line.setContentsMargins(2, 0, 14, 0)
        return column(line, gap=0)
