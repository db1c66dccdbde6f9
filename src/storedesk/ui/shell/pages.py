"""The pages of the window, in the order of its side bar. A new page is a new entry here."""

from collections.abc import Callable
from dataclasses import dataclass

from storedesk.domain.bounds import Bound
from storedesk.domain.staff import Group
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


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: where it stands, who may see it, and how it is made."""

    key: str
    label: str
    icon: str
    is_for: Callable[[PageContext], bool]
    make: Callable[[PageContext], View]


def pages() -> tuple[PageEntry, ...]:
    """Return all pages, their words translated."""
    return (
        PageEntry("till", tr("Till"), "scan-barcode", _is_at_a_till, TillView),
        PageEntry("orders", tr("Orders"), "clipboard-list", _reads_catalog, OrdersView),
        PageEntry("products", tr("Products"), "package", _reads_catalog, _products),
        PageEntry("inventory", tr("Inventory"), "warehouse", _reads_catalog, InventoryView),
        PageEntry("counts", tr("Counts"), "list-checks", _counts_stock, CountsView),
        PageEntry("customers", tr("Customers"), "users", _reads_catalog, CustomersView),
        PageEntry("low_stock", tr("Low stock"), "package-x", _is_manager, LowStockView),
        PageEntry("outbox", tr("Outbox"), "mail", _reads_or_sets_up_emails, _outbox),
    )


def _is_at_a_till(context: PageContext) -> bool:
    return context.me.may("scan") and context.me.may("pay") and context.register is not None


def _reads_catalog(context: PageContext) -> bool:
    """Tell whether a person may read catalog and stock: all of the staff but the services."""
    return bool(context.me.groups - {Group.WEBSHOP, Group.MAILER, Group.BACKUP})


def _counts_stock(context: PageContext) -> bool:
    return context.me.may("count_item")


def _is_manager(context: PageContext) -> bool:
    return Group.MANAGER in context.me.groups


def _reads_or_sets_up_emails(context: PageContext) -> bool:
    return context.me.reads_mails or Group.ADMIN in context.me.groups


def _products(context: PageContext) -> View:
    async def run_import() -> None:
        from storedesk.ui.importing.dialog import import_catalog  # noqa: PLC0415 - rarely needed

        await import_catalog(
            page.window(), context.desk, context.format, most=context.me.most(Bound.MOVED_PIECES)
        )

    if not _is_manager(context):
        return ProductsView(context)
    page = ManagerProductsView(context, import_products=lambda: page.start(run_import))
    return page


def _outbox(context: PageContext) -> View:
    return OutboxView(context) if context.me.reads_mails else EmailSettingsView(context)
