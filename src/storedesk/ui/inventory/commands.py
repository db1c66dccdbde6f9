"""A filled form, done to some products: one command, all of them or none."""

from collections.abc import Sequence
from uuid import UUID

from storedesk import api
from storedesk.domain.inventory import Moved
from storedesk.services.desk import Desk
from storedesk.ui.inventory.labels import StockCommand
from storedesk.ui.inventory.stock_form import StockEntry, StockForm


async def run_command(
    desk: Desk, form: StockForm, filled: StockEntry, products: Sequence[UUID]
) -> Moved | None:
    """Do it; return what moved by it, None where nothing did (a threshold)."""
    numbers = [filled.number] * len(products)
    match filled.command:
        case StockCommand.ADJUST:
            return await desk.do(
                api.inventory.adjust_stocks,
                products,
                by=numbers,
                reason=filled.reason,
                note=filled.remark,
            )
        case StockCommand.RECEIVE:
            return await desk.do(api.inventory.restock, products, by=numbers, note=filled.remark)
        case StockCommand.SET:
            seen = form.seen(products)
            return await desk.do(
                api.inventory.set_stocks, products, seen=seen, to=numbers, note=filled.remark
            )
        case StockCommand.REORDER_POINT:
            await desk.do(api.inventory.set_thresholds, products, low_at=filled.number)
            return None
