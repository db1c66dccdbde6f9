"""Narrow the journal to a period, a kind of record, and a person."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain.journal import JournalKind
from storedesk.domain.periods import Period, days_of, instants
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import name
from storedesk.ui.period_labels import period_label
from storedesk.ui.timeline.labels import kind_label


class JournalFilters(QWidget):
    """Three choosers: when, about what, and by whom."""

    changed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.period, self.kind, self.author = Chooser(), Chooser(), Chooser()
        name(self.period, tr("When"))
        name(self.kind, tr("About what"))
        name(self.author, tr("Who"))
        for chooser in self._all():
            chooser.setMinimumWidth(120)
            chooser.activated.connect(lambda _: self.changed.emit())
        periods = [Entry(period, period_label(period)) for period in Period]
        self.period.offer([Entry(None, tr("Any day")), *periods])
        kinds = [Entry(kind, kind_label(kind)) for kind in JournalKind]
        self.kind.offer([Entry(None, tr("All records")), *kinds])
        self.show_authors([])
        self.setLayout(row(self.period, self.kind, self.author))

    def show_authors(self, authors: Sequence[tuple[str, str]]) -> None:
        """Offer people, login and name each, keeping the one that is chosen."""
        offered = [Entry(None, tr("Everybody")), *(Entry(*one) for one in authors)]
        if tuple(offered) == self.author.entries.all:
            return
        kept = _chosen(self.author)
        with QSignalBlocker(self.author):
            self.author.offer(offered)
            self.author.setCurrentIndex(max(0, self.author.findData(kept)))

    def wanted(self) -> dict[str, Any]:
        """Return the keywords that narrow the list."""
        since = until = None
        period, form = _chosen(self.period), self._context.format
        if isinstance(period, Period):
            since, until = instants(*days_of(period, form.now().date()), form.zone)
        return {
            "kind": _chosen(self.kind), "login": _chosen(self.author),
            "since": since, "until": until,
        }  # fmt: skip

    def is_set(self) -> bool:
        """Tell whether anything is narrowed."""
        return any(_chosen(one) is not None for one in self._all())

    def forget(self) -> None:
        """Narrow nothing."""
        for one in self._all():
            one.setCurrentIndex(0)

    def _all(self) -> tuple[Chooser, Chooser, Chooser]:
        return self.period, self.kind, self.author


def _chosen(chooser: Chooser) -> Any:
    at = chooser.currentIndex()
    return chooser.entries.all[at].key if at >= 0 and chooser.entries.all else None
