"""Show one entry of the journal: who, when, where, what, and each field before and after."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.journal import JournalLine
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import EmptyState
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import Card, Facts, boxed, column, row, scrolling
from storedesk.ui.kit.looks.labels import card_title, muted
from storedesk.ui.timeline.entries import ChangeRows
from storedesk.ui.timeline.fields import difference
from storedesk.ui.timeline.labels import subject_label, what_label


class JournalDetail(QWidget):
    """One entry, or that none is chosen."""

    record_wanted = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.line: JournalLine | None = None
        self.title, self.facts, self.changes = card_title(""), Facts(), ChangeRows()
        self.about = muted(wrap=True)
        self.open = secondary(tr("Open the record"), icon="external-link")
        self.open.clicked.connect(self.record_wanted)
        what = Card(gap=10).add(
            column(self.title, self.about, gap=2), self.facts, row(self.open, None, gap=8)
        )
        self.changed = Card(tr("Before and after"), gap=8).add(self.changes)
        self.body = scrolling(boxed(column(what, self.changed, None)))
        self.empty = EmptyState(
            tr("Nothing is chosen"), tr("Choose a row to see what happened."), icon="list-checks"
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.empty)
        outer.addWidget(self.body)
        self.show_line(None)

    def show_line(self, line: JournalLine | None) -> None:
        """Show an entry; None shows that none is chosen."""
        self.line = line
        self.body.setVisible(line is not None)
        self.empty.setVisible(line is None)
        if line is None:
            return
        self.title.setText(what_label(line))
        self.about.setText(subject_label(line))
        form = self._context.format
        facts = [
            (tr("When"), form.moment(line.at)), (tr("Who"), line.who),
            (tr("Workstation"), line.workstation), (tr("Number"), form.count(line.number)),
        ]  # fmt: skip
        self.facts.show_facts([fact for fact in facts if fact[1]])
        changes = difference(line.old, line.new)
        self.changes.show_changes(changes)
        self.changed.setVisible(bool(changes))
        self.open.setVisible(may_open(line))


def may_open(line: JournalLine | None) -> bool:
    """Tell whether the record of an entry has a page of its own."""
    return line is not None and bool(line.page)
