"""Give money on a card back that belongs to no sale, and say what came of it."""

from storedesk import api
from storedesk.domain.card_terminals import TerminalPayment, TerminalState
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.terminal_payments import TerminalPayments


class CardRefunds:
    """Asks the terminal of this computer, or notes what a person has done."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._payments: TerminalPayments | None = None

    async def at_terminal(self, payment: TerminalPayment) -> tuple[str, Tone]:
        """Have the terminal give it back, or ask it again. Refused: terminal_absent_here."""
        terminal, register = self._context.card_terminal(), self._context.register
        if terminal is None:
            raise Refused("terminal_absent_here")
        if self._payments is None:
            here = register.id if register else payment.register_id
            self._payments = TerminalPayments(self._context.desk, terminal, here)
        given = await self._payments.give_back(payment)
        amount = self._context.money(payment.amount)
        if given.state is TerminalState.RETURNED:
            return tr("{amount} was given back to the card.").format(amount=amount), Tone.OK
        words = tr("The terminal has not said that it gave {amount} back. Ask it again.")
        return words.format(amount=amount), Tone.WARN

    async def without_terminal(self, payment: TerminalPayment, reference: str) -> tuple[str, Tone]:
        """Note that it was given back by hand. Refused: as note_terminal_return."""
        await self._context.desk.do(
            api.terminals.note_terminal_return,
            payment_id=payment.id,
            seen=payment.state,
            reference=reference,
        )
        words = tr("{amount} is noted as given back by hand.")
        return words.format(amount=self._context.money(payment.amount)), Tone.OK

    def close(self) -> None:
        """Let the threads end on which the terminal is asked."""
        if self._payments is not None:
            self._payments.close()
