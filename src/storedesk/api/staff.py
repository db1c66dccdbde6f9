"""Questions about staff, and the calls that change accounts."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Numeric, Text, Uuid, literal, select
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Session

from storedesk.domain.logins import LEAST_LETTERS
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.staff import Group, Limit, Me
from storedesk.persistence.decode import staff as decode
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command
from storedesk.persistence.engine.passwords import verifier
from storedesk.persistence.engine.together import Part

Nothing = dict[str, Any]
"""What a command answers that has nothing to say."""


def me(session: Session) -> Me:
    """Return whoever is signed in."""
    document: Any = session.scalar(select(func.api.me(type_=JSONB())))
    return decode.me(document)


ME = Part(lambda: select(func.api.me(type_=Answer(decode.me))))
"""Whoever is signed in."""


def _hashed(login: str, password: str) -> str:
    if len(password) < LEAST_LETTERS:
        raise Refused("password_short", least=LEAST_LETTERS)
    return verifier(login, password)


def create_staff(
    request: UUID, *, login: str, display_name: str, groups: Iterable[Group], password: str
) -> Command[UUID]:
    """Take someone on; answers with the person's id.

    Refuses: bad_groups, bad_login, bad_verifier, login_taken, name_missing, password_short.
    """
    teams = literal([group.value for group in sorted(groups)], ARRAY(Text()))
    return func.api.create_staff(
        request, login, display_name, teams, _hashed(login, password), type_=Uuid()
    )


def change_staff(
    request: UUID, *, login: str, display_name: str, groups: Iterable[Group]
) -> Command[dict[str, Any]]:
    """Give someone another name and other groups.

    Refuses: bad_groups, groups_kept, last_admin, name_missing, own_admin, staff_not_found.
    """
    teams = literal([group.value for group in sorted(groups)], ARRAY(Text()))
    return func.api.change_staff(request, login, display_name, teams, type_=JSONB())


def disable_staff(request: UUID, *, login: str) -> Command[dict[str, Any]]:
    """Keep someone out from now on; whatever they have open is closed.

    Refuses: last_admin, not_yourself, staff_not_found.
    """
    return func.api.disable_staff(request, login, type_=JSONB())


def enable_staff(request: UUID, *, login: str) -> Command[dict[str, Any]]:
    """Let someone in again.

    Refuses: last_admin, not_yourself, staff_not_found.
    """
    return func.api.enable_staff(request, login, type_=JSONB())


def set_password(request: UUID, *, login: str, password: str) -> Command[dict[str, Any]]:
    """Give someone who forgot it a new password.

    Refuses: bad_verifier, password_short, staff_not_found.
    """
    return func.api.set_password(request, login, _hashed(login, password), type_=JSONB())


def own_password(request: UUID, *, login: str, password: str) -> Command[dict[str, Any]]:
    """Give oneself, who signed in as `login`, a new password.

    Refuses: bad_verifier, password_short.
    """
    return func.api.own_password(request, _hashed(login, password), type_=JSONB())


def set_limits(
    request: UUID, *, group: Group, limits: Mapping[Limit, Decimal]
) -> Command[dict[str, Any]]:
    """Let a group go further without a manager, or less far, in several things at once.

    Refuses: bad_amount, limit_not_found, lists_differ, money_not_exact, money_too_big.
    """
    kinds = literal([limit.value for limit in limits], ARRAY(Text()))
    amounts = literal(list(limits.values()), ARRAY(Numeric()))
    return func.api.set_limits(request, group.value, kinds, amounts, type_=JSONB())
