"""The calls that keep the registers of the store."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import literal
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.domain.registers import RegisterLine
from storedesk.persistence.decode.answer import Answer, Document, nothing
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def add_register(request: UUID, *, code: str, called: str, drawer: UUID | None) -> Command[UUID]:
    """Add a register with a drawer of its own, or that of another one; answer its key.

    Refuses: card_number, drawer_shared, name_missing, no_drawer_there,
    register_code_taken, register_has_shift, text_control, text_too_long.
    """
    return func.api.add_register(request, code, called, drawer, type_=Answer(_made))


def change_register(
    request: UUID, *, seen: RegisterLine, code: str, called: str, drawer: UUID | None
) -> Command[None]:
    """Change code, name and drawer of a register, over what was seen of it.

    Refuses: card_number, changed_meanwhile, drawer_shared, name_missing,
    no_drawer_there, register_code_taken, register_has_sale, register_has_shift,
    register_unknown, text_control, text_too_long.
    """
    register = seen.id
    return func.api.change_register(
        request, register, literal(_said(seen), JSONB()), code, called, drawer,
        type_=Answer(nothing),
    )  # fmt: skip


def use_register(request: UUID, *, register: UUID, is_used: bool) -> Command[None]:
    """Take a register out of use, or into use again.

    Refuses: drawer_shared, last_register, no_drawer_there, register_has_sale, register_has_shift,
    register_unknown.
    """
    return func.api.use_register(request, register, is_used, type_=Answer(nothing))


def bound_cash(
    request: UUID, *, seen: RegisterLine, lowest: Decimal | None, highest: Decimal | None
) -> Command[None]:
    """Say how much cash should be in a register's own drawer, over what was seen of it.

    Refuses: bad_amount, cash_bounds_crossed, changed_meanwhile, money_not_exact, money_too_big,
    no_drawer_there, register_unknown.
    """
    register = seen.id
    return func.api.bound_cash(
        request, register, literal(_bounds(seen), JSONB()), lowest, highest, type_=Answer(nothing)
    )


def _bounds(seen: RegisterLine) -> dict[str, str | None]:
    return {"least": _text(seen.least_cash), "most": _text(seen.most_cash)}


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)


def _said(seen: RegisterLine) -> dict[str, Any]:
    drawer = str(seen.drawer_of) if seen.drawer_of else None
    return {"code": seen.code, "name": seen.name, "drawer_of": drawer}


def _made(answer: Document) -> UUID:
    return UUID(answer["register"])
