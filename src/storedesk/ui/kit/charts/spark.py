"""Draw how a figure has come to be what it is: a line without an axis."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPolygonF

from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.theme import color

LINE, DOT = 1.5, 2.5
FILL = 0.2
"""How much of its color there is right below the line; at the foot there is none."""


def draw_spark(painter: QPainter, box: QRectF, values: Sequence[float]) -> None:
    """Draw `values`, oldest first, over the whole of `box`; nothing where none differs."""
    lowest, highest = min(values, default=0), max(values, default=0)
    if len(values) < 2 or lowest == highest:  # noqa: PLR2004 - a line has two ends
        return
    step = (box.width() - 2 * DOT) / (len(values) - 1)
    height = box.height() - 2 * DOT
    points = [
        QPointF(
            box.left() + DOT + at * step,
            box.bottom() - DOT - height * (value - lowest) / (highest - lowest),
        )
        for at, value in enumerate(values)
    ]
    painter.save()
    painter.setRenderHint(paint.ANTIALIASED)
    _fill(painter, box, points)
    pen = QPen(color("accent"), LINE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(paint.NO_BRUSH)
    painter.drawPolyline(points)
    painter.setPen(paint.NO_PEN)
    painter.setBrush(color("accent"))
    painter.drawEllipse(points[-1], DOT, DOT)
    painter.restore()


def _fill(painter: QPainter, box: QRectF, points: list[QPointF]) -> None:
    fade = QLinearGradient(box.topLeft(), box.bottomLeft())
    for at, alpha in ((0.0, FILL), (1.0, 0.0)):
        ink = QColor(color("accent"))
        ink.setAlphaF(alpha)
        fade.setColorAt(at, ink)
    painter.setPen(paint.NO_PEN)
    painter.setBrush(fade)
    ends = QPointF(points[-1].x(), box.bottom()), QPointF(points[0].x(), box.bottom())
    painter.drawPolygon(QPolygonF([*points, *ends]))
