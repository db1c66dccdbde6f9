"""The lines of a return without a receipt, and what is said of the current one."""

from decimal import Decimal

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from storedesk.domain.open_returns import SoldItem
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.forms.form import MoneyField
from storedesk.ui.kit.looks.cards import column
from storedesk.ui.kit.looks.keys import for_keys
from storedesk.ui.till.open_returns.draft import OpenReturnDraft, OpenReturnLine
from storedesk.ui.till.panel_rows import ROW, paint_row
from storedesk.ui.till.returns.return_lines import LineControls

MOST = 9_999
"""Pieces of a line."""


class OpenReturnList(RowList[OpenReturnLine]):
    """What comes back, in which condition, and what it is worth. A tap chooses a line."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        super().__init__(self._draw, height=ROW, text=self._words, name=tr("What comes back"))

    def show_draft(self, draft: OpenReturnDraft) -> None:
        """Show what is chosen."""
        self.show_records(list(draft.lines), draft.at)

    def _draw(
        self, painter: QPainter, box: QRectF, line: OpenReturnLine, is_current: bool  # noqa: FBT001
    ) -> None:  # fmt: skip
        amount = self._context.money(line.amount)
        words = f"{line.count} × {line.item.name}"
        paint_row(painter, box, words, _remark(line), amount, is_current=is_current)

    def _words(self, line: OpenReturnLine) -> str:
        amount = self._context.money(line.amount)
        return ", ".join((f"{line.count} × {line.item.name}", _remark(line), amount))


class SoldList(RowList[SoldItem]):
    """Articles that were found, and what each is worth at most."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        super().__init__(self._draw, height=ROW, text=self._words, name=tr("Articles found"))

    def _draw(
        self, painter: QPainter, box: QRectF, item: SoldItem, is_current: bool  # noqa: FBT001
    ) -> None:  # fmt: skip
        most = self._context.money(item.lowest)
        paint_row(painter, box, item.name, item.description or "", most, is_current=is_current)

    def _words(self, item: SoldItem) -> str:
        return ", ".join((item_words(item), self._context.money(item.lowest)))


class OpenLineControls(QWidget):
    """Pieces, condition and value of the current line, for fingers, the mouse and typing."""

    valued = Signal()
    """Another value was typed."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.pieces = LineControls()
        self.value = MoneyField(tr("Worth a piece"), locale=context.format.locale)
        self.value.edited.connect(self.valued)
        self.setLayout(column(self.pieces, self.value, gap=8))

    def show_line(self, line: OpenReturnLine | None) -> None:
        """Show the current line; nothing while there is none."""
        self.setVisible(line is not None)
        if line is None:
            return
        self.pieces.show_count(line.count, most=MOST, restocked=line.restocked)
        if not self.value.input.hasFocus():
            self.show_value(line.value.amount)

    def show_value(self, value: Decimal) -> None:
        """Show what a piece is worth."""
        self.value.show_value(value)
        self.value.mark("")


def item_words(item: SoldItem) -> str:
    """Return the name of an item and its description."""
    return " · ".join(part for part in (item.name, item.description) if part)


def keys() -> str:
    """Say which keys are about the chosen line, where there are keys."""
    return for_keys(tr("+, -: pieces  ·  Left, Right: to the shelf or damaged  ·  Tab: the value"))


def _remark(line: OpenReturnLine) -> str:
    state = tr("to the shelf") if line.restocked else tr("damaged")
    return " · ".join(part for part in (line.item.description, state) if part)
