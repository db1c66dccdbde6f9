"""Show how the day goes: sales against the week before, what is waiting, and what is low."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from storedesk import queries
from storedesk.domain.change_notices import Rows
from storedesk.domain.day import Waiting
from storedesk.domain.low_stock import LowStockLine
from storedesk.domain.order_details import OrderLine
from storedesk.domain.orders import OrderStatus
from storedesk.domain.staff import Group
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.base.rest import Rest
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import PageHeader, boxed, column, row, scrolling
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.pictures import Pictures
from storedesk.ui.start import labels
from storedesk.ui.start.day_part import DayPart
from storedesk.ui.start.row_card import RowCard

REST_MS = 3_000
"""After it was read the page is not read again for so long: a busy shop changes it all the time."""
READ = 14
"""Rows that are read for a card, which shows those that it has room for."""


def sees_sales(context: PageContext) -> bool:
    """Tell whether a person sees what was sold."""
    return bool(context.me.groups & {Group.MANAGER, Group.AUDITOR})


class StartView(View):
    """The start page: for managers and auditors with the figures of today, for clerks without."""

    watches = frozenset({
        "orders", "order_returns", "till_sessions", "till_session_people", "cash_movements",
        "registers", "low_stock", "stock_counts", "email_queue",
    })  # fmt: skip

    read_again_ms = 60_000

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self._rest = Rest(self, REST_MS, self.changed)
        self.pictures = Pictures(context.desk, self._repaint)
        self.day = DayPart(context, self.pictures.get_or_blank) if sees_sales(context) else None
        self._make_lists()
        self._make_head()
        self._lay_out()

    async def refresh(self) -> None:
        """Read what the page shows, and show it."""
        self._rest.begin()
        now = datetime.now(UTC)
        waits = await self.desk.read(queries.start_page.waiting)
        ships = await self.desk.read(
            queries.order_lists.first_orders,
            status=OrderStatus.CONFIRMED, descending=False, limit=READ,
        )  # fmt: skip
        low = await self.desk.read(queries.low_stock.first_low_stock, limit=READ)
        if self.day:
            zone = self.context.format.zone
            figures = await self.desk.read(queries.start_page.day_figures, zone=zone, now=now)
            self.day.show_day(figures, now)
        self._show_head(now, waits)
        self._show_waiting(now, waits, ships, low)

    def hear(self, table: str, ids: Rows) -> None:
        """Note that something has changed; the page is read at once, or after its rest."""
        if self._rest.allows():
            super().hear(table, ids)

    def hears_scans(self) -> bool:
        """Tell that nothing is scanned here."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: the keyboard is for what waits for somebody."""
        super().focusInEvent(event)
        self.focusNextChild()

    def stop(self) -> None:
        """End all that would read the page once more."""
        self._rest.stop()
        self.pictures.stop()
        super().stop()

    def _repaint(self) -> None:
        if self.day:
            self.day.best.list.viewport().update()

    def _show_head(self, now: datetime, waits: Waiting) -> None:
        form = self.context.format
        self.header.heading.setText(form.weekday(now))
        self.clock.setText(form.time(now))
        failed, counts = waits.failed_emails, waits.counts
        words = plural("{count} e-mail failed", "{count} e-mails failed", failed)
        self.failed.setText(words.format(count=form.count(failed)))
        self.failed.setHidden(not failed or not self.context.me.reads_mails)
        words = plural("{count} open count", "{count} open counts", counts)
        self.counts.setText(words.format(count=form.count(counts)))
        self.counts.setHidden(not counts or not self.context.me.may("count_item"))

    def _show_waiting(
        self, now: datetime, waits: Waiting, ships: Sequence[OrderLine], low: Sequence[LowStockLine]
    ) -> None:
        form = self.context.format
        total = self.context.money(Money(waits.to_ship_total, self.context.store.currency))
        at = now.replace(tzinfo=None)
        rows = [labels.ship_row(line, self.context, at) for line in ships]
        self.ship.show_rows(rows, form.count(waits.to_ship), total if rows else "")
        scarce = [labels.low_row(line, self.context) for line in low]
        self.low.show_rows(scarce, form.count(waits.low), "")

    def _make_lists(self) -> None:
        go = self.context.navigate
        self.ship = RowCard(
            tr("To ship"), nothing=tr("Nothing is waiting to be shipped."),
            all_words=tr("All"), is_one_line=True,
        )  # fmt: skip
        self.low = RowCard(
            tr("Low stock"), nothing=tr("Nothing is at or below its reorder point."),
            all_words=tr("All"),
        )  # fmt: skip
        self.ship.opened.connect(lambda order: go("orders", order))
        self.low.opened.connect(lambda product: go("inventory", product))
        self.ship.all_wanted.connect(lambda: go("orders", tab=OrderStatus.CONFIRMED.value))
        is_manager = Group.MANAGER in self.context.me.groups
        self.low.all_wanted.connect(
            lambda: go("low_stock") if is_manager else go("inventory", tab="low")
        )

    def _make_head(self) -> None:
        go = self.context.navigate
        self.clock = Label(ink="muted", tabular=True)
        self.failed = secondary(tr("Outbox"), icon="mail")
        self.failed.clicked.connect(lambda: go("outbox", tab="failed"))
        self.counts = secondary(tr("Counts"), icon="list-checks")
        self.counts.clicked.connect(lambda: go("counts"))
        self.header = PageHeader(tr("Start"), self.failed, self.counts, remark=self.clock)
        for button in (self.failed, self.counts):
            button.hide()

    def _lay_out(self) -> None:
        lines = column()
        rows: list[list[tuple[QWidget, int]]] = []
        if day := self.day:
            rows.append([(card, 3) for card in day.figures])
            rows.append([(day.hours, 7), (day.best, 5)])
            rows.append([(day.shifts, 4), (self.ship, 4), (self.low, 4)])
        else:
            rows.append([(self.ship, 6), (self.low, 6)])
        for at, parts in enumerate(rows):
            line = row(*(part for part, _ in parts))
            for place, (_, width) in enumerate(parts):
                line.setStretch(place, width)
            lines.addLayout(line, 0 if self.day and at == 0 else 1)
        self.lay_out(scrolling(boxed(lines)), header=self.header)
