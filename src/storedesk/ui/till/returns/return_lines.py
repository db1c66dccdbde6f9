"""The lines of a receipt while goods come back, and what is said of the current one."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QWidget

from storedesk.domain.order_details import Order
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.forms.segments import Segments
from storedesk.ui.kit.input.burst import typed_text
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.buttons import Kind
from storedesk.ui.kit.looks.cards import boxed, row
from storedesk.ui.kit.looks.keys import for_keys
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import px, roomy, target
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.returns.draft import ReturnDraft, ReturnDraftLine
from storedesk.ui.till.keys import small_button

ROW, BOX, INSET = 52, 18, 10
"""Pixels of a row, of the box that is ticked, and from the edge to it."""


class ReturnEntry(LineInput):
    """Takes codes and words; while it is empty, keys act on the current line."""

    ticked = Signal()
    """Space."""
    stepped = Signal(int)
    """+ or -."""
    turned = Signal(bool)
    """Left: to the shelf, which is True. Right: damaged."""
    removed = Signal()
    """Del."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Scan what comes back"))
        self.setPlaceholderText(tr("Scan what comes back"))
        self.setFont(theme.font(16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: sort the keys."""
        key, sign = event.key(), typed_text(event)
        if self.text():
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.ticked.emit()
        elif sign in {"+", "-"}:
            self.stepped.emit(1 if sign == "+" else -1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.turned.emit(key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ReturnList(RowList[ReturnDraftLine]):
    """All lines of the receipt; what stays is pale. A tap chooses a line, and ticks it."""

    def __init__(self) -> None:
        super().__init__(self._draw, height=ROW, text=read_out, name=tr("Lines of the receipt"))

    def show_draft(self, draft: ReturnDraft) -> None:
        """Show what is chosen."""
        self.show_records(list(draft.lines), draft.at)

    def _draw(
        self,
        painter: QPainter,
        box: QRectF,
        line: ReturnDraftLine,
        is_current: bool,  # noqa: FBT001
    ) -> None:
        if is_current:
            painter.setPen(paint.NO_PEN)
            painter.setBrush(color("selection"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 8, 8)
        self._tick(painter, QRectF(box.left() + INSET, box.center().y() - BOX / 2, BOX, BOX), line)
        left = box.left() + INSET + BOX + 12
        face, metrics = paint.style(13, theme.MEDIUM, tabular=True)
        count = tr("{count} of {most}").format(count=line.count, most=line.sold.returnable)
        wide = metrics.horizontalAdvance(count)
        right = box.right() - INSET
        upper = QRectF(left, box.top() + roomy(5), right - left - wide - 10, px(22))
        lower = QRectF(left, box.top() + roomy(26), right - left, px(20))
        ink = "text" if line.count else "muted"
        painter.setFont(face)
        painter.setPen(color(ink))
        painter.drawText(QPointF(right - wide, paint.baseline(upper, metrics)), count)
        _write(
            painter, upper, line.sold.name, 15, theme.MEDIUM if line.count else theme.REGULAR, ink
        )
        _write(
            painter, lower, remark(line), 12, theme.REGULAR, "bad" if _is_damaged(line) else "muted"
        )

    def _tick(self, painter: QPainter, box: QRectF, line: ReturnDraftLine) -> None:
        painter.setPen(QPen(color("accent" if line.count else "edge"), 1))
        painter.setBrush(color("accent" if line.count else "field"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if line.count:
            drawn = pixmap("check", "on_accent", BOX - 4, self.devicePixelRatioF())
            painter.drawPixmap(box.topLeft() + QPointF(2, 2), drawn)


class LineControls(QWidget):
    """Fewer, more and the condition of the current line, for fingers and the mouse."""

    stepped = Signal(int)
    turned = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.minus, self.plus = small_button("", icon="minus"), small_button("", icon="plus")
        self.minus.setAccessibleName(tr("One less"))
        self.plus.setAccessibleName(tr("One more"))
        self.count = Label(size=15, weight=theme.MEDIUM, tabular=True)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count.setMinimumWidth(px(28))
        for button, by in ((self.minus, -1), (self.plus, 1)):
            button.be(Kind.SECONDARY)
            button.setFixedSize(target(46), target(36))
            button.clicked.connect(lambda _=False, by=by: self.stepped.emit(by))
        self.condition = Segments(
            ((True, tr("To the shelf")), (False, tr("Damaged"))), name=tr("Condition")
        )
        for is_good in (True, False):
            self.condition.button(is_good).setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.condition.chosen.connect(self.turned.emit)
        self._counts = boxed(row(self.minus, self.count, self.plus, None, gap=6))
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(6)
        for part in (self._counts, self.condition):
            self._parts.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: the condition stands beside the count, or below where words are long."""
        super().resizeEvent(event)
        needed = self._counts.sizeHint().width() + 6 + self.condition.sizeHint().width()
        way = QBoxLayout.Direction
        self._parts.setDirection(way.LeftToRight if needed <= self.width() else way.TopToBottom)

    def show_line(self, line: ReturnDraftLine) -> None:
        """Show the current line."""
        self.show_count(line.count, most=line.sold.returnable, restocked=line.restocked)

    def show_count(self, count: int, *, most: int, restocked: bool) -> None:
        """Show how many of the most pieces come back, and in which condition."""
        self.count.setText(str(count))
        self.condition.choose(restocked)
        for is_good in (True, False):
            self.condition.button(is_good).setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.minus.setEnabled(count > 0)
        self.plus.setEnabled(count < most)
        self.condition.setEnabled(most > 0)


def remark(line: ReturnDraftLine) -> str:
    """Say what becomes of a line, after its description."""
    if line.count:
        state = tr("to the shelf") if line.restocked else tr("damaged")
    elif line.sold.returnable:
        state = tr("stays with the customer")
    else:
        state = tr("has come back already")
    return " · ".join(part for part in (line.sold.description, state) if part)


def read_out(line: ReturnDraftLine) -> str:
    """Return a line for a screen reader."""
    count = tr("{count} of {most}").format(count=line.count, most=line.sold.returnable)
    return ", ".join((line.sold.name, count, remark(line)))


class ShippingBox(QCheckBox):
    """Has the shipping refunded too, where there is any, and the money goes out."""

    def __init__(self, order: Order) -> None:
        super().__init__(tr("Refund the shipping too"))
        self._has_any = bool(order.shipping) and order.sold_as is None
        self._is_offered = True

    @property
    def is_wanted(self) -> bool:
        """Whether it is ticked, and offered."""
        return self.isChecked() and self._is_offered

    def offer(self, *, is_so: bool) -> None:
        """Offer it, or not."""
        self._is_offered = is_so
        self.setVisible(self._has_any and is_so)


def about(context: PageContext, order: Order) -> Label:
    """Say when the sale was, to whom, and what it came to."""
    moment = context.format.moment(order.placed_at)
    words = " · ".join((moment, order.customer.name, context.money(order.total)))
    return Label(words, size=13, ink="muted", tabular=True, wrap=True)


def money_keys() -> str:
    """Say which keys choose where the money goes, where there are keys."""
    return for_keys(tr("Up, Down: where the money goes"))


def line_keys() -> str:
    """Say which keys are about the chosen line, where there are keys."""
    return for_keys(tr("Space: tick  ·  +, -: pieces  ·  Left, Right: to the shelf or damaged"))


def _is_damaged(line: ReturnDraftLine) -> bool:
    return bool(line.count) and not line.restocked


def _write(  # noqa: PLR0913, PLR0917 - a line, where it stands and how it looks
    painter: QPainter, box: QRectF, words: str, size: int, heavy: QFont.Weight, ink: str
) -> None:
    face, metrics = paint.style(size, heavy)
    shown = paint.elided(words, int(box.width()), size, heavy, False)  # noqa: FBT003
    painter.setFont(face)
    painter.setPen(color(ink))
    painter.drawText(QPointF(box.left(), paint.baseline(box, metrics)), shown)
