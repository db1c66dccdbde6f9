"""Card terminals: what one is about to be asked, and what became of it."""

from typing import Any
from uuid import UUID

from sqlalchemy import literal, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from storedesk.domain.card_terminals import (
    TerminalKind,
    TerminalOutcome,
    TerminalPayment,
    TerminalState,
)
from storedesk.domain.values.money import Money
from storedesk.persistence.decode import terminals
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def ask_terminal(
    request: UUID, *, order_id: UUID, register_id: UUID, terminal: TerminalKind, amount: Money
) -> Command[TerminalPayment]:
    """Write that a terminal is about to be asked for money for a quoted sale.

    Refuses: quote_expired, register_not_found, sale_not_found, shift_of_others, tenders_differ,
    terminal_not_here, terminal_open.
    """
    return func.api.ask_terminal(
        request,
        order_id,
        register_id,
        terminal.value,
        amount.amount,
        type_=Answer(terminals.payment),
    )


def settle_terminal_payment(
    request: UUID,
    *,
    payment_id: UUID,
    outcome: TerminalOutcome | None,
    by_hand: bool = False,
    approval: UUID | None = None,
) -> Command[TerminalPayment]:
    """Write what became of a payment, None for unknown, any number of times.

    Settled by hand it needs a manager's approval.

    Refuses: approval_needed, approval_not_valid, bad_outcome, terminal_payment_not_found.
    """
    return func.api.settle_terminal_payment(
        request, payment_id, literal(_document(outcome), JSONB), by_hand, approval,
        type_=Answer(terminals.payment),
    )  # fmt: skip


def return_terminal_payment(request: UUID, *, payment_id: UUID) -> Command[TerminalPayment]:
    """Write that a terminal is about to give back what it has charged.

    Refuses: terminal_booked, terminal_for_managers, terminal_not_charged, terminal_open,
    terminal_payment_not_found.
    """
    return func.api.return_terminal_payment(request, payment_id, type_=Answer(terminals.payment))


def note_terminal_return(
    request: UUID, *, payment_id: UUID, seen: TerminalState, reference: str
) -> Command[TerminalPayment]:
    """Note that money of no sale was given back by hand; its exception is signed off with that.

    Refuses: card_number, changed_meanwhile, reference_needed, terminal_not_loose,
    terminal_payment_not_found.
    """
    return func.api.note_terminal_return(
        request, payment_id, seen.value, reference, type_=Answer(terminals.payment)
    )


def open_terminal_payments(session: Session, register_id: UUID) -> tuple[TerminalPayment, ...]:
    """List what is not settled yet: of this register, and of others what is a minute old."""
    asked = func.api.open_terminal_payments(register_id, type_=Answer(terminals.payments))
    return session.scalar(select(asked)) or ()


def _document(outcome: TerminalOutcome | None) -> dict[str, Any]:
    if outcome is None:
        return {"state": "unknown"}
    return {
        "state": outcome.answer.value,
        "card_brand": outcome.card_brand,
        "last_four": outcome.last_four,
        "reference": outcome.reference,
        "reason": outcome.reason,
    }
