"""The sheet of keys: what each key does, page by page."""

from collections import defaultdict

from PySide6.QtWidgets import QGridLayout, QWidget

from storedesk.ui.kit import theme
from storedesk.ui.kit.actions import Action, Actions
from storedesk.ui.kit.buttons import secondary
from storedesk.ui.kit.cards import boxed, column, row, scrolling
from storedesk.ui.kit.chips import KeyCap
from storedesk.ui.kit.dialogs import Dialog
from storedesk.ui.kit.labels import Label

COLUMNS = 2


class KeysSheet(Dialog):
    """Lists the keys of the page in sight first, then those that work everywhere."""

    steps_aside = True

    def __init__(self, parent: QWidget, actions: Actions, *, first: str = "") -> None:
        """`first` is the group that stands first: the title of the page in sight."""
        super().__init__(parent, self.tr("Keys"), width=720)
        groups: dict[str, list[Action]] = defaultdict(list)
        for action in actions.all():
            if action.keys:
                groups[action.group].append(action)
        ordered = sorted(groups.items(), key=lambda pair: pair[0] != first)
        groups_below = column(*(_group(name, found) for name, found in ordered), None, gap=20)
        body = boxed(groups_below)
        groups_below.setContentsMargins(0, 0, 12, 0)  # the bar does not touch the keys
        area = scrolling(body)
        area.setMinimumHeight(420)
        self.lay_out(area)
        close = secondary(self.tr("Close"), cap="Esc")
        close.clicked.connect(self.accept)
        self.buttons(close)


def _group(name: str, actions: list[Action]) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    for at, action in enumerate(actions):
        caps = [KeyCap(cap) for cap in action.caps]
        grid.addLayout(row(Label(action.text), None, *caps, gap=6), at // COLUMNS, at % COLUMNS)
    if len(actions) < COLUMNS:
        grid.addWidget(QWidget(), 0, 1)  # so that the first column ends where the others' do
    for side in range(COLUMNS):
        grid.setColumnStretch(side, 1)
    return boxed(column(Label(name, weight=theme.DEMIBOLD, ink="muted"), grid, gap=8))
