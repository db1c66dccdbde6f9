"""Run a filled stock form for some products: one command, for all of them or none."""

from collections.abc import Sequence
from uuid import UUID

from storedesk import api
from storedesk.domain.inventory import Moved, StockLine
from storedesk.services.desk import Desk
from storedesk.ui.inventory.labels import StockCommand
from storedesk.ui.inventory.stock_entry import StockEntry
from storedesk.ui.inventory.stock_form import StockForm
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr


async def run_command(
    desk: Desk, form: StockForm, filled: StockEntry, products: Sequence[UUID]
) -> Moved | None:
    """Run the command and return the movements; None where no stock moves (a reorder point)."""
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
            return await desk.do(
                api.inventory.restock, products, by=numbers, note=filled.remark, cost=filled.cost
            )
        case StockCommand.SET:
            seen = form.seen(products)
            return await desk.do(
                api.inventory.set_stocks, products, seen=seen, to=numbers, note=filled.remark
            )
        case StockCommand.REORDER_POINT:
            await desk.do(api.inventory.set_thresholds, products, low_at=filled.number)
            return None


def summary(
    entry: StockEntry, moved: Moved | None, line: StockLine | None, many: int, form: Format
) -> str:
    """Return in words what a command did, to one product (`line`) or to `many`."""
    if line is None:
        return tr("{products} updated.").format(products=form.products(many))
    if moved is None:
        words, number = tr("{product}: reorder point {n}."), entry.number
    else:
        words, number = tr("{product}: {n} on hand now."), moved.on_hand[0]
    return words.format(product=line.product, n=form.count(number))
