"""What became of one payment at a card terminal."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from storedesk.domain.card_terminals import TerminalKind, TerminalPayment, TerminalState
from storedesk.domain.refusals.errors import NotFound
from storedesk.domain.values.money import Money
from storedesk.persistence.rows import RegisterRow, TerminalPaymentRow


def terminal_payment(session: Session, key: UUID) -> TerminalPayment:
    """Return a payment as it is now. NotFound: terminal_payment_not_found."""
    row, register = TerminalPaymentRow, RegisterRow
    query = select(row, register.name).join(register, register.id == row.register_id)
    found = session.execute(query.where(row.id == key)).one_or_none()
    if found is None:
        raise NotFound("terminal_payment_not_found")
    asked, name = found
    return TerminalPayment(
        id=asked.id,
        order_id=asked.order_id,
        register_id=asked.register_id,
        register=name,
        terminal=TerminalKind(asked.terminal),
        state=TerminalState(asked.state),
        amount=Money.of(asked.amount, asked.currency),
        asked_at=asked.created_at,
        is_attached=asked.is_attached,
        card_brand=asked.card_scheme,
        last_four=asked.card_last_four,
        reference=asked.transaction_id,
        reason=asked.reason,
        return_reference=asked.return_reference,
    )
