"""Send a return without a receipt to the store, so that it is taken once."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from storedesk import api
from storedesk.domain.credit import WrongCode
from storedesk.domain.open_returns import OpenReturnPreview, OpenReturnResult
from storedesk.domain.refusals.errors import NotAllowed
from storedesk.domain.shifts import Shift
from storedesk.domain.values.money import Money
from storedesk.services.desk import OnceOnly
from storedesk.ui.approval import Approval, ApprovalRequest, asking
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.till.labels import pieces
from storedesk.ui.till.open_returns.draft import OpenReturnDraft

MOST_LINES = 4
"""Lines that are named one by one."""
Ask = Callable[[Approval[Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Destination:
    """Why goods come back, and where the money goes."""

    reason: str
    in_cash: bool
    credit_code: str | None
    """The code of the gift card that gets it; None for a new one, and for cash."""


class TakingOpenReturn:
    """One return without a receipt: asked about as often as one likes, taken once.

    One of which nobody knows whether it was taken is sent again as it was: the store answers as it
    did then, with the code of a new gift card.
    """

    def __init__(self, context: PageContext, shift: Shift) -> None:
        self._context, self.shift = context, shift
        self.return_id = uuid4()
        self._command = OnceOnly(context.desk)
        self._approval: UUID | None = None
        """Of the return itself, while cash for it is asked about."""

    async def preview(self, draft: OpenReturnDraft) -> OpenReturnPreview:
        """Ask what goods are worth. Refused: as api.open_returns.open_return_preview."""
        return await self._context.desk.read(api.open_returns.open_return_preview, draft.wanted())

    async def take(self, draft: OpenReturnDraft, to: Destination, ask: Ask) -> OpenReturnResult:
        """Take them back, by an approval, and give cash for them by another one.

        Refused: as api.open_returns.take_open_return, and WrongCode.refusal.
        """
        approvers, form = self._context.approvers, self._context.format
        words = partial(self._words, draft, to)
        try:
            return await asking(ask, approvers, form, words, partial(self._first, draft, to))
        except NotAllowed as refusal:
            if refusal.code != "open_return_cash":
                raise
        second = partial(self._send, draft, to, self._approval)
        return await asking(ask, approvers, form, partial(self._cash_words, to), second)

    async def _first(
        self, draft: OpenReturnDraft, to: Destination, approval: UUID | None
    ) -> OpenReturnResult:
        self._approval = approval
        return await self._send(draft, to, approval, None)

    async def _send(
        self, draft: OpenReturnDraft, to: Destination, approval: UUID | None, cash: UUID | None
    ) -> OpenReturnResult:
        answer = await self._command.do(
            api.open_returns.take_open_return,
            open_return_id=self.return_id,
            shift_id=self.shift.id,
            lines=draft.wanted(),
            reason=to.reason,
            in_cash=to.in_cash,
            approval=approval,
            cash_approval=cash,
            credit_code=to.credit_code,
        )
        if isinstance(answer, WrongCode):
            raise answer.refusal
        return answer

    def _words(
        self, draft: OpenReturnDraft, to: Destination, refusal: NotAllowed
    ) -> ApprovalRequest:
        """Say what comes back, why, and what it is worth, as the database has reckoned it."""
        detail: Any = refusal.parameters["detail"]
        goes_to = tr("Cash") if to.in_cash else tr("Gift card")
        return ApprovalRequest(
            tr("Return without a receipt"),
            [
                *_named(draft),
                (tr("Why"), to.reason),
                (tr("Refunded to"), goes_to),
                (tr("Asked by"), self._context.me.name),
            ],
            (tr("Goes back"), self._money(detail["value"])),
        )

    def _cash_words(self, to: Destination, refusal: NotAllowed) -> ApprovalRequest:
        """Say how much goes out of the drawer, and why."""
        detail: Any = refusal.parameters["detail"]
        return ApprovalRequest(
            tr("Cash for a return without a receipt"),
            [(tr("Why"), to.reason), (tr("Asked by"), self._context.me.name)],
            (tr("Out of the drawer"), self._money(detail["cash"])),
        )

    def _money(self, amount: str) -> str:
        return self._context.money(Money(Decimal(amount), self._context.store.currency))


def _named(draft: OpenReturnDraft) -> list[tuple[str, str]]:
    if len(draft.lines) > MOST_LINES:
        return [(tr("Comes back"), pieces(draft.pieces))]
    shelf, damaged = tr("to the shelf"), tr("damaged")
    return [
        (shelf if line.restocked else damaged, f"{line.count} × {line.item.name}")
        for line in draft.lines
    ]
