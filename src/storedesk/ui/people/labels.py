"""Label people, their groups and what they may do in the language of the window."""

from collections.abc import Iterable, Mapping

from storedesk.domain.duties import Duty
from storedesk.domain.staff import Group, Limit, StaffLine
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.lists.empty import Emptiness, Next
from storedesk.ui.kit.looks.tokens import Tone


def group_label(group: Group) -> str:
    """Return the name of a group."""
    return {
        Group.CASHIER: tr("Cashier"),
        Group.CLERK: tr("Clerk"),
        Group.MANAGER: tr("Manager"),
        Group.ADMIN: tr("Admin"),
        Group.AUDITOR: tr("Auditor"),
        Group.WEBSHOP: tr("Web shop"),
        Group.MAILER: tr("Mailer"),
        Group.BACKUP: tr("Backup"),
    }[group]


def group_remark(group: Group) -> str:
    """Return what the people of a group do."""
    return {
        Group.CASHIER: tr("Sells, takes goods back, edits customers."),
        Group.CLERK: tr("Ships orders, counts and adjusts stock."),
        Group.MANAGER: tr("All of a cashier and a clerk, and products, prices, reports."),
        Group.ADMIN: tr("People and settings; neither stock nor money."),
        Group.AUDITOR: tr("Reads everything and changes nothing."),
    }.get(group, "")


def groups_label(groups: Iterable[Group]) -> str:
    """Return the names of some groups."""
    return ", ".join(group_label(group) for group in groups)


def duty_label(duty: Duty) -> str:
    """Return what is done."""
    return {
        Duty.SELL: tr("Sell, park, take payments"),
        Duty.REFUND: tr("Take goods back"),
        Duty.REPRICE: tr("Change a price at the till"),
        Duty.FIND: tr("Find pieces at the till"),
        Duty.SHIFT: tr("Open and close a shift"),
        Duty.CUSTOMERS: tr("Edit customers"),
        Duty.ORDERS: tr("Place and cancel orders"),
        Duty.SHIP: tr("Ship orders"),
        Duty.STOCK: tr("Receive and adjust stock"),
        Duty.COUNT: tr("Post counts"),
        Duty.PRODUCTS: tr("Products and prices"),
        Duty.SETTINGS: tr("Settings of the store"),
        Duty.PEOPLE: tr("People and their groups"),
    }[duty]


def limit_labels() -> Mapping[Limit, str]:
    """Return what each limit is of."""
    return {
        Limit.REFUND: tr("One return"),
        Limit.REFUND_DAY: tr("All returns that one person takes in a day"),
        Limit.DAMAGED_DAY: tr("Of these, goods that do not go back to the shelf"),
        Limit.FOUND_PRODUCT: tr("Pieces of one product that one person finds in a day"),
        Limit.FOUND_DAY: tr("Pieces of all products that one person finds in a day"),
        Limit.OPENINGS: tr("Drawer opened without a sale, by one person in a shift"),
        Limit.CREDIT_DAY: tr("Gift cards that one person sells in a day"),
        Limit.DISCOUNT: tr("Discount at the till, in percent"),
        Limit.OPEN_PRICE_LEAST: tr("Least price that is typed at the till"),
        Limit.OPEN_PRICE_MOST: tr("Highest price that is typed at the till"),
    }


def state_cell(person: StaffLine) -> Cell:
    """Return whether somebody is signed in, or may not be."""
    if not person.is_active:
        return Cell(tr("Disabled"), tone=Tone.MUTE)
    return Cell(tr("Signed in") if person.is_signed_in else "", is_usual=True)


def count_label(listed: int, signed_in: int, form: Format) -> str:
    """Return how many are listed, and how many people are signed in, listed or not."""
    words = tr("{listed} listed, {count} signed in now")
    return words.format(listed=form.count(listed), count=form.count(signed_in))


def emptiness() -> Emptiness:
    """Return the texts of an empty list of people."""
    return Emptiness(
        (tr("Nobody is here yet"), tr("Add the first person.")),
        next_steps=(Next("people.add", tr("Add a person"), "user-plus", "Ctrl+N"),),
    )
