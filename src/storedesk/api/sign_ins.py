"""What is written into the history of sign-ins."""

from typing import Any
from uuid import UUID

from sqlalchemy import String, Uuid, bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.domain.sign_ins import PinCheck, SignInKind, Station
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.decode.staff import pin_check
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command
from storedesk.persistence.engine.together import Part, TextPart

BEGIN = TextPart(text("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"))
"""Begins a transaction that may write, on a line that otherwise only reads."""
COMMIT = TextPart(text("COMMIT"))
SIGN_IN = Part(
    lambda: select(
        func.api.note_sign_in(
            bindparam("request", None, type_=Uuid()),
            SignInKind.SIGN_IN.value,
            None,
            bindparam("workstation", None, type_=String()),
            bindparam("register", None, type_=Uuid()),
            bindparam("program", None, type_=String()),
            type_=JSONB(),
        )
    )
)
"""Notes that the asker has signed in: of `request`, `workstation`, `register` and `program`."""


def note_sign_in(
    request: UUID, *, kind: SignInKind, sign_in: UUID, at: Station
) -> Command[dict[str, Any]]:
    """Write down that who signed in has locked or signed out. A sign-in notes itself: `SIGN_IN`.

    Refuses: bad_sign_in, sign_in_not_found.
    """
    return func.api.note_sign_in(
        request, kind.value, sign_in, at.workstation, at.register_id, at.program, type_=JSONB()
    )


def set_pin(request: UUID, *, pin: str | None) -> Command[dict[str, Any]]:
    """Give oneself a PIN, or take it away (None).

    Refuses: bad_pin, obvious_pin.
    """
    return func.api.set_pin(request, pin, type_=JSONB())


def set_badge(request: UUID, *, secret: str | None) -> Command[dict[str, Any]]:
    """Give oneself a badge with this secret, or take it away (None).

    Refuses: bad_badge.
    """
    return func.api.set_badge(request, secret, type_=JSONB())


def withdraw_badge(request: UUID, *, login: str) -> Command[dict[str, Any]]:
    """Take somebody's badge away.

    Refuses: staff_not_found.
    """
    return func.api.withdraw_badge(request, login, type_=JSONB())


def check_badge(
    request: UUID, *, sign_in: UUID, secret: str, kind: SignInKind, at: Station
) -> Command[PinCheck]:
    """Check the secret of the asker's badge, as `check_pin` checks a PIN.

    Refuses: bad_sign_in, sign_in_not_found.
    """
    place = (at.workstation, at.register_id, at.program)
    return func.api.check_badge(
        request, sign_in, secret, kind.value, *place, type_=Answer(pin_check)
    )


def check_pin(
    request: UUID, *, sign_in: UUID, pin: str, kind: SignInKind, at: Station
) -> Command[PinCheck]:
    """Check the asker's PIN, who goes on with a sign-in of theirs or approves something.

    Refuses: bad_sign_in, sign_in_not_found.
    """
    place = (at.workstation, at.register_id, at.program)
    return func.api.check_pin(request, sign_in, pin, kind.value, *place, type_=Answer(pin_check))
