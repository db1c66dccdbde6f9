"""Show the progress while a store is created."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from storedesk.domain.workspace import WorkspaceStep
from storedesk.ui.kit.base.banner import Sign
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import Card, boxed, row
from storedesk.ui.kit.looks.chips import IconTile
from storedesk.ui.kit.looks.labels import Label, heading, muted

WEIGHTS = {
    WorkspaceStep.SERVER: 20,
    WorkspaceStep.TABLES: 20,
    WorkspaceStep.PERSON: 10,
    WorkspaceStep.GOODS: 100,
    WorkspaceStep.CHECK: 20,
    WorkspaceStep.BACKUP: 100,
    WorkspaceStep.NEWER: 100,
}
"""Relative duration of each step."""


class StepRow(QWidget):
    """Show a step: waiting, running or done."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.sign = Sign("clock", "muted", 16)
        self.words = Label(words, ink="muted")
        line = row(self.sign, self.words, None, gap=10)
        self.setLayout(line)

    def show_state(self, *, is_done: bool, is_current: bool) -> None:
        """Show whether the step is done or running."""
        self.sign.picture = "check" if is_done else "arrow-right" if is_current else "clock"
        self.sign.token = "ok" if is_done else "accent" if is_current else "muted"
        self.words.ink("text" if is_done or is_current else "muted")
        self.words.setFont(theme.font(13, theme.DEMIBOLD if is_current else theme.REGULAR))
        self.sign.update()


class StoreProgress(QWidget):
    """Show the steps of creating or restoring a store, and stop it where that can be done."""

    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = heading("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self._lines: dict[WorkspaceStep, StepRow] = {}
        self._steps = QVBoxLayout()
        self._steps.setSpacing(10)
        card = Card(margin=28, gap=10)
        card.setFixedWidth(460)
        card.add(IconTile("store"))
        card.column.addSpacing(8)
        self.hint = muted(wrap=True)
        card.add(self.title, self.hint)
        card.column.addSpacing(10)
        card.add(self.bar)
        card.column.addSpacing(8)
        card.add(boxed(self._steps))
        self.cancel = secondary(tr("Cancel"))
        self.cancel.clicked.connect(self._call_off)
        self.foot = boxed(row(None, self.cancel))
        card.add(self.foot)
        outer = QVBoxLayout(self)
        outer.addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)

    def begin(
        self, title: str, steps: Sequence[WorkspaceStep], *, can_cancel: bool = False
    ) -> None:
        """Show the steps, none of them done."""
        self.title.setText(title)
        brief = tr("This happens once and takes a few seconds.")
        self.hint.setText(tr("A large store takes some minutes.") if can_cancel else brief)
        self.foot.setVisible(can_cancel)
        self.cancel.setEnabled(True)
        for line in self._lines.values():
            line.deleteLater()
        self._lines = {step: StepRow(self._words(step)) for step in steps}
        for line in self._lines.values():
            self._steps.addWidget(line)
        self.bar.setRange(0, sum(WEIGHTS[step] for step in steps))
        self.bar.setValue(0)

    def reach(self, step: WorkspaceStep, share: float = 0.0) -> None:
        """Show that a share of `step` is done, 0 to 1, and all steps before it."""
        order = list(self._lines)
        if step not in order:
            return
        at = order.index(step)
        for place, line in enumerate(self._lines.values()):
            line.show_state(is_done=place < at, is_current=place == at)
        before = sum(WEIGHTS[one] for one in order[:at])
        self.bar.setValue(before + round(WEIGHTS[step] * max(share, 0.1)))

    def _call_off(self) -> None:
        self.cancel.setEnabled(False)
        self.hint.setText(tr("It is being canceled…"))
        self.cancel_wanted.emit()

    def _words(self, step: WorkspaceStep) -> str:
        return {
            WorkspaceStep.SERVER: tr("Start the database"),
            WorkspaceStep.TABLES: tr("Create tables, rules and permissions"),
            WorkspaceStep.PERSON: tr("Create your login"),
            WorkspaceStep.GOODS: tr("Add products and three months of sales"),
            WorkspaceStep.CHECK: tr("Open and check the backup"),
            WorkspaceStep.BACKUP: tr("Restore the tables, people and permissions"),
            WorkspaceStep.NEWER: tr("Move the data to a newer version of the database"),
        }[step]
