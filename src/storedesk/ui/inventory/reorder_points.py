"""Edit the reorder point in a cell of a stock list."""

from typing import Protocol, TypeVar
from uuid import UUID

from storedesk import api
from storedesk.domain.bounds import Bound
from storedesk.domain.inventory import Stock
from storedesk.domain.staff import Me
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.forms.numbers import parse_quantity
from storedesk.ui.kit.lists.columns import Edit

REORDER_POINT = "reorder_point"


class HasStock(Protocol):
    """Have a product and its stock: a record of a list."""

    @property
    def product_id(self) -> UUID:
        """The product."""
        ...

    @property
    def product(self) -> str:
        """Its name."""
        ...

    @property
    def stock(self) -> Stock:
        """Its numbers."""
        ...


S = TypeVar("S", bound=HasStock)


def reorder_point_edit(page: View, me: Me) -> Edit[S]:
    """Return the cell editor of the reorder point, for those who may set it."""

    async def save(line: S, typed: str) -> None:
        low_at = parse_quantity(typed, smallest=0, largest=me.most(Bound.THRESHOLD))
        await page.desk.do(api.inventory.set_threshold, line.product_id, low_at=low_at)
        page.reload()

    return Edit(
        name=REORDER_POINT,
        text=lambda line: str(line.stock.low_at),
        save=save,
        of=lambda line: line.product,
    )
