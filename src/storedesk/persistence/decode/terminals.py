"""Decode what the database says of payments at card terminals."""

from collections.abc import Sequence
from uuid import UUID

from storedesk.domain.card_terminals import TerminalKind, TerminalPayment, TerminalState
from storedesk.domain.values.money import Money
from storedesk.persistence.decode.answer import Document
from storedesk.persistence.rows.instants import instant


def payment(payload: Document) -> TerminalPayment:
    """Read one."""
    return TerminalPayment(
        id=UUID(payload["id"]),
        order_id=UUID(payload["order_id"]),
        register_id=UUID(payload["register_id"]),
        register=payload["register"],
        terminal=TerminalKind(payload["terminal"]),
        state=TerminalState(payload["state"]),
        amount=Money.of(payload["amount"], payload["currency"]),
        asked_at=instant(payload["asked_at"]),
        is_attached=payload["is_attached"],
        card_brand=payload["card_brand"],
        last_four=payload["last_four"],
        reference=payload["reference"],
        reason=payload["reason"],
        return_reference=payload["return_reference"],
    )


def payments(payload: Sequence[Document]) -> tuple[TerminalPayment, ...]:
    """Read several."""
    return tuple(payment(one) for one in payload)
