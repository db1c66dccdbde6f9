"""List the variants of a product in its form, with their prices."""

from decimal import Decimal

from PySide6.QtCore import Signal

from storedesk.domain.product_forms import VariantForm
from storedesk.domain.values.money import Money
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.labels import card_title, muted
from storedesk.ui.kit.looks.sizes import target
from storedesk.ui.kit.looks.tokens import Tone

ROW = 44
IN_SIGHT = 6


class VariantList(Card):
    """List variants with their SKU and price; a button opens the dialog that edits them."""

    opened = Signal()

    def __init__(self, form: Format) -> None:
        super().__init__(margin=16, gap=10)
        self._form = form
        self.variants: tuple[VariantForm, ...] = ()
        self._price: Money | None = None
        self.edit = secondary(tr("Edit"), icon="pencil", cap="Ctrl+G")
        self.edit.setAccessibleName(tr("Edit the variants"))
        self.edit.clicked.connect(self.opened)
        self.problem = Banner(Tone.BAD)
        self.none = muted(
            tr("No variants. Add some where there are several sizes or colors."), wrap=True
        )
        self.list: RecordTable[VariantForm] = RecordTable(
            [
                Column(tr("Variant"), _name, CellStyle.STRONG, 140, 1),
                Column(tr("Price"), self._cost, CellStyle.MONEY, 136),
            ],
            key=lambda one: one.id,
            name=tr("Variants"),
            row_height=ROW,
        )
        self.list.opened.connect(lambda _: self.opened.emit())
        self.add(
            row(card_title(tr("Variants")), None, self.edit), self.problem, self.none,
            self.list,
        )  # fmt: skip
        self._fit()

    def show_variants(self, variants: tuple[VariantForm, ...]) -> None:
        """Show other variants."""
        self.variants = variants
        self.problem.hide()
        self.list.show_records(variants)
        self._fit()

    def show_price(self, price: Decimal | None, currency: str) -> None:
        """Show each variant's price for the product's `price`; None is unknown."""
        self._price = Money(price, currency) if price is not None else None
        self.list.show_records(self.variants)

    def say(self, sentence: str) -> None:
        """Show what is wrong with the variants."""
        self.problem.say(sentence)

    def _cost(self, one: VariantForm) -> Cell:
        codes = "  ".join(one.codes)
        if self._price is None:
            return Cell("", codes)
        amount = self._price.amount + one.difference
        tone = Tone.BAD if amount <= 0 else None
        return Cell(self._form.money(Money(amount, self._price.currency)), codes, tone=tone)

    def _fit(self) -> None:
        self.none.setVisible(not self.variants)
        self.list.setVisible(bool(self.variants))
        header = self.list.horizontalHeader().sizeHint().height()
        self.list.setFixedHeight(header + min(len(self.variants), IN_SIGHT) * target(ROW) + 2)


def _name(one: VariantForm) -> Cell:
    return Cell(one.description, one.sku)
