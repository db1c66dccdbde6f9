"""Label customers in the language of the window, with the colors of their chips."""

from datetime import date

from storedesk.domain.customer_card import (
    CustomerEmail,
    CustomerEmailStatus,
    OpenBasket,
    PaymentMethod,
)
from storedesk.domain.customers import Address, Registration, Why
from storedesk.domain.orders import OrderStatus
from storedesk.domain.values.addresses import town_line
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.forms.choices import country_name
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.lists.empty import Emptiness, Next
from storedesk.ui.kit.looks.tokens import Tone

ORDER_TONES = {
    OrderStatus.PENDING: Tone.WARN,
    OrderStatus.CONFIRMED: Tone.INFO,
    OrderStatus.SHIPPED: Tone.MUTE,
    OrderStatus.DELIVERED: Tone.OK,
    OrderStatus.CANCELLED: Tone.BAD,
}
EMAIL_TONES = {
    CustomerEmailStatus.PENDING: Tone.INFO,
    CustomerEmailStatus.PROCESSING: Tone.INFO,
    CustomerEmailStatus.SENT: Tone.OK,
    CustomerEmailStatus.FAILED: Tone.BAD,
    CustomerEmailStatus.OVERTAKEN: Tone.MUTE,
}
BRANDS = {"visa": "Visa", "mastercard": "Mastercard", "amex": "American Express"}
DOTS = "\N{BULLET}" * 4


def registration_label(registration: Registration) -> str:
    """Return the label of a customer's registration."""
    return {
        Registration.REGISTERED: tr("Registered"),
        Registration.UNVERIFIED: tr("Unconfirmed"),
    }[registration]


def emptiness(*, may_add: bool) -> Emptiness:
    """Return the texts of the empty list of customers."""
    hint = tr("Who orders is listed here, and whoever a cashier or a manager adds.")
    steps: tuple[Next, ...] = ()
    if may_add:
        hint = tr("Add the first one. Who orders is listed here too.")
        steps = (Next("customers.new", tr("New customer"), "user-plus", "Ctrl+N"),)
    return Emptiness(
        (tr("There are no customers yet"), hint),
        {
            Registration.REGISTERED.value: (
                tr("Nobody is registered"),
                tr("Customers who have confirmed their e-mail address are listed here."),
            ),
            Registration.UNVERIFIED.value: (
                tr("Everybody is registered"),
                tr("Customers who have not confirmed their e-mail address are listed here."),
            ),
        },
        steps,
    )


def registration_cell(registration: Registration, email: str | None) -> Cell:
    """Return the registration as a chip; empty without an e-mail address."""
    if email is None:
        return Cell("")
    is_usual = registration is Registration.REGISTERED
    tone = Tone.OK if is_usual else Tone.MUTE
    return Cell(registration_label(registration), tone=tone, is_usual=is_usual)


def match_label(why: Why) -> str:
    """Return why two customers may be the same."""
    return {
        Why.EMAIL: tr("the same e-mail"),
        Why.PLACE: tr("the same name and postal code"),
        Why.PHONE: tr("the same name and phone"),
        Why.SAME: tr("the same name"),
        Why.NAME: tr("nearly the same name"),
    }[why]


def order_label(status: OrderStatus) -> str:
    """Return the label of an order's status."""
    return {
        OrderStatus.PENDING: tr("To confirm"),
        OrderStatus.CONFIRMED: tr("To ship"),
        OrderStatus.SHIPPED: tr("Shipped"),
        OrderStatus.DELIVERED: tr("Delivered"),
        OrderStatus.CANCELLED: tr("Canceled"),
    }[status]


def email_label(mail: CustomerEmail) -> str:
    """Return the label of an e-mail's kind."""
    return {
        "order_confirmation": tr("Order confirmation"),
        "order_shipped": tr("Order shipped"),
        "order_cancelled": tr("Order canceled"),
        "verification": tr("Confirm your e-mail"),
        "password_reset": tr("Choose a new password"),
    }.get(mail.kind, mail.kind)


def email_status_label(status: CustomerEmailStatus) -> str:
    """Return the label of an e-mail's status."""
    return {
        CustomerEmailStatus.PENDING: tr("Waiting"),
        CustomerEmailStatus.PROCESSING: tr("Being sent"),
        CustomerEmailStatus.SENT: tr("Sent", "e-mail"),
        CustomerEmailStatus.FAILED: tr("Not sent"),
        CustomerEmailStatus.OVERTAKEN: tr("Not needed"),
    }[status]


def method_label(method: PaymentMethod) -> str:
    """Return a payment method, masked: its brand and last four digits."""
    if method.kind == "paypal":
        return tr("PayPal account")
    card = tr("Card")
    return f"{BRANDS.get(method.brand or '', card)} {DOTS} {method.last_four or DOTS}"


def expiry_label(method: PaymentMethod, today: date) -> str:
    """Return when a payment method expires; "" where it does not."""
    if method.expires is None:
        return ""
    year, _, month = method.expires.partition("-")
    words = tr("Valid until {month}/{year}")
    if method.is_expired(today):
        words = tr("Expired in {month}/{year}")
    return words.format(month=month, year=year)


def basket_label(basket: OpenBasket) -> str:
    """Return where a basket is: in the web shop, or at a register."""
    if basket.register is None:
        return tr("In the web shop")
    words = tr("At {register}")
    if basket.is_parked:
        words = tr("Parked at {register}")
    return words.format(register=basket.register)


def address_line(address: Address, home: str) -> str:
    """Return the city line and, unless it is `home`, the country."""
    town = town_line(
        city=address.city,
        state=address.state,
        postal_code=address.postal_code,
        country=address.country,
    )
    abroad = "" if address.country == home else country_name(address.country)
    return ", ".join(part for part in (town, abroad) if part)


def customers(count: int, form: Format) -> str:
    """Return the number of customers in words."""
    return plural("{count} customer", "{count} customers", count).format(count=form.count(count))


def pieces(count: int, form: Format) -> str:
    """Return the number of pieces in words."""
    return plural("{count} piece", "{count} pieces", count).format(count=form.count(count))


def field_label(field: str) -> str:
    """Return the label of a field."""
    return {
        "first_name": tr("First name"),
        "last_name": tr("Last name"),
        "email": tr("E-mail"),
        "phone": tr("Phone"),
        "note": tr("Note"),
        "recipient": tr("Recipient"),
        "street": tr("Street and number"),
        "postal_code": tr("Postal code"),
        "city": tr("City"),
        "state": tr("State or region"),
        "country": tr("Country"),
    }[field]
