"""The people who work here, or did."""

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from storedesk.domain.staff import PEOPLES_GROUPS, Group, StaffMember
from storedesk.persistence.engine.lists import by_text
from storedesk.persistence.rows import StaffRow


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
