"""What can be asked about staff, and done to their accounts. Passwords are hashed on this side."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.staff import LEAST_LETTERS, Group, Limit, Me, StaffMember
from storedesk.persistence import staff
from storedesk.persistence.engine.database import Command, Session


def me(session: Session) -> Me:
    """Return whoever is signed in."""
    return staff.me(session)


def list_staff(session: Session) -> list[StaffMember]:
    """Return all people who work here or did, by name."""
    return staff.list_staff(session)


def create(
    request: UUID, *, login: str, display_name: str, groups: Iterable[Group], password: str
) -> Command[UUID]:
    """Take someone on; answers with the person's id. Refused: password_short."""
    return staff.create_staff(
        request,
        login=login,
        display_name=display_name,
        groups=groups,
        verifier=_hashed(login, password),
    )


def disable(request: UUID, *, login: str) -> Command[dict[str, Any]]:
    """Keep someone out from now on; whatever they have open is closed."""
    return staff.disable_staff(request, login=login)


def enable(request: UUID, *, login: str) -> Command[dict[str, Any]]:
    """Let someone in again."""
    return staff.enable_staff(request, login=login)


def set_password(request: UUID, *, login: str, password: str) -> Command[dict[str, Any]]:
    """Give someone who forgot it a new password. Refused: password_short."""
    return staff.set_password(request, login=login, verifier=_hashed(login, password))


def own_password(request: UUID, *, login: str, password: str) -> Command[dict[str, Any]]:
    """Give oneself, who signed in as `login`, a new password. Refused: password_short."""
    return staff.own_password(request, verifier=_hashed(login, password))


def set_limit(
    request: UUID, *, group: Group, limit: Limit, value: Decimal
) -> Command[dict[str, Any]]:
    """Let a group go further without a manager, or less far.

    Refused: bad_amount, money_not_exact, money_too_big. Not found: limit_not_found.
    """
    return staff.set_limit(request, group=group, limit=limit, value=value)


def _hashed(login: str, password: str) -> str:
    if len(password) < LEAST_LETTERS:
        raise Refused("password_short", least=LEAST_LETTERS)
    return staff.verifier(login, password)
