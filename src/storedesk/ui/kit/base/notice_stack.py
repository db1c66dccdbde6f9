"""Stack messages over a corner of a page, so that they never move what is on it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.cards import page_end, put

WIDTH, STEP = 400, 40
GAP = 8
SHADOW = 12
"""Pixels around the messages in which their shadow fades out."""
MARGIN = 24
"""Pixels from the edges of what the messages lie over."""
FOOT = 52
"""Pixels above the lower edge of a page's parts: the buttons at the foot of a form stay free."""


class NoticeShadow(QWidget):
    """The shadow under messages; the mouse does not feel it."""

    def __init__(self, page: QWidget, banners: Callable[[], Iterable[Banner]]) -> None:
        super().__init__(page)
        self._banners = banners
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: the shadow under each message."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        painter.setPen(paint.NO_PEN)
        for banner in self._banners():
            paint.shadow(painter, QRectF(banner.geometry()), SHADOW)


class NoticeStack(QWidget):
    """The messages of a page, over a lower corner of it or of one of its parts.

    The one that came last is nearest to the corner. Beside them the mouse reaches the page.
    """

    moved = Signal()
    """The stack takes more room than before, or less."""

    def __init__(self, page: QWidget, banners: Iterable[Banner], *, is_left: bool = False) -> None:
        super().__init__(page)
        self._page = self._over = page
        self._foot, self._lift = FOOT + page_end(), 0
        self._is_left = is_left
        self._banners = tuple(banners)
        self._shadow = NoticeShadow(page, self._shown)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        self._column.setSpacing(GAP)
        put(self._column, self._banners)
        for banner in self._banners:
            self._watch(banner)
        page.installEventFilter(self)
        self.hide()

    def add(self, banner: Banner) -> None:
        """Take another message into the stack."""
        self._banners += (banner,)
        self._column.addWidget(banner)
        self._watch(banner)

    def lie_over(self, part: QWidget, foot: int) -> None:
        """Lie over the corner of a part of the page instead, so high above its lower edge.

        There the messages are as low as can be: wider, if that saves a line.
        """
        self._over, self._foot = part, foot
        part.installEventFilter(self)
        self.place()

    def lift(self, pixels: int) -> None:
        """Lie so much higher: something else lies in the corner."""
        self._lift = pixels
        self.place()

    def taken(self) -> int:
        """Return how many pixels above the foot are taken."""
        return 0 if self.isHidden() else self.height() - 2 * SHADOW + GAP

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: the page has another size, or a message has come or gone."""
        del watched
        if event.type() in _PLACES:
            self.place()
        return False

    def event(self, event: QEvent) -> bool:
        """Answer Qt: a message needs another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return super().event(event)

    def place(self) -> None:
        """Put the messages where they belong, over everything else on the page."""
        shown = self._shown()
        for part in (self._shadow, self):
            part.setVisible(bool(shown))
            part.raise_()
        if shown:
            self._put_into_corner()
        self.moved.emit()

    def _shown(self) -> list[Banner]:
        return [banner for banner in self._banners if not banner.isHidden()]

    def _put_into_corner(self) -> None:
        is_whole = self._over is self._page
        start = QPoint(0, 0) if is_whole else self._over.mapTo(self._page, QPoint(0, 0))
        margin = MARGIN if is_whole else 0
        width = self._width(self._over.width() - 2 * margin, is_low=not is_whole) + 2 * SHADOW
        right = start.x() + self._over.width() - margin + SHADOW
        left = start.x() + margin - SHADOW if self._is_left else right - width
        self._column.activate()
        height = self._column.totalHeightForWidth(width)
        bottom = start.y() + self._over.height() - self._foot - self._lift + SHADOW
        self.setGeometry(left, bottom - height, width, height)
        self._column.activate()
        taken = QRegion()
        for banner in self._shown():
            banner.row.invalidate()  # its words may be others in the same room
            banner.row.activate()
            taken += banner.geometry()
        self._column.activate()
        # all is laid out: what that has asked for would lay it out again, and so for ever
        QCoreApplication.removePostedEvents(self, QEvent.Type.LayoutRequest.value)
        self.setMask(taken)
        self._shadow.setGeometry(self.geometry())
        self._shadow.update()

    def _width(self, most: int, *, is_low: bool) -> int:
        """Return how wide the messages are, at most so many pixels."""
        if not is_low or most <= WIDTH:
            return min(WIDTH, most)
        self._column.activate()
        least = self._column.totalHeightForWidth(most + 2 * SHADOW)
        widths = range(WIDTH, most, STEP)
        fit = (w for w in widths if self._column.totalHeightForWidth(w + 2 * SHADOW) <= least)
        return next(fit, most)

    def _watch(self, banner: Banner) -> None:
        banner.said.connect(self._bring_down)
        banner.installEventFilter(self)

    def _bring_down(self) -> None:
        said = self.sender()
        if isinstance(said, Banner) and self._column.indexOf(said) != self._column.count() - 1:
            self._column.removeWidget(said)
            self._column.addWidget(said)


_PLACES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.ShowToParent,
    QEvent.Type.HideToParent,
    QEvent.Type.Hide,
}
