"""Show as many buttons of a row as are whole, with arrows to the others where there are more."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.buttons import Button, icon_button

GAP = 8


class PagedRow(QWidget):
    """A row of buttons that a finger turns over as pages; no button is ever cut."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[Button] = []
        self._first = 0
        self.back = icon_button("chevron-left", tr("Categories before these"))
        self.on = icon_button("chevron-right", tr("Further categories"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        for arrow, way in ((self.back, -1), (self.on, 1)):
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._row.addWidget(arrow)
            arrow.clicked.connect(lambda _=False, way=way: self._turn(way))
            arrow.hide()
        self._row.insertStretch(1, 1)

    def add(self, button: Button) -> None:
        """Put a button behind the others."""
        self._buttons.append(button)
        self._row.insertWidget(len(self._buttons), button)
        self._arrange()

    def show_button(self, button: Button) -> None:
        """Turn to the page with a button."""
        self._first = self._buttons.index(button)
        self._arrange()

    def fit(self) -> None:
        """Show again what is whole: a button has other words."""
        self._arrange()

    def sizeHint(self) -> QSize:
        """Answer Qt: all the buttons."""
        return QSize(self._across(self._buttons), self._high())

    def minimumSizeHint(self) -> QSize:
        """Answer Qt: the widest button between the arrows."""
        widest = max((one.sizeHint().width() for one in self._buttons), default=0)
        return QSize(widest + self._arrows(), self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: there may be room for more buttons, or for fewer."""
        super().resizeEvent(event)
        self._arrange()

    def _turn(self, way: int) -> None:
        pages = self._pages()
        at = self._page_of(self._first, pages) + way
        self._first = pages[max(0, min(at, len(pages) - 1))].start
        self._arrange()

    def _arrange(self) -> None:
        pages = self._pages()
        at = self._page_of(self._first, pages)
        for place, button in enumerate(self._buttons):
            button.setVisible(place in pages[at])
        for arrow, leads in ((self.back, at > 0), (self.on, at < len(pages) - 1)):
            arrow.setVisible(len(pages) > 1)
            arrow.setEnabled(leads)

    def _pages(self) -> list[range]:
        """Return which buttons stand together: all, or as many as there is room for."""
        if self._across(self._buttons) <= self.width():
            return [range(len(self._buttons))]
        room, pages, start = self.width() - self._arrows(), [], 0
        for end in range(1, len(self._buttons) + 1):
            if end - start > 1 and self._across(self._buttons[start:end]) > room:
                pages.append(range(start, end - 1))
                start = end - 1
        return [*pages, range(start, len(self._buttons))]

    @staticmethod
    def _page_of(button: int, pages: list[range]) -> int:
        return next((at for at, page in enumerate(pages) if button in page), 0)

    def _arrows(self) -> int:
        return self.back.width() + self.on.width() + 2 * GAP

    def _high(self) -> int:
        parts = (self.back, *self._buttons)
        return max(one.sizeHint().height() for one in parts)

    @staticmethod
    def _across(buttons: list[Button]) -> int:
        return sum(one.sizeHint().width() + GAP for one in buttons) - GAP
