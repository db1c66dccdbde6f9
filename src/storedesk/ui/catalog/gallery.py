"""Edit the pictures of a product: add, order and remove; the first is the main one."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from storedesk.domain.product_forms import PictureForm
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.picture_sources import is_wanted, sources_of

TILE, GAP, RADIUS = 80, 8, 8
Look = Callable[[str], QPixmap | None]
"""Returns the picture of a URL, or None while it is being fetched."""


class Gallery(QWidget):
    """Show tiles in rows; the last tile adds pictures. Every command has a key."""

    changed = Signal()
    """Pictures were added, moved or removed."""
    sources_added = Signal(list)
    """Files (Path) and pictures (QImage) that a person dropped or pasted."""
    choosing = Signal()
    """A person wants to choose a file."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.pictures: tuple[PictureForm, ...] = ()
        self.coming = 0
        """How many new pictures are being checked."""
        self.current = 0
        self._pressed: QPoint | None = None
        self._is_dragging = self._is_over = False
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Pictures"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pictures(self, pictures: tuple[PictureForm, ...]) -> None:
        """Show other pictures, without `changed`."""
        self.pictures = pictures
        self.current = min(self.current, len(pictures))
        self._refresh()

    def add(self, picture: PictureForm) -> None:
        """Add a picture, unless it is there already."""
        if picture.url not in {one.url for one in self.pictures}:
            self.pictures = (*self.pictures, picture)
            self.current = len(self.pictures) - 1
            self._edited()

    def expect(self, more: int) -> None:
        """Change the number of pictures being checked by `more`."""
        self.coming = max(0, self.coming + more)
        self._refresh()

    def remove(self, at: int) -> None:
        """Remove a picture."""
        if 0 <= at < len(self.pictures):
            self.pictures = self.pictures[:at] + self.pictures[at + 1 :]
            self.current = min(at, len(self.pictures))
            self._edited()

    def move_picture(self, at: int, to: int) -> None:
        """Move a picture to another position; it stays the chosen one."""
        if at != to and 0 <= at < len(self.pictures) and 0 <= to < len(self.pictures):
            order = list(self.pictures)
            order.insert(to, order.pop(at))
            self.pictures, self.current = tuple(order), to
            self._edited()

    def paste(self) -> None:
        """Add files or a picture from the clipboard."""
        if found := sources_of(QGuiApplication.clipboard().mimeData()):
            self.sources_added.emit(found)

    def hasHeightForWidth(self) -> bool:
        """Answer Qt: more tiles take more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Answer Qt: as many rows as it takes."""
        rows = -(-self._slots() // self._per_row(width))
        return rows * (TILE + GAP) - GAP

    def sizeHint(self) -> QSize:
        """Answer Qt: four tiles in a row."""
        width = 4 * (TILE + GAP) - GAP
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: arrows choose, with Alt they move; Del removes, Enter adds."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._per_row(self.width()),
            Qt.Key.Key_Down: self._per_row(self.width()),
            Qt.Key.Key_Home: -self.current,
            Qt.Key.Key_End: len(self.pictures) - self.current,
        }
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif (step := steps.get(Qt.Key(event.key()))) is not None:
            to = min(max(0, self.current + step), len(self.pictures))
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.move_picture(self.current, to)
            else:
                self._choose(to)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove(self.current)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.choosing.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: choose a tile."""
        at = self._at(event.position().toPoint())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(at)
            self._pressed = event.position().toPoint() if at < len(self.pictures) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: a tile that is dragged moves the others out of its way."""
        here = event.position().toPoint()
        if self._pressed is None:
            return
        far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        self._is_dragging = self._is_dragging or far
        at = self._at(here)
        if self._is_dragging and at is not None and at < len(self.pictures):
            self.move_picture(self.current, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: a click on the last tile asks for a file."""
        at = self._at(event.position().toPoint())
        if self._pressed is None and at == len(self.pictures) == self.current:
            self.choosing.emit()
        self._pressed, self._is_dragging = None, False
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Answer Qt: files and pictures may be dropped."""
        if is_wanted(event.mimeData()):
            event.acceptProposedAction()
            self._is_over = True
            self.update()

    def dragLeaveEvent(self, _event: object) -> None:
        """Answer Qt: nothing is dropped here after all."""
        self._is_over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Answer Qt: add what is dropped."""
        found = sources_of(event.mimeData())
        self._is_over = False
        self.update()
        event.acceptProposedAction()
        if found:
            self.sources_added.emit(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: show which tile the keys are about."""
        super().focusInEvent(event)
        self.update()

    focusOutEvent = focusInEvent  # noqa: N815 - Qt's

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: all tiles."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        for at, picture in enumerate(self.pictures):
            self._paint_picture(painter, self._box(at), picture, is_main=at == 0)
        for at in range(self.coming):
            box = QRectF(self._box(len(self.pictures) + at))
            _paint_sign(painter, box, "clock", tr("Checking"))
        self._paint_place(painter, QRectF(self._box(self._slots() - 1)))
        if self.hasFocus():
            at = self.current if self.current < len(self.pictures) else self._slots() - 1
            paint.ring(painter, QRectF(self._box(at)))

    def _paint_picture(
        self, painter: QPainter, box: QRect, picture: PictureForm, *, is_main: bool
    ) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(box), RADIUS, RADIUS)
        painter.save()
        painter.fillPath(path, color("mute_tint"))
        painter.setClipPath(path)
        if shown := self._look(picture.url):
            painter.drawPixmap(box, shown)
        painter.restore()
        if is_main:
            face, metrics = paint.style(11, theme.DEMIBOLD)
            words = tr("Main")
            width = metrics.horizontalAdvance(words) + 14
            badge = QRectF(box.left() + 5, box.bottom() - 22, width, 18)
            painter.setPen(paint.NO_PEN)
            painter.setBrush(color("accent"))
            painter.drawRoundedRect(badge, 9, 9)
            painter.setFont(face)
            painter.setPen(color("on_accent"))
            painter.drawText(badge, words, paint.MIDDLE)

    def _paint_place(self, painter: QPainter, box: QRectF) -> None:
        lit = self._is_over or (self.underMouse() and not self._is_dragging)
        pen = QPen(color("accent" if lit else "edge"), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(color("selection") if self._is_over else paint.NO_BRUSH)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        _paint_sign(painter, box, "image", tr("Drop here") if self._is_over else tr("Add"))

    def _box(self, at: int) -> QRect:
        down, across = divmod(at, self._per_row(self.width()))
        return QRect(across * (TILE + GAP), down * (TILE + GAP), TILE, TILE)

    def _at(self, point: QPoint) -> int | None:
        slots = range(self._slots())
        found = next((at for at in slots if self._box(at).contains(point)), None)
        is_place = found == self._slots() - 1
        return len(self.pictures) if is_place else found

    def _per_row(self, width: int) -> int:
        return max(1, (width + GAP) // (TILE + GAP))

    def _slots(self) -> int:
        return len(self.pictures) + self.coming + 1

    def _choose(self, at: int) -> None:
        self.current = at
        self.update()

    def _edited(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()


def _paint_sign(painter: QPainter, box: QRectF, sign: str, words: str) -> None:
    middle = box.center()
    drawn = pixmap(sign, "muted", 20, 1.0)
    painter.drawPixmap(QPointF(round(middle.x() - 10), round(middle.y() - 18)), drawn)
    painter.setPen(color("muted"))
    painter.setFont(paint.style(12, theme.MEDIUM)[0])
    painter.drawText(QRectF(box.left(), middle.y() + 4, box.width(), 20), words, paint.MIDDLE)
