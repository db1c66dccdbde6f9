"""Show the history of an order, from placed to the last e-mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from storedesk.domain.order_details import (
    GiftReceipt,
    MoneyMovement,
    Order,
    OrderChange,
    OrderEmail,
    Reprint,
    Returned,
    StatusChange,
)
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.buttons import icon_button
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.orders.labels import (
    MAIL_TONES,
    TONES,
    mail_state,
    mail_words,
    step_word,
)
from storedesk.ui.tender_labels import method_name

RAIL = 28
ICON = 14
DISC = 11
TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """Something that happened: when, what, and who did it."""

    at: datetime
    icon: str
    tone: Tone
    words: str
    remark: str
    receipt: UUID | None = None
    """The return whose receipt can be printed."""


class Rail(QWidget):
    """A disc with a sign, and the line that leads to the next one."""

    def __init__(self, icon: str, tone: Tone, *, is_last: bool) -> None:
        super().__init__()
        self._icon, self._tone, self._is_last = icon, tone, is_last
        self.setFixedWidth(RAIL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw disc, sign and line."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        x, y = DISC, DISC
        if not self._is_last:
            below = QRectF(x - 0.5, y + DISC, 1, self.height() - y - DISC)
            painter.fillRect(below, color("line"))
        painter.setPen(paint.NO_PEN)
        painter.setBrush(color(self._tone.tint))
        painter.drawEllipse(QPointF(x, y), DISC, DISC)
        sign = pixmap(self._icon, self._tone.value, ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(x - ICON / 2, y - ICON / 2), sign)


class Timeline(QWidget):
    """Events below each other."""

    receipt_wanted = Signal(object)
    """The id of a return."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.events: Sequence[OrderEvent] = ()

    def show_events(self, events: Sequence[OrderEvent]) -> None:
        """Show `events` instead of what is there."""
        self.events = events
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for event in events:
            self._column.addWidget(self._row(event, is_last=event is events[-1]))

    def _row(self, event: OrderEvent, *, is_last: bool) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(Rail(event.icon, event.tone, is_last=is_last))
        words = QVBoxLayout()
        words.setContentsMargins(0, 1, 0, 0 if is_last else 12)
        words.setSpacing(1)
        words.addWidget(Label(event.words, weight=theme.MEDIUM, wrap=True, selectable=True))
        words.addWidget(muted(event.remark, wrap=True))
        line.addLayout(words, 1)
        if event.receipt:
            key = event.receipt
            receipt = icon_button("printer", tr("Receipt of this return"))
            receipt.clicked.connect(lambda: self.receipt_wanted.emit(key))
            line.addWidget(receipt, 0, TOP)
        return made


def events(order: Order, form: Format) -> list[OrderEvent]:
    """Return all that is known to have happened to an order, in its order."""
    events = [
        *(_step(step, order, form) for step in order.steps),
        *(_change(change, form) for change in order.changes),
        *(_refund(one, form) for one in order.money_movements if one.is_refund),
        *(_returned(one, form) for one in order.returns),
        *(_mail(mail, form) for mail in order.mails),
        *(_reprinted(one, form) for one in order.reprints),
        *(_gift_receipt(one, form) for one in order.gift_receipts),
    ]
    return sorted(events, key=lambda event: event.at)


STEP_ICONS = {
    "pending": "shopping-basket",
    "confirmed": "circle-check",
    "shipped": "truck",
    "delivered": "package-check",
    "cancelled": "ban",
}


def _step(step: StatusChange, order: Order, form: Format) -> OrderEvent:
    words = step_word(step.becomes)
    if step.becomes == "delivered" and order.sold_as == "sale":
        words = tr("Handed over")
    elif step.becomes == "delivered" and order.sold_as == "collection":
        words = tr("Collected")
    if step.note:
        words = f"{words}: {step.note}"
    icon = STEP_ICONS[step.becomes.value]
    return OrderEvent(
        step.at, icon, TONES[step.becomes], words, _when_and_who(form, step.at, step.who)
    )


def _change(change: OrderChange, form: Format) -> OrderEvent:
    icon, words = {
        "tracking": ("truck", tr("Tracking number corrected: {detail}")),
        "address": ("map-pin", tr("Address changed")),
        "recall": ("package-x", tr("Shipment recalled: {detail}")),
        "deposit": ("banknote", tr("Deposit taken: {detail}")),
    }[change.what]
    text = words.format(detail=change.detail)
    return OrderEvent(change.at, icon, Tone.WARN, text, _when_and_who(form, change.at, change.who))


def _refund(one: MoneyMovement, form: Format) -> OrderEvent:
    words = tr("{amount} paid back by {method}").format(
        amount=form.money(one.amount), method=method_name(one.method)
    )
    return OrderEvent(one.at, "undo-2", Tone.WARN, words, _when_and_who(form, one.at, one.who))


def _returned(one: Returned, form: Format) -> OrderEvent:
    back = tr("{n} × {name}, back on the shelf")
    damaged = tr("{n} × {name}, damaged")
    pieces = "; ".join(
        (back if restocked else damaged).format(n=n, name=name) for name, n, restocked in one.pieces
    )
    words = tr("Returned: {pieces}").format(pieces=pieces)
    remark = " · ".join((one.reason, _when_and_who(form, one.at, one.who)))
    return OrderEvent(one.at, "archive-restore", Tone.WARN, words, remark, receipt=one.id)


def _reprinted(one: Reprint, form: Format) -> OrderEvent:
    words = tr("Receipt printed again: print {count}").format(count=form.count(one.number))
    return OrderEvent(one.at, "printer", Tone.MUTE, words, _when_and_who(form, one.at, one.who))


def _gift_receipt(one: GiftReceipt, form: Format) -> OrderEvent:
    who = _when_and_who(form, one.at, one.who)
    return OrderEvent(one.at, "gift", Tone.MUTE, tr("Gift receipt printed"), who)


def _mail(mail: OrderEmail, form: Format) -> OrderEvent:
    at = mail.sent_at or mail.at
    tone = MAIL_TONES.get(mail.status, Tone.MUTE)
    return OrderEvent(at, "mail", tone, mail_words(mail), f"{mail_state(mail)} · {form.moment(at)}")


def _when_and_who(form: Format, at: datetime, who: str | None) -> str:
    return " · ".join(part for part in (form.moment(at), who) if part)
