"""Draw what a customer sees, at any size and either way up, large enough for two steps away."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from storedesk.documents.customer_display import DisplayContent, ShownLine, ShownSum
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.theme import THEME, color
from storedesk.ui.kit.looks.thumbnail import draw_thumbnail
from storedesk.ui.kit.looks.tokens import DARK, Tone

LONG, SHORT = 1280.0, 800.0
"""The sides of a screen, in pixels, at which all has the sizes below."""
MARGIN, ROW, PICTURE, GAP = 40, 92, 68, 20
COLUMN = 0.37
"""The part of a wide screen that the sums have."""
THANKS, AMOUNT, WORD, SUM = 56, 120, 48, 44
"""The heights of what stands at the foot of the sums, from below, and of each sum."""
SMALLEST = 9
"""Pixels below which no letter is drawn."""
LEFT, RIGHT, MIDDLE = range(3)


class DisplayFace(QWidget):
    """Shows a DisplayContent. It takes neither the keyboard nor a click."""

    accessible_role: ClassVar = QAccessible.Role.Graphic

    def __init__(self, picture: Callable[[str | None], QPixmap | None]) -> None:
        """`picture` returns a picture that is there, by its sha256."""
        super().__init__()
        self._picture = picture
        self.content = DisplayContent()
        self._name, self._logo, self._idle = "", QPixmap(), QPixmap()
        self.first = 0
        """How many lines were left out above, for want of room, when it was drawn last."""
        self._scale = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        THEME.changed.connect(self.update)

    def show_store(self, name: str, logo: bytes | None) -> None:
        """Show whose store it is: its name, and its logo, a PNG, if it has one."""
        self._name, self._logo = name, QPixmap()
        if logo:
            self._logo.loadFromData(logo)
        self.update()

    def show_idle_picture(self, picture: bytes | None) -> None:
        """Show a picture while nothing is sold, whole; without one it is the store's name."""
        self._idle = QPixmap()
        if picture:
            self._idle.loadFromData(picture)
        self.update()

    def show_content(self, content: DisplayContent) -> None:
        """Show another content; the newest lines are in sight."""
        self.content = content
        spoken = (content.word, content.amount, content.thanks)
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw all of it."""
        painter = QPainter(self)
        painter.setRenderHints(paint.ANTIALIASED | QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(self.rect())
        painter.fillRect(whole, color("page"))
        is_wide = whole.width() >= whole.height()
        long, short = (LONG, SHORT) if is_wide else (SHORT, LONG)
        self._scale = min(whole.width() / long, whole.height() / short)
        if not self.content.amount:
            if self._idle.isNull():
                self._draw_greeting(painter, whole)
            else:
                _draw_whole(painter, whole, self._idle)
            return
        lines, sums = QRectF(whole), QRectF(whole)
        if is_wide:
            sums.setLeft(round(whole.width() * (1 - COLUMN)))
            lines.setRight(sums.left())
        else:
            sums.setTop(round(whole.height() - self._sums_height()))
            lines.setBottom(sums.top())
        self._draw_lines(painter, self._within(lines))
        painter.fillRect(sums, color("card"))
        self._draw_sums(painter, self._within(sums), has_head=is_wide)

    def _sums_height(self) -> float:
        content = self.content
        thanks = THANKS + GAP if content.thanks else 0
        rows = SUM * len(content.sums) + GAP
        return (2 * MARGIN + thanks + AMOUNT + WORD + rows) * self._scale

    def _within(self, box: QRectF) -> QRectF:
        margin = MARGIN * self._scale
        return box.adjusted(margin, margin, -margin, -margin)

    def _draw_greeting(self, painter: QPainter, whole: QRectF) -> None:
        box, size = self._within(whole), QSizeF()
        if not self._logo.isNull():
            most = QSizeF(box.width() * 0.7, box.height() * 0.45)
            size = QSizeF(self._logo.size()).scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
        name, words = 84 * self._scale, 56 * self._scale
        gap = GAP * 2 * self._scale if size.height() > 0 else 0
        top = box.center().y() - (size.height() + gap + name * 1.3 + words * 1.4) / 2
        if size.height() > 0:
            place = QRectF(QPointF(box.center().x() - size.width() / 2, top), size)
            self._draw_logo(painter, place)
        line = QRectF(box.left(), top + size.height() + gap, box.width(), name * 1.3)
        self._write(painter, line, self._name, (64, theme.BOLD), "text", at=MIDDLE)
        line = QRectF(box.left(), line.bottom(), box.width(), words * 1.4)
        self._write(painter, line, self.content.thanks, (36, theme.REGULAR), "muted", at=MIDDLE)

    def _draw_logo(self, painter: QPainter, place: QRectF) -> None:
        """Draw the logo; on dark colors on white, which is what it was drawn for."""
        if THEME.tokens is DARK:
            around = MARGIN / 2 * self._scale
            painter.setPen(paint.NO_PEN)
            painter.setBrush(QColor("white"))
            painter.drawRoundedRect(place.adjusted(-around, -around, around, around), 12, 12)
        painter.drawPixmap(place, self._logo, QRectF(self._logo.rect()))

    def _draw_lines(self, painter: QPainter, box: QRectF) -> None:
        """Draw as many lines as there is room for, the newest at the foot."""
        lines, high = self.content.lines, ROW * self._scale
        room = max(1, int(box.height() // high))
        self.first = 0 if len(lines) <= room else len(lines) - room + 1
        top = box.top()
        if self.first:
            above = QRectF(box.left(), top, box.width(), high)
            self._write(painter, above, f"+ {self.first}", (28, theme.MEDIUM), "muted")
            top += high
        for line in lines[self.first :]:
            self._draw_line(painter, QRectF(box.left(), top, box.width(), high), line)
            top += high

    def _draw_line(self, painter: QPainter, box: QRectF, line: ShownLine) -> None:
        side, gap = PICTURE * self._scale, GAP * self._scale
        middle = box.center().y()
        place = QRectF(box.left(), middle - side / 2, side, side)
        draw_thumbnail(painter, place, self._picture(line.picture), 8 * self._scale)
        words = box.adjusted(side + gap, 0, 0, 0)
        upper, lower = _halves(words)
        right = upper if line.usual else words
        width = self._write(painter, right, line.total, (30, theme.DEMIBOLD), "text", at=RIGHT)
        if line.usual:
            width = max(
                width,
                self._write(
                    painter, lower, line.usual, (22, theme.REGULAR), "muted", at=RIGHT,
                    is_struck=True,
                ),
            )  # fmt: skip
        left = words.adjusted(0, 0, -width - gap, 0)
        if line.remark:
            upper, lower = _halves(left)
            self._write(painter, lower, line.remark, (22, theme.REGULAR), "muted")
            left = upper
        self._write(painter, left, line.name, (28, theme.MEDIUM), "text")
        painter.fillRect(QRectF(words.left(), box.bottom() - 1, words.width(), 1), color("line"))

    def _draw_sums(self, painter: QPainter, box: QRectF, *, has_head: bool) -> None:
        """Draw the store at the head, the sums below, and the large amount at the foot."""
        content, scale = self.content, self._scale
        tone = Tone.OK.value if content.is_paid else "text"
        foot = box.bottom()
        if content.thanks:
            line = QRectF(box.left(), foot - THANKS * scale, box.width(), THANKS * scale)
            self._write(painter, line, content.thanks, (36, theme.DEMIBOLD), "text")
            foot = line.top() - GAP * scale
        large = QRectF(box.left(), foot - AMOUNT * scale, box.width(), AMOUNT * scale)
        self._write(painter, large, content.amount, (104, theme.BOLD), tone)
        word = QRectF(box.left(), large.top() - WORD * scale, box.width(), WORD * scale)
        self._write(painter, word, content.word, (34, theme.DEMIBOLD), tone)
        top = self._draw_rows(painter, box, word.top() - GAP * scale, content.sums)
        if has_head:
            self._draw_head(painter, QRectF(box.topLeft(), QPointF(box.right(), top)))

    def _draw_rows(
        self, painter: QPainter, box: QRectF, foot: float, sums: Sequence[ShownSum]
    ) -> float:
        """Draw the sums one below the other, the last at the foot; return where they begin."""
        high = SUM * self._scale
        shown = sums[max(0, len(sums) - int((foot - box.top()) // high)) :]
        top = foot - high * len(shown)
        for at, one in enumerate(shown):
            line = QRectF(box.left(), top + at * high, box.width(), high)
            width = self._write(painter, line, one.amount, (24, theme.MEDIUM), "text", at=RIGHT)
            left = line.adjusted(0, 0, -width - GAP * self._scale, 0)
            self._write(painter, left, one.word, (24, theme.REGULAR), "muted")
        return top

    def _draw_head(self, painter: QPainter, box: QRectF) -> None:
        """Draw the logo, or the store's name, at the head of the sums."""
        high = 64 * self._scale
        if box.height() < high:
            return
        line = QRectF(box.left(), box.top(), box.width(), high)
        if self._logo.isNull() or THEME.tokens is DARK:
            self._write(painter, line, self._name, (30, theme.DEMIBOLD), "text")
            return
        keep = Qt.AspectRatioMode.KeepAspectRatio
        most = QSizeF(box.width(), min(box.height(), high * 2))
        place = QRectF(box.topLeft(), QSizeF(self._logo.size()).scaled(most, keep))
        painter.drawPixmap(place, self._logo, QRectF(self._logo.rect()))

    def _write(  # noqa: PLR0913 - words, where they stand and how they look
        self, painter: QPainter, box: QRectF, words: str, face: tuple[int, QFont.Weight],
        ink: str, *, at: int = LEFT, is_struck: bool = False,
    ) -> float:  # fmt: skip
        """Draw words in the middle of a box, smaller and at last cut if need be; return the width.

        The size of `face` is for the usual screen.
        """
        size, weight = face
        made = theme.font(size, weight, tabular=True)
        made.setStrikeOut(is_struck)
        pixels = max(SMALLEST, round(size * self._scale))
        made.setPixelSize(pixels)
        while QFontMetricsF(made).horizontalAdvance(words) > box.width() and (
            pixels > max(SMALLEST, size * self._scale / 2)
        ):
            pixels -= 1
            made.setPixelSize(pixels)
        metrics = QFontMetricsF(made)
        shown = metrics.elidedText(words, paint.ELIDE, max(0.0, box.width()))
        width = metrics.horizontalAdvance(shown)
        x = {LEFT: box.left(), RIGHT: box.right() - width, MIDDLE: box.center().x() - width / 2}
        painter.setFont(made)
        painter.setPen(color(ink))
        painter.drawText(QPointF(x[at], paint.baseline(box, metrics)), shown)
        return width


def _draw_whole(painter: QPainter, box: QRectF, picture: QPixmap) -> None:
    """Draw all of a picture in the middle of a box, as large as fits."""
    keep = Qt.AspectRatioMode.KeepAspectRatio
    place = QRectF(QPointF(), QSizeF(picture.size()).scaled(box.size(), keep))
    place.moveCenter(box.center())
    painter.drawPixmap(place, picture, QRectF(picture.rect()))


def _halves(box: QRectF) -> tuple[QRectF, QRectF]:
    """Return the upper and the lower half of the middle of a row."""
    middle, part = box.center().y(), box.height() * 0.38
    upper = QRectF(box.left(), middle - part, box.width(), part)
    return upper, upper.translated(0, part)
