"""The right column of the till: the summary of the sale, or one panel in its place."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from storedesk.ui.kit.base.scanner import EnterGuard
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.sale.sale_totals import SaleFacts

WIDTH = 392
MOST = 16_777_215
"""Qt's widest width: no bound."""


class PanelHost(QFrame):
    """Shows the summary, or one panel under the total. It lies over nothing and moves nothing."""

    opened = Signal()
    """A panel has come, perhaps in place of another one."""
    closed = Signal()
    """The panel has gone: the keyboard is wanted elsewhere."""
    grown = Signal(bool)
    """The panel has the whole page, or no longer."""

    def __init__(self, guard: EnterGuard, summary: QWidget, facts: SaleFacts) -> None:
        super().__init__()
        self.setProperty("kit", "panel")
        self.setFixedWidth(WIDTH)
        self._guard, self._summary, self.facts = guard, summary, facts
        self.panel: Panel | None = None
        self._below: Panel | None = None
        self._above = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        above = QVBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(facts)
        self._column.addWidget(summary, 1)
        self._column.addWidget(self._above)
        self._above.hide()

    def open(self, panel: Panel) -> None:
        """Show `panel` in place of the summary, or of whatever panel is open."""
        self._drop_all()
        panel.left.connect(self.shut)
        self._show(panel)

    def open_over(self, panel: Panel) -> None:
        """Show `panel` in place of another one, which is there again when it is left."""
        self._below, self.panel = self.panel, None
        if self._below:
            self._below.hide()
        panel.left.connect(self.back)
        self._show(panel)

    def back(self) -> None:
        """Close the panel, and show the one that it was opened over."""
        below, self._below = self._below, None
        if below is None:
            self.shut()
            return
        self._drop()
        self.panel = below
        self.facts.show_all(is_so=below.shows_sums)
        below.show()
        self.opened.emit()
        (below.focusWidget() or below).setFocus()

    def shut(self) -> None:
        """Close every panel."""
        if self.panel:
            self._drop_all()
            self._be_wide(is_so=False)
            self._above.hide()
            self._summary.show()
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: there may be room for more above the panel, or for less."""
        super().resizeEvent(event)
        self.facts.fit(self.height())

    def _show(self, panel: Panel) -> None:
        panel.guard = self._guard
        panel.guard.arm()
        self.panel = panel
        fills = panel.fills_page and not SIZES.is_touch  # beside it digits and letters are typed
        self._be_wide(is_so=fills and self.facts.is_empty)
        self._summary.hide()
        self.facts.show_all(is_so=panel.shows_sums)
        self._above.show()
        self._column.addWidget(panel, 1)
        panel.show()
        self.opened.emit()
        panel.begin()

    def _be_wide(self, *, is_so: bool) -> None:
        self.setMinimumWidth(WIDTH)
        self.setMaximumWidth(MOST if is_so else WIDTH)
        if self.panel:
            self.panel.spread(is_wide=is_so)
        self.grown.emit(is_so)

    def _drop_all(self) -> None:
        self._drop()
        self.panel, self._below = self._below, None
        self._drop()

    def _drop(self) -> None:
        if self.panel:
            panel, self.panel = self.panel, None
            panel.jobs.cancel()
            self._column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
            panel.gone.emit()
