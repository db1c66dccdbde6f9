"""Questions about staff, and the calls that change accounts."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from psycopg.pq import PGconn
from sqlalchemy import Integer, Text, Uuid, func, literal, select, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Session

from storedesk.domain.inventory import Reason
from storedesk.domain.staff import PEOPLES_GROUPS, Group, Limit, Me, StaffMember
from storedesk.persistence.engine.database import Command
from storedesk.persistence.engine.lists import by_text
from storedesk.persistence.rows import StaffRow

Nothing = dict[str, Any]
"""What a command answers that has nothing to say."""


def me(session: Session) -> Me:
    """Return whoever is signed in. Not allowed for a login that is nobody's (not_staff)."""
    said: Any = session.scalar(select(func.api.me(type_=JSONB())))
    return Me(
        id=UUID(said["id"]),
        login=said["login"],
        name=said["name"],
        groups=frozenset(map(Group, said["groups"])),
        commands=frozenset(said["commands"]),
        limits={kind: Decimal(said["limits"][kind]) for kind in Limit if kind in said["limits"]},
        reasons={
            Reason(one["code"]): one["sign"]
            for one in said["reasons"]
            if one["code"] in set(Reason)
        },
    )


def lift_pauses() -> Command[int]:
    """Let those in again whose pause for keeping others waiting is over; answers how many."""
    return func.api.lift_pauses(type_=Integer())


def list_staff(session: Session) -> list[StaffMember]:
    """Return all people who work here or did, by name, with the groups that they were put into."""
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


def verifier(login: str, password: str) -> str:
    """Hash a password as PostgreSQL keeps it, by libpq itself; no server hears of it."""
    line = PGconn.connect_start(b"no connection is made")
    try:
        return line.encrypt_password(password.encode(), login.encode(), b"scram-sha-256").decode()
    finally:
        line.finish()


def create_staff(
    request: UUID, *, login: str, display_name: str, groups: Iterable[Group], verifier: str
) -> Command[UUID]:
    """Take someone on."""
    teams = literal([group.value for group in sorted(groups)], ARRAY(Text()))
    return func.api.create_staff(request, login, display_name, teams, verifier, type_=Uuid())


def disable_staff(request: UUID, *, login: str) -> Command[Nothing]:
    """Keep someone out, and show them out."""
    return func.api.disable_staff(request, login, type_=JSONB())


def enable_staff(request: UUID, *, login: str) -> Command[Nothing]:
    """Let someone in again."""
    return func.api.enable_staff(request, login, type_=JSONB())


def set_password(request: UUID, *, login: str, verifier: str) -> Command[Nothing]:
    """Give someone another password."""
    return func.api.set_password(request, login, verifier, type_=JSONB())


def own_password(request: UUID, *, verifier: str) -> Command[Nothing]:
    """Give oneself another password."""
    return func.api.own_password(request, verifier, type_=JSONB())


def set_limit(request: UUID, *, group: Group, limit: Limit, value: Decimal) -> Command[Nothing]:
    """Let a group go further without a manager, or less far."""
    return func.api.set_limit(request, group.value, limit.value, value, type_=JSONB())
