"""The panels of the till: what it asks or shows in the right column, beside the sale."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
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
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.missed_scans import MissedScans, kept_text, missed_text
from storedesk.ui.kit.base.scanner import EnterGuard
from storedesk.ui.kit.base.sounds import Sounds
from storedesk.ui.kit.base.view import Jobs, spoken
from storedesk.ui.kit.forms.entry import ENTER
from storedesk.ui.kit.input.keyboard import KEYBOARD, go_to
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import put, row
from storedesk.ui.kit.looks.labels import Heading, Label
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.till.keys import KeyButton

INSET = 24
"""Pixels between the edges of the column and what is in it."""


class Panel(QFrame):
    """What the till asks or shows beside the sale: Enter goes on, Esc goes back.

    What is known stands above on the ground of cards, what is done below on that of pages.
    """

    hears_scans: ClassVar[bool] = False
    """Whether what is scanned is meant for the sale, or for this panel, while it is open."""
    takes_scans: ClassVar[bool] = False
    """Whether what is scanned is for this panel itself, and not for the sale."""
    shows_goods: ClassVar[bool] = False
    """Whether the quick keys stay beside it, where there are some."""
    shows_sums: ClassVar[bool] = False
    """Whether subtotal and taxes are wanted above it, or the total alone."""
    fills_page: ClassVar[bool] = False
    """Whether it has the whole page while nothing is sold, unless fingers type beside it."""
    left = Signal()
    """Esc, or a tap on its button: back to the sale."""
    gone = Signal()
    """It is shown no longer, for whatever reason."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.gives_way = False
        """Whether the next scan closes it, and goes to the sale."""
        self.guard = EnterGuard()
        self.jobs = Jobs(self.refuse)
        self.title = Heading(title, size=20, weight=theme.DEMIBOLD, wrap=True)
        self.problem = Banner()
        self._missed, self._sounds = MissedScans(self.problem), Sounds(self)
        self.back = KeyButton("Esc", tr("Back"))
        self.back.clicked.connect(self.leave)
        self.head = QVBoxLayout()
        self.head.setSpacing(0)
        ground = QFrame()
        ground.setProperty("kit", "ground")
        self.column = QVBoxLayout(ground)
        self.column.setContentsMargins(INSET, 18, INSET, INSET)
        self.column.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self.head)
        whole.addWidget(ground, 1)

    def know(self, *parts: QWidget | QLayout) -> None:
        """Stack `parts` above, under the sums of the sale."""
        self.head.setContentsMargins(INSET, 4, INSET, 12)
        put(self.head, parts)

    def lay_out(self, *parts: QWidget | QLayout | None) -> None:
        """Stack `parts` from the top down; None is the room that is left over."""
        put(self.column, parts)

    def end_with(
        self, go: QWidget | None = None, words: str = "", *, below: QBoxLayout | None = None
    ) -> None:
        """Put the foot below: other keys in `words`, the way back, and `go`, what Enter does."""
        self.keys = Label(words, size=12, ink="muted", wrap=True)
        line = row(self.keys, self.back)
        line.setStretch(0, 1)
        put(below or self.column, (line, go) if go else (line,))

    def spread(self, *, is_wide: bool) -> None:
        """Arrange the parts for the whole page, or for the column."""

    def begin(self) -> None:
        """Take the keyboard: the panel has come into sight."""
        self.setFocus()

    def enter(self) -> None:
        """Do what Enter means here."""

    def scan(self, code: str) -> None:
        """Take what was scanned, if that is for this panel."""

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
