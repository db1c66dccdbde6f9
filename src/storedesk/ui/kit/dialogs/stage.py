"""The scrim over a window, with one dialog in its middle."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.theme import color

MARGIN = 16
"""Pixels between the dialog and the edges of the window, at least."""
DARKNESS = 110
"""Of 255: 43 %."""
SHADOW, DOWN, LAYERS = 16, 6, 8
"""Pixels in which the shadow fades and by which it is lower, and the outlines that make it."""
LEAST = 120
"""Pixels of what scrolls in a dialog, in the lowest window."""
_SWALLOWED = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.ContextMenu,
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.TouchBegin,
}


class Stage(QWidget):
    """Covers a window, so that nothing below it can be pressed, and grows with it."""

    def __init__(self, window: QWidget, fit: Callable[[], object]) -> None:
        """`fit` puts the dialog where it belongs; it is called when the window has another size."""
        super().__init__(window)
        self._window, self._fit = window, fit
        self.hide()

    def cover(self) -> None:
        """Cover the whole window; a menu that is still open goes."""
        if menu := QApplication.activePopupWidget():
            menu.close()
        self.setGeometry(self._window.rect())
        self._window.installEventFilter(self)
        self.show()
        self.raise_()

    def lift(self) -> None:
        """Go."""
        self.hide()
        self.deleteLater()

    def room(self) -> QSize:
        """Return how large a dialog may be."""
        return room_in(self._window)

    def put(self, dialog: QWidget, size: QSize) -> None:
        """Give the dialog a size, in the middle of the window."""
        left = (self._window.width() - size.width()) // 2
        top = (self._window.height() - size.height()) // 2
        dialog.setGeometry(left, max(0, top), size.width(), size.height())
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: grow with the window."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Answer Qt: what the dialog leaves over goes no further."""
        if event.type() in _SWALLOWED:
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: darken the window, and draw the shadow of the dialog."""
        painter = QPainter(self)
        veil = QColor(color("scrim"))
        veil.setAlpha(DARKNESS)
        painter.fillRect(self.rect(), veil)
        painter.setRenderHint(paint.ANTIALIASED)
        painter.setPen(paint.NO_PEN)
        painter.setBrush(QColor(0, 0, 0, 6))
        for dialog in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            box = QRectF(dialog.geometry())
            for layer in range(LAYERS, 0, -1):
                spread = layer * SHADOW / LAYERS
                grown = box.adjusted(-spread, DOWN - spread, spread, DOWN + spread)
                painter.drawRoundedRect(grown, 12 + spread, 12 + spread)


def room_in(window: QWidget) -> QSize:
    """Return how large a dialog in a window may be."""
    return window.size() - QSize(2 * MARGIN, 2 * MARGIN)


class Body(QScrollArea):
    """What a dialog shows between its title and its buttons: it scrolls where it must."""

    def __init__(self) -> None:
        super().__init__()
        content = QWidget()
        content.setProperty("kit", "body")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: its content needs more room, or less."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def bar(self) -> int:
        """Return how wide its scroll bar is."""
        return self.verticalScrollBar().sizeHint().width()

    def hasHeightForWidth(self) -> bool:
        """Answer Qt: as its words need."""
        return self.column.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Answer Qt: as its words need."""
        return self.column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """Answer Qt: all of it."""
        return self.column.totalSizeHint()

    def least_width(self) -> int:
        """Return how wide it has to be, so that it does not scroll sideways."""
        return self.column.totalMinimumSize().width()

    def minimumSizeHint(self) -> QSize:
        """Answer Qt: enough to scroll in."""
        least = self.column.totalMinimumSize()
        return least.boundedTo(QSize(LEAST, LEAST))
