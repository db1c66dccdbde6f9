"""The clock of the database: looked at in passing, and asked about."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storedesk.domain.clock import ClockState
from storedesk.persistence.decode.till import Answer, Document
from storedesk.persistence.engine.database import Command
from storedesk.persistence.rows.instants import instant


def look(_request: UUID) -> Command[ClockState]:
    """Look at the clock of the database; done twice it is the same."""
    return func.api.look_at_clock(type_=Answer(_state))


def state(session: Session) -> ClockState:
    """Return what is known of the clock, as the store's owner."""
    words = select(func.core.clock_state(func.core.now(), type_=Answer(_state)))
    found: ClockState = session.execute(words).scalar_one()
    return found


def _state(told: Document) -> ClockState:
    ahead = told["ahead"]
    return ClockState(
        now=instant(told["now"]),
        believed_at=instant(told["believed_at"]),
        is_believed=told["is_believed"],
        ahead=(ahead["number"], instant(ahead["at"])) if ahead else None,
    )
