"""Narrow the list of shifts to some days, and to a register."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain.periods import Period, days_of, instants
from storedesk.domain.till import Register
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import name
from storedesk.ui.period_labels import period_label

DAYS = 60
"""So many days can be chosen by name, today not among them."""


class ShiftFilters(QWidget):
    """Two choosers: which days, and which register."""

    changed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.period, self.register = Chooser(), Chooser()
        name(self.period, tr("Opened"))
        name(self.register, tr("Register"))
        for chooser in (self.period, self.register):
            chooser.setMinimumWidth(150)
            chooser.activated.connect(lambda _: self.changed.emit())
        self.show_registers([])
        self.show_days()
        self.setLayout(row(self.period, self.register))

    def show_registers(self, registers: Sequence[Register]) -> None:
        """Offer registers, keeping the one that is chosen."""
        everything = Entry(None, tr("All registers"))
        self._offer(self.register, [everything, *(Entry(one.id, one.name) for one in registers)])

    def show_days(self) -> None:
        """Offer periods and single days as of today, keeping what is chosen."""
        form, today = self._context.format, self._context.format.now().date()
        offered = [Entry(None, tr("Any day"))]
        offered += [Entry(period, period_label(period)) for period in Period]
        for back in range(2, DAYS):
            day = today - timedelta(days=back)
            noon = instants(day, day, form.zone)[0] + timedelta(hours=12)
            offered.append(Entry(day, form.weekday(noon)))
        self._offer(self.period, offered)

    def wanted(self) -> dict[str, Any]:
        """Return the keywords that narrow the list."""
        since, until = self._bounds()
        return {"register_id": _chosen(self.register), "since": since, "until": until}

    def is_set(self) -> bool:
        """Tell whether anything is narrowed."""
        return any(_chosen(one) is not None for one in (self.period, self.register))

    def forget(self) -> None:
        """Narrow nothing."""
        self.period.setCurrentIndex(0)
        self.register.setCurrentIndex(0)

    def choose(self, period: Period) -> None:
        """Narrow to a period."""
        self.period.setCurrentIndex(self.period.findData(period))

    def _bounds(self) -> tuple[datetime | None, datetime | None]:
        chosen, form = _chosen(self.period), self._context.format
        match chosen:
            case Period():
                return instants(*days_of(chosen, form.now().date()), form.zone)
            case date():
                return instants(chosen, chosen + timedelta(days=1), form.zone)
        return None, None

    def _offer(self, chooser: Chooser, entries: Sequence[Entry]) -> None:
        if tuple(entries) == chooser.entries.all:
            return
        kept = _chosen(chooser)
        with QSignalBlocker(chooser):
            chooser.offer(entries)
            chooser.setCurrentIndex(max(0, chooser.findData(kept)))


def _chosen(chooser: Chooser) -> Any:
    """Return the key of what is chosen as it was offered: Qt would make another kind of a day."""
    row = chooser.currentIndex()
    return chooser.entries.all[row].key if row >= 0 else None
