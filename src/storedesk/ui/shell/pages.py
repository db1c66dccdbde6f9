"""The pages of the window, in the order of its side bar. A new page is a new entry here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from storedesk import queries
from storedesk.domain.bounds import Bound
from storedesk.domain.staff import Group
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.shell.badges import Badge

Make: TypeAlias = Callable[[PageContext], View]
Load: TypeAlias = Callable[[], Make]
"""Imports a page, which takes a while, and returns what makes it."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: where it stands, who may see it, and how it is made."""

    key: str
    label: str
    icon: str
    is_for: Callable[[PageContext], bool]
    load: Load
    badge: Callable[[PageContext], Badge | None] = lambda _: None
    """What is counted beside it for a person, if anything is."""
    is_listed: bool = True
    """Whether the side bar has it among the pages; else there is another way to it."""
    is_home: bool = False
    """Whether Ctrl+0 leads there, and whoever does not stand at a till begins there."""
    finds: bool = False
    """Whether the palette finds its records by words."""

    def make(self, context: PageContext) -> View:
        """Return the page, with the timeline of its records where this person reads it."""
        from storedesk.ui.timeline.action import add_timeline  # noqa: PLC0415 - not at the start

        page = self.load()(context)
        add_timeline(page, self.key, self.label, context)
        return page


FOUND_FIRST = ("products", "customers", "orders", "settings")
"""The order in which the palette shows what it has found."""


def finding_pages(entries: Iterable[PageEntry]) -> list[str]:
    """Return which of these pages find records by words, in the palette's order."""
    return sorted((one.key for one in entries if one.finds), key=FOUND_FIRST.index)


def pages() -> tuple[PageEntry, ...]:
    """Return all pages, their words translated."""
    return (
        PageEntry("start", tr("Start"), "layout-dashboard", _has_a_desk, _start, is_home=True),
        PageEntry("till", tr("Till"), "scan-barcode", _is_at_a_till, _till),
        PageEntry(
            "orders", tr("Orders"), "clipboard-list", _reads_catalog, _orders, _to_ship, finds=True
        ),
        PageEntry("products", tr("Products"), "package", _reads_catalog, _products, finds=True),
        PageEntry("inventory", tr("Inventory"), "warehouse", _reads_catalog, _inventory, _low),
        PageEntry("counts", tr("Counts"), "list-checks", _counts_stock, _counts, _open),
        PageEntry("customers", tr("Customers"), "users", _reads_catalog, _customers, finds=True),
        PageEntry("low_stock", tr("Low stock"), "package-x", _is_manager, _low_stock, _scarce),
        PageEntry("exceptions", tr("Exceptions"), "eye", _signs_off, _exceptions, _unsigned),
        PageEntry("shifts", tr("Shifts"), "coins", _signs_off, _shifts, _unapproved),
        PageEntry("reports", tr("Reports"), "chart-column", _signs_off, _reports),
        PageEntry("people", tr("People"), "user-plus", _makes_people, _people),
        PageEntry("settings", tr("Settings"), "wrench", _changes_settings, _settings, finds=True),
        PageEntry("outbox", tr("Outbox"), "mail", _reads_or_sets_up_emails, _outbox, _failed),
        PageEntry("journal", tr("Journal"), "history", _reads_journal, _journal),
        PageEntry("health", tr("Health"), "shield-check", _looks_after_store, _health),
        PageEntry(
            "preferences", tr("Preferences"), "settings", _is_anyone, _preferences, is_listed=False
        ),
    )


def _is_anyone(_context: PageContext) -> bool:
    return True


def _has_a_desk(context: PageContext) -> bool:
    """Tell whether a person plans and looks after the work of others, or of the stockroom."""
    return bool(context.me.groups & {Group.MANAGER, Group.CLERK, Group.AUDITOR})


def _is_at_a_till(context: PageContext) -> bool:
    return context.me.may("scan") and context.me.may("pay") and context.register is not None


def _reads_catalog(context: PageContext) -> bool:
    """Tell whether a person may read catalog and stock: all of the staff but the services."""
    return bool(context.me.groups - {Group.WEBSHOP, Group.MAILER, Group.BACKUP})


def _counts_stock(context: PageContext) -> bool:
    return context.me.may("count_item")


def _is_manager(context: PageContext) -> bool:
    return Group.MANAGER in context.me.groups


def _signs_off(context: PageContext) -> bool:
    """Tell whether a person reads what is for managers: what was written down, and reports."""
    return bool(context.me.groups & {Group.MANAGER, Group.AUDITOR})


def _makes_people(context: PageContext) -> bool:
    return context.me.may("create_staff")


def _changes_settings(context: PageContext) -> bool:
    return context.me.may("change_settings")


def _looks_after_store(context: PageContext) -> bool:
    return context.me.may("health")


def _reads_journal(context: PageContext) -> bool:
    return context.me.may("verify_seals")


def _reads_or_sets_up_emails(context: PageContext) -> bool:
    return context.me.reads_mails or Group.ADMIN in context.me.groups


def _to_ship(_context: PageContext) -> Badge:
    return Badge(queries.order_lists.orders_to_ship, frozenset({"orders"}), Tone.INFO)


def _open(_context: PageContext) -> Badge:
    return Badge(queries.count_lists.open_count, frozenset({"stock_counts"}), Tone.INFO)


def _scarce(_context: PageContext) -> Badge:
    tables = frozenset({"low_stock"})
    return Badge(queries.low_stock.low_stock_count, tables, Tone.WARN)


def _unsigned(context: PageContext) -> Badge | None:
    tables = frozenset({"orders", "order_returns", "till_sessions", "cash_movements",
                        "drawer_openings", "exception_signoffs"})  # fmt: skip
    counted = Badge(queries.exceptions.waiting_count, tables, Tone.WARN)
    return counted if _is_manager(context) else None


def _unapproved(context: PageContext) -> Badge | None:
    tables = frozenset({"till_sessions", "exception_signoffs"})
    counted = Badge(queries.shift_lists.unapproved_count, tables, Tone.WARN)
    return counted if _is_manager(context) else None


def _low(context: PageContext) -> Badge | None:
    """Count the low products beside the inventory for clerks: managers have a page of them."""
    is_clerk = context.me.reads_ledger and not _is_manager(context)
    return _scarce(context) if is_clerk else None


def _failed(context: PageContext) -> Badge | None:
    counted = Badge(queries.email_lists.failed_count, frozenset({"email_queue"}), Tone.BAD)
    return counted if context.me.reads_mails else None


def _start() -> Make:
    from storedesk.ui.start.view import StartView  # noqa: PLC0415 - as all below

    return StartView


def _till() -> Make:
    from storedesk.ui.till.view import TillView  # noqa: PLC0415 - as all below: when it is wanted

    return TillView


def _orders() -> Make:
    from storedesk.ui.orders.view import OrdersView  # noqa: PLC0415

    return OrdersView


def _products() -> Make:
    from storedesk.ui.catalog.manager_view import ManagerProductsView  # noqa: PLC0415
    from storedesk.ui.catalog.view import ProductsView  # noqa: PLC0415

    def make(context: PageContext) -> View:
        async def run_import() -> None:
            from storedesk.ui.importing.dialog import import_catalog  # noqa: PLC0415 - rarely needed

            most = context.me.most(Bound.MOVED_PIECES)
            await import_catalog(page.window(), context.desk, context.format, most=most)

        async def show_past() -> None:
            from storedesk.ui.importing.past_sales import PastSalesDialog  # noqa: PLC0415

            await PastSalesDialog(page.window(), context).shown()

        if not _is_manager(context):
            return ProductsView(context)
        page = ManagerProductsView(
            context,
            import_products=lambda: page.start(run_import),
            past_sales=lambda: page.start(show_past),
        )
        return page

    return make


def _inventory() -> Make:
    from storedesk.ui.inventory.view import InventoryView  # noqa: PLC0415

    return InventoryView


def _counts() -> Make:
    from storedesk.ui.counts.view import CountsView  # noqa: PLC0415

    return CountsView


def _customers() -> Make:
    from storedesk.ui.customers.view import CustomersView  # noqa: PLC0415

    return CustomersView


def _low_stock() -> Make:
    from storedesk.ui.inventory.low_stock import LowStockView  # noqa: PLC0415

    return LowStockView


def _exceptions() -> Make:
    from storedesk.ui.exceptions.view import ExceptionsView  # noqa: PLC0415

    return ExceptionsView


def _shifts() -> Make:
    from storedesk.ui.shifts.view import ShiftsView  # noqa: PLC0415

    return ShiftsView


def _reports() -> Make:
    from storedesk.ui.reports.view import ReportsView  # noqa: PLC0415

    return ReportsView


def _people() -> Make:
    from storedesk.ui.people.view import PeopleView  # noqa: PLC0415

    return PeopleView


def _settings() -> Make:
    from storedesk.ui.settings.view import SettingsView  # noqa: PLC0415

    return SettingsView


def _outbox() -> Make:
    from storedesk.ui.outbox.settings import EmailSettingsView  # noqa: PLC0415
    from storedesk.ui.outbox.view import OutboxView  # noqa: PLC0415

    return lambda context: (OutboxView if context.me.reads_mails else EmailSettingsView)(context)


def _journal() -> Make:
    from storedesk.ui.journal.view import JournalView  # noqa: PLC0415

    return JournalView


def _health() -> Make:
    from storedesk.ui.health.view import HealthView  # noqa: PLC0415

    return HealthView


def _preferences() -> Make:
    from storedesk.ui.preferences.view import PreferencesView  # noqa: PLC0415

    return PreferencesView
