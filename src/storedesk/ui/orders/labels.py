"""The labels and colors of orders, in the language of the window."""

from storedesk.domain.fulfillment import ShippingAddress
from storedesk.domain.order_details import Order, OrderEmail, StockMove
from storedesk.domain.orders import OrderStatus
from storedesk.domain.staff import Me
from storedesk.domain.values.addresses import town_line
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.lists.empty import Emptiness, Next
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
        OrderStatus.PENDING: tr("To confirm"),
        OrderStatus.CONFIRMED: tr("To ship"),
        OrderStatus.SHIPPED: tr("Shipped"),
        OrderStatus.DELIVERED: tr("Delivered"),
        OrderStatus.CANCELLED: tr("Canceled"),
    }[status]


def status_cell(status: OrderStatus) -> Cell:
    """Return a state as a chip of a list."""
    is_usual = status is OrderStatus.DELIVERED
    return Cell(status_word(status), tone=TONES[status], is_usual=is_usual)


def emptiness(me: Me) -> Emptiness:
    """Return what the queues say while nothing is in them."""
    taken = tr("They come from the tills and the web shop. Cashiers and managers take others here.")
    steps: tuple[Next, ...] = ()
    if me.may("place_order"):
        taken = tr("They come from the tills and the web shop. Take those from the telephone here.")
        steps = (Next("orders.new", tr("New order"), "plus", "Ctrl+N"),)
    return Emptiness(
        (tr("There are no orders yet"), taken),
        {
            OrderStatus.CONFIRMED.value: (
                tr("Nothing is left to ship"),
                tr("Paid and confirmed orders are listed here until they are shipped."),
            ),
            OrderStatus.PENDING.value: (
                tr("Nothing is left to confirm"),
                tr("Orders that are not paid yet are listed here."),
            ),
            "deposits": (
                tr("No deposit is open"),
                tr("Orders of which a part is paid are listed here until the rest is."),
            ),
            OrderStatus.SHIPPED.value: (
                tr("Nothing is on its way"),
                tr("Shipped orders are listed here until they are delivered."),
            ),
            OrderStatus.DELIVERED.value: (
                tr("Nothing is delivered yet"),
                tr("Till sales and delivered orders are listed here."),
            ),
            OrderStatus.CANCELLED.value: (
                tr("No order is canceled"),
                tr("Canceled orders are listed here, with the reason."),
            ),
        },
        steps,
    )


def step_word(status: OrderStatus) -> str:
    """Say what happened when an order came into a state."""
    return {
        OrderStatus.PENDING: tr("Placed"),
        OrderStatus.CONFIRMED: tr("Paid and confirmed"),
        OrderStatus.SHIPPED: tr("Shipped"),
        OrderStatus.DELIVERED: tr("Delivered"),
        OrderStatus.CANCELLED: tr("Canceled"),
    }[status]


def mail_words(mail: OrderEmail) -> str:
    """Say which e-mail it is."""
    known = {
        "order_confirmation": tr("E-mail: order confirmation"),
        "order_shipped": tr("E-mail: on its way"),
        "order_cancelled": tr("E-mail: cancellation"),
    }
    return known.get(mail.kind, mail.kind)


def mail_state(mail: OrderEmail) -> str:
    """Say what has become of an e-mail."""
    known = {
        "pending": tr("waiting"),
        "processing": tr("being sent"),
        "sent": tr("sent"),
        "failed": tr("could not be sent"),
        "overtaken": tr("no longer needed"),
    }
    return known.get(mail.status, mail.status)


def move_words(move: StockMove) -> str:
    """Say what an order did to the stock."""
    known = {
        "reserve": tr("Reserved"),
        "release": tr("Released"),
        "deduct": tr("Left the shop"),
        "restock": tr("Back on the shelf"),
    }
    return known.get(move.operation, move.operation)


def orders(count: int, form: Format) -> str:
    """Say how many orders a list has."""
    return plural("{count} order", "{count} orders", count).format(count=form.count(count))


def pieces(count: int, form: Format) -> str:
    """Say how many things an order has."""
    return plural("{count} piece", "{count} pieces", count).format(count=form.count(count))


def address_lines(to: ShippingAddress, home: str) -> list[str]:
    """Return an address as it is written, its country only where it is not that of the store."""
    town = town_line(city=to.city, state=to.state, postal_code=to.postal_code, country=to.country)
    country = "" if to.country == home else to.country
    return [line for line in (to.recipient, to.street, town, country) if line]


def standing(order: Order, form: Format) -> str:
    """Say why an order is not to be sent: what has become of it, by whom and when."""
    last = order.steps[-1]
    told = {
        OrderStatus.PENDING: tr("{number} is not paid yet."),
        OrderStatus.CONFIRMED: tr("{number} is ready to ship."),
        OrderStatus.SHIPPED: tr("{number} was sent already, {moment} by {who}, as {tracking}."),
        OrderStatus.DELIVERED: tr("{number} has left already, {moment} by {who}."),
        OrderStatus.CANCELLED: tr(
            "Do not ship it: {number} was canceled, {moment} by {who}. {reason}"
        ),
    }[order.status]
    return told.format(
        number=order.number,
        moment=form.moment(last.at),
        who=last.who or tr("the web shop"),
        tracking=order.tracking,
        reason=order.cancellation_reason or "",
    ).strip()
