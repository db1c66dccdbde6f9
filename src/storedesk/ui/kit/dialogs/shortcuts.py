"""List the shortcuts: what each key does, page by page."""

from collections import defaultdict

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QGridLayout, QWidget

from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import boxed, column, row, scrolling
from storedesk.ui.kit.looks.chips import KeyCap
from storedesk.ui.kit.looks.labels import Label

COLUMNS = 2
WIDEST, HIGHEST = 840, 620
MARGIN = 24
ROUND_IT = 72
"""What is left of the window beside the sheet."""
ROUND_KEYS = 260
"""What the window has above and below the keys: the sheet's title and button, and some room."""
LEAST_HIGH = 240
_STEPS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class ShortcutSheet(Dialog):
    """Lists the keys of the page in sight first, then those that work everywhere.

    What does not fit is reached by Up, Down, Page Up, Page Down, Home and End.
    """

    steps_aside = True

    def __init__(self, parent: QWidget, actions: Actions, *, first: str = "") -> None:
        """`first` is the group that stands first: the title of the page in sight."""
        window = parent.window()
        super().__init__(parent, tr("Shortcuts"), width=min(WIDEST, window.width() - ROUND_IT))
        groups: dict[str, list[Action]] = defaultdict(list)
        actions.complete()
        for action in actions.all():
            if action.keys:
                groups[action.group].append(action)
        ordered = sorted(groups.items(), key=lambda pair: pair[0] != first)
        groups_below = column(*(_group(name, found) for name, found in ordered), None, gap=20)
        body = boxed(groups_below)
        groups_below.setContentsMargins(0, 0, 12, 0)  # the bar does not touch the keys
        self.area = scrolling(body)
        bar = self.area.verticalScrollBar().sizeHint().width()
        room = max(LEAST_HIGH, min(HIGHEST, window.height() - ROUND_KEYS))
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


def _group(name: str, actions: list[Action]) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    for at, action in enumerate(actions):
        grid.addWidget(_line(action), at // COLUMNS, at % COLUMNS)
    if len(actions) < COLUMNS:
        grid.addWidget(QWidget(), 0, 1)  # so that the first column ends where the others' do
    for side in range(COLUMNS):
        grid.setColumnStretch(side, 1)
    return boxed(column(Label(name, weight=theme.DEMIBOLD, ink="muted"), grid, gap=8))


def _line(action: Action) -> QWidget:
    """Return what a key does and its caps; words that are too long go on below."""
    line = row(Label(action.text, wrap=True), *map(KeyCap, action.caps), gap=6)
    line.setStretch(0, 1)
    return boxed(line)
