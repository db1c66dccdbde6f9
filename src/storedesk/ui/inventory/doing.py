"""A filled form, done to some products: one command, all of them or none."""

from collections.abc import Sequence
from uuid import UUID

from storedesk import api
from storedesk.domain.inventory import Moved
from storedesk.services.desk import Desk
from storedesk.ui.inventory.deeds import DeedForm, Filled
from storedesk.ui.inventory.words import Deed


async def do_deed(
    desk: Desk, form: DeedForm, filled: Filled, products: Sequence[UUID]
) -> Moved | None:
    """Do it; return what moved by it, None where nothing did (a threshold)."""
    numbers = [filled.number] * len(products)
    match filled.deed:
        case Deed.ADJUST:
            return await desk.do(
                api.inventory.adjust_all,
                products,
                by=numbers,
                reason=filled.reason,
                note=filled.remark,
            )
        case Deed.RESTOCK:
            return await desk.do(api.inventory.restock, products, by=numbers, note=filled.remark)
        case Deed.SET:
            seen = form.seen(products)
            return await desk.do(
                api.inventory.set_stock, products, seen=seen, to=numbers, note=filled.remark
            )
        case Deed.LOW_AT:
            await desk.do(api.inventory.set_thresholds, products, low_at=filled.number)
            return None
