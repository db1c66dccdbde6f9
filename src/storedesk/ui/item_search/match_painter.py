"""Draw a row of the list of matches, and read it out."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPixmap

from storedesk.domain.values.folding import found_parts
from storedesk.ui.item_search.matches import Row
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.chips import badge
from storedesk.ui.kit.looks.sizes import px, roomy
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.kit.looks.thumbnail import draw_thumbnail
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.scale_labels import priced
from storedesk.ui.stock_labels import few_left, on_shelf, together

PRODUCT, VARIANT = 46, 36
"""Pixels of a row."""
EDGE, PICTURE, NAME, VARIANT_NAME = 18, 36, 68, 84
PRICE_RIGHT, GAP, SIGN = 42, 24, 16
"""Pixels from the right edge to the price; between the columns; of the sign beside the price."""
BAR = 4
CHIP = 22
PRICE = (16, theme.DEMIBOLD)
NUMBER = (15, theme.REGULAR)
REMARK = (13, theme.REGULAR)


def row_height(row: Row) -> int:
    """Return the pixels of a row."""
    return VARIANT if row.is_variant else PRODUCT


class MatchPainter:
    """Draws the rows; the column of prices is as wide as the widest of them all."""

    def __init__(self, form: Format, picture: Callable[[str | None], QPixmap | None]) -> None:
        """`picture` returns a picture that is there, by its sha256."""
        self._form, self._picture = form, picture
        self.words = ""
        """What is looked for: it is drawn in another color wherever it is."""
        self.width = 0
        """Pixels of the whole list; 0 before it has been seen."""
        self._price_width = 0.0
        self._mark = "accent"

    def measure(self, rows: Sequence[Row]) -> None:
        """Make the column of prices as wide as the widest one."""
        metrics = paint.style(*PRICE, tabular=True)[1]
        widths = (metrics.horizontalAdvance(self._price(row)) for row in rows)
        self._price_width = max(widths, default=0.0)

    def number_right(self, width: float) -> float:
        """Return where numbers end in a list that is so wide."""
        return width - px(PRICE_RIGHT) - self._price_width - GAP

    def read(self, row: Row) -> str:
        """Return a row as a screen reader says it."""
        item = row.item
        parts = [item.name, item.description, item.code]
        if not row.is_variant:
            count = self._form.count
            stock = on_shelf(item.available, count, of_variants=item.of_variants)
            parts = [item.name, self._remark(row), self._price(row), self._read_was(row), stock]
        else:
            parts += [self._price(row), self._read_was(row)]
            parts.append(tr("none on the shelf") if item.available <= 0 else None)
        return ", ".join(part for part in parts if part)

    def paint(self, painter: QPainter, box: QRectF, row: Row, is_current: bool) -> None:  # noqa: FBT001
        """Draw a row into `box`; a scroll bar moves no column away from its heading."""
        box.setWidth(self.width or box.width())
        _draw_ground(painter, box, row, is_current=is_current)
        self._mark = "info" if is_current else "accent"  # which is too pale on a chosen row
        self._draw_price(painter, box, row, is_current=is_current)
        if row.is_variant:
            self._draw_variant(painter, box, row)
        else:
            self._draw_product(painter, box, row)

    def _draw_product(self, painter: QPainter, box: QRectF, row: Row) -> None:
        side = px(PICTURE)
        picture = QRectF(EDGE, box.center().y() - side / 2, side, side)
        draw_thumbnail(painter, picture, self._picture(row.product.picture))
        upper = QRectF(box.left(), box.top() + roomy(4), box.width(), px(21))
        lower = QRectF(box.left(), box.top() + roomy(23), box.width(), px(20))
        whose = together(of_variants=row.item.of_variants and row.item.available > 0)
        right = self.number_right(box.width())
        left = self._left_of_name()
        around = upper if whose else box
        beside = self._draw_stock(painter, around, right, row)
        below = paint.ending_at(painter, lower, right, whose, (12, theme.REGULAR), "muted")
        room = right - left - GAP
        upper.setLeft(left)
        lower.setLeft(left)
        upper.setWidth(room - beside)
        lower.setWidth(room - (below if whose else beside))
        self._draw_words(painter, upper, row.item.name, (16, theme.MEDIUM), "text")
        self._draw_words(painter, lower, self._remark(row), REMARK, "muted")

    def _draw_variant(self, painter: QPainter, box: QRectF, row: Row) -> None:
        item, left = row.item, self._left_of_name() + VARIANT_NAME - NAME
        right = self.number_right(box.width())
        code = paint.ending_at(painter, box, right, item.code or "", REMARK, "muted")
        room = QRectF(left, box.top(), right - left - code - GAP, box.height())
        self._draw_words(painter, room, item.description or item.name, (15, theme.MEDIUM), "text")

    def _draw_stock(self, painter: QPainter, box: QRectF, right: float, row: Row) -> float:
        """Draw how many there are; return how wide that is."""
        words = few_left(row.item.available, self._form.count)
        if not words:
            return paint.ending_at(
                painter, box, right, self._form.count(row.item.available), NUMBER, "muted"
            )
        wide = paint.style(11, theme.DEMIBOLD, tabular=True)[1].horizontalAdvance(words) + px(18)
        high = px(CHIP)
        place = QRectF(right - wide + px(8), box.center().y() - high / 2, wide, high)
        badge(painter, place, words, Tone.WARN)
        return wide - px(8)

    def _draw_price(self, painter: QPainter, box: QRectF, row: Row, *, is_current: bool) -> None:
        right = box.width() - px(PRICE_RIGHT)
        weight = theme.DEMIBOLD if not row.is_variant or is_current else theme.REGULAR
        was, upper = self._was(row), box
        if was:
            half = box.height() / 2
            upper = QRectF(box.left(), box.top() + roomy(2), box.width(), half)
            lower = QRectF(box.left(), box.top() + half - 1, box.width(), half - roomy(2))
            paint.struck_ending_at(painter, lower, right, was, (12, theme.REGULAR), "muted")
        ink = "ok" if was else "text"
        paint.ending_at(painter, upper, right, self._price(row), (PRICE[0], weight), ink)
        sign = "chevron-right" if row.is_folded else "chevron-down" if row.is_unfolded else ""
        ink = "muted"
        if is_current and not row.is_folded and not row.is_unfolded and paint.shows_caps():
            sign, ink = "corner-down-left", "accent"
        if sign:
            drawn = pixmap(sign, ink, SIGN, painter.device().devicePixelRatio())
            painter.drawPixmap(QPointF(right + 9, box.center().y() - SIGN / 2), drawn)

    def _draw_words(
        self, painter: QPainter, box: QRectF, text: str, face: tuple[int, QFont.Weight], ink: str
    ) -> None:
        """Draw `text` on one line, with what was looked for in another color."""
        shown = paint.elided(text, max(0, int(box.width())), *face, False)  # noqa: FBT003
        font, metrics = paint.style(*face)
        painter.setFont(font)
        x, at, y = box.left(), 0, paint.baseline(box, metrics)
        ends = (len(shown), len(shown))
        for begin, end in (*_parts(self.words, shown), ends):
            for part, token in ((shown[at:begin], ink), (shown[begin:end], self._mark)):
                if part:
                    painter.setPen(color(token))
                    painter.drawText(QPointF(x, y), part)
                    x += metrics.horizontalAdvance(part)
            at = end

    @staticmethod
    def _left_of_name() -> float:
        return NAME - PICTURE + px(PICTURE)

    def _remark(self, row: Row) -> str:
        count = len(row.product.variants)
        if not count:
            parts = (row.product.category, row.item.code)
        else:
            words = plural("{count} variant", "{count} variants", count).format(count=count)
            parts = (row.product.category, words)
        return " · ".join(part for part in parts if part)

    def _read_was(self, row: Row) -> str:
        was = self._was(row)
        return tr("was {price}").format(price=was) if was else ""

    def _was(self, row: Row) -> str:
        """Return the usual price of what a promotion makes cheaper; "" for anything else."""
        is_sold = row.is_variant or not row.product.variants
        return self._form.money(row.item.usual) if is_sold and row.item.usual else ""

    def _price(self, row: Row) -> str:
        if row.is_variant or not row.product.variants:
            return priced(self._form.money(row.item.price), row.item.measure)
        lowest = self._form.money(row.product.lowest_price)
        price = priced(lowest, row.product.item.measure)
        return price if row.product.has_one_price else tr("from {price}").format(price=price)


@lru_cache(maxsize=1024)
def _parts(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return where `text` has what is looked for; kept, as it is drawn again and again."""
    return tuple(found_parts(words, text)) if words else ()


def _draw_ground(painter: QPainter, box: QRectF, row: Row, *, is_current: bool) -> None:
    if row.is_variant or row.is_unfolded:
        painter.fillRect(box, color("page"))
    left = box.left() if row.is_last and (row.is_variant) else NAME
    if row.is_last:
        line = QRectF(left, box.bottom() - 1, box.width() - left, 1)
        painter.fillRect(line, color("line"))
    if not is_current:
        return
    if row.is_variant:
        fill = box.adjusted(EDGE + PICTURE + 8, 0, -7, -1)
        painter.setPen(paint.NO_PEN)
        painter.setBrush(color("selection"))
        painter.drawRoundedRect(fill, paint.RADIUS - 2, paint.RADIUS - 2)
        bar = QRectF(fill.left(), fill.top() + px(6), BAR, fill.height() - px(12))
    else:
        fill = box.adjusted(0, 0, 0, -1)
        painter.fillRect(fill, color("selection"))
        bar = QRectF(fill.left(), fill.top(), BAR, fill.height())
    painter.setPen(paint.NO_PEN)
    painter.setBrush(color("accent"))
    painter.drawRoundedRect(bar, 2, 2) if row.is_variant else painter.drawRect(bar)
