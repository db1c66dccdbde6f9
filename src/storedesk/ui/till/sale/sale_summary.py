"""The summary of a sale in the right column: customer, parked sales, totals and Pay."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from storedesk.domain.customers import CustomerLine
from storedesk.domain.till import Method, Paid, ParkedSale
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.scanner import EnterGuard
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.chips import initials
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import pressed, px, roomy
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.pictures import Pictures
from storedesk.ui.till.keys import BigButton, KeyButton, PaintedButton
from storedesk.ui.till.labels import lines, orders
from storedesk.ui.till.sale.next_sale import NextSale
from storedesk.ui.till.sale.paid_card import PaidCard
from storedesk.ui.till.sale.sale_totals import SaleTotals
from storedesk.ui.till.sale.short_lines import ShortLines

CARD = 60
MOST = 16_777_215
"""Qt's greatest height: no bound."""
LOW, TALL = 560, 900
"""Pixels of height from which on there is room for two parked sales, and for four."""


class CustomerChip(PaintedButton):
    """The customer of the sale; a tap finds one, as F3 does."""

    def __init__(self, cap: str) -> None:
        super().__init__(56)
        self._cap = cap
        self.customer: CustomerLine | None = None
        self.show_customer(None)

    def show_customer(self, customer: CustomerLine | None) -> None:
        """Show who it is, or that nobody is noted."""
        self.customer = customer
        name = customer.name if customer else tr("No customer")
        self.setAccessibleName(tr("Customer: {name}").format(name=name))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a frame, initials, the name and how often they bought."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(color("edge"))
        painter.setBrush(color("hover" if self.underMouse() else "card"))
        painter.drawRoundedRect(box, paint.RADIUS, paint.RADIUS)
        cap = paint.cap_width(self._cap)
        paint.cap(
            painter,
            QPointF(box.right() - 10 - cap, box.center().y() - paint.cap_height() / 2),
            self._cap,
        )
        self._paint_face(painter, box)
        self._paint_words(painter, box, box.width() - 56 - cap - 24)

    def _paint_face(self, painter: QPainter, box: QRectF) -> None:
        circle = QRectF(11, box.center().y() - 16, 32, 32)
        painter.setPen(paint.NO_PEN)
        painter.setBrush(color("info_tint" if self.customer else "mute_tint"))
        painter.drawEllipse(circle)
        if self.customer:
            painter.setPen(color("info"))
            painter.setFont(paint.style(12, theme.DEMIBOLD)[0])
            painter.drawText(circle, initials(self.customer.name), paint.MIDDLE)
        else:
            sign = pixmap("user", "muted", 18, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(circle.left() + 7, circle.top() + 7), sign)

    def _paint_words(self, painter: QPainter, box: QRectF, room: float) -> None:
        face, metrics = paint.style(15, theme.DEMIBOLD if self.customer else theme.MEDIUM)
        small, small_metrics = paint.style(13, theme.REGULAR)
        remark = ""
        if self.customer:
            remark = f"·  {orders(self.customer.orders)}"
        taken = small_metrics.horizontalAdvance(remark) + 8 if remark else 0
        name = self.customer.name if self.customer else tr("No customer")
        weight = theme.DEMIBOLD if self.customer else theme.MEDIUM
        shown = paint.elided(name, int(room - taken), 15, weight, False)  # noqa: FBT003
        y = paint.baseline(box, metrics)
        painter.setFont(face)
        painter.setPen(color("text" if self.customer else "muted"))
        painter.drawText(QPointF(56, y), shown)
        painter.setFont(small)
        painter.setPen(color("muted"))
        painter.drawText(QPointF(56 + metrics.horizontalAdvance(shown) + 8, y), remark)


class ParkedCard(PaintedButton):
    """A parked sale; a tap recalls it."""

    def __init__(self, sale: ParkedSale, context: PageContext) -> None:
        super().__init__(CARD)
        self.sale, self._context = sale, context
        time = context.format.time(sale.parked_at)
        self.remark = f"{lines(sale.lines)} · {sale.register} · {time}"
        words = tr("Recall {label}, {remark}, {total}")
        self.setAccessibleName(
            words.format(label=sale.label, remark=self.remark, total=context.money(sale.total))
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: label, remark and total on a card."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(color("edge"))
        painter.setBrush(color("hover" if self.underMouse() else "page"))
        painter.drawRoundedRect(box, paint.RADIUS, paint.RADIUS)
        paint_parked(painter, box.adjusted(14, 0, -14, 0), self.sale, self.remark, self._context)


def paint_parked(
    painter: QPainter, box: QRectF, sale: ParkedSale, remark: str, context: PageContext
) -> None:
    """Draw a parked sale into `box`: its label over a remark, and its total."""
    face, metrics = paint.style(15, theme.DEMIBOLD, tabular=True)
    total = context.money(sale.total)
    width = metrics.horizontalAdvance(total)
    painter.setFont(face)
    painter.setPen(color("text"))
    painter.drawText(QPointF(box.right() - width, paint.baseline(box, metrics)), total)
    room = int(box.width() - width - 12)
    upper = QRectF(box.left(), box.top() + roomy(8), box.width(), px(24))
    lower = QRectF(box.left(), box.top() + roomy(28), box.width(), px(24))
    face, metrics = paint.style(14, theme.DEMIBOLD)
    painter.setFont(face)
    label = paint.elided(sale.label, room, 14, theme.DEMIBOLD, False)  # noqa: FBT003
    painter.drawText(QPointF(box.left(), paint.baseline(upper, metrics)), label)
    face, metrics = paint.style(12, theme.REGULAR, tabular=True)
    painter.setFont(face)
    painter.setPen(color("muted"))
    shown = paint.elided(remark, room, 12, theme.REGULAR, True)  # noqa: FBT003
    painter.drawText(QPointF(box.left(), paint.baseline(lower, metrics)), shown)


class SaleSummary(QWidget):
    """The right column while no panel is open: what is known above, the total and Pay below.

    Totals and Pay never move; the paid card takes the place of the totals.
    """

    recalled = Signal(object)
    """The ParkedSale that was tapped."""

    def __init__(
        self, context: PageContext, pictures: Pictures, chip: CustomerChip, pay: BigButton,
        recall: KeyButton,
    ) -> None:  # fmt: skip
        super().__init__()
        self._context, self.chip, self.pay, self._recall = context, chip, pay, recall
        self._parked: Sequence[ParkedSale] = ()
        self.cards: list[ParkedCard] = []
        self.guard = EnterGuard()
        self.totals = SaleTotals(context)
        self.done = PaidCard(context)
        self.sums = QStackedWidget()
        self.sums.addWidget(self.totals)
        self.sums.addWidget(self.done)
        self._make_shelf(recall)
        self.short = ShortLines(context.format, pictures)
        self.short.hide()
        self.next = NextSale()
        self.foot = QStackedWidget()
        self.foot.addWidget(pay)
        self.foot.addWidget(self.next)
        self.foot.setFixedHeight(pressed(60))
        self._pad: QWidget | None = None
        self._place_parts()
        self.show_parked(())

    def _make_shelf(self, recall: KeyButton) -> None:
        self.heading = Label(tr("Parked"), size=15, weight=theme.DEMIBOLD)
        self.count = Label(size=13, ink="muted", tabular=True)
        self._shelf = QVBoxLayout()
        self._shelf.setSpacing(8)
        self._box = QWidget()
        box = QVBoxLayout(self._box)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(row(self.heading, self.count, None, recall, gap=8))
        box.addLayout(self._shelf)
        box.addStretch(1)

    def _place_parts(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(0)
        column.addWidget(self.chip)
        column.addSpacing(16)
        column.addWidget(self._box)
        column.addWidget(self.short, 1)
        column.addWidget(self.sums, 1)
        column.addSpacing(12)
        column.addWidget(self.foot)

    def hold(self, lines: QWidget, pad: QWidget) -> None:
        """Have the lines of the sale over the total, and a number pad under it: for fingers."""
        self._pad = pad
        self._box.hide()
        self.totals.be_short()
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(8)
        self._column.insertWidget(1, lines, 1)
        self._column.setStretchFactor(self.sums, 0)
        self.sums.setFixedHeight(self.totals.sizeHint().height())
        if self._column.indexOf(pad) < 0:
            self._column.insertWidget(self._column.indexOf(self.foot), pad)

    def show_lines(self, *, is_so: bool) -> None:
        """Show the lines in place of the parked sales, where they are in sight nowhere else."""
        is_so = is_so and self._pad is None and bool(self.short.list.rows.records)
        self.short.setVisible(is_so)
        self._box.setVisible(not is_so and self._pad is None)
        self._column.setStretchFactor(self.sums, 0 if is_so or self._pad else 1)

    def show_totals(self) -> None:
        """Show what the sale comes to, and Pay."""
        if self._pad:
            self._pad.show()
            self.sums.setFixedHeight(self.totals.sizeHint().height())
        self.sums.setCurrentWidget(self.totals)
        self.foot.setCurrentWidget(self.pay)

    def show_paid(self, paid: Paid, method: Method, tendered: Money | None) -> None:
        """Show that the sale is paid; where Pay stood nothing has to be pressed."""
        if self._pad:
            self._pad.hide()
            self.sums.setMinimumHeight(0)
            self.sums.setMaximumHeight(MOST)
        self.done.show_paid(paid, method, tendered)
        self.sums.setCurrentWidget(self.done)
        self.foot.setCurrentWidget(self.next)

    def show_parked(self, parked: Sequence[ParkedSale]) -> None:
        """Show as many parked sales as there is room for, and how many there are."""
        if [*parked] != [*self._parked] or not self._shelf.count():
            self._parked = parked
            self._fill()
            self.guard.arm()  # the card under the finger may be another one by now

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: there may be room for more or fewer."""
        super().resizeEvent(event)
        self._fill()

    def _room(self) -> int:
        return 4 if self.height() >= px(TALL) else 2 if self.height() >= px(LOW) else 1

    def _fill(self) -> None:
        room = self._room()
        self._box.setFixedHeight(pressed(36) + room * (pressed(CARD) + 8))
        while item := self._shelf.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.cards = [ParkedCard(sale, self._context) for sale in self._parked[:room]]
        for card in self.cards:
            card.clicked.connect(lambda _=False, sale=card.sale: self._tapped(sale))
            self._shelf.addWidget(card)
        self.count.setText(str(len(self._parked)) if self._parked else "")
        if not self._parked:
            self._shelf.addWidget(Label(tr("No sale is parked."), ink="muted"))
        self._recall.setEnabled(bool(self._parked))

    def _tapped(self, sale: ParkedSale) -> None:
        if self.guard.allows():
            self.recalled.emit(sale)
