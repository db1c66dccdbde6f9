"""Draw the rows of a panel's list: words over a remark, and something aside at the right."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import px, roomy
from storedesk.ui.kit.looks.theme import color

ROW = 56
"""Pixels of a row."""
INSET, GAP = 12, 12


def paint_row(  # noqa: PLR0913 - a row and its three texts
    painter: QPainter, box: QRectF, words: str, remark: str, aside: str, *, is_current: bool
) -> None:
    """Draw a row; what has no room is elided, and without a remark the words are in the middle."""
    if is_current:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("selection"))
        painter.drawRoundedRect(box.adjusted(0, 2, 0, -2), 8, 8)
    face, metrics = paint.style(12, theme.REGULAR, tabular=True)
    width = metrics.horizontalAdvance(aside)
    upper = QRectF(box.left() + INSET, box.top() + roomy(6), box.width() - 2 * INSET, px(24))
    lower = QRectF(upper.left(), box.top() + roomy(28), upper.width(), px(20))
    if not remark:
        upper.moveCenter(box.center())
    painter.setFont(face)
    painter.setPen(color("muted"))
    painter.drawText(QPointF(upper.right() - width, paint.baseline(upper, metrics)), aside)
    shown = paint.elided(remark, int(lower.width()), 12, theme.REGULAR, True)  # noqa: FBT003
    painter.drawText(QPointF(lower.left(), paint.baseline(lower, metrics)), shown)
    face, metrics = paint.style(15, theme.MEDIUM)
    painter.setFont(face)
    painter.setPen(color("text"))
    room = int(upper.width() - width - GAP)
    shown = paint.elided(words, room, 15, theme.MEDIUM, False)  # noqa: FBT003
    painter.drawText(QPointF(upper.left(), paint.baseline(upper, metrics)), shown)
