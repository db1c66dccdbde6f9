"""Show who changed a section of the settings last, from what to what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.settings.labels import quoted

BELOW, BESIDE = 5, 14
"""How many are shown below a form, and how many where they have room of their own."""


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change in words: what was changed, from what to what."""

    when: datetime
    who: str
    setting: str
    old: str
    new: str
    is_new: bool = False
    """Whether it was added: nothing was there before."""


class ChangeList(QWidget):
    """The newest changes, one below the other."""

    def __init__(self, form: Format) -> None:
        super().__init__()
        self._form = form
        self.setAccessibleName(tr("Last changes"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self.shown: list[ShownChange] = []
        self._all: list[ShownChange] = []
        self._most = BELOW

    def show_changes(self, changes: Iterable[ShownChange]) -> None:
        """Show the newest of these, which come newest first."""
        self._all = list(changes)
        self._show()

    def make_room(self, most: int) -> None:
        """Show at most so many."""
        self._most = most
        self._show()

    def _show(self) -> None:
        wanted = self._all[: self._most]
        if wanted == self.shown and self._column.count():
            return
        self.shown = wanted
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._column.addWidget(Label(tr("Last changes"), weight=theme.DEMIBOLD, size=12))
        if not wanted:
            self._column.addWidget(muted(tr("Nothing here has been changed yet.")))
        for change in wanted:
            self._column.addWidget(Label(self._words(change), size=12, ink="muted", wrap=True))

    def _words(self, change: ShownChange) -> str:
        words = tr("{who}, {when}: {setting} {new}, before: {old}")
        if change.is_new:
            words = tr("{who}, {when}: {setting} {new}")
        return words.format(
            who=change.who, when=self._form.moment(change.when), setting=change.setting,
            new=quoted(change.new), old=quoted(change.old),
        )  # fmt: skip
