"""Find the order that is paid or collected: by its number, or by words about its customer."""

from collections.abc import Sequence

from storedesk import queries
from storedesk.domain.order_details import OrderLine
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.till.order_finder import LIMIT, OrderFinder


class FindOrderPanel(OrderFinder):
    """Any of number, customer, telephone; of orders that can be paid or collected."""

    lists_all = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(
            context, tr("Order"), name=tr("Find the order"), hint=tr("Number, customer, telephone")
        )

    def list_name(self) -> str:
        """Return what the list is called."""
        return tr("Orders found")

    def empty_words(self, *, is_typed: bool) -> str:
        """Return what is said where nothing is listed."""
        none = tr("No order to pay or to collect matches. Try fewer letters, or another word.")
        return none if is_typed else tr("Type or scan the number of the order.")

    def unknown(self, text: str) -> Refused:
        """Return what to say of a number that no order has."""
        return Refused("order_number_unknown", number=text[:40])

    async def ask(self, text: str) -> Sequence[OrderLine]:
        """Return the orders that can be paid or collected."""
        return await self.context.desk.read(
            queries.counter_orders.orders_at_counter, text, limit=LIMIT
        )
