"""Send a return to the store, so that it is taken once however often it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID, uuid4

from storedesk import api
from storedesk.domain.credit import WrongCode
from storedesk.domain.fulfillment import OrderResult, ReturnedLine, ReturnPreview
from storedesk.domain.order_details import Order
from storedesk.domain.shifts import Shift
from storedesk.domain.till import Sale
from storedesk.services.desk import OnceOnly
from storedesk.ui.approval import Attempt, Describe
from storedesk.ui.context import PageContext
from storedesk.ui.returns.approvals import return_approval


@dataclass(frozen=True, slots=True)
class WantedReturn:
    """What comes back, why, and where the money goes."""

    lines: tuple[ReturnedLine, ...]
    reason: str
    with_shipping: bool = False
    to_credit: bool = False
    """Whether it becomes store credit, or goes back by the tenders that it came from."""
    credit_code: str | None = None
    """The code of the gift card that gets it; None for a new one."""


class Returning:
    """One return of an order: previewed as often as one likes, taken once.

    A return of which nobody knows whether it was taken is sent again as it was, with its choice
    where the money goes: the store answers as it did then, with the code of a new gift card.
    """

    def __init__(self, context: PageContext, order_id: UUID, shift: Shift | None) -> None:
        self._context, self._order_id, self.shift = context, order_id, shift
        self.return_id = uuid4()
        self._command = OnceOnly(context.desk)

    async def preview(self, lines: Sequence[ReturnedLine], with_shipping: bool) -> ReturnPreview:  # noqa: FBT001
        """Ask what would go back for some lines."""
        return await self._context.desk.read(
            api.orders.return_preview,
            self._order_id,
            lines,
            with_shipping=with_shipping,
            shift_id=self.shift.id if self.shift else None,
        )

    def attempt(self, order: Order, wanted: WantedReturn) -> tuple[Describe, Attempt[OrderResult]]:
        """Return how to ask a manager for a return, and how to send it, approved or not."""
        return self._words(order, wanted), partial(self._send, order, wanted)

    def exchange(
        self, order: Order, wanted: WantedReturn, sale_id: UUID
    ) -> tuple[Describe, Attempt[Sale]]:
        """Return how to ask for an exchange, and how to begin it.

        The sale in progress has it from then on; `sale_id` is the id of its order.
        """
        return self._words(order, wanted), partial(self._begin, order, wanted, sale_id)

    def _words(self, order: Order, wanted: WantedReturn) -> Describe:
        return partial(return_approval, order, wanted.lines, wanted.reason, self._context)

    async def _begin(
        self, order: Order, wanted: WantedReturn, sale_id: UUID, approval: UUID | None
    ) -> Sale:
        """Send what comes back for the sale; again with the same id it is chosen anew."""
        return await self._context.desk.do(
            api.exchanges.begin_exchange,
            register_id=self._context.till_register().id,
            order_id=sale_id,
            return_id=self.return_id,
            returned_order_id=order.id,
            seen=order.version,
            lines=wanted.lines,
            reason=wanted.reason,
            approval=approval,
        )

    async def _send(self, order: Order, wanted: WantedReturn, approval: UUID | None) -> OrderResult:
        answer = await self._command.do(
            api.orders.return_order,
            return_id=self.return_id,
            order_id=order.id,
            seen=order.version,
            lines=wanted.lines,
            reason=wanted.reason,
            shift_id=self.shift.id if self.shift else None,
            with_shipping=wanted.with_shipping,
            approval=approval,
            to_credit=wanted.to_credit,
            credit_code=wanted.credit_code,
        )
        if isinstance(answer, WrongCode):
            raise answer.refusal
        return answer
