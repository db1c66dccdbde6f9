"""The card with the sales of today by hour, and how they were paid."""

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout

from storedesk.domain.day import DayFigures
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.charts.hour_bars import NONE, HourBars, HoursOfDay
from storedesk.ui.kit.charts.share_bar import INKS, Share, ShareBar
from storedesk.ui.kit.charts.swatch import Swatch
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import Card
from storedesk.ui.kit.looks.labels import ElidedLabel, Label, card_title
from storedesk.ui.tender_labels import method_name


class HourCard(Card):
    """Bars of today over the hours, a line of the week before, and the shares of the tenders."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(gap=8)
        self._context = context
        self.bars = HourBars(self._hour, self._axis, self._bare, self._spoken_hour)
        self.bars.setAccessibleName(tr("Sales by hour"))
        self.bars.pointed.connect(self._show_hour)
        self.spoken = ElidedLabel(ink="muted")
        self.before = Label(size=12, ink="muted")
        self.taken = Label(ink="muted", tabular=True)
        self.shares = ShareBar()
        self._legend = QHBoxLayout()
        self._legend.setSpacing(6)
        self._lay_out()

    def show_day(self, figures: DayFigures, hour: int, before: str) -> None:
        """Show a day; `hour` is what the store's clock shows, `before` the day that is compared."""
        self.before.setText(before)
        self.bars.show_day(HoursOfDay(figures.hours, figures.hours_before, hour))
        self._show_hour(self.bars.chosen)
        self._show_tenders(figures)

    def _show_tenders(self, figures: DayFigures) -> None:
        paid = sum(figures.taken.values(), Decimal(0))
        self.taken.setText(tr("Taken {amount} with tax").format(amount=self._money(paid)))
        shares = [
            Share(method_name(method), self._money(amount), float(amount))
            for method, amount in figures.taken.items()
        ]
        self.shares.show_shares(shares)
        while item := self._legend.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for at, one in enumerate(self.shares.shares):
            self._legend.addWidget(Swatch(INKS[min(at, len(INKS) - 1)]))
            self._legend.addWidget(Label(one.name, ink="muted"))
            self._legend.addWidget(Label(one.words, weight=theme.DEMIBOLD, tabular=True))
            self._legend.addSpacing(8)

    def _show_hour(self, hour: int) -> None:
        self.spoken.setText("" if hour == NONE else self._spoken_hour(hour))

    def _spoken_hour(self, hour: int) -> str:
        now, then = (
            self._money(amounts.get(hour, Decimal(0)))
            for amounts in (self.bars.shown.now, self.bars.shown.then)
        )
        words = tr("{hour}: {now}, a week ago {then}")
        return words.format(hour=self._hour(hour), now=now, then=then)

    def _money(self, amount: Decimal) -> str:
        return self._context.money(Money(amount, self._context.store.currency))

    def _axis(self, step: Decimal) -> str:
        """Write a line of the axis: whole where it is."""
        words = self._money(step)
        idle = self._context.format.amount(Decimal(0))[1:]
        return words.replace(idle, "") if step == step.to_integral_value() else words

    def _bare(self, amount: Decimal) -> str:
        return self._context.format.amount(amount)

    @staticmethod
    def _hour(hour: int) -> str:
        return f"{hour}:00"

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(card_title(tr("Sales by hour")))
        head.addSpacing(6)
        head.addWidget(self.spoken, 1)
        for part in (Swatch("accent"), Label(tr("Today"), size=12, ink="muted")):
            head.addWidget(part)
        head.addSpacing(10)
        head.addWidget(Swatch("chart_then", is_line=True))
        head.addWidget(self.before)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.taken, 1)
        foot.addLayout(self._legend)
        self.add(head)
        self.column.addWidget(self.bars, 1)
        self.add(self.shares, foot)
