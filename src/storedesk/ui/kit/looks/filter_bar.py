"""Lay out what narrows a list: tabs at the left, the rest at the right, or below them."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from storedesk.ui.kit.looks.cards import GAP, boxed, row

BETWEEN = 8
"""Pixels between the two rows, where there are two."""


class FilterBar(QWidget):
    """One row, where all has room in it; else the rest falls into a second one, and none is cut."""

    def __init__(self, tabs: QWidget, *rest: QWidget) -> None:
        super().__init__()
        self._tabs, self._rest = tabs, boxed(row(None, *rest))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(tabs)
        self._box.addWidget(self._rest, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Answer Qt: as narrow as the wider of both rows."""
        both = [self._tabs.minimumSizeHint(), self._rest.minimumSizeHint()]
        width = max(one.width() for one in both)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: there may be room for one row, or no longer."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Answer Qt: a part has more to say, and may need more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        needed = self._tabs.minimumSizeHint().width() + self._rest.minimumSizeHint().width() + GAP
        is_one, way = needed <= self.width(), QBoxLayout.Direction
        wanted = way.LeftToRight if is_one else way.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self._box.setSpacing(GAP if is_one else BETWEEN)
