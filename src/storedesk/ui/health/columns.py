"""Stand cards in columns: three where there is room, else two."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from storedesk.ui.kit.looks.cards import GAP
from storedesk.ui.kit.looks.sizes import px

LEAST = 1120
"""Pixels of the page from which on there are three columns."""


class CardColumns(QWidget):
    """Three groups of cards; of two columns the left has the first and the third group."""

    def __init__(self, groups: Sequence[Sequence[QWidget]]) -> None:
        super().__init__()
        self._groups = groups
        self._is_wide: bool | None = None
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP)
        self._columns = [QVBoxLayout() for _ in groups]
        for column in self._columns:
            column.setSpacing(GAP)
            column.addStretch(1)  # an alignment would not ask how high wrapped words are
            self._line.addLayout(column, 1)
        self.fit(0)

    def fit(self, width: int) -> None:
        """Stand the cards as a page of this width has room for them."""
        is_wide = width >= px(LEAST)
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        first, second, third = self._groups
        wanted = [first, second, third] if is_wide else [[*first, *third], second, []]
        for column, cards in zip(self._columns, wanted, strict=True):
            for at, card in enumerate(cards):
                for other in self._columns:
                    other.removeWidget(card)  # an item that is taken would outlive its heights
                column.insertWidget(at, card)
        self._line.setStretch(len(self._columns) - 1, int(is_wide))
