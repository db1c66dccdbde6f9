"""The headings over the list of matches, and the keys under it."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from storedesk.ui.item_search.match_painter import EDGE, MatchPainter
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.keys import written
from storedesk.ui.kit.looks.sizes import pressed, roomy
from storedesk.ui.kit.looks.theme import color

HEAD, FOOT = 38, 42
SHADOW = 14
"""Pixels in which the shadow fades out."""
BENEATH = SHADOW + 10
"""Pixels from its edge from which on the list lies over it, round corners and all."""
GAP, BETWEEN = 7, 22
"""Pixels between a key and its words, and to the next key."""


class SearchShadow(QWidget):
    """The shadow under the list; the mouse does not feel it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._drawn = QPixmap()
        self.hide()

    def lie_under(self, place: QRect) -> None:
        """Lie around that part of the page."""
        self.setGeometry(place.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))
        hidden = self.rect().adjusted(BENEATH, BENEATH, -BENEATH, -BENEATH)
        self.setMask(QRegion(self.rect()) - QRegion(hidden))  # nobody sees it there

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a shadow that fades out, drawn once for each size: that is slow."""
        ratio = self.devicePixelRatioF()
        if self._drawn.size() != self.size() * ratio:
            self._drawn = QPixmap(self.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._drawn)
            painter.setRenderHint(paint.ANTIALIASED)
            around = (SHADOW, SHADOW, -SHADOW, -SHADOW)
            paint.shadow(painter, QRectF(self.rect()).adjusted(*around), SHADOW)
            painter.end()
        QPainter(self).drawPixmap(0, 0, self._drawn)


class SearchHead(QWidget):
    """The headings; they stand where the columns are drawn."""

    def __init__(self, painter: MatchPainter) -> None:
        super().__init__()
        self._painter = painter
        self.setFixedHeight(roomy(HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw headings and hairline."""
        painter = QPainter(self)
        face, metrics = paint.style(13, theme.MEDIUM)
        painter.setFont(face)
        painter.setPen(color("muted"))
        box = QRectF(self.rect())
        y = paint.baseline(box, metrics)
        painter.drawText(QPointF(EDGE, y), tr("Products"))
        for words, right in (
            (tr("On the shelf"), self._painter.number_right(box.width())),
            (tr("Price"), box.width() - EDGE),
        ):
            painter.drawText(QPointF(right - metrics.horizontalAdvance(words), y), words)
        painter.fillRect(QRectF(0, box.height() - 1, box.width(), 1), color("line"))


class SearchFoot(QWidget):
    """What keys do in the list, as many as there is room for, and a button that closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(pressed(FOOT))
        self.close_button = Button(tr("Close"), kind=Kind.QUIET, cap="Esc")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line = row(None, self.close_button)
        line.setContentsMargins(EDGE, 0, EDGE - 8, 0)
        self.setLayout(line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a hairline, and keys with what they do."""
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), color("line"))
        if not paint.shows_caps():
            return
        enter, x = written("Return"), float(EDGE)
        for caps, words in (
            ((enter,), tr("Add")),
            (("↑", "↓"), tr("Choose")),
            (("→", "←"), tr("Unfold, fold")),
            (("3*", enter), tr("Add three")),
        ):
            metrics = paint.style(13, theme.REGULAR)[1]
            wide = sum(paint.cap_width(cap) + GAP for cap in caps)
            wide += metrics.horizontalAdvance(words) + BETWEEN
            if x + wide < self.close_button.x():
                self._draw(painter, x, caps, words)
                x += wide

    def _draw(self, painter: QPainter, x: float, caps: tuple[str, ...], words: str) -> None:
        box = QRectF(self.rect())
        for cap in caps:
            top = round(box.center().y() - paint.cap_height() / 2)
            x += paint.cap(painter, QPointF(x, top), cap) + GAP
        face, metrics = paint.style(13, theme.REGULAR)
        painter.setFont(face)
        painter.setPen(color("muted"))
        painter.drawText(QPointF(x, paint.baseline(box, metrics)), words)
