"""Show the side bar: the pages with icon and count, and who is signed in."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from storedesk.ui.kit.input.keyboard import pressed_by
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.chips import Avatar, badge
from storedesk.ui.kit.looks.labels import ElidedLabel, Label
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.kit.looks.tokens import Tone

WIDTH = 176
ITEM_HEIGHT = 36
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class SideItem(QPushButton):
    """One page in the side bar."""

    def __init__(self, label: str, icon: str, tooltip: str = "") -> None:
        super().__init__()
        self.label, self.picture = label, icon
        self.count, self.tone = 0, Tone.MUTE
        self._is_ringed = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoExclusive(True)
        self.setAccessibleName(label)
        self.setToolTip(tooltip)
        self.setFixedHeight(ITEM_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_count(self, count: int, tone: Tone = Tone.MUTE) -> None:
        """Show how many things wait on that page; 0 shows nothing."""
        self.count, self.tone = count, tone
        label = f"{self.label} ({count})" if count else self.label
        self.setAccessibleName(label)
        self.update()

    def sizeHint(self) -> QSize:
        """Answer Qt: as wide as the bar."""
        return QSize(WIDTH - 25, ITEM_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter goes there, as Space does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: a ring, but only for whoever walks by keyboard."""
        self._is_ringed = event.reason() in _BY_KEY
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: fill when chosen, icon, words, count."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        box = QRectF(self.rect())
        lit = self.isChecked()
        if lit or self.underMouse():
            painter.setPen(paint.NO_PEN)
            painter.setBrush(color("selection" if lit else "hover"))
            painter.drawRoundedRect(box, paint.RADIUS, paint.RADIUS)
        if self.hasFocus() and self._is_ringed:
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(paint.NO_BRUSH)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), paint.RADIUS, paint.RADIUS)
        ink = "text" if lit else "muted"
        drawn = pixmap(self.picture, ink, theme.ICON_SIZE, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(10, (self.height() - theme.ICON_SIZE) / 2), drawn)
        face, metrics = paint.style(13, theme.DEMIBOLD if lit else theme.MEDIUM)
        room = self.width() - 38 - 8 - self._paint_count(painter)
        weight = theme.DEMIBOLD if lit else theme.MEDIUM
        painter.setFont(face)
        painter.setPen(color(ink))
        label = paint.elided(self.label, round(room), 13, weight, False)  # noqa: FBT003
        painter.drawText(QPointF(38, paint.baseline(box, metrics)), label)

    def _paint_count(self, painter: QPainter) -> float:
        """Draw the count at the right, and return how much room it took."""
        if not self.count:
            return 0
        text = str(self.count) if self.count < 1000 else "999+"  # noqa: PLR2004
        width = paint.style(11, theme.DEMIBOLD, tabular=True)[1].horizontalAdvance(text) + 14
        pill = QRectF(self.width() - 8 - width, (self.height() - 20) / 2, width, 20)
        badge(painter, pill, text, self.tone)
        return width + 8


class SideBar(QFrame):
    """Lists the pages; the lower items stand at the foot, above the person."""

    chosen = Signal(str)
    """The key of the page that was asked for."""

    def __init__(self, title: str = "StoreDesk") -> None:
        super().__init__()
        self.setProperty("kit", "bar")
        self.setFixedWidth(WIDTH)
        self.items: dict[str, SideItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 20, 12, 16)
        self._column.setSpacing(2)
        name = Label(title, size=15, weight=theme.BOLD)
        name.setContentsMargins(10, 0, 0, 14)
        self._column.addWidget(name)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(2)
        self._column.addStretch(1)
        self._column.addLayout(self._foot)
        self._person: QWidget | None = None

    def add(
        self, key: str, label: str, icon: str, tooltip: str = "", *, foot: bool = False
    ) -> SideItem:
        """Add a page; `foot` puts it at the lower end."""
        item = self.items[key] = SideItem(label, icon, tooltip)
        item.clicked.connect(lambda: self.chosen.emit(key))
        if foot:
            self._foot.addWidget(item)
        else:
            self._column.insertWidget(self._column.count() - 2, item)
        return item

    def choose(self, key: str) -> None:
        """Mark `key` as the visible page, without a signal."""
        self.items[key].setChecked(True)

    def show_person(self, name: str, remark: str) -> None:
        """Show who is signed in, and where."""
        if self._person:
            self._person.deleteLater()
        self._person = _person(name, remark)
        self._column.addWidget(self._person)


def _person(name: str, remark: str) -> QWidget:
    made = QWidget()
    outer = QVBoxLayout(made)
    outer.setContentsMargins(0, 10, 0, 0)
    line = QFrame()
    line.setProperty("kit", "hairline")
    line.setFixedHeight(1)
    outer.addWidget(line)
    row = QHBoxLayout()
    row.setContentsMargins(6, 8, 0, 0)
    row.setSpacing(10)
    lines = QVBoxLayout()
    lines.setSpacing(1)
    lines.addWidget(ElidedLabel(name, weight=theme.DEMIBOLD))
    lines.addWidget(ElidedLabel(remark, size=12, ink="muted"))
    row.addWidget(Avatar(name))
    row.addLayout(lines, 1)
    outer.addLayout(row)
    return made
