"""Draw the small picture of a product, or the sign of a product where there is none."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.theme import color, pixmap

EDGE = 0.1
"""How much of the color of text there is in the line around it."""
SIGN = 0.5
"""How wide the sign is, where there is no picture."""
SHOWN = 0.8
"""The part of a picture that is shown, its middle: the goods, and little of the wall."""


def draw_thumbnail(
    painter: QPainter, box: QRectF, picture: QPixmap | None, radius: float = 8
) -> None:
    """Draw the middle of `picture` over the whole of `box`, with round corners."""
    shape = QPainterPath()
    shape.addRoundedRect(box, radius, radius)
    painter.save()
    painter.setRenderHints(paint.ANTIALIASED | QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillPath(shape, color("mute_tint"))
    if picture is None:
        side = round(box.width() * SIGN)
        sign = pixmap("package", "muted", side, painter.device().devicePixelRatio())
        painter.drawPixmap(box.center() - QPointF(side / 2, side / 2), sign)
    else:
        painter.setClipPath(shape)
        whole = QRectF(picture.rect())
        middle = QRectF(0, 0, whole.width() * SHOWN, whole.height() * SHOWN)
        middle.moveCenter(whole.center())
        painter.drawPixmap(box, picture, middle)
        painter.setClipping(False)
    edge = QColor(color("text"))
    edge.setAlphaF(EDGE)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(paint.NO_BRUSH)
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inner, radius - 0.5, radius - 0.5)
    painter.restore()
