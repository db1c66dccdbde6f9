"""The words and tints of orders, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from storedesk.domain.fulfillment import ShippingAddress
from storedesk.domain.order_details import Mail, Order, StockMove
from storedesk.domain.orders import OrderStatus
from storedesk.domain.staff import Me
from storedesk.domain.till import Method
from storedesk.domain.values.addresses import town_line
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.lists.empty import Emptiness
from storedesk.ui.kit.looks.tokens import Tone

TONES = {
    OrderStatus.PENDING: Tone.WARN,
    OrderStatus.CONFIRMED: Tone.INFO,
    OrderStatus.SHIPPED: Tone.MUTE,
    OrderStatus.DELIVERED: Tone.OK,
    OrderStatus.CANCELLED: Tone.BAD,
}
MAIL_TONES = {
    "pending": Tone.INFO,
    "processing": Tone.INFO,
    "sent": Tone.OK,
    "failed": Tone.BAD,
}


def status_word(status: OrderStatus) -> str:
    """Return how a state is called."""
    return {
        OrderStatus.PENDING: QCoreApplication.translate("Orders", "To confirm"),
        OrderStatus.CONFIRMED: QCoreApplication.translate("Orders", "To ship"),
        OrderStatus.SHIPPED: QCoreApplication.translate("Orders", "Shipped"),
        OrderStatus.DELIVERED: QCoreApplication.translate("Orders", "Delivered"),
        OrderStatus.CANCELLED: QCoreApplication.translate("Orders", "Cancelled"),
    }[status]


def status_cell(status: OrderStatus) -> Cell:
    """Return a state as a chip of a list."""
    return Cell(status_word(status), tone=TONES[status])


def emptiness(me: Me) -> Emptiness:
    """Return what the queues say while nothing is in them."""
    say = QCoreApplication.translate
    taken = say("Orders", "Orders come from the tills, the web shop and the telephone.")
    if me.may("place_order"):
        taken = say(
            "Orders",
            "Orders come from the tills, the web shop and the telephone: Ctrl+N takes one.",
        )
    return Emptiness(
        (say("Orders", "There are no orders yet"), taken),
        {
            OrderStatus.CONFIRMED.value: (
                say("Orders", "Nothing is left to ship"),
                say("Orders", "What is paid and confirmed stands here until it is shipped."),
            ),
            OrderStatus.PENDING.value: (
                say("Orders", "Nothing is left to confirm"),
                say("Orders", "Orders that are not paid yet stand here."),
            ),
            OrderStatus.SHIPPED.value: (
                say("Orders", "Nothing is on its way"),
                say("Orders", "What is shipped stands here until it is delivered."),
            ),
            OrderStatus.DELIVERED.value: (
                say("Orders", "Nothing is delivered yet"),
                say("Orders", "What was sold at a till or has arrived stands here."),
            ),
            OrderStatus.CANCELLED.value: (
                say("Orders", "No order was cancelled"),
                say("Orders", "Those that are stand here, with the reason."),
            ),
        },
    )


def step_word(status: OrderStatus) -> str:
    """Say what happened when an order came into a state."""
    return {
        OrderStatus.PENDING: QCoreApplication.translate("Orders", "Placed"),
        OrderStatus.CONFIRMED: QCoreApplication.translate("Orders", "Paid and confirmed"),
        OrderStatus.SHIPPED: QCoreApplication.translate("Orders", "Shipped"),
        OrderStatus.DELIVERED: QCoreApplication.translate("Orders", "Delivered"),
        OrderStatus.CANCELLED: QCoreApplication.translate("Orders", "Cancelled"),
    }[status]


def method_word(method: Method) -> str:
    """Return what a way to pay is called."""
    return {
        Method.CASH: QCoreApplication.translate("Orders", "Cash"),
        Method.CARD: QCoreApplication.translate("Orders", "Card"),
        Method.PAYPAL: QCoreApplication.translate("Orders", "PayPal"),
    }[method]


def mail_words(mail: Mail) -> str:
    """Say which e-mail it is."""
    known = {
        "order_confirmation": QCoreApplication.translate("Orders", "E-mail: order confirmation"),
        "order_shipped": QCoreApplication.translate("Orders", "E-mail: on its way"),
        "order_cancelled": QCoreApplication.translate("Orders", "E-mail: cancellation"),
    }
    return known.get(mail.kind, mail.kind)


def mail_state(mail: Mail) -> str:
    """Say what has become of an e-mail."""
    known = {
        "pending": QCoreApplication.translate("Orders", "waiting"),
        "processing": QCoreApplication.translate("Orders", "being sent"),
        "sent": QCoreApplication.translate("Orders", "sent"),
        "failed": QCoreApplication.translate("Orders", "could not be sent"),
        "overtaken": QCoreApplication.translate("Orders", "no longer needed"),
    }
    return known.get(mail.status, mail.status)


def move_words(move: StockMove) -> str:
    """Say what an order did to the stock."""
    known = {
        "reserve": QCoreApplication.translate("Orders", "Reserved"),
        "release": QCoreApplication.translate("Orders", "Released"),
        "deduct": QCoreApplication.translate("Orders", "Left the shop"),
        "restock": QCoreApplication.translate("Orders", "Back on the shelf"),
    }
    return known.get(move.operation, move.operation)


def orders(count: int, form: Format) -> str:
    """Say how many orders a list has."""
    if count == 1:
        return QCoreApplication.translate("Orders", "1 order")
    return QCoreApplication.translate("Orders", "{count} orders").format(count=form.count(count))


def pieces(count: int, form: Format) -> str:
    """Say how many things an order has."""
    if count == 1:
        return QCoreApplication.translate("Orders", "1 piece")
    return QCoreApplication.translate("Orders", "{count} pieces").format(count=form.count(count))


def address_lines(to: ShippingAddress, home: str) -> list[str]:
    """Return an address as it is written, its country only where it is not that of the store."""
    town = town_line(city=to.city, state=to.state, postal_code=to.postal_code, country=to.country)
    country = "" if to.country == home else to.country
    return [line for line in (to.recipient, to.street, town, country) if line]


def standing(order: Order, form: Format) -> str:
    """Say why an order is not to be sent: what has become of it, by whom and when."""
    last = order.steps[-1]
    told = {
        OrderStatus.PENDING: QCoreApplication.translate("Orders", "{number} is not paid yet."),
        OrderStatus.CONFIRMED: QCoreApplication.translate("Orders", "{number} waits to be sent."),
        OrderStatus.SHIPPED: QCoreApplication.translate(
            "Orders", "{number} was sent already, {moment} by {who}, as {tracking}."
        ),
        OrderStatus.DELIVERED: QCoreApplication.translate(
            "Orders", "{number} has left already, {moment} by {who}."
        ),
        OrderStatus.CANCELLED: QCoreApplication.translate(
            "Orders", "Do not send it: {number} was cancelled, {moment} by {who}. {reason}"
        ),
    }[order.status]
    return told.format(
        number=order.number,
        moment=form.moment(last.at),
        who=last.who or QCoreApplication.translate("Orders", "the web shop"),
        tracking=order.tracking,
        reason=order.cancellation_reason or "",
    ).strip()
