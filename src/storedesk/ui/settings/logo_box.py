"""The place of the logo: it shows it on white paper, and takes files that are dropped or pasted."""

from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.picture_sources import is_wanted, sources_of

HEIGHT, RADIUS, INSET, SIGN = 150, 8, 16, 28
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class LogoBox(QWidget):
    """Enter or a click asks for a file, Del removes the logo, Ctrl+V pastes one."""

    accessible_role: ClassVar = QAccessible.Role.Button
    choosing = Signal()
    """A person wants to choose a file."""
    removing = Signal()
    """A person wants no logo."""
    source_given = Signal(object)
    """A file (Path) or picture (QImage) that was dropped or pasted."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._is_over = False
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Logo"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_png(self, png: bytes | None) -> None:
        """Show a logo; None for none."""
        self._image = QImage.fromData(png) if png else QImage()
        self.setAccessibleDescription(tr("a picture") if png else self._invitation())
        self.update()

    def sizeHint(self) -> QSize:
        """Answer Qt: wide and low, as logos are."""
        return QSize(px(300), px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: see the class."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._give(sources_of(QGuiApplication.clipboard().mimeData()))
        elif event.key() in _TAKES:
            self.choosing.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removing.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: a click asks for a file."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.choosing.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Answer Qt: files and pictures may be dropped."""
        if is_wanted(event.mimeData()):
            event.acceptProposedAction()
            self._show_over(is_over=True)

    def dragLeaveEvent(self, _event: object) -> None:
        """Answer Qt: nothing is dropped here after all."""
        self._show_over(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Answer Qt: take what is dropped."""
        self._show_over(is_over=False)
        event.acceptProposedAction()
        self._give(sources_of(event.mimeData()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: show what the keys are about."""
        super().focusInEvent(event)
        self.update()

    focusOutEvent = focusInEvent  # noqa: N815 - Qt's

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: the logo on paper, or where one can be dropped."""
        painter = QPainter(self)
        painter.setRenderHints(paint.ANTIALIASED | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._image.isNull() or self._is_over:
            self._paint_place(painter, box)
        else:
            self._paint_logo(painter, box)
        if self.hasFocus():
            paint.ring(painter, QRectF(self.rect()))

    def _paint_logo(self, painter: QPainter, box: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(box, RADIUS, RADIUS)
        painter.fillPath(shape, Qt.GlobalColor.white)
        painter.strokePath(shape, QPen(color("edge"), 1))
        room = box.adjusted(INSET, INSET, -INSET, -INSET).size()
        size = self._image.size().toSizeF().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(QPointF(), size)
        place.moveCenter(box.center())
        painter.drawImage(place, self._image)

    def _paint_place(self, painter: QPainter, box: QRectF) -> None:
        lit = self._is_over or self.underMouse()
        painter.setPen(QPen(color("accent" if lit else "edge"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(color("selection") if self._is_over else paint.NO_BRUSH)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        sign = pixmap("image", "muted", SIGN, self.devicePixelRatioF())
        middle = box.center()
        painter.drawPixmap(QPointF(round(middle.x() - SIGN / 2), round(middle.y() - SIGN)), sign)
        painter.setPen(color("muted"))
        painter.setFont(paint.style(13, theme.MEDIUM)[0])
        below = QRectF(box.left(), middle.y() + 8, box.width(), 24)
        painter.drawText(below, self._invitation(), paint.MIDDLE)

    def _invitation(self) -> str:
        return tr("Drop here") if self._is_over else tr("Choose a picture, or drop one here")

    def _show_over(self, *, is_over: bool) -> None:
        self._is_over = is_over
        self.update()

    def _give(self, sources: list[object]) -> None:
        if sources:
            self.source_given.emit(sources[0])
