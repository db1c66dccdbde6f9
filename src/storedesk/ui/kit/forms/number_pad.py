"""A number pad on the screen: it types into whatever field has the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QGridLayout, QSizePolicy, QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.theme import color, pixmap

KEY_HEIGHT = 46
"""Pixels of a key, which hold a digit at any text size."""
LEAST_WIDTH = 44
GAP = 6
ICON, SMALLEST = 20, 9
"""Pixels of an icon, and of the words of a key at the usual text size at least."""
DIGITS = ("7", "8", "9", "4", "5", "6", "1", "2", "3", "0", "00")
ACROSS, MOST_EXTRAS = 4, 2
BACK, ENTER = "\b", "\r"
"""What takes the last letter back, and what Enter is."""


class PadKey(QAbstractButton):
    """A key of the pad; it leaves the keyboard where it is."""

    def __init__(self, words: str, *, icon: str = "", is_quiet: bool = False) -> None:
        super().__init__()
        self._icon, self._is_quiet, self._is_held = icon, is_quiet, False
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(KEY_HEIGHT)
        self.setMinimumWidth(LEAST_WIDTH)

    def be_down(self, *, is_so: bool) -> None:
        """Show that it holds until something else is pressed, or no longer."""
        self._is_held = is_so
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a frame with a digit, a word or an icon in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = "mute_tint" if self._is_quiet else "card"
        painter.setPen(QPen(color("mute_tint" if self._is_quiet else "edge"), 1))
        painter.setBrush(color("selection" if self.isDown() or self._is_held else ground))
        painter.drawRoundedRect(box, paint.RADIUS, paint.RADIUS)
        if self._icon:
            drawn = pixmap(self._icon, "text", ICON, self.devicePixelRatioF())
            painter.drawPixmap(
                round(box.center().x() - ICON / 2), round(box.center().y() - ICON / 2), drawn
            )
            return
        size = 13 if len(self.text()) > 2 else 20  # noqa: PLR2004 - a word, not digits
        room = int(box.width()) - 8
        while size > SMALLEST and self._advance(size) > room:
            size -= 1
        face = (size, theme.MEDIUM)
        painter.setFont(paint.style(*face, tabular=True)[0])
        painter.setPen(color("text" if self.isEnabled() else "muted"))
        words = paint.elided(self.text(), room, *face, True)  # noqa: FBT003
        painter.drawText(box, words, paint.MIDDLE)

    def _advance(self, size: int) -> float:
        return paint.style(size, theme.MEDIUM, tabular=True)[1].horizontalAdvance(self.text())


class NumberPad(QWidget):
    """Digits, the decimal sign and a key that takes back; beside them what the page adds."""

    pressed_extra = Signal(str)
    """One of the page's own keys was pressed: its name."""

    def __init__(self, decimal: str, extras: Sequence[tuple[str, str]] = ()) -> None:
        """`decimal` is the sign of this store; `extras` are up to two names with their words."""
        super().__init__()
        self.setAccessibleName(tr("Number pad"))
        self.keys: dict[str, PadKey] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for at, text in enumerate((*DIGITS, decimal)):
            key = self._add(text, PadKey(text), at // 3, at % 3)
            key.clicked.connect(lambda _=False, text=text: type_key(text))
        high, deep = 1 if extras else 2, 2 if len(extras) < MOST_EXTRAS else 1
        back = self._add(
            "back", PadKey(tr("Delete a digit"), icon="delete", is_quiet=True), 0, 3, high
        )
        back.clicked.connect(lambda: type_key(BACK))
        for at, (name, words) in enumerate(extras, 1):
            extra = self._add(name, PadKey(words, is_quiet=True), at, 3)
            extra.clicked.connect(lambda _=False, name=name: self.pressed_extra.emit(name))
        words, icon = tr("Enter"), "corner-down-left"
        enter = self._add("enter", PadKey(words, icon=icon, is_quiet=True), 4 - deep, 3, deep)
        enter.clicked.connect(lambda: type_key(ENTER))
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, 1)

    def _add(self, name: str, key: PadKey, row: int, column: int, high: int = 1) -> PadKey:
        if high > 1:
            key.setFixedHeight(high * key.height() + GAP)
        self._grid.addWidget(key, row, column, high, 1)
        self.keys[name] = key
        return key


def type_key(text: str) -> None:
    """Press keys of a keyboard that is not there, in the field that has it; BACK and ENTER too."""
    for sign in text:
        special = {BACK: Qt.Key.Key_Backspace, ENTER: Qt.Key.Key_Return}.get(sign)
        if special is not None:
            _press(special)
        elif sign.isascii() and sign.isalnum():
            _press(Qt.Key(ord(sign.upper())), sign)
        else:
            _press(Qt.Key.Key_unknown, sign)


def _press(key: Qt.Key, text: str = "") -> None:
    """Press a key of a keyboard that is not there, for the field that has it."""
    field = QApplication.focusWidget()
    if field is None:
        return
    none = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, key, none, text))
