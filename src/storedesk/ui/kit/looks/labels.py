"""Make labels: always plain text, in the program's sizes and colors."""

from typing import ClassVar, Literal, TypeAlias

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from storedesk.documents.amounts import bare
from storedesk.ui.kit.input.scan_routes import is_text
from storedesk.ui.kit.looks import theme

Ink: TypeAlias = Literal["text", "muted", "accent", "bad", "ok", "warn"]


class Label(QLabel):
    """A line or paragraph of plain text, never read as HTML."""

    def __init__(  # noqa: PLR0913 - the whole manner of a word, and all of it optional
        self,
        text: str = "",
        *,
        size: int = 13,
        weight: QFont.Weight = theme.REGULAR,
        ink: Ink = "text",
        tabular: bool = False,
        wrap: bool = False,
        right: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setFont(theme.font(size, weight, tabular=tabular))
        self.setWordWrap(wrap)
        self.ink(ink)
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Qt would take the keyboard by a click

    def event(self, event: QEvent) -> bool:
        """Answer Qt: Ctrl+C is for the words that are selected here, not for the page."""
        if is_copy(event) and self.hasSelectedText():
            event.accept()
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: words that were selected are copied by Ctrl+C, unless somebody is typing."""
        super().mouseReleaseEvent(event)
        focused = QApplication.focusWidget()
        if self.hasSelectedText() and not (focused and is_text(focused)):
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def text(self) -> str:
        """Return the words, without what only keeps amounts on one line."""
        return bare(super().text())

    def ink(self, ink: Ink) -> None:
        """Write in another color of the table."""
        if self.property("ink") != ink:
            self.setProperty("ink", ink)
            self.style().unpolish(self)
            self.style().polish(self)


class Heading(Label):
    """The words over a page, a card, a panel or a dialog."""

    accessible_role: ClassVar = QAccessible.Role.Heading


class ElidedLabel(Label):
    """A line that is shortened with an ellipsis where needed, with a tooltip of the whole text."""

    def __init__(
        self,
        text: str = "",
        *,
        size: int = 13,
        weight: QFont.Weight = theme.REGULAR,
        ink: Ink = "text",
    ) -> None:
        super().__init__(text, size=size, weight=weight, ink=ink)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw what fits."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.style().drawItemText(
            painter,
            self.rect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: the room is another."""
        super().resizeEvent(event)
        self._tell_whole()

    def setText(self, text: str) -> None:
        """Show other words, with their own tooltip where they do not fit."""
        super().setText(text)
        self._tell_whole()

    def _tell_whole(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if fits else plain(self.text()))


def is_copy(event: QEvent) -> bool:
    """Tell whether Qt asks who wants Ctrl+C, before it is the shortcut of a page."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Copy)


def heading(text: str) -> Heading:
    """Return the heading of a page, 22 px."""
    return Heading(text, size=22, weight=theme.DEMIBOLD)


def card_title(text: str) -> Heading:
    """Return the title of a card, 15 px."""
    return Heading(text, size=15, weight=theme.DEMIBOLD)


def muted(text: str = "", *, wrap: bool = False) -> Label:
    """Return words of second importance."""
    return Label(text, ink="muted", wrap=wrap)


def name(widget: QWidget, label: str) -> None:
    """Tell a screen reader what `widget` is; every control without words of its own needs it."""
    widget.setAccessibleName(label)


def plain(text: str) -> str:
    """Return `text` so that a tooltip shows it literally: Qt takes what looks like HTML for it."""
    if "<" not in text and "&" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span style='white-space: pre-wrap'>{escaped}</span>"
