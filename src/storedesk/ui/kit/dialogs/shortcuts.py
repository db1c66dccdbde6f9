"""List the shortcuts: what each key does on the page in sight, and everywhere."""

from collections import defaultdict

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QGridLayout, QWidget

from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.dialogs.stage import room_in
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import boxed, column, row, scrolling
from storedesk.ui.kit.looks.chips import KeyCap
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import px

MOST_COLUMNS, COLUMN = 3, 270
"""Columns side by side, and the pixels that one needs at the usual text size."""
WIDEST = 1080
MARGIN = 24
ROUND_KEYS = 140
"""Pixels of the sheet above and below the keys: its title and buttons."""
_STEPS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class ShortcutSheet(Dialog):
    """Lists all keys of the page in sight, then those that work everywhere.

    What does not fit is reached by Up, Down, Page Up, Page Down, Home and End.
    """

    steps_aside = True

    def __init__(self, parent: QWidget, actions: Actions, *, page: QWidget | None = None) -> None:
        """`page` is the page in sight, if there is any."""
        super().__init__(parent, tr("Shortcuts"))
        within = room_in(parent.window())
        self.setMinimumWidth(min(px(WIDEST), within.width()))
        groups: dict[str, list[Action]] = defaultdict(list)
        for action in (*(actions.in_parts(page) if page else ()), *actions.everywhere()):
            if action.keys:
                groups[action.group].append(action)
        across = min(MOST_COLUMNS, max(1, (self.minimumWidth() - 2 * MARGIN) // px(COLUMN)))
        shown = (_group(name, found, across) for name, found in groups.items())
        groups_below = column(*shown, None, gap=12)
        body = boxed(groups_below)
        groups_below.setContentsMargins(0, 0, 12, 0)  # the bar does not touch the keys
        self.area = scrolling(body)
        bar = self.area.verticalScrollBar().sizeHint().width()
        room = within.height() - px(ROUND_KEYS)
        needed = groups_below.totalHeightForWidth(self.minimumWidth() - 2 * MARGIN - bar)
        self.area.setMinimumHeight(min(needed, room))
        self.area.setMinimumWidth(body.minimumSizeHint().width() + bar)
        self.lay_out(self.area)
        close = secondary(tr("Close"), cap="Esc")
        close.clicked.connect(self.accept)
        close.installEventFilter(self)
        self.buttons(close)
        close.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: the keys that scroll, which a button would take for itself."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.area.verticalScrollBar().triggerAction(step)
                return True
        return super().eventFilter(watched, event)


def _group(name: str, actions: list[Action], across: int) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(5)
    for at, action in enumerate(actions):
        grid.addWidget(_line(action), at // across, at % across)
    for at in range(len(actions), across):
        grid.addWidget(QWidget(), 0, at)  # so that the first column ends where the others' do
    for side in range(across):
        grid.setColumnStretch(side, 1)
    return boxed(column(Label(name, weight=theme.DEMIBOLD, ink="muted"), grid, gap=8))


def _line(action: Action) -> QWidget:
    """Return what a key does and its caps; words that are too long go on below."""
    line = row(Label(action.text, wrap=True), *map(KeyCap, action.caps), gap=6)
    line.setStretch(0, 1)
    return boxed(line)
