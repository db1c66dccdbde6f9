"""Charge a card for a sale in a process of its own, which kills itself at a named point.

Arguments: the name of the database to connect to, the register, the sale, the simulator's file,
its mood, the point, and what to do: `charge`, `cancel` or `give_back`; or `loose`, to give the
payment back that is named in place of the sale, or `by_hand`, to note that this was done by hand.
"""

import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path
from uuid import UUID, uuid4

from storedesk import api, queries
from storedesk.adapters.card_terminals.simulator import Mood, Pace, Simulator
from storedesk.domain.card_terminals import TerminalState
from storedesk.domain.refusals.errors import Conflict
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk
from storedesk.ui.terminal_payments import TerminalPayments

PACE = Pace(0.15, 2.0)
AMOUNT = Money.of("30.00", "USD")


def die(at: str, here: str) -> None:
    """End like a computer without power, if this is the point."""
    if at == here:
        os.kill(os.getpid(), signal.SIGKILL)


class Mortal:
    """A part of the program whose calls have a point before and one after them."""

    def __init__(self, part, point):
        self._part, self._point = part, point

    def __getattr__(self, name):
        return getattr(self._part, name)


class MortalTerminal(Mortal):
    def start(self, *args):
        return self._call("start", *args)

    def outcome(self, *args):
        return self._call("outcome", *args)

    def cancel(self, *args):
        return self._call("cancel", *args)

    def refund(self, *args):
        return self._call("refund", *args)

    def _call(self, name, *args):
        die(self._point, f"before {name}")
        answer = getattr(self._part, name)(*args)
        die(self._point, f"after {name}")
        return answer


class MortalDesk(Mortal):
    async def do(self, command, **how):
        die(self._point, f"before {command.__name__}")
        answer = await self._part.do(command, **how)
        die(self._point, f"after {command.__name__}")
        return answer


async def give_loose_back(desk, payments, payment, does):
    """Give money of no sale back as it was seen: charged."""
    seen = await desk.read(queries.terminal_payments.terminal_payment, payment)
    if does == "loose":
        await payments.give_back(seen)
        return
    with contextlib.suppress(Conflict):
        await desk.do(
            api.terminals.note_terminal_return, payment_id=payment,
            seen=TerminalState.APPROVED, reference="SLIP-4711",
        )  # fmt: skip


async def run(dsn, register, order, file, mood, point, does):
    """Charge, and pay the sale with it; or cancel at once; or give it back."""
    desk = MortalDesk(Desk(Database(dsn)), point)
    terminal = MortalTerminal(Simulator(Path(file), mood=Mood(mood), pace=PACE), point)
    payments = TerminalPayments(desk, terminal, UUID(register), look=0.05, patience=0.6)
    if does in {"loose", "by_hand"}:
        await give_loose_back(desk, payments, UUID(order), does)
        return
    cancels = []

    def told(asked):
        if does == "cancel":
            cancels.append(asyncio.ensure_future(payments.cancel(asked)))

    paid = await payments.charge(UUID(order), AMOUNT, told)
    await asyncio.gather(*cancels)
    if does == "give_back":
        await payments.give_back(paid)
    elif paid.is_attached:
        await desk.do(
            api.till.pay, order_id=UUID(order), tenders=(Tender(paid.id, Method.CARD, AMOUNT),),
            shift_id=uuid4(),
        )  # fmt: skip


if __name__ == "__main__":
    asyncio.run(run(*sys.argv[1:]))
