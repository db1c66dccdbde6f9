"""Payments at a card terminal: written down before it is asked, and settled by what it says.

The program may end at any point. What it leaves open is found by the next one, which asks the
terminal about the same id; the terminal never charges twice for it.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar
from uuid import UUID

from storedesk import api
from storedesk.domain.card_terminals import (
    CardTerminal,
    TerminalAbsentError,
    TerminalAnswer,
    TerminalOutcome,
    TerminalPayment,
    TerminalReason,
    TerminalSilentError,
    TerminalState,
)
from storedesk.domain.values.money import Money
from storedesk.services.desk import Desk

P = ParamSpec("P")
T = TypeVar("T")

LOOK = 0.4
"""Seconds between two looks at what the customer does."""
PATIENCE = 40.0
"""Seconds after which somebody has to decide what is next."""


class TerminalPayments:
    """Charges cards at the terminal of one register, and finds out what became of it."""

    def __init__(
        self,
        desk: Desk,
        terminal: CardTerminal,
        register_id: UUID,
        *,
        look: float = LOOK,
        patience: float = PATIENCE,
    ) -> None:
        self._desk, self._terminal, self._register = desk, terminal, register_id
        self._look, self._patience = look, patience
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="terminal")

    async def charge(
        self, order_id: UUID, amount: Money, told: Callable[[TerminalPayment], object]
    ) -> TerminalPayment:
        """Charge so much for a quoted sale; `told` hears of it once it is written down.

        Returns it as it is then: unknown where the terminal did not say. Refused: ask_terminal.
        """
        asked = await self._desk.do(
            api.terminals.ask_terminal,
            order_id=order_id,
            register_id=self._register,
            terminal=self._terminal.kind,
            amount=amount,
        )
        told(asked)
        try:
            await self._off(self._terminal.start, asked.id, amount)
        except TerminalAbsentError:
            return await self._settle(
                asked, TerminalOutcome(TerminalAnswer.CANCELED, reason=TerminalReason.ABSENT)
            )
        except TerminalSilentError:
            return await self._settle(asked, None)
        return await self.follow(asked)

    async def follow(self, asked: TerminalPayment) -> TerminalPayment:
        """Look what the customer does until it is over, or for too long."""
        loop = asyncio.get_running_loop()
        until = loop.time() + self._patience
        while loop.time() < until:
            try:
                said = await self._off(self._terminal.outcome, asked.id)
            except (TerminalAbsentError, TerminalSilentError):
                break
            if said.answer is TerminalAnswer.UNHEARD:
                break
            if said.answer is not TerminalAnswer.ONGOING:
                return await self._settle(asked, said)
            await asyncio.sleep(self._look)
        return await self._settle(asked, None)

    async def find_out(self, asked: TerminalPayment) -> TerminalPayment:
        """Ask the terminal what became of a payment that is open, once.

        What goes on, and what the terminal does not know or say, stays open.
        """
        try:
            said = await self._ask(asked)
        except (TerminalAbsentError, TerminalSilentError):
            said = None
        if said and said.answer is TerminalAnswer.ONGOING:
            return asked
        if (
            said
            and asked.state is TerminalState.RETURNING
            and said.answer is not TerminalAnswer.RETURNED
        ):
            return asked
        return await self._settle(asked, said)

    async def _ask(self, asked: TerminalPayment) -> TerminalOutcome | None:
        said = await self._off(self._terminal.outcome, asked.id)
        if said.answer is TerminalAnswer.UNHEARD:
            if asked.register_id != self._register:
                return None  # it may be known to the terminal there
            said = await self._off(self._terminal.cancel, asked.id)
        if asked.state is TerminalState.RETURNING and said.answer is TerminalAnswer.APPROVED:
            return await self._off(self._terminal.refund, asked.id)
        return said

    async def cancel(self, asked: TerminalPayment) -> None:
        """End it at the terminal, if that is not too late: `charge` returns what became of it."""
        try:
            await self._off(self._terminal.cancel, asked.id)
        except (TerminalAbsentError, TerminalSilentError):
            return

    async def give_back(self, charged: TerminalPayment) -> TerminalPayment:
        """Give back what was charged and is not booked. Refused: return_terminal_payment."""
        returning = await self._desk.do(
            api.terminals.return_terminal_payment, payment_id=charged.id
        )
        return await self.find_out(returning) if returning.is_open else returning

    async def find_out_all(self) -> list[TerminalPayment]:
        """Ask about everything that an earlier program has left open; return what it is now."""
        left = await self._desk.read(api.terminals.open_terminal_payments, self._register)
        return [await self.find_out(one) for one in left]

    def close(self) -> None:
        """Let its threads end."""
        self._threads.shutdown(wait=False)

    async def _settle(
        self, asked: TerminalPayment, said: TerminalOutcome | None
    ) -> TerminalPayment:
        if said and said.answer is TerminalAnswer.UNHEARD:
            said = None
        return await settle(self._desk, asked, said)

    async def _off(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask the terminal on a thread: it may take its time."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: call(*args, **kwargs))


async def settle(
    desk: Desk,
    asked: TerminalPayment,
    said: TerminalOutcome | None,
    *,
    by_hand: bool = False,
    approval: UUID | None = None,
) -> TerminalPayment:
    """Write what became of a payment, None for unknown, by what the terminal or a person says."""
    return await desk.do(
        api.terminals.settle_terminal_payment,
        payment_id=asked.id,
        outcome=said,
        by_hand=by_hand,
        approval=approval,
    )
