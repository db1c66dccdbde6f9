"""The panel at the right edge of the till page, over a shaded window."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.values.text import line
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.missed_scans import MissedScans, kept_text, missed_text
from storedesk.ui.kit.base.scanner import EnterGuard
from storedesk.ui.kit.base.sounds import Sounds
from storedesk.ui.kit.base.view import Jobs, spoken
from storedesk.ui.kit.forms.entry import ENTER
from storedesk.ui.kit.input.keyboard import KEYBOARD, go_to
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import put
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.tokens import Tone

WIDTH = 404
SHADE = QColor(0, 0, 0, round(255 * 0.43))


class Panel(QFrame):
    """What the till asks or shows beside the sale: Enter goes on, Esc goes back."""

    hears_scans: ClassVar[bool] = False
    """Whether what is scanned is meant for the sale, or for this panel, while it is open."""
    left = Signal()
    """Esc, the cross or a tap on the shade: back to the sale."""

    def __init__(self, title: str, *, width: int = WIDTH) -> None:
        super().__init__()
        self.setProperty("kit", "panel")
        self.setFixedWidth(width)
        self.setAccessibleName(title)
        self.guard = EnterGuard()
        self.jobs = Jobs(self.refuse)
        self.title = Label(title, size=20, weight=theme.DEMIBOLD)
        self.problem = Banner()
        self._missed, self._sounds = MissedScans(self.problem), Sounds(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)

    def lay_out(self, *parts: QWidget | QLayout | None) -> None:
        """Stack `parts` from the top down; None is the room that is left over."""
        put(self.column, parts)

    def begin(self) -> None:
        """Take the keyboard: the panel has come into sight."""
        self.setFocus()

    def enter(self) -> None:
        """Do what Enter means here."""

    def press(self) -> None:
        """Do what Enter means here, by a button; not by the second half of a double click."""
        if self.guard.allows():
            self._go()

    def leave(self) -> None:
        """Go back to the sale, if that is possible now."""
        self.left.emit()

    def _go(self) -> None:
        try:
            self.enter()
        except StoreError as refusal:
            self.refuse(refusal)

    def step(self, by: int) -> None:
        """Do what Up (-1) and Down (+1) mean here."""

    def refuse(self, refusal: StoreError) -> None:
        """Say here what the store refuses. What was typed stays."""
        self.problem.say(refusal.sentence(spoken), Tone.BAD)
        KEYBOARD.keep(self)  # in what is to be put right, unless something else was given it

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: a click beside the fields leaves them the keyboard; it is no tap outside."""
        event.accept()
        KEYBOARD.keep(self)

    def tell_missed(self, code: str, *, is_kept: bool) -> None:
        """Say that a scan was not taken, or may stand in a field by mistake."""
        if is_kept:
            self.problem.say(kept_text(code), Tone.WARN)
        else:
            self._missed.say(code, missed_text(code, self.accessibleName()))
        self._sounds.bad()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: the keys that its fields leave over."""
        if event.key() in ENTER:
            if self.guard.allows(event):
                self._go()
        elif event.key() == Qt.Key.Key_Escape:
            if not event.isAutoRepeat():
                self.leave()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.step(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Answer Qt: Tab stays among the fields of the panel."""
        fields = [
            field
            for field in self.findChildren(QWidget)
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus
            and field.isVisibleTo(self)
            and field.isEnabled()
            and not isinstance(field, QAbstractButton)
            and not isinstance(field.parent(), QComboBox)  # which has the keyboard with it
        ]
        if not fields:
            return True
        at = next((n for n, field in enumerate(fields) if field.hasFocus()), -1)
        fields[(at + (1 if forward else -1)) % len(fields)].setFocus(Qt.FocusReason.TabFocusReason)
        return True


def typed(field: QLineEdit) -> str:
    """Return the cleaned text of a field; if it is not plain text, raise Refused and go there."""
    try:
        return line(field.text(), longest=field.maxLength(), what=field.accessibleName())
    except StoreError:
        go_to(field)
        raise


def hint(words: str = "") -> Label:
    """Return the line at a panel's foot that says what Enter and Esc mean."""
    made = Label(words, size=12, ink="muted", wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


class PanelHost(QWidget):
    """Shades the whole window and holds one panel at its right edge."""

    closed = Signal()
    """The panel has gone: the keyboard is wanted elsewhere."""

    def __init__(self, page: QWidget, guard: EnterGuard) -> None:
        super().__init__(page)
        self._page = page
        page.destroyed.connect(self.deleteLater)  # it hangs on the window once it was open
        self._guard = guard
        self.panel: Panel | None = None
        self.hide()

    def open(self, panel: Panel) -> None:
        """Show `panel` in place of any other; what is below can be read but not pressed."""
        self._drop()
        window = self._page.window()
        self.setParent(window)
        window.installEventFilter(self)
        panel.guard = self._guard
        panel.guard.arm()
        panel.left.connect(self.shut)
        panel.setParent(self)
        self.panel = panel
        self._fit()
        panel.show()
        self.show()
        self.raise_()
        panel.begin()

    def shut(self) -> None:
        """Close the panel."""
        if self.panel:
            self._drop()
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: the window has another size."""
        if event.type() == QEvent.Type.Resize and self.panel:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw the shade."""
        QPainter(self).fillRect(self.rect(), SHADE)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Answer Qt: a tap beside the panel is Esc."""
        if self.panel:
            self.panel.leave()

    def _fit(self) -> None:
        window = self._page.window()
        self.setGeometry(window.rect())
        if self.panel:
            width = min(self.panel.width(), window.width())
            self.panel.setGeometry(window.width() - width, 0, width, window.height())

    def _drop(self) -> None:
        if self.panel:
            self.panel.jobs.cancel()
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
