"""Open the command palette: every action by its name, and a jump to any record."""

import asyncio
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from storedesk.domain.values import text as texts
from storedesk.domain.values.folding import folded
from storedesk.ui.kit.base.actions import Action, Actions, FindRecords, Jump, matches
from storedesk.ui.kit.base.banner import Sign
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks.cards import boxed, row
from storedesk.ui.kit.looks.chips import KeyCap
from storedesk.ui.kit.looks.labels import ElidedLabel, muted

MOST = 60
LONGEST = 200
LEAST_FOR_JUMPS = 2
OWN_NAME = "window.palette"
"""The action that opens the palette: it is open."""
ROW_HEIGHT = 40
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
DATA = int(Qt.ItemDataRole.UserRole)


class Palette(Dialog):
    """A field, and below it the actions and records that match. Enter takes the first."""

    steps_aside = True

    def __init__(self, parent: QWidget, actions: Actions) -> None:
        super().__init__(parent, tr("Do or find anything"), width=560)
        self._actions = actions
        actions.complete()
        self._jumps: list[Jump] = []
        self.input = LineInput()
        self.input.setPlaceholderText(self._hint())
        self.input.setAccessibleName(tr("Do or find anything"))
        self.input.setMaxLength(LONGEST)
        self.input.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What can be done"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(9 * ROW_HEIGHT)
        self.lay_out(self.input, self.list)
        self.input.textChanged.connect(self._typed)
        self.list.itemActivated.connect(self._do)
        self.list.itemClicked.connect(self._do)
        self.input.setFocus()
        self._fill()

    def _hint(self) -> str:
        if self._actions.finders:
            return tr("A command, or the name of a product")
        return tr("What do you want to do?")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: arrows and Enter work in the list while the keyboard stays in the field."""
        if watched is self.input and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._steered(event)
        return super().eventFilter(watched, event)

    def _steered(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.list.currentItem() and not event.isAutoRepeat():
                self._do(self.list.currentItem())
            return True
        if event.key() in _MOVES:
            step = 1 if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_PageDown} else -1
            step *= 8 if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} else 1
            last = self.list.count() - 1
            self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))
            return True
        return False

    def _typed(self) -> None:
        self._jumps = []
        self._fill()
        if len(self.input.text().strip()) >= LEAST_FOR_JUMPS and self._actions.finders:
            self._jobs.restart(self._find)

    async def _find(self) -> None:
        await asyncio.sleep(0.15)  # typing goes on
        wanted = texts.wanted(self.input.text())
        for finder in self._actions.finders:
            self._jumps += await _found(finder, wanted)
            self._fill()

    def _fill(self) -> None:
        wanted = self.input.text().strip()
        fitting = [one for one in self._actions.able() if self._fits(one, wanted)]
        fitting.sort(key=lambda one: _rank(folded(one.text), folded(wanted)))
        self.list.clear()
        offers: list[Action | Jump] = [*fitting, *self._jumps]
        for offer in offers[:MOST]:
            self._add(offer)
        self.list.setCurrentRow(0)

    @staticmethod
    def _fits(action: Action, wanted: str) -> bool:
        is_here = action.name == OWN_NAME
        return not (is_here or action.is_typed) and matches(action.text, wanted, action.group)

    def _add(self, offer: Action | Jump) -> None:
        remark = offer.group if isinstance(offer, Action) else offer.remark
        item = QListWidgetItem()
        item.setData(DATA, offer)
        item.setData(int(Qt.ItemDataRole.AccessibleTextRole), f"{offer.text}, {remark}")
        item.setSizeHint(QSize(0, ROW_HEIGHT))
        self.list.addItem(item)
        parts: list[QWidget] = [
            Sign(offer.icon or "arrow-right"),
            ElidedLabel(offer.text),
            muted(remark),
        ]
        if isinstance(offer, Action) and offer.key:
            parts.append(KeyCap(offer.key))
        line = row(*parts, gap=10)
        shown = boxed(line)
        line.setContentsMargins(10, 0, 10, 0)
        line.setStretch(1, 1)
        self.list.setItemWidget(item, shown)

    def _do(self, item: QListWidgetItem) -> None:
        offer: Action | Jump = item.data(DATA)
        self.accept()
        if isinstance(offer, Action):
            self._actions.trigger(offer)
        else:
            offer.run()


async def _found(finder: FindRecords, wanted: str) -> Iterable[Jump]:
    return list(await finder(wanted))


def _rank(text: str, wanted: str) -> int:
    """Return 0 for what begins with the wanted words, 1 for what has them, 2 for the rest."""
    return 0 if text.startswith(wanted) else 1 if wanted in text else 2
