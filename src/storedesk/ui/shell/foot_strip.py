"""Show at the foot of the window which keys do something now, and what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from storedesk.ui.kit.base.actions import Action, Actions, tooltip
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.cards import PAGE_MARGIN
from storedesk.ui.kit.looks.labels import plain
from storedesk.ui.kit.looks.sizes import roomy
from storedesk.ui.kit.looks.theme import color
from storedesk.ui.shell.foot_words import foot_words

HEIGHT = 46
MOST = 9
"""Keys that are shown at once: more is read by nobody."""
CAPS, WORDS, BETWEEN = 3, 8, 20
"""Pixels between two caps of one key, before its words, and behind them."""
FACE = (12, theme.REGULAR)


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key that does something now, in a few words."""

    action: Action
    words: str

    @property
    def caps(self) -> tuple[str, ...]:
        """Return the caps that are drawn: all that are typed, or else the first one."""
        return self.action.caps if self.action.is_typed else self.action.caps[:1]

    @property
    def width(self) -> float:
        """Return how many pixels it takes."""
        caps = sum(paint.cap_width(cap) for cap in self.caps) + CAPS * (len(self.caps) - 1)
        return caps + WORDS + paint.style(*FACE)[1].horizontalAdvance(self.words)


def working(actions: Actions, wanted: Mapping[str, str]) -> list[KeyHint]:
    """Return the keys that do something now, of those that are `wanted`: words by names."""
    found = ((actions.working(name), words) for name, words in wanted.items())
    return [KeyHint(action, words) for action, words in found if action is not None]


def fitting(hints: Sequence[KeyHint], room: float) -> list[KeyHint]:
    """Return the first of `hints` that have room beside each other, and always the last one."""
    *others, last = hints
    left, taken = room - last.width, list[KeyHint]()
    for hint in others[: MOST - 1]:
        left -= hint.width + BETWEEN
        if left < 0:
            break
        taken.append(hint)
    return [*taken, last]


class FootStrip(QWidget):
    """The keys of the page in sight, those that are wanted most first; a click does them too.

    It looks again whenever something in the window is painted: what can be done has changed with
    what is seen.
    """

    accessible_role: ClassVar = QAccessible.Role.StaticText

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions, self._wanted = actions, foot_words()
        self.hints: list[KeyHint] = []
        self._pressed: KeyHint | None = None
        self._mouse: QPointF | None = None
        self._look_soon = QTimer(self, singleShot=True, interval=0)
        self._look_soon.timeout.connect(self.look)
        self.setAccessibleName(tr("Keys of this page"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(roomy(HEIGHT))

    def begin(self) -> None:
        """Follow what happens in the window from now on."""
        self.window().installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)
        self.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: something in the window is about to be painted anew."""
        if event.type() == QEvent.Type.UpdateRequest:
            self._moved()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Show the keys that do something now."""
        if self.isHidden():
            return
        hints = working(self._actions, self._wanted)
        hints = fitting(hints, self.width() - 2 * PAGE_MARGIN) if hints else []
        if hints != self.hints:
            self.hints = hints
            said = (f"{' '.join(hint.caps)}: {hint.words}" for hint in hints)
            self.setAccessibleDescription(", ".join(said))
            self.update()

    def sizeHint(self) -> QSize:
        """Answer Qt: as wide as there is room."""
        return QSize(0, roomy(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: there is room for more keys, or for fewer."""
        super().resizeEvent(event)
        self._moved()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: caps and words from left to right."""
        painter = QPainter(self)
        for hint, box in self._placed():
            is_over = self._mouse is not None and box.contains(self._mouse)
            self._paint_hint(painter, hint, box, "text" if is_over else "muted")

    def event(self, event: QEvent) -> bool:
        """Answer Qt: the whole words of a key where the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hint = self._at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), plain(tooltip(hint.action)) if hint else "", self)
            return True
        if event.type() in {QEvent.Type.MouseMove, QEvent.Type.Leave}:
            self._mouse = event.position() if isinstance(event, QMouseEvent) else None
            self.update()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: a click on a key begins."""
        self._pressed = self._at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: do what the key does, if the mouse is still on it."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._at(event.position()):
            self._actions.trigger(pressed.action)

    def _moved(self, *_: object) -> None:
        if not self._look_soon.isActive():
            self._look_soon.start()

    def _placed(self) -> Iterable[tuple[KeyHint, QRectF]]:
        left, high = float(PAGE_MARGIN), paint.cap_height()
        top = round((self.height() - high) / 2)
        for hint in self.hints:
            yield hint, QRectF(left, top, hint.width, high)
            left += hint.width + BETWEEN

    def _at(self, point: QPointF) -> KeyHint | None:
        return next((hint for hint, box in self._placed() if box.contains(point)), None)

    @staticmethod
    def _paint_hint(painter: QPainter, hint: KeyHint, box: QRectF, ink: str) -> None:
        left = box.left()
        for cap in hint.caps:
            left += paint.cap(painter, QPointF(round(left), box.top()), cap) + CAPS
        face, metrics = paint.style(*FACE)
        painter.setFont(face)
        painter.setPen(color(ink))
        start = round(left - CAPS + WORDS)
        painter.drawText(QPointF(start, paint.baseline(box, metrics)), hint.words)
