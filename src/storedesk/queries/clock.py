"""The clock of the database."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storedesk.domain.clock import ClockState
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.decode.clock import clock_state


def now(session: Session) -> datetime:
    """Return what time it is by the database's clock: UTC without zone."""
    found: datetime = session.execute(select(func.timezone("UTC", func.now()))).scalar_one()
    return found


def state(session: Session) -> ClockState:
    """Return what is known of the clock, as the store's owner."""
    words = select(func.core.clock_state(func.core.now(), type_=Answer(clock_state)))
    found: ClockState = session.execute(words).scalar_one()
    return found
