"""The lines of the sale in the right column, while a list lies where they are else."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.till import Sale, SaleLine
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import px, roomy
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.kit.looks.thumbnail import draw_thumbnail
from storedesk.ui.pictures import Pictures
from storedesk.ui.till.labels import lines, pieces
from storedesk.ui.till.sale.line_painter import short_warning

ROW, PICTURE, SIGN = 46, 32, 14
GAP = 12


class ShortLines(QWidget):
    """What is sold so far, without anything that can be pressed."""

    def __init__(self, format_: Format, pictures: Pictures) -> None:
        super().__init__()
        self._format, self._pictures = format_, pictures
        self.sum = Label(size=13, ink="muted", tabular=True)
        self.list = RowList[SaleLine](
            self._paint, height=ROW, text=self._words, name=tr("Lines of the sale")
        )
        head = row(Label(tr("In this sale"), size=13, ink="muted"), None, self.sum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_sale(self, sale: Sale | None) -> None:
        """Show the lines, the one in sight that was changed last."""
        shown = sale.lines if sale else ()
        touched = sale.touched if sale else None
        at = next((n for n, line in enumerate(shown) if line.id == touched), len(shown) - 1)
        self.list.show_records(shown, at)
        self.sum.setText(f"{lines(len(shown))} · {pieces(sale.pieces if sale else 0)}")

    def _words(self, line: SaleLine) -> str:
        total = self._format.money(line.subtotal)
        parts = (line.name, self._remark(line), short_warning(line), total)
        return ", ".join(part for part in parts if part)

    def _remark(self, line: SaleLine) -> str:
        words = tr("{quantity} × {price}")
        price = self._format.money(line.unit_price)
        return words.format(quantity=self._format.count(line.quantity), price=price)

    def _paint(self, painter: QPainter, box: QRectF, line: SaleLine, _is_current: bool) -> None:  # noqa: FBT001
        side = px(PICTURE)
        at = QRectF(box.left(), box.center().y() - side / 2, side, side)
        draw_thumbnail(painter, at, self._pictures.get_or_blank(line.picture), 7)
        total = self._format.money(line.subtotal)
        face, metrics = paint.style(16, theme.MEDIUM, tabular=True)
        right = box.right() - metrics.horizontalAdvance(total)
        painter.setFont(face)
        painter.setPen(color("text"))
        painter.drawText(QPointF(right, paint.baseline(box, metrics)), total)
        left = at.right() + GAP
        room = right - left - GAP
        upper = QRectF(left, box.top() + roomy(4), room, px(20))
        lower = QRectF(left, box.top() + roomy(23), room, px(18))
        _draw(painter, upper, line.name, (13, theme.MEDIUM), "text")
        wide = _draw(painter, lower, self._remark(line), (13, theme.REGULAR), "muted")
        if warning := short_warning(line):
            beside = lower.adjusted(wide + GAP, 0, 0, 0)
            drawn = pixmap("triangle-alert", "warn", px(SIGN), painter.device().devicePixelRatio())
            painter.drawPixmap(QPointF(beside.left(), beside.center().y() - px(SIGN) / 2), drawn)
            beside.setLeft(beside.left() + px(SIGN) + 5)
            _draw(painter, beside, warning, (13, theme.MEDIUM), "warn")


def _draw(
    painter: QPainter, box: QRectF, words: str, face: tuple[int, QFont.Weight], ink: str
) -> float:
    """Draw words at the left of a box; return how wide they are."""
    font, metrics = paint.style(*face, tabular=True)
    shown = paint.elided(words, max(0, int(box.width())), *face, True)  # noqa: FBT003
    painter.setFont(font)
    painter.setPen(color(ink))
    painter.drawText(QPointF(box.left(), paint.baseline(box, metrics)), shown)
    return metrics.horizontalAdvance(shown)
