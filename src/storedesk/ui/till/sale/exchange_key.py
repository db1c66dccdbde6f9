"""Declare the key that drops the exchange of the sale in progress."""

from collections.abc import Callable

from storedesk.ui.kit.base.actions import Action
from storedesk.ui.kit.base.language import tr
from storedesk.ui.till.sale.sale_controller import SaleController


def drop_exchange(selling: SaleController, is_free: Callable[[], bool]) -> Action:
    """Return what drops it; it does something while there is one and no panel is open."""

    def may() -> bool:
        return is_free() and selling.sale is not None and selling.sale.exchange is not None

    return Action(
        name="till.drop_exchange", text=tr("Drop the exchange"), run=selling.drop_exchange,
        group=tr("Till"), keys=("Ctrl+Shift+X",), icon="x", enabled=may,
    )  # fmt: skip
