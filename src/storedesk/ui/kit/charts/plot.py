"""Draw the parts that charts of bars share: axis, bars, and the line they are compared with."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.theme import color

SLOT = 0.7
"""How much of its slot's width a bar takes."""
ROUND, DOT = 4, 3
WIDEST = 96
"""Pixels of a bar at most, however few there are."""
AXIS = (11, theme.REGULAR)


def axis_width(steps: Sequence[Decimal], write: Callable[[Decimal], str]) -> float:
    """Return how much room the words of an axis need at the left of a chart."""
    metrics = paint.style(*AXIS, tabular=True)[1]
    return max(metrics.horizontalAdvance(write(step)) for step in steps) + 14


def bar_in(slot: QRectF, amount: Decimal, top: Decimal) -> QRectF:
    """Return where the bar of an amount stands in its slot; `top` is as high as the slot."""
    height = max(2.0, slot.height() * float(amount / top)) if amount > 0 else 0.0
    width = max(2.0, min(slot.width() * SLOT, WIDEST))
    left = slot.center().x() - width / 2
    return QRectF(round(left), slot.bottom() - height, round(width), height)


def draw_axis(
    painter: QPainter, plot: QRectF, steps: Sequence[Decimal], write: Callable[[Decimal], str]
) -> None:
    """Draw the lines of an axis, with their words at the left of the plot."""
    for step in steps:
        y = round(plot.bottom() - plot.height() * float(step / steps[-1])) + 0.5
        painter.setPen(QPen(color("chart_grid"), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        place = QRectF(0, y - 10, plot.left(), 20)
        paint.ending_at(painter, place, plot.left() - 8, write(step), AXIS, "muted")


def draw_bar(painter: QPainter, box: QRectF, *, is_running: bool, is_chosen: bool) -> None:
    """Draw a bar, pale where it is not finished, with a ring around the chosen one."""
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    shape.addRoundedRect(box, ROUND, ROUND)
    shape.addRect(box.adjusted(0, min(ROUND, box.height()), 0, 0))
    painter.setPen(QPen(color("accent"), 1.25) if is_running else paint.NO_PEN)
    painter.setBrush(color("chart_now_soft" if is_running else "accent"))
    painter.drawPath(shape.simplified())
    if is_chosen:
        draw_ring(painter, box)


def draw_ring(painter: QPainter, box: QRectF) -> None:
    """Draw the ring around the bar that is chosen."""
    painter.setPen(QPen(color("text"), 2))
    painter.setBrush(paint.NO_BRUSH)
    painter.drawRoundedRect(box.adjusted(-2, -2, 2, 1), ROUND, ROUND)


def draw_then(
    painter: QPainter, points: Sequence[QPointF], *, has_line: bool = True, has_dots: bool = True
) -> None:
    """Draw the line of what is compared, over a wider one that sets it off from bars."""
    for ink, width in (("card", 5), ("chart_then", 2)) if has_line else ():
        pen = QPen(color(ink), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(paint.NO_BRUSH)
        painter.drawPolyline(list(points))
    for point in points if has_dots else ():
        painter.setPen(QPen(color("card"), 2))
        painter.setBrush(color("chart_then"))
        painter.drawEllipse(point, DOT + 1, DOT + 1)
