"""Questions about staff, and the calls that change accounts."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Text, Uuid, func, literal, select, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Session

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.staff import LEAST_LETTERS, PEOPLES_GROUPS, Group, Limit, Me, StaffMember
from storedesk.persistence.decode import staff as decode
from storedesk.persistence.engine.database import Command
from storedesk.persistence.engine.lists import by_text
from storedesk.persistence.engine.passwords import verifier
from storedesk.persistence.rows import StaffRow

Nothing = dict[str, Any]
"""What a command answers that has nothing to say."""


def me(session: Session) -> Me:
    """Return whoever is signed in."""
    document: Any = session.scalar(select(func.api.me(type_=JSONB())))
    return decode.me(document)


def list_staff(session: Session) -> list[StaffMember]:
    """Return all people who work here or did, by name."""
    memberships = text(
        """
        SELECT m.rolname AS login, right(g.rolname, -length(current_database()) - 1) AS team
        FROM pg_auth_members AS a
        JOIN pg_roles AS m ON m.oid = a.member
        JOIN pg_roles AS g ON g.oid = a.roleid
        WHERE starts_with(g.rolname, current_database() || '_')
        """
    )
    groups: dict[str, set[Group]] = {}
    for login, team in session.execute(memberships):
        if team in PEOPLES_GROUPS:
            groups.setdefault(login, set()).add(Group(team))
    people = session.scalars(
        select(StaffRow).where(StaffRow.kind == "person").order_by(*by_text(StaffRow.display_name))
    )
    return [
        StaffMember(
            id=row.id,
            login=row.login,
            name=row.display_name,
            is_active=row.is_active,
            groups=frozenset(groups.get(row.login, ())),
        )
        for row in people
    ]


def _hashed(login: str, password: str) -> str:
    if len(password) < LEAST_LETTERS:
        raise Refused("password_short", least=LEAST_LETTERS)
    return verifier(login, password)


def create(
    request: UUID, *, login: str, display_name: str, groups: Iterable[Group], password: str
) -> Command[UUID]:
    """Take someone on; answers with the person's id. Refused: password_short."""
    teams = literal([group.value for group in sorted(groups)], ARRAY(Text()))
    return func.api.create_staff(
        request, login, display_name, teams, _hashed(login, password), type_=Uuid()
    )


def disable(request: UUID, *, login: str) -> Command[dict[str, Any]]:
    """Keep someone out from now on; whatever they have open is closed."""
    return func.api.disable_staff(request, login, type_=JSONB())


def enable(request: UUID, *, login: str) -> Command[dict[str, Any]]:
    """Let someone in again."""
    return func.api.enable_staff(request, login, type_=JSONB())


def set_password(request: UUID, *, login: str, password: str) -> Command[dict[str, Any]]:
    """Give someone who forgot it a new password. Refused: password_short."""
    return func.api.set_password(request, login, _hashed(login, password), type_=JSONB())


def own_password(request: UUID, *, login: str, password: str) -> Command[dict[str, Any]]:
    """Give oneself, who signed in as `login`, a new password. Refused: password_short."""
    return func.api.own_password(request, _hashed(login, password), type_=JSONB())


def set_limit(
    request: UUID, *, group: Group, limit: Limit, value: Decimal
) -> Command[dict[str, Any]]:
    """Let a group go further without a manager, or less far.

    Refused: bad_amount, money_not_exact, money_too_big. Not found: limit_not_found.
    """
    return func.api.set_limit(request, group.value, limit.value, value, type_=JSONB())
