"""Limit how many rows of a long list are chosen: Qt freezes over very many."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
)

MOST = 10_000
"""Rows of a range; whoever wants more says "all that match" (Ctrl+A)."""


class CappedSelection(QItemSelectionModel):
    """A selection that stops growing at MOST rows."""

    def select(
        self,
        chosen: QItemSelection | QModelIndex | QPersistentModelIndex,
        command: QItemSelectionModel.SelectionFlag,
        /,
    ) -> None:
        """Answer Qt: choose, but not a million rows."""
        if isinstance(chosen, QItemSelection):
            super().select(self._capped(chosen), command)
        else:
            super().select(chosen, command)

    def _capped(self, chosen: QItemSelection) -> QItemSelection:
        if all(chosen.at(i).height() <= MOST for i in range(chosen.count())):
            return chosen
        capped = QItemSelection()
        model, current = self.model(), self.currentIndex().row()
        for i in range(chosen.count()):
            part = chosen.at(i)
            top, bottom = part.top(), part.bottom()
            if current <= top:
                bottom = min(bottom, top + MOST - 1)
            else:
                top = max(top, bottom - MOST + 1)
            first, last = model.index(top, part.left()), model.index(bottom, part.right())
            capped.append(QItemSelectionRange(first, last))
        return capped
