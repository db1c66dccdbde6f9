"""Show messages on a page: problems, notes, and that there is nothing yet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from storedesk.ui.kit.base.accessible import announce
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, icon_button
from storedesk.ui.kit.looks.labels import Label, plain
from storedesk.ui.kit.looks.sizes import px, target
from storedesk.ui.kit.looks.theme import pixmap
from storedesk.ui.kit.looks.tokens import Tone

SIGNS = {
    Tone.OK: "circle-check",
    Tone.WARN: "triangle-alert",
    Tone.BAD: "circle-alert",
    Tone.INFO: "info",
    Tone.MUTE: "info",
}
MOST = 600
"""Characters of a message; a longer one, whole in its tooltip, would be higher than a page."""
FLASH_MS = 4000
ACTION_MS = 10_000
"""Milliseconds for which a note with something to do in it stays."""


class Sign(QWidget):
    """An icon that is drawn again when the color scheme changes."""

    def __init__(self, name: str, token: str = "muted", size: int = theme.ICON_SIZE) -> None:  # noqa: S107
        super().__init__()
        self.picture, self.token, self._size = name, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Answer Qt: the icon's size."""
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw the icon."""
        ratio = self.devicePixelRatioF()
        QPainter(self).drawPixmap(0, 0, pixmap(self.picture, self.token, px(self._size), ratio))


class Banner(QFrame):
    """A message with an icon and a close button, for what went wrong on a page."""

    accessible_role: ClassVar = QAccessible.Role.AlertMessage
    closed = Signal()
    """Somebody has read it and put it away."""
    said = Signal()
    """It says something, perhaps something else than before."""

    def __init__(self, tone: Tone = Tone.BAD, *, closable: bool = True) -> None:
        super().__init__()
        self.setProperty("kit", "banner")
        self.sign = Sign(SIGNS[tone], tone.value)
        self.words = Label(weight=theme.MEDIUM, wrap=True, selectable=True)
        self.shut = icon_button("x", tr("Close this message"))
        if not closable:
            self.shut.hide()
        self.shut.clicked.connect(self.hide)
        self.shut.clicked.connect(self.closed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 6, 6, 6)
        self.row.setSpacing(10)
        self.row.addWidget(self.sign)
        self.row.addWidget(self.words, 1)
        self.row.addWidget(self.shut)
        self.setMinimumHeight(target(44))
        self._tone(tone)
        self.hide()

    def say(self, sentence: str, tone: Tone | None = None) -> None:
        """Show `sentence`, also to a screen reader."""
        if tone:
            self._tone(tone)
        is_long = len(sentence) > MOST
        self.words.setText(f"{sentence[:MOST].rstrip()} …" if is_long else sentence)
        self.words.setToolTip(plain(sentence) if is_long else "")
        self.setAccessibleName(sentence)
        self.said.emit()
        self.show()
        if self.isVisible():
            announce(self, sentence, is_urgent=self.sign.token == Tone.BAD.value)

    def text(self) -> str:
        """Return the message, or "" while hidden."""
        return "" if self.isHidden() else self.words.text()

    def add(self, *buttons: QWidget) -> None:
        """Put `buttons` before the close button."""
        for button in buttons:
            self.row.insertWidget(self.row.count() - 1, button)

    def _tone(self, tone: Tone) -> None:
        self.sign.picture, self.sign.token = SIGNS[tone], tone.value
        self.setProperty("tone", tone.value)
        for part in (self, self.words):
            part.style().unpolish(part)
            part.style().polish(part)


class Note(Banner):
    """A banner for what succeeded; it closes after some seconds, but not under the mouse."""

    def __init__(self, tone: Tone = Tone.OK) -> None:
        super().__init__(tone)
        self._timer = QTimer(self, singleShot=True, interval=FLASH_MS)
        self._timer.timeout.connect(self._go)

    def say(self, sentence: str, tone: Tone | None = None) -> None:
        """Show `sentence` for some seconds."""
        super().say(sentence, tone)
        self._timer.start()

    def add(self, *buttons: QWidget) -> None:
        """Put `buttons` before the close button: there is time to press them."""
        super().add(*buttons)
        self._timer.setInterval(ACTION_MS)

    def _go(self) -> None:
        """Close, unless somebody points at it or has gone to one of its buttons."""
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start()
        else:
            self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Answer Qt: somebody points at it, and may want to press it."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Answer Qt: nobody points at it any more."""
        super().leaveEvent(event)
        if not self.isHidden():
            self._timer.start()


@dataclass(frozen=True, slots=True)
class Step:
    """What can be done where nothing is: the words of a button, and what it does."""

    words: str
    run: Callable[[], object]
    icon: str = ""
    cap: str = ""
    """The key that does it too, as it is shown."""


class EmptyState(QWidget):
    """The message in place of an empty list or page: title, hint and a button for each step."""

    def __init__(
        self, title: str, hint: str = "", *, icon: str = "", button: Button | None = None
    ) -> None:
        super().__init__()
        self.title = Label(title, size=15, weight=theme.DEMIBOLD)
        self.hint = Label(hint, ink="muted", wrap=True)
        self.steps: tuple[Step, ...] = ()
        self.buttons: list[Button] = []
        """Those of the steps, in their order."""
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._parts: list[QWidget] = [self.title, self.hint]
        if icon:
            self._parts.append(Sign(icon, "muted", 32))
            column.addWidget(self._parts[-1], alignment=middle)
            column.addSpacing(4)
        for words in (self.title, self.hint):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.setContentsMargins(0, 4, 0, 0)
        column.addLayout(self._row)
        column.setAlignment(self._row, middle)
        if button:
            column.addSpacing(8)
            column.addWidget(button, alignment=middle)
        column.addStretch(1)

    def say(self, title: str, hint: str = "", steps: tuple[Step, ...] = ()) -> None:
        """Show another title and hint, and other steps."""
        self.title.setText(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint) or not title)
        if [(one.words, one.cap) for one in steps] == [(one.words, one.cap) for one in self.steps]:
            return
        self.steps = steps
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [Button(one.words, icon=one.icon, cap=one.cap) for one in steps]
        for button, step in zip(self.buttons, steps, strict=True):
            button.clicked.connect(step.run)
            self._row.addWidget(button)

    def hush(self, *, is_so: bool) -> None:
        """Hide the texts, but keep the space."""
        for part in self._parts:
            part.setVisible(not is_so)
