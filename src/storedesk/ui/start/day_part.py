"""The part of the start page with the figures of today: managers and auditors have it."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from PySide6.QtGui import QPixmap

from storedesk.domain.day import DayFigures, Sales
from storedesk.domain.values.money import Money, to_cents
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.start import labels
from storedesk.ui.start.figure_card import Figure, FigureCard
from storedesk.ui.start.hour_card import HourCard
from storedesk.ui.start.row_card import RowCard


class DayPart:
    """The cards of today: four figures, the hours, the best sellers and the shifts."""

    def __init__(
        self, context: PageContext, picture: Callable[[str | None], QPixmap | None]
    ) -> None:
        self._context = context
        opens = tr("Opens the orders")
        self.sales = FigureCard(tr("Sales without tax"), opens)
        self.orders = FigureCard(tr("Orders"), opens)
        self.average = FigureCard(tr("Average order"), opens)
        self.refunds = FigureCard(tr("Refunded"), opens)
        self.hours = HourCard(context)
        self.best = RowCard(
            tr("Best sellers"), nothing=tr("Nothing has been sold for a week."), picture=picture
        )
        self.shifts = RowCard(tr("Shifts"), nothing=tr("No shift has been opened yet."))
        for card in (self.sales, self.orders, self.average, self.refunds):
            card.clicked.connect(lambda: context.navigate("orders", tab="all"))
        self.best.opened.connect(lambda product: context.navigate("products", product))

    @property
    def figures(self) -> tuple[FigureCard, ...]:
        """The four cards of the first row."""
        return self.sales, self.orders, self.average, self.refunds

    def show_day(self, figures: DayFigures, now: datetime) -> None:
        """Show today; `now` has a zone."""
        self._show_sales(figures)
        form = self._context.format
        self.hours.show_day(figures, now.astimezone(form.zone).hour, tr("a week ago"))
        best = [labels.best_row(line, self._context) for line in figures.best]
        self.best.show_rows(best, "", tr("7 days, by what they brought") if best else "")
        shifts = [labels.shift_row(shift, self._context) for shift in figures.shifts]
        open_now = form.count(sum(shift.closed_at is None for shift in figures.shifts))
        self.shifts.show_rows(shifts, tr("{count} open").format(count=open_now), "")

    def _show_sales(self, figures: DayFigures) -> None:
        for card, value, write in (
            (self.sales, lambda sales: sales.net, self._money),
            (self.orders, lambda sales: Decimal(sales.orders), self._count),
            (self.average, _average, self._money),
        ):
            series = tuple(map(value, figures.until_now))
            card.show_figure(labels.compared(series, write, self._context.format))
        words = plural("{count} refund today", "{count} refunds today", figures.refunds)
        count = words.format(count=self._count(Decimal(figures.refunds)))
        self.refunds.show_figure(Figure(self._money(figures.refunded), count))

    def _money(self, amount: Decimal) -> str:
        return self._context.money(Money(amount, self._context.store.currency))

    def _count(self, number: Decimal) -> str:
        return self._context.format.count(int(number))


def _average(sales: Sales) -> Decimal:
    return to_cents(sales.average)
