"""The list of people, with the programs that sign in, and what each of them may do."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    any_,
    bindparam,
    column,
    exists,
    func,
    literal,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from storedesk.domain.duties import COMMANDS, TABLES, Duty, Rights
from storedesk.domain.staff import PEOPLES_GROUPS, Group, Limit, StaffLine
from storedesk.persistence.engine.lists import as_written, by_text, in_order, key_vector, ordered
from storedesk.persistence.engine.moments import of_one_moment
from storedesk.persistence.engine.search import has_words, words_of
from storedesk.persistence.rows import LimitRow, StaffRow
from storedesk.queries.staff import memberships

KEY = StaffRow.id.expression
PROGRAMS = "programs"
"""The key of the programs, beside those of the people's groups."""
SORTS: Mapping[str, tuple[ColumnElement[Any], ...]] = MappingProxyType(
    {
        "name": (*by_text(StaffRow.display_name), KEY),
        "login": (StaffRow.login.expression, KEY),
        "since": (StaffRow.created_at.expression, KEY),
    }
)
"""What the list may be sorted by; every order ends with a key."""
GRANTED = text("""
    SELECT d.duty, r.role
    FROM unnest(CAST(:duties AS text[]), CAST(:commands AS text[]), CAST(:tables AS text[]))
            AS d (duty, command, changed),
        unnest(CAST(:roles AS text[])) AS r (role)
    WHERE CASE WHEN d.changed <> '' THEN has_any_column_privilege(r.role, d.changed, 'UPDATE')
        ELSE EXISTS (
            SELECT FROM pg_proc AS p
            WHERE p.pronamespace = 'api'::regnamespace AND p.proname = d.command
              AND has_function_privilege(r.role, p.oid, 'EXECUTE')
        ) END
""")
"""Which of some roles may do what, as the server itself has it."""


def people_keys(
    session: Session,
    *,
    search: str = "",
    group: str = "",
    sort: str = "name",
    descending: bool = False,
) -> bytes:
    """Return the ids of all who match, in order, 16 bytes each.

    `group` is one of the people's, PROGRAMS, or "" for everyone. Sorted by name, login or since.
    """
    query = select(StaffRow.id).where(*_wanted(search, group))
    return key_vector(session, ordered(query, SORTS[sort], descending=descending))


def first_people(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    group: str = "",
    sort: str = "name",
    descending: bool = False,
    limit: int = 200,
) -> list[StaffLine]:
    """Return the first of the list whose keys `people_keys` returns."""
    query = ordered(_lines().where(*_wanted(search, group)), SORTS[sort], descending=descending)
    return [_line(row) for row in session.execute(query.limit(as_written(limit)))]


def people_lines(session: Session, ids: Sequence[UUID]) -> list[StaffLine]:
    """Return people in the order of `ids`."""
    query = _lines().where(StaffRow.id == any_(bindparam("ids")))
    rows = session.execute(query, {"ids": list(ids)})
    return in_order(ids, {row.id: _line(row) for row in rows})


def counts(session: Session) -> dict[str, int]:
    """Count who is in each group, the programs, and "" everyone; `now` those who are signed in."""
    found = dict.fromkeys(("", "now", PROGRAMS, *PEOPLES_GROUPS), 0)
    for row in session.execute(_lines()):
        line = _line(row)
        found[""] += 1
        found["now"] += line.is_signed_in and line.is_person
        for key in line.groups if line.is_person else (PROGRAMS,):
            found[key] += 1
    return found


@of_one_moment
def rights(session: Session, login: str) -> Rights:
    """Return what a login may do, how far its groups go, and which groups may do the rest."""
    store = session.scalar(select(_store()))
    roles = {f"{store}_{group}": group for group in PEOPLES_GROUPS}
    given = {
        "duties": list(Duty),
        "commands": [COMMANDS.get(duty, "") for duty in Duty],
        "tables": [TABLES.get(duty, "") for duty in Duty],
        "roles": [login, *roles],
    }
    granted = {(Duty(duty), role) for duty, role in session.execute(GRANTED, given)}
    return Rights(
        may=frozenset(duty for duty in Duty if (duty, login) in granted),
        others={
            duty: [group for role, group in roles.items() if (duty, role) in granted]
            for duty in Duty
        },
        limits={Limit(kind): most for kind, most in session.execute(_limits(login))},
    )


def limits_of(session: Session, group: Group) -> dict[Limit, Decimal]:
    """Return how far the people of a group go without a manager."""
    query = select(LimitRow.kind, LimitRow.value).where(LimitRow.group_name == group.value)
    return {Limit(kind): value for kind, value in session.execute(query)}


def _limits(login: str) -> Select[*tuple[Any, ...]]:
    """Select the largest of each limit of someone's groups; nothing of a manager."""

    def belongs(team: Any) -> Any:
        return func.pg_has_role(login, _store() + "_" + team, "MEMBER")

    query = select(LimitRow.kind, func.max(LimitRow.value)).group_by(LimitRow.kind)
    return query.where(belongs(LimitRow.group_name), ~belongs(literal("manager")))


def _store() -> ColumnElement[str]:
    return func.current_database(type_=Text())


def _wanted(search: str, group: str) -> list[ColumnElement[bool]]:
    """Say who is wanted: of a group, and with every word of `search` in name or login."""
    conditions: list[ColumnElement[bool]] = []
    if group == PROGRAMS:
        conditions.append(StaffRow.kind != "person")
    elif group:
        members = memberships().subquery("members")
        of_group = select(members.c.login).where(members.c.team == group)
        conditions.append(StaffRow.login.in_(of_group))
    if search.strip():
        conditions += has_words(words_of(StaffRow.display_name, StaffRow.login), search)
    return conditions


def _groups() -> ColumnElement[Any]:
    """Select the groups that somebody was put into."""
    members = memberships().subquery("members")
    teams = func.array_agg(members.c.team, type_=ARRAY(Text()))
    found = select(func.coalesce(teams, literal([], ARRAY(Text()))))
    return found.where(members.c.login == StaffRow.login).correlate(StaffRow).scalar_subquery()


def _lines() -> Select[*tuple[Any, ...]]:
    open_now = table("pg_stat_activity", column("usename"), column("datname")).alias("a")
    is_signed_in = exists().where(
        open_now.c.usename == StaffRow.login, open_now.c.datname == _store()
    )
    return select(
        StaffRow.id,
        StaffRow.login,
        StaffRow.display_name,
        StaffRow.is_active,
        StaffRow.kind,
        StaffRow.created_at,
        _groups().label("groups"),
        is_signed_in.label("is_signed_in"),
    )


def _line(row: Any) -> StaffLine:
    groups = set(row.groups)
    return StaffLine(
        id=row.id,
        login=row.login,
        name=row.display_name,
        is_active=row.is_active,
        is_person=row.kind == "person",
        is_signed_in=row.is_signed_in,
        groups=tuple(group for group in Group if group in groups),
        since=row.created_at,
    )
