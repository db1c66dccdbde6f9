"""Declare the function keys of the till, with a button at its foot for each."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.till.page import TillPage
from storedesk.ui.till.sale.exchange_key import drop_exchange

Run: TypeAlias = Callable[[], object]
FOR_KEYS, ELSEWHERE = frozenset({"no_sale"}), frozenset({"gift", "order", "recall"})
"""What has no button at the foot, for fingers and for keys: F5 stands at the parked sales."""


def register_function_keys(
    page: TillPage,
    actions: Actions,
    *,
    search: Run,
    pay: Run,
    enabled: Callable[[], bool],
) -> None:
    """Register F2 to F11, and the keys of receipts and of gift cards."""
    special = _special(page)
    for name, key, text, short, icon, run in _keys(page, search, pay):
        action = Action(
            name=f"till.{name}", text=text, run=run, group=tr("Till"), keys=(key,), icon=icon,
            enabled=partial(_is_seen, page, special[name]) if name in special else enabled,
        )  # fmt: skip
        if name == "pay":
            actions.bind(action, page.pay, page)
        elif name in (FOR_KEYS if SIZES.is_touch else ELSEWHERE):
            actions.add(action, page)
        else:
            page.keys.add(actions, action, short, page)
    actions.bind(_unprinted(page, enabled), page.unprinted.show_list, page)
    actions.bind(drop_exchange(page.selling, enabled), page.lines.exchange.drop, page)
    actions.bind(_mail(page), page.side.done.mail, page)
    actions.bind(_gift_receipt(page), page.side.done.gift, page)


def _keys(page: TillPage, search: Run, pay: Run) -> Iterator[tuple[str, str, str, str, str, Run]]:
    """Yield of each key its name, the key, its words, fewer of them, its icon and what it does."""
    does, shifts = page.commands, page.shifts
    yield from (
        ("search", "F2", tr("Search items"), tr("Search"), "search", search),
        ("customer", "F3", tr("Customer of the sale"), tr("Customer"), "user",
         does.find_customer),
        ("park", "F4", tr("Park the sale"), tr("Park"), "pause", does.park),
        ("recall", "F5", tr("Recall a parked sale"), tr("Recall"), "play", does.recall),
        ("return", "F6", tr("Take goods back"), tr("Return", "on a key"), "undo-2",
         page.returns.begin),
        ("shift", "F7", tr("Open, join or close the shift"), tr("Shift"), "clock",
         shifts.change),
        ("price", "F8", tr("Price check"), tr("Price"), "tag", does.check_price),
        ("pay", "F9", tr("Pay"), tr("Pay"), "banknote", pay),
        ("receipt", "F10", tr("Last receipt"), tr("Receipt"), "receipt-text",
         partial(page.start, page.receipts.show_last)),
        ("no_sale", "F11", tr("Open the drawer without a sale"),
         tr("Drawer", "on a key"), "key-round", shifts.open_drawer),
        ("order", "Ctrl+O", tr("Pay or collect an order"), tr("Order", "on a key"),
         "clipboard-list", page.orders.begin),
        ("gift", "Ctrl+G", tr("Sell a gift card"), tr("Gift card"), "gift", page.gift_cards.sell),
    )  # fmt: skip


def _unprinted(page: TillPage, enabled: Callable[[], bool]) -> Action:
    """Return what shows the receipts that are missing; its key stands in the sheet of keys."""
    return Action(
        name="till.unprinted", text=tr("Receipts not printed"),
        run=partial(page.start, page.commands.show_unprinted), group=tr("Till"),
        keys=("Ctrl+F10",), icon="printer", enabled=enabled,
    )  # fmt: skip


def _mail(page: TillPage) -> Action:
    """Return what sends the receipt of the last sale, or the one in sight, by e-mail."""
    return Action(
        name="till.mail_receipt", text=tr("E-mail the receipt"),
        run=partial(page.start, page.receipts.mail), group=tr("Till"), keys=("Ctrl+M",),
        icon="mail", enabled=partial(_is_seen, page, page.receipts.is_offered),
    )  # fmt: skip


def _gift_receipt(page: TillPage) -> Action:
    """Return what prints a receipt without prices, of the last sale or of the one in sight."""
    return Action(
        name="till.gift_receipt", text=tr("Print a gift receipt"),
        run=partial(page.receipts.begin_gift, page.start), group=tr("Till"), keys=("Ctrl+R",),
        icon="gift", enabled=partial(_is_seen, page, page.receipts.is_offered),
    )  # fmt: skip


def _special(page: TillPage) -> dict[str, Callable[[], bool]]:
    """Return when keys do something that are not bound to a free counter."""
    shifts = page.shifts
    return {
        "shift": shifts.may_change, "no_sale": shifts.may_open_drawer,
        "gift": page.gift_cards.may_sell,
    }  # fmt: skip


def _is_seen(page: TillPage, may: Callable[[], bool]) -> bool:
    return page.isVisible() and may()
