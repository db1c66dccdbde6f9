"""Show what an entry changed, field by field, with what was there before."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.timeline.fields import FieldChange


class ChangeRows(QWidget):
    """The fields that were changed, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)

    def show_changes(self, changes: Sequence[FieldChange]) -> None:
        """Show these instead of what is there."""
        self.shown = []
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for change in changes:
            if change.field:
                self._column.addWidget(Label(change.field, weight=theme.MEDIUM, wrap=True))
            for words, value in ((tr("Before: {value}"), change.old), ("{value}", change.new)):
                if value:
                    said = words.format(value=value)
                    self.shown.append(said)
                    self._column.addWidget(muted(said, wrap=True))
