"""Decode what commands of store credit answer into domain values."""

from storedesk.domain.credit import (
    CodeState,
    Credit,
    IssuedCredit,
    TakenCredit,
    WrongCode,
)
from storedesk.domain.shifts import CashLevel
from storedesk.domain.till import Method, Tender
from storedesk.persistence.decode.answer import Document
from storedesk.persistence.decode.till import identity, money
from storedesk.persistence.rows.instants import instant


def balance(payload: Document) -> Credit | WrongCode:
    """Read what is on a gift card, or that no card has the code."""
    return wrong(payload) or _credit(payload)


def taken(payload: Document) -> TakenCredit | WrongCode:
    """Read what was taken of a gift card for a sale, or that no card has the code."""
    if found := wrong(payload):
        return found
    currency = payload["currency"]
    amount = money(payload["amount"], currency)
    tender = Tender(identity(payload["tender"]), Method.CREDIT, amount, reference=payload["number"])
    return TakenCredit(payload["number"], tender, money(payload["left"], currency))


def issued(payload: Document) -> IssuedCredit:
    """Read a gift card that was issued, or topped up."""
    currency, level = payload["currency"], payload.get("cash_level")
    return IssuedCredit(
        account_id=identity(payload["account"]),
        number=payload["number"],
        amount=money(payload["amount"], currency),
        balance=money(payload["balance"], currency),
        change=money(payload["change"], currency),
        at=instant(payload["at"]),
        code=payload.get("code"),
        cash_level=CashLevel(level) if level else None,
    )


def topped_up(payload: Document) -> IssuedCredit | WrongCode:
    """Read a gift card that was topped up, or that no card has the code."""
    return wrong(payload) or issued(payload)


def wrong(payload: Document) -> WrongCode | None:
    """Read that no gift card has a code; None where one has."""
    match payload["state"]:
        case CodeState.FOUND:
            return None
        case CodeState.TOO_MANY:
            return WrongCode(0, is_blocked=True)
        case _:
            return WrongCode(payload["left"])


def _credit(payload: Document) -> Credit:
    currency = payload["currency"]
    return Credit(
        payload["number"], money(payload["balance"], currency), money(payload["held"], currency)
    )
