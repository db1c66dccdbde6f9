"""Buttons for touch, one for every key; none of them takes the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from storedesk.ui.kit.base.actions import Action, Actions, tooltip
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.sizes import SIZES, pressed, px
from storedesk.ui.kit.looks.theme import color, pixmap

GAP = 8
TILE, ICON = 60, 20
"""Pixels of a key for fingers, and of its icon."""
SMALL, WIDE_KEY = 11, 96
"""Pixels of the smallest words on a key, and from which width its icon stands beside them."""
LOW = 44
"""Pixels of a key for fingers where the keys need two rows."""
LEAST = 4
"""Pixels between two keys at least."""


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
        self._height = pressed(height)
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
        self.setFixedHeight(pressed(height))

    def sizeHint(self) -> QSize:
        """Answer Qt: as wide as there is room."""
        return QSize(120, self.minimumHeight())


class KeyButton(PaintedButton):
    """The cap of a key and what it does, without a frame: the row at the foot of the till."""

    def __init__(self, cap: str, words: str) -> None:
        super().__init__(36)
        self.cap, self.words, self.picture = cap, words, ""
        self.setAccessibleName(words)
        self.setMaximumWidth(self.sizeHint().width())
        self.setMinimumWidth(round(paint.cap_width(cap)))

    def sizeHint(self) -> QSize:
        """Answer Qt: cap and words, high enough for a finger."""
        words = paint.style(13, theme.MEDIUM)[1].horizontalAdvance(self.words)
        room = 24 if SIZES.is_touch else self._cap_room()
        return QSize(round(room + words + 1), pressed(36))

    def _cap_room(self) -> float:
        return paint.cap_width(self.cap) + GAP if paint.shows_caps() else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw cap and words."""
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        box = QRectF(self.rect())
        lit = self.underMouse() and self.isEnabled()
        if SIZES.is_touch:
            self._paint_tile(painter, QRectF(self.rect()))
            return
        x = self._cap_room()
        if x:
            top = round(box.center().y() - paint.cap_height() / 2)
            paint.cap(painter, QPointF(0, top), self.cap)
        face, metrics = paint.style(13, theme.MEDIUM)
        painter.setFont(face)
        painter.setPen(color("text" if lit else "muted"))
        room = max(self.width() - x, 0)
        words = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(x, paint.baseline(box, metrics)), words)

    def _paint_tile(self, painter: QPainter, box: QRectF) -> None:
        """Draw a frame with the icon over the words, for a finger; or the words alone."""
        painter.setRenderHint(paint.ANTIALIASED)
        painter.setPen(color("edge"))
        painter.setBrush(color("selection" if self.isDown() else "card"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), paint.RADIUS, paint.RADIUS)
        wide = box.width() > WIDE_KEY
        beside = px(ICON) + GAP if self.picture and wide else 0
        room = int(box.width() - 2 - beside)
        face = (self._words_size(room), theme.MEDIUM)
        font, metrics = paint.style(*face)
        painter.setFont(font)
        painter.setPen(color("text"))
        words = paint.elided(self.words, room, *face, False)  # noqa: FBT003
        left = (box.width() - metrics.horizontalAdvance(words) - beside) / 2
        is_under = bool(self.picture) and not wide
        lower = box.adjusted(0, box.height() * 0.42, 0, 0) if is_under else box
        if self.picture:
            drawn = pixmap(self.picture, "text", px(ICON), self.devicePixelRatioF())
            at = QPointF((box.width() - px(ICON)) / 2, box.height() * 0.16)
            painter.drawPixmap(
                at if is_under else QPointF(left, (box.height() - px(ICON)) / 2), drawn
            )
        painter.drawText(QPointF(left + beside, paint.baseline(lower, metrics)), words)

    def is_cut(self, width: int) -> bool:
        """Tell whether its words are cut in a tile of so many pixels, small as they may be."""
        return paint.advance(self.words, SMALL, theme.MEDIUM, False) > width - 2  # noqa: FBT003

    def _words_size(self, room: int) -> int:
        sizes = (12, SMALL) if self.picture else (13, 12, SMALL)
        fitting = (
            one for one in sizes
            if paint.advance(self.words, one, theme.MEDIUM, False) <= room  # noqa: FBT003
        )  # fmt: skip
        return next(fitting, SMALL)


class KeyRow(QWidget):
    """The keys of the till, spread over its width."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, KeyButton] = {}
        self._actions: list[Action] = []
        self._row_height = pressed(TILE) if SIZES.is_touch else pressed(36)
        self.setFixedHeight(self._row_height)

    def add(self, actions: Actions, action: Action, words: str, owner: QWidget) -> None:
        """Register `action` for its key, and show a button for it with fewer `words`."""
        actions.bind(action, self._made(action, words), owner)

    def lead_to(self, actions: Actions, name: str, words: str) -> None:
        """Show the key of what works everywhere, if keys are shown and it is registered."""
        if paint.shows_caps() and (action := actions.working(name)):
            self._made(action, words).clicked.connect(lambda: actions.trigger(action))

    def _made(self, action: Action, words: str) -> KeyButton:
        button = KeyButton(action.key, words)
        said = tooltip(action)
        button.setToolTip(f"{words} · {said}" if SIZES.is_touch else said)
        button.setParent(self)
        button.picture = action.icon
        self.buttons[action.name] = button
        self._actions.append(action)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: spread the keys over the width, in two rows where one is too short."""
        super().resizeEvent(event)
        buttons = [*self.buttons.values()]
        half = (len(buttons) + 1) // 2
        is_one = self._spread_tiles(buttons, half) if SIZES.is_touch else self._fits(buttons)
        rows = [buttons] if is_one else [buttons[:half], buttons[half:]]
        gap = LEAST if SIZES.is_touch else 0
        high = buttons[0].height() if SIZES.is_touch and buttons else self._row_height
        self.setFixedHeight(len(rows) * (high + gap) - gap)
        for at, row in enumerate(rows):
            self._spread(row, at * (high + gap))

    def _fits(self, buttons: Sequence[KeyButton]) -> bool:
        return sum(one.width() + LEAST for one in buttons) - LEAST <= self.width()

    def _spread_tiles(self, buttons: Sequence[KeyButton], half: int) -> bool:
        """Size keys for fingers; tell whether one row holds them with no word cut."""
        width = (self.width() - LEAST * (len(buttons) - 1)) // max(1, len(buttons))
        is_one = not any(one.is_cut(width) for one in buttons)
        high = self._row_height
        if not is_one:
            width = (self.width() - LEAST * (half - 1)) // max(1, half)
            high = max(pressed(LOW), LOW)
        for one in buttons:
            one.setFixedSize(width, high)
        return is_one

    def _spread(self, buttons: Sequence[KeyButton], top: int) -> None:
        spare = self.width() - sum(one.width() for one in buttons)
        left, between = 0.0, max(0, spare) / max(1, len(buttons) - 1)
        for one in buttons:
            one.move(round(left), top)
            left += one.width() + between

    def renew(self) -> None:
        """Show which of them do something now; the others stay where they are, pale."""
        for action in self._actions:
            self.buttons[action.name].setEnabled(action.enabled())


def pay_button(words: str, *, size: int = 20) -> BigButton:
    """Return the one button that stands out."""
    return BigButton(words, height=60, kind=Kind.PRIMARY, trailing="corner-down-left", size=size)


def mail_button() -> BigButton:
    """Return the button that sends a receipt by e-mail; its key is Ctrl+M."""
    cap = "" if SIZES.is_touch else "Ctrl+M"
    return BigButton(tr("E-mail"), height=44, icon="mail", cap=cap)


def gift_receipt_button() -> BigButton:
    """Return the button that prints a receipt without prices; its key is Ctrl+R."""
    cap = "" if SIZES.is_touch else "Ctrl+R"
    return BigButton(tr("Gift receipt"), height=44, icon="gift", cap=cap)


def small_button(words: str, cap: str = "", icon: str = "") -> Button:
    """Return a quiet button that leaves the keyboard where it is."""
    made = Button(words, icon=icon, kind=Kind.QUIET, cap=cap)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
