"""One quick key: a product that a touch sells, or, while keys are arranged, moves."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from storedesk.domain.catalog import ProductLine
from storedesk.domain.values.money import Money
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.chips import badge
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.pictures import Pictures
from storedesk.ui.scale_labels import priced
from storedesk.ui.till.keys import PaintedButton

HEIGHT, PICTURE, WIDTH = 127, 68, 132
"""Pixels of a tile, of its picture, and of the narrowest tile."""
LINE = 18
"""Pixels of a line of the name."""
SHOWN = 0.8
"""The part of a picture's height that is shown: the middle."""


class QuickKey(PaintedButton):
    """One product: its picture, name and price, and how many of it are in the sale."""

    pulled = Signal(QPoint)
    """It is pulled over this point of its parent: keys are being arranged."""

    def __init__(
        self, line: ProductLine, money: Callable[[Money], str], pictures: Pictures
    ) -> None:
        super().__init__(HEIGHT)
        self.line, self._pictures = line, pictures
        self._price = priced(money(line.price_now), line.measure)
        self._was = money(line.price) if line.sale_price else ""
        self.pieces = 0
        self.is_movable = self.is_chosen = self._is_held = self._is_pulled = False
        self._pressed_at = QPoint()
        self._edge, self._wall_of = QColor(), 0
        self.setMinimumWidth(px(WIDTH))
        words = (line.name, self._price, tr("was {price}").format(price=self._was))
        self.setAccessibleName(", ".join(words if self._was else words[:2]))

    def show_pieces(self, pieces: int) -> None:
        """Show how many are in the sale."""
        if pieces != self.pieces:
            self.pieces = pieces
            self.update()

    def be_arranged(self, *, is_movable: bool, is_chosen: bool) -> None:
        """Let it be pulled to another place, or sell again; show whether it is the chosen one."""
        self.is_movable, self.is_chosen = is_movable, is_chosen
        self.setAccessibleDescription(tr("chosen") if is_chosen else "")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: it may be pulled from here."""
        self._pressed_at, self._is_pulled = event.position().toPoint(), False
        self._is_held = event.button() is Qt.MouseButton.LeftButton
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: it stays where it was pulled to."""
        self._is_held = False
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: it is pulled, once the finger has moved far enough to mean it."""
        super().mouseMoveEvent(event)
        if not self.is_movable or not self._is_held:
            return
        at = event.position().toPoint()
        far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        self._is_pulled = self._is_pulled or far
        if self._is_pulled:
            self.pulled.emit(self.mapToParent(at))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a card with the picture over name and price."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        is_lit = self.is_chosen or (bool(self.pieces) and not self.is_movable)
        width = 2 if is_lit else 1
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(color("accent" if is_lit else "edge"), width))
        painter.setBrush(color("selection" if self.isDown() or self.is_chosen else "card"))
        painter.drawRoundedRect(box, paint.RADIUS, paint.RADIUS)
        room, below = self.width() - 20, PICTURE + 10 + px(20)
        names = self._name_lines(room)
        top = below - len(names) * px(LINE) - 2
        self._paint_picture(painter, QRectF(6, 6, self.width() - 12, top - 10))
        for at, words in enumerate(names):
            self._paint_line(painter, top + at * px(LINE), words, (13, theme.MEDIUM), "text", room)
        ink = "ok" if self._was else "muted"
        self._paint_line(painter, below, self._price, (13, theme.REGULAR), ink, room)
        if self._was:
            face = (12, theme.REGULAR)
            begin = 10 + paint.advance(self._price, 13, theme.REGULAR, True) + 8  # noqa: FBT003
            end = begin + paint.advance(self._was, *face, True)  # noqa: FBT003
            room_for = self.width() - (px(44) if self.pieces and not self.is_movable else 10)
            if end <= room_for:
                place = QRectF(0, below, self.width(), px(LINE))
                paint.struck_ending_at(painter, place, end, self._was, face, "muted")
        if self.pieces and not self.is_movable:
            words = f"{self.pieces} ×"
            wide = paint.style(11, theme.DEMIBOLD, tabular=True)[1].horizontalAdvance(words) + 16
            pill = QRectF(self.width() - wide - 8, self.height() - px(22) - 7, wide, px(22))
            badge(painter, pill, words, Tone.INFO)

    def _name_lines(self, room: int) -> tuple[str, ...]:
        """Return the name on one line, or on two where it needs them: the picture is lower then."""
        name = self.line.name
        if paint.advance(name, 13, theme.MEDIUM, True) <= room:  # noqa: FBT003
            return (name,)
        return tuple(one for one in paint.halves(name, room, 13, theme.MEDIUM) if one)

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(box, 6, 6)
        picture = self._pictures.get(self.line.picture)
        painter.fillPath(shape, color("mute_tint"))
        if picture is None:
            size = 28
            sign = pixmap("package", "muted", size, self.devicePixelRatioF())
            at = box.center() - QPointF(size / 2, size / 2)
            painter.drawPixmap(at, sign)
            return
        painter.save()
        painter.setClipPath(shape)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(box, self._wall(picture))
        side = box.height() / SHOWN
        goal = QRectF(0, 0, side, side)
        goal.moveCenter(box.center())
        painter.drawPixmap(goal, picture, QRectF(picture.rect()))
        painter.restore()

    def _wall(self, picture: QPixmap) -> QColor:
        """Return the color at the edge of a picture, which goes on beside it."""
        if self._wall_of != picture.cacheKey():  # another one in other colors
            image = picture.toImage()
            self._wall_of = picture.cacheKey()
            self._edge = image.pixelColor(0, image.height() // 2)
        return self._edge

    def _paint_line(  # noqa: PLR0913, PLR0917 - a word, where it stands and how it looks
        self, painter: QPainter, top: float, words: str, face: tuple[int, QFont.Weight],
        ink: str, room: float,
    ) -> None:  # fmt: skip
        font, metrics = paint.style(*face, tabular=True)
        painter.setFont(font)
        painter.setPen(color(ink))
        box = QRectF(10, top, room, px(18))
        shown = paint.elided(words, int(room), *face, True)  # noqa: FBT003
        painter.drawText(QPointF(10, paint.baseline(box, metrics)), shown)
