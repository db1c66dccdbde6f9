"""Draw the lines of the sale, large enough to be read from a step away."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import (
    QEasingCurve,
    QPointF,
    QRectF,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from storedesk.domain.till import Sale, SaleLine
from storedesk.ui.kit.base.accessible import announce
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.sizes import pressed, px, roomy
from storedesk.ui.kit.looks.theme import color
from storedesk.ui.pictures import Pictures
from storedesk.ui.till.labels import lines as line_count
from storedesk.ui.till.labels import pieces
from storedesk.ui.till.sale.exchange_foot import ExchangeFoot
from storedesk.ui.till.sale.line_foot import LineFoot
from storedesk.ui.till.sale.line_painter import BAR, NAME_LEFT, LinePainter
from storedesk.ui.till.sale.line_stepper import LineStepper
from storedesk.ui.till.sale.paid_card import PaidBand

ROW = 56
HEADER = 40
FOOTER = 52
FLASH_MS = 700


class LineHeader(QWidget):
    """The headings over the lines; they stand where the columns are drawn."""

    def __init__(self, painter: LinePainter) -> None:
        super().__init__()
        self._painter = painter
        self.setFixedHeight(roomy(HEADER))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw headings and hairline."""
        painter = QPainter(self)
        face, metrics = paint.style(12, theme.MEDIUM)
        painter.setFont(face)
        painter.setPen(color("muted"))
        box = QRectF(self.rect())
        y = paint.baseline(box, metrics)
        at = self._painter.columns(self.width())
        least = metrics.horizontalAdvance(tr("Qty")) + BAR
        words = [(tr("Qty"), max(least, at.quantity)), (tr("Total"), at.total)]
        if not at.is_short:
            words.append((tr("Unit price"), at.price))
        for one, right in words:
            painter.drawText(QPointF(right - metrics.horizontalAdvance(one), y), one)
        painter.drawText(QPointF(at.picture if at.is_short else at.name, y), tr("Item"))
        painter.fillRect(QRectF(0, box.height() - 1, box.width(), 1), color("line"))


class LinesCard(QFrame):
    """The sale's lines, how many they are, and buttons for the current one."""

    chosen = Signal(object)
    """The id of a line that was clicked."""

    def __init__(
        self, format_: Format, pictures: Pictures, empty: QWidget, stepper: LineStepper,
        buttons: Iterable[Button],
    ) -> None:  # fmt: skip
        """`empty` is shown while nothing is sold; `buttons` stand at the foot, at the right."""
        super().__init__()
        self.setProperty("kit", "card")
        self._format = format_
        self.painter = LinePainter(format_, pictures.get_or_blank)
        self.list = RowList[SaleLine](
            self._paint, height=ROW, text=self.painter.words, name=tr("Lines of the sale")
        )
        self.list.taken.connect(lambda line: self.chosen.emit(line.id))
        self.stepper = stepper
        self._is_held = False
        stepper.setParent(self.list.viewport())
        self.list.moved.connect(self._place_stepper)
        self._sum = ""
        self.paid_order = ""
        """The number of the order that the lines in sight have become."""
        self._flash = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FLASH_MS)
        self._flash.setEasingCurve(QEasingCurve.Type.InQuad)
        self._flash.valueChanged.connect(lambda _: self.list.viewport().update())
        self._make_feet(buttons)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = LineHeader(self.painter)
        self.exchange = ExchangeFoot(format_)
        for part in (self.header, self.list, self.exchange, self.feet):
            column.addWidget(part)
        column.setStretch(1, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(empty)
        self.stack.addWidget(full)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self.stack)

    def _make_feet(self, buttons: Iterable[Button]) -> None:
        self.foot = LineFoot(buttons, px(NAME_LEFT))
        self.sum = self.foot.words
        self.paid = PaidBand()
        self.feet = QStackedWidget()
        self.feet.setFixedHeight(pressed(FOOTER))
        self.feet.addWidget(self.foot)
        self.feet.addWidget(self.paid)

    def show_sale(self, sale: Sale | None, current: UUID | None) -> None:
        """Show the lines of `sale`, or what to do next where there are none."""
        lines = sale.lines if sale else ()
        ids = [line.id for line in lines]
        was = self.list.current()
        self.painter.measure(lines)
        self.list.show_records(lines, ids.index(current) if current in ids else -1)
        if was and was.id != current:
            self.stepper.guard.arm()  # another line has come under the finger
        self._sum = f"{line_count(len(lines))} · {pieces(sale.pieces if sale else 0)}"
        self.foot.say(self._sum)
        self.paid_order = ""
        self.exchange.show_exchange(sale.exchange if sale else None)
        self.stack.setCurrentIndex(1 if lines or (sale and sale.exchange) else 0)
        self.feet.setCurrentWidget(self.foot)

    def show_paid(self, sale: Sale, number: str) -> None:
        """Keep the lines of the sale that was just paid in sight, with its total, as they were."""
        self.painter.measure(sale.lines)
        self.list.show_records(sale.lines)
        self.paid_order = number
        remark = f"{number} · {line_count(len(sale.lines))} · {pieces(sale.pieces)}"
        self.exchange.show_exchange(sale.exchange, is_booked=True)
        self.paid.show_paid(remark, self._format.money(sale.total))
        self.stack.setCurrentIndex(1)
        self.feet.setCurrentWidget(self.paid)

    def hold(self, *, is_held: bool) -> None:
        """Change nothing by the mouse, as long as it is asked for something else."""
        self._is_held = is_held
        self.exchange.drop.setEnabled(not is_held)
        self._place_stepper()

    def _place_stepper(self) -> None:
        """Have what changes the quantity stand in the current line, while it can be changed."""
        line = self.list.current()
        is_shown = line is not None and not self._is_held
        if line is not None:
            row = self.list.visualRect(self.list.currentIndex())
            right = self.painter.step_right(self.list.width())
            self.stepper.stand(self._format.count(line.quantity), row, right)
        self.painter.step_width = self.stepper.wide() if is_shown else 0
        self.stepper.setVisible(is_shown)
        self.list.viewport().update()

    def show_waiting(self, count: int) -> None:
        """Say that scans are on their way, if the database is slower than the hand."""
        words = tr("{count} on their way").format(count=count)
        self.foot.say(words if count > 1 else self._sum)

    def flash(self, line_id: UUID) -> None:
        """Light a line up for a moment, and have it read out: this is what has just changed."""
        self.painter.flashed = line_id
        changed = [line for line in self.list.rows.records if line.id == line_id]
        announce(self.list, "".join(map(self.painter.words, changed)))
        self._flash.stop()
        self._flash.start()

    def _paint(self, painter: QPainter, box: QRectF, line: SaleLine, is_current: bool) -> None:  # noqa: FBT001
        box.setWidth(self.list.width())  # a scroll bar moves no column away from its heading
        is_on = self._flash.state() == QVariantAnimation.State.Running
        self.painter.glow = float(self._flash.currentValue()) if is_on else 0.0
        self.painter.paint(painter, box, line, is_current)
