"""Buttons for touch, one for every key; none of them takes the keyboard."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from storedesk.ui.kit.base.actions import Action, Actions, tooltip
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.theme import color

GAP = 8


class BigButton(Button):
    """A button of a fixed height, for what is pressed all day."""

    def __init__(  # noqa: PLR0913 - as its parent
        self,
        text: str = "",
        *,
        height: int,
        icon: str = "",
        kind: Kind = Kind.SECONDARY,
        cap: str = "",
        trailing: str = "",
        size: int = 13,
    ) -> None:
        self._height = height
        super().__init__(text, icon=icon, kind=kind, cap=cap, trailing=trailing, size=size)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Answer Qt: its own height."""
        return QSize(super().sizeHint().width(), self._height)

    def resizeEvent(self, event: object) -> None:
        """Answer Qt: hold the height against the stylesheet's."""
        if self.height() != self._height:
            self.setFixedHeight(self._height)
        super().resizeEvent(event)  # type: ignore[arg-type]


class PaintedButton(QAbstractButton):
    """A button that draws itself, answers the pointer, and leaves the keyboard where it is."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """Answer Qt: as wide as there is room."""
        return QSize(120, self.minimumHeight())


class KeyButton(PaintedButton):
    """The cap of a key and what it does, without a frame: the row at the foot of the till."""

    def __init__(self, cap: str, words: str) -> None:
        super().__init__(36)
        self.cap, self.words = cap, words
        self.setAccessibleName(words)
        self.setFixedWidth(self.sizeHint().width())

    def sizeHint(self) -> QSize:
        """Answer Qt: cap and words, high enough for a finger."""
        words = paint.style(13, theme.MEDIUM)[1].horizontalAdvance(self.words)
        return QSize(round(paint.cap_width(self.cap) + GAP + words + 1), 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw cap and words."""
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        box = QRectF(self.rect())
        lit = self.underMouse() and self.isEnabled()
        x = paint.cap(painter, QPointF(0, round(box.center().y()) - 10), self.cap) + GAP
        face, metrics = paint.style(13, theme.MEDIUM)
        painter.setFont(face)
        painter.setPen(color("text" if lit else "muted"))
        painter.drawText(QPointF(x, paint.baseline(box, metrics)), self.words)


class KeyRow(QWidget):
    """The keys of the till, spread over its width."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, KeyButton] = {}
        self._actions: list[Action] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)

    def add(self, actions: Actions, action: Action, words: str, owner: QWidget) -> None:
        """Register `action` for its key, and show a button for it with fewer `words`."""
        button = KeyButton(action.key, words)
        actions.bind(action, button, owner)
        button.setToolTip(tooltip(action))
        if self.buttons:
            self._row.addStretch(1)
        self._row.addWidget(button)
        self.buttons[action.name] = button
        self._actions.append(action)

    def renew(self) -> None:
        """Show which of them do something now; the others stay where they are, pale."""
        for action in self._actions:
            self.buttons[action.name].setEnabled(action.enabled())


def pay_button(words: str, *, size: int = 20) -> BigButton:
    """Return the one button that stands out."""
    return BigButton(words, height=60, kind=Kind.PRIMARY, trailing="corner-down-left", size=size)


def small_button(words: str, cap: str = "", icon: str = "") -> Button:
    """Return a quiet button that leaves the keyboard where it is."""
    made = Button(words, icon=icon, kind=Kind.QUIET, cap=cap)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
