"""Draw the lines of the sale, large enough to be read from a step away."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import (
    QEasingCurve,
    QPointF,
    QRectF,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from storedesk.domain.till import Sale, SaleLine
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.sizes import pressed, px, roomy
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.till.labels import lines as line_count
from storedesk.ui.till.labels import pieces
from storedesk.ui.till.sale.line_foot import LineFoot
from storedesk.ui.till.sale.paid_card import PaidBand

ROW = 56
HEADER = 40
FOOTER = 52
BAR = 4
QUANTITY_RIGHT = 57
NAME_LEFT = 89
PRICE_RIGHT = 141
"""Pixels from the right edge."""
PRICE_WIDTH = 110
TOTAL_RIGHT = 17
FLASH_MS = 700
SHORT = 400
"""Pixels of the lines below which the quantity stands nearer to the edge."""
NARROW = 500
"""Pixels of the lines below which names and totals need all of them."""


def shows_price(width: int) -> bool:
    """Tell whether lines so wide have room for the price of a piece beside the name."""
    return width >= px(NARROW)


def inset(width: int) -> int:
    """Return by how much quantity and name stand further left, where lines are so short."""
    return 0 if width >= px(SHORT) else px(24)


class LineHeader(QWidget):
    """The headings over the lines; they stand where the columns are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(roomy(HEADER))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw headings and hairline."""
        painter = QPainter(self)
        face, metrics = paint.style(12, theme.MEDIUM)
        painter.setFont(face)
        painter.setPen(color("muted"))
        box = QRectF(self.rect())
        y = paint.baseline(box, metrics)
        least = metrics.horizontalAdvance(tr("Qty")) + BAR
        _right(painter, max(least, px(QUANTITY_RIGHT) - inset(self.width())), y, tr("Qty"))
        painter.drawText(QPointF(px(NAME_LEFT) - inset(self.width()), y), tr("Item"))
        if shows_price(self.width()):
            _right(painter, box.width() - px(PRICE_RIGHT), y, tr("Unit price"))
        _right(painter, box.width() - TOTAL_RIGHT, y, tr("Total"))
        painter.fillRect(QRectF(0, box.height() - 1, box.width(), 1), color("line"))


class LinesCard(QFrame):
    """The sale's lines, how many they are, and buttons for the current one."""

    chosen = Signal(object)
    """The id of a line that was clicked."""

    def __init__(self, format_: Format, empty: QWidget, buttons: Iterable[Button]) -> None:
        """`empty` is shown while nothing is sold; `buttons` stand at the foot, at the right."""
        super().__init__()
        self.setProperty("kit", "card")
        self._format = format_
        self._flashed: UUID | None = None
        self.list = RowList[SaleLine](
            self._paint, height=ROW, text=self._words, name=tr("Lines of the sale")
        )
        self.list.taken.connect(lambda line: self.chosen.emit(line.id))
        self._sum = ""
        self.paid_order = ""
        """The number of the order that the lines in sight have become."""
        self._flash = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FLASH_MS)
        self._flash.setEasingCurve(QEasingCurve.Type.InQuad)
        self._flash.valueChanged.connect(lambda _: self.list.viewport().update())
        self._make_feet(buttons)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = LineHeader()
        for part in (self.header, self.list, self.feet):
            column.addWidget(part)
        column.setStretch(1, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(empty)
        self.stack.addWidget(full)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self.stack)

    def _make_feet(self, buttons: Iterable[Button]) -> None:
        self.foot = LineFoot(buttons, px(NAME_LEFT))
        self.sum = self.foot.words
        self.paid = PaidBand()
        self.feet = QStackedWidget()
        self.feet.setFixedHeight(pressed(FOOTER))
        self.feet.addWidget(self.foot)
        self.feet.addWidget(self.paid)

    def show_sale(self, sale: Sale | None, current: UUID | None) -> None:
        """Show the lines of `sale`, or what to do next where there are none."""
        lines = sale.lines if sale else ()
        ids = [line.id for line in lines]
        self.list.show_records(lines, ids.index(current) if current in ids else -1)
        self._sum = f"{line_count(len(lines))} · {pieces(sale.pieces if sale else 0)}"
        self.foot.say(self._sum)
        self.paid_order = ""
        self.stack.setCurrentIndex(1 if lines else 0)
        self.feet.setCurrentWidget(self.foot)

    def show_paid(self, sale: Sale, number: str) -> None:
        """Keep the lines of the sale that was just paid in sight, with its total, as they were."""
        self.list.show_records(sale.lines)
        self.paid_order = number
        remark = f"{number} · {line_count(len(sale.lines))} · {pieces(sale.pieces)}"
        self.paid.show_paid(remark, self._format.money(sale.total))
        self.stack.setCurrentIndex(1)
        self.feet.setCurrentWidget(self.paid)

    def show_waiting(self, count: int) -> None:
        """Say that scans are on their way, if the database is slower than the hand."""
        words = tr("{count} on their way").format(count=count)
        self.foot.say(words if count > 1 else self._sum)

    def flash(self, line_id: UUID) -> None:
        """Light a line up for a moment: this is what has just changed."""
        self._flashed = line_id
        self._flash.stop()
        self._flash.start()

    def _paint(self, painter: QPainter, box: QRectF, line: SaleLine, is_current: bool) -> None:  # noqa: FBT001
        box.setWidth(self.list.width())  # a scroll bar moves no column away from its heading
        self._fill(painter, box, line, is_current=is_current)
        ink = "warn" if line.missing else "text" if line.quantity > 1 else "muted"
        weight = theme.DEMIBOLD if line.quantity > 1 else theme.REGULAR
        face, metrics = paint.style(16, weight, tabular=True)
        y = paint.baseline(box, metrics)
        painter.setFont(face)
        painter.setPen(color(ink))
        at = px(QUANTITY_RIGHT) - inset(self.list.width())
        _right(painter, box.left() + at, y, self._format.count(line.quantity))
        painter.setFont(paint.style(15, theme.REGULAR, tabular=True)[0])
        painter.setPen(color("muted"))
        if shows_price(self.list.width()):
            price = self._format.money(line.unit_price)
            _right(painter, box.right() - px(PRICE_RIGHT), y, price)
        painter.setFont(paint.style(16, theme.DEMIBOLD, tabular=True)[0])
        painter.setPen(color("text"))
        _right(painter, box.right() - TOTAL_RIGHT, y, self._format.money(line.subtotal))
        self._paint_name(painter, box, line)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color("line"))

    def _fill(self, painter: QPainter, box: QRectF, line: SaleLine, *, is_current: bool) -> None:
        if is_current:
            painter.fillRect(box, color("selection"))
        elif line.missing or not line.is_sellable:
            painter.fillRect(box, color("warn_row"))
        if line.id == self._flashed and self._flash.state() == QVariantAnimation.State.Running:
            glow = QColor(color("accent"))
            glow.setAlphaF(0.35 * float(self._flash.currentValue()))
            painter.fillRect(box, glow)
        if line.missing or is_current:
            bar = QRectF(box.left(), box.top(), BAR, box.height() - 1)
            painter.fillRect(bar, color("warn" if line.missing else "accent"))

    def _paint_name(self, painter: QPainter, box: QRectF, line: SaleLine) -> None:
        remark = _remark(line)
        left = px(NAME_LEFT) - inset(self.list.width())
        right = px(PRICE_RIGHT + PRICE_WIDTH)
        if not shows_price(self.list.width()):
            metrics = paint.style(16, theme.DEMIBOLD, tabular=True)[1]
            total = self._format.money(line.subtotal)
            right = px(TOTAL_RIGHT) + round(metrics.horizontalAdvance(total)) + 12
        room = int(box.width() - right - left)
        x, has_two = box.left() + left, bool(line.description or remark)
        painter.setPen(color("text"))
        if has_two or paint.style(16, theme.MEDIUM)[1].horizontalAdvance(line.name) <= room:
            upper = QRectF(x, box.top(), room, roomy(34) if has_two else box.height())
            _words(painter, upper, line.name, 16)
        else:
            first, second = paint.halves(line.name, room, 15, theme.MEDIUM)
            _words(painter, QRectF(x, box.top() + roomy(6), room, px(22)), first, 15)
            _words(painter, QRectF(x, box.top() + roomy(27), room, px(22)), second, 15)
        lower = QRectF(box.left(), box.top() + roomy(28), box.width(), px(24))
        chip = _chip_width(remark) if remark else 0
        if line.description:
            x += self._paint_variant(painter, lower, x, line.description, room - chip - 10) + 10
        if remark:
            _chip(painter, QPointF(x, lower.top() + 2), remark)

    @staticmethod
    def _paint_variant(painter: QPainter, box: QRectF, x: float, words: str, room: float) -> float:
        face, metrics = paint.style(13, theme.REGULAR)
        shown = paint.elided(words, int(room), 13, theme.REGULAR, False)  # noqa: FBT003
        painter.setFont(face)
        painter.setPen(color("muted"))
        painter.drawText(QPointF(x, paint.baseline(box, metrics)), shown)
        return metrics.horizontalAdvance(shown)

    def _words(self, line: SaleLine) -> str:
        parts = (line.name, line.description, _remark(line))
        words = ", ".join(part for part in parts if part)
        return tr("{quantity} × {what}, {total}").format(
            quantity=line.quantity, what=words, total=self._format.money(line.subtotal)
        )


def _words(painter: QPainter, box: QRectF, words: str, size: int) -> None:
    face, metrics = paint.style(size, theme.MEDIUM)
    painter.setFont(face)
    shown = paint.elided(words, int(box.width()), size, theme.MEDIUM, False)  # noqa: FBT003
    painter.drawText(QPointF(box.left(), paint.baseline(box, metrics)), shown)


def _remark(line: SaleLine) -> str:
    if not line.is_sellable:
        return tr("No longer sold")
    if line.missing:
        words = tr("{count} more than the shelf count")
        return words.format(count=line.missing)
    return ""


def _chip_width(words: str) -> float:
    return paint.style(12, theme.DEMIBOLD)[1].horizontalAdvance(words) + px(36)


def _chip(painter: QPainter, at: QPointF, words: str) -> None:
    high, sign = px(20), px(14)
    box = QRectF(at.x(), at.y(), _chip_width(words), high)
    painter.setPen(paint.NO_PEN)
    painter.setBrush(color("warn_tint"))
    painter.drawRoundedRect(box, high / 2, high / 2)
    ratio = painter.device().devicePixelRatio()
    drawn = pixmap("triangle-alert", "warn", sign, ratio)
    painter.drawPixmap(QPointF(at.x() + 7, at.y() + px(3)), drawn)
    face, metrics = paint.style(12, theme.DEMIBOLD)
    painter.setFont(face)
    painter.setPen(color("warn"))
    painter.drawText(QPointF(at.x() + px(26), paint.baseline(box, metrics)), words)


def _right(painter: QPainter, right: float, y: float, text: str) -> None:
    width = painter.fontMetrics().horizontalAdvance(text)
    painter.drawText(QPointF(right - width, y), text)
