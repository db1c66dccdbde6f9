"""The history of sign-ins: an admin sees everybody's, the others see their own."""

from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from storedesk.domain.sign_ins import SignInKind, SignInLine
from storedesk.persistence.engine.lists import as_written
from storedesk.persistence.rows import RegisterRow, SignInRow

FREE = text("""
    SELECT current_setting('max_connections')::int
        - current_setting('superuser_reserved_connections')::int - count(*)
    FROM pg_stat_activity WHERE usesysid IS NOT NULL
""")


def free_connections(session: Session) -> int:
    """Return how many connections the server would still accept."""
    return int(session.scalar(FREE) or 0)


def of_person(session: Session, staff_id: UUID, *, limit: int = 30) -> list[SignInLine]:
    """Return the newest entries about a person, the newest first."""
    query = (
        select(
            SignInRow.kind,
            SignInRow.created_at,
            func.coalesce(SignInRow.workstation, ""),
            func.coalesce(RegisterRow.name, ""),
            func.coalesce(SignInRow.address, ""),
            func.coalesce(SignInRow.program, ""),
        )
        .outerjoin(RegisterRow, RegisterRow.id == SignInRow.register_id)
        .where(SignInRow.staff_id == staff_id)
        .order_by(SignInRow.seq.desc())
        .limit(as_written(limit))
    )
    return [
        SignInLine(
            kind=SignInKind(kind), at=at, workstation=workstation, register=register,
            address=address, program=program,
        )
        for kind, at, workstation, register, address, program in session.execute(query)
    ]  # fmt: skip
