"""Lay out a page: header, cards, rows, hairlines and facts."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.labels import Label, card_title, heading, muted
from storedesk.ui.kit.looks.sizes import roomy, target

B = TypeVar("B", bound=QBoxLayout)

PAGE_MARGIN, PAGE_END = 24, 20
GAP = 12
LINK_INSET = 4
"""How far the words of a link stand from its edge: the room of its focus ring."""


def page_end() -> int:
    """Return the pixels below the parts of a page: none where its keys stand at the foot."""
    return 0 if paint.shows_caps() else PAGE_END


class Card(QFrame):
    """A panel with a hairline around it; its parts stand below each other."""

    def __init__(self, title: str = "", *, margin: int = 16, gap: int = 8) -> None:
        super().__init__()
        self.setProperty("kit", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin - 2, margin, margin)
        self.column.setSpacing(gap)
        self.title = card_title(title)
        self.column.addWidget(self.title)
        if not title:
            self.title.hide()

    def add(self, *parts: QWidget | QLayout, stretch: int = 0) -> "Card":
        """Put `parts` below what is there."""
        put(self.column, parts, stretch=stretch)
        return self


LONG_WORD = 22
"""Letters of a word, such as an e-mail address, that has no room beside what it is."""


class Facts(QWidget):
    """Pairs of a muted word and a value at the right, such as the sums of an order."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(6)
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(1, 1)

    def show_facts(
        self, facts: Iterable[tuple[str, str]], *, total: tuple[str, str] | None = None
    ) -> None:
        """Show `facts` instead of what is there; `total` stands last, larger."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        row = 0
        for word, value in facts:
            self._grid.addWidget(muted(word), row, 0, Qt.AlignmentFlag.AlignTop)
            shown = Label(value, tabular=True, right=True, wrap=True, selectable=True)
            is_long = max(map(len, value.split()), default=0) > LONG_WORD
            row += is_long  # it has all of the next line: no line ends in its middle
            self._grid.addWidget(shown, row, 0 if is_long else 1, 1, 2 if is_long else 1)
            row += 1
        if total:
            row = self._grid.rowCount()
            self._grid.addWidget(muted(total[0]), row, 0)
            bold = Label(total[1], size=15, weight=theme.DEMIBOLD, tabular=True, right=True)
            self._grid.addWidget(bold, row, 1)


class PageHeader(QWidget):
    """The top of a page: its heading, and at the right its buttons, the primary one last.

    Where there is no room for all of them, those at the left show their icons alone.
    """

    def __init__(self, title: str, *buttons: QWidget, remark: QWidget | None = None) -> None:
        """`remark` stands beside the heading."""
        super().__init__()
        self._buttons = buttons
        self.heading = heading(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.heading)
        if remark:
            row.addWidget(remark)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.setMinimumHeight(target(36))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: there is room for more labels, or for fewer."""
        super().resizeEvent(event)
        shown = [one for one in self._buttons if isinstance(one, Button) and not one.isHidden()]
        for one in shown:
            one.be_short(is_so=False)
        spare = self.width() - super().sizeHint().width()
        for one in shown[:-1]:
            if spare < 0:
                spare += one.sizeHint().width()
                one.be_short(is_so=True)
                spare -= one.sizeHint().width()


def hairline(*, upright: bool = False) -> QFrame:
    """Return a line of one pixel."""
    made = QFrame()
    made.setProperty("kit", "hairline")
    made.setFixedWidth(1) if upright else made.setFixedHeight(1)
    return made


def flush(*parts: QWidget | QLayout | None, gap: int = GAP) -> QHBoxLayout:
    """Lay a link and what follows it so that its words begin where other words do."""
    made = row(*parts, gap=gap)
    made.insertSpacing(0, -LINK_INSET)
    return made


def row(*parts: QWidget | QLayout | None, gap: int = GAP) -> QHBoxLayout:
    """Lay `parts` side by side; None is the room that is left over."""
    return _line(QHBoxLayout(), parts, gap)


def column(*parts: QWidget | QLayout | None, gap: int = GAP) -> QVBoxLayout:
    """Lay `parts` below each other; None is the room that is left over."""
    return _line(QVBoxLayout(), parts, gap)


def boxed(layout: QLayout) -> QWidget:
    """Return a bare widget with `layout` in it."""
    made = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made


def scrolling(content: QWidget) -> QScrollArea:
    """Return `content` in a frameless area that scrolls up and down when it must."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    content.setProperty("kit", "body")
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def splitter(left: QWidget, right: QWidget, *, right_width: int = 320) -> QSplitter:
    """Put two parts side by side with a border that can be moved; the left one grows."""
    made = QSplitter(Qt.Orientation.Horizontal)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(GAP)
    made.addWidget(left)
    made.addWidget(right)
    made.setStretchFactor(0, 1)
    made.setStretchFactor(1, 0)
    made.setSizes([10_000, roomy(right_width)])
    return made


def put(box: QBoxLayout, parts: Iterable[QWidget | QLayout | None], *, stretch: int = 0) -> None:
    """Add `parts` to `box`."""
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, QWidget):
            box.addWidget(part, stretch)
        else:
            box.addLayout(part, stretch)


def _line(box: B, parts: Iterable[QWidget | QLayout | None], gap: int) -> B:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    put(box, parts)
    return box
