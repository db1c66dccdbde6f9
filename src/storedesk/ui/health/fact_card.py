"""A card of the page of health: a line for each figure, and under a bad one what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from storedesk.ui.health.lines import Line, wrong_count
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.cards import Card, boxed, flush, row
from storedesk.ui.kit.looks.chips import Chip
from storedesk.ui.kit.looks.labels import Label, card_title, muted
from storedesk.ui.kit.looks.tokens import Tone


class FactCard(Card):
    """A title with a chip that says whether all is well, and below it the lines."""

    way_wanted = Signal(object)
    """A person wants to go where something can be mended: a Way."""

    def __init__(self, title: str, *, nothing: str = "") -> None:
        """`nothing` is said where there are no lines."""
        super().__init__(gap=8)
        self._nothing = nothing
        self._shown: tuple[Line, ...] | None = None
        self.status = Chip(" ", Tone.MUTE)
        self.status.hide()
        self.lines = QVBoxLayout()
        body = boxed(self.lines)
        self.lines.setSpacing(7)
        self.add(row(card_title(title), None, self.status), body)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; where they are the same, nothing moves."""
        if self._shown == tuple(lines):
            return
        self._shown = tuple(lines)
        had_keyboard = self._has_keyboard()
        while item := self.lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self.lines.addWidget(self._line(line))
        if not lines and self._nothing:
            self.lines.addWidget(muted(self._nothing, wrap=True))
        self._show_status(wrong_count(lines))
        if had_keyboard:
            self.focusNextChild()

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines that are shown."""
        return self._shown or ()

    def _show_status(self, wrong: int) -> None:
        is_bad = any(line.tone is Tone.BAD for line in self.shown)
        tone = Tone.OK if not wrong else Tone.BAD if is_bad else Tone.WARN
        self.status.show_text(tr("In order") if not wrong else tr("Needs a look"), tone)
        self.status.show()

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _line(self, line: Line) -> QWidget:
        name = Label(line.name, ink="muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(name, 1)
        if line.tone is None:
            head.addWidget(Label(line.value, tabular=True, right=True, weight=theme.MEDIUM))
        else:
            head.addWidget(Chip(line.value, line.tone))
        if not (line.advice or line.detail):
            return boxed(head)
        below = QVBoxLayout()
        below.setSpacing(4)
        below.addLayout(head)
        if line.advice:
            below.addWidget(Label(line.advice, wrap=True, selectable=True))
        if line.detail:
            below.addWidget(Label(line.detail, size=12, ink="muted", wrap=True, selectable=True))
        if way := line.way:
            link = Button(way.text, kind=Kind.LINK, trailing="chevron-right")
            link.clicked.connect(lambda: self.way_wanted.emit(way))
            below.addLayout(flush(link, None))
        return boxed(below)
