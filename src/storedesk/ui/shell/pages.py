"""The pages of the window, in the order of its side bar. A new page is a new entry here."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from storedesk.adapters.links import open_link
from storedesk.adapters.mail.passwords import MailPasswords
from storedesk.domain.bounds import Bound
from storedesk.domain.staff import Group, Me
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import Register
from storedesk.services.desk import Desk
from storedesk.ui.approval import Managers
from storedesk.ui.catalog.manager_view import ManagerProductsView
from storedesk.ui.catalog.view import ProductsView
from storedesk.ui.counts.view import CountsView
from storedesk.ui.customers.view import CustomersView
from storedesk.ui.inventory.low_stock import LowStockView
from storedesk.ui.inventory.view import InventoryView
from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.base.answers import answered
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.scanner import ScannerGuard
from storedesk.ui.kit.base.view import View
from storedesk.ui.orders.office import Office
from storedesk.ui.orders.view import OrdersView
from storedesk.ui.outbox.settings import EmailSettingsView
from storedesk.ui.outbox.view import OutboxView
from storedesk.ui.stockroom import Stockroom
from storedesk.ui.till.place import Till
from storedesk.ui.till.view import TillView


class Visit(Protocol):
    """Shows another page, if this person has it: pages know each other by their keys only."""

    def __call__(self, page: str, record: UUID | None = None, *, words: str = "") -> None:
        """Show `page`; there, one record, or what `words` find."""


def nowhere(page: str, record: UUID | None = None, *, words: str = "") -> None:
    """Stay: there are no other pages."""
    del page, record, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a page is made from: the store as the person who is signed in may see it."""

    desk: Desk
    actions: Actions
    scanner: ScannerGuard
    format: Format
    store: StoreSettings
    me: Me
    register: Register | None = None
    """The register that stands here; None where nobody may sell, or until one is chosen."""
    seen: set[UUID] = field(default_factory=set)
    """Orders that this program has shown as booked."""
    mail_passwords: MailPasswords = field(default_factory=MailPasswords)
    """Knows the password of the mail server, where this computer does."""
    managers: Managers = field(default_factory=Managers)
    """How a manager is asked who stands beside, while somebody else is signed in."""
    visit: Visit = nowhere
    """Goes to another page, to one of its records or to what words find there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """A page: where it stands, who may see it, and how it is made."""

    key: str
    words: str
    icon: str
    is_for: Callable[[Room], bool]
    make: Callable[[Room], View]


def pages() -> tuple[PageEntry, ...]:
    """Return all pages, their words translated."""
    return (*_at_the_counter(), *_in_the_stock_room(), *_in_the_office())


def _at_the_counter() -> tuple[PageEntry, ...]:
    return (
        PageEntry(
            key="till",
            words=tr("Till"),
            icon="scan-barcode",
            is_for=lambda room: sells(room.me) and room.register is not None,
            make=_till,
        ),
        PageEntry(
            key="orders",
            words=tr("Orders"),
            icon="clipboard-list",
            is_for=lambda room: sees_goods(room.me),
            make=_orders,
        ),
    )


def _in_the_stock_room() -> tuple[PageEntry, ...]:
    return (
        PageEntry(
            key="products",
            words=tr("Products"),
            icon="package",
            is_for=lambda room: sees_goods(room.me),
            make=_products,
        ),
        PageEntry(
            key="inventory",
            words=tr("Inventory"),
            icon="warehouse",
            is_for=lambda room: sees_goods(room.me),
            make=lambda room: InventoryView(room.desk, room.actions, _stockroom(room)),
        ),
        PageEntry(
            key="counts",
            words=tr("Counts"),
            icon="list-checks",
            is_for=lambda room: room.me.may("count_item"),
            make=lambda room: CountsView(room.desk, room.actions, _stockroom(room)),
        ),
        PageEntry(
            key="customers",
            words=tr("Customers"),
            icon="users",
            is_for=lambda room: sees_goods(room.me),
            make=_customers,
        ),
    )


def _in_the_office() -> tuple[PageEntry, ...]:
    return (
        PageEntry(
            key="low_stock",
            words=tr("Low stock"),
            icon="package-x",
            is_for=lambda room: Group.MANAGER in room.me.groups,
            make=lambda room: LowStockView(room.desk, room.actions, _stockroom(room)),
        ),
        PageEntry(
            key="outbox",
            words=tr("Outbox"),
            icon="mail",
            is_for=lambda room: room.me.reads_mails or Group.ADMIN in room.me.groups,
            make=_outbox,
        ),
    )


def sells(me: Me) -> bool:
    """Tell whether a person works at a till."""
    return me.may("scan") and me.may("pay")


def sees_goods(me: Me) -> bool:
    """Tell whether a person may read catalogue and stock: all of the staff but the services."""
    return bool(me.groups - {Group.WEBSHOP, Group.MAILER, Group.BACKUP})


def _products(room: Room) -> View:
    async def run_import() -> None:
        from storedesk.ui.importing.dialog import import_catalog  # noqa: PLC0415 - rarely needed

        await import_catalog(
            page.window(), room.desk, room.format, most=room.me.most(Bound.MOVED_PIECES)
        )

    if Group.MANAGER not in room.me.groups:
        return ProductsView(room.desk, room.actions, room.format, room.me)
    page = ManagerProductsView(
        room.desk,
        room.actions,
        room.format,
        room.me,
        currency=room.store.currency,
        scanner=room.scanner,
        import_products=lambda: page.start(run_import),
        show_orders=lambda words: room.visit("orders", words=words),
    )
    return page


def _customers(room: Room) -> View:
    return CustomersView(
        room.desk,
        room.actions,
        room.format,
        room.me,
        country=room.store.country,
        visit=room.visit,
    )


def _orders(room: Room) -> View:
    def follow(address: str) -> None:
        async def opened() -> None:
            await answered(lambda: open_link(address))

        page.start(opened)

    office = Office(
        store=room.store,
        me=room.me,
        format=room.format,
        register=room.register,
        visit=room.visit,
        open_link=follow,
        managers=room.managers,
    )
    page = OrdersView(room.desk, room.actions, room.scanner, office)
    return page


def _stockroom(room: Room) -> Stockroom:
    return Stockroom(
        me=room.me,
        format=room.format,
        scanner=room.scanner,
        store_name=room.store.name,
        visit=room.visit,
        managers=room.managers,
    )


def _outbox(room: Room) -> View:
    if not room.me.reads_mails:
        return EmailSettingsView(room.desk, room.actions, room.format, room.mail_passwords)
    return OutboxView(
        room.desk, room.actions, room.format, room.me, room.mail_passwords, room.visit
    )


def _till(room: Room) -> View:
    if room.register is None:
        raise LookupError("a till stands at a register")
    place = Till(
        register=room.register,
        store=room.store,
        me=room.me,
        format=room.format,
        managers=room.managers,
        seen=room.seen,
    )
    return TillView(room.desk, room.actions, room.scanner, place)
