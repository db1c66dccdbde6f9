"""The pages of the window, in the order of its side bar. A new page is a new entry here."""

from collections.abc import Callable
from dataclasses import dataclass

from storedesk.domain.bounds import Bound
from storedesk.domain.staff import Group, Me
from storedesk.ui.catalog.manager_view import ManagerProductsView
from storedesk.ui.catalog.view import ProductsView
from storedesk.ui.context import PageContext
from storedesk.ui.counts.view import CountsView
from storedesk.ui.customers.view import CustomersView
from storedesk.ui.inventory.low_stock import LowStockView
from storedesk.ui.inventory.view import InventoryView
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import View
from storedesk.ui.orders.view import OrdersView
from storedesk.ui.outbox.settings import EmailSettingsView
from storedesk.ui.outbox.view import OutboxView
from storedesk.ui.till.view import TillView


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """A page: where it stands, who may see it, and how it is made."""

    key: str
    words: str
    icon: str
    is_for: Callable[[PageContext], bool]
    make: Callable[[PageContext], View]


def pages() -> tuple[PageEntry, ...]:
    """Return all pages, their words translated."""
    return (*_at_the_counter(), *_in_the_stock_room(), *_in_the_office())


def _at_the_counter() -> tuple[PageEntry, ...]:
    return (
        PageEntry(
            key="till",
            words=tr("Till"),
            icon="scan-barcode",
            is_for=lambda context: sells(context.me) and context.register is not None,
            make=TillView,
        ),
        PageEntry(
            key="orders",
            words=tr("Orders"),
            icon="clipboard-list",
            is_for=lambda context: sees_goods(context.me),
            make=OrdersView,
        ),
    )


def _in_the_stock_room() -> tuple[PageEntry, ...]:
    return (
        PageEntry(
            key="products",
            words=tr("Products"),
            icon="package",
            is_for=lambda context: sees_goods(context.me),
            make=_products,
        ),
        PageEntry(
            key="inventory",
            words=tr("Inventory"),
            icon="warehouse",
            is_for=lambda context: sees_goods(context.me),
            make=InventoryView,
        ),
        PageEntry(
            key="counts",
            words=tr("Counts"),
            icon="list-checks",
            is_for=lambda context: context.me.may("count_item"),
            make=CountsView,
        ),
        PageEntry(
            key="customers",
            words=tr("Customers"),
            icon="users",
            is_for=lambda context: sees_goods(context.me),
            make=CustomersView,
        ),
    )


def _in_the_office() -> tuple[PageEntry, ...]:
    return (
        PageEntry(
            key="low_stock",
            words=tr("Low stock"),
            icon="package-x",
            is_for=lambda context: Group.MANAGER in context.me.groups,
            make=LowStockView,
        ),
        PageEntry(
            key="outbox",
            words=tr("Outbox"),
            icon="mail",
            is_for=lambda context: context.me.reads_mails or Group.ADMIN in context.me.groups,
            make=_outbox,
        ),
    )


def sells(me: Me) -> bool:
    """Tell whether a person works at a till."""
    return me.may("scan") and me.may("pay")


def sees_goods(me: Me) -> bool:
    """Tell whether a person may read catalogue and stock: all of the staff but the services."""
    return bool(me.groups - {Group.WEBSHOP, Group.MAILER, Group.BACKUP})


def _products(context: PageContext) -> View:
    async def run_import() -> None:
        from storedesk.ui.importing.dialog import import_catalog  # noqa: PLC0415 - rarely needed

        await import_catalog(
            page.window(), context.desk, context.format, most=context.me.most(Bound.MOVED_PIECES)
        )

    if Group.MANAGER not in context.me.groups:
        return ProductsView(context)
    page = ManagerProductsView(context, import_products=lambda: page.start(run_import))
    return page


def _outbox(context: PageContext) -> View:
    return OutboxView(context) if context.me.reads_mails else EmailSettingsView(context)
