"""The clock of the database, as its owner knows it."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storedesk.domain.clock import ClockState
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.decode.clock import clock_state


def state(session: Session) -> ClockState:
    """Return what is known of the clock, as the store's owner."""
    words = select(func.core.clock_state(func.core.now(), type_=Answer(clock_state)))
    found: ClockState = session.execute(words).scalar_one()
    return found
