"""Show one product: prices, codes, variants, stock and sales."""

from uuid import UUID

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from storedesk import queries
from storedesk.domain.catalog import Product, Variant
from storedesk.domain.costs import ProductCost
from storedesk.domain.product_sales import ProductSales
from storedesk.domain.refusals.errors import NotFound
from storedesk.domain.staff import Me
from storedesk.services.desk import Desk
from storedesk.ui.catalog.labels import TONES, status_label, stock_tone
from storedesk.ui.catalog.sales_card import SalesCard
from storedesk.ui.kit.base.banner import EmptyState
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import Card, Facts, boxed, column, row, scrolling
from storedesk.ui.kit.looks.chips import Chip
from storedesk.ui.kit.looks.labels import Label, card_title, muted
from storedesk.ui.kit.looks.sizes import target
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.pictures import Pictures
from storedesk.ui.scale_labels import priced
from storedesk.ui.stock_labels import with_together

PICTURE = 72
VARIANT_ROW = 44
VARIANTS_IN_SIGHT = 6


class Picture(QWidget):
    """Show a product's picture with round corners, or an icon if there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: QPixmap | None = None
        self.setFixedSize(QSize(PICTURE, PICTURE))

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show another picture."""
        self.shown = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: the picture, or the sign of a product."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), 8, 8)
        painter.fillPath(path, theme.color("mute_tint"))
        painter.setClipPath(path)
        if self.shown is not None:
            painter.drawPixmap(self.rect(), self.shown)
            return
        sign = theme.pixmap("package", "muted", 28, self.devicePixelRatioF())
        painter.drawPixmap((PICTURE - 28) // 2, (PICTURE - 28) // 2, sign)


class ProductDetail(QWidget):
    """Show one product, read from the desk, and again after change notices."""

    def __init__(self, desk: Desk, form: Format, pictures: Pictures, me: Me) -> None:
        super().__init__()
        self._reads_costs = me.reads_costs
        self._cost: ProductCost | None = None
        self._sold: ProductSales | None = None
        self._desk, self._form, self._pictures = desk, form, pictures
        self.product: Product | None = None
        self._is_stale = True
        self._make_parts()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.empty = EmptyState(
            tr("No product chosen"), tr("Choose one to see its prices, codes and stock."),
            icon="package",
        )  # fmt: skip
        self.body = scrolling(
            boxed(column(self._head, self._figures, self.sales, self._variants, None))
        )
        outer.addWidget(self.empty)
        outer.addWidget(self.body)
        self._show_nothing()

    def forget(self) -> None:
        """Note that what is shown may be out of date."""
        self._is_stale = True

    async def show_product(self, product_id: UUID | None) -> None:
        """Show a product; None shows that none is chosen."""
        if product_id is None:
            self._show_nothing()
            return
        if self.product and self.product.id == product_id and not self._is_stale:
            return
        try:
            product = await self._desk.read(queries.product_details.product, product_id)
            if self._reads_costs:
                self._cost, self._sold = await self._desk.read(
                    queries.product_sales.cost_and_sales, product_id
                )
        except NotFound:
            self._show_nothing()
            return
        self._is_stale = False
        self._show(product)

    def picture_came(self) -> None:
        """Show a picture that has just been fetched."""
        if self.product and self.product.pictures:
            self._picture.show_picture(self._pictures.get(self.product.pictures[0]))

    def _make_parts(self) -> None:
        self._picture = Picture()
        self._name = Label(size=15, weight=theme.DEMIBOLD, wrap=True, selectable=True)
        self._category = muted(wrap=True)
        self._status = Chip("")
        self._price = Label(size=22, weight=theme.DEMIBOLD, tabular=True)
        self._text = muted(wrap=True)
        self._head = Card(gap=12)
        words = column(self._name, self._category, row(self._status, None), gap=6)
        self._head.add(row(self._picture, words, gap=14), self._price, self._text)
        self._facts = Facts()
        self._figures = Card(tr("Stock and codes"), gap=10)
        self._figures.add(self._facts)
        self.sales = SalesCard(self._form)
        self._variants = Card(margin=4, gap=0)
        title = card_title(tr("Variants"))
        title.setContentsMargins(12, 10, 12, 8)
        self._list: RecordTable[Variant] = RecordTable(
            [
                Column(tr("Variant"), self._variant_cell, CellStyle.STRONG, 140, 1),
                Column(tr("Price"), self._price_cell, CellStyle.MONEY, 132),
            ],
            key=lambda one: one.id,
            name=tr("Variants"),
            row_height=VARIANT_ROW,
        )
        self._variants.add(title, self._list)

    def _show(self, product: Product) -> None:
        self.product = product
        self._name.setText(product.name)
        self._category.setText(product.category)
        self._status.show_text(status_label(product.status), TONES[product.status])
        if product.is_deleted:
            self._status.show_text(tr("Deleted"), Tone.BAD)
        self._price.setText(self._price_words(product))
        self._text.setText(product.description or "")
        self._text.setVisible(bool(product.description))
        first = product.pictures[0] if product.pictures else None
        self._picture.show_picture(self._pictures.get(first))
        self._facts.show_facts(self._all_facts(product))
        self.sales.setVisible(self._sold is not None)
        if self._sold is not None:
            self.sales.show_sales(self._sold, product.price.currency)
        self._variants.setVisible(bool(product.variants))
        self._list.show_records(product.variants)
        shown = min(len(product.variants), VARIANTS_IN_SIGHT)
        header = self._list.horizontalHeader().sizeHint().height()
        self._list.setFixedHeight(header + shown * target(VARIANT_ROW) + 2)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.empty.hide()
        self.body.show()

    def _show_nothing(self) -> None:
        self.product = None
        self.body.hide()
        self.empty.show()

    def _all_facts(self, product: Product) -> list[tuple[str, str]]:
        stock, count = product.stock, self._form.count
        of_all = with_together(tr("Available"), of_variants=bool(product.variants))
        facts = [
            (of_all, count(stock.available) + self._stock_remark(product)),
            (tr("On hand"), count(stock.on_hand)),
            (tr("Reserved"), count(stock.reserved)),
            (tr("Reorder point"), count(stock.low_at)),
        ]
        if self._cost:
            share = self._cost.share_of(product.price.amount)
            cost = self._form.sum(self._cost.cost, product.price.currency)
            facts.append((tr("Cost"), cost))
            if share is not None:
                facts.append((tr("Margin"), self._form.percent(share)))
        if product.codes:
            facts.append((tr("Codes"), "\n".join(product.codes)))
        if product.tax_class:
            facts.append((tr("Tax class"), product.tax_class))
        if product.source:
            facts.append((tr("Source"), product.source))
        facts.append((tr("Last changed"), self._form.moment(product.updated_at)))
        return facts

    def _stock_remark(self, product: Product) -> str:
        match stock_tone(product.stock):
            case Tone.BAD:
                return tr(" (sold out)")
            case Tone.WARN:
                return tr(" (low)")
        return ""

    def _price_words(self, product: Product) -> str:
        return priced(self._range_of(product), product.measure)

    def _range_of(self, product: Product) -> str:
        prices = sorted(one.price for one in product.variants)
        if prices and prices[0] != prices[-1]:
            words = tr("{least} to {most}")
            return words.format(
                least=self._form.money(prices[0]), most=self._form.money(prices[-1])
            )
        return self._form.money(prices[0] if prices else product.price)

    def _variant_cell(self, variant: Variant) -> Cell:
        return Cell(variant.description, variant.sku)

    def _price_cell(self, variant: Variant) -> Cell:
        """Return the price, with the codes below it."""
        codes = [code for code in variant.codes if code != variant.sku]
        return Cell(self._form.money(variant.price), "  ".join(codes))
