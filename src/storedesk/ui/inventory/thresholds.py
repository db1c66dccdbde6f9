"""The threshold, typed straight into a list of stock."""

from storedesk.domain.inventory import StockLine
from storedesk.services import inventory
from storedesk.ui.kit.columns import Edit
from storedesk.ui.kit.numbers import parse_quantity
from storedesk.ui.kit.view import View

LOW_AT = "threshold"
MOST = 1_000_000


def threshold_edit(page: View) -> Edit[StockLine]:
    """Return how the threshold is typed over, by those who may."""

    async def save(line: StockLine, typed: str) -> None:
        low_at = parse_quantity(typed, smallest=0, largest=MOST)
        await page.desk.do(inventory.set_threshold, line.product_id, low_at=low_at)
        page.reload()

    return Edit(
        name=LOW_AT,
        text=lambda line: str(line.stock.low_at),
        save=save,
        of=lambda line: line.product,
    )
