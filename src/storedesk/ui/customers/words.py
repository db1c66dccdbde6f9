"""The words and tints of customers, in the language of the window."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from storedesk.domain.customer_card import Basket, Mail, MailStatus, PaymentMethod
from storedesk.domain.customers import Address, Registration, Why
from storedesk.domain.orders import OrderStatus
from storedesk.domain.values.addresses import town_line
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.forms.choices import country_name
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.lists.empty import Emptiness
from storedesk.ui.kit.looks.tokens import Tone

ORDER_TONES = {
    OrderStatus.PENDING: Tone.WARN,
    OrderStatus.CONFIRMED: Tone.INFO,
    OrderStatus.SHIPPED: Tone.MUTE,
    OrderStatus.DELIVERED: Tone.OK,
    OrderStatus.CANCELLED: Tone.BAD,
}
MAIL_TONES = {
    MailStatus.PENDING: Tone.INFO,
    MailStatus.PROCESSING: Tone.INFO,
    MailStatus.SENT: Tone.OK,
    MailStatus.FAILED: Tone.BAD,
    MailStatus.OVERTAKEN: Tone.MUTE,
}
BRANDS = {"visa": "Visa", "mastercard": "Mastercard", "amex": "American Express"}
DOTS = "\N{BULLET}" * 4


def registration_word(registration: Registration) -> str:
    """Return how far an e-mail address is known to be hers."""
    return {
        Registration.REGISTERED: QCoreApplication.translate("Customers", "Registered"),
        Registration.UNVERIFIED: QCoreApplication.translate("Customers", "Unconfirmed"),
    }[registration]


def emptiness(*, may_add: bool) -> Emptiness:
    """Return what the list of customers says while nobody is in it."""
    say = QCoreApplication.translate
    stand = say("Customers", "Whoever orders or is taken down at a till stands here.")
    if may_add:
        stand = say("Customers", "Ctrl+N takes down a new customer.")
    return Emptiness(
        (say("Customers", "There are no customers yet"), stand),
        {
            Registration.REGISTERED.value: (
                say("Customers", "Nobody is registered"),
                say("Customers", "Who has confirmed their e-mail address stands here."),
            ),
            Registration.UNVERIFIED.value: (
                say("Customers", "Everybody is registered"),
                say("Customers", "Who has not confirmed their e-mail address stands here."),
            ),
        },
    )


def registration_cell(registration: Registration, email: str | None) -> Cell:
    """Return the registration as a chip; nothing where there is no address to confirm."""
    if email is None:
        return Cell("")
    tone = Tone.OK if registration is Registration.REGISTERED else Tone.MUTE
    return Cell(registration_word(registration), tone=tone)


def why_words(why: Why) -> str:
    """Say what makes two customers look like one."""
    return {
        Why.EMAIL: QCoreApplication.translate("Customers", "the same e-mail"),
        Why.PLACE: QCoreApplication.translate("Customers", "the same name and postal code"),
        Why.PHONE: QCoreApplication.translate("Customers", "the same name and telephone"),
        Why.SAME: QCoreApplication.translate("Customers", "the same name"),
        Why.NAME: QCoreApplication.translate("Customers", "nearly the same name"),
    }[why]


def order_word(status: OrderStatus) -> str:
    """Return how a state of an order is called."""
    return {
        OrderStatus.PENDING: QCoreApplication.translate("Orders", "To confirm"),
        OrderStatus.CONFIRMED: QCoreApplication.translate("Orders", "To ship"),
        OrderStatus.SHIPPED: QCoreApplication.translate("Orders", "Shipped"),
        OrderStatus.DELIVERED: QCoreApplication.translate("Orders", "Delivered"),
        OrderStatus.CANCELLED: QCoreApplication.translate("Orders", "Cancelled"),
    }[status]


def mail_word(mail: Mail) -> str:
    """Return what an e-mail is about."""
    return {
        "order_confirmation": QCoreApplication.translate("Customers", "Order confirmation"),
        "order_shipped": QCoreApplication.translate("Customers", "Order shipped"),
        "order_cancelled": QCoreApplication.translate("Customers", "Order cancelled"),
        "verification": QCoreApplication.translate("Customers", "Please confirm your e-mail"),
        "password_reset": QCoreApplication.translate("Customers", "Choose a new password"),
    }.get(mail.kind, mail.kind)


def mail_state(status: MailStatus) -> str:
    """Return how far an e-mail has come."""
    return {
        MailStatus.PENDING: QCoreApplication.translate("Customers", "Waiting"),
        MailStatus.PROCESSING: QCoreApplication.translate("Customers", "Being sent"),
        MailStatus.SENT: QCoreApplication.translate("Customers", "Sent"),
        MailStatus.FAILED: QCoreApplication.translate("Customers", "Not sent"),
        MailStatus.OVERTAKEN: QCoreApplication.translate("Customers", "Not needed"),
    }[status]


def method_words(method: PaymentMethod) -> str:
    """Return a way of paying, masked."""
    if method.kind == "paypal":
        return QCoreApplication.translate("Customers", "PayPal account")
    card = QCoreApplication.translate("Customers", "Card")
    return f"{BRANDS.get(method.brand or '', card)} {DOTS} {method.last_four or DOTS}"


def expiry_words(method: PaymentMethod, today: date) -> str:
    """Say until when a way of paying is good; nothing where it does not end."""
    if method.expires is None:
        return ""
    year, _, month = method.expires.partition("-")
    words = QCoreApplication.translate("Customers", "Good until {month}/{year}")
    if method.is_expired(today):
        words = QCoreApplication.translate("Customers", "Expired in {month}/{year}")
    return words.format(month=month, year=year)


def basket_words(basket: Basket) -> str:
    """Say where a basket stands."""
    if basket.register is None:
        return QCoreApplication.translate("Customers", "In the web shop")
    words = QCoreApplication.translate("Customers", "At {register}")
    if basket.is_parked:
        words = QCoreApplication.translate("Customers", "Put aside at {register}")
    return words.format(register=basket.register)


def address_line(address: Address, home: str) -> str:
    """Return town and, where it is not the store's own, country."""
    town = town_line(
        city=address.city,
        state=address.state,
        postal_code=address.postal_code,
        country=address.country,
    )
    abroad = "" if address.country == home else country_name(address.country)
    return ", ".join(part for part in (town, abroad) if part)


def customers(count: int, form: Format) -> str:
    """Say how many customers a list has."""
    if count == 1:
        return QCoreApplication.translate("Customers", "1 customer")
    words = QCoreApplication.translate("Customers", "{count} customers")
    return words.format(count=form.count(count))


def pieces(count: int, form: Format) -> str:
    """Say how many pieces an order has."""
    if count == 1:
        return QCoreApplication.translate("Customers", "1 piece")
    words = QCoreApplication.translate("Customers", "{count} pieces")
    return words.format(count=form.count(count))


def field_words(field: str) -> str:
    """Return what a field of a form is called."""
    return {
        "first_name": QCoreApplication.translate("Customers", "First name"),
        "last_name": QCoreApplication.translate("Customers", "Last name"),
        "email": QCoreApplication.translate("Customers", "E-mail"),
        "phone": QCoreApplication.translate("Customers", "Telephone"),
        "note": QCoreApplication.translate("Customers", "Note"),
        "recipient": QCoreApplication.translate("Customers", "Recipient"),
        "street": QCoreApplication.translate("Customers", "Street and number"),
        "postal_code": QCoreApplication.translate("Customers", "Postal code"),
        "city": QCoreApplication.translate("Customers", "City"),
        "state": QCoreApplication.translate("Customers", "State or region"),
        "country": QCoreApplication.translate("Customers", "Country"),
    }[field]
