"""The people who work here, or did."""

from typing import Any

from sqlalchemy import Select, Text, column, func, select, table
from sqlalchemy.orm import Session

from storedesk.domain.staff import PEOPLES_GROUPS, Group, StaffMember
from storedesk.persistence.engine.lists import by_text
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import StaffRow

IS_PERSON = StaffRow.kind == "person"


def logins(session: Session) -> frozenset[str]:
    """Return the logins of all people who work here or did: no program's."""
    return frozenset(session.scalars(select(StaffRow.login).where(IS_PERSON)))


def list_staff(session: Session) -> list[StaffMember]:
    """Return all people who work here or did, by name."""
    memberships, people = together(session, MEMBERSHIPS, PEOPLE)
    groups: dict[str, set[Group]] = {}
    for login, team in memberships:
        if team in PEOPLES_GROUPS:
            groups.setdefault(login, set()).add(Group(team))
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


def memberships() -> Select[*tuple[Any, ...]]:
    """Select login and team of each member: the group without the database's name before it."""
    store = func.current_database(type_=Text())
    members = table("pg_auth_members", column("member"), column("roleid")).alias()
    person = table("pg_roles", column("oid"), column("rolname", Text())).alias()
    group = table("pg_roles", column("oid"), column("rolname", Text())).alias()
    return (
        select(
            person.c.rolname.label("login"),
            func.right(group.c.rolname, -func.length(store) - 1, type_=Text()).label("team"),
        )
        .select_from(members)
        .join(person, person.c.oid == members.c.member)
        .join(group, group.c.oid == members.c.roleid)
        .where(func.starts_with(group.c.rolname, store + "_"))
    )


def _people() -> Select[*tuple[Any, ...]]:
    people = select(StaffRow).where(IS_PERSON)
    return people.order_by(*by_text(StaffRow.display_name))


MEMBERSHIPS, PEOPLE = Part(memberships), Part(_people)
